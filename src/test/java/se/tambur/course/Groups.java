package se.tambur.course;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Plan;
import se.tambur.centre.Text;

/** Courses for tests. */
public final class Groups {

    private Groups() {}

    /** Baby massage on five Mondays from 11 January 2027, 13-14, with sign-up here and a waiting list; published. */
    public static Course massage(CentreId centre, String id, @Nullable Integer seats) {
        List<Course.Meeting> meetings = new ArrayList<>();
        for (int week = 0; week < 5; week++) {
            meetings.add(new Course.Meeting(
                    LocalDate.of(2027, 1, 11).plusWeeks(week), LocalTime.of(13, 0), LocalTime.of(14, 0)));
        }
        return new Course(
                id,
                centre,
                "",
                Course.State.PUBLISHED,
                new Text(Map.of("sv", "Babymassage", "en", "Baby massage")),
                new Text(Map.of("sv", "Du lär dig massera ditt barn.")),
                new Text(Map.of("sv", "Ta med en handduk.")),
                "baby",
                Set.of(new AgeId("0-11m")),
                false,
                "child-health",
                Plan.Level.UNIVERSAL,
                "Stora rummet",
                null,
                meetings,
                seats,
                true,
                null,
                null,
                new Course.SignUpWay.Here());
    }
}
