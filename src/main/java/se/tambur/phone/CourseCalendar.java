package se.tambur.phone;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.component.Daylight;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.Standard;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.TzId;
import net.fortuna.ical4j.model.property.TzOffsetFrom;
import net.fortuna.ical4j.model.property.TzOffsetTo;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import se.tambur.course.Course;
import se.tambur.course.Tongue;

/** A course's meetings as an iCalendar file (RFC 5545), in the centre's local time. */
final class CourseCalendar {

    static final String MAKER = "-//Tambur//Tambur//SV";

    private CourseCalendar() {}

    /**
     * One event a meeting, for a series with gaps has no rule that every phone reads alike.
     *
     * @param where room and street, in the centre's first language
     * @param address the course's page
     */
    static String of(Course course, ZoneId zone, Tongue tongue, String where, URI address, Instant now) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId(MAKER));
        calendar.add(ImmutableVersion.VERSION_2_0);
        List<ZonedDateTime> starts = course.meetings().stream()
                .map(meeting -> meeting.day().atTime(meeting.from()).atZone(zone))
                .toList();
        calendar.add(zone(zone.getId(), zone.getRules(), starts.getFirst(), starts.getLast()));
        for (Course.Meeting meeting : course.meetings()) {
            calendar.add(event(course, meeting, zone, tongue, where, address, now));
        }
        return write(calendar);
    }

    /** One meeting; known by the same name in a course's file and in its centre's calendar. */
    static VEvent event(
            Course course, Course.Meeting meeting, ZoneId zone, Tongue tongue, String where, URI address, Instant now) {
        VEvent event = new VEvent(new PropertyList());
        event.add(new Uid(course.code() + "-" + meeting.day() + "@tambur"));
        event.add(new DtStamp(now));
        event.add(new DtStart<>(meeting.day().atTime(meeting.from()).atZone(zone)));
        event.add(new DtEnd<>(meeting.day().atTime(meeting.to()).atZone(zone)));
        event.add(new Summary(tongue.said(course.name()).words()));
        event.add(new Location(where));
        if (!course.text().isEmpty()) {
            event.add(new Description(tongue.said(course.text()).words()));
        }
        event.add(new Url(address));
        return event;
    }

    /**
     * The zone's offsets from the first meeting to the last as java.time knows them; the library's own file for
     * Stockholm is Berlin's, with the wars.
     */
    static VTimeZone zone(String id, ZoneRules rules, ZonedDateTime first, ZonedDateTime last) {
        ComponentList<Observance> observances = new ComponentList<>();
        ZoneOffsetTransition change = rules.previousTransition(first.toInstant().plusSeconds(1));
        if (change == null) {
            ZoneOffset always = first.getOffset();
            observances = observances.add(
                    observance(rules, LocalDateTime.of(1970, 1, 1, 0, 0), always, always, first.toInstant()));
        }
        while (change != null && !change.getInstant().isAfter(last.toInstant())) {
            observances = observances.add(observance(
                    rules,
                    change.getDateTimeBefore(),
                    change.getOffsetBefore(),
                    change.getOffsetAfter(),
                    change.getInstant()));
            change = rules.nextTransition(change.getInstant());
        }
        return new VTimeZone(new PropertyList(List.of(new TzId(id))), observances);
    }

    private static Observance observance(
            ZoneRules rules, LocalDateTime from, ZoneOffset before, ZoneOffset after, Instant moment) {
        PropertyList properties =
                new PropertyList(List.of(new DtStart<>(from), new TzOffsetFrom(before), new TzOffsetTo(after)));
        return rules.isDaylightSavings(moment) ? new Daylight(properties) : new Standard(properties);
    }

    static String write(Calendar calendar) {
        StringWriter written = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, written);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString();
    }
}
