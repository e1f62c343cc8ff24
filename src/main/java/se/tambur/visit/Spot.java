package se.tambur.visit;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.ActivityId;
import se.tambur.centre.Session;
import se.tambur.centre.Timetable;

/**
 * Where a visit is counted, as it is stored.
 *
 * @param session such as {@code 13:00}; empty: outside hours
 * @param arrived local, to the minute
 */
record Spot(LocalDate day, String session, LocalDateTime arrived, String activity) {

    /** @param chosen null: none was, and the timetable says which */
    static Spot of(Timetable timetable, Timetable.Place place, @Nullable ActivityId chosen) {
        ActivityId activity = chosen != null ? chosen : timetable.unchosen(place);
        return new Spot(
                place.session().map(Session::day).orElse(place.day()),
                place.session().map(s -> s.opens().toString()).orElse(""),
                place.day().atTime(place.time().getHour(), place.time().getMinute()),
                activity.value());
    }

    static @Nullable LocalTime sessionOf(String stored) {
        return stored.isEmpty() ? null : LocalTime.parse(stored);
    }
}
