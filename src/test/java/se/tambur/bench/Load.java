package se.tambur.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * What a round of load came to.
 *
 * @param millis of each answer
 * @param done sum of what the answers said was done
 */
record Load(
        double[] millis, long done, int errors, @Nullable Exception first, double seconds) {

    /** What a client does once; says how many it got done. */
    @FunctionalInterface
    interface Deed {
        int once() throws Exception;
    }

    double quantile(double share) {
        return Sheet.quantile(millis, share);
    }

    double rate() {
        return done / seconds;
    }

    /** Each client once, all together. */
    static Load once(List<? extends Deed> clients) throws InterruptedException {
        return run(clients.size(), (client, tally) -> tally.time(System.nanoTime(), clients.get(client)));
    }

    /** Closed model: each client asks again as soon as it is answered. */
    static Load closed(List<? extends Deed> clients, Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        return run(clients.size(), (client, tally) -> {
            while (System.nanoTime() < end) {
                tally.time(System.nanoTime(), clients.get(client));
            }
        });
    }

    /**
     * Open model: each client asks {@code perSecond} times a second whether or not it has been answered in time, and an
     * answer's time is counted from when it should have been asked for, so that a stall is seen by all who would have
     * come during it (coordinated omission).
     */
    static Load open(List<? extends Deed> clients, double perSecond, Duration length) throws InterruptedException {
        long gap = (long) (1e9 / perSecond);
        long begin = System.nanoTime() + 200_000_000L;
        return run(clients.size(), (client, tally) -> {
            long due = begin + gap * client / clients.size();
            while (due < begin + length.toNanos()) {
                long wait = due - System.nanoTime();
                while (wait > 0) {
                    LockSupport.parkNanos(wait);
                    wait = due - System.nanoTime();
                }
                tally.time(due, clients.get(client));
                due += gap;
            }
        });
    }

    private interface Shift {
        void work(int client, Tally tally);
    }

    private static Load run(int clients, Shift shift) throws InterruptedException {
        long start = System.nanoTime();
        var tallies = new ArrayList<Tally>();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            int client = i;
            var tally = new Tally();
            tallies.add(tally);
            threads.add(Thread.ofVirtual().start(() -> shift.work(client, tally)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Load(
                tallies.stream()
                        .flatMap(tally -> tally.millis.stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                tallies.stream().mapToLong(tally -> tally.done).sum(),
                tallies.stream().mapToInt(tally -> tally.errors.get()).sum(),
                tallies.stream()
                        .map(tally -> tally.first)
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                seconds);
    }

    private static final class Tally {

        private final List<Double> millis = new ArrayList<>();
        private final AtomicInteger errors = new AtomicInteger();
        private long done;
        private @Nullable Exception first;

        void time(long from, Deed deed) {
            try {
                done += deed.once();
                millis.add((System.nanoTime() - from) / 1e6);
            } catch (Exception e) {
                if (errors.getAndIncrement() == 0) {
                    first = e;
                }
                // a server that is down should not be hammered
                LockSupport.parkNanos(50_000_000L);
            }
        }
    }
}
