package se.tambur.phone;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.centre.Session;
import se.tambur.centre.Timetable;
import se.tambur.course.Course;
import se.tambur.course.Tongue;

/**
 * What a centre holds for everyone in the coming days, as a calendar to subscribe to (RFC 5545, RFC 7986): its openings,
 * the activities with times of their own, the meetings of its courses. What is aimed at some is not in it.
 */
final class CentreCalendar {

    /** As far ahead as a tablet looks. */
    private static final int DAYS = 90;

    private static final Duration LOOK_AGAIN = Duration.ofHours(12);

    private final Plan plan;
    private final ZoneId zone;
    private final Tongue tongue;
    private final String house;
    private final Instant made;

    /**
     * @param house the house's own address, whole
     * @param made when the calendar is as it is; the same all day, so that a phone can tell that nothing is new
     */
    CentreCalendar(Plan plan, Tongue tongue, String house, Instant made) {
        this.plan = plan;
        this.zone = plan.zone();
        this.tongue = tongue;
        this.house = house;
        this.made = made;
    }

    /** @param courses those that are for everyone; only meetings within the days are taken */
    String of(Timetable timetable, List<Course> courses, LocalDate today) {
        LocalDate end = today.plusDays(DAYS);
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(CourseCalendar.MAKER));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new Name(plan.name()));
        calendar.add(new XProperty("X-WR-CALNAME", plan.name()));
        calendar.add(new XProperty("X-WR-TIMEZONE", zone.getId()));
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), LOOK_AGAIN));
        calendar.add(new XProperty("X-PUBLISHED-TTL", LOOK_AGAIN.toString()));
        calendar.add(
                CourseCalendar.zone(zone.getId(), zone.getRules(), today.atStartOfDay(zone), end.atStartOfDay(zone)));
        today.datesUntil(end)
                .flatMap(day -> timetable.sessions(day).stream())
                .flatMap(session -> events(session).stream())
                .forEach(calendar::add);
        for (Course course : courses) {
            course.meetings().stream()
                    .filter(meeting ->
                            !meeting.day().isBefore(today) && meeting.day().isBefore(end))
                    .map(meeting -> CourseCalendar.event(
                            course,
                            meeting,
                            zone,
                            tongue,
                            where(course.place()),
                            URI.create(house + "/k/" + course.code()),
                            made))
                    .forEach(calendar::add);
        }
        return CourseCalendar.write(calendar);
    }

    /** The opening itself, then what is held in it at a time of its own; none of a session for some only. */
    private List<VEvent> events(Session session) {
        List<Session.Held> open =
                session.activities().stream().filter(WeekPage::isPublic).toList();
        if (open.isEmpty()) {
            return List.of();
        }
        String id = plan.id() + "-" + session.day() + "-" + clock(session.opens());
        List<VEvent> events = new ArrayList<>();
        VEvent opening = event(
                id,
                session.day(),
                session.opens(),
                session.closes(),
                session.name().isEmpty()
                        ? plan.name()
                        : tongue.said(session.name()).words() + " – " + plan.name());
        opening.add(new Description(tongue.say("feed.open", Map.of("activities", names(open)))));
        events.add(opening);
        for (Session.Held held : open) {
            LocalTime from = held.from();
            LocalTime to = held.to();
            if (from != null && to != null) {
                VEvent activity = event(
                        id + "-" + held.activity().id() + "-" + clock(from),
                        session.day(),
                        from,
                        to,
                        tongue.said(held.activity().name()).words());
                if (!held.activity().note().isEmpty()) {
                    activity.add(
                            new Description(tongue.said(held.activity().note()).words()));
                }
                events.add(activity);
            }
        }
        return events;
    }

    private String names(List<Session.Held> open) {
        return open.stream()
                .map(held -> tongue.said(held.activity().name()).words())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private VEvent event(String id, LocalDate day, LocalTime from, LocalTime to, String name) {
        VEvent event = new VEvent(new PropertyList());
        event.add(new Uid(id + "@tambur"));
        event.add(new DtStamp(made));
        event.add(new DtStart<>(day.atTime(from).atZone(zone)));
        event.add(new DtEnd<>(day.atTime(to).atZone(zone)));
        event.add(new Summary(name));
        event.add(new Location(where(null)));
        event.add(new Url(URI.create(house + "/c/" + plan.id())));
        return event;
    }

    private String where(@Nullable String room) {
        return Stream.of(room, plan.name(), plan.contact().address())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    private static String clock(LocalTime time) {
        return time.toString().replace(":", "");
    }
}
