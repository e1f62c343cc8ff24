package se.tambur.course;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Plan;
import se.tambur.centre.Text;

/**
 * A group with a start, meetings and places.
 *
 * @param level aimed groups have a page for those who hold the code, but stand on no list
 * @param meetings in time order, at least one
 * @param code the short code in its address, never used again for another course
 * @param expecting whether it is for parents-to-be
 * @param seats null: no limit
 */
public record Course(
        String id,
        CentreId centre,
        String code,
        Text name,
        Text text,
        String picture,
        Set<AgeId> ages,
        boolean expecting,
        String host,
        Plan.Level level,
        String place,
        List<Meeting> meetings,
        @Nullable Integer seats,
        SignUpWay signUp) {

    /** The day of the first meeting. */
    public LocalDate starts() {
        return meetings.getFirst().day();
    }

    /** The day of the last meeting. */
    public LocalDate ends() {
        return meetings.getLast().day();
    }

    /** Whether a family can still get a place on a day: until the first meeting's day, or the last one's where one may just come. */
    public boolean canBeJoined(LocalDate day) {
        return !day.isAfter(signUp instanceof SignUpWay.DropIn ? ends() : starts());
    }

    /** One time to meet, local to the centre. */
    public record Meeting(LocalDate day, LocalTime from, LocalTime to) {}

    /** How to get a place. */
    public sealed interface SignUpWay {
        /** At another address. */
        record Link(String address) implements SignUpWay {}

        /** By telephone. */
        record Call() implements SignUpWay {}

        /** Just come. */
        record DropIn() implements SignUpWay {}
    }
}
