package se.tambur.course;

import java.util.Map;
import se.tambur.centre.CentreId;

/** How full courses are. Told by whoever gives the places, who knows courses and is not known here. */
public interface Seating {

    /** How full a course is. */
    Seats seats(Course course);

    /** By course id; a course without any sign-up is not there. */
    Map<String, Seats> seats(CentreId centre);
}
