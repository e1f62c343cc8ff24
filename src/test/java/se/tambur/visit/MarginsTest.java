package se.tambur.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

@DatabaseTest
class MarginsTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final List<String> AGES = List.of("0-11m", "1y", "2y", "3-5y", "6y+");
    private static final List<String> ACTIVITIES = List.of("oppen-lek", "sang", "babysang", "bvc");

    private final CheckIns checkIns;
    private final Corrections corrections;
    private final HandCounts handCounts;
    private final Tallies tallies;
    private final Centres centres;
    private final TestClock clock;

    @Autowired
    MarginsTest(
            CheckIns checkIns,
            Corrections corrections,
            HandCounts handCounts,
            Tallies tallies,
            Centres centres,
            TestClock clock) {
        this.checkIns = checkIns;
        this.corrections = corrections;
        this.handCounts = handCounts;
        this.tallies = tallies;
        this.centres = centres;
        this.clock = clock;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverHappensTheTwoMarginsHaveTheTotalsOfTheVisitsThatCountAndTheCorrections(long seed) {
        clock.set("2026-11-24T17:00");
        CentreId centre = Doors.open(centres);
        var random = new Random(seed);
        List<DoorEvent.Arrived> known = new ArrayList<>();
        for (int step = 0; step < 60; step++) {
            List<DoorEvent> handed = new ArrayList<>();
            switch (random.nextInt(11)) {
                case 0 ->
                    known.stream()
                            .skip(known.isEmpty() ? 0 : random.nextInt(known.size()))
                            .limit(3)
                            .forEach(handed::add);
                case 1, 2 ->
                    known.stream()
                            .skip(known.isEmpty() ? 0 : random.nextInt(known.size()))
                            .limit(2)
                            .map(Doors::undo)
                            .forEach(handed::add);
                case 3 -> decide(centre, random);
                case 4 -> checkIns.undoLast(centre, "Asta");
                case 5 -> correct(centre, random);
                case 6 -> regret(centre, random);
                case 7 -> countByHand(centre, random);
                default -> {
                    int minute = random.nextInt(480);
                    int crowd = random.nextInt(5) == 0 ? 14 : 1 + random.nextInt(4);
                    for (int i = 0; i < crowd; i++) {
                        var arrived = arrived(random, minute);
                        known.add(arrived);
                        handed.add(arrived);
                        if (random.nextInt(6) == 0) {
                            handed.add(random.nextInt(handed.size()), Doors.undo(arrived));
                        }
                    }
                }
            }
            checkIns.take(centre, "door-" + random.nextInt(2), handed);
            compare(centre);
        }
    }

    private void correct(CentreId centre, Random random) {
        Map<String, Integer> numbers = new HashMap<>();
        for (String category : List.of(Tallies.VISITS, Tallies.ADULTS, Tallies.EXPECTING, "0-11m", "2y")) {
            numbers.put(category, random.nextInt(7) - 3);
        }
        var change = new Corrections.Change(
                TUESDAY,
                random.nextInt(4) == 0 ? null : LocalTime.of(random.nextBoolean() ? 10 : 13, 0),
                new ActivityId(ACTIVITIES.get(random.nextInt(ACTIVITIES.size()))),
                numbers);
        Map<String, Integer> before = totals(centre, Tallies.Axis.ACTIVITY);
        try {
            corrections.make(centre, UUID.randomUUID(), change, Corrections.Reason.PLAY, "Asta");
        } catch (CorrectionRefused e) {
            assertThat(totals(centre, Tallies.Axis.ACTIVITY)).isEqualTo(before);
        }
    }

    private void countByHand(CentreId centre, Random random) {
        Map<String, Integer> numbers = new HashMap<>();
        numbers.put("1y", 1 + random.nextInt(9));
        numbers.put(Tallies.ADULTS, random.nextInt(9));
        numbers.put(Tallies.VISITS, random.nextInt(2));
        var group = new Corrections.Change(
                TUESDAY,
                random.nextInt(4) == 0 ? null : LocalTime.of(random.nextBoolean() ? 10 : 13, 0),
                new ActivityId(ACTIVITIES.get(random.nextInt(ACTIVITIES.size()))),
                numbers);
        handCounts.count(
                centre,
                UUID.randomUUID(),
                group,
                random.nextBoolean() ? null : 9 + random.nextInt(8),
                Corrections.Reason.OUTDOORS,
                "Kim");
    }

    private void regret(CentreId centre, Random random) {
        List<Corrections.Entry> made = corrections.of(centre, TUESDAY, TUESDAY);
        if (!made.isEmpty()) {
            try {
                corrections.undo(centre, made.get(random.nextInt(made.size())).id(), "Asta");
            } catch (CorrectionRefused e) {
                // what it added has been taken away since
            }
        }
    }

    private void decide(CentreId centre, Random random) {
        checkIns.suspects(centre).stream().findFirst().ifPresent(burst -> {
            if (random.nextBoolean()) {
                checkIns.keep(centre, burst.id(), "Asta");
            } else {
                checkIns.drop(centre, burst.id(), "Asta");
            }
        });
    }

    private DoorEvent.Arrived arrived(Random random, int minute) {
        Map<AgeId, Integer> children = new HashMap<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            children.put(new AgeId(AGES.get(random.nextInt(AGES.size()))), 1 + random.nextInt(3));
        }
        return new DoorEvent.Arrived(
                new UUID(random.nextLong(), random.nextLong()),
                Doors.at("2026-11-24T09:00").plusSeconds(60L * minute + random.nextInt(60)),
                random.nextInt(3) == 0 ? null : new ActivityId(ACTIVITIES.get(random.nextInt(ACTIVITIES.size()))),
                new Party(children.isEmpty() ? 1 : random.nextInt(3), children, random.nextInt(10) == 0));
    }

    private void compare(CentreId centre) {
        Map<String, Integer> counted = new HashMap<>();
        for (CheckIns.Visit visit : checkIns.visits(centre, TUESDAY)) {
            counted.merge(Tallies.VISITS, 1, Integer::sum);
            counted.merge(Tallies.ADULTS, visit.party().adults(), Integer::sum);
            counted.merge(Tallies.EXPECTING, visit.party().expecting() ? 1 : 0, Integer::sum);
            visit.party().children().forEach((age, n) -> counted.merge(age.value(), n, Integer::sum));
        }
        for (Corrections.Entry entry : corrections.of(centre, TUESDAY, TUESDAY)) {
            entry.numbers().forEach((category, n) -> counted.merge(category, n, Integer::sum));
        }
        counted.values().removeIf(n -> n == 0);
        assertThat(tallies.of(centre, TUESDAY, TUESDAY, Tallies.Axis.ACTIVITY))
                .allSatisfy(tally -> assertThat(tally.number()).isPositive());
        assertThat(totals(centre, Tallies.Axis.ACTIVITY)).isEqualTo(counted);
        assertThat(totals(centre, Tallies.Axis.HOUR)).isEqualTo(counted);
    }

    private Map<String, Integer> totals(CentreId centre, Tallies.Axis axis) {
        return tallies.of(centre, TUESDAY, TUESDAY, axis).stream()
                .collect(Collectors.groupingBy(Tallies.Tally::category, Collectors.summingInt(Tallies.Tally::number)));
    }
}
