package se.tambur.phone;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.centre.Session;
import se.tambur.course.Course;
import se.tambur.course.Tongue;

/**
 * What a page tells searchers of something to come to: a schema.org Event as microdata, for a script with data counts as
 * a script and no page has one.
 *
 * @param starts with its offset from UTC, such as {@code 2026-11-24T10:00:00+01:00}
 * @param street null: on the web, or the centre has not said
 * @param address the page about it, whole
 */
record Happening(
        String name,
        String starts,
        String ends,
        boolean online,
        String place,
        @Nullable String street,
        String organizer,
        String address) {

    /** From its first meeting to its last. */
    static Happening of(Course course, Plan plan, Tongue tongue, String address) {
        Course.Meeting first = course.meetings().getFirst();
        Course.Meeting last = course.meetings().getLast();
        boolean online = course.web() != null;
        String room = course.place();
        return new Happening(
                tongue.said(course.name()).words(),
                moment(first.day(), first.from(), plan.zone()),
                moment(last.day(), last.to(), plan.zone()),
                online,
                online || room == null ? plan.name() : room + ", " + plan.name(),
                online ? null : plan.contact().address(),
                course.host().equals("preschool") ? plan.name() : tongue.say("phone.host." + course.host()),
                address);
    }

    /** An opening of the house. */
    static Happening of(Session session, Plan plan, Tongue tongue, String address) {
        return new Happening(
                session.name().isEmpty()
                        ? plan.name()
                        : tongue.said(session.name()).words() + " – " + plan.name(),
                moment(session.day(), session.opens(), session.zone()),
                moment(session.day(), session.closes(), session.zone()),
                false,
                plan.name(),
                plan.contact().address(),
                plan.name(),
                address);
    }

    private static String moment(LocalDate day, LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }
}
