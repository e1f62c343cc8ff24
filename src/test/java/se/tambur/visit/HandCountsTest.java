package se.tambur.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static se.tambur.visit.Doors.at;
import static se.tambur.visit.Doors.party;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.ActivityId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.visit.CorrectionRefused.Why;
import se.tambur.visit.Corrections.Change;
import se.tambur.visit.Corrections.Entry;
import se.tambur.visit.Corrections.Reason;
import se.tambur.visit.Tallies.Axis;
import se.tambur.visit.Tallies.State;

@DatabaseTest
class HandCountsTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final ActivityId PLAY = new ActivityId("oppen-lek");
    private static final ActivityId GROUP = new ActivityId("riktad");

    @Autowired
    private HandCounts handCounts;

    @Autowired
    private Corrections corrections;

    @Autowired
    private SessionStates states;

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private Imports imports;

    @Autowired
    private Tallies tallies;

    @Autowired
    private Centres centres;

    @Autowired
    private TestClock clock;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aTuesdayOutdoorsWithoutATablet() {
        clock.set("2026-11-24T11:20");
        centre = Doors.open(centres);
    }

    @Test
    void aGroupIsSumsOnBothAxesAndNoVisitIsMadeUp() {
        count(Map.of("1y", 5, "2y", 7, Tallies.ADULTS, 9, Tallies.EXPECTING, 1), 11);

        for (Axis axis : Axis.values()) {
            assertThat(total(axis, "1y")).isEqualTo(5);
            assertThat(total(axis, "2y")).isEqualTo(7);
            assertThat(total(axis, Tallies.ADULTS)).isEqualTo(9);
            assertThat(total(axis, Tallies.EXPECTING)).isEqualTo(1);
            assertThat(total(axis, Tallies.VISITS)).isZero();
        }
        assertThat(tallies.of(centre, TUESDAY, TUESDAY, Axis.HOUR))
                .extracting(Tallies.Tally::key)
                .containsOnly("11");
        assertThat(checkIns.visits(centre, TUESDAY)).isEmpty();
    }

    @Test
    void thePartiesAreCountedWhereSomebodyCountedThem() {
        count(Map.of("1y", 5, Tallies.ADULTS, 4, Tallies.VISITS, 4), 10);
        count(Map.of("2y", 2, Tallies.ADULTS, 2), 10);

        assertThat(total(Axis.HOUR, Tallies.VISITS)).isEqualTo(4);
        assertThat(handCounts.sum(centre, TUESDAY, TUESDAY)).isEqualTo(new HandCounts.Sum(2, 4, 7, 6, 0, 1));
        assertThat(corrections.balance(centre, TUESDAY, TUESDAY).corrections()).isZero();
    }

    @Test
    void morePartiesThanPeopleCannotBe() {
        assertThat(refused(TEN, PLAY, Map.of("1y", 1, Tallies.VISITS, 2), null)).isEqualTo(Why.PARTIES);
        assertThat(refused(TEN, PLAY, Map.of("1y", 1, Tallies.EXPECTING, 2, Tallies.VISITS, 1), null))
                .isEqualTo(Why.PARTIES);
        assertThat(refused(TEN, PLAY, Map.of(Tallies.VISITS, 3), null)).isEqualTo(Why.PARTIES);
        count(Map.of(Tallies.EXPECTING, 2, Tallies.VISITS, 2), null);
    }

    @Test
    void whoDoesNotKnowWhenIsBelievedAndTheFirstHourIsTaken() {
        count(Map.of("1y", 5), null);

        assertThat(tallies.of(centre, TUESDAY, TUESDAY, Axis.HOUR))
                .extracting(Tallies.Tally::key)
                .containsOnly("10");
    }

    @Test
    void theSessionBecomesCountedAlsoAfterStaffSaidItWasNot() {
        clock.set("2026-11-24T16:30");
        states.say(centre, TUESDAY, TEN, State.NOT_COUNTED, "Asta");
        assertThat(state()).isEqualTo(State.NOT_COUNTED);

        clock.set("2026-11-24T16:40");
        Entry paper = count(Map.of("1y", 5), null);
        assertThat(state()).isEqualTo(State.COUNTED);
        assertThat(states.said(centre, TUESDAY)).isEmpty();

        clock.set("2026-11-24T16:50");
        corrections.undo(centre, paper.id(), "Asta");
        assertThat(state()).isEqualTo(State.NOT_COUNTED);
    }

    @Test
    void whatStaffSayAfterACountWinsOverIt() {
        clock.set("2026-11-24T16:30");
        count(Map.of("1y", 5), null);
        clock.set("2026-11-24T16:40");
        states.say(centre, TUESDAY, TEN, State.NOT_COUNTED, "Asta");

        assertThat(state()).isEqualTo(State.NOT_COUNTED);
    }

    @Test
    void aSessionThatWasClosedAfterAllIsNotCountedIntoBeforeStaffSayOtherwise() {
        states.sayClosed(centre, TUESDAY, TEN, "Asta");

        assertThat(refused(TEN, PLAY, Map.of("1y", 5), null)).isEqualTo(Why.CLOSED);
        assertThat(total(Axis.HOUR, "1y")).isZero();

        states.say(centre, TUESDAY, TEN, null, "Asta");
        count(Map.of("1y", 5), null);
        assertThat(total(Axis.HOUR, "1y")).isEqualTo(5);
    }

    @Test
    void pressedTwiceItIsCountedOnceAndSaysWhatWasCounted() {
        UUID form = UUID.randomUUID();
        var first = new Change(TUESDAY, TEN, PLAY, Map.of("1y", 5));
        var more = new Change(TUESDAY, TEN, PLAY, Map.of("1y", 6));

        Entry made = handCounts.count(centre, form, first, 10, Reason.OUTDOORS, "Kim");
        assertThat(handCounts.count(centre, form, first, 10, Reason.OUTDOORS, "Kim"))
                .isEqualTo(made);
        assertThat(handCounts
                        .count(centre, form, more, 10, Reason.OUTDOORS, "Kim")
                        .numbers())
                .isEqualTo(Map.of("1y", 5));

        assertThat(total(Axis.HOUR, "1y")).isEqualTo(5);
    }

    @Test
    void takenBackItLeavesNothingAndTheLogKeepsBoth() {
        count(Map.of("2y", 2, Tallies.ADULTS, 1), 10);
        Entry known = count(Map.of("1y", 5, Tallies.VISITS, 3), 11);

        Entry regret = corrections.undo(centre, known.id(), "Asta");

        assertThat(total(Axis.HOUR, "1y")).isZero();
        assertThat(total(Axis.HOUR, Tallies.VISITS)).isZero();
        assertThat(total(Axis.HOUR, "2y")).isEqualTo(2);
        assertThat(regret.byHand()).isTrue();
        assertThat(corrections.of(centre, TUESDAY, TUESDAY)).hasSize(3);
        assertThat(handCounts.of(centre, TUESDAY, TUESDAY)).hasSize(1);
    }

    @Test
    void whatWasCountedWithoutPartiesCanBeCorrectedWithoutInventingAny() {
        count(Map.of("1y", 5), 10);

        corrections.make(
                centre, UUID.randomUUID(), new Change(TUESDAY, TEN, PLAY, Map.of("1y", -1)), Reason.WRONG, "Kim");

        assertThat(total(Axis.HOUR, "1y")).isEqualTo(4);
        assertThat(total(Axis.HOUR, Tallies.VISITS)).isZero();
    }

    @Test
    void aGroupThatIsNeverAtTheDoorIsCountedOnADayWithoutSessionsToo() {
        LocalDate sunday = LocalDate.of(2026, 11, 22);

        handCounts.count(
                centre,
                UUID.randomUUID(),
                new Change(sunday, null, GROUP, Map.of("3-5y", 6, Tallies.ADULTS, 5)),
                null,
                Reason.PAPER,
                "Kim");

        assertThat(tallies.of(centre, sunday, sunday, Axis.ACTIVITY))
                .allSatisfy(tally -> assertThat(tally.key()).isEqualTo("riktad"))
                .extracting(Tallies.Tally::number)
                .containsExactlyInAnyOrder(6, 5);
    }

    @Test
    void whatIsToComeIsNotCountedButWhoComesBeforeTheDoorsOpenIs() {
        assertThat(refused(LocalTime.of(13, 0), PLAY, Map.of("1y", 1), null)).isEqualTo(Why.TO_COME);
        assertThat(refused(TEN, PLAY, Map.of("1y", 1), 12)).isEqualTo(Why.TO_COME);

        clock.set("2026-11-24T12:35");
        handCounts.count(
                centre,
                UUID.randomUUID(),
                new Change(TUESDAY, LocalTime.of(13, 0), PLAY, Map.of("1y", 1)),
                12,
                Reason.OUTDOORS,
                "Kim");
        assertThat(total(Axis.HOUR, "1y")).isEqualTo(1);
    }

    @Test
    void nobodyIsTakenAwayByACount() {
        assertThatThrownBy(() -> count(Map.of("1y", -1), null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherHouseNeitherSeesNorRegretsIt() {
        CentreId other = Doors.open(centres);
        Entry made = count(Map.of("1y", 1), null);

        assertThat(handCounts.of(other, TUESDAY, TUESDAY)).isEmpty();
        assertThat(handCounts.sum(other, TUESDAY, TUESDAY).counts()).isZero();
        assertThatThrownBy(() -> corrections.undo(other, made.id(), "Asta"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLateTabletDoesNotOpenASessionThatStaffSaidWasClosed() {
        clock.set("2026-11-24T18:00");
        states.sayClosed(centre, TUESDAY, TEN, "Asta");

        checkIns.take(centre, "entren", List.of(Doors.arrived(at("2026-11-24T10:15"), "oppen-lek", party(1, "2y", 2))));

        assertThat(tallies.sessions(centre, TUESDAY, TUESDAY))
                .extracting(held -> held.session().opens())
                .containsExactly(LocalTime.of(13, 0));
        assertThat(total(Axis.HOUR, "2y")).isEqualTo(2);

        states.say(centre, TUESDAY, TEN, null, "Asta");
        assertThat(state()).isEqualTo(State.COUNTED);
    }

    @Test
    void anImportThatWasTakenOutIsRememberedByTheDaysItSpokeFor() {
        String csv =
                "arrived_at,activity,0-11m,1y,2y,3-5y,6y+,adults,expecting\n2026-11-19T09:30,oppen-lek,3,0,0,0,0,1,0\n"
                        + "2026-11-23T09:30,oppen-lek,3,0,0,0,0,1,0\n";
        long run = imports.take(centre, "x.csv", csv.getBytes(StandardCharsets.UTF_8), "Asta", done -> {})
                .run();
        assertThat(imports.undone(centre, LocalDate.of(2026, 11, 19))).isEmpty();

        imports.undo(centre, run, "Kim");

        assertThat(imports.undone(centre, LocalDate.of(2026, 11, 19)))
                .singleElement()
                .satisfies(undone -> {
                    assertThat(undone.run().id()).isEqualTo(run);
                    assertThat(undone.run().author()).isEqualTo("Asta");
                    assertThat(undone.author()).isEqualTo("Kim");
                });
        assertThat(imports.undone(centre, LocalDate.of(2026, 11, 23))).hasSize(1);
        assertThat(imports.undone(centre, TUESDAY)).isEmpty();
        assertThat(imports.undone(Doors.open(centres), LocalDate.of(2026, 11, 19)))
                .isEmpty();
    }

    private Entry count(Map<String, Integer> numbers, @Nullable Integer hour) {
        return handCounts.count(
                centre, UUID.randomUUID(), new Change(TUESDAY, TEN, PLAY, numbers), hour, Reason.OUTDOORS, "Kim");
    }

    private Why refused(LocalTime session, ActivityId activity, Map<String, Integer> numbers, @Nullable Integer hour) {
        return catchThrowableOfType(
                        CorrectionRefused.class,
                        () -> handCounts.count(
                                centre,
                                UUID.randomUUID(),
                                new Change(TUESDAY, session, activity, numbers),
                                hour,
                                Reason.OUTDOORS,
                                "Kim"))
                .flaws()
                .getFirst()
                .why();
    }

    private State state() {
        return tallies.sessions(centre, TUESDAY, TUESDAY).getFirst().state();
    }

    private int total(Axis axis, String category) {
        return Doors.sum(tallies.of(centre, TUESDAY, TUESDAY, axis), category);
    }
}
