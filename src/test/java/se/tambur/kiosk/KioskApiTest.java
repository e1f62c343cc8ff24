package se.tambur.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Groups;
import se.tambur.feedback.Answers;
import se.tambur.feedback.Goal;
import se.tambur.signup.Families;
import se.tambur.signup.SignUps;
import se.tambur.visit.CheckIns;
import tools.jackson.databind.JsonNode;

@DatabaseTest
class KioskApiTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");
    private static final long DAY = 86_400_000;

    @Autowired
    private WebApplicationContext house;

    @Autowired
    private TestClock clock;

    @Autowired
    private Centres centres;

    @Autowired
    private Kiosks kiosks;

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private Answers answers;

    @Autowired
    private Courses courses;

    @Autowired
    private SignUps signUps;

    @Autowired
    private JdbcClient jdbc;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void tuesdayMorning() {
        clock.set("2026-11-24T10:12");
        centre = DoorTablet.centre(centres);
    }

    private DoorTablet tablet() {
        return new DoorTablet(house, clock);
    }

    private DoorTablet paired() {
        return pairedAt(centre);
    }

    private DoorTablet pairedAt(CentreId where) {
        DoorTablet tablet = tablet();
        assertThat(tablet.pair(kiosks.newCode(where, null, "Astrid").code()).getStatus())
                .isEqualTo(204);
        return tablet;
    }

    // pairing

    @Test
    void aTabletIsPairedByACodeFromTheOfficeAndKeepsACookieThatNoScriptCanRead() {
        String code = kiosks.newCode(centre, "Entrén", "Astrid").code();
        assertThat(code).matches("[ABCDEFGHJKMNPRSTUVWXYZ]{8}");

        MockHttpServletResponse answer = tablet().pair(code);

        assertThat(answer.getStatus()).isEqualTo(204);
        assertThat(answer.getHeader("Set-Cookie"))
                .startsWith("__Host-kiosk=")
                .contains("; HttpOnly")
                .contains("; Secure")
                .contains("; SameSite=Strict")
                .contains("; Path=/;")
                .doesNotContain("Domain");
        assertThat(kiosks.health(centre)).extracting(Kiosks.Health::name).containsExactly("Entrén");
    }

    @Test
    void aCodeIsGoodOnceAlsoForTwoTabletsAtTheSameTime() throws Exception {
        String code = kiosks.newCode(centre, null, "Astrid").code();
        List<Integer> answers = inParallel(8, i -> tablet().pair(code).getStatus());

        assertThat(answers).filteredOn(status -> status == 204).hasSize(1);
        assertThat(kiosks.health(centre)).hasSize(1);
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        String code = kiosks.newCode(centre, null, "Astrid").code();
        clock.set("2026-11-24T10:22");

        assertThat(tablet().pair(code).getStatus()).isEqualTo(404);
    }

    @Test
    void aCodeTypedInSmallLettersIsTaken() {
        String code = kiosks.newCode(centre, null, "Astrid").code().toLowerCase(Locale.ROOT);

        assertThat(tablet().pair(code).getStatus()).isEqualTo(204);
    }

    @Test
    void whoeverGuessesCodesHasToWait() {
        List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(tablet().send(MockMvcRequestBuilders.post("/api/kiosk/v1/pair")
                            .header("X-Tambur", "kiosk")
                            .contentType("application/json")
                            .content("{\"code\": \"ABCDEFGH\"}")
                            .with(request -> {
                                request.setRemoteAddr("192.0.2.77");
                                return request;
                            }))
                    .getStatus());
        }
        assertThat(answers.subList(0, 10)).containsOnly(404);
        assertThat(answers.getLast()).isEqualTo(429);
    }

    @Test
    void whatIsAtRestIsNeitherTheTokenNorTheCode() {
        String code = kiosks.newCode(centre, null, "Astrid").code();
        String token = String.valueOf(paired().token());

        assertThat(jdbc.sql("select hash from kiosk_token").query(String.class).list())
                .doesNotContain(token)
                .contains(Secrets.hash(token));
        assertThat(jdbc.sql("select hash from pairing_code").query(String.class).list())
                .doesNotContain(code)
                .contains(Secrets.hash(code));
    }

    @Test
    void twoTabletsWithoutNamesAreToldApart() {
        paired();
        paired();

        assertThat(kiosks.health(centre))
                .extracting(Kiosks.Health::name)
                .containsExactly("Surfplatta 1", "Surfplatta 2");
    }

    // tokens

    @Test
    void aTokenIsReplacedAfterADayAndTheOldOneIsGoodForADayMore() {
        DoorTablet tablet = paired();
        tablet.sync();
        String first = tablet.token();
        clock.set("2026-11-25T10:12");
        tablet.sync();
        String second = tablet.token();
        assertThat(second).isNotEqualTo(first);
        tablet.sync();

        clock.set("2026-11-26T10:11");
        assertThat(tablet().withToken(first).state(null).getStatus()).isEqualTo(200);
        clock.set("2026-11-26T10:13");
        assertThat(tablet().withToken(first).state(null).getStatus()).isEqualTo(401);
        assertThat(tablet().withToken(second).state(null).getStatus()).isEqualTo(200);
    }

    @Test
    void aTabletThatNeverGotItsNewTokenGoesOnWithTheOldOne() {
        DoorTablet tablet = paired();
        tablet.sync();
        String first = tablet.token();
        clock.set("2026-11-25T10:12");
        tablet.sync();
        tablet.withToken(first);
        clock.set("2026-11-29T10:12");

        assertThat(tablet.state(null).getStatus()).isEqualTo(200);
        assertThat(tablet.token()).isNotEqualTo(first);
        assertThat(tablet.state(null).getStatus()).isEqualTo(200);
    }

    @Test
    void withoutAPairingNothingIsToldAndNothingTaken() {
        DoorTablet stranger = tablet();
        assertThat(stranger.state(null).getStatus()).isEqualTo(401);
        assertThat(stranger.post("/api/kiosk/v1/sync", stranger.envelope(List.of(stranger.family())))
                        .getStatus())
                .isEqualTo(401);
        assertThat(stranger.withToken(Secrets.token()).state(null).getStatus()).isEqualTo(401);
    }

    @Test
    void noSessionIsMade() {
        DoorTablet tablet = paired();
        assertThat(tablet.state(null).getHeaders("Set-Cookie")).isEmpty();
        assertThat(tablet.post("/api/kiosk/v1/sync", tablet.envelope(List.of())).getHeaders("Set-Cookie"))
                .isEmpty();
    }

    // the tablet's world

    @Test
    void aTabletHearsWhatStandsOnItsScreen() {
        JsonNode state = paired().state();

        assertThat(state.get("centre").get("name").stringValue()).isEqualTo("Öppna förskolan Lekladan");
        assertThat(state.get("centre").get("id").stringValue()).isEqualTo(centre.value());
        assertThat(ids(state.get("ages"))).containsExactly("0-11m", "1y", "2y", "3-5y", "6y+");
        assertThat(ids(state.get("activities"))).containsExactly("oppen-lek", "sang", "babysang", "bvc");
        assertThat(state.get("languages").values().stream()
                        .map(language -> language.get("name").stringValue() + " "
                                + language.get("dir").stringValue()))
                .containsExactly("Svenska ltr", "English ltr", "Suomi ltr", "العربية rtl", "Soomaali ltr");
        assertThat(state.get("words").get("sv").get("home.done").stringValue()).isEqualTo("Klar");
        assertThat(ids(state.get("questions")))
                .containsExactly("tillganglighet", "bemotande", "kompetens", "delaktighet");
        assertThat(state.get("questions").get(1).get("text").get("sv").stringValue())
                .isEqualTo("Kände ni er välkomna i dag?");
        assertThat(state.get("settings").get("repeatMs").intValue()).isEqualTo(300);
        assertThat(state.get("settings").get("idleSeconds").intValue()).isEqualTo(30);
        assertThat(state.get("serverTime").stringValue()).isEqualTo("2026-11-24T09:12:00Z");
    }

    @Test
    void theSessionsOfTodayAndNinetyDaysAreThere() {
        JsonNode sessions = paired().state().get("sessions");

        JsonNode first = sessions.get(0);
        assertThat(first.get("day").stringValue()).isEqualTo("2026-11-24");
        assertThat(first.get("opens").stringValue()).isEqualTo("10:00");
        assertThat(first.get("closes").stringValue()).isEqualTo("12:00");
        assertThat(first.get("activities").toString())
                .isEqualTo("[{\"id\":\"oppen-lek\"},{\"id\":\"babysang\",\"from\":\"10:45\",\"to\":\"11:15\"}]");
        assertThat(sessions.get(sessions.size() - 1).get("day").stringValue()).isEqualTo("2027-02-22");
    }

    @Test
    void noLevelAndNoAimedActivityComesNearTheDoor() {
        String all = DoorTablet.text(paired().state(null));

        assertThat(all)
                .doesNotContain("riktad")
                .doesNotContainIgnoringCase("level")
                .doesNotContain("selective");
    }

    @Test
    void aTabletThatKnowsItAllIsToldSoInAFewBytes() {
        DoorTablet tablet = paired();
        String tag = tablet.state().get("tag").stringValue();
        clock.set("2026-11-24T10:12:30");

        MockHttpServletResponse answer = tablet.state(tag);

        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getContentAsByteArray()).isEmpty();
        assertThat(answer.getHeader("ETag")).isEqualTo("\"" + tag + "\"");
        assertThat(tablet.sync().get("stateTag").stringValue()).isEqualTo(tag);
    }

    @Test
    void anotherDayAndAPauseAreNews() {
        DoorTablet tablet = paired();
        String tag = tablet.state().get("tag").stringValue();
        String id = kiosks.health(centre).getFirst().id();

        kiosks.pause(centre, id, true, "Astrid");
        JsonNode paused = tablet.state();
        assertThat(paused.get("tag").stringValue()).isNotEqualTo(tag);
        assertThat(paused.get("kiosk").get("paused").booleanValue()).isTrue();
        assertThat(tablet.sync().get("command").stringValue()).isEqualTo("pause");
        assertThat(tablet.sync().get("command").isNull()).isTrue();

        clock.set("2026-11-25T10:12");
        assertThat(tablet.state(paused.get("tag").stringValue()).getStatus()).isEqualTo(200);
    }

    // handing over

    @Test
    void whatHappenedAtTheDoorIsTakenIn() {
        DoorTablet tablet = paired();
        UUID second = UUID.randomUUID();

        List<String> results = tablet.results(
                tablet.event(UUID.randomUUID(), "check-in", """
                        "activity": "babysang", "adults": 1, "expecting": true, "children": {"0-11m": 1, "2y": 1}"""),
                tablet.family(second),
                tablet.undo(second),
                tablet.event(UUID.randomUUID(), "leave", "\"adults\": 1, \"children\": 2"),
                tablet.event(
                        UUID.randomUUID(), "feedback", "\"question\": \"bemotande\", \"answer\": 4, \"by\": \"adult\""),
                tablet.event(
                        UUID.randomUUID(),
                        "feedback",
                        "\"question\": \"bemotande\", \"answer\": 3, \"by\": \"child\""));

        assertThat(results).containsExactly("stored", "stored", "stored", "stored", "stored", "stored");
        assertThat(checkIns.visits(centre, TODAY)).singleElement().satisfies(visit -> {
            assertThat(visit.arrived()).isEqualTo("10:12");
            assertThat(visit.activity()).hasToString("babysang");
            assertThat(visit.party().heads()).isEqualTo(2);
            assertThat(visit.party().expecting()).isTrue();
        });
        assertThat(checkIns.leavings(centre, TODAY)).hasSize(1);
        assertThat(answers.of(centre, TODAY, TODAY))
                .containsExactly(
                        new Answers.Sum(Goal.BEMOTANDE, Answers.By.ADULT, 4, 1),
                        new Answers.Sum(Goal.BEMOTANDE, Answers.By.CHILD, 3, 1));
    }

    @Test
    void theSameVisitsFiveTimesInParallelAreCountedOnce() throws Exception {
        DoorTablet tablet = paired();
        List<String> visits = IntStream.range(0, 10)
                .mapToObj(i -> tablet.event(
                        UUID.randomUUID(), "feedback", "\"question\": \"kompetens\", \"answer\": 2, \"by\": \"adult\""))
                .collect(Collectors.toCollection(ArrayList::new));
        visits.add(tablet.family());

        List<List<String>> results = inParallel(5, i -> DoorTablet.results(tablet.sync(visits)));

        assertThat(results.stream().flatMap(List::stream).filter("stored"::equals))
                .hasSize(11);
        assertThat(results.stream().flatMap(List::stream).filter("already"::equals))
                .hasSize(44);
        assertThat(checkIns.visits(centre, TODAY)).hasSize(1);
        assertThat(answers.of(centre, TODAY, TODAY))
                .containsExactly(new Answers.Sum(Goal.KOMPETENS, Answers.By.ADULT, 2, 10));
    }

    @Test
    void onePoisonAmongAHundredStopsNothing() {
        DoorTablet tablet = paired();
        List<String> events = new ArrayList<>(IntStream.range(0, 99)
                .mapToObj(i -> tablet.event(
                        UUID.randomUUID(), "feedback", "\"question\": \"kompetens\", \"answer\": 1, \"by\": \"child\""))
                .toList());
        events.add(50, tablet.event(UUID.randomUUID(), "earthquake", "\"magnitude\": 9"));

        JsonNode answer = tablet.sync(events);

        assertThat(DoorTablet.results(answer)).filteredOn("stored"::equals).hasSize(99);
        assertThat(answer.get("results").get(50).get("result").stringValue()).isEqualTo("refused");
        assertThat(answer.get("results").get(50).get("reason").stringValue())
                .isEqualTo("type: check-in, undo, leave or feedback is expected");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            check-in | "activity": "oppen-lek", "adults": 7, "expecting": false, "children": {}              | adults
            check-in | "activity": "oppen-lek", "adults": "1", "expecting": false, "children": {}            | adults
            check-in | "activity": "oppen-lek", "adults": 1.0, "expecting": false, "children": {}            | adults
            check-in | "activity": "oppen-lek", "adults": 0, "expecting": false, "children": {}              | empty
            check-in | "activity": "oppen-lek", "adults": 1, "expecting": "no", "children": {}               | expecting
            check-in | "activity": "oppen-lek", "adults": 1, "expecting": false, "children": {"2y": 11}      | children
            check-in | "activity": "oppen-lek", "adults": 1, "expecting": false, "children": {"2y": 6, "1y": 6} | children
            check-in | "activity": "oppen-lek", "adults": 1, "expecting": false, "children": {"Åsa": 1}      | children
            check-in | "activity": "Ö\\u0000", "adults": 1, "expecting": false, "children": {}                | activity
            undo     | "of": "yesterday"                                                                     | of
            leave    | "adults": 0, "children": 0                                                            | adults
            feedback | "question": "weather", "answer": 1, "by": "adult"                                     | question
            feedback | "question": "bemotande", "answer": 4, "by": "child"                                   | answer
            feedback | "question": "bemotande", "answer": 0, "by": "child"                                   | answer
            feedback | "question": "bemotande", "answer": 1, "by": "cat"                                     | by
            """)
    void anEventThatCannotBeIsRefusedAlone(String type, String more, String where) {
        DoorTablet tablet = paired();

        JsonNode answer = tablet.sync(
                tablet.event(UUID.randomUUID(), type, more),
                tablet.event(UUID.randomUUID(), "leave", "\"adults\": 1, \"children\": 0"));

        assertThat(DoorTablet.results(answer)).containsExactly("refused", "stored");
        assertThat(answer.get("results").get(0).get("reason").stringValue()).contains(where);
    }

    @Test
    void aTabletThatWasLetGoKeepsItsVisitsAndHandsThemOverWhenItIsBack() {
        DoorTablet tablet = paired();
        tablet.sync();
        String id = kiosks.health(centre).getFirst().id();
        List<String> waiting = IntStream.range(0, 200)
                .mapToObj(i -> tablet.event(UUID.randomUUID(), "leave", "\"adults\": 1, \"children\": 0"))
                .toList();
        kiosks.revoke(centre, id, "Astrid");
        assertThat(tablet.post("/api/kiosk/v1/sync", tablet.envelope(waiting.subList(0, 100)))
                        .getStatus())
                .isEqualTo(401);
        assertThat(kiosks.health(centre)).isEmpty();

        tablet.pair(kiosks.newCode(centre, null, "Astrid").code());

        assertThat(DoorTablet.results(tablet.sync(waiting.subList(0, 100)))).containsOnly("stored");
        assertThat(DoorTablet.results(tablet.sync(waiting.subList(100, 200)))).containsOnly("stored");
        assertThat(checkIns.leavings(centre, TODAY)).hasSize(200);
        assertThat(kiosks.health(centre)).extracting(Kiosks.Health::id).containsExactly(id);
    }

    @Test
    void aRevocationTakenBackLetsTheTabletGoOn() {
        DoorTablet tablet = paired();
        String id = kiosks.health(centre).getFirst().id();
        kiosks.revoke(centre, id, "Astrid");
        kiosks.restore(centre, id, "Astrid");

        assertThat(tablet.state(null).getStatus()).isEqualTo(200);
    }

    @Test
    void aTabletOfOneCentreChangesNothingAtAnother() {
        DoorTablet here = paired();
        CentreId elsewhere = DoorTablet.centre(centres);
        DoorTablet there = pairedAt(elsewhere);
        UUID visit = UUID.randomUUID();
        here.sync(here.family(visit));

        there.sync(there.undo(visit));
        kiosks.revoke(elsewhere, kiosks.health(centre).getFirst().id(), "Astrid");

        assertThat(checkIns.visits(centre, TODAY)).hasSize(1);
        assertThat(here.state(null).getStatus()).isEqualTo(200);
    }

    // clocks

    @ParameterizedTest
    @CsvSource({"86400000", "-86400000", "31536000000", "-31536000000", "-1795600000000"})
    void aWrongClockCountsForNothingWithinABoot(long wrongMs) {
        DoorTablet tablet = paired().clockWrongBy(wrongMs);
        String visit = tablet.family();
        clock.set("2026-11-26T15:00");

        assertThat(tablet.results(visit)).containsExactly("stored");
        assertThat(checkIns.visits(centre, TODAY))
                .extracting(CheckIns.Visit::arrived)
                .containsExactly(LocalTime.of(10, 12));
    }

    @Test
    void aClockThatWasADayWrongInAnEarlierBootIsMended() {
        DoorTablet tablet = paired().clockWrongBy(DAY);
        tablet.sync();
        clock.set("2026-11-24T11:00");
        String visit = tablet.family();
        clock.set("2026-11-26T15:00");

        assertThat(tablet.reboot(0).results(visit)).containsExactly("stored");
        assertThat(checkIns.visits(centre, TODAY))
                .extracting(CheckIns.Visit::arrived)
                .containsExactly(LocalTime.of(11, 0));
    }

    @Test
    void aColdStartIn1970WithoutNetworkGivesAVisitOfUnknownTimeOnce() {
        DoorTablet tablet = paired();
        tablet.sync();
        tablet.reboot(-1_795_600_000_000L);
        String visit = tablet.family();
        tablet.reboot(0);

        assertThat(tablet.results(visit)).containsExactly("stored");
        assertThat(tablet.results(visit)).containsExactly("already");
        assertThat(checkIns.visits(centre, TODAY)).isEmpty();
        assertThat(checkIns.timeless(centre)).hasSize(1);
    }

    // bad envelopes

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                                             | body
            []                                                            | body
            null                                                          | body
            {"version": "1", "version": "2"}                              | body
            {"version": 1}                                                | version
            {"version": "1.0.0"}                                          | bootId
            {"version": "1.0.0", "bootId": "B2"}                          | bootId
            """)
    void anEnvelopeOfAnotherShapeIsRefusedWholeWithWhatAndWhere(String body, String where) {
        MockHttpServletResponse answer = paired().post("/api/kiosk/v1/sync", body);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(DoorTablet.json(answer).get("where").stringValue()).isEqualTo(where);
        assertThat(DoorTablet.json(answer).get("what").stringValue()).isNotBlank();
    }

    @Test
    void aHundredAndOneEventsAreTooMany() {
        DoorTablet tablet = paired();
        MockHttpServletResponse answer =
                tablet.post("/api/kiosk/v1/sync", tablet.envelope(Collections.nCopies(101, tablet.family())));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(DoorTablet.text(answer)).isEqualTo("{\"where\":\"events\",\"what\":\"at most 100 events at once\"}");
    }

    @Test
    void anEventWithoutAnIdNamesItsPlace() {
        DoorTablet tablet = paired();
        MockHttpServletResponse answer =
                tablet.post("/api/kiosk/v1/sync", tablet.envelope(List.of(tablet.family(), "{\"type\": \"undo\"}")));

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(DoorTablet.json(answer).get("where").stringValue()).isEqualTo("events[1].id");
        assertThat(checkIns.visits(centre, TODAY)).isEmpty();
    }

    @Test
    void aBodyOverAQuarterOfAMegabyteIsTooLarge() {
        MockHttpServletResponse answer = paired().post("/api/kiosk/v1/sync", " ".repeat(262_145));

        assertThat(answer.getStatus()).isEqualTo(413);
    }

    @Test
    void aFormOfAnotherSiteIsTurnedAway() {
        DoorTablet tablet = paired();
        String body = tablet.envelope(List.of(tablet.family()));
        var form = MockMvcRequestBuilders.post("/api/kiosk/v1/sync").content(body);

        assertThat(tablet.send(form.contentType("application/json")).getStatus())
                .isEqualTo(403);
        assertThat(tablet.send(MockMvcRequestBuilders.post("/api/kiosk/v1/sync")
                                .header("X-Tambur", "kiosk")
                                .contentType("text/plain")
                                .content(body))
                        .getStatus())
                .isEqualTo(415);
        assertThat(checkIns.visits(centre, TODAY)).isEmpty();
    }

    // health

    @Test
    void theOfficeHearsHowATabletIs() {
        DoorTablet tablet = paired().waiting(7);
        tablet.sync();

        assertThat(kiosks.health(centre)).singleElement().satisfies(health -> {
            assertThat(health.lastContact()).isEqualTo("2026-11-24T09:12:00Z");
            assertThat(health.queue()).isEqualTo(7);
            assertThat(health.version()).isEqualTo("1.0.0");
            assertThat(health.paused()).isFalse();
        });
    }

    private static List<String> ids(JsonNode list) {
        return list.values().stream().map(each -> each.get("id").stringValue()).toList();
    }

    private interface Deed<T> {
        T of(int number);
    }

    private static <T> List<T> inParallel(int times, Deed<T> deed) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var all = IntStream.range(0, times)
                    .mapToObj(i -> threads.submit(() -> deed.of(i)))
                    .toList();
            List<T> results = new ArrayList<>();
            for (var each : all) {
                results.add(each.get());
            }
            return results;
        }
    }

    // courses

    @Test
    void aPlaceTakenOnAPhoneIsOneLessOnTheTabletAtOnce() {
        Course course = courses.save(Groups.massage(centre, "babymassage", 2), "test");
        DoorTablet tablet = paired();
        JsonNode before = tablet.state();
        assertThat(places(before)).isEqualTo("2 of 2, queue true, here");

        signUps.signUp(course, UUID.randomUUID(), Families.family("Amina", "amina@example.se"));
        JsonNode after = tablet.state();
        assertThat(places(after)).isEqualTo("1 of 2, queue true, here");
        assertThat(after.get("tag")).isNotEqualTo(before.get("tag"));

        signUps.signUp(course, UUID.randomUUID(), Families.family("Bo", "bo@example.se"));
        assertThat(places(tablet.state())).isEqualTo("0 of 2, queue true, here");

        courses.become(centre, course.id(), Course.State.DRAFT, "test");
        assertThat(tablet.state().get("courses")).isEmpty();
    }

    @Test
    void aCourseWithoutALimitTellsNoPlaces() {
        courses.save(Groups.massage(centre, "babymassage", null), "test");

        JsonNode offer = paired().state().get("courses").get(0);

        assertThat(offer.has("seats")).isFalse();
        assertThat(offer.has("seatsLeft")).isFalse();
    }

    private static String places(JsonNode state) {
        JsonNode offer = state.get("courses").get(0);
        return offer.get("seatsLeft").intValue() + " of " + offer.get("seats").intValue() + ", queue "
                + offer.get("queue").booleanValue() + ", " + offer.get("drop").stringValue();
    }
}
