package se.tambur.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.ContextConfiguration;
import se.tambur.TestClock;
import se.tambur.TestDatabase;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.Courses;
import se.tambur.course.Tongue;

/** A telephone's requests to a real server, without any browser's help. */
@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestClock.class)
@ExtendWith(OutputCaptureExtension.class)
class PhonePagesTest {

    private static final int WEIGHT = 30 * 1024;
    private static final CentreId LEKLADAN = new CentreId("lekladan");

    private final HttpClient phone = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private Courses courses;

    @Autowired
    private Centres centres;

    @Autowired
    private JdbcTemplate jdbc;

    @BeforeEach
    void aTuesdayInNovember() {
        clock.set("2026-11-24T10:12");
    }

    @Test
    void aParentScansACourseAndReadsAllThereIsToKnow() throws Exception {
        String page =
                get("/k/" + code("babymassage-vt27"), "sv-SE,sv;q=0.9,en;q=0.5").body();

        assertThat(page)
                .startsWith("<!DOCTYPE html>")
                .contains("<html lang=\"sv\" dir=\"ltr\">")
                .contains("<meta property=\"og:title\" content=\"Babymassage – Öppna förskolan Lekladan\">");
        assertThat(words(page))
                .contains("Babymassage")
                .contains("För: Bebis (0–11 mån)")
                .contains("När 5 måndagar kl. 13.00–14.00 11, 18, 25 januari, 1 och 8 februari")
                .contains("Var Stora rummet Storgatan 1")
                .contains("Vem Barnhälsovården (BVC)")
                .contains("Kostar Ingenting")
                .contains("Platser 8 av 8 kvar")
                .contains("Ta en plats Till kalendern Ring oss")
                .contains("Du lär dig massera ditt barn.")
                .contains("Namn och kontaktuppgifter raderas 14 dagar efter sista träffen.")
                .contains("Sidan har inga kakor och ingen spårning.")
                .doesNotContain("universal");
        assertThat(page)
                .contains("href=\"/k/" + code("babymassage-vt27") + "/plats\"")
                .contains("href=\"tel:051300000\"")
                .contains("href=\"/k/" + code("babymassage-vt27") + ".ics\"");
    }

    @ParameterizedTest
    @CsvSource({
        "sv, 'När', ltr",
        "en, 'When', ltr",
        "fi, 'Milloin', ltr",
        "ar, 'متى', rtl",
        "so, 'Goorma', ltr",
    })
    void everyLanguageOfTheHouseHasItsPage(String language, String when, String dir) throws Exception {
        String page = get("/k/" + code("babymassage-vt27"), language).body();

        assertThat(page).contains("<html lang=\"" + language + "\" dir=\"" + dir + "\">");
        assertThat(words(page)).contains(when).doesNotContain("!phone");
    }

    @Test
    void anArabicPageMarksTheSwedishNameOfTheRoom() throws Exception {
        String page = get("/k/" + code("babymassage-vt27"), "ar").body();

        assertThat(page)
                .contains("<span lang=\"sv\" dir=\"ltr\">Stora rummet</span>")
                .contains("<span lang=\"sv\" dir=\"ltr\">Öppna förskolan Lekladan</span>")
                .contains("تدليك الأطفال الرضّع")
                .doesNotContain("٠", "١", "٥");
    }

    @Test
    void thePhonesLanguagesAreTriedInTheirOrderAndTheHousesFirstIsTheLastWayOut() throws Exception {
        String path = "/k/" + code("babymassage-vt27");

        assertThat(get(path, "de-DE, fi;q=0.8, en;q=0.7").body()).contains("<html lang=\"fi\"");
        assertThat(get(path, "so-SO").body()).contains("<html lang=\"so\"");
        assertThat(get(path, "zh, de").body()).contains("<html lang=\"sv\"");
        assertThat(get(path, "!!;;,,=").body()).contains("<html lang=\"sv\"");
        assertThat(get(path, "").body()).contains("<html lang=\"sv\"");
        assertThat(get(path, "sv").headers().allValues("Vary").toString()).containsIgnoringCase("Accept-Language");
    }

    @Test
    void aLanguageChosenOnThePageIsKeptOnTheWayToTheNext() throws Exception {
        String path = "/k/" + code("babymassage-vt27");
        String page = get(path + "?lang=ar", "sv").body();

        assertThat(page)
                .contains("<html lang=\"ar\" dir=\"rtl\">")
                .contains("href=\"/c/lekladan?lang=ar\"")
                .contains("href=\"" + path + ".ics?lang=ar\"")
                .contains("href=\"?lang=so\"");
        assertThat(get(path + "?lang=klingon", "en").body()).contains("<html lang=\"en\"");
        assertThat(get(path + "?lang=%22%3E%3Cscript%3E", "en").body()).doesNotContain("<script");
    }

    @Test
    void aPageWithItsStyleWeighsAtMostThirtyKilobytesInTwoRequestsWithoutScriptOrCookie() throws Exception {
        for (String path : paths()) {
            for (String language : Tongue.SPOKEN) {
                HttpResponse<String> answer = get(path, language);
                String page = answer.body();
                List<String> fetched = fetched(page);

                assertThat(fetched).as(path).hasSize(1);
                String style = get(fetched.getFirst(), language).body();
                assertThat(bytes(page) + bytes(style)).as(path + " " + language).isLessThanOrEqualTo(WEIGHT);
                assertThat(page).doesNotContain("<script", "<img", "<iframe", "style=", "javascript:", "onclick");
                assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
                assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
            }
        }
    }

    @Test
    void aPhoneKeepsTheStyleForAYearAndGetsANewOneUnderANewName() throws Exception {
        String style = fetched(get("/om", "sv").body()).getFirst();

        assertThat(style).matches("/phone/style-[0-9a-f]{12}\\.css");
        assertThat(get(style, "sv").headers().firstValue("Cache-Control"))
                .hasValueSatisfying(keep -> assertThat(keep).contains("max-age=31536000", "immutable"));
        assertThat(get("/phone/style-000000000000.css", "sv").headers().firstValue("Cache-Control"))
                .contains("no-cache");
        assertThat(get("/phone/other.css", "sv").statusCode()).isEqualTo(404);
    }

    @Test
    void aCodeMayBeTypedInSmallLettersAndWithLookAlikes() throws Exception {
        String code = code("babymassage-vt27");
        String mistyped = code.toLowerCase(Locale.ROOT)
                .replace('o', '0')
                .replace('i', 'l')
                .replace('s', '5')
                .replace('b', '8');

        assertThat(get("/k/" + mistyped, "sv").body()).contains("Babymassage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/k/AAAAAA", "/k/", "/k", "/k/a/b", "/k/.ics", "/k/%C3%A5", "/k/abc.html", "/k/%3Cscript%3Ex"})
    void aCodeThatLeadsNowhereGetsAKindPageWithWhatIsOpen(String path) throws Exception {
        HttpResponse<String> answer = get(path, "sv");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(words(answer.body()))
                .contains("Här finns ingen kurs")
                .contains("Babymassage Start 11 januari · 5 måndagar 13.00–14.00");
        assertThat(answer.body()).doesNotContain("<script");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/c/nowhere", "/c/", "/c", "/c/LEKLADAN!", "/c/lekladan/x"})
    void anAddressThatLeadsNowhereGetsAKindPageToo(String path) throws Exception {
        HttpResponse<String> answer = get(path, "en");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(words(answer.body())).contains("There is no page here").contains("Öppna förskolan Lekladan");
    }

    @Test
    void aCourseThatIsOverIsGoneAndOneThatHasBegunTakesNobodyIn() throws Exception {
        String code = code("babymassage-vt27");

        clock.set("2027-01-25T09:00");
        String begun = get("/k/" + code, "sv").body();
        assertThat(words(begun)).contains("Kursen har börjat").contains("Nästa gång måndag 25 januari");
        assertThat(begun).doesNotContain("/plats");

        clock.set("2027-02-09T09:00");
        assertThat(get("/k/" + code, "sv").statusCode()).isEqualTo(404);
        assertThat(get("/k/" + code + ".ics", "sv").statusCode()).isEqualTo(404);
    }

    @Test
    void whereOneMayJustComeThereIsNothingToPress() throws Exception {
        String page = get("/k/" + code("sagostund-vt27"), "sv").body();

        assertThat(words(page))
                .contains("Kom som du är – ingen anmälan behövs.")
                .doesNotContain("Ta en plats");
        assertThat(page).doesNotContain("class=\"big\"");
    }

    @Test
    void whereOneCallsTheButtonCalls() throws Exception {
        String page = get("/k/" + code("forsta-hjalpen-vt27"), "sv").body();

        assertThat(page).contains("href=\"tel:051300000\" rel=\"noreferrer\">Ring och ta en plats</a>");
        assertThat(words(page)).contains("0513-000 00").doesNotContain("Ring oss");
    }

    @Test
    void parentsToBeAreToldThatItIsForThem() throws Exception {
        assertThat(words(get("/k/" + code("vi-vantar-barn-vt27"), "sv").body())).contains("För: Dig som väntar barn");
    }

    @Test
    void theCalendarFileHasEveryMeetingAtItsLocalTime() throws Exception {
        HttpResponse<String> answer = get("/k/" + code("sagostund-vt27").toLowerCase(Locale.ROOT) + ".ics", "sv");

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("inline; filename=\"sagostund-vt27.ics\"");
        assertThat(new CalendarBuilder().build(new StringReader(answer.body())).getComponents("VEVENT"))
                .hasSize(12);
        assertThat(answer.body())
                .contains("DTSTART;TZID=Europe/Stockholm:20270402T100000")
                .contains("SUMMARY:Sagostund");
    }

    @Test
    void theWeekShowsWhatIsOpenToEveryone() throws Exception {
        assertThat(words(get("/c/lekladan", "sv").body()))
                .contains("I dag tisdag 24 november 10.00–12.00 · Babyöppet Öppen lek Babysång 10.45–11.15")
                .contains("13.00–16.00 Öppen lek Sångstund 14.00–14.30")
                .contains("torsdag 26 november 9.00–12.00 Öppen lek Sångstund 10.00–10.30")
                .contains("måndag 30 november")
                .doesNotContain("tisdag 1 december", "Riktad grupp", "Här nu")
                .contains("Kurser Babymassage Start 11 januari")
                .contains("Ring oss 0513-000 00");
    }

    @Test
    void aClosedWeekSaysWhyAndWhenItOpensAgain() throws Exception {
        clock.set("2026-12-21T08:00");

        assertThat(words(get("/c/lekladan", "sv").body()))
                .contains("I dag måndag 21 december Stängt: Julstängt")
                .contains("Öppnar igen torsdag 7 januari kl. 9.00–12.00");
        assertThat(words(get("/c/lekladan", "ar").body())).contains("مغلق: عطلة عيد الميلاد");
    }

    @Test
    void whereThereAreSeveralHousesTheFirstPageLetsOneChoose() throws Exception {
        String plan = Files.readString(Path.of("kiosk-config/centres/lekladan.yaml"))
                .replace("id: lekladan ", "id: grannhuset ")
                .replace("name: Öppna förskolan Lekladan", "name: Öppna förskolan Grannhuset");
        centres.adopt("grannhuset.yaml", plan, null, "test");

        HttpResponse<String> answer = get("/", "fi");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(words(answer.body()))
                .contains("Avoimet päiväkodit")
                .contains("Öppna förskolan Lekladan")
                .contains("Öppna förskolan Grannhuset");
        assertThat(answer.body()).contains("href=\"/c/grannhuset\"");
        assertThat(words(get("/c/grannhuset", "sv").body())).contains("Just nu finns inga kurser");
    }

    @Test
    void theHouseTellsWhatItCountsAndWhatItNeverKeeps() throws Exception {
        assertThat(words(get("/om", "sv").body()))
                .contains("Natten efter raderas de enskilda besöken.")
                .contains("ingen människa har granskat dem ännu")
                .contains("OpenMoji ( CC BY-SA 4.0 )");
    }

    @Test
    void everyColumnThatIsStoredOfAVisitStandsOnThePage() throws Exception {
        String page = get("/c/lekladan/om", "sv").body();

        assertThat(jdbc.queryForList("""
                select distinct column_name from information_schema.columns
                where table_schema = 'public' and table_name in ('check_in', 'check_in_child')
                  and column_name <> 'check_in'""", String.class))
                .hasSizeGreaterThan(14)
                .allSatisfy(column -> assertThat(page).contains(">" + column + "</code>"));
        assertThat(words(page)).contains("Raderna här nedanför");
    }

    @Test
    void theStatementOnAccessibilityHasAllPartsOfTheForm() throws Exception {
        assertThat(words(get("/om/tillganglighet", "sv").body()))
                .contains("Tillgänglighetsredogörelse")
                .contains("Öppna förskolan Lekladan")
                .contains("delvis förenlig")
                .contains("EN 301 549")
                .contains("Innehåll som inte är tillgängligt")
                .contains("Digg")
                .contains("26 november 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en", "fi", "ar", "so"})
    void whatIsToldOfTheHouseIsToldInEveryLanguage(String language) throws Exception {
        for (String path : List.of("/om/tillganglighet", "/om", "/c/lekladan/om")) {
            String page = get(path + "?lang=" + language, "sv").body();
            assertThat(page)
                    .contains("<html lang=\"" + language + "\"")
                    .doesNotContain("!about")
                    .doesNotContain("!access");
            assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(WEIGHT);
        }
        assertThat(get("/c/nowhere/om", language).statusCode()).isEqualTo(404);
        assertThat(get("/om/nowhere", language).statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyWritesDownWhoReadsAPage(CapturedOutput output) throws Exception {
        HttpRequest.Builder marked = request("/k/" + code("babymassage-vt27") + "?marked-query", "sv")
                .header("User-Agent", "marked-telephone")
                .header("X-Forwarded-For", "203.0.113.77")
                .header("Referer", "https://marked.example/");

        phone.send(marked.build(), HttpResponse.BodyHandlers.ofString());
        phone.send(
                request("/k/marked-code", "sv")
                        .header("User-Agent", "marked-telephone")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(output).doesNotContain("marked").doesNotContain("203.0.113.77");
    }

    private List<String> paths() {
        List<String> paths = new ArrayList<>(List.of("/c/lekladan", "/om", "/k/AAAAAA"));
        courses.open(LEKLADAN, LocalDate.of(2026, 11, 24)).forEach(course -> paths.add("/k/" + course.code()));
        return paths;
    }

    private String code(String course) {
        return courses.open(LEKLADAN, LocalDate.of(2026, 11, 24)).stream()
                .filter(open -> open.id().equals(course))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private HttpResponse<String> get(String path, String languages) throws Exception {
        return phone.send(request(path, languages).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, String languages) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return languages.isEmpty() ? request : request.header("Accept-Language", languages);
    }

    /** What a browser would get of itself. */
    private static List<String> fetched(String page) {
        Matcher links = Pattern.compile("(?:<link rel=\"stylesheet\" href|src)=\"([^\"]+)\"")
                .matcher(page);
        return links.results().map(link -> link.group(1)).toList();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** What is read on a page, on one line. */
    private static String words(String page) {
        return page.replaceAll("(?s)<head>.*</head>", "")
                .replaceAll("</?(?:span|strong|bdi)\\b[^>]*>", "")
                .replaceAll("<[^>]+>", " ")
                .replaceAll("\\s+", " ");
    }
}
