package se.tambur.centre;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One opening period of one day; known by its day and the time it opens.
 *
 * @param opens local time, the opening minute is in
 * @param closes local time, the closing minute is out
 */
public record Session(LocalDate day, LocalTime opens, LocalTime closes, ZoneId zone, Text name, List<Held> activities) {

    /** How long before it opens and after it closes a visit still belongs to it: counting rule 2. */
    public static final Duration MARGIN = Duration.ofMinutes(30);

    /** When it opens, on the world's clock. */
    public Instant opensAt() {
        return day.atTime(opens).atZone(zone).toInstant();
    }

    /** When it closes, on the world's clock. */
    public Instant closesAt() {
        return day.atTime(closes).atZone(zone).toInstant();
    }

    /** Whether somebody can have come to it by a moment. */
    public boolean begun(Instant moment) {
        return !opensAt().minus(MARGIN).isAfter(moment);
    }

    /** An activity held in the session; without times it lasts from opening to closing. */
    public record Held(
            Plan.Activity activity,
            @Nullable LocalTime from,
            @Nullable LocalTime to) {}
}
