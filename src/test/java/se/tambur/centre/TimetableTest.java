package se.tambur.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counting rules 2 to 4, for somebody who comes to Lekladan. */
class TimetableTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private final Timetable lekladan = LekladanTest.timetable(Path.of("kiosk-config/centres/lekladan.yaml"));

    private static Timetable timetable(String rest) {
        String text = """
                centre: {id: huset, name: Huset, timezone: Europe/Stockholm, languages: [sv], capacity: 40}
                ages: [{id: 1y, name: {sv: 1 år}}]
                activities:
                  - {id: lek, name: {sv: Lek}}
                  - {id: sang, name: {sv: Sång}}
                  - {id: bygg, name: {sv: Bygg}}
                  - {id: riktad, level: selective, name: {sv: Riktad}}
                """ + rest;
        return new PlanHistory(List.of(
                new PlanHistory.Version(1, null, text, PlanYaml.read("huset.yaml", text), "test", Instant.EPOCH)));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    private String session(String local) {
        return lekladan.place(at(local))
                .session()
                .map(session -> session.opens().toString())
                .orElse("outside");
    }

    /** Tuesday 24 November 2026: 10-12 and 13-16. */
    @ParameterizedTest
    @CsvSource({
        "09:29, outside",
        "09:30, 10:00",
        "09:59, 10:00",
        "10:00, 10:00",
        "11:59, 10:00",
        "12:00, 10:00",
        "12:29, 10:00",
        "12:30, 10:00",
        "12:31, 13:00",
        "12:59, 13:00",
        "13:00, 13:00",
        "15:59, 13:00",
        "16:00, 13:00",
        "16:30, 13:00",
        "16:31, outside",
        "00:00, outside",
        "23:59, outside"
    })
    void aVisitBelongsToTheSessionItCameToOrTheNearestWithinHalfAnHour(String time, String opens) {
        assertThat(session("2026-11-24T" + time)).isEqualTo(opens);
    }

    @Test
    void secondsDoNotMoveAVisitOutOfItsMinute() {
        assertThat(session("2026-11-24T16:30:59.999")).isEqualTo("13:00");
        assertThat(session("2026-11-24T09:29:59.999")).isEqualTo("outside");
    }

    @Test
    void betweenTwoSessionsThatTouchTheClosingMinuteBelongsToTheNext() {
        Timetable touching = timetable("""
                week: {monday: [{open: "09:00-12:00", activities: [lek]}, {open: "12:00-15:00", activities: [lek]}]}
                """);
        assertThat(touching.place(at("2026-11-23T12:00"))
                        .session()
                        .orElseThrow()
                        .opens())
                .isEqualTo(LocalTime.NOON);
    }

    @Test
    void theNightTheClockGoesBackEveryVisitHasTheHourOnTheWall() {
        Timetable night = timetable("""
                week: {sunday: [{open: "02:00-03:00", activities: [lek]}]}
                """);
        // 2026-10-25: 02.30 comes twice, first in summer time
        for (String moment : List.of("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")) {
            Timetable.Place place = night.place(Instant.parse(moment));
            assertThat(place.day()).isEqualTo(LocalDate.parse("2026-10-25"));
            assertThat(place.time()).isEqualTo(LocalTime.parse("02:30"));
            assertThat(place.session()).isPresent();
        }
    }

    @Test
    void theNightTheClockGoesForwardNoVisitFallsInTheHourThatIsMissing() {
        // 2027-03-28: 02.00 becomes 03.00
        assertThat(lekladan.place(Instant.parse("2027-03-28T00:59:00Z")).time()).isEqualTo(LocalTime.parse("01:59"));
        assertThat(lekladan.place(Instant.parse("2027-03-28T01:00:00Z")).time()).isEqualTo(LocalTime.parse("03:00"));
    }

    @Test
    void aVisitLateInTheEveningBelongsToItsLocalDay() {
        assertThat(lekladan.place(Instant.parse("2026-11-23T23:30:00Z")).day())
                .isEqualTo(LocalDate.parse("2026-11-24"));
        assertThat(lekladan.place(Instant.parse("2026-07-01T22:30:00Z")).day())
                .isEqualTo(LocalDate.parse("2026-07-02"));
    }

    /** Thursday 26 November 2026, week 48: song 10-10.30, no child health visit. Week 47 has one, 10-12. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-26T08:30, oppen-lek",
        "2026-11-26T09:14, oppen-lek",
        "2026-11-26T09:15, sang",
        "2026-11-26T10:00, sang",
        "2026-11-26T10:29, sang",
        "2026-11-26T10:30, oppen-lek",
        "2026-11-26T12:30, oppen-lek",
        "2026-11-19T09:15, sang",
        "2026-11-19T10:29, sang",
        "2026-11-19T10:30, bvc",
        "2026-11-19T11:59, bvc",
        "2026-11-19T12:00, oppen-lek",
        "2026-11-24T10:00, babysang",
        "2026-11-24T09:59, oppen-lek",
    })
    void theTabletHasChosenWhatIsOnOrStartsSoonShortestFirst(String local, String activity) {
        assertThat(lekladan.preselected(at(local)))
                .map(chosen -> chosen.id().value())
                .contains(activity);
    }

    @Test
    void ofTwoEquallyShortTheOneThatStandsFirstInThePlanIsChosen() {
        Timetable both = timetable("""
                week: {monday: [{open: "09:00-12:00", activities: [{id: bygg, at: "10:00-10:30"}, {id: sang, at: "09:30-10:00"}, lek]}]}
                """);
        assertThat(both.preselected(at("2026-11-23T09:20")))
                .map(chosen -> chosen.id().value())
                .contains("sang");
    }

    @Test
    void aGroupThatIsNotOnTheTabletIsNeverChosenByIt() {
        Timetable aside = timetable("""
                week:
                  monday: [{open: "09:00-12:00", activities: [{id: riktad, at: "09:30-10:00"}, lek]}]
                  tuesday: [{open: "09:00-12:00", activities: [riktad]}]
                """);
        assertThat(aside.preselected(at("2026-11-23T09:30")))
                .map(chosen -> chosen.id().value())
                .contains("lek");
        assertThat(aside.preselected(at("2026-11-24T09:30"))).isEmpty();
        assertThat(aside.unchosen(aside.place(at("2026-11-24T09:30")))).isEqualTo(new ActivityId("lek"));
    }

    @Test
    void outsideHoursNothingIsChosenAndAVisitIsOpenPlay() {
        assertThat(lekladan.preselected(at("2026-11-24T20:00"))).isEmpty();
        assertThat(lekladan.unchosen(lekladan.place(at("2026-11-24T20:00")))).isEqualTo(new ActivityId("oppen-lek"));
    }

    @Test
    void aVisitWithNothingChosenIsForTheUntimedActivityOfItsSession() {
        Timetable own = timetable("""
                week:
                  monday: [{open: "09:00-12:00", activities: [{id: sang, at: "10:00-10:30"}, bygg]}]
                  tuesday: [{open: "09:00-12:00", activities: [{id: sang, at: "10:00-10:30"}]}]
                  wednesday: [{open: "09:00-12:00", activities: [lek]}]
                """);
        assertThat(own.unchosen(own.place(at("2026-11-23T10:10")))).isEqualTo(new ActivityId("bygg"));
        assertThat(own.unchosen(own.place(at("2026-11-24T10:10")))).isEqualTo(new ActivityId("lek"));
    }

    @Test
    void childHealthComesInOddIsoWeeksAlsoAcrossANewYear() {
        // week 53 of 2026 ends on 3 January 2027; week 1 begins the day after: two odd weeks on end
        Timetable odd = timetable("""
                week: {sunday: [{open: "09:00-12:00", activities: [lek, {id: bygg, weeks: odd}]}]}
                """);
        assertThat(IntStream.range(0, 5)
                        .mapToObj(i -> LocalDate.parse("2026-12-20").plusWeeks(i))
                        .map(day -> odd.sessions(day).getFirst().activities().size()))
                .containsExactly(2, 1, 2, 2, 1);
    }

    @Test
    void anOpeningWithActivitiesOfOddWeeksAloneIsHeldInThoseAlone() {
        Timetable odd = timetable("""
                week: {monday: [{open: "09:00-12:00", activities: [{id: lek, weeks: odd}]}]}
                """);
        assertThat(odd.sessions(LocalDate.parse("2026-11-16"))).hasSize(1);
        assertThat(odd.sessions(LocalDate.parse("2026-11-23"))).isEmpty();
        assertThat(odd.closedBecause(LocalDate.parse("2026-11-23"))).isEmpty();
    }

    @Test
    void anExtraDateBeatsClosedAndClosedBeatsTheWeek() {
        Timetable all = timetable("""
                week: {thursday: [{open: "09:00-12:00", activities: [lek]}], monday: [{open: "09:00-12:00", activities: [lek]}]}
                closed: [public-holidays, {from: 2026-12-21, to: 2027-01-06, why: {sv: Julstängt}}]
                extra: [{date: 2026-12-24, open: "10:00-11:00", activities: [sang], name: {sv: Julsång}}]
                """);
        assertThat(all.sessions(LocalDate.parse("2026-12-24")))
                .singleElement()
                .satisfies(session -> assertThat(session.name().in("sv", "sv")).isEqualTo("Julsång"));
        assertThat(all.closedBecause(LocalDate.parse("2026-12-24"))).isEmpty();
        assertThat(all.sessions(LocalDate.parse("2026-12-28"))).isEmpty();
        assertThat(all.closedBecause(LocalDate.parse("2026-12-28"))
                        .orElseThrow()
                        .in("sv", "sv"))
                .isEqualTo("Julstängt");
        // a Tuesday is closed by nothing: the week has no session
        assertThat(all.closedBecause(LocalDate.parse("2026-12-22"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, Nyårsdagen",
        "2025-01-06, Trettondedag jul",
        "2025-04-18, Långfredagen",
        "2025-04-20, Påskdagen",
        "2025-04-21, Annandag påsk",
        "2025-05-01, Första maj",
        "2025-05-29, Kristi himmelsfärdsdag",
        "2025-06-06, Sveriges nationaldag",
        "2025-06-08, Pingstdagen",
        "2025-06-20, Midsommarafton",
        "2025-06-21, Midsommardagen",
        "2025-11-01, Alla helgons dag",
        "2025-12-24, Julafton",
        "2025-12-25, Juldagen",
        "2025-12-26, Annandag jul",
        "2025-12-31, Nyårsafton",
        "2026-06-19, Midsommarafton",
        "2027-05-06, Kristi himmelsfärdsdag"
    })
    void theHouseIsClosedOnSwedishRedDaysAndThreeEves(LocalDate day, String name) {
        Timetable always = everyDay();
        assertThat(always.sessions(day)).isEmpty();
        assertThat(always.closedBecause(day).orElseThrow().in("sv", "sv")).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"2025-04-19", "2025-04-17", "2025-06-09", "2025-06-22", "2025-10-31", "2025-11-23"})
    void otherDaysAreAsTheWeekSaysAlsoEasterEveAndSundays(LocalDate day) {
        assertThat(everyDay().sessions(day)).hasSize(1);
    }

    @Test
    void holidaysAreNamedInEveryLanguageOfTheTablet() {
        assertThat(LocalDate.parse("2025-01-01").datesUntil(LocalDate.parse("2028-01-01")))
                .allSatisfy(day -> everyDay()
                        .closedBecause(day)
                        .ifPresent(name -> assertThat(name.byLanguage())
                                .containsOnlyKeys("sv", "en", "fi", "ar", "so")
                                .allSatisfy(
                                        (language, words) -> assertThat(words).doesNotContain("!"))));
        assertThat(everyDay()
                        .closedBecause(LocalDate.parse("2025-12-25"))
                        .orElseThrow()
                        .in("en", "sv"))
                .isEqualTo("Christmas Day");
    }

    private static Timetable everyDay() {
        StringBuilder week = new StringBuilder("week:\n");
        PlanYaml.WEEKDAYS
                .keySet()
                .forEach(day ->
                        week.append("  ").append(day).append(": [{open: \"09:00-12:00\", activities: [lek]}]\n"));
        return timetable(week + "closed: [public-holidays]\n");
    }

    @Test
    void aBrokenClockIsPlacedOutsideHoursAndHarmsNothing() {
        for (Instant moment : List.of(
                Instant.EPOCH, Instant.parse("-9999-01-01T00:00:00Z"), Instant.parse("+99999-01-01T00:00:00Z"))) {
            assertThat(lekladan.place(moment).session()).isEmpty();
        }
    }

    @Test
    void manyTabletsAtOnceGetTheSameAnswers() throws Exception {
        List<Instant> moments = IntStream.range(0, 2_000)
                .mapToObj(i -> at("2026-11-23T06:00").plusSeconds(i * 611L))
                .toList();
        List<Timetable.Place> expected = moments.stream().map(lekladan::place).toList();
        Timetable fresh = LekladanTest.timetable(Path.of("kiosk-config/centres/lekladan.yaml"));
        Callable<List<Timetable.Place>> tablet =
                () -> moments.stream().map(fresh::place).toList();
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (Future<List<Timetable.Place>> answers :
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> tablet).toList())) {
                assertThat(answers.get()).isEqualTo(expected);
            }
        }
    }
}
