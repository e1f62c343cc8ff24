package se.tambur.daybook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.shared.Words;
import se.tambur.visit.Doors;

/** The list to count on, as staff with a pencil, a screen reader and an archive meet it. */
@DatabaseTest
@Tag("pdf")
class CountPaperTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Autowired
    private CountPaper paper;

    @Autowired
    private Words words;

    @Autowired
    private Centres centres;

    @Autowired
    private TestClock clock;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aHouseInNovember() {
        VeraGreenfieldFoundryProvider.initialise();
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void aDaysListHasAPageForEachSessionAndNothingWrong(String language) throws Exception {
        byte[] document = paper.of(centre, TUESDAY, Locale.of(language));

        assertSound(document, language, 2);
        assertThat(page(document, 1))
                .contains(language.equals("sv") ? "Tisdag 24 november 2026" : "Tuesday 24 November 2026")
                .contains(language.equals("sv") ? "10.00–12.00 · Babyöppet" : "10:00–12:00 · Baby hours")
                .contains(language.equals("sv") ? "Öppen lek Babysång annat" : "Open play Baby songs other")
                .contains("5 10 15 20 25 30 35 40")
                .doesNotContain("!daybook", "#");
        assertThat(page(document, 2)).contains(language.equals("sv") ? "13.00–16.00" : "13:00–16:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theLinesAreThoseOfTheScreenInItsOrder(String language) throws Exception {
        var say = new DayWords(words, Locale.of(language));
        List<String> screen = CountSheet.of(centres.plan(centre), say).lines().stream()
                .map(line -> line.label() + (line.hint().isEmpty() ? "" : " " + line.hint()))
                .toList();
        assertThat(screen).hasSize(8);

        for (int page = 1; page <= 2; page++) {
            assertThat(page(paper.of(centre, TUESDAY, Locale.of(language)), page))
                    .containsSubsequence(screen);
        }
        assertThat(page(paper.of(centre, null, Locale.of(language)), 1)).containsSubsequence(screen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void anEmptyListIsGoodForAnyDay(String language) throws Exception {
        byte[] document = paper.of(centre, null, Locale.of(language));

        assertSound(document, language, 1);
        assertThat(page(document, 1))
                .contains(language.equals("sv") ? "Dag Pass Aktivitet:" : "Day Session Activity:")
                .contains(language.equals("sv") ? "Skriv inga namn" : "Write no names");
    }

    @Test
    void aSelectiveGroupIsNotNamedOnAPaperThatMayLieInTheHall() throws Exception {
        assertThat(page(paper.of(centre, null, Locale.of("sv")), 1))
                .contains("Öppen lek", "BVC på besök")
                .doesNotContain("Riktad grupp");
    }

    @Test
    void aDayWithoutSessionsIsAPageWhoseSessionIsFilledIn() throws Exception {
        byte[] document = paper.of(centre, LocalDate.of(2026, 11, 22), Locale.of("sv"));

        assertSound(document, "sv", 1);
        assertThat(page(document, 1)).contains("Söndag 22 november 2026 Pass Aktivitet:");
    }

    @Test
    void aHouseWithManyAgesStillHasAPageForASession() throws Exception {
        String plan = Files.readString(Path.of("kiosk-config/centres/lekladan.yaml"));
        StringBuilder ages = new StringBuilder();
        for (int year = 7; year <= 13; year++) {
            ages.append("  - {id: %dy, picture: child, name: {sv: %d år}}\n".formatted(year, year));
        }
        centres.adopt(
                "many.yaml",
                plan.replace("id: lekladan", "id: " + centre).replace("\nactivities:\n", ages + "\nactivities:\n"),
                null,
                "test");

        byte[] document = paper.of(centre, TUESDAY, Locale.of("sv"));

        assertSound(document, "sv", 2);
        assertThat(page(document, 1)).contains("13 år");
    }

    private static void assertSound(byte[] document, String language, int pages) throws Exception {
        assertThat(flaws(document, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(flaws(document, PDFAFlavour.PDFUA_1)).isEmpty();
        try (PDDocument read = Loader.loadPDF(document)) {
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo(language);
            assertThat(read.getNumberOfPages()).isEqualTo(pages);
        }
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

    private static String page(byte[] document, int number) throws Exception {
        try (PDDocument pages = Loader.loadPDF(document)) {
            var stripper = new PDFTextStripper();
            stripper.setStartPage(number);
            stripper.setEndPage(number);
            return stripper.getText(pages).replaceAll("[\\s\\u00a0]+", " ").strip();
        }
    }
}
