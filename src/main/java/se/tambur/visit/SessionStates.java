package se.tambur.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.tambur.centre.CentreId;

/** What is known of sessions that nobody checked in to. */
@Service
public class SessionStates {

    /** A tablet was awake with the counting screen up; it may tell long afterwards, and more than once. */
    public void awake(CentreId centre, String kiosk, Instant from, Instant to) {
        throw new UnsupportedOperationException();
    }

    /** Staff say what a session was; null takes their word back. */
    public void say(CentreId centre, LocalDate day, LocalTime session, Tallies.@Nullable State state, String author) {
        throw new UnsupportedOperationException();
    }
}
