package se.tambur.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tambur.DatabaseTest;
import se.tambur.centre.DayChanges.Done;

@DatabaseTest
class DayChangesTest {

    private static final LocalDate THURSDAY = LocalDate.parse("2026-11-26");
    private static final LocalDate FRIDAY = THURSDAY.plusDays(1);
    private static final LocalTime NINE = LocalTime.of(9, 0);
    private static final ActivityId SONG = new ActivityId("sang");

    @Autowired
    Centres centres;

    @Autowired
    DayChanges changes;

    @Test
    void aSongTimeIsCalledOffThatDayAndNoOther() {
        CentreId house = house("stalla-in");

        changes.callOff(house, THURSDAY, NINE, SONG, LocalTime.of(10, 0), "kim");

        assertThat(told(house, THURSDAY)).containsExactly("09:00-12:00 lek");
        assertThat(told(house, THURSDAY.plusWeeks(1))).containsExactly("09:00-12:00 lek sang@10:00-10:30 bvc");
        assertThat(centres.history(house).newest().author()).isEqualTo("kim");
        assertThat(centres.history(house).newest().from()).isEqualTo(THURSDAY);
    }

    @Test
    void whatWasToBeginAfterAnEarlyCloseIsCalledOffToo() {
        CentreId house = house("stang-tidigt");

        changes.close(house, THURSDAY, NINE, LocalTime.of(10, 0), "kim");

        assertThat(told(house, THURSDAY)).containsExactly("09:00-10:00 lek");
    }

    @Test
    void whatIsOnAtAnEarlyCloseEndsWithIt() {
        CentreId house = house("stang-mitt-i");

        changes.close(house, THURSDAY, NINE, LocalTime.of(10, 15), "kim");

        assertThat(told(house, THURSDAY)).containsExactly("09:00-10:15 lek sang@10:00-10:15");
    }

    @Test
    void aDayWhoseOnlySessionIsCalledOffIsClosedAndCanBeOpenedAnyway() {
        CentreId house = house("oppna-anda");
        changes.callOff(house, THURSDAY, NINE, "kim");
        assertThat(told(house, THURSDAY)).isEmpty();
        assertThat(centres.timetable(house).closedBecause(THURSDAY)).isPresent();

        changes.open(house, THURSDAY, LocalTime.of(9, 30), LocalTime.of(11, 0), "kim");

        assertThat(told(house, THURSDAY)).containsExactly("09:30-11:00 lek sang@10:00-10:30");
    }

    @Test
    void aRedDayOpensAnywayWithOpenPlay() {
        CentreId house = house("rod-dag");
        LocalDate christmas = LocalDate.parse("2026-12-25");

        changes.open(house, christmas, NINE, LocalTime.of(11, 0), "kim");

        assertThat(told(house, christmas)).containsExactly("09:00-11:00 lek");
    }

    @Test
    void aChangeTakenBackGivesTheDayAsItWas() {
        CentreId house = house("angra");
        changes.open(house, FRIDAY, NINE, LocalTime.of(11, 0), "kim");
        Done closed = changes.close(house, FRIDAY, NINE, LocalTime.of(10, 0), "kim");
        Done off = changes.callOff(house, FRIDAY, NINE, "kim");
        assertThat(told(house, FRIDAY)).isEmpty();

        changes.undo(house, off, "kim");
        assertThat(told(house, FRIDAY)).containsExactly("09:00-10:00 lek");
        changes.undo(house, closed, "kim");

        assertThat(told(house, FRIDAY)).containsExactly("09:00-11:00 lek");
        assertThat(centres.history(house).versions()).hasSize(6);
    }

    @Test
    void whoLooksAtAnOldDayChangesNothing() {
        CentreId house = house("for-sent");
        Done off = changes.callOff(house, THURSDAY, NINE, SONG, LocalTime.of(10, 0), "kim");
        changes.close(house, THURSDAY, NINE, LocalTime.of(11, 0), "sam");

        assertThatThrownBy(() -> changes.callOff(house, THURSDAY, NINE, SONG, LocalTime.of(10, 0), "kim"))
                .isInstanceOf(DayMoved.class);
        assertThatThrownBy(() -> changes.undo(house, off, "kim")).isInstanceOf(DayMoved.class);
        assertThatThrownBy(() -> changes.close(house, THURSDAY, NINE, LocalTime.of(11, 30), "kim"))
                .isInstanceOf(DayMoved.class);
        assertThatThrownBy(() -> changes.open(house, THURSDAY, LocalTime.of(10, 0), LocalTime.of(14, 0), "kim"))
                .isInstanceOf(DayMoved.class);

        assertThat(told(house, THURSDAY)).containsExactly("09:00-11:00 lek");
        assertThat(centres.history(house).versions()).hasSize(3);
    }

    @Test
    void aChangeAtOneHouseLeavesTheNextHouseAlone() {
        CentreId house = house("ena-huset");
        CentreId next = house("andra-huset");

        changes.callOff(house, THURSDAY, NINE, "kim");

        assertThat(told(next, THURSDAY)).containsExactly("09:00-12:00 lek sang@10:00-10:30");
        assertThat(centres.history(next).versions()).hasSize(1);
    }

    @Test
    void theNamesOfNextTermStayAlthoughTodayIsChangedLater() {
        CentreId house = house("varens-namn");
        centres.adopt(
                "vt.yaml", yaml(house).replace("sv: Sång", "sv: Sångsamling"), LocalDate.parse("2027-01-11"), "kim");

        changes.callOff(house, THURSDAY, NINE, "kim");

        assertThat(centres.activity(house, SONG).orElseThrow().name().in("sv", "sv"))
                .isEqualTo("Sångsamling");
    }

    private List<String> told(CentreId house, LocalDate day) {
        return centres.timetable(house).sessions(day).stream()
                .map(session -> session.opens() + "-" + session.closes() + told(session))
                .toList();
    }

    private static String told(Session session) {
        var told = new StringBuilder();
        for (Session.Held held : session.activities()) {
            told.append(' ').append(held.activity().id());
            if (held.from() != null) {
                told.append('@').append(held.from()).append('-').append(held.to());
            }
        }
        return told.toString();
    }

    private CentreId house(String id) {
        CentreId house = new CentreId(id);
        centres.adopt(id + ".yaml", yaml(house), null, "test");
        return house;
    }

    private static String yaml(CentreId id) {
        return """
                centre: {id: %s, name: Huset, timezone: Europe/Stockholm, languages: [sv], capacity: 40}
                ages: [{id: 1y, name: {sv: 1 år}}]
                activities:
                  - {id: lek, name: {sv: Lek}}
                  - {id: sang, name: {sv: Sång}}
                  - {id: bvc, name: {sv: BVC}}
                week:
                  thursday:
                    - {open: "09:00-12:00", activities: [lek, {id: sang, at: "10:00-10:30"}, {id: bvc, weeks: odd}]}
                closed: [public-holidays]
                """.formatted(id);
    }
}
