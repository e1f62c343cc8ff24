package se.tambur.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tambur.DatabaseTest;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Timetable;
import se.tambur.visit.Doors;

/** At Lekladan, which is closed on public holidays, over Christmas until 6 January 2027, and 14 June to 13 August 2027. */
@DatabaseTest
class SeriesTest {

    private static final LocalTime ONE = LocalTime.of(13, 0);
    private static final LocalTime TWO = LocalTime.of(14, 0);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    private Centres centres;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aHouse() {
        centre = Doors.open(centres);
    }

    private Timetable house() {
        return centres.timetable(centre);
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static List<LocalDate> days(List<Course.Meeting> meetings) {
        return meetings.stream().map(Course.Meeting::day).toList();
    }

    private static String because(Series.Laid laid, LocalDate day) {
        return Objects.requireNonNull(laid.skipped().get(day)).in("sv", "sv");
    }

    @Test
    void fiveMondaysFromTheEleventhOfJanuary() {
        Series.Laid laid = new Series(day(2027, 1, 11), ONE, TWO, 7, 5).laid(house());

        assertThat(days(laid.meetings()))
                .containsExactly(
                        day(2027, 1, 11), day(2027, 1, 18), day(2027, 1, 25), day(2027, 2, 1), day(2027, 2, 8));
        assertThat(laid.meetings())
                .allMatch(meeting -> meeting.from().equals(ONE) && meeting.to().equals(TWO));
        assertThat(laid.skipped()).isEmpty();
    }

    @Test
    void easterMondayIsPassedOverAndTheCourseEndsAWeekLater() {
        Series.Laid laid = new Series(day(2027, 3, 22), ONE, TWO, 7, 3).laid(house());

        assertThat(days(laid.meetings())).containsExactly(day(2027, 3, 22), day(2027, 4, 5), day(2027, 4, 12));
        assertThat(laid.skipped()).containsOnlyKeys(day(2027, 3, 29));
        assertThat(because(laid, day(2027, 3, 29))).isEqualTo("Annandag påsk");
    }

    @Test
    void aFridayOnWhichTheHouseNeverOpensIsClosedOnGoodFridayToo() {
        Series.Laid laid = new Series(day(2027, 3, 19), ONE, TWO, 7, 2).laid(house());

        assertThat(days(laid.meetings())).containsExactly(day(2027, 3, 19), day(2027, 4, 2));
    }

    @Test
    void theChristmasBreakIsPassedOver() {
        Series.Laid laid = new Series(day(2026, 12, 14), ONE, TWO, 14, 2).laid(house());

        assertThat(days(laid.meetings())).containsExactly(day(2026, 12, 14), day(2027, 1, 11));
        assertThat(because(laid, day(2026, 12, 28))).isEqualTo("Julstängt");
    }

    @Test
    void aSpringCourseComesAgainAsFarIntoTheAutumn() {
        Course again = NextTerm.of(Groups.massage(centre, "massage-vt27", 8), "massage-ht27", TODAY, house());

        assertThat(again.state()).isEqualTo(Course.State.DRAFT);
        assertThat(days(again.meetings()))
                .containsExactly(
                        day(2027, 8, 23), day(2027, 8, 30), day(2027, 9, 6), day(2027, 9, 13), day(2027, 9, 20));
        assertThat(again.name()).isEqualTo(Groups.massage(centre, "x", 8).name());
    }

    @Test
    void anAutumnCourseComesAgainInTheSpring() {
        assertThat(NextTerm.first(day(2026, 8, 31), TODAY)).isEqualTo(day(2027, 1, 25));
        assertThat(NextTerm.first(day(2026, 8, 18), TODAY)).isEqualTo(day(2027, 1, 12));
    }

    @Test
    void anOldCourseComesAgainInATermThatHasNotBegun() {
        assertThat(NextTerm.first(day(2024, 2, 5), TODAY)).isEqualTo(day(2027, 2, 8));
    }

    @Test
    void aSummerCourseComesAgainWhenTheAutumnBegins() {
        assertThat(NextTerm.first(day(2027, 6, 28), TODAY)).isEqualTo(day(2027, 8, 23));
    }

    @Test
    void aHolidayWithinTheOldCourseDoesNotMakeItsRhythm() {
        Course easter = Variant.meetings(
                Groups.massage(centre, "x", 8),
                new Series(day(2027, 3, 15), ONE, TWO, 7, 4).laid(house()).meetings());

        Course again = NextTerm.of(easter, "y", TODAY, house());

        assertThat(days(again.meetings()))
                .containsExactly(day(2027, 10, 25), day(2027, 11, 1), day(2027, 11, 8), day(2027, 11, 15));
    }

    @Test
    void meetingsWithoutARhythmKeepTheirDistances() {
        Course odd = Variant.meetings(
                Groups.massage(centre, "x", 8),
                List.of(
                        new Course.Meeting(day(2027, 1, 11), ONE, TWO),
                        new Course.Meeting(day(2027, 1, 13), TWO, LocalTime.of(16, 0)),
                        new Course.Meeting(day(2027, 1, 25), ONE, TWO)));

        assertThat(days(NextTerm.of(odd, "y", TODAY, house()).meetings()))
                .containsExactly(day(2027, 8, 23), day(2027, 8, 25), day(2027, 9, 6));
    }
}
