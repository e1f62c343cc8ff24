package se.tambur.course;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
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
 * @param practical what to bring and to know; may be empty
 * @param expecting whether it is for parents-to-be
 * @param place the room; null: it meets on the web
 * @param web where it meets on the web, whole and with https; null: in a room
 * @param seats for how many families; null: no limit
 * @param waitingList whether families may stand in line when it is full
 * @param opens first day of the sign-up; null: at once
 * @param closes last day of the sign-up; null: until it starts
 */
public record Course(
        String id,
        CentreId centre,
        String code,
        State state,
        Text name,
        Text text,
        Text practical,
        String picture,
        Set<AgeId> ages,
        boolean expecting,
        String host,
        Plan.Level level,
        @Nullable String place,
        @Nullable String web,
        List<Meeting> meetings,
        @Nullable Integer seats,
        boolean waitingList,
        @Nullable LocalDate opens,
        @Nullable LocalDate closes,
        SignUpWay signUp) {

    /** Who can hold a course; each has its words in {@code phone.host.*}. */
    public static final List<String> HOSTS =
            List.of("preschool", "child-health", "maternity-care", "social-services", "library", "church", "other");

    public static final int MOST_MEETINGS = 100;
    public static final int MOST_SEATS = 1000;

    public Course {
        ages = Set.copyOf(ages);
        meetings = List.copyOf(meetings);
    }

    /** The day of the first meeting. */
    public LocalDate starts() {
        return meetings.getFirst().day();
    }

    /** The day of the last meeting. */
    public LocalDate ends() {
        return meetings.getLast().day();
    }

    /** Whether strangers may see it: it is published and its last meeting's day is not past. */
    public boolean shown(LocalDate day) {
        return state == State.PUBLISHED && !day.isAfter(ends());
    }

    /** Whether a family can still get a place on a day, full or not: the sign-up has opened and neither it nor the course is over. */
    public boolean canBeJoined(LocalDate day) {
        return shown(day) && (opens == null || !day.isBefore(opens)) && !day.isAfter(lastDayToJoin());
    }

    /** Until the first meeting's day, or the last one's where one may just come; earlier where the sign-up closes. */
    public LocalDate lastDayToJoin() {
        LocalDate last = signUp instanceof SignUpWay.DropIn ? ends() : starts();
        return closes != null && closes.isBefore(last) ? closes : last;
    }

    /** The same in another state. */
    public Course become(State other) {
        return new Course(
                id,
                centre,
                code,
                other,
                name,
                text,
                practical,
                picture,
                ages,
                expecting,
                host,
                level,
                place,
                web,
                meetings,
                seats,
                waitingList,
                opens,
                closes,
                signUp);
    }

    /** The same with other days between which one can sign up. */
    public Course openBetween(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new Course(
                id,
                centre,
                code,
                state,
                name,
                text,
                practical,
                picture,
                ages,
                expecting,
                host,
                level,
                place,
                web,
                meetings,
                seats,
                waitingList,
                first,
                last,
                signUp);
    }

    /** How far it has come by what staff decided; full and over follow from seats and days. */
    public enum State {
        DRAFT,
        PUBLISHED,
        CANCELLED;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** One time to meet, local to the centre. */
    public record Meeting(LocalDate day, LocalTime from, LocalTime to) {}

    /** How to get a place. */
    public sealed interface SignUpWay {
        /** On our own page. */
        record Here() implements SignUpWay {}

        /** At another address. */
        record Link(String address) implements SignUpWay {}

        /** By telephone. */
        record Call() implements SignUpWay {}

        /** Just come. */
        record DropIn() implements SignUpWay {}
    }
}
