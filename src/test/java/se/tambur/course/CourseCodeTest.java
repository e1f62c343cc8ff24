package se.tambur.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.tambur.centre.CentreId;

class CourseCodeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 24);

    @Test
    void whatSomebodyReadsOffAPosterIsTheCodeHoweverTheyTypeIt() {
        assertThat(CourseCode.read("kobi4t")).isEqualTo("KOBI4T");
        assertThat(CourseCode.read("K0B14T")).isEqualTo("KOBI4T");
        assertThat(CourseCode.read("kobl4t")).isEqualTo("KOBI4T");
        assertThat(CourseCode.read(" kob-i4t ")).isEqualTo("KOBI4T");
        assertThat(CourseCode.read("KQ8I4T")).isEqualTo("KOBI4T");
        assertThat(CourseCode.read("5Z2UVS")).isEqualTo("SZZVVS");
    }

    @Test
    void everyCodeHasSixCharactersAndReadsAsItself() {
        Random random = new Random(2026);

        assertThat(Stream.generate(() -> new CourseCode(new CentreId("lekladan"), "sang", DAY, random).code())
                        .limit(2_000))
                .allSatisfy(code -> {
                    assertThat(code).matches("[A-Z2-9]{6}");
                    assertThat(CourseCode.read(code)).isEqualTo(code);
                })
                .doesNotHaveDuplicates();
    }
}
