package se.tambur.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import se.tambur.TestClock;
import se.tambur.TestDatabase;
import se.tambur.centre.CentreId;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Scans;

/** What messengers and searchers make of our pages, and what of their visits is counted. */
@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestClock.class)
class SharingTest {

    private static final CentreId LEKLADAN = new CentreId("lekladan");
    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private Courses courses;

    @Autowired
    private Scans scans;

    @BeforeEach
    void aTuesdayInNovember() {
        clock.set("2026-11-24T10:12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en", "fi", "ar", "so"})
    void aMessengerShowsTheCoursesPicture(String language) throws Exception {
        String page =
                phone().get("/k/" + massage().code() + "?lang=" + language).body();
        String address = property(page, "og:image");
        assertThat(address).endsWith("/k/" + massage().code() + ".png?lang=" + language);
        assertThat(property(page, "og:image:alt")).contains("11");

        URI there = URI.create(address);
        HttpResponse<byte[]> answer = phone().bytes(there.getPath() + "?" + there.getQuery());
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("max-age=86400, public");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.body().length).isLessThan(100_000);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(picture.getWidth() + "x" + picture.getHeight())
                .isEqualTo(property(page, "og:image:width") + "x" + property(page, "og:image:height"))
                .isEqualTo("1200x630");
        assertThat(colours(picture)).contains(0x1C2B29, 0x115E4C, 0xDDEEE3, 0xFAF5EA, 0x92D3F5);
    }

    @Test
    void eachLanguageHasAPictureOfItsOwn() throws Exception {
        String path = "/k/" + massage().code().toLowerCase(Locale.ROOT) + ".png";

        assertThat(phone().bytes(path + "?lang=ar").body())
                .isNotEqualTo(phone().bytes(path + "?lang=sv").body());
        assertThat(phone().bytes(path + "?lang=klingon").body())
                .isEqualTo(phone().bytes(path).body())
                .isEqualTo(phone().bytes(path + "?lang=sv").body());
    }

    @Test
    void aCourseThatIsOverOrNeverWasHasNoPicture() throws Exception {
        String path = "/k/" + massage().code() + ".png";
        assertThat(phone().bytes("/k/AAAAAA.png").statusCode()).isEqualTo(404);

        clock.set("2027-02-09T09:00");
        assertThat(phone().bytes(path).statusCode()).isEqualTo(404);
    }

    @Test
    void otherPagesHaveNoPicture() throws Exception {
        assertThat(phone().get("/c/lekladan").body()).doesNotContain("og:image");
    }

    @Test
    void aSearcherReadsTheWeeksOpeningsOffThePage() throws Exception {
        List<Map<String, String>> events = events(phone().get("/c/lekladan").body());

        assertThat(events).hasSizeGreaterThan(3);
        assertThat(events.getFirst())
                .containsEntry("name", "Babyöppet – Öppna förskolan Lekladan")
                .containsEntry("startDate", "2026-11-24T10:00:00+01:00")
                .containsEntry("endDate", "2026-11-24T12:00:00+01:00")
                .containsEntry("eventStatus", "https://schema.org/EventScheduled")
                .containsEntry("eventAttendanceMode", "https://schema.org/OfflineEventAttendanceMode")
                .containsEntry("isAccessibleForFree", "true")
                .containsEntry("location.name", "Öppna förskolan Lekladan")
                .containsEntry("location.address", "Storgatan 1")
                .containsEntry("organizer.name", "Öppna förskolan Lekladan");
        assertThat(events.getFirst().get("url")).endsWith("/c/lekladan");
    }

    @Test
    void aSearcherReadsTheCourseOffItsPage() throws Exception {
        List<Map<String, String>> events =
                events(phone().get("/k/" + massage().code() + "?lang=en").body());

        assertThat(events)
                .singleElement()
                .satisfies(event -> assertThat(event)
                        .containsEntry("name", "Baby massage")
                        .containsEntry("startDate", "2027-01-11T13:00:00+01:00")
                        .containsEntry("endDate", "2027-02-08T14:00:00+01:00")
                        .containsEntry("location.name", "Stora rummet, Öppna förskolan Lekladan")
                        .containsEntry("organizer.name", "Child health care (BVC)")
                        .containsEntry("url", courses.address(massage())));
    }

    @Test
    void aPagesOpeningsByPeopleAreCountedAndNothingElse() throws Exception {
        String path = "/k/" + massage().code();
        LocalDate day = LocalDate.of(2026, 11, 24);
        int before = scans.of(LEKLADAN, massage().id(), day, day);

        phone().get(path, "User-Agent", IPHONE);
        phone().get(path.toLowerCase(Locale.ROOT), "User-Agent", IPHONE, "Sec-Fetch-Site", "none");
        phone().get(path, "User-Agent", IPHONE, "Sec-Purpose", "prefetch;prerender");
        phone().get(path + "?lang=ar", "User-Agent", IPHONE, "Sec-Fetch-Site", "same-origin");
        phone().get(path, "User-Agent", "WhatsApp/2.23.20.0");
        phone().head(path, "User-Agent", IPHONE);
        phone().get(path + ".ics", "User-Agent", IPHONE);
        phone().bytes(path + ".png", "User-Agent", IPHONE);

        assertThat(scans.of(LEKLADAN, massage().id(), day, day)).isEqualTo(before + 2);
    }

    private Telephone phone() {
        return new Telephone(port);
    }

    private Course massage() {
        return courses.find(LEKLADAN, "babymassage-vt27").orElseThrow();
    }

    private static String property(String page, String name) {
        Matcher found = Pattern.compile("<meta property=\"" + name + "\" content=\"([^\"]*)\">")
                .matcher(page);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1).replace("&amp;", "&");
    }

    private static List<Integer> colours(BufferedImage picture) {
        return Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                .map(pixel -> pixel & 0xFFFFFF)
                .distinct()
                .boxed()
                .toList();
    }

    /** The page's events by the rules of microdata: a property belongs to the innermost item around it. */
    private static List<Map<String, String>> events(String page) {
        List<Map<String, String>> events = new ArrayList<>();
        List<String> open = new ArrayList<>();
        Matcher tags = Pattern.compile("<(/?)(span|meta|link)\\b([^>]*)>").matcher(page);
        int depth = 0;
        while (tags.find()) {
            String about = tags.group(3);
            if (!tags.group(1).isEmpty()) {
                depth = Math.max(0, depth - 1);
                while (open.size() > depth && !open.isEmpty()) {
                    open.removeLast();
                }
            } else if (about.contains("itemscope")) {
                if (about.contains("https://schema.org/Event\"")) {
                    events.add(new LinkedHashMap<>());
                    open.clear();
                    open.add("");
                    depth = 1;
                } else {
                    open.add(attribute(about, "itemprop") + ".");
                    depth++;
                }
            } else if (about.contains("itemprop") && !open.isEmpty()) {
                String value = attribute(about, tags.group(2).equals("meta") ? "content" : "href");
                events.getLast().put(String.join("", open) + attribute(about, "itemprop"), value);
            }
        }
        return events;
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile(name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1).replace("&amp;", "&") : "";
    }
}
