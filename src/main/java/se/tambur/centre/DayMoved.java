package se.tambur.centre;

import java.time.LocalDate;

/** Somebody else has changed the day since it was looked at; nothing is changed now. */
public class DayMoved extends RuntimeException {

    DayMoved(CentreId centre, LocalDate day) {
        super(centre + " has another " + day + " than the one that was looked at");
    }
}
