package se.tambur.signup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tambur.course.Course;
import se.tambur.course.Seats;
import se.tambur.signup.SignUp.Standing;

/**
 * Everyone of a course at one moment, as staff see it.
 *
 * @param day the centre's day when it was read
 * @param rows those with a place first, then those who are offered one, then the line, then those to ask
 * @param cancelled how many have given their place back
 * @param sums how many came to each meeting
 * @param begun whether it has started: from then on no seat is offered to the line by itself
 * @param erased whether the names are gone for good, as they should be some time after the course
 */
record Roll(
        Course course,
        Seats seats,
        LocalDate day,
        List<Row> rows,
        int cancelled,
        List<Attendance.Sum> sums,
        boolean begun,
        boolean erased) {

    Roll {
        rows = List.copyOf(rows);
        sums = List.copyOf(sums);
    }

    /** Those with a place, an offered one too. */
    List<Row> seated() {
        return rows.stream().filter(row -> row.standing().seated()).toList();
    }

    /** The line, in its order. */
    List<Row> line() {
        return rows.stream().filter(row -> row.standing() == Standing.WAITING).toList();
    }

    /** Those who were told that they have a place or stand in the line, though the sign-up they repeated is no more. */
    List<Row> left() {
        return rows.stream().filter(row -> row.standing() == Standing.ECHO).toList();
    }

    Optional<Row> row(UUID id) {
        return rows.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    /** Whether one more family fits. */
    boolean hasSeat() {
        Integer of = seats.of();
        return of == null || seats.taken() < of;
    }

    /** The meeting to mark first: today's, else the one before, else the first. */
    LocalDate nearestMeeting() {
        return pastMeetings().reduce((one, later) -> later).orElse(course.starts());
    }

    /** Whether somebody can have been at a meeting. */
    boolean canMark(LocalDate meeting) {
        return pastMeetings().anyMatch(meeting::equals);
    }

    /** Whether the sign-up has been closed before its time. */
    boolean closed() {
        LocalDate closes = course.closes();
        return closes != null && closes.isBefore(day);
    }

    private Stream<LocalDate> pastMeetings() {
        return course.meetings().stream().map(Course.Meeting::day).filter(meeting -> !meeting.isAfter(day));
    }

    /**
     * One family.
     *
     * @param place in the line from 1; 0: none
     * @param family null: it cannot be read any more, as the course's key is lost
     * @param offerUntil until when an offered place is held; null: none is
     * @param present the days on which it was there
     * @param again whether somebody signed it up once more, by the same way to reach it
     * @param wantsOut whether whoever did so has given that place back: she may mean this one
     */
    record Row(
            UUID id,
            Standing standing,
            int place,
            @Nullable Family family,
            Instant madeAt,
            @Nullable Instant offerUntil,
            Set<LocalDate> present,
            boolean again,
            boolean wantsOut) {

        Row {
            present = Set.copyOf(present);
        }
    }
}
