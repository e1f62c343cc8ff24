package se.tambur.course;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Timetable;

/**
 * A course once more in the term that follows: on the same weekdays and times, as far into the term as before. A spring
 * term begins in week 2, an autumn term in week 34; houses differ by a week or two, and staff move the days.
 */
final class NextTerm {

    private static final int SPRING = 2;
    private static final int AUTUMN = 34;

    /** From here on a course of the spring belongs to the summer, and its next term begins at its beginning. */
    private static final int SUMMER = 25;

    /** So late in a term a course still fits in. */
    private static final int LAST_WEEK_OF_TERM = 15;

    private NextTerm() {}

    /**
     * The same as a draft, without its old days.
     *
     * @param today the copy starts after it, however old the course is
     */
    static Course of(Course course, String id, LocalDate today, Timetable house) {
        List<Course.Meeting> meetings = meetings(course, first(course.starts(), today), house);
        long days = ChronoUnit.DAYS.between(course.starts(), meetings.getFirst().day());
        return new Course(
                id,
                course.centre(),
                "",
                Course.State.DRAFT,
                course.name(),
                course.text(),
                course.practical(),
                course.picture(),
                course.ages(),
                course.expecting(),
                course.host(),
                course.level(),
                course.place(),
                course.web(),
                meetings,
                course.seats(),
                course.waitingList(),
                moved(course.opens(), days),
                moved(course.closes(), days),
                course.signUp());
    }

    /** The first day in the next term that has not begun for such a course. */
    static LocalDate first(LocalDate before, LocalDate today) {
        LocalDate first = before;
        do {
            first = next(first);
        } while (!first.isAfter(today));
        return first;
    }

    private static LocalDate next(LocalDate day) {
        int week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
        int year = day.get(IsoFields.WEEK_BASED_YEAR);
        if (week >= AUTUMN) {
            return day(year + 1, SPRING + Math.min(week - AUTUMN, LAST_WEEK_OF_TERM), day.getDayOfWeek());
        }
        int into = week >= SUMMER ? 0 : Math.clamp(week - SPRING, 0, LAST_WEEK_OF_TERM);
        return day(year, AUTUMN + into, day.getDayOfWeek());
    }

    private static LocalDate day(int year, int week, DayOfWeek weekday) {
        return LocalDate.of(year, 1, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(weekday);
    }

    private static List<Course.Meeting> meetings(Course course, LocalDate first, Timetable house) {
        List<Course.Meeting> old = course.meetings();
        int step = step(old);
        if (step > 0) {
            Course.Meeting one = old.getFirst();
            List<Course.Meeting> laid = new Series(first, one.from(), one.to(), step, old.size())
                    .laid(house)
                    .meetings();
            if (laid.size() == old.size()) {
                return laid;
            }
        }
        return moved(old, ChronoUnit.DAYS.between(course.starts(), first), house);
    }

    /** Days from one meeting to the next, where a closed day between them may have made it twice as many; 0: no rhythm. */
    private static int step(List<Course.Meeting> meetings) {
        Course.Meeting first = meetings.getFirst();
        if (meetings.size() == 1) {
            return Pace.WEEK.days();
        }
        boolean sameTimes = meetings.stream()
                .allMatch(meeting ->
                        meeting.from().equals(first.from()) && meeting.to().equals(first.to()));
        List<Integer> gaps = IntStream.range(1, meetings.size())
                .map(i -> Math.toIntExact(ChronoUnit.DAYS.between(
                        meetings.get(i - 1).day(), meetings.get(i).day())))
                .boxed()
                .toList();
        int least = gaps.stream().min(Comparator.naturalOrder()).orElse(0);
        return sameTimes && least > 0 && gaps.stream().allMatch(gap -> gap % least == 0) ? least : 0;
    }

    /** Each as far from the first as before; one that meets a closed day is a week later, or two. */
    private static List<Course.Meeting> moved(List<Course.Meeting> old, long days, Timetable house) {
        List<Course.Meeting> meetings = new ArrayList<>();
        for (Course.Meeting meeting : old) {
            LocalDate day = meeting.day().plusDays(days);
            for (int weeks = 0;
                    weeks < 52
                            && (isTaken(meetings, day, meeting)
                                    || house.closure(day).isPresent());
                    weeks++) {
                day = day.plusWeeks(1);
            }
            meetings.add(new Course.Meeting(day, meeting.from(), meeting.to()));
        }
        meetings.sort(Comparator.comparing(Course.Meeting::day).thenComparing(Course.Meeting::from));
        return meetings;
    }

    private static boolean isTaken(List<Course.Meeting> meetings, LocalDate day, Course.Meeting meeting) {
        return meetings.stream()
                .anyMatch(other -> other.day().equals(day)
                        && other.from().isBefore(meeting.to())
                        && meeting.from().isBefore(other.to()));
    }

    private static @Nullable LocalDate moved(@Nullable LocalDate day, long days) {
        return day == null ? null : day.plusDays(days);
    }
}
