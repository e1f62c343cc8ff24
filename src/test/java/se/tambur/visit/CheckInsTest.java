package se.tambur.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.tambur.visit.Doors.arrived;
import static se.tambur.visit.Doors.at;
import static se.tambur.visit.Doors.family;
import static se.tambur.visit.Doors.party;
import static se.tambur.visit.Doors.undo;
import static se.tambur.visit.Taken.Result.ALREADY;
import static se.tambur.visit.Taken.Result.HELD;
import static se.tambur.visit.Taken.Result.REFUSED;
import static se.tambur.visit.Taken.Result.STORED;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestConstructor;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

@DatabaseTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CheckInsTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final String DOOR = "entren";

    private final CheckIns checkIns;
    private final Tallies tallies;
    private final Centres centres;
    private final TestClock clock;
    private CentreId centre;

    @Autowired
    CheckInsTest(CheckIns checkIns, Tallies tallies, Centres centres, TestClock clock) {
        this.checkIns = checkIns;
        this.tallies = tallies;
        this.centres = centres;
        this.clock = clock;
        this.centre = new CentreId("none");
    }

    @BeforeEach
    void anHouseOnATuesdayAtTwelvePastTen() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
    }

    @Test
    void aFamilyThatChecksInIsSeenAndCountedOnBothAxes() {
        var family = arrived(at("2026-11-24T10:11:42"), "babysang", party(2, "0-11m", 1, "2y", 2));

        assertThat(checkIns.take(centre, DOOR, List.of(family))).containsExactly(new Taken(family.id(), STORED, null));

        assertThat(checkIns.visits(centre, TUESDAY))
                .containsExactly(new CheckIns.Visit(
                        family.id(),
                        TUESDAY,
                        LocalTime.of(10, 11),
                        LocalTime.of(10, 0),
                        new ActivityId("babysang"),
                        family.party()));
        LocalTime ten = LocalTime.of(10, 0);
        assertThat(tallies.of(centre, TUESDAY, TUESDAY, Tallies.Axis.ACTIVITY))
                .containsExactly(
                        new Tallies.Tally(TUESDAY, ten, "babysang", "0-11m", 1),
                        new Tallies.Tally(TUESDAY, ten, "babysang", "2y", 2),
                        new Tallies.Tally(TUESDAY, ten, "babysang", "adults", 2),
                        new Tallies.Tally(TUESDAY, ten, "babysang", "visits", 1));
        assertThat(tallies.of(centre, TUESDAY, TUESDAY, Tallies.Axis.HOUR))
                .containsExactly(
                        new Tallies.Tally(TUESDAY, ten, "10", "0-11m", 1),
                        new Tallies.Tally(TUESDAY, ten, "10", "2y", 2),
                        new Tallies.Tally(TUESDAY, ten, "10", "adults", 2),
                        new Tallies.Tally(TUESDAY, ten, "10", "visits", 1));
    }

    @Test
    void aFamilyThatChoseNothingPlays() {
        take(family(clock.instant()));

        assertThat(checkIns.visits(centre, TUESDAY).getFirst().activity()).isEqualTo(new ActivityId("oppen-lek"));
    }

    @Test
    void aFamilyThatComesInTheEveningIsCountedOutsideHours() {
        clock.set("2026-11-24T19:30");
        take(family(at("2026-11-24T19:05")));

        assertThat(checkIns.visits(centre, TUESDAY).getFirst().session()).isNull();
        assertThat(tallies.of(centre, TUESDAY, TUESDAY, Tallies.Axis.HOUR))
                .contains(new Tallies.Tally(TUESDAY, null, "19", "visits", 1));
    }

    @Test
    void whatIsSentFiveTimesInParallelIsCountedOnce() throws Exception {
        List<DoorEvent> visits = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            // ten seconds apart over six hours, so that nothing looks like play
            visits.add(family(at("2026-11-24T04:00").plusSeconds(11L * i)));
        }
        List<Taken> answers = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService tablets = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = new ArrayList<>();
            for (int from = 0; from < visits.size(); from += 100) {
                List<DoorEvent> batch = visits.subList(from, from + 100);
                for (int time = 0; time < 5; time++) {
                    sent.add(tablets.submit(() -> answers.addAll(checkIns.take(centre, DOOR, batch))));
                }
            }
            for (Future<?> each : sent) {
                each.get();
            }
        }
        assertThat(answers).hasSize(10_000);
        assertThat(answers.stream().filter(t -> t.result() == STORED)).hasSize(2000);
        assertThat(answers.stream().filter(t -> t.result() == ALREADY)).hasSize(8000);
        assertThat(checkIns.visits(centre, TUESDAY)).hasSize(2000);
        assertThat(visitsCounted()).isEqualTo(2000);
    }

    @Test
    void twentyTabletsAtOnceLoseNothing() throws Exception {
        try (ExecutorService tablets = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                String door = "door-" + i;
                all.add(tablets.submit(() -> {
                    for (int n = 0; n < 10; n++) {
                        assertThat(checkIns.take(centre, door, List.of(family(clock.instant())))
                                        .getFirst()
                                        .result())
                                .isEqualTo(STORED);
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertThat(visitsCounted()).isEqualTo(200);
        assertThat(checkIns.visits(centre, TUESDAY)).hasSize(200);
    }

    @Test
    void anEventTwiceInOneHandOverIsCountedOnce() {
        var family = family(clock.instant());

        assertThat(results(family, family)).containsExactly(STORED, ALREADY);
        assertThat(visitsCounted()).isEqualTo(1);
    }

    @Test
    void anUndoTakesTheFamilyOutOfTheDayAndTheSums() {
        var family = family(clock.instant());
        take(family);
        var undo = undo(family);

        assertThat(results(undo)).containsExactly(STORED);
        assertThat(results(undo)).containsExactly(ALREADY);
        assertThat(results(undo(family))).containsExactly(ALREADY);
        assertThat(checkIns.visits(centre, TUESDAY)).isEmpty();
        assertThat(tallies.of(centre, TUESDAY, TUESDAY, Tallies.Axis.ACTIVITY)).isEmpty();
        assertThat(results(family)).containsExactly(ALREADY);
        assertThat(visitsCounted()).isZero();
    }

    @Test
    void anUndoThatComesBeforeItsCheckInMakesItNeverCount() {
        var family = family(clock.instant());

        assertThat(results(undo(family))).containsExactly(STORED);
        assertThat(results(family)).containsExactly(ALREADY);
        assertThat(visitsCounted()).isZero();
    }

    @Test
    void aCheckInAndItsUndoHandedOverTogetherCountNothing() {
        var first = family(clock.instant());
        var second = family(clock.instant());

        assertThat(results(first, undo(first), undo(second), second)).containsExactly(STORED, STORED, STORED, STORED);
        assertThat(visitsCounted()).isZero();
        assertThat(checkIns.visits(centre, TUESDAY)).isEmpty();
    }

    @Test
    void anotherHouseCannotUndoAFamilyHere() {
        var family = family(clock.instant());
        take(family);
        CentreId other = Doors.open(centres);

        assertThat(checkIns.take(other, DOOR, List.of(undo(family))).getFirst().result())
                .isEqualTo(ALREADY);
        assertThat(visitsCounted()).isEqualTo(1);
    }

    @Test
    void onePoisonEventAmongAHundredOnlyHurtsItself() {
        List<DoorEvent> batch = new ArrayList<>();
        for (int i = 0; i < 99; i++) {
            batch.add(family(clock.instant().minus(Duration.ofMinutes(i))));
        }
        var poison = arrived(clock.instant(), null, party(1, "99y", 1));
        batch.add(57, poison);

        List<Taken> answers = checkIns.take(centre, DOOR, batch);

        assertThat(answers.get(57)).isEqualTo(new Taken(poison.id(), REFUSED, "unknown-age"));
        assertThat(answers.stream().filter(t -> t.result() == STORED)).hasSize(99);
        assertThat(visitsCounted()).isEqualTo(99);
    }

    @Test
    void aDoorWhoseEventsTheDatabaseWillNotHaveDoesNotHoldUpTheOthers() throws Exception {
        String impossible = "x".repeat(65);
        try (ExecutorService tablets = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 5; round++) {
                Future<List<Taken>> bad =
                        tablets.submit(() -> checkIns.take(centre, impossible, List.of(family(clock.instant()))));
                Future<List<Taken>> good =
                        tablets.submit(() -> checkIns.take(centre, DOOR, List.of(family(clock.instant()))));
                assertThat(bad.get().getFirst().result()).isEqualTo(REFUSED);
                assertThat(bad.get().getFirst().reason()).isEqualTo("not-storable");
                assertThat(good.get().getFirst().result()).isEqualTo(STORED);
            }
        }
        assertThat(visitsCounted()).isEqualTo(5);
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() {
        Party one = party(1);
        assertThat(reason(arrived(clock.instant(), "yoga", one))).isEqualTo("unknown-activity");
        assertThat(reason(arrived(clock.instant(), "riktad", one))).isEqualTo("not-at-the-door");
        assertThat(reason(arrived(clock.instant().plusSeconds(600), null, one))).isEqualTo("future");
        assertThat(reason(arrived(clock.instant().minus(Duration.ofDays(181)), null, one)))
                .isEqualTo("too-old");
        assertThat(reason(new DoorEvent.Left(UUID.randomUUID(), clock.instant(), -1, 2)))
                .isEqualTo("numbers");
        assertThat(visitsCounted()).isZero();
    }

    @Test
    void thirteenWithinTwoMinutesAreSetAsideTogetherWithTheTwelveBefore() {
        Instant start = at("2026-11-24T10:05:10");
        for (int i = 0; i < 12; i++) {
            assertThat(results(family(start.plusSeconds(9L * i)))).containsExactly(STORED);
        }
        assertThat(visitsCounted()).isEqualTo(12);

        assertThat(results(family(start.plusSeconds(119)))).containsExactly(HELD);

        assertThat(visitsCounted()).isZero();
        assertThat(checkIns.visits(centre, TUESDAY)).isEmpty();
        assertThat(tallies.suspects(centre, TUESDAY, TUESDAY)).isEqualTo(13);
        CheckIns.Suspects burst = checkIns.suspects(centre).getFirst();
        assertThat(burst.visits()).isEqualTo(13);
        assertThat(burst.children()).isEqualTo(13);
        assertThat(burst.from()).isEqualTo(LocalTime.of(10, 5));
        assertThat(burst.to()).isEqualTo(LocalTime.of(10, 7));
        assertThat(burst.dropsOn()).isEqualTo(LocalDate.of(2026, 12, 1));
    }

    @Test
    void thirteenInTwoMinutesAndASecondAreACrowd() {
        Instant start = at("2026-11-24T10:05:00");
        for (int i = 0; i < 12; i++) {
            take(family(start.plusSeconds(10L * i)));
        }

        assertThat(results(family(start.plusSeconds(120)))).containsExactly(STORED);
        assertThat(visitsCounted()).isEqualTo(13);
    }

    @Test
    void aTabletThatWasOfflineForHoursIsNoBurst() {
        DoorEvent[] visits = new DoorEvent[100];
        for (int i = 0; i < 100; i++) {
            visits[i] = family(at("2026-11-24T04:00").plusSeconds(60L * i));
        }

        assertThat(results(visits)).containsOnly(STORED);
    }

    @Test
    void twoTabletsInOneHallAreTwoDoors() {
        for (int i = 0; i < 10; i++) {
            take(family(clock.instant()));
            assertThat(checkIns.take(centre, "garden", List.of(family(clock.instant())))
                            .getFirst()
                            .result())
                    .isEqualTo(STORED);
        }
        assertThat(visitsCounted()).isEqualTo(20);
    }

    @Test
    void aBurstThatWasARealCrowdIsCountedAndStaysCounted() {
        UUID burst = burst();

        checkIns.keep(centre, burst, "Asta");

        assertThat(visitsCounted()).isEqualTo(15);
        assertThat(checkIns.suspects(centre)).isEmpty();
        assertThat(results(family(clock.instant()))).containsExactly(STORED);
        assertThat(visitsCounted()).isEqualTo(16);
    }

    @Test
    void aBurstThatWasPlayIsDropped() {
        UUID burst = burst();

        checkIns.drop(centre, burst, "Asta");
        checkIns.keep(centre, burst, "Asta");

        assertThat(visitsCounted()).isZero();
        assertThat(checkIns.suspects(centre)).isEmpty();
        assertThat(tallies.suspects(centre, TUESDAY, TUESDAY)).isZero();
    }

    @Test
    void anotherHouseCannotDecideOnABurstHere() {
        UUID burst = burst();

        checkIns.keep(Doors.open(centres), burst, "Asta");

        assertThat(checkIns.suspects(centre)).hasSize(1);
        assertThat(visitsCounted()).isZero();
    }

    @Test
    void anUndoneSuspectLeavesTheBurst() {
        DoorEvent.Arrived[] visits = crowd(15);
        results(visits);

        assertThat(results(undo(visits[3]))).containsExactly(STORED);

        assertThat(checkIns.suspects(centre).getFirst().visits()).isEqualTo(14);
        assertThat(visitsCounted()).isZero();
    }

    @Test
    void aVisitOfUnknownTimeIsStoredOnceAndPlacedByStaff() {
        var lost = arrived(null, null, party(1, "1y", 2));

        assertThat(results(lost)).containsExactly(STORED);
        assertThat(results(lost)).containsExactly(ALREADY);

        assertThat(visitsCounted()).isZero();
        assertThat(tallies.timeless(centre)).isEqualTo(1);
        assertThat(checkIns.timeless(centre).getFirst().arrived()).isEqualTo(LocalTime.MIDNIGHT);
        checkIns.place(centre, List.of(lost.id()), LocalDateTime.parse("2026-11-23T09:30"), "Asta");
        checkIns.place(centre, List.of(lost.id()), LocalDateTime.parse("2026-11-23T09:30"), "Asta");
        assertThat(tallies.timeless(centre)).isZero();
        LocalDate monday = LocalDate.of(2026, 11, 23);
        assertThat(tallies.of(centre, monday, monday, Tallies.Axis.ACTIVITY))
                .contains(new Tallies.Tally(monday, LocalTime.of(9, 0), "oppen-lek", "visits", 1))
                .contains(new Tallies.Tally(monday, LocalTime.of(9, 0), "oppen-lek", "1y", 2));
    }

    @Test
    void theHourThatComesTwiceInOctoberIsOneHourOfThatDay() {
        clock.set("2026-10-25T12:00");
        Instant first = Instant.parse("2026-10-25T00:30:00Z");
        Instant second = Instant.parse("2026-10-25T01:30:00Z");
        LocalDate sunday = LocalDate.of(2026, 10, 25);

        assertThat(results(family(first), family(second))).containsExactly(STORED, STORED);

        assertThat(checkIns.visits(centre, sunday))
                .extracting(CheckIns.Visit::arrived)
                .containsExactly(LocalTime.of(2, 30), LocalTime.of(2, 30));
        assertThat(tallies.of(centre, sunday, sunday, Tallies.Axis.HOUR))
                .contains(new Tallies.Tally(sunday, null, "2", "visits", 2));
    }

    @Test
    void theNightThatSkipsAnHourInMarchKeepsItsDay() {
        clock.set("2026-03-29T12:00");
        LocalDate sunday = LocalDate.of(2026, 3, 29);

        assertThat(results(
                        family(Instant.parse("2026-03-28T23:30:00Z")), family(Instant.parse("2026-03-29T01:00:00Z"))))
                .containsExactly(STORED, STORED);

        assertThat(tallies.of(centre, sunday, sunday, Tallies.Axis.HOUR))
                .contains(new Tallies.Tally(sunday, null, "0", "visits", 1))
                .contains(new Tallies.Tally(sunday, null, "3", "visits", 1));
    }

    @Test
    void staffAddAVisitThatTheDoorMissedAndTakeItBack() {
        UUID id = checkIns.add(
                centre,
                LocalDateTime.parse("2026-11-24T10:05"),
                new ActivityId("riktad"),
                new Party(1, Map.of(new AgeId("1y"), 1), true),
                "Asta");

        assertThat(visitsCounted()).isEqualTo(1);
        assertThat(checkIns.undoLast(centre, "Asta").map(CheckIns.Visit::id)).contains(id);
        assertThat(checkIns.undoLast(centre, "Asta")).isEmpty();
        assertThat(visitsCounted()).isZero();
        assertThatThrownBy(() -> checkIns.add(centre, LocalDateTime.parse("2026-11-24T10:13"), null, party(1), "Asta"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> checkIns.add(
                        centre, LocalDateTime.parse("2026-11-24T10:00"), new ActivityId("yoga"), party(1), "Asta"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thoseWhoTellThatTheyLeftAndHeadCountsAreKeptInOrder() {
        var left = new DoorEvent.Left(UUID.randomUUID(), at("2026-11-24T10:09:59"), 1, 2);
        assertThat(results(left, left)).containsExactly(STORED, ALREADY);
        assertThat(results(new DoorEvent.Left(UUID.randomUUID(), null, 1, 2))).containsExactly(STORED);
        checkIns.countRoom(centre, 12, 9, "Asta");

        assertThat(checkIns.leavings(centre, TUESDAY)).containsExactly(new CheckIns.Leaving(LocalTime.of(10, 9), 1, 2));
        assertThat(checkIns.headCounts(centre, TUESDAY))
                .containsExactly(new CheckIns.HeadCount(clock.instant(), 12, 9));
        assertThat(visitsCounted()).isZero();
    }

    private UUID burst() {
        assertThat(results(crowd(15))).containsOnly(HELD);
        return checkIns.suspects(centre).getFirst().id();
    }

    private DoorEvent.Arrived[] crowd(int visits) {
        DoorEvent.Arrived[] crowd = new DoorEvent.Arrived[visits];
        for (int i = 0; i < visits; i++) {
            crowd[i] = family(clock.instant().minusSeconds(i));
        }
        return crowd;
    }

    private void take(DoorEvent event) {
        assertThat(results(event)).containsExactly(STORED);
    }

    private List<Taken.Result> results(DoorEvent... events) {
        return checkIns.take(centre, DOOR, List.of(events)).stream()
                .map(Taken::result)
                .toList();
    }

    private String reason(DoorEvent event) {
        Taken taken = checkIns.take(centre, DOOR, List.of(event)).getFirst();
        assertThat(taken.result()).isEqualTo(REFUSED);
        return String.valueOf(taken.reason());
    }

    private int visitsCounted() {
        LocalDate from = TUESDAY.minusYears(1);
        int byHour = Doors.sum(tallies.of(centre, from, TUESDAY, Tallies.Axis.HOUR), Tallies.VISITS);
        assertThat(Doors.sum(tallies.of(centre, from, TUESDAY, Tallies.Axis.ACTIVITY), Tallies.VISITS))
                .isEqualTo(byHour);
        return byHour;
    }
}
