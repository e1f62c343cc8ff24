package se.tambur.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.visit.Imports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A year through our own import against the same year counted apart from Tambur. */
@DatabaseTest
class Year2025Test {

    private static @Nullable CentreId house;

    @Autowired
    private Centres centres;

    @Autowired
    private Imports imports;

    @Autowired
    private Reports reports;

    @Autowired
    private TestClock clock;

    private final JsonMapper json = new JsonMapper();
    private final JsonNode expected = json.readTree(Months.resource("/year-2025/expected-2025.json"));

    @BeforeEach
    void theYearIsTakenIn() {
        clock.set("2026-11-24T10:12");
        if (house == null) {
            house = Months.houseWith2025(centres, imports);
        }
    }

    @Test
    void everyMonthSaysEveryNumberToTheDigit() {
        for (String month : expected.get("months").propertyNames()) {
            JsonNode said = json.valueToTree(SummaryJson.of(reports.month(house(), YearMonth.parse(month))));
            assertThat(differences(month, expected.get("months").get(month), said))
                    .isEmpty();
        }
    }

    @Test
    void theYearIsTheSumOfItsMonths() {
        JsonNode said = json.valueToTree(SummaryJson.year(reports.year(house(), 2025)));

        assertThat(differences("", expected, said)).isEmpty();
        assertThat(said.get("months").propertyNames()).hasSize(12);
    }

    @ParameterizedTest
    @CsvSource({"2025-vt,1,6", "2025-ht,7,12", "2025-t1,1,4", "2025-t2,5,8", "2025-t3,9,12", "2025,1,12"})
    void aLongerPeriodIsTheSumOfItsMonths(String period, int first, int last) {
        Summary whole = reports.summary(house(), ReportPeriod.parse(period).orElseThrow());
        List<Summary> months = IntStream.rangeClosed(first, last)
                .mapToObj(month -> reports.month(house(), YearMonth.of(2025, month)))
                .toList();

        assertThat(sum(months, Summary::visits)).isEqualTo(whole.visits());
        assertThat(sum(months, Summary::children)).isEqualTo(whole.children());
        assertThat(sum(months, Summary::adults)).isEqualTo(whole.adults());
        assertThat(sum(months, Summary::expecting)).isEqualTo(whole.expecting());
        assertThat(sum(months, Summary::held)).isEqualTo(whole.held());
        assertThat(sum(months, Summary::known)).isEqualTo(whole.known());
        assertThat(sum(months, one -> one.outsideHours().visits()))
                .isEqualTo(whole.outsideHours().visits());
        whole.childrenByAge()
                .forEach((age, children) -> assertThat(
                                sum(months, one -> one.childrenByAge().getOrDefault(age, 0)))
                        .isEqualTo(children));
        assertThat(whole.months())
                .extracting(Summary.ByMonth::sums, Summary.ByMonth::sessions)
                .containsExactlyElementsOf(months.stream()
                        .map(one -> tuple(
                                new Summary.Sums(one.visits(), one.children(), one.adults(), one.expecting()),
                                one.held()))
                        .toList());
        assertThat(sum(months, one -> one.months().getFirst().sums().children()))
                .isEqualTo(whole.children());
    }

    private static int sum(List<Summary> months, ToIntFunction<Summary> number) {
        return months.stream().mapToInt(number).sum();
    }

    @Test
    void agesActivitiesAndWeekdaysEachHoldEveryChild() {
        for (int i = 1; i <= 12; i++) {
            Summary month = reports.month(house(), YearMonth.of(2025, i));
            assertThat(month.childrenByAge().values().stream().mapToInt(n -> n).sum())
                    .isEqualTo(month.children());
            assertThat(month.activities().stream()
                            .mapToInt(one -> one.sums().children())
                            .sum())
                    .isEqualTo(month.children());
            assertThat(month.weekdays().stream()
                            .mapToInt(one -> one.sums().children())
                            .sum())
                    .isEqualTo(month.children());
            assertThat(month.slots().stream()
                                    .mapToInt(one -> one.sums().children())
                                    .sum()
                            + month.outsideHours().children())
                    .isEqualTo(month.children());
            assertThat(month.sessions().stream()
                                    .mapToInt(one -> one.sums().visits())
                                    .sum()
                            + month.outsideHours().visits())
                    .isEqualTo(month.visits());
        }
    }

    @Test
    void theReaderMeetsTheSameNumbersAsTheCounter() {
        SummaryPage march = reports.page(house(), reports.month(house(), YearMonth.of(2025, 3)), Locale.of("sv"));

        assertThat(march.title()).isEqualTo("Mars 2025");
        assertThat(march.status()).isEqualTo("Preliminär");
        assertThat(march.lede())
                .isEqualTo("17 pass hölls, alla räknades (täckning 100\u00a0%). 293 barn kom, 17,2 i snitt per pass.");
        assertThat(march.figures()).extracting(SummaryPage.Figure::number).containsExactly("219", "293", "247", "5");
        assertThat(march.figures())
                .extracting(SummaryPage.Figure::unit)
                .containsExactly("besök", "barn", "vuxna", "väntar barn");
        assertThat(section(march, "slots").lines())
                .contains(
                        "Flest barn: tisdag 4 mars kl. 10.00 (35).",
                        "I snitt 17,2 barn per pass och 6,2 per öppen timme.",
                        "Utanför öppettid: 2 besök, 1 barn och 2 vuxna.");
        assertThat(rows(march, "ages"))
                .extracting(SummaryPage.Row::label)
                .containsExactly("Bebis (0–11 mån)", "1 år", "2 år", "3–5 år", "6 år och äldre (syskon)");
        assertThat(rows(march, "activities"))
                .extracting(row -> row.label() + " "
                        + row.cells().subList(0, 3).stream()
                                .map(SummaryPage.Cell::shown)
                                .collect(Collectors.joining(" ")))
                .containsExactly(
                        "Öppen lek 17 122 152", "Sångstund 13 60 85", "Babysång 4 27 40", "BVC på besök 2 10 16");
        assertThat(rows(march, "weekdays"))
                .extracting(row -> row.label() + " " + row.cells().get(2).shown())
                .containsExactly("måndag 91", "tisdag 142", "torsdag 60");
    }

    @Test
    void theEnglishReaderMeetsThemInEnglish() {
        SummaryPage january = reports.page(house(), reports.month(house(), YearMonth.of(2025, 1)), Locale.ENGLISH);

        assertThat(january.title()).isEqualTo("January 2025");
        assertThat(january.lede())
                .isEqualTo(
                        "16 sessions were held, all of them counted (coverage 100%). 274 children came, 16.8 per session on average.");
        assertThat(section(january, "slots").lines()).contains("Most children: Tuesday 28 January at 13:00 (34).");
    }

    @Test
    void aSummerWithoutSessionsHasZerosAndNoMeans() {
        Summary july = reports.month(house(), YearMonth.of(2025, 7));

        assertThat(july.childrenByAge().values()).containsOnly(0).hasSize(5);
        assertThat(july.childrenPerSession()).isNull();
        assertThat(july.busiest()).isNull();
        assertThat(july.coverage()).isEmpty();
        assertThat(july.closed()).hasSize(1);
        assertThat(july.closed().getFirst().days()).isEqualTo(14);
        assertThat(reports.page(house(), july, Locale.of("sv")).lede()).isEqualTo("Inga pass har hållits.");
    }

    @Test
    void aYearLaterTheMonthIsComparedWithIt() {
        Summary march = reports.month(house(), YearMonth.of(2026, 3));

        assertThat(march.lastYear()).isEqualTo(new Summary.Sums(219, 293, 247, 5));
        assertThat(reports.month(house(), YearMonth.of(2025, 3)).lastYear()).isNull();
    }

    private static SummaryPage.Section section(SummaryPage page, String id) {
        return page.sections().stream()
                .filter(section -> section.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<SummaryPage.Row> rows(SummaryPage page, String section) {
        return Objects.requireNonNull(section(page, section).table()).rows();
    }

    private static CentreId house() {
        return Objects.requireNonNull(house);
    }

    /** Where what is said lacks or differs from what is wanted; more may be said. */
    private static List<String> differences(String where, JsonNode wanted, @Nullable JsonNode said) {
        if (said == null) {
            return List.of(where + " is missing");
        }
        List<String> flaws = new ArrayList<>();
        if (wanted.isObject()) {
            wanted.propertyNames()
                    .forEach(name -> flaws.addAll(differences(where + "/" + name, wanted.get(name), said.get(name))));
            boolean open = where.isEmpty() || where.equals("/year") || where.matches("(/months/)?[0-9]{4}-[0-9]{2}");
            if (!open && !List.copyOf(said.propertyNames()).equals(List.copyOf(wanted.propertyNames()))) {
                flaws.add(where + " has " + said.propertyNames() + ", not " + wanted.propertyNames());
            }
        } else if (wanted.isNumber() && said.isNumber()
                ? wanted.decimalValue().compareTo(said.decimalValue()) != 0
                : !wanted.equals(said)) {
            flaws.add(where + " is " + said + ", not " + wanted);
        }
        return flaws;
    }
}
