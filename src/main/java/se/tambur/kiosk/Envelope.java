package se.tambur.kiosk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.ActivityId;
import se.tambur.feedback.Answers;
import se.tambur.feedback.Goal;
import se.tambur.visit.Party;

/**
 * What a tablet hands over at once.
 *
 * @param sentAt its wall clock
 * @param uptimeMs since its boot
 * @param queue how many events wait on it, these among them
 * @param screen what it shows; null: it did not say
 * @param hardware how the device itself is
 * @param awake when the counting screen was up and the screen awake, by its wall clock
 */
record Envelope(
        String version,
        UUID boot,
        Instant sentAt,
        long uptimeMs,
        int queue,
        @Nullable String screen,
        Hardware hardware,
        List<Span> awake,
        List<Entry> events) {

    record Span(Instant from, Instant to) {}

    /** Something that happened at the door, or something that only claims to be. */
    sealed interface Entry {

        /** As written, to answer with. */
        String id();
    }

    /** An event that could be read. */
    record Event(String id, UUID uuid, Stamp stamp, Deed deed) implements Entry {}

    /** An event that could not. */
    record Poison(String id, String reason) implements Entry {}

    /** When something happened, as the tablet knows it. */
    record Stamp(UUID boot, Instant wall, long uptimeMs) {}

    sealed interface Deed {}

    record CheckIn(@Nullable ActivityId activity, Party party) implements Deed {}

    record Undo(UUID of) implements Deed {}

    record Leave(int adults, int children) implements Deed {}

    record Feedback(Goal goal, Answers.By by, int face) implements Deed {}
}
