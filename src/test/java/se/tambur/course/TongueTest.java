package se.tambur.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.tambur.centre.Text;
import se.tambur.shared.Words;

class TongueTest {

    private static final Words WORDS = new Words();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final List<Course.Meeting> MONDAYS = meetings("2027-01-11", 7, 5);

    @Test
    void aSwedeReadsDaysAndTimesAsOnANote() {
        Tongue swedish = tongue("sv");

        assertThat(swedish.rhythm(MONDAYS)).isEqualTo("5 måndagar kl. 13.00–14.00");
        assertThat(swedish.dates(days(MONDAYS), TODAY)).isEqualTo("11, 18, 25 januari, 1 och 8 februari");
        assertThat(swedish.facts(MONDAYS)).isEqualTo("Start 11 januari · 5 måndagar 13.00–14.00");
        assertThat(swedish.times(LocalTime.of(9, 0), LocalTime.of(12, 0))).isEqualTo("9.00–12.00");
    }

    @Test
    void everyOtherLanguageHasItsOwnWayToSayThem() {
        assertThat(tongue("en").dates(days(MONDAYS), TODAY)).isEqualTo("11, 18, 25 January, 1 and 8 February");
        assertThat(tongue("en").facts(MONDAYS)).isEqualTo("Starts 11 January · 5 Mondays, 13:00–14:00");
        assertThat(tongue("fi").dates(days(MONDAYS), TODAY)).isEqualTo("11., 18., 25. tammikuuta, 1. ja 8. helmikuuta");
        assertThat(tongue("fi").facts(MONDAYS)).isEqualTo("Alkaa 11. tammikuuta · 5 maanantaita klo 13.00–14.00");
        assertThat(tongue("ar").dates(days(MONDAYS), TODAY)).isEqualTo("11 و18 و25 يناير و1 و8 فبراير");
        assertThat(tongue("ar").facts(MONDAYS))
                .isEqualTo("تبدأ في 11 يناير · أيام الاثنين، 5 مرات، من 13:00 إلى 14:00");
        assertThat(tongue("so").dates(days(MONDAYS), TODAY)).isEqualTo("11, 18, 25 Janaayo, 1 iyo 8 Febraayo");
        assertThat(tongue("so").facts(MONDAYS))
                .isEqualTo("Wuxuu bilaabmayaa 11 Janaayo · 5 maalmood oo Isniin ah, 13:00–14:00");
    }

    @Test
    void aSingleEveningIsSaidWithItsWeekday() {
        List<Course.Meeting> once = meetings("2027-03-16", 7, 1);

        assertThat(tongue("sv").facts(once)).isEqualTo("Tisdag 16 mars 13.00–14.00");
        assertThat(tongue("en").facts(once)).isEqualTo("Tuesday 16 March, 13:00–14:00");
        assertThat(tongue("fi").facts(once)).isEqualTo("Tiistai 16. maaliskuuta klo 13.00–14.00");
    }

    @Test
    void daysInARowAreCountedAsDays() {
        assertThat(tongue("sv").facts(meetings("2027-01-11", 1, 3)))
                .isEqualTo("Start 11 januari · 3 dagar 13.00–14.00");
    }

    @Test
    void theYearStandsWhereItCouldBeMistaken() {
        List<LocalDate> days = days(MONDAYS);

        assertThat(tongue("sv").dates(days, LocalDate.of(2026, 3, 1)))
                .isEqualTo("11, 18, 25 januari, 1 och 8 februari 2027");
        assertThat(tongue("sv").dates(days, LocalDate.of(2027, 3, 1)))
                .isEqualTo("11, 18, 25 januari, 1 och 8 februari 2027");
        assertThat(tongue("sv").dates(days(meetings("2026-12-21", 7, 3)), LocalDate.of(2026, 1, 1)))
                .isEqualTo("21, 28 december 2026 och 4 januari 2027");
    }

    @Test
    void aTimeIsNeverBrokenAtTheEndOfALine() {
        assertThat(tongue("sv").pieces("5 måndagar kl. 13.00–14.00."))
                .containsExactly(new Tongue.Piece("5 måndagar kl. ", false), new Tongue.Piece("13.00–14.00.", true));
        assertThat(tongue("sv").pieces("3–5 år"))
                .containsExactly(new Tongue.Piece("3–5", true), new Tongue.Piece(" år", false));
        assertThat(tongue("sv").pieces("")).isEmpty();
    }

    @Test
    void wordsThatAreMissingAreMarkedAsTheLanguageTheyAreIn() {
        Text name = new Text(Map.of("sv", "Sagostund", "en", "Story time"));

        assertThat(tongue("en").said(name)).isEqualTo(new Tongue.Said("Story time", null, null));
        assertThat(tongue("ar").said(name)).isEqualTo(new Tongue.Said("Sagostund", "sv", "ltr"));
        assertThat(tongue("sv").said(new Text(Map.of("ar", "وقت القصص"))))
                .isEqualTo(new Tongue.Said("وقت القصص", "ar", "rtl"));
    }

    @Test
    void whoeverMayHoldACourseHasANameInEveryLanguage() {
        assertThat(Tongue.SPOKEN)
                .allSatisfy(language -> assertThat(Course.HOSTS)
                        .allSatisfy(host -> assertThat(tongue(language).say("phone.host." + host))
                                .doesNotContain("!")));
    }

    private static Tongue tongue(String language) {
        return new Tongue(WORDS, language, "sv");
    }

    private static List<LocalDate> days(List<Course.Meeting> meetings) {
        return meetings.stream().map(Course.Meeting::day).toList();
    }

    private static List<Course.Meeting> meetings(String first, int pace, int count) {
        return Stream.iterate(LocalDate.parse(first), day -> day.plusDays(pace))
                .limit(count)
                .map(day -> new Course.Meeting(day, LocalTime.of(13, 0), LocalTime.of(14, 0)))
                .toList();
    }
}
