package se.tambur.visit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.ActivityId;

/** Something that happened at a door, already given its true time by the kiosk's clock rules. */
public sealed interface DoorEvent {

    /** Made on the tablet, random; recognises a repeat and nothing else. */
    UUID id();

    /**
     * A party checked in.
     *
     * @param at when; null: no time can be known, staff will place it on a day
     * @param activity null: none was chosen
     */
    record Arrived(UUID id, @Nullable Instant at, @Nullable ActivityId activity, Party party) implements DoorEvent {}

    /** The check-in {@code of} is taken back; it may come before it. */
    record Undone(UUID id, UUID of) implements DoorEvent {}

    /** Some left, told by themselves; makes "here now" better and counts nowhere else. */
    record Left(UUID id, @Nullable Instant at, int adults, int children) implements DoorEvent {}
}
