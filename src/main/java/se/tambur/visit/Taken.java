package se.tambur.visit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one event.
 *
 * @param reason why it was refused or set aside; null otherwise
 */
public record Taken(UUID id, Result result, @Nullable String reason) {

    /** The four answers a tablet knows. */
    public enum Result {
        STORED,
        ALREADY,
        HELD,
        REFUSED
    }
}
