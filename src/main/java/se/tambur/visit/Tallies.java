package se.tambur.visit;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.tambur.centre.CentreId;
import se.tambur.centre.Session;

/** What remains of the days: sums on two axes, never joint, and the states of the sessions held. */
@Service
public class Tallies {

    /** The category of a visit as such; others are an age's id, {@link #ADULTS} and {@link #EXPECTING}. */
    public static final String VISITS = "visits";

    public static final String ADULTS = "adults";
    public static final String EXPECTING = "expecting";

    /** Which margin a tally stands on. */
    public enum Axis {
        ACTIVITY,
        HOUR
    }

    /** The sums of a span of days, both ends in, on one axis, without zeros, in order of day, session and key. */
    public List<Tally> of(CentreId centre, LocalDate from, LocalDate to, Axis axis) {
        throw new UnsupportedOperationException();
    }

    /** Every session that the plan held in a span, both ends in, up to now, with its state: counting rule 5. */
    public List<HeldSession> sessions(CentreId centre, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    /** Visits of a span that wait for a decision of staff. */
    public int suspects(CentreId centre, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    /** Visits of a span that looked like play and were dropped undecided after seven days. */
    public int droppedUndecided(CentreId centre, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    /** Visits of unknown time that nobody has placed yet. */
    public int timeless(CentreId centre) {
        throw new UnsupportedOperationException();
    }

    /** The first and last day that hold any number, or empty. */
    public java.util.Optional<Span> span(CentreId centre) {
        throw new UnsupportedOperationException();
    }

    /**
     * One sum.
     *
     * @param session when its session opened; null: outside hours
     * @param key an activity's id, or the hour as {@code 9}
     * @param category an age's id, {@link #VISITS}, {@link #ADULTS} or {@link #EXPECTING}
     */
    public record Tally(LocalDate day, @Nullable LocalTime session, String key, String category, int number) {}

    /** A session that was held, and what is known of it. */
    public record HeldSession(Session session, State state) {}

    /** From the first day to the last, both in. */
    public record Span(LocalDate first, LocalDate last) {}

    /** The three states of a held session. */
    public enum State {
        COUNTED,
        EMPTY,
        NOT_COUNTED
    }
}
