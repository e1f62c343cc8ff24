package se.tambur.visit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;

/**
 * An event on its way to the writer, already found sound.
 *
 * @param spot where it is counted; null for one without time and for anything but an arrival
 * @param left local time of a leaving; null otherwise and for one without time
 * @param today the centre's day of receipt
 */
record Handed(
        CentreId centre,
        String kiosk,
        DoorEvent event,
        @Nullable Spot spot,
        @Nullable LocalDateTime left,
        LocalDate today) {

    /** A tablet's id is unique within its centre only. */
    String door() {
        return door(centre, kiosk);
    }

    static String door(CentreId centre, String kiosk) {
        return centre + " " + kiosk;
    }
}
