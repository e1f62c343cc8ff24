package se.tambur.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.ActivityId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.report.ApprovalRefused.Why;
import se.tambur.report.Approvals.State;
import se.tambur.report.MonthNumbers.Change;
import se.tambur.report.SummaryPage.Section;
import se.tambur.shared.Audited;
import se.tambur.visit.Corrections;
import se.tambur.visit.Imports;

/** A manager stands for a month, and somebody corrects it afterwards. */
@DatabaseTest
@RecordApplicationEvents
class ApprovalsTest {

    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    @Autowired
    private Centres centres;

    @Autowired
    private Imports imports;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Reports reports;

    @Autowired
    private Approvals approvals;

    @Autowired
    private OpenMonths openMonths;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationEvents events;

    private CentreId house;

    @BeforeEach
    void aMarchWithThreeVisits() {
        clock.set("2026-04-07T09:00");
        house = Months.house(centres);
        Months.takeIn(
                imports,
                house,
                "2026-03-02T09:30,oppen-lek,2,0,0,0,0,1,0",
                "2026-03-03T10:30,sang,0,1,0,0,0,1,0",
                "2026-03-09T09:30,oppen-lek,0,0,1,0,0,2,0");
    }

    @Test
    void whatSheSawIsWhatStands() {
        String seen = reports.standing(house, march()).hash();

        reports.approve(house, MARCH, seen, "Maj");

        var standing = reports.standing(house, march());
        assertThat(standing.state()).isEqualTo(State.APPROVED);
        assertThat(standing.hash()).isEqualTo(seen);
        assertThat(standing.history()).singleElement().satisfies(approved -> {
            assertThat(approved.by()).isEqualTo("Maj");
            assertThat(approved.revision()).isEqualTo(1);
            assertThat(approved.hash()).isEqualTo(seen);
        });
        assertThat(events.stream(Audited.class))
                .contains(new Audited("Maj", house.value(), "report.approved", "2026-03 · revision 1 · " + seen));
    }

    @Test
    void anyoneCanWorkOutTheHashFromTheNumbers() throws Exception {
        String text = MonthNumbers.of(house, march()).text();

        assertThat(text)
                .startsWith("tambur-month 1\n" + house + "\n2026-03\n")
                .contains("\nchildren=4\n", "\nchildrenByAge.0-11m=2\n", "\nactivity.sang.visits=1\n")
                .endsWith("\nweekday.2.visits=1\n");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        assertThat(reports.standing(house, march()).hash())
                .isEqualTo(HexFormat.of().formatHex(hash));
        assertThat(MonthNumbers.read(text)).isEqualTo(MonthNumbers.of(house, march()));
    }

    @Test
    void aCorrectionMakesTheNextRevisionAndSaysWhatItChanged() throws Exception {
        reports.approve(house, MARCH, reports.standing(house, march()).hash(), "Maj");

        oneChildMore();

        var standing = reports.standing(house, march());
        assertThat(standing.state()).isEqualTo(State.CHANGED);
        assertThat(standing.revision()).isEqualTo(2);
        assertThat(standing.changes())
                .contains(new Change("children", 4, 5), new Change("childrenByAge.1y", 1, 2))
                .doesNotContain(new Change("visits", 3, 3));
        assertThat(reports.state(house, MARCH)).isEqualTo(State.CHANGED);
        Section section = approval();
        assertThat(section.lines().getFirst()).isEqualTo("Revision 1 godkändes av Maj den 7 april 2026.");
        assertThat(section.lines()).contains("Siffrorna har ändrats sedan dess. Revision 2 är inte godkänd.");
        assertThat(rows(section))
                .contains("Barn 4 5 +1", "1 år: Barn 1 2 +1", "Öppen lek: Barn 3 4 +1", "Måndag: Barn 3 4 +1");
        assertThat(text()).contains("Ändrad efter godkännandet");

        reports.approve(house, MARCH, standing.hash(), "Bo");

        var second = reports.standing(house, march());
        assertThat(second.state()).isEqualTo(State.APPROVED);
        assertThat(second.revision()).isEqualTo(2);
        assertThat(rows(approval())).contains("Barn 4 5 +1");
        assertThat(text())
                .contains(
                        "Godkänd 2026-04-07, revision 2",
                        "Revision 1 godkändes av Maj",
                        "Revision 2 godkändes av Bo",
                        second.hash());
    }

    @Test
    void whoReadOldNumbersIsAskedToReadAgain() {
        String seen = reports.standing(house, march()).hash();
        oneChildMore();

        assertRefused(() -> reports.approve(house, MARCH, seen, "Maj"), Why.MOVED);
        assertThat(reports.standing(house, march()).history()).isEmpty();
    }

    @Test
    void aMonthThatGoesOnAndOneApprovedAlreadyAreRefused() {
        clock.set("2026-03-31T23:00");
        assertRefused(
                () -> reports.approve(
                        house, MARCH, reports.standing(house, march()).hash(), "Maj"),
                Why.RUNNING);
        clock.set("2026-04-01T00:10");
        String seen = reports.standing(house, march()).hash();
        reports.approve(house, MARCH, seen, "Maj");
        assertRefused(() -> reports.approve(house, MARCH, seen, "Bo"), Why.DONE);
    }

    @Test
    void anApprovalTakenBackLeavesTheMonthAsItWas() {
        String seen = reports.standing(house, march()).hash();
        reports.approve(house, MARCH, seen, "Maj");

        approvals.withdraw(house, MARCH, "Maj");

        assertThat(reports.standing(house, march()).state()).isEqualTo(State.PRELIMINARY);
        reports.approve(house, MARCH, seen, "Maj");
        assertThat(reports.standing(house, march()).revision()).isEqualTo(1);
    }

    @Test
    void anotherHousesMonthIsNotApprovedWithIt() {
        CentreId other = Months.house(centres);
        Months.takeIn(imports, other, "2026-03-02T09:30,oppen-lek,2,0,0,0,0,1,0");
        reports.approve(house, MARCH, reports.standing(house, march()).hash(), "Maj");

        assertThat(reports.state(other, MARCH)).isEqualTo(State.PRELIMINARY);
        assertThat(reports.standing(other, reports.month(other, MARCH)).hash())
                .isNotEqualTo(reports.standing(house, march()).hash());
    }

    @Test
    void theMonthsToFinishSayWhatIsMissingAndByWhen() {
        assertThat(openMonths.of(house)).first().satisfies(open -> {
            assertThat(open.month()).isEqualTo(MARCH);
            assertThat(open.due()).isEqualTo(LocalDate.of(2026, 4, 10));
            // the import speaks for its days, 2 to 9 March, and nobody counted after them
            assertThat(open.missing()).hasSizeGreaterThan(5).allMatch(day -> day.isAfter(LocalDate.of(2026, 3, 9)));
        });
        reports.approve(house, MARCH, reports.standing(house, march()).hash(), "Maj");

        assertThat(openMonths.of(house)).extracting(OpenMonths.OpenMonth::month).doesNotContain(MARCH);

        oneChildMore();

        assertThat(openMonths.of(house).getFirst().state()).isEqualTo(State.CHANGED);
    }

    @Test
    void aYearSaysHowManyOfItsMonthsAreApproved() {
        reports.approve(house, MARCH, reports.standing(house, march()).hash(), "Maj");

        var term = ReportPeriod.parse("2026-t1").orElseThrow();
        clock.set("2026-05-04T09:00");
        assertThat(reports.page(house, reports.summary(house, term), Locale.of("sv"))
                        .status())
                .isEqualTo("Preliminär · 1 av 4 månader är godkända");
    }

    private Summary march() {
        return reports.month(house, MARCH);
    }

    private Section approval() {
        return reports.page(house, march(), Locale.of("sv")).sections().stream()
                .filter(section -> section.id().equals("approval"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> rows(Section section) {
        return Objects.requireNonNull(section.table()).rows().stream()
                .map(row -> row.label() + " "
                        + String.join(
                                " ",
                                row.cells().stream()
                                        .map(SummaryPage.Cell::shown)
                                        .toList()))
                .toList();
    }

    private String text() throws Exception {
        try (var pdf = Loader.loadPDF(reports.pdf(house, ReportPeriod.of(MARCH), Locale.of("sv")))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private void oneChildMore() {
        corrections.make(
                house,
                UUID.randomUUID(),
                new Corrections.Change(
                        LocalDate.of(2026, 3, 2), LocalTime.of(9, 0), new ActivityId("oppen-lek"), Map.of("1y", 1)),
                Corrections.Reason.PAPER,
                "anna");
    }

    private static void assertRefused(Runnable approving, Why why) {
        assertThatThrownBy(approving::run)
                .isInstanceOfSatisfying(
                        ApprovalRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }
}
