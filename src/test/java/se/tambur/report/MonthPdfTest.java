package se.tambur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.shared.Pdf;
import se.tambur.shared.Settings;
import se.tambur.shared.Words;
import se.tambur.visit.Corrections;
import se.tambur.visit.HandCounts;
import se.tambur.visit.Imports;
import se.tambur.visit.Tallies;

/** The month's PDF as an archive, a screen reader and somebody who copies numbers out of it meet it. */
@DatabaseTest
@Tag("pdf")
class MonthPdfTest {

    private static @Nullable CentreId house;

    @Autowired
    private Centres centres;

    @Autowired
    private Imports imports;

    @Autowired
    private Tallies tallies;

    @Autowired
    private Corrections corrections;

    @Autowired
    private HandCounts handCounts;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Words words;

    private static final ReportPeriod MARCH = period("2025-03");

    @Autowired
    private Pdf pdf;

    @Autowired
    private Reports reports;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void theYearIsTakenIn() {
        VeraGreenfieldFoundryProvider.initialise();
        clock.set("2026-11-24T10:12");
        if (house == null) {
            house = Months.houseWith2025(centres, imports);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03, sv, a full month",
        "2025-03, en, a full month",
        "2025-07, sv, an empty one",
        "2025-07, en, an empty one",
        "2025-12, sv, one with closed days",
        "2025-12, en, one with closed days",
        "2026-03, sv, one to compare with the year before and nothing counted",
        "2026-11, sv, one still going on",
        "2026-11, en, one still going on",
        "2025, sv, a year",
        "2025, en, a year",
        "2025-ht, sv, a term",
        "2026-t3, en, four months still going on",
        "2025-03-03..2025-04-11, sv, days of one's own"
    })
    void archivesAndScreenReadersFindNothingWrong(String period, String language, String what) throws Exception {
        byte[] document = reports.pdf(house(), period(period), Locale.of(language));

        assertThat(flaws(document, PDFAFlavour.PDFA_2_A)).as(what).isEmpty();
        assertThat(flaws(document, PDFAFlavour.PDFUA_1)).as(what).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03,sv",
        "2025-03,en",
        "2025-07,sv",
        "2025-12,sv",
        "2026-03,en",
        "2026-11,sv",
        "2025,sv",
        "2025-vt,en",
        "2025-03-03..2025-04-11,sv"
    })
    void everyWordAndNumberCanBeCopiedOut(String period, String language) throws Exception {
        ReportPeriod asked = period(period);
        SummaryPage page = reports.page(house(), reports.summary(house(), asked), Locale.of(language));
        String text = text(reports.pdf(house(), asked, Locale.of(language)));

        assertThat(text).contains(flat(page.lede()), page.title(), page.status() + " · " + page.created());
        page.figures()
                .forEach(figure ->
                        assertThat(text).contains(flat(figure.number() + " " + figure.unit() + " " + figure.then())));
        for (SummaryPage.Section section : page.sections()) {
            assertThat(text).contains(section.title());
            section.lines().forEach(line -> assertThat(text).contains(flat(line)));
            if (section.table() != null) {
                section.table().rows().forEach(row -> {
                    List<String> cells = new ArrayList<>(List.of(row.label()));
                    row.cells().forEach(cell -> cells.add(cell.shown()));
                    cells.removeIf(String::isEmpty);
                    assertThat(text).contains(flat(String.join(" ", cells)));
                });
            }
        }
        page.rules().forEach(rule -> assertThat(text).contains(flat(rule)));
        assertThat(text).doesNotContain("#").doesNotContain("\ufb01");
    }

    @Test
    void theManagerFindsTheNumbersOfMarch() throws Exception {
        String text = text(reports.pdf(house(), MARCH, Locale.of("sv")));

        assertThat(text)
                .contains("Preliminär · skapad 2026-11-24")
                .contains("17 pass hölls, alla räknades (täckning 100 %). 293 barn kom, 17,2 i snitt per pass.")
                .contains("219 besök", "293 barn", "247 vuxna", "5 väntar barn")
                .contains("Bebis (0–11 mån) 120", "Sångstund 13 60 85", "tisdag 8", "sida 1 av");
    }

    @Test
    void aReaderIsLedByTitleLanguageAndBookmarks() throws Exception {
        try (PDDocument document = Loader.loadPDF(reports.pdf(house(), MARCH, Locale.of("sv")))) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Mars 2025 – Öppna förskolan Lekladan");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("sv");
            List<String> bookmarks = new ArrayList<>();
            for (PDOutlineItem item :
                    document.getDocumentCatalog().getDocumentOutline().children()) {
                bookmarks.add(item.getTitle());
            }
            assertThat(bookmarks).startsWith("Mars 2025", "Barn efter ålder").endsWith("Så räknas det");
        }
    }

    @Test
    void madeNumbersSaySoOnEveryPage() throws Exception {
        Reports demo = new Reports(
                centres,
                tallies,
                corrections,
                handCounts,
                approvals,
                words,
                pdf,
                new Settings(Path.of("data"), Path.of("kiosk-config"), null, true),
                clock,
                12,
                Duration.ofMinutes(2),
                Duration.ofDays(7));
        byte[] document = demo.pdf(house(), MARCH, Locale.of("sv"));

        try (PDDocument pages = Loader.loadPDF(document)) {
            for (int page = 1; page <= pages.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(pages)).contains("Demo: påhittade siffror");
            }
        }
        assertThat(flaws(document, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(flaws(document, PDFAFlavour.PDFUA_1)).isEmpty();
    }

    private static CentreId house() {
        return Objects.requireNonNull(house);
    }

    private static List<String> flaws(byte[] document, PDFAFlavour flavour) throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(document), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + ": " + assertion.getMessage())
                    .distinct()
                    .toList();
        }
    }

    private static String text(byte[] document) throws Exception {
        try (PDDocument pages = Loader.loadPDF(document)) {
            return flat(new PDFTextStripper().getText(pages));
        }
    }

    /** Without line breaks, which are the layout's and not the text's. */
    private static ReportPeriod period(String id) {
        return ReportPeriod.parse(id).orElseThrow();
    }

    private static String flat(String text) {
        return text.replaceAll("[\\s\\u00a0]+", " ").strip();
    }
}
