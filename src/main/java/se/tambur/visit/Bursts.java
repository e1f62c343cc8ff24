package se.tambur.visit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Finds bursts that look like play: counting rule 7. Remembers, in memory only and to the second, how many checked in at
 * each tablet lately; the database knows minutes, so after a restart what is read from there stands in the middle of its
 * minute. Not thread-safe: only the writer asks.
 */
@Component
class Bursts {

    /** Enough for any burst still growing; older seconds are forgotten first. */
    private static final int SECONDS_REMEMBERED = 4096;

    private static final Duration REMEMBERED = Duration.ofMinutes(10);

    private final int most;
    private final long window;
    private final Map<String, Door> doors = new HashMap<>();

    Bursts(VisitSettings settings) {
        this.most = settings.burstVisits();
        this.window = Math.max(1, settings.burstWindow().toSeconds());
    }

    /**
     * The spans within which too many checked in, also counting those before.
     *
     * @param earlier the check-ins of that tablet known to the database in a span, asked for once per tablet
     */
    List<Span> note(String kiosk, List<Instant> arrivals, Instant now, Function<Span, List<Instant>> earlier) {
        long first = arrivals.stream().mapToLong(Instant::getEpochSecond).min().orElseThrow();
        long last = arrivals.stream().mapToLong(Instant::getEpochSecond).max().orElseThrow();
        Door door = doors.computeIfAbsent(kiosk, k -> {
            var made = new Door();
            earlier.apply(new Span(first - window, last + window)).forEach(made::add);
            return made;
        });
        door.heardOf = now;
        arrivals.forEach(door::add);
        List<Span> spans = door.visits <= most ? List.of() : door.spans(first, last, most, window);
        door.trim();
        return spans;
    }

    /** What is known of a tablet was mended or not stored: it is read afresh next time. */
    void forget(String kiosk) {
        doors.remove(kiosk);
    }

    /** Tablets not heard of lately are forgotten. */
    void tidy(Instant now) {
        doors.values().removeIf(door -> door.heardOf.isBefore(now.minus(REMEMBERED)));
    }

    /** From one second to another, both in. */
    record Span(long first, long last) {

        boolean holds(Instant moment) {
            return first <= moment.getEpochSecond() && moment.getEpochSecond() <= last;
        }
    }

    private static final class Door {

        private final NavigableMap<Long, Integer> bySecond = new TreeMap<>();
        private long visits;
        private Instant heardOf = Instant.EPOCH;

        void add(Instant arrival) {
            bySecond.merge(arrival.getEpochSecond(), 1, Integer::sum);
            visits++;
        }

        /** Slides a window over the seconds that could share one with a new arrival. */
        List<Span> spans(long first, long last, int most, long window) {
            List<Span> spans = new ArrayList<>();
            List<Map.Entry<Long, Integer>> near =
                    List.copyOf(bySecond.subMap(first - window + 1, true, last + window - 1, true)
                            .entrySet());
            int within = 0;
            int end = 0;
            for (int start = 0; start < near.size(); start++) {
                long from = near.get(start).getKey();
                while (end < near.size() && near.get(end).getKey() < from + window) {
                    within += near.get(end++).getValue();
                }
                if (within > most) {
                    join(spans, new Span(from, near.get(end - 1).getKey()));
                }
                within -= near.get(start).getValue();
            }
            return spans;
        }

        private static void join(List<Span> spans, Span next) {
            if (!spans.isEmpty() && spans.getLast().last() >= next.first()) {
                next = new Span(spans.removeLast().first(), next.last());
            }
            spans.add(next);
        }

        void trim() {
            while (bySecond.size() > SECONDS_REMEMBERED) {
                visits -= bySecond.pollFirstEntry().getValue();
            }
        }
    }
}
