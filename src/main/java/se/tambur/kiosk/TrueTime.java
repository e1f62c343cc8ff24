package se.tambur.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When something at a door really happened, whatever the tablet's wall clock says. Works in moments of the world's
 * clock only, so the nights the clock changes need no rule of their own.
 *
 * <ol>
 *   <li>An event of the boot that sends it happened {@code uptime now - uptime then} before it was received. The wall
 *       clock is ignored.
 *   <li>An event of an earlier boot that has been heard of: its wall clock plus the offset learnt in that boot, in the
 *       stretch the event falls in, else the one before it, else the first. A tablet's uptime never runs faster than
 *       time, so what was heard before and after bounds it; a wall clock that breaks these bounds by more than two
 *       minutes was moved in between, and the uptime's word stands.
 *   <li>An event of an earlier boot that was never heard of: its wall clock plus the present offset or plus the last one
 *       known before, where that gives a possible time. When both do and differ by more than two minutes, the clock was
 *       set in between and nobody can know. When neither does, the wall clock alone, where it is possible.
 *   <li>Never in the future: up to two minutes are the network's and become the moment of receipt. A time longer ago than
 *       receipts are kept, or more than 30 days before the tablet was first paired, is no time: a cold start in 1970.
 *       Then the answer is null: <em>time unknown</em>, and staff place the visit.
 * </ol>
 */
final class TrueTime {

    private static final Duration SLACK = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofDays(180);
    private static final Duration BEFORE_PAIRING = Duration.ofDays(30);

    private final Envelope present;
    private final Instant received;
    private final Instant firstPaired;
    private final Function<Envelope.Stamp, List<Stretch>> heard;
    private final OptionalLong offsetBefore;

    /**
     * @param heard the stretches of a stamp's boot, in order of uptime
     * @param offsetBefore ms from the wall clock to ours, as last learnt in another boot than the present
     */
    TrueTime(
            Envelope present,
            Instant received,
            Instant firstPaired,
            Function<Envelope.Stamp, List<Stretch>> heard,
            OptionalLong offsetBefore) {
        this.present = present;
        this.received = received;
        this.firstPaired = firstPaired;
        this.heard = heard;
        this.offsetBefore = offsetBefore;
    }

    /**
     * A time of a boot during which the tablet's clock was equally wrong.
     *
     * @param offsetMs from the wall clock to ours
     */
    record Stretch(long uptimeFrom, long uptimeTo, Instant receivedFrom, Instant receivedTo, long offsetMs) {}

    /** From the wall clock of the tablet to ours. */
    static long offset(Envelope envelope, Instant received) {
        return Duration.between(envelope.sentAt(), received).toMillis();
    }

    /** When it happened; null: nobody can know. */
    @Nullable
    Instant of(Envelope.Stamp stamp) {
        if (stamp.boot().equals(present.boot())) {
            return received.minusMillis(Math.max(0, present.uptimeMs() - stamp.uptimeMs()));
        }
        List<Stretch> stretches = heard.apply(stamp);
        return stretches.isEmpty() ? neverHeard(stamp.wall()) : heard(stamp, stretches);
    }

    /** A moment of the present wall clock, on ours; null when that is impossible. */
    @Nullable
    Instant ofPresentClock(Instant wall) {
        return possible(wall.plusMillis(offset(present, received)));
    }

    private @Nullable Instant heard(Envelope.Stamp stamp, List<Stretch> stretches) {
        long uptime = stamp.uptimeMs();
        Stretch near = stretches.stream()
                .filter(stretch -> stretch.uptimeFrom() <= uptime)
                .reduce((earlier, later) -> later)
                .orElse(stretches.getFirst());
        Instant byWall = stamp.wall().plusMillis(near.offsetMs());
        Instant after =
                readings(stretches, uptime, true).max(Instant::compareTo).orElse(null);
        Instant before =
                readings(stretches, uptime, false).min(Instant::compareTo).orElse(null);
        // an uptime that leads into the future contradicts itself
        boolean trusted = after == null || !after.isAfter(received.plus(SLACK));
        if (trusted && (breaks(after, byWall) || breaks(byWall, before) || possible(byWall) == null)) {
            return possible(after != null ? after : Objects.requireNonNull(before));
        }
        return possible(byWall);
    }

    /** What the moments heard at or before an uptime (else: at or after it) make of it. */
    private static Stream<Instant> readings(List<Stretch> stretches, long uptime, boolean before) {
        return stretches.stream()
                .flatMap(stretch -> Stream.of(
                        new Heard(stretch.uptimeFrom(), stretch.receivedFrom()),
                        new Heard(stretch.uptimeTo(), stretch.receivedTo())))
                .filter(heard -> before ? heard.uptime <= uptime : heard.uptime >= uptime)
                .map(heard -> heard.received.plusMillis(uptime - heard.uptime));
    }

    private record Heard(long uptime, Instant received) {}

    private static boolean breaks(@Nullable Instant earlier, @Nullable Instant later) {
        return earlier != null && later != null && earlier.isAfter(later.plus(SLACK));
    }

    private @Nullable Instant neverHeard(Instant wall) {
        Instant byPresent = ofPresentClock(wall);
        Instant byLast = offsetBefore.isPresent() ? possible(wall.plusMillis(offsetBefore.getAsLong())) : null;
        if (byPresent == null && byLast == null) {
            return possible(wall);
        }
        if (byPresent != null && byLast != null) {
            boolean agree = Duration.between(byPresent, byLast).abs().compareTo(SLACK) <= 0;
            return agree ? byPresent : null;
        }
        return byPresent != null ? byPresent : byLast;
    }

    private @Nullable Instant possible(Instant moment) {
        if (moment.isAfter(received.plus(SLACK))
                || moment.isBefore(received.minus(LONGEST))
                || moment.isBefore(firstPaired.minus(BEFORE_PAIRING))) {
            return null;
        }
        return moment.isAfter(received) ? received : moment;
    }
}
