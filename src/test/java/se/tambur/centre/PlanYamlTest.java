package se.tambur.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A preschool teacher writes a plan and gets to know everything that is wrong with it at once. */
class PlanYamlTest {

    private static final String GOOD = """
            centre:
              id: huset
              name: Huset
              timezone: Europe/Stockholm
              languages: [sv, en]
              capacity: 40
              contact: {phone: "0500-00 00 00", web: "https://www.example.se/huset"}
            ages:
              - {id: 0-11m, picture: baby, name: {sv: Bebis, en: Baby}, span: {sv: 0–11 mån}}
              - {id: 1y, name: {sv: 1 år}}
            activities:
              - {id: oppen-lek, picture: teddy, name: {sv: Öppen lek}}
              - {id: sang, stay: 75, name: {sv: Sång}, ages: [1y]}
              - {id: riktad, level: selective, host: social-services, name: {sv: Riktad grupp}}
            week:
              monday:
                - {open: "09:00-12:00", activities: [oppen-lek, {id: sang, at: "10:00-10:30"}]}
              tuesday:
                - {open: "10:00-12:00", activities: [oppen-lek]}
                - {open: "13:00-16:00", activities: [oppen-lek, {id: sang, at: "14:00-14:30", weeks: odd}]}
            closed:
              - public-holidays
              - {from: 2025-06-16, to: 2025-08-15, why: {sv: Sommarstängt}}
            extra:
              - {date: 2026-05-19, open: "10:00-12:00", activities: [oppen-lek], name: {sv: Kortare dag}}
            kiosk:
              ask: {adult-role: false, first-visit: true}
              idle-seconds: 45
              welcome: {sv: Välkommen in!, en: Come on in!}
            """;

    @Test
    void aPlanWithoutFlawsIsReadWhole() {
        Plan plan = PlanYaml.read("huset.yaml", GOOD);

        assertThat(plan.id()).isEqualTo(new CentreId("huset"));
        assertThat(plan.language()).isEqualTo("sv");
        assertThat(plan.contact()).isEqualTo(new Plan.Contact("0500-00 00 00", null, "https://www.example.se/huset"));
        assertThat(plan.ages()).extracting(age -> age.id().value()).containsExactly("0-11m", "1y");
        assertThat(plan.week()).containsOnlyKeys(DayOfWeek.MONDAY, DayOfWeek.TUESDAY);
        assertThat(plan.week().get(DayOfWeek.TUESDAY)).hasSize(2);
        assertThat(plan.kiosk())
                .isEqualTo(new Plan.KioskOptions(
                        false, true, 45, new Text(Map.of("sv", "Välkommen in!", "en", "Come on in!"))));
    }

    @Test
    void whatAPlanLeavesOutIsAsUsual() {
        Plan plan = PlanYaml.read("huset.yaml", GOOD.substring(0, GOOD.indexOf("closed:")));

        Plan.Activity play = plan.activity(new ActivityId("oppen-lek")).orElseThrow();
        assertThat(play.stay()).isEqualTo(Duration.ofMinutes(90));
        assertThat(play.host()).isEqualTo("preschool");
        assertThat(play.level()).isEqualTo(Plan.Level.UNIVERSAL);
        assertThat(play.kiosk()).isTrue();
        assertThat(play.ages()).isEmpty();
        assertThat(plan.activity(new ActivityId("riktad")).orElseThrow().kiosk())
                .isFalse();
        assertThat(plan.closed()).isEmpty();
        assertThat(plan.kiosk()).isEqualTo(new Plan.KioskOptions(false, false, 30));
    }

    /** What stands in the good plan | what somebody wrote instead | the line, the field and what was expected. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            contact: | contakt: | 7: centre.contakt: Expected one of id, name, timezone, languages, capacity, contact, found the unknown field 'contakt'; did you mean 'contact'?
            kiosk:\\n | kisok:\\n | 26: kisok: Expected one of centre, ages, activities, week, closed, extra, kiosk, found the unknown field 'kisok'; did you mean 'kiosk'?
            id: huset | id: Huset! | 2: centre.id: Expected an id of a-z, 0-9 and -, at most 40 characters, found 'Huset!'.
            Europe/Stockholm | Europe/Stokholm | 4: centre.timezone: Expected a time zone such as Europe/Stockholm, found 'Europe/Stokholm'.
            Europe/Stockholm | "+01:00" | 4: centre.timezone: Expected a time zone such as Europe/Stockholm, found '+01:00'.
            [sv, en] | [svenska] | 5: centre.languages[0]: Expected a language code such as sv, found 'svenska'.
            [sv, en] | [sv, xx] | 5: centre.languages[1]: Expected a language code such as sv, found 'xx'.
            [sv, en] | [sv, sv] | 5: centre.languages[1]: Expected each once, found 'sv' on line 5 too.
            [sv, en] | [] | 5: centre.languages: Expected 1 to 12 languages, the first being the default, found 0.
            capacity: 40 | capacity: 0 | 6: centre.capacity: Expected a whole number from 1 to 10000, found '0'.
            capacity: 40 | capacity: -5 | 6: centre.capacity: Expected a whole number from 1 to 10000, found '-5'.
            capacity: 40 | capacity: fyrtio | 6: centre.capacity: Expected a whole number from 1 to 10000, found 'fyrtio'.
            capacity: 40 | capacity: | 1: centre.capacity: Expected the field 'capacity', found none.
            https://www.example.se/huset | www.example.se | 7: centre.contact.web: Expected a web address such as https://www.example.se, found 'www.example.se'.
            {sv: Bebis, en: Baby} | {en: Baby} | 9: ages[0].name.sv: Expected words in the centre's first language 'sv', found none.
            {sv: Bebis, en: Baby} | {sv: Bebis, engelska: Baby} | 9: ages[0].name.engelska: Expected a language code such as sv, found 'engelska'.
            {sv: Bebis, en: Baby} | Bebis | 9: ages[0].name: Expected words by language, such as {sv: ...}, found 'Bebis'.
            {sv: Bebis, en: Baby} | {sv: " "} | 9: ages[0].name.sv: Expected words, found nothing.
            {id: 1y, name | {id: 0-11m, name: {sv: Två}}\\n  - {id: 1y, name | 10: ages[1].id: Expected each once, found '0-11m' on line 9 too.
            {id: sang, stay | {id: oppen-lek, name: {sv: Två}}\\n  - {id: sang, stay | 13: activities[1].id: Expected each once, found 'oppen-lek' on line 12 too.
            stay: 75 | stay: 0 | 13: activities[1].stay: Expected a whole number from 5 to 480, found '0'.
            stay: 75 | stay: 2000 | 13: activities[1].stay: Expected a whole number from 5 to 480, found '2000'.
            ages: [1y] | ages: [2y] | 13: activities[1].ages[0]: Expected an age group of this plan (0-11m, 1y), found '2y'; did you mean '1y'?
            level: selective | level: selektiv | 14: activities[2].level: Expected a level (universal, selective, indicated), found 'selektiv'; did you mean 'selective'?
            level: selective | level: indicated, kiosk: true | 14: activities[2].kiosk: Expected false: an activity that is indicated is never on the tablet, where a tap would reveal a need.
            monday: | mondag: | 16: week.mondag: Expected one of monday, tuesday, wednesday, thursday, friday, saturday, sunday, found the unknown field 'mondag'; did you mean 'monday'?
            09:00-12:00 | 12:00-09:00 | 17: week.monday[0].open: Expected an end after 12:00, found 09:00.
            09:00-12:00 | 9-12 | 17: week.monday[0].open: Expected two times such as "09:00-12:00", found '9-12'.
            09:00-12:00 | 09:00-24:00 | 17: week.monday[0].open: Expected two times such as "09:00-12:00", found '09:00-24:00'.
            09:00-12:00 | 09:00-09:00 | 17: week.monday[0].open: Expected an end after 09:00, found 09:00.
            10:00-10:30 | 11:45-12:15 | 17: week.monday[0].activities[1].at: Expected times within the opening 09:00-12:00, found 11:45-12:15.
            [oppen-lek, {id: sang, at: "10:00-10:30"}] | [oppen-lekk] | 17: week.monday[0].activities[0]: Expected an activity of this plan (oppen-lek, sang, riktad), found 'oppen-lekk'; did you mean 'oppen-lek'?
            [oppen-lek, {id: sang, at: "10:00-10:30"}] | [oppen-lek, oppen-lek] | 17: week.monday[0].activities[1]: Expected each activity once at a time, found 'oppen-lek' again.
            [oppen-lek, {id: sang, at: "10:00-10:30"}] | [] | 17: week.monday[0].activities: Expected at least one activity, found none.
            13:00-16:00 | 11:30-16:00 | 20: week.tuesday[1].open: Expected hours that do not overlap others, found 11:30-16:00 beside 10:00-12:00 on line 19.
            weeks: odd | weeks: udda | 20: week.tuesday[1].activities[1].weeks: Expected which weeks (all, odd, even), found 'udda'.
            - public-holidays | - holidays | 22: closed[0]: Expected public-holidays or a period with from and to (public-holidays), found 'holidays'.
            to: 2025-08-15 | to: 2025-02-30 | 23: closed[1].to: Expected a date of the calendar, found '2025-02-30'.
            to: 2025-08-15 | to: 15/8 2025 | 23: closed[1].to: Expected a date such as 2026-05-19, found '15/8 2025'.
            to: 2025-08-15 | to: 2025-06-15 | 23: closed[1].to: Expected a last day not before 2025-06-16, found 2025-06-15.
            date: 2026-05-19 | date: 19 maj | 25: extra[0].date: Expected a date such as 2026-05-19, found '19 maj'.
            [oppen-lek], name | [lek], name | 25: extra[0].activities[0]: Expected an activity of this plan (oppen-lek, sang, riktad), found 'lek'.
            [oppen-lek], name | [{id: oppen-lek, weeks: odd}], name | 25: extra[0].activities[0].weeks: Expected no weeks: a single date has one week only.
            first-visit: true | first-visit: yes | 27: kiosk.ask.first-visit: Expected true or false, found 'yes'.
            idle-seconds: 45 | idle-seconds: 1 | 28: kiosk.idle-seconds: Expected a whole number from 10 to 600, found '1'.
            welcome: {sv: Välkommen in! | welcome: {sv: Välkommen Välkommen Välkommen Välkommen Välkommen Välkommen Välkommen in! | 29: kiosk.welcome.sv: Expected at most 60 characters, found 73.
            welcome: {sv: Välkommen in!, | welcome: { | 29: kiosk.welcome.sv: Expected words in the centre's first language 'sv', found none.
            """)
    void aFlawIsToldWithItsLineItsFieldAndWhatWasExpected(String good, String wrong, String told) {
        String text = GOOD.replace(good.replace("\\n", "\n"), wrong.replace("\\n", "\n"));
        assertThat(text).isNotEqualTo(GOOD);
        assertThat(flaws(text)).extracting(PlanRefused.Flaw::toString).containsExactly("huset.yaml:" + told);
    }

    @Test
    void allFlawsAreToldAtOnceInOrderOfLines() {
        String text = GOOD.replace("capacity: 40", "capacity: 0")
                .replace("stay: 75", "stay: 0")
                .replace("10:00-10:30", "08:00-08:30")
                .replace("to: 2025-08-15", "to: 2024-08-15");
        assertThat(flaws(text)).extracting(PlanRefused.Flaw::line).containsExactly(6, 13, 17, 23);
    }

    @Test
    void whatIsMissingAltogetherIsNamed() {
        assertThat(flaws("centre: {id: huset}\nactivities: []\n"))
                .extracting(PlanRefused.Flaw::field)
                .contains("centre.name", "centre.timezone", "centre.languages", "centre.capacity", "ages", "week");
    }

    @Test
    void aFieldWrittenTwiceIsToldWithBothLines() {
        assertThat(flaws(GOOD + "week: {}\n"))
                .extracting(PlanRefused.Flaw::toString)
                .containsExactly("huset.yaml:30: week: Expected each field once, found it on line 15 too.");
    }

    @Test
    void aDateWrittenTwiceUnderExtraIsTold() {
        String text = GOOD.replace(
                "kiosk:", "  - {date: 2026-05-19, open: \"13:00-15:00\", activities: [oppen-lek]}\nkiosk:");
        assertThat(flaws(text))
                .extracting(PlanRefused.Flaw::toString)
                .containsExactly(
                        "huset.yaml:26: extra[1].date: Expected each once, found '2026-05-19' on line 25 too.");
    }

    @Test
    void anExtraDayMayHaveSeveralOpenings() {
        String text = GOOD.replace(
                "open: \"10:00-12:00\", activities: [oppen-lek], name: {sv: Kortare dag}",
                "openings: [{open: \"13:00-14:00\", activities: [sang]}, {open: \"09:00-10:00\", activities: [oppen-lek]}]");
        assertThat(PlanYaml.read("huset.yaml", text).extra().getFirst().openings())
                .extracting(Plan.Opening::opens)
                .extracting(Object::toString)
                .containsExactly("09:00", "13:00");
    }

    @Test
    void twoOpeningsMayShareTheirHoursWhenTheyAreOfOddAndEvenWeeks() {
        String text = GOOD.replace("    - {open: \"10:00-12:00\", activities: [oppen-lek]}\n", """
                    - {open: "10:00-12:00", activities: [{id: oppen-lek, weeks: odd}]}
                    - {open: "10:00-12:00", activities: [{id: sang, weeks: even}]}
                """);
        assertThat(PlanYaml.read("huset.yaml", text).week().get(DayOfWeek.TUESDAY))
                .hasSize(3);
    }

    @Test
    void aHouseWithNothingToTapAtTheDoorIsRefused() {
        String text = GOOD.replace("picture: teddy,", "kiosk: false,").replace("stay: 75,", "kiosk: false,");
        assertThat(flaws(text))
                .extracting(PlanRefused.Flaw::toString)
                .containsExactly("huset.yaml:11: activities: Expected at least one universal activity that is on the"
                        + " tablet, found none.");
    }

    @Test
    void noActivityThatAnswersANeedCanBeMadeForTheTablet() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Plan.Activity(
                        new ActivityId("riktad"),
                        "teddy",
                        Plan.Level.INDICATED,
                        "preschool",
                        Duration.ofMinutes(90),
                        true,
                        Text.NONE,
                        Text.NONE,
                        java.util.Set.of()));
    }

    static Stream<String> notAPlan() {
        return Stream.of(
                "",
                "# bara en kommentar\n",
                "hej",
                "- en\n- lista\n",
                "null",
                "centre: [",
                "centre: {id: a",
                "a: b: c",
                "\tcentre: 1",
                "centre: \"öppet",
                "centre: @",
                "? [a, b]\n: c",
                "%YAML 9.9\n---\ncentre: 1",
                "{}",
                GOOD + "---\n" + GOOD,
                "a: &a [x]\nb: *a\n",
                "a: !!java.util.Date 2020-01-01\n",
                "a: !!javax.script.ScriptEngineManager [!!java.net.URL [\"http://localhost/\"]]\n",
                "<<: {centre: 1}",
                "[".repeat(10_000),
                "{a: ".repeat(10_000),
                "- ".repeat(5_000) + "x",
                "x".repeat(300_000),
                "a: \u0000",
                "a: \u0007b",
                "\uFEFF",
                "a: \uD800",
                """
                a: &a [x, x, x, x, x, x, x, x, x]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c]
                e: [*d, *d, *d, *d, *d, *d, *d, *d, *d]
                """);
    }

    @ParameterizedTest
    @MethodSource("notAPlan")
    void whatIsNotAPlanIsRefusedKindly(String notAPlan) {
        assertThat(flaws(notAPlan)).isNotEmpty().allSatisfy(flaw -> {
            assertThat(flaw.line()).isPositive();
            assertThat(flaw.expected())
                    .startsWith("Expected ")
                    .matches("(?s).*[.?]")
                    .hasSizeLessThan(600);
        });
    }

    @Test
    void aSecondDocumentIsToldWhereItBegins() {
        assertThat(flaws(GOOD + "---\n" + GOOD))
                .extracting(PlanRefused.Flaw::toString)
                .containsExactly("huset.yaml:30: file: Expected one document, found a second one.");
    }

    @Test
    void whatIsNotUtf8IsRefused() {
        byte[] latin1 = GOOD.getBytes(StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(PlanRefused.class)
                .isThrownBy(() -> YamlField.decode("huset.yaml", latin1))
                .withMessage("huset.yaml:1: file: Expected a text in UTF-8, found other bytes.");
    }

    @Test
    void aFileSavedByWindowsIsReadAsWell() {
        assertThat(PlanYaml.read("huset.yaml", "\uFEFF" + GOOD.replace("\n", "\r\n")))
                .isEqualTo(PlanYaml.read("huset.yaml", GOOD));
    }

    @Test
    void whateverIsTypedIntoAPlanItIsReadOrRefusedNeverAnythingElse() throws IOException {
        String plan = Files.readString(Path.of("kiosk-config/centres/lekladan.yaml"));
        String letters = "{}[]:,-#&*!|>'\"%@` \n\tåa09\u0000\uD83D";
        var random = new Random(20_261_124);
        int refused = 0;
        for (int i = 0; i < 800; i++) {
            var text = new StringBuilder(plan);
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                int at = random.nextInt(text.length() - 10);
                switch (random.nextInt(3)) {
                    case 0 -> text.setCharAt(at, letters.charAt(random.nextInt(letters.length())));
                    case 1 -> text.delete(at, at + 1 + random.nextInt(9));
                    default -> text.insert(at, text.substring(at, at + 10));
                }
            }
            try {
                PlanYaml.read("huset.yaml", text.toString());
            } catch (PlanRefused e) {
                assertThat(e.flaws())
                        .isNotEmpty()
                        .allSatisfy(flaw -> assertThat(flaw.line()).isPositive());
                refused++;
            }
        }
        assertThat(refused).isBetween(150, 799);
    }

    private static List<PlanRefused.Flaw> flaws(String text) {
        return catchThrowableOfType(PlanRefused.class, () -> PlanYaml.read("huset.yaml", text))
                .flaws();
    }
}
