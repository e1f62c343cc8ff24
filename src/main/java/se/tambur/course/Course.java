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
