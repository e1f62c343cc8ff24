package se.tambur.visit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

/** Prints what the writer manages, durable, without the network: the burst threshold is raised. */
@DatabaseTest
@Tag("bench")
@TestPropertySource(properties = "tambur.visits.burst-visits=1000000000")
class IntakeBench {

    private static final Duration LONG = Duration.ofSeconds(8);

    private final CheckIns checkIns;
    private final Centres centres;
    private final TestClock clock;

    @Autowired
    IntakeBench(CheckIns checkIns, Centres centres, TestClock clock) {
        this.checkIns = checkIns;
        this.centres = centres;
        this.clock = clock;
    }

    @Test
    void handOvers() throws Exception {
        clock.set("2026-11-24T10:12");
        CentreId centre = Doors.open(centres);
        for (int round = 0; round < 3; round++) {
            measure("batches of 100, 8 tablets", centre, 8, 100);
            measure("single, 32 tablets", centre, 32, 1);
        }
    }

    private void measure(String what, CentreId centre, int tablets, int size) throws Exception {
        long end = System.nanoTime() + LONG.toNanos();
        List<Future<List<Long>>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < tablets; i++) {
                String door = "door-" + i;
                all.add(threads.submit(() -> {
                    List<Long> took = new ArrayList<>();
                    while (System.nanoTime() < end) {
                        List<DoorEvent> batch = new ArrayList<>();
                        for (int n = 0; n < size; n++) {
                            batch.add(Doors.arrived(
                                    clock.instant().minusSeconds(n), "sang", Doors.party(1, "0-11m", 1, "2y", 1)));
                        }
                        long start = System.nanoTime();
                        checkIns.take(centre, door, batch);
                        took.add(System.nanoTime() - start);
                    }
                    return took;
                }));
            }
        }
        long[] took = all.stream()
                .flatMap(f -> f.resultNow().stream())
                .mapToLong(Long::longValue)
                .sorted()
                .toArray();
        System.out.printf(
                "%s: %.0f events/s, p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                what,
                took.length * (double) size / LONG.toSeconds(),
                took[took.length / 2] / 1e6,
                took[took.length * 99 / 100] / 1e6,
                Arrays.stream(took).max().orElse(0) / 1e6);
    }
}
