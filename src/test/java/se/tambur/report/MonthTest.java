package se.tambur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.ActivityId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.visit.Corrections;
import se.tambur.visit.HandCounts;
import se.tambur.visit.Imports;
import se.tambur.visit.SessionStates;
import se.tambur.visit.Tallies;
import se.tambur.visit.Tallies.State;
import tools.jackson.databind.json.JsonMapper;

@DatabaseTest
class MonthTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Autowired
    private Centres centres;

    @Autowired
    private Imports imports;

    @Autowired
    private Corrections corrections;

    @Autowired
    private HandCounts handCounts;

    @Autowired
    private SessionStates states;

    @Autowired
    private Reports reports;

    @Autowired
    private TestClock clock;

    private CentreId house = new CentreId("none");

    @BeforeEach
    void aHouse() {
        clock.set("2026-11-24T10:12");
        house = Months.house(centres);
    }

    @Test
    void sessionsThatTheDoorCouldNotCountPullNoMeanDown() {
        // Monday 2 March and both of Tuesday 3 March are covered; the other fifteen are not
        Months.takeIn(
                imports, house, "2026-03-02T09:30,oppen-lek,3,0,0,0,0,1,0", "2026-03-03T10:30,oppen-lek,2,0,0,0,0,1,0");

        Summary march = reports.month(house, MARCH);

        assertThat(march.in(State.COUNTED)).isEqualTo(2);
        assertThat(march.in(State.EMPTY)).isEqualTo(1);
        assertThat(march.known()).isEqualTo(3);
        assertThat(Objects.requireNonNull(march.childrenPerSession())).isEqualTo(new Mean(5, 3));
        assertThat(march.quietest()).isNotNull();
        assertThat(Objects.requireNonNull(march.quietest()).opens()).isEqualTo(LocalTime.of(13, 0));
    }

    @Test
    void aSessionThatStaffCallNotCountedLeavesTheMeanWithItsChildren() {
        Months.takeIn(
                imports, house, "2026-03-02T09:30,oppen-lek,3,0,0,0,0,1,0", "2026-03-03T10:30,oppen-lek,2,0,0,0,0,1,0");
        states.say(house, LocalDate.of(2026, 3, 2), LocalTime.of(9, 0), State.NOT_COUNTED, "anna");

        Summary march = reports.month(house, MARCH);

        assertThat(march.children()).isEqualTo(5);
        assertThat(march.withVisits()).isEqualTo(2);
        assertThat(Objects.requireNonNull(march.childrenPerSession())).isEqualTo(new Mean(2, 2));
        assertThat(Objects.requireNonNull(march.busiest()).day()).isEqualTo(LocalDate.of(2026, 3, 3));
    }

    @Test
    void theEarliestOfTheBusiestAndOfTheQuietestIsNamed() {
        Months.takeIn(
                imports,
                house,
                "2026-03-02T09:30,oppen-lek,2,0,0,0,0,1,0",
                "2026-03-03T10:30,oppen-lek,1,0,0,0,0,1,0",
                "2026-03-03T13:30,oppen-lek,1,0,0,0,0,1,0",
                "2026-03-09T09:30,oppen-lek,2,0,0,0,0,1,0");
        for (LocalDate day = LocalDate.of(2026, 3, 5); day.getDayOfMonth() < 9; day = day.plusDays(1)) {
            states.say(house, day, LocalTime.of(9, 0), State.NOT_COUNTED, "anna");
        }

        Summary march = reports.month(house, MARCH);

        assertThat(Objects.requireNonNull(march.busiest()).day()).isEqualTo(LocalDate.of(2026, 3, 2));
        assertThat(Objects.requireNonNull(march.quietest()).opens()).isEqualTo(LocalTime.of(10, 0));
    }

    @Test
    void anEveningVisitIsInTheTotalsAndOnALineOfItsOwn() {
        Months.takeIn(
                imports, house, "2026-03-02T09:30,oppen-lek,3,0,0,0,0,1,0", "2026-03-02T19:00,sang,0,4,0,0,0,2,1");

        Summary march = reports.month(house, MARCH);

        assertThat(march.children()).isEqualTo(7);
        assertThat(march.outsideHours()).isEqualTo(new Summary.Sums(1, 4, 2, 1));
        assertThat(Objects.requireNonNull(march.childrenPerSession()).sum()).isEqualTo(3);
        assertThat(march.weekdays().getFirst().sums().children()).isEqualTo(7);
    }

    @Test
    void adultsAloneAreAVisitWithoutChildrenAndNoBusiestSession() {
        Months.takeIn(imports, house, "2026-03-02T09:30,oppen-lek,0,0,0,0,0,2,0");

        Summary march = reports.month(house, MARCH);

        assertThat(march.visits()).isEqualTo(1);
        assertThat(march.in(State.COUNTED)).isEqualTo(1);
        assertThat(march.busiest()).isNull();
        assertThat(SummaryJson.of(march).get("childrenByWeekday")).hasToString("{1=0}");
    }

    @Test
    void aMonthStillGoingOnSaysSoAndHoldsOnlyWhatHasBeen() {
        clock.set("2026-03-10T12:30");
        Months.takeIn(imports, house, "2026-03-02T09:30,oppen-lek,3,0,0,0,0,1,0");

        Summary march = reports.month(house, MARCH);
        SummaryPage page = reports.page(house, march, Locale.of("sv"));

        // Mondays 2 and 9, Tuesday 3 twice, Thursday 5 and Tuesday morning 10
        assertThat(march.held()).isEqualTo(6);
        assertThat(page.status()).isEqualTo("Pågår");
        assertThat(page.lede())
                .isEqualTo(
                        "Månaden pågår. Hittills har 6 pass hållits, 1 av dem räknades (täckning 16,7\u00a0%). 3 barn kom, 3,0 i snitt per pass.");
    }

    @Test
    void theLastDayOfTheMonthIsStillTheMonthUntilMidnightInTheHouse() {
        clock.set("2026-03-31T23:59");
        assertThat(reports.page(house, reports.month(house, MARCH), Locale.of("sv"))
                        .status())
                .isEqualTo("Pågår");

        clock.set("2026-04-01T00:00");
        assertThat(reports.page(house, reports.month(house, MARCH), Locale.of("sv"))
                        .status())
                .isEqualTo("Preliminär");
    }

    @Test
    void correctionsArePartOfTheMonthAndOnALineOfTheirOwn() {
        Months.takeIn(imports, house, "2026-03-02T09:30,oppen-lek,3,0,0,0,0,1,0");
        correct(Map.of(Tallies.VISITS, 2, "1y", 3, Tallies.ADULTS, 2));
        correct(Map.of("0-11m", -2));
        corrections.undo(
                house, correct(Map.of(Tallies.VISITS, 5, Tallies.EXPECTING, 1)).id(), "anna");

        Summary march = reports.month(house, MARCH);

        assertThat(march.visits()).isEqualTo(3);
        assertThat(march.children()).isEqualTo(4);
        assertThat(march.expecting()).isZero();
        assertThat(SummaryJson.of(march).get("corrections"))
                .hasToString("{number=2, visits=2, children=1, adults=2, expecting=0}");
        assertThat(reports.page(house, march, Locale.of("sv")).sections())
                .flatExtracting(SummaryPage.Section::lines)
                .contains(
                        "2 rättelser från personalen ingår i siffrorna. Sammanlagt: besök +2, barn +1, vuxna +2, väntar barn 0.");
    }

    @Test
    void aGroupThatIsNeverAtTheDoorStandsUnderItsLevelAsASum() {
        Months.takeIn(imports, house, "2026-03-02T09:30,oppen-lek,3,0,0,0,0,1,0");
        assertThat(titles(reports.month(house, MARCH))).doesNotContain("Insatser efter nivå");
        corrections.make(
                house,
                UUID.randomUUID(),
                new Corrections.Change(
                        LocalDate.of(2026, 3, 4),
                        null,
                        new ActivityId("riktad"),
                        Map.of(Tallies.VISITS, 6, Tallies.ADULTS, 6, "3-5y", 7)),
                Corrections.Reason.PAPER,
                "anna");

        Summary march = reports.month(house, MARCH);

        assertThat(march.levels())
                .isEqualTo(Map.of(
                        Plan.Level.UNIVERSAL, new Summary.Sums(1, 3, 1, 0),
                        Plan.Level.SELECTIVE, new Summary.Sums(6, 7, 6, 0)));
        assertThat(SummaryJson.of(march).get("byLevel"))
                .hasToString(
                        "{universal={visits=1, children=3, adults=1}, selective={visits=6, children=7, adults=6}}");
        assertThat(titles(march)).contains("Insatser efter nivå");
    }

    @Test
    void aGroupCountedByHandIsPartOfTheMonthAndNoCorrection() {
        Months.takeIn(imports, house, "2026-03-02T09:30,oppen-lek,3,0,0,0,0,1,0");
        handCounts.count(
                house,
                UUID.randomUUID(),
                new Corrections.Change(
                        LocalDate.of(2026, 3, 9),
                        LocalTime.of(9, 0),
                        new ActivityId("oppen-lek"),
                        Map.of("1y", 12, Tallies.ADULTS, 9)),
                null,
                Corrections.Reason.OUTDOORS,
                "anna");

        Summary march = reports.month(house, MARCH);

        assertThat(march.children()).isEqualTo(15);
        assertThat(march.visits()).isEqualTo(1);
        assertThat(march.withVisits()).isEqualTo(2);
        assertThat(march.in(Tallies.State.COUNTED)).isEqualTo(2);
        assertThat(march.corrections().corrections()).isZero();
        assertThat(SummaryJson.of(march).get("byHand"))
                .hasToString("{number=1, visits=0, children=12, adults=9, expecting=0, withoutParties=1}");
        assertThat(reports.page(house, march, Locale.of("sv")).sections())
                .flatExtracting(SummaryPage.Section::lines)
                .contains("1 grupp räknad för hand ingår i siffrorna. Sammanlagt: besök 0, barn 12, vuxna 9,"
                        + " väntar barn 0. Vid 1 av dem räknades inte sällskapen, så där saknas besök.");
    }

    @Test
    void whoComesToASessionThatStaffClosedAfterAllIsCountedInNoSession() {
        LocalDate monday = LocalDate.of(2026, 3, 9);
        int heldBefore = reports.month(house, MARCH).held();
        states.sayClosed(house, monday, LocalTime.of(9, 0), "anna");
        Months.takeIn(imports, house, "2026-03-09T09:30,oppen-lek,3,0,0,0,0,1,0");

        Summary march = reports.month(house, MARCH);

        assertThat(march.held()).isEqualTo(heldBefore - 1);
        assertThat(march.children()).isEqualTo(3);
        assertThat(march.unplanned()).isEqualTo(new Summary.Sums(1, 3, 1, 0));
        assertThat(march.busiest()).isNull();
    }

    private List<String> titles(Summary month) {
        return reports.page(house, month, Locale.of("sv")).sections().stream()
                .map(SummaryPage.Section::title)
                .toList();
    }

    private Corrections.Entry correct(Map<String, Integer> numbers) {
        return corrections.make(
                house,
                UUID.randomUUID(),
                new Corrections.Change(
                        LocalDate.of(2026, 3, 2), LocalTime.of(9, 0), new ActivityId("oppen-lek"), numbers),
                Corrections.Reason.MISSED,
                "anna");
    }

    @Test
    void meansAreRoundedHalfUpFromTheExactRatio() {
        assertThat(new Mean(5, 4).rounded(1)).isEqualTo(new BigDecimal("1.3"));
        assertThat(new Mean(2049, 2000).rounded(1)).isEqualTo(new BigDecimal("1.0"));
        assertThat(new Mean(292, 17).rounded(2)).isEqualTo(new BigDecimal("17.18"));
    }

    @Test
    void aYearWithoutAnyVisitStillHasTwelveMonths() {
        var year = new JsonMapper().valueToTree(SummaryJson.year(reports.year(house, 2019)));

        assertThat(year.get("year").get("visits").asInt()).isZero();
        assertThat(year.get("months").propertyNames())
                .hasSize(12)
                .startsWith("2019-01")
                .endsWith("2019-12");
        assertThat(year.get("months").get("2019-05").get("busiestSession").isNull())
                .isTrue();
    }
}
