package se.tambur.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.tambur.centre.ActivityId;
import se.tambur.centre.CentreId;

/** Taking in visits once and only once, and mending the day. */
@Service
public class CheckIns {

    /**
     * Takes in what a tablet hands over. When it returns, everything answered {@code STORED}, {@code ALREADY} or
     * {@code HELD} is on disk. One bad event never stops the rest.
     *
     * @param kiosk the tablet's stable id, for bursts and nothing else
     * @return one answer per event, in order
     */
    public List<Taken> take(CentreId centre, String kiosk, List<? extends DoorEvent> events) {
        throw new UnsupportedOperationException();
    }

    /**
     * Staff add a visit that the door missed.
     *
     * @param at local time of the centre
     * @return its id
     * @throws IllegalArgumentException when the activity or an age is not in the plan, or the time is to come
     */
    public UUID add(CentreId centre, LocalDateTime at, @Nullable ActivityId activity, Party party, String author) {
        throw new UnsupportedOperationException();
    }

    /** Staff take back the latest counted visit of today; empty when there is none. */
    public Optional<Visit> undoLast(CentreId centre, String author) {
        throw new UnsupportedOperationException();
    }

    /** Counted visits of a day that are not yet erased, in time order; the basis of the live view and the estimate. */
    public List<Visit> visits(CentreId centre, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** Those who told that they left on a day. */
    public List<Leaving> leavings(CentreId centre, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /** Bursts set aside, waiting for staff, oldest first. */
    public List<Suspects> suspects(CentreId centre) {
        throw new UnsupportedOperationException();
    }

    /** A burst was a real crowd: its visits are counted. */
    public void keep(CentreId centre, UUID burst, String author) {
        throw new UnsupportedOperationException();
    }

    /** A burst was play: its visits are dropped. */
    public void drop(CentreId centre, UUID burst, String author) {
        throw new UnsupportedOperationException();
    }

    /** Visits whose time nobody can know. */
    public List<Visit> timeless(CentreId centre) {
        throw new UnsupportedOperationException();
    }

    /** Staff place visits of unknown time on a day; they are outside hours unless the time falls in a session. */
    public void place(CentreId centre, List<UUID> visits, LocalDateTime at, String author) {
        throw new UnsupportedOperationException();
    }

    /** Staff counted the room by eye just now. */
    public void countRoom(CentreId centre, int children, int adults, String author) {
        throw new UnsupportedOperationException();
    }

    /** The head counts of a day, in time order. */
    public List<HeadCount> headCounts(CentreId centre, LocalDate day) {
        throw new UnsupportedOperationException();
    }

    /**
     * A visit of today.
     *
     * @param arrived local time to the minute; midnight of the day it was received for one without time
     * @param session when its session opens; null: outside hours
     */
    public record Visit(
            UUID id,
            LocalDate day,
            LocalTime arrived,
            @Nullable LocalTime session,
            ActivityId activity,
            Party party) {}

    /** Some left at a time, local, to the minute. */
    public record Leaving(LocalTime at, int adults, int children) {}

    /**
     * A burst that looks like play.
     *
     * @param id names it for {@link #keep} and {@link #drop}
     * @param from local time of its first visit
     * @param dropsOn the day it is dropped if nobody decides
     */
    public record Suspects(
            UUID id,
            String kiosk,
            LocalDate day,
            LocalTime from,
            LocalTime to,
            int visits,
            int children,
            LocalDate dropsOn) {}

    /** What somebody counted by eye. */
    public record HeadCount(Instant at, int children, int adults) {}
}
