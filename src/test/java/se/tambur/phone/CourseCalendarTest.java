package se.tambur.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.Test;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Plan;
import se.tambur.centre.Text;
import se.tambur.course.Course;
import se.tambur.course.Tongue;
import se.tambur.shared.Words;

class CourseCalendarTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Test
    void aCourseStaysAtTenWhenTheClockIsSetBackInOctober() throws Exception {
        Calendar read = read(calendar("2026-10-19", 3, STOCKHOLM));

        assertThat(read.<VEvent>getComponents("VEVENT").stream().map(CourseCalendarTest::start))
                .containsExactly(
                        Instant.parse("2026-10-19T08:00:00Z"),
                        Instant.parse("2026-10-26T09:00:00Z"),
                        Instant.parse("2026-11-02T09:00:00Z"));
        assertThat(read.<VEvent>getComponents("VEVENT").stream().map(CourseCalendarTest::end))
                .containsExactly(
                        Instant.parse("2026-10-19T09:00:00Z"),
                        Instant.parse("2026-10-26T10:00:00Z"),
                        Instant.parse("2026-11-02T10:00:00Z"));
    }

    @Test
    void aCourseStaysAtTenWhenTheClockIsSetForwardInMarch() throws Exception {
        Calendar read = read(calendar("2027-03-22", 2, STOCKHOLM));

        assertThat(read.<VEvent>getComponents("VEVENT").stream().map(CourseCalendarTest::start))
                .containsExactly(Instant.parse("2027-03-22T09:00:00Z"), Instant.parse("2027-03-29T08:00:00Z"));
    }

    @Test
    void theFileCarriesTheOffsetsOfItsZoneAndNoOthers() throws Exception {
        String written = calendar("2026-10-19", 3, STOCKHOLM);
        Calendar read = read(written);

        assertThat(read.<VTimeZone>getComponents("VTIMEZONE")).singleElement().satisfies(zone -> {
            assertThat(said(zone, "TZID")).isEqualTo("Europe/Stockholm");
            assertThat(zone.getObservances()).hasSize(2);
        });
        assertThat(written)
                .contains("BEGIN:DAYLIGHT\r\nDTSTART:20260329T020000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200")
                .contains("BEGIN:STANDARD\r\nDTSTART:20261025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100")
                .contains("DTSTART;TZID=Europe/Stockholm:20261026T100000");
        assertThat(read.validate().hasErrors()).isFalse();
    }

    @Test
    void aZoneThatNeverChangesIsSaidToo() throws Exception {
        Calendar read = read(calendar("2026-10-19", 2, ZoneId.of("Etc/UTC")));

        assertThat(read.<VEvent>getComponents("VEVENT").stream().map(CourseCalendarTest::start))
                .containsExactly(Instant.parse("2026-10-19T10:00:00Z"), Instant.parse("2026-10-26T10:00:00Z"));
    }

    @Test
    void theCalendarSaysWhatAndWhereAndLeadsBackToThePage() throws Exception {
        VEvent event = read(calendar("2026-10-19", 1, STOCKHOLM))
                .<VEvent>getComponents("VEVENT")
                .getFirst();

        assertThat(said(event, "SUMMARY")).isEqualTo("Babymassage; för alla, också dig");
        assertThat(said(event, "LOCATION")).isEqualTo("Stora rummet, Storgatan 1");
        assertThat(said(event, "URL")).isEqualTo("https://tambur.example.se/k/KOBI4T");
        assertThat(said(event, "UID")).isEqualTo("KOBI4T-2026-10-19@tambur");
    }

    private static String said(Component component, String property) {
        return component.getProperty(property).orElseThrow().getValue();
    }

    private static Instant start(VEvent event) {
        return Instant.from(event.<Temporal>getStartDate().orElseThrow().getDate());
    }

    private static Instant end(VEvent event) {
        return Instant.from(event.<Temporal>getEndDate().orElseThrow().getDate());
    }

    private static Calendar read(String written) throws Exception {
        return new CalendarBuilder().build(new StringReader(written));
    }

    private static String calendar(String first, int count, ZoneId zone) {
        Course course = new Course(
                "babymassage",
                new CentreId("lekladan"),
                "KOBI4T",
                Course.State.PUBLISHED,
                new Text(Map.of("sv", "Babymassage; för alla, också dig")),
                new Text(Map.of("sv", "Ta med en handduk.")),
                Text.NONE,
                "baby",
                Set.of(new AgeId("0-11m")),
                false,
                "child-health",
                Plan.Level.UNIVERSAL,
                "Stora rummet",
                null,
                Stream.iterate(LocalDate.parse(first), day -> day.plusWeeks(1))
                        .limit(count)
                        .map(day -> new Course.Meeting(day, LocalTime.of(10, 0), LocalTime.of(11, 0)))
                        .toList(),
                8,
                true,
                null,
                null,
                new Course.SignUpWay.Call());
        return CourseCalendar.of(
                course,
                zone,
                new Tongue(new Words(), "sv", "sv"),
                "Stora rummet, Storgatan 1",
                URI.create("https://tambur.example.se/k/KOBI4T"),
                Instant.parse("2026-09-01T10:00:00Z"));
    }
}
