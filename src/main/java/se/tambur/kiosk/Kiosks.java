package se.tambur.kiosk;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.tambur.centre.CentreId;

/** The tablets of a centre: pairing and health. */
@Service
public class Kiosks {

    /** A fresh pairing code for a new tablet: eight letters, ten minutes, used once. */
    public PairingCode newCode(CentreId centre, @Nullable String name, String author) {
        throw new UnsupportedOperationException();
    }

    /** The paired tablets of a centre, by name. */
    public List<Health> health(CentreId centre) {
        throw new UnsupportedOperationException();
    }

    /** A tablet may no longer hand anything over; what waits on it stays there until it is paired again. */
    public void revoke(CentreId centre, String kiosk, String author) {
        throw new UnsupportedOperationException();
    }

    /** The four digits of the staff corner, shown in the office. */
    public String pin(CentreId centre) {
        throw new UnsupportedOperationException();
    }

    /** A code to type into a tablet. */
    public record PairingCode(String code, Instant until) {}

    /**
     * How a tablet is.
     *
     * @param id stable, for bursts and revocation
     * @param lastContact null: not since it was paired
     * @param queue visits that wait on it
     */
    public record Health(
            String id,
            String name,
            @Nullable Instant lastContact,
            int queue,
            @Nullable String version,
            boolean paused) {

        /** Whether it has been heard of within {@code limit} before {@code now}. */
        public boolean connected(Instant now, Duration limit) {
            Instant last = lastContact;
            return last != null && last.isAfter(now.minus(limit));
        }
    }
}
