package se.tambur.kiosk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;

/**
 * A paired tablet, as known from the token it showed.
 *
 * @param id stable over pairings
 * @param command what the office wants it to do; null: nothing
 * @param firstPaired nothing happened at it before
 */
record Device(
        String id,
        CentreId centre,
        String name,
        boolean paused,
        @Nullable String command,
        Instant firstPaired) {

    /** The id is nobody's business in a log. */
    @Override
    public String toString() {
        return "Device of " + centre;
    }
}
