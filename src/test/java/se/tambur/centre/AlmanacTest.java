package se.tambur.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import se.tambur.centre.Almanac.Break;
import se.tambur.centre.Plan.Closure;

/** What a Swede's almanac on the wall says. */
class AlmanacTest {

    private final Almanac almanac = new Almanac(plan("sv", "en", "ar"));

    private static Plan plan(String... languages) {
        return PlanYaml.read("a.yaml", """
                centre: {id: huset, name: Huset, timezone: Europe/Stockholm, languages: %s, capacity: 40}
                ages: [{id: 1y, name: {%2$s: 1}}]
                activities: [{id: lek, name: {%2$s: L}}]
                week: {}
                """.formatted(List.of(languages), languages[0]));
    }

    @Test
    void theRedDaysOf2027AreThoseThatTheHouseClosesOnWhenItClosesOnRedDays() {
        assertThat(told(almanac.redDays(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-12-31"))))
                .containsExactly(
                        "2027-01-01 Nyårsdagen",
                        "2027-01-06 Trettondedag jul",
                        "2027-03-26 Långfredagen",
                        "2027-03-28 Påskdagen",
                        "2027-03-29 Annandag påsk",
                        "2027-05-01 Första maj",
                        "2027-05-06 Kristi himmelsfärdsdag",
                        "2027-05-16 Pingstdagen",
                        "2027-06-06 Sveriges nationaldag",
                        "2027-06-25 Midsommarafton",
                        "2027-06-26 Midsommardagen",
                        "2027-11-06 Alla helgons dag",
                        "2027-12-24 Julafton",
                        "2027-12-25 Juldagen",
                        "2027-12-26 Annandag jul",
                        "2027-12-31 Nyårsafton");
    }

    @Test
    void theEvesOf2027AreEasterEveAndThoseBesideARedDay() {
        assertThat(told(almanac.eves(LocalDate.parse("2027-01-01"), LocalDate.parse("2027-12-31"))))
                .containsExactly(
                        "2027-01-05 Trettondagsafton",
                        "2027-03-25 Skärtorsdagen",
                        "2027-03-27 Påskafton",
                        "2027-04-30 Valborgsmässoafton",
                        "2027-05-05 Dag före röd dag",
                        "2027-05-07 Klämdag",
                        "2027-05-15 Pingstafton",
                        "2027-06-24 Dag före röd dag",
                        "2027-11-05 Allhelgonaafton",
                        "2027-12-23 Dag före röd dag",
                        "2027-12-30 Dag före röd dag");
    }

    @Test
    void aMondayBeforeATuesdaysNationalDayIsABridge() {
        assertThat(told(almanac.eves(LocalDate.parse("2028-06-01"), LocalDate.parse("2028-06-10"))))
                .containsExactly("2028-06-03 Pingstafton", "2028-06-05 Klämdag");
    }

    @Test
    void theBreaksOfASchoolYearAreSuggestedInTheirWeeks() {
        assertThat(List.of(Break.values()).stream()
                        .map(which -> almanac.suggest(which, 2026, 8))
                        .map(AlmanacTest::span))
                .containsExactly(
                        "2026-10-26–2026-10-30 Höstlov",
                        "2026-12-21–2027-01-06 Jullov",
                        "2027-02-22–2027-02-26 Sportlov",
                        "2027-03-29–2027-04-02 Påsklov",
                        "2027-06-14–2027-08-13 Sommarlov");
        assertThat(almanac.suggest(Break.SPORT, 2026, 10).from()).isEqualTo(LocalDate.parse("2027-03-08"));
    }

    @Test
    void everyNameStandsInTheLanguagesOfTheHouseAndNoOthers() {
        Predicate<Closure.Period> whole =
                period -> period.why().byLanguage().keySet().equals(java.util.Set.of("sv", "en", "ar"))
                        && period.why().byLanguage().values().stream().noneMatch(name -> name.contains("centre."));
        LocalDate first = LocalDate.parse("2027-01-01");
        assertThat(almanac.eves(first, first.plusYears(3))).isNotEmpty().allMatch(whole);
        assertThat(almanac.redDays(first, first.plusYears(3))).isNotEmpty().allMatch(whole);
        assertThat(List.of(Break.values())).allMatch(which -> whole.test(almanac.suggest(which, 2026, 9)));
    }

    @Test
    void aHouseThatSpeaksALanguageWeLackGetsTheSwedishName() {
        Closure.Period eve = new Almanac(plan("uk", "en"))
                .eves(LocalDate.parse("2027-03-27"), LocalDate.parse("2027-03-27"))
                .getFirst();
        assertThat(eve.why().byLanguage()).containsEntry("uk", "Påskafton").containsEntry("en", "Easter Eve");
    }

    private static List<String> told(List<Closure.Period> periods) {
        return periods.stream()
                .map(period -> period.from() + " " + period.why().in("sv", "sv"))
                .toList();
    }

    private static String span(Closure.Period period) {
        return period.from() + "–" + period.to() + " " + period.why().in("sv", "sv");
    }
}
