package se.tambur.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
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
import org.springframework.test.context.ContextConfiguration;
import se.tambur.TestClock;
import se.tambur.TestDatabase;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Groups;
import se.tambur.course.Tongue;
import se.tambur.signup.SignUps;
import se.tambur.visit.Doors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A telephone that asks a real server for a place, has it and gives it back. */
@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestClock.class)
@ExtendWith(OutputCaptureExtension.class)
class SignUpPagesTest {

    private static final int WEIGHT = 30 * 1024;
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private Courses courses;

    @Autowired
    private SignUps signUps;

    @Autowired
    private Centres centres;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aHouseInNovember() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
    }

    @Test
    void aParentTakesAPlaceSeesItChangesItAndGivesItBack() throws Exception {
        Course course = course(8);
        Phone phone = phone("sv");
        assertThat(Phone.words(phone.get("/k/" + course.code())))
                .contains("Platser 8 av 8 kvar")
                .contains("Ta en plats")
                .contains("Ta med en handduk.");

        HttpResponse<String> taken = take(phone, course, "Amina", "amina@example.se");

        assertThat(taken.statusCode()).isEqualTo(303);
        String mine = location(taken);
        assertThat(mine).matches("/p/[\\w-]{32}");
        HttpResponse<String> place = phone.get(mine);
        assertThat(Phone.words(place))
                .contains("Du har en plats Välkommen!")
                .contains("Babymassage")
                .contains("5 måndagar kl. 13.00–14.00 11, 18, 25 januari, 1 och 8 februari")
                .contains("Namn Amina")
                .contains("amina@example.se")
                .contains("1 vuxen 1 × Bebis")
                .contains("raderas 14 dagar efter sista träffen")
                .contains("Du får inget mejl från oss. Spara länken eller fotografera QR-koden.");
        assertThat(place.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(keep -> assertThat(keep).contains("no-store"));
        assertThat(place.headers().firstValue("X-Robots-Tag")).contains("noindex, nofollow");
        assertThat(place.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(place.body()).contains("href=\"/k/" + course.code() + ".ics\"", mine + "</a>", "<svg");
        assertThat(Phone.words(phone.get("/k/" + course.code()))).contains("7 av 8 kvar");

        assertThat(phone.get(mine + "/andra").body()).contains("value=\"Amina\"", "value=\"amina@example.se\"");
        Map<String, String> changed = Phone.filled("", "Amina B", "");
        changed.put("phone", "\u0660\u0667\u0660-1740605");
        changed.put("child-2y", "1");
        changed.put("language", "ar");
        changed.put("interpreter", "yes");
        assertThat(phone.post(mine + "/andra", changed).statusCode()).isEqualTo(303);
        assertThat(phone.get(mine).body()).contains("<html lang=\"ar\" dir=\"rtl\">", "Amina B", "070-1740605");
        assertThat(Phone.words(phone.get(mine + "?lang=sv")))
                .contains("1 × 2 år")
                .contains("Jag behöver tolk");

        assertThat(Phone.words(phone.get(mine + "/avboka?lang=sv"))).contains("Vill du avanmäla dig?");
        assertThat(location(phone.post(mine + "/avboka?lang=sv", Map.of()))).isEqualTo(mine + "?lang=sv");
        assertThat(Phone.words(phone.get(mine + "?lang=sv"))).contains("Du är inte längre anmäld");
        assertThat(signUps.seats(course).left()).isEqualTo(8);
    }

    @Test
    void theNextInLineIsOfferedThePlaceAndSaysYes() throws Exception {
        Course course = course(1);
        Phone phone = phone("sv");
        String first = location(take(phone, course, "Amina", "amina@example.se"));
        HttpResponse<String> full = phone.get("/k/" + course.code());
        assertThat(Phone.words(full)).contains("Platser Fullt").contains("Ställ dig i kö");

        String second = location(take(phone, course, "Bo", "bo@example.se"));
        String third = location(take(phone, course, "Cia", "cia@example.se"));
        assertThat(Phone.words(phone.get(second))).contains("Du har plats 1 i kön");
        assertThat(Phone.words(phone.get(third))).contains("Du har plats 2 i kön");
        assertThat(Phone.words(phone.get("/k/" + course.code()))).contains("Fullt, 2 familjer i kö");

        phone.post(first + "/avboka", Map.of());
        assertThat(Phone.words(phone.get(second)))
                .contains("Det finns en plats till dig Den hålls åt dig till torsdag 26 november kl. 10.12.")
                .contains("Ja, jag tar platsen");
        assertThat(Phone.words(phone.get(third))).contains("Du har plats 1 i kön");

        assertThat(location(phone.post(second + "/ja", Map.of()))).isEqualTo(second);
        assertThat(Phone.words(phone.get(second))).contains("Du har en plats");
        phone.post(third + "/ja", Map.of());
        assertThat(Phone.words(phone.get(third))).contains("Du har plats 1 i kön");
    }

    @Test
    void anOfferThatIsOverSaysSoAndHasNoButton() throws Exception {
        Course course = course(1);
        Phone phone = phone("sv");
        String first = location(take(phone, course, "Amina", "amina@example.se"));
        String second = location(take(phone, course, "Bo", "bo@example.se"));
        phone.post(first + "/avboka", Map.of());

        clock.set("2026-11-26T10:12");

        assertThat(Phone.words(phone.get(second)))
                .contains("Tiden att ta platsen har gått ut")
                .doesNotContain("Ja, jag tar platsen");
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndEverythingTypedIsKept() throws Exception {
        Course course = course(8);
        Phone phone = phone("sv");
        Map<String, String> fields = Phone.filled(phone.stamp(course.code()), "", "amina(at)example.se");
        fields.put("phone", "ring mig \"snart\"");
        fields.put("adults", "0");
        fields.put("child-0-11m", "0");
        fields.put("language", "so");
        fields.put("interpreter", "yes");

        HttpResponse<String> answer = phone.post("/k/" + course.code() + "/plats", fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Phone.words(answer))
                .contains("Något behöver rättas")
                .contains("Skriv ett namn eller smeknamn")
                .contains("E-postadressen stämmer inte.")
                .contains("Telefonnumret stämmer inte.")
                .contains("Välj minst en vuxen eller ett barn.");
        assertThat(answer.body())
                .contains("<title>Rätta: Ta en plats – Babymassage</title>")
                .contains("<a href=\"#email\">")
                .contains("aria-invalid=\"true\" aria-describedby=\"hint-reach flaw-email\"")
                .contains("<span class=\"flaw\" id=\"flaw-phone\">")
                .contains("value=\"amina(at)example.se\"")
                .contains("value=\"ring mig &quot;snart&quot;\"")
                .containsPattern("value=\"so\"[^>]* selected")
                .containsPattern("name=\"interpreter\"[^>]* checked");
        assertThat(Phone.stamp(answer)).isEqualTo(fields.get("form"));
        assertThat(signUps.seats(course).taken()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "name, '', Skriv ett namn",
                "name, '<b>', Skriv ett namn",
                "email, '', Skriv en e-postadress eller ett telefonnummer",
                "email, a@b, E-postadressen stämmer inte",
                "phone, 123, Telefonnumret stämmer inte",
                "adults, 7, Välj minst en vuxen",
                "adults, -1, Välj minst en vuxen",
                "adults, ett, Välj minst en vuxen",
                "child-0-11m, 11, Välj högst tio barn",
                "child-0-11m, x, Välj högst tio barn",
            })
    void oneFieldThatIsWrongIsToldAlone(String field, String typed, String told) throws Exception {
        Course course = course(8);
        Phone phone = phone("sv");
        Map<String, String> fields = Phone.filled(phone.stamp(course.code()), "Amina", "amina@example.se");
        fields.put(field, typed);
        later();

        HttpResponse<String> answer = phone.post("/k/" + course.code() + "/plats", fields);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains(told).containsOnlyOnce("class=\"flaw\"");
    }

    @Test
    void aFormSentInUnderThreeSecondsAsksForOneMorePress() throws Exception {
        Course course = course(8);
        Phone phone = phone("sv");
        Map<String, String> fields = Phone.filled(phone.stamp(course.code()), "Amina", "amina@example.se");

        HttpResponse<String> answer = phone.post("/k/" + course.code() + "/plats", fields);

        assertAskedAgain(answer);
        later();
        fields.put("form", Phone.stamp(answer));
        assertThat(phone.post("/k/" + course.code() + "/plats", fields).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aFieldThatNobodySeesIsFilledInByMachinesOnly() throws Exception {
        Course course = course(8);
        Phone phone = phone("sv");
        Map<String, String> fields = Phone.filled(phone.stamp(course.code()), "Amina", "amina@example.se");
        fields.put("homepage", "https://example.com");
        later();

        HttpResponse<String> answer = phone.post("/k/" + course.code() + "/plats", fields);

        assertAskedAgain(answer);
        assertThat(answer.body()).doesNotContain("https://example.com");
        assertThat(signUps.seats(course).taken()).isZero();
    }

    @Test
    void aFormOfYesterdayOrOfAnotherCourseIsShownAnew() throws Exception {
        Course course = course(8);
        Course other = course(8);
        Phone phone = phone("sv");
        String old = phone.stamp(course.code());
        clock.set("2026-11-25T10:13");

        for (String stamp : List.of(old, phone.stamp(other.code()), old.replace('a', 'b'), "", "x".repeat(150))) {
            Map<String, String> fields = Phone.filled(stamp, "Amina", "amina@example.se");
            HttpResponse<String> answer = phone.post("/k/" + course.code() + "/plats", fields);

            assertAskedAgain(answer);
            assertThat(Phone.stamp(answer)).isNotEqualTo(stamp);
        }
        assertThat(signUps.seats(course).taken()).isZero();
    }

    @Test
    void aSecondPressOnTheSameFormIsTheSamePlace() throws Exception {
        Course course = course(8);
        Phone phone = phone("sv");
        Map<String, String> fields = Phone.filled(phone.stamp(course.code()), "Amina", "amina@example.se");
        later();

        String first = location(phone.post("/k/" + course.code() + "/plats", fields));
        String again = location(phone.post("/k/" + course.code() + "/plats", fields));

        assertThat(again).isEqualTo(first);
        assertThat(signUps.seats(course).taken()).isEqualTo(1);
    }

    @Test
    void aStrangerCannotFindOutWhoIsInAlready() throws Exception {
        Course course = course(8);
        take(phone("sv"), course, "Amina", "amina@example.se");

        HttpResponse<String> known = take(phone("sv"), course, "Xerxes", "amina@example.se");
        HttpResponse<String> fresh = take(phone("sv"), course, "Xerxes", "annan@example.se");

        assertThat(known.statusCode()).isEqualTo(fresh.statusCode());
        assertThat(known.headers().map().keySet())
                .isEqualTo(fresh.headers().map().keySet());
        assertThat(told(known, "amina@example.se")).isEqualTo(told(fresh, "annan@example.se"));
        assertThat(signUps.seats(course).taken()).isEqualTo(2);
    }

    @Test
    void oneNetworkSendsOnlySoManyFormsAndThenIsAskedToWait() throws Exception {
        Course course = course(8);
        Phone machine = phone("sv");
        Map<String, String> fields = Phone.filled(machine.stamp(course.code()), "Amina", "");
        for (int i = 0; i < 60; i++) {
            assertThat(machine.post("/k/" + course.code() + "/plats", fields).statusCode())
                    .isEqualTo(422);
        }

        HttpResponse<String> answer = machine.post("/k/" + course.code() + "/plats", fields);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Phone.words(answer)).contains("Vänta några minuter och tryck igen.");
        assertThat(answer.body()).contains("value=\"Amina\"");
        assertThat(phone("sv").post("/k/" + course.code() + "/plats", fields).statusCode())
                .isEqualTo(422);
    }

    @Test
    void oneCourseIsAskedForOnlySoManyPlacesAtATimeWhereverFrom() throws Exception {
        Course course = course(1);
        List<Map<String, String>> forms = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            forms.add(Phone.filled(phone("sv").stamp(course.code()), "Amina", "amina@example.se"));
        }
        later();
        List<Integer> answers = new ArrayList<>();
        for (Map<String, String> form : forms) {
            answers.add(phone("sv").post("/k/" + course.code() + "/plats", form).statusCode());
        }

        assertThat(answers.subList(0, 120)).containsOnly(303);
        // one more is let through every five seconds
        assertThat(answers.subList(120, 150)).contains(429);
    }

    @Test
    void aFormSentOverAndOverKeepsNobodyElseOut() throws Exception {
        Course course = course(2);
        Map<String, String> machine = Phone.filled(phone("sv").stamp(course.code()), "Amina", "amina@example.se");
        Map<String, String> family = Phone.filled(phone("sv").stamp(course.code()), "Bo", "bo@example.se");
        later();
        for (int i = 0; i < 121; i++) {
            assertThat(phone("sv")
                            .post("/k/" + course.code() + "/plats", machine)
                            .statusCode())
                    .isEqualTo(303);
        }

        assertThat(phone("sv").post("/k/" + course.code() + "/plats", family).statusCode())
                .isEqualTo(303);
        assertThat(signUps.seats(course).taken()).isEqualTo(2);
    }

    @Test
    void whoIsTooLateIsToldWhy() throws Exception {
        Course course = courses.save(with(course(1), false, null, null, new Course.SignUpWay.Here()), "test");
        Phone phone = phone("sv");
        String stamp = phone.stamp(course.code());
        take(phone, course, "Amina", "amina@example.se");
        later();

        HttpResponse<String> late =
                phone.post("/k/" + course.code() + "/plats", Phone.filled(stamp, "Bo", "bo@example.se"));

        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(Phone.words(late)).contains("Tyvärr hann det bli för sent Alla platser är tagna.");
        assertThat(location(phone.get("/k/" + course.code() + "/plats"))).isEqualTo("/k/" + course.code());
        assertThat(Phone.words(phone.get("/k/" + course.code())))
                .contains("Platser Fullt")
                .contains("Alla platser är tagna.")
                .doesNotContain("Ställ dig i kö", "Ta en plats");
    }

    @Test
    void aCourseSaysWhenItsSignUpOpensAndThatItHasClosed() throws Exception {
        Course course = courses.save(
                with(
                        course(8),
                        true,
                        LocalDate.of(2026, 12, 1),
                        LocalDate.of(2026, 12, 20),
                        new Course.SignUpWay.Here()),
                "test");
        Phone phone = phone("sv");

        assertThat(Phone.words(phone.get("/k/" + course.code())))
                .contains("Anmälan öppnar 1 december.")
                .contains("8 platser")
                .doesNotContain("Ta en plats");
        assertThat(phone.get("/k/" + course.code() + "/plats").statusCode()).isEqualTo(303);
        clock.set("2026-12-21T09:00");
        assertThat(Phone.words(phone.get("/k/" + course.code()))).contains("Anmälan är stängd.");
    }

    @Test
    void aCourseThatIsCalledOffSaysSoUntilItWouldHaveEnded() throws Exception {
        Course course = course(8);
        Phone phone = phone("sv");
        String mine = location(take(phone, course, "Amina", "amina@example.se"));
        courses.become(centre, course.id(), Course.State.CANCELLED, "test");

        HttpResponse<String> page = phone.get("/k/" + course.code());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Phone.words(page))
                .contains("Kursen är inställd. Det blir tyvärr inga fler träffar.")
                .contains("Ring oss")
                .doesNotContain("Ta en plats", "kvar", "Till kalendern");
        assertThat(Phone.words(phone.get(mine))).contains("Kursen är inställd").doesNotContain("Avanmäl dig");
        assertThat(phone.get("/k/" + course.code() + "/plats").statusCode()).isEqualTo(404);

        clock.set("2027-02-09T09:00");
        assertThat(phone.get("/k/" + course.code()).statusCode()).isEqualTo(404);
        courses.become(centre, course.id(), Course.State.DRAFT, "test");
        clock.set("2026-11-24T10:12");
        assertThat(phone.get("/k/" + course.code()).statusCode()).isEqualTo(404);
    }

    @Test
    void aCourseElsewhereLeadsThereAndOneOnTheWebSaysWhere() throws Exception {
        Course link = courses.save(
                with(course(8), true, null, null, new Course.SignUpWay.Link("https://www.example.se/e-tjanst")),
                "test");
        Phone phone = phone("sv");

        HttpResponse<String> page = phone.get("/k/" + link.code());
        assertThat(Phone.words(page))
                .contains("Ta en plats Anmälan görs på en annan webbplats: www.example.se")
                .contains("8 platser");
        assertThat(page.body()).contains("href=\"https://www.example.se/e-tjanst\"");
        assertThat(location(phone.get("/k/" + link.code() + "/plats"))).isEqualTo("/k/" + link.code());

        Course web = courses.save(onTheWeb(course(8)), "test");
        assertThat(phone.get("/k/" + web.code()).body()).contains("href=\"https://meet.example.se/tambur\"");
        assertThat(Phone.words(phone.get("/k/" + web.code()))).contains("Var På webben meet.example.se");
    }

    @Test
    void aFamilyGetsAllThatIsKnownOfItAndHasItErased() throws Exception {
        Course course = course(1);
        Phone phone = phone("sv");
        String mine = location(take(phone, course, "Amina", "amina@example.se"));
        String next = location(take(phone, course, "Bo", "bo@example.se"));

        HttpResponse<String> export = phone.get(mine + ".json");
        assertThat(export.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        assertThat(export.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"tambur-" + course.id() + ".json\"");
        JsonNode known = JsonMapper.shared().readTree(export.body());
        assertThat(known.get("name").asString()).isEqualTo("Amina");
        assertThat(known.get("email").asString()).isEqualTo("amina@example.se");
        assertThat(known.get("standing").asString()).isEqualTo("placed");
        assertThat(known.get("children").get("0-11m").asInt()).isEqualTo(1);
        assertThat(known.get("present").size()).isZero();
        assertThat(known.get("letters").get(0).get("about").asString()).isEqualTo("placed");

        assertThat(Phone.words(phone.get(mine + "/radera"))).contains("Vill du radera allt om dig?");
        assertThat(Phone.words(phone.post(mine + "/radera", Map.of()))).contains("Allt om dig är raderat");
        assertThat(phone.get(mine).statusCode()).isEqualTo(404);
        assertThat(phone.get(mine + ".json").statusCode()).isEqualTo(404);
        assertThat(Phone.words(phone.get(next))).contains("Det finns en plats till dig");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/p",
                "/p/",
                "/p/abc",
                "/p/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "/p/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.json",
                "/p/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/avboka",
                "/p/a/b/c",
                "/p/%C3%A5",
                "/p/x.html"
            })
    void aLinkThatLeadsNowhereGetsAKindPage(String path) throws Exception {
        HttpResponse<String> answer = phone("sv").get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Phone.words(answer)).contains("Här finns ingen anmälan");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void everyPageOnTheWayIsLightHasNoScriptAndLeavesNoCookieInAnyLanguage() throws Exception {
        Course course = course(1);
        for (String language : Tongue.SPOKEN) {
            Phone phone = phone(language);
            Map<String, String> wrong = Phone.filled(phone.stamp(course.code()), "", "");
            List<HttpResponse<String>> answers = new ArrayList<>();
            answers.add(phone.get("/k/" + course.code()));
            answers.add(phone.get("/k/" + course.code() + "/plats"));
            answers.add(phone.post("/k/" + course.code() + "/plats", wrong));
            HttpResponse<String> taken = take(phone, course, "Amina", language + "@example.se");
            String mine = location(taken);
            answers.add(phone.get(mine + "?lang=" + language));
            for (String deed : List.of("/andra", "/avboka", "/radera")) {
                answers.add(phone.get(mine + deed + "?lang=" + language));
            }
            answers.add(phone.post(mine + "/radera?lang=" + language, Map.of()));

            int style =
                    bytes(phone.get(answers.getFirst().body().replaceAll("(?s).*\"(/phone/style-[^\"]+)\".*", "$1")));
            for (HttpResponse<String> answer : answers) {
                assertThat(answer.body())
                        .contains("<html lang=\"" + language + "\"")
                        .doesNotContain("<script", "<img", "style=", "javascript:", "onclick", "!phone");
                assertThat(bytes(answer) + style).as(answer.uri().getPath()).isLessThanOrEqualTo(WEIGHT);
                assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
                assertThat(answer.headers().firstValue("Content-Security-Policy"))
                        .hasValueSatisfying(policy -> assertThat(policy)
                                .contains("default-src 'none'", "form-action 'self'")
                                .doesNotContain("unsafe"));
            }
            assertThat(taken.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void nobodyWritesDownWhoTakesAPlace(CapturedOutput output) throws Exception {
        Course course = course(8);
        Phone phone = new Phone(port, "203.0.113.78", "sv");
        Map<String, String> fields = Phone.filled(phone.stamp(course.code()), "Markedname", "markedmail@example.se");
        later();
        String mine = location(phone.post("/k/" + course.code() + "/plats", fields));
        phone.send(phone.request(mine).header("User-Agent", "marked-telephone"));
        fields.put("email", "markedwrong");
        phone.post("/k/" + course.code() + "/plats", fields);
        phone.post(mine + "/andra", fields);
        phone.post(mine + "/avboka", fields);
        phone.post(mine + "/nothing", fields);
        phone.post(mine + "/radera", fields);

        assertThat(output)
                .doesNotContainIgnoringCase("marked")
                .doesNotContain("203.0.113.78", mine.substring("/p/".length()));
    }

    /** What a family reads after it has asked for a place, without what must differ. */
    private String told(HttpResponse<String> taken, String email) throws Exception {
        String mine = location(taken);
        return phone("sv")
                .get(mine)
                .body()
                .replaceAll("(?s)<svg.*?</svg>", "")
                .replace(mine, "/p/MINE")
                .replace(email, "EMAIL");
    }

    private void assertAskedAgain(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Phone.words(answer)).contains("Tryck på knappen en gång till.");
        assertThat(answer.body())
                .contains("value=\"Amina\"", "value=\"amina@example.se\"")
                .doesNotContain("class=\"flaw\"");
    }

    private HttpResponse<String> take(Phone phone, Course course, String name, String email) throws Exception {
        Map<String, String> fields = Phone.filled(phone.stamp(course.code()), name, email);
        var now = clock.instant();
        clock.set(now.plus(Duration.ofSeconds(20)));
        HttpResponse<String> answer = phone.post("/k/" + course.code() + "/plats", fields);
        clock.set(now);
        return answer;
    }

    private void later() {
        clock.set(clock.instant().plusSeconds(20));
    }

    /** A telephone on a network of its own. */
    private Phone phone(String language) {
        int n = ADDRESSES.incrementAndGet();
        return new Phone(port, "198.18." + n / 250 + "." + (1 + n % 250), language);
    }

    private Course course(@Nullable Integer seats) {
        return courses.save(Groups.massage(centre, "massage-" + ADDRESSES.incrementAndGet(), seats), "test");
    }

    private static Course with(
            Course course,
            boolean waitingList,
            @Nullable LocalDate opens,
            @Nullable LocalDate closes,
            Course.SignUpWay way) {
        return new Course(
                course.id(),
                course.centre(),
                course.code(),
                course.state(),
                course.name(),
                course.text(),
                course.practical(),
                course.picture(),
                course.ages(),
                course.expecting(),
                course.host(),
                course.level(),
                course.place(),
                course.web(),
                course.meetings(),
                course.seats(),
                waitingList,
                opens,
                closes,
                way);
    }

    private static Course onTheWeb(Course course) {
        return new Course(
                course.id(),
                course.centre(),
                course.code(),
                course.state(),
                course.name(),
                course.text(),
                course.practical(),
                course.picture(),
                course.ages(),
                course.expecting(),
                course.host(),
                course.level(),
                null,
                "https://meet.example.se/tambur",
                course.meetings(),
                course.seats(),
                course.waitingList(),
                null,
                null,
                course.signUp());
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.statusCode()));
    }

    private static int bytes(HttpResponse<String> answer) {
        return answer.body().getBytes(StandardCharsets.UTF_8).length;
    }
}
