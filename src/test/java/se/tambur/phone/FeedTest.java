package se.tambur.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import se.tambur.TestClock;
import se.tambur.TestDatabase;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Groups;
import se.tambur.visit.Doors;

/** A centre's calendar, as the calendar of a phone reads it. */
@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestClock.class)
class FeedTest {

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private Centres centres;

    @Autowired
    private Courses courses;

    @BeforeEach
    void aTuesdayInNovember() {
        clock.set("2026-11-24T10:12");
    }

    @Test
    void theHouseOpensAtTheSameLocalTimeOnBothSidesOfTheOctoberClockChange() throws Exception {
        clock.set("2026-10-19T08:00");
        Map<String, VEvent> events = byUid(feed("/c/lekladan.ics"));

        assertThat(start(events, "lekladan-2026-10-20-1000@tambur")).isEqualTo(Instant.parse("2026-10-20T08:00:00Z"));
        assertThat(start(events, "lekladan-2026-10-27-1000@tambur")).isEqualTo(Instant.parse("2026-10-27T09:00:00Z"));
        assertThat(said(events, "lekladan-2026-10-27-1000@tambur", "SUMMARY"))
                .isEqualTo("Babyöppet – Öppna förskolan Lekladan");
        assertThat(said(events, "lekladan-2026-10-27-1000@tambur", "DESCRIPTION"))
                .isEqualTo("Öppet: Öppen lek, Babysång");
        assertThat(start(events, "lekladan-2026-10-20-1000-babysang-1045@tambur"))
                .isEqualTo(Instant.parse("2026-10-20T08:45:00Z"));
        assertThat(start(events, "lekladan-2026-10-27-1000-babysang-1045@tambur"))
                .isEqualTo(Instant.parse("2026-10-27T09:45:00Z"));
    }

    @Test
    void closedDaysAreNotInItAndNothingBeyondNinetyDays() throws Exception {
        List<LocalDate> days = byUid(feed("/c/lekladan.ics")).values().stream()
                .map(event -> LocalDate.ofInstant(moment(event), ZoneId.of("Europe/Stockholm")))
                .distinct()
                .sorted()
                .toList();

        assertThat(days)
                .startsWith(LocalDate.of(2026, 11, 24))
                .noneMatch(day -> day.isAfter(LocalDate.of(2026, 12, 20)) && day.isBefore(LocalDate.of(2027, 1, 7)))
                .contains(LocalDate.of(2027, 1, 7))
                .allMatch(day -> day.isBefore(LocalDate.of(2027, 2, 22)));
    }

    @Test
    void everyEventHasItsOwnNameAndKeepsItUntilTomorrow() throws Exception {
        Calendar today = feed("/c/lekladan.ics");
        Map<String, VEvent> before = byUid(today);
        clock.set("2026-11-25T10:12");
        Map<String, VEvent> after = byUid(feed("/c/lekladan.ics"));

        assertThat(before).hasSameSizeAs(today.getComponents("VEVENT"));
        assertThat(after.keySet())
                .contains("lekladan-2026-11-26-0900@tambur", "lekladan-2026-11-26-0900-sang-1000@tambur");
        assertThat(before.keySet())
                .contains("lekladan-2026-11-26-0900@tambur", "lekladan-2026-11-26-0900-sang-1000@tambur");
    }

    @Test
    void theMeetingsOfCoursesForEveryoneAreThereUnderTheNamesOfTheirOwnFile() throws Exception {
        String code = courses.find(new CentreId("lekladan"), "babymassage-vt27")
                .orElseThrow()
                .code();
        Map<String, VEvent> events = byUid(feed("/c/lekladan.ics?lang=en"));

        assertThat(start(events, code + "-2027-01-11@tambur")).isEqualTo(Instant.parse("2027-01-11T12:00:00Z"));
        assertThat(said(events, code + "-2027-01-11@tambur", "SUMMARY")).isEqualTo("Baby massage");
        assertThat(byUid(new CalendarBuilder()
                                .build(new StringReader(new Telephone(port)
                                        .get("/k/" + code + ".ics")
                                        .body())))
                        .keySet())
                .contains(code + "-2027-01-11@tambur");
    }

    @Test
    void whatIsAimedAtSomeStandsNowhereInIt() throws Exception {
        var centre = Doors.open(centres);
        var plain = Groups.massage(centre, "riktad-kurs", 8);
        courses.save(
                new Course(
                        plain.id(),
                        centre,
                        "",
                        plain.state(),
                        plain.name(),
                        plain.text(),
                        plain.practical(),
                        plain.picture(),
                        plain.ages(),
                        false,
                        plain.host(),
                        Plan.Level.INDICATED,
                        plain.place(),
                        null,
                        plain.meetings(),
                        8,
                        true,
                        null,
                        null,
                        plain.signUp()),
                "test");

        String feed = new Telephone(port).get("/c/" + centre + ".ics").body();

        assertThat(feed).contains("Sångstund").doesNotContain("Riktad grupp", "Babymassage");
    }

    @Test
    void aCalendarLearnsItsNameItsZoneAndWhenToLookAgain() throws Exception {
        HttpResponse<String> answer = new Telephone(port).get("/c/lekladan.ics");

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=3600, public");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body())
                .contains("X-WR-CALNAME:Öppna förskolan Lekladan")
                .contains("REFRESH-INTERVAL;VALUE=DURATION:PT12H");
        Calendar read = new CalendarBuilder().build(new StringReader(answer.body()));
        assertThat(read.validate().hasErrors()).isFalse();
        assertThat(read.<VTimeZone>getComponents("VTIMEZONE"))
                .singleElement()
                .satisfies(zone -> assertThat(
                                zone.getProperty("TZID").orElseThrow().getValue())
                        .isEqualTo("Europe/Stockholm"));
    }

    @Test
    void theWeekPageLeadsToIt() throws Exception {
        String page = new Telephone(port).get("/c/lekladan?lang=en").body();

        assertThat(page)
                .containsPattern("href=\"webcal://[^\"]+/c/lekladan\\.ics\\?lang=en\"")
                .contains("href=\"/c/lekladan.ics?lang=en\"")
                .contains("Subscribe to the calendar");
    }

    @Test
    void aHouseThatIsNotThereHasNoCalendar() throws Exception {
        assertThat(new Telephone(port).get("/c/nowhere.ics").statusCode()).isEqualTo(404);
    }

    private Calendar feed(String path) throws Exception {
        return new CalendarBuilder()
                .build(new StringReader(new Telephone(port).get(path).body()));
    }

    private static Map<String, VEvent> byUid(Calendar calendar) {
        return calendar.<VEvent>getComponents("VEVENT").stream()
                .collect(Collectors.toMap(event -> value(event, "UID"), Function.identity()));
    }

    private static Instant start(Map<String, VEvent> events, String uid) {
        assertThat(events).containsKey(uid);
        return moment(Objects.requireNonNull(events.get(uid)));
    }

    private static String said(Map<String, VEvent> events, String uid, String property) {
        assertThat(events).containsKey(uid);
        return value(Objects.requireNonNull(events.get(uid)), property);
    }

    private static Instant moment(VEvent event) {
        return Instant.from(event.<Temporal>getStartDate().orElseThrow().getDate());
    }

    private static String value(Component component, String property) {
        return component.getProperty(property).orElseThrow().getValue();
    }
}
