package se.tambur.course;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.tambur.centre.Text;
import se.tambur.centre.Timetable;

/**
 * Meetings in an even step, such as five Mondays from 11 January, 13-14.
 *
 * @param every days from one meeting to the next
 */
record Series(LocalDate first, LocalTime from, LocalTime to, int every, int count) {

    /** A house that is closed for so long has no course then. */
    private static final int LONGEST_SEARCH_DAYS = 800;

    Series {
        if (!to.isAfter(from) || every < 1 || count < 1 || count > Course.MOST_MEETINGS) {
            throw new IllegalArgumentException("No meetings: " + first + " " + from + "-" + to + " " + count);
        }
    }

    /** As many meetings as asked for; days when the house is closed are passed over, and the course ends later. */
    Laid laid(Timetable house) {
        List<Course.Meeting> meetings = new ArrayList<>();
        Map<LocalDate, Text> skipped = new LinkedHashMap<>();
        LocalDate last = first.plusDays((long) every * count + LONGEST_SEARCH_DAYS);
        for (LocalDate day = first; meetings.size() < count && day.isBefore(last); day = day.plusDays(every)) {
            Optional<Text> closed = house.closure(day);
            if (closed.isPresent()) {
                skipped.put(day, closed.get());
            } else {
                meetings.add(new Course.Meeting(day, from, to));
            }
        }
        return new Laid(meetings, skipped);
    }

    /**
     * Meetings, and the days between them that were passed over.
     *
     * @param skipped why the house is closed, by day
     */
    record Laid(List<Course.Meeting> meetings, Map<LocalDate, Text> skipped) {}
}
