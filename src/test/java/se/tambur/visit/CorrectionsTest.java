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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.ActivityId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.visit.CorrectionRefused.Flaw;
import se.tambur.visit.CorrectionRefused.Why;
import se.tambur.visit.Corrections.Change;
import se.tambur.visit.Corrections.Entry;
import se.tambur.visit.Corrections.Reason;
import se.tambur.visit.Tallies.Axis;

@DatabaseTest
class CorrectionsTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final ActivityId PLAY = new ActivityId("oppen-lek");

    @Autowired
    private Corrections corrections;

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
    void theDayAfterATuesdayWithTwoFamilies() {
        clock.set("2026-11-25T09:00");
        centre = Doors.open(centres);
        checkIns.take(
                centre,
                "entren",
                List.of(
                        Doors.arrived(at("2026-11-24T10:05"), "oppen-lek", party(1, "2y", 2)),
                        Doors.arrived(at("2026-11-24T11:05"), "oppen-lek", party(2, "2y", 1))));
    }

    @Test
    void aFamilyThatCamePastTheTabletIsAddedOnBothAxes() {
        Entry made = correct(Map.of(Tallies.VISITS, 1, Tallies.ADULTS, 1, "1y", 2));

        assertThat(total(Axis.ACTIVITY, Tallies.VISITS)).isEqualTo(3);
        assertThat(total(Axis.ACTIVITY, "1y")).isEqualTo(2);
        assertThat(total(Axis.HOUR, Tallies.ADULTS)).isEqualTo(4);
        assertThat(total(Axis.HOUR, "1y")).isEqualTo(2);
        assertThat(made.author()).isEqualTo("Asta");
        assertThat(made.reason()).isEqualTo(Reason.MISSED);
        assertThat(made.at()).isEqualTo(at("2026-11-25T09:00"));
        assertThat(corrections.of(centre, TUESDAY, TUESDAY)).containsExactly(made);
    }

    @Test
    void whatIsTakenAwayIsTakenFromTheHoursThatHaveIt() {
        correct(Map.of("2y", -3, Tallies.VISITS, -1));

        assertThat(total(Axis.ACTIVITY, "2y")).isZero();
        assertThat(total(Axis.HOUR, "2y")).isZero();
        assertThat(total(Axis.HOUR, Tallies.VISITS)).isEqualTo(1);
    }

    @Test
    void whoTakesAwayMoreThanIsThereIsToldWhatIsThereAndNothingChanges() {
        assertThat(refused(Map.of("2y", -4, Tallies.ADULTS, -5, "1y", 1)))
                .containsExactlyInAnyOrder(
                        new Flaw(Why.BELOW_ZERO, "2y", 3), new Flaw(Why.BELOW_ZERO, Tallies.ADULTS, 3));
        assertThat(total(Axis.ACTIVITY, "1y")).isZero();
        assertThat(corrections.of(centre, TUESDAY, TUESDAY)).isEmpty();
    }

    @Test
    void anotherActivityOfTheSessionCannotLendItsNumbers() {
        assertThat(catchThrowableOfType(
                                CorrectionRefused.class,
                                () -> corrections.make(
                                        centre,
                                        UUID.randomUUID(),
                                        new Change(TUESDAY, TEN, new ActivityId("bvc"), Map.of("2y", -1)),
                                        Reason.WRONG,
                                        "Asta"))
                        .flaws())
                .containsExactly(new Flaw(Why.BELOW_ZERO, "2y", 0));
    }

    @Test
    void peopleKeepAVisitTheyCameBy() {
        assertThat(refused(Map.of(Tallies.VISITS, -2))).containsExactly(new Flaw(Why.NO_VISIT, Tallies.VISITS, 0));
    }

    @Test
    void nothingAndTheAbsurdAndTheFutureAreNoCorrections() {
        assertThat(refused(Map.of("2y", 0))).containsExactly(new Flaw(Why.EMPTY, "", 0));
        assertThat(refused(Map.of("2y", 501))).containsExactly(new Flaw(Why.TOO_MANY, "2y", 0));
        assertThat(refusedAt(LocalDate.of(2026, 11, 26), LocalTime.of(9, 0)))
                .containsExactly(new Flaw(Why.TO_COME, "", 0));
        assertThat(refusedAt(TUESDAY, LocalTime.of(8, 0))).containsExactly(new Flaw(Why.NO_SESSION, "", 0));
    }

    @Test
    void theSameFormSentTwiceIsOneCorrection() {
        UUID form = UUID.randomUUID();
        var change = new Change(TUESDAY, TEN, PLAY, Map.of("1y", 1));

        Entry first = corrections.make(centre, form, change, Reason.MISSED, "Asta");
        Entry second = corrections.make(centre, form, change, Reason.MISSED, "Asta");

        assertThat(second).isEqualTo(first);
        assertThat(total(Axis.ACTIVITY, "1y")).isEqualTo(1);
    }

    @Test
    void aRegretIsTheOppositeEntryAndTheFirstOneStands() {
        Entry made = correct(Map.of(Tallies.VISITS, -1, "2y", -2));

        Entry regret = corrections.undo(centre, made.id(), "Kim");
        corrections.undo(centre, made.id(), "Kim");

        assertThat(total(Axis.ACTIVITY, "2y")).isEqualTo(3);
        assertThat(tallies.of(centre, TUESDAY, TUESDAY, Axis.HOUR).stream()
                        .filter(tally -> tally.category().equals("2y"))
                        .map(tally -> tally.key() + "=" + tally.number()))
                .containsExactly("10=2", "11=1");
        assertThat(regret.numbers()).isEqualTo(Map.of(Tallies.VISITS, 1, "2y", 2));
        assertThat(regret.undoes()).isEqualTo(made.id());
        assertThat(corrections.of(centre, TUESDAY, TUESDAY))
                .extracting(Entry::author, Entry::undone)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Asta", true),
                        org.assertj.core.groups.Tuple.tuple("Kim", false));
        assertThat(corrections.balance(centre, TUESDAY, TUESDAY)).isEqualTo(new Corrections.Balance(0, 0, 0, 0, 0));
    }

    @Test
    void whatHasBeenTakenAwaySinceCannotBeTakenBackOnceMore() {
        Entry added = correct(Map.of("1y", 2));
        correct(Map.of("1y", -1));

        assertThatThrownBy(() -> corrections.undo(centre, added.id(), "Asta")).isInstanceOf(CorrectionRefused.class);
        assertThat(total(Axis.ACTIVITY, "1y")).isEqualTo(1);
    }

    @Test
    void anotherHouseNeitherSeesNorRegretsIt() {
        CentreId other = Doors.open(centres);
        Entry made = correct(Map.of("1y", 1));

        assertThat(corrections.of(other, TUESDAY, TUESDAY)).isEmpty();
        assertThat(corrections.balance(other, TUESDAY, TUESDAY).corrections()).isZero();
        assertThatThrownBy(() -> corrections.undo(other, made.id(), "Asta"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(total(Axis.ACTIVITY, "1y")).isEqualTo(1);
    }

    @Test
    void aVisitWhoseNumbersHaveBeenCorrectedAwayIsNotTakenBackASecondTime() {
        clock.set("2026-11-24T12:30");
        correct(Map.of("2y", -3));

        assertThat(checkIns.undoLast(centre, "Asta")).isEmpty();
        assertThat(total(Axis.ACTIVITY, Tallies.VISITS)).isEqualTo(2);
        assertThat(total(Axis.HOUR, Tallies.VISITS)).isEqualTo(2);
    }

    @Test
    void anImportThatHasBeenCorrectedIsTakenOutWholeOrNotAtAll() {
        String csv =
                "arrived_at,activity,0-11m,1y,2y,3-5y,6y+,adults,expecting\n2026-11-23T09:30,oppen-lek,3,0,0,0,0,1,0\n";
        long run = imports.take(centre, "x.csv", csv.getBytes(StandardCharsets.UTF_8), "Asta", done -> {})
                .run();
        var change = new Change(LocalDate.of(2026, 11, 23), LocalTime.of(9, 0), PLAY, Map.of("0-11m", -1));
        Entry made = corrections.make(centre, UUID.randomUUID(), change, Reason.WRONG, "Asta");

        assertThatThrownBy(() -> imports.undo(centre, run, "Asta"))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining("visit.import.corrected");
        assertThat(imports.runs(centre)).hasSize(1);

        corrections.undo(centre, made.id(), "Asta");
        imports.undo(centre, run, "Asta");
        assertThat(imports.runs(centre)).isEmpty();
    }

    private Entry correct(Map<String, Integer> numbers) {
        return corrections.make(
                centre, UUID.randomUUID(), new Change(TUESDAY, TEN, PLAY, numbers), Reason.MISSED, "Asta");
    }

    private List<Flaw> refused(Map<String, Integer> numbers) {
        return catchThrowableOfType(CorrectionRefused.class, () -> correct(numbers))
                .flaws();
    }

    private List<Flaw> refusedAt(LocalDate day, LocalTime session) {
        return catchThrowableOfType(
                        CorrectionRefused.class,
                        () -> corrections.make(
                                centre,
                                UUID.randomUUID(),
                                new Change(day, session, PLAY, Map.of("2y", 1, Tallies.VISITS, 1)),
                                Reason.MISSED,
                                "Asta"))
                .flaws();
    }

    private int total(Axis axis, String category) {
        return Doors.sum(tallies.of(centre, TUESDAY, TUESDAY, axis), category);
    }
}
