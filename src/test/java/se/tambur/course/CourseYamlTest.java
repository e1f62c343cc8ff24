package se.tambur.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.tambur.DatabaseTest;
import se.tambur.centre.AgeId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.PlanRefused;

@DatabaseTest
class CourseYamlTest {

    private static final String SOUND = """
            course:
              id: babymassage-vt27
              centre: lekladan
              name: {sv: Babymassage, en: Baby massage}
              text: {sv: "Du lär dig massera ditt barn.", en: "Learn to massage your baby."}
              picture: baby
              ages: [0-11m]
              host: child-health
              level: universal
              place: Stora rummet
              meetings: {first: 2027-01-11, time: "13:00-14:00", every: week, count: 5}
              seats: 8
              sign-up: {link: "https://www.example.se/e-tjanst/babymassage"}
            """;

    @Autowired
    Centres centres;

    @Test
    void theExampleIsReadAsItIsWritten() {
        Course course = read(SOUND);

        assertThat(course.id()).isEqualTo("babymassage-vt27");
        assertThat(course.code()).isEqualTo("CODE-lekladan-babymassage-vt27");
        assertThat(course.name().in("en", "sv")).isEqualTo("Baby massage");
        assertThat(course.ages()).isEqualTo(Set.of(new AgeId("0-11m")));
        assertThat(course.expecting()).isFalse();
        assertThat(course.host()).isEqualTo("child-health");
        assertThat(course.level()).isEqualTo(Plan.Level.UNIVERSAL);
        assertThat(course.seats()).isEqualTo(8);
        assertThat(course.signUp()).isEqualTo(new Course.SignUpWay.Link("https://www.example.se/e-tjanst/babymassage"));
        assertThat(course.meetings())
                .hasSize(5)
                .endsWith(new Course.Meeting(LocalDate.of(2027, 2, 8), LocalTime.of(13, 0), LocalTime.of(14, 0)));
    }

    @Test
    void aCourseEveryOtherWeekMeetsEveryOtherWeek() {
        Course course = read(SOUND.replace("every: week, count: 5", "every: two-weeks, count: 3, skip: [2027-01-25]"));

        assertThat(course.meetings())
                .extracting(Course.Meeting::day)
                .containsExactly(LocalDate.of(2027, 1, 11), LocalDate.of(2027, 2, 8), LocalDate.of(2027, 2, 22));
    }

    @Test
    void aSingleMeetingNeedsNoPace() {
        assertThat(read(SOUND.replace("every: week, count: 5", "count: 1")).meetings())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            centre: lekladan           | centre: lekladen            | 3  | course.centre         | lekladan
            seats: 8                   | seets: 8                    | 12 | course.seets          | did you mean 'seats'
            seats: 8                   | seats: 0                    | 12 | course.seats          | from 1 to 1000
            {sv: Babymassage, en:      | {en:                        | 4  | course.name.sv        | first language
            ages: [0-11m]              | ages: [0-12m]               | 7  | course.ages[0]        | did you mean '0-11m'
            ages: [0-11m]              | ages: [1y, 1y]              | 7  | course.ages[1]        | once
            host: child-health         | host: doctor                | 8  | course.host           | child-health
            level: universal           | level: secret               | 9  | course.level          | universal
            place: Stora rummet        | plaice: Stora rummet        | 1  | course.place          | found none
            first: 2027-01-11          | first: 2027-02-30           | 11 | course.meetings.first | a date of the calendar
            13:00-14:00                | 14:00-13:00                 | 11 | course.meetings.time  | an end after 14:00
            every: week                | every: month                | 11 | course.meetings.every | two-weeks
            'every: week, '            | ''                          | 11 | course.meetings.every | found none
            count: 5                   | count: 500                  | 11 | course.meetings.count | from 1 to 100
            count: 5                   | 'count: 5, skip: [2027-01-12]' | 11 | course.meetings.skip[0] | a day on which the course would meet
            https://www                | http://www                  | 13 | course.sign-up.link   | https://
            https://www                | https://anna@www            | 13 | course.sign-up.link   | https://
            picture: baby              | picture: ../../baby         | 6  | course.picture        | a picture's name
            id: babymassage-vt27       | id: Babymassage             | 2  | course.id             | a-z, 0-9 and -
            """)
    void aWrongFileIsRefusedWithWhereAndWhatWasExpected(
            String right, String wrong, int line, String field, String expected) {
        PlanRefused refused = catchThrowableOfType(PlanRefused.class, () -> read(SOUND.replace(right, wrong)));

        assertThat(refused.flaws()).anySatisfy(flaw -> {
            assertThat(flaw.file()).isEqualTo("course.yaml");
            assertThat(flaw.line()).isEqualTo(line);
            assertThat(flaw.field()).isEqualTo(field);
            assertThat(flaw.expected()).contains(expected);
        });
    }

    @Test
    void aSignUpNobodyKnowsIsRefusedWithTheWaysThereAre() {
        PlanRefused refused = catchThrowableOfType(
                PlanRefused.class,
                () -> read(SOUND.replace("{link: \"https://www.example.se/e-tjanst/babymassage\"}", "fax")));

        assertThat(refused.flaws().getFirst().expected())
                .contains("call, drop-in")
                .contains("https://");
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        PlanRefused refused = catchThrowableOfType(
                PlanRefused.class,
                () -> read(SOUND.replace("seats: 8", "seats: -1").replace("host: child-health", "host: x")));

        assertThat(refused.flaws()).extracting(PlanRefused.Flaw::line).containsExactly(8, 12);
    }

    private Course read(String yaml) {
        return new CourseYaml(centres, (centre, id) -> "CODE-" + centre + "-" + id)
                .read("course.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }
}
