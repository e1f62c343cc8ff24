package se.tambur.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.report.ReportPeriod.Kind;
import se.tambur.visit.Imports;

@DatabaseTest
@ViewPackages(packages = "se.tambur")
@WithMockUser(username = "Maj", roles = "MANAGER")
class ReportsViewTest extends SpringBrowserlessTest {

    private static @Nullable CentreId house;

    @Autowired
    private TestClock clock;

    @Autowired
    private Centres centres;

    @Autowired
    private Imports imports;

    @Autowired
    private Reports reports;

    @Autowired
    private ObjectProvider<CurrentCentre> current;

    @BeforeEach
    void aManagerInTheSpring() {
        clock.set("2026-11-24T10:12");
        if (house == null) {
            house = Months.houseWith2025(centres, imports);
        }
        current.getObject().choose(Objects.requireNonNull(house));
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));
        clock.set("2026-01-08T09:00");
    }

    @Test
    void theManagerIsShownTheMonthThatIsOver() {
        navigate(ReportsView.class);

        assertThat($(H1.class).single().getText()).isEqualTo("December 2025");
        assertThat(words()).contains("Preliminär · skapad 2026-01-08", "166 besök", "219 barn");
    }

    @Test
    void theManagerApprovesTheMonthAndCanTakeItBack() {
        CentreId own = Months.houseWith2025(centres, imports);
        current.getObject().choose(own);
        show("2025-03");

        button("Godkänn mars 2025").click();

        assertThat(words()).contains("Revision 1 godkändes av Maj den 8 januari 2026.");
        assertThat(reports.state(own, YearMonth.of(2025, 3))).isEqualTo(Approvals.State.APPROVED);

        button("Ångra").click();

        assertThat(reports.state(own, YearMonth.of(2025, 3))).isEqualTo(Approvals.State.PRELIMINARY);
        assertThat(button("Godkänn mars 2025").isVisible()).isTrue();
    }

    @Test
    void theMonthsToFinishLeadToTheirPages() {
        show("2025-03");

        assertThat($(Anchor.class).all().stream().map(Anchor::getHref))
                .contains("office/reports?period=2025-12", "office/reports?period=2025-11");
        assertThat(words()).contains("Månader att göra klara", "Senast 10 januari");
    }

    @Test
    void thePageSaysWhatThePdfSays() {
        show("2025-03");

        CentreId centre = Objects.requireNonNull(house);
        SummaryPage page = reports.page(centre, reports.month(centre, YearMonth.of(2025, 3)), Locale.of("sv"));
        String words = words();
        assertThat(words).contains(page.title(), page.lede(), page.privacy());
        page.figures().forEach(figure -> assertThat(words).contains(figure.number() + " " + figure.unit()));
        page.rules().forEach(rule -> assertThat(words).contains(rule));
        for (SummaryPage.Section section : page.sections()) {
            assertThat(words).contains(section.title());
            section.lines().forEach(line -> assertThat(words).contains(line));
            Objects.requireNonNull(section.table())
                    .rows()
                    .forEach(row -> assertThat(words)
                            .contains(String.join(
                                    " ",
                                    Stream.concat(
                                                    Stream.of(row.label()),
                                                    row.cells().stream().map(SummaryPage.Cell::shown))
                                            .filter(cell -> !cell.isEmpty())
                                            .toList())));
        }
    }

    @Test
    void everyChartHasATableBesideIt() {
        show("2025-03");

        List<Component> pictures =
                all().filter(component -> component.hasClassName("picture")).toList();
        assertThat(pictures).hasSize(5);
        assertThat(pictures)
                .allSatisfy(picture -> assertThat(
                                picture.getParent().orElseThrow().getChildren().anyMatch(NumberTable.class::isInstance))
                        .isTrue());
    }

    @Test
    void theManagerLeafsFromMonthToMonth() {
        show("2025-03");
        test(button("Nästa månad")).click();
        assertThat($(H1.class).single().getText()).isEqualTo("April 2025");

        @SuppressWarnings("unchecked")
        Select<ReportPeriod> picker = (Select<ReportPeriod>) select("Period");
        ReportPeriod july = ReportPeriod.of(YearMonth.of(2025, 7));
        assertThat(picker.getItemLabelGenerator().apply(july)).isEqualTo("juli 2025");
        picker.setValue(july);
        assertThat($(H1.class).single().getText()).isEqualTo("Juli 2025");
        assertThat(words()).contains("Inga pass har hållits.", "Sommarstängt");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theManagerLooksAtTheTermAndTheYearAndAtDaysOfHerOwn() {
        show("2025-03");
        ((Select<Kind>) select("Rapport för")).setValue(Kind.TERM);
        assertThat($(H1.class).single().getText()).isEqualTo("Vårterminen 2025");
        assertThat(words()).contains("Månad för månad", "Mars 2025 17 219 293 247 17,2 100\u00a0%");
        test(button("Nästa termin")).click();
        assertThat($(H1.class).single().getText()).isEqualTo("Höstterminen 2025");

        ((Select<Kind>) select("Rapport för")).setValue(Kind.YEAR);
        assertThat($(H1.class).single().getText()).isEqualTo("År 2025");

        ((Select<Kind>) select("Rapport för")).setValue(Kind.RANGE);
        List<DatePicker> days = $(DatePicker.class).all();
        days.getFirst().setValue(LocalDate.of(2025, 3, 3));
        days.getLast().setValue(LocalDate.of(2025, 3, 1));
        test(button("Visa")).click();
        assertThat(days.getLast().isInvalid()).isTrue();
        days.getLast().setValue(LocalDate.of(2025, 4, 11));
        test(button("Visa")).click();
        assertThat($(H1.class).single().getText()).isEqualTo("3 mars – 11 april 2025");
        assertThat(words()).contains("För eget bruk");
    }

    @Test
    void thereIsNothingBeforeTheFirstMonthNorAfterThisOne() {
        show("2025-01");
        assertThat(button("Föregående månad").isEnabled()).isFalse();

        show("2026-01");
        assertThat(button("Nästa månad").isEnabled()).isFalse();
        assertThat(words()).contains("Pågår");
    }

    @Test
    void anAddressThatIsNoMonthLeadsToTheLatest() {
        show("mars");
        assertThat($(H1.class).single().getText()).isEqualTo("December 2025");
    }

    @Test
    void theEnglishReaderGetsBothPdfs() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        show("2025-03");

        assertThat($(H1.class).single().getText()).isEqualTo("March 2025");
        assertThat(words()).contains("17.2 per session on average");
        assertThat($(Anchor.class).all().stream()
                        .map(link -> link.getElement().getAttribute("data-pdf"))
                        .filter(Objects::nonNull))
                .containsExactly("sv", "en");
    }

    private void show(String month) {
        UI.getCurrent().navigate(ReportsView.class, QueryParameters.of("month", month));
        roundTrip();
    }

    private Button button(String name) {
        return $(Button.class).all().stream()
                .filter(button -> name.equals(button.getText())
                        || name.equals(button.getAriaLabel().orElse("")))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> all() {
        return within(UI.getCurrent());
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(ReportsViewTest::within));
    }

    /** All that stands on the page, in order, with single blanks. */
    private Select<?> select(String label) {
        return $(Select.class).all().stream()
                .filter(select -> label.equals(select.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private static String words() {
        return String.join(
                " ",
                all().filter(component -> component.getChildren().findAny().isEmpty())
                        .map(component -> component.getElement().getText())
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
