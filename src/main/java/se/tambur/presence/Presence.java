package se.tambur.presence;

import java.time.Instant;
import org.springframework.stereotype.Service;
import se.tambur.centre.CentreId;

/** How many are in the house now. */
@Service
public class Presence {

    /**
     * The estimate at a moment: each visit of the day counts with the chance that a stay of its activity's usual length
     * is still going on; nobody after closing + 30 minutes; those who told they left and head counts correct it.
     */
    public Estimate at(CentreId centre, Instant moment) {
        throw new UnsupportedOperationException();
    }

    /** Whether the sign "full just now" is up: set by staff until the session ends, or by the estimate where that option is on. */
    public boolean full(CentreId centre, Instant moment) {
        throw new UnsupportedOperationException();
    }

    /** Staff put the sign up or take it down. */
    public void setFull(CentreId centre, boolean full, String author) {
        throw new UnsupportedOperationException();
    }

    /**
     * Persons in the house.
     *
     * @param likely the expected number, rounded
     * @param low 5 in 100 that it is fewer
     * @param high 5 in 100 that it is more
     * @param children of the likely ones
     */
    public record Estimate(int likely, int low, int high, int children, int capacity) {}
}
