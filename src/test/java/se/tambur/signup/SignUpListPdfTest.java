package se.tambur.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Groups;
import se.tambur.visit.Doors;

/** The list on paper, as staff, a screen reader and an archive meet it. */
@DatabaseTest
@Tag("pdf")
class SignUpListPdfTest {

    @Autowired
    private RollPaper paper;

    @Autowired
    private Desk desk;

    @Autowired
    private SignUps signUps;

    @Autowired
    private Courses courses;

    @Autowired
    private CourseKeys keys;

    @Autowired
    private Centres centres;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aHouseInNovember() {
        VeraGreenfieldFoundryProvider.initialise();
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void archivesAndScreenReadersFindNothingWrong(String language) throws Exception {
        Course course = courses.save(Groups.massage(centre, "babymassage", 3), "test");
        signUp(course, new Family("Amina Nur", "amina@example.se", "070-123 45 67", 1, babies(1), "so", true));
        signUp(course, Families.family("Åsa Öberg", "asa@example.se"));
        signUp(course, Families.family("Bo", "bo@example.se"));
        signUp(course, new Family("Cia", null, "070-123 45 68", 2, babies(2), "sv", false));
        clock.set("2027-01-11T13:20");
        desk.mark(course, desk.look(course, "test").rows().getFirst().id(), LocalDate.of(2027, 1, 11), true, "test");

        byte[] document = paper.of(course, Locale.of(language), "Kim");

        assertSound(document);
        assertThat(text(document))
                .contains("Amina Nur", "070-123 45 67", "amina@example.se", "Åsa Öberg", "Cia")
                .contains(
                        language.equals("sv")
                                ? "1 vuxen, 1 barn (Bebis) somaliska, behöver tolk X"
                                : "1 adult, 1 child (Baby) Somali, needs an interpreter X")
                .contains(language.equals("sv") ? "2 vuxna, 2 barn (2 × Bebis)" : "2 adults, 2 children (2 × Baby)")
                .contains(language.equals("sv") ? "11/1 18/1 25/1 1/2 8/2" : "11 Jan 18 Jan 25 Jan 1 Feb 8 Feb")
                .doesNotContain("!signup", "#");
        assertThat(deeds(course)).containsExactly("signups.printed");
        try (PDDocument read = Loader.loadPDF(document)) {
            assertThat(read.getDocumentCatalog().getLanguage()).isEqualTo(language);
        }
    }

    @Test
    void namesInOtherScriptsArePrintedAndPicturesToo() throws Exception {
        Course course = courses.save(Groups.massage(centre, "babymassage", null), "test");
        List.of(
                        "محمد عبد الله",
                        "آمنة (Amina)",
                        "Sara 😀 Lind",
                        "ሰላም",
                        "สมชาย",
                        "Ніна Шевченко",
                        "Νίκος",
                        "Nguyễn Thị Ánh")
                .forEach(name -> signUp(course, Families.family(name, "n" + name.hashCode() + "@example.se")));

        byte[] document = paper.of(course, Locale.of("sv"), "Kim");

        assertSound(document);
        assertThat(text(document))
                .contains("محمد", "Sara 😀 Lind", "ሰላም", "สมชาย", "Ніна Шевченко", "Νίκος", "Nguyễn Thị Ánh")
                .doesNotContain("\ufffd");
    }

    @Test
    void aNameThatNoFontHasIsShownAsUnknownAndTheListIsStillSound() throws Exception {
        Course course = courses.save(Groups.massage(centre, "babymassage", null), "test");
        signUp(course, Families.family("李 Li", "li@example.se"));
        signUp(course, Families.family("Fam 👩‍👩‍👧 ❤️ 👍🏽", "fam@example.se"));

        byte[] document = paper.of(course, Locale.of("sv"), "Kim");

        assertSound(document);
        assertThat(text(document)).contains("\ufffd Li", "Fam 👩👩👧 ❤ 👍");
    }

    @Test
    void aLongListFlowsOverPagesAndManyMeetingsOverTables() throws Exception {
        Course weekly = Groups.massage(centre, "babymassage", null);
        List<Course.Meeting> meetings = new ArrayList<>();
        for (int week = 0; week < 14; week++) {
            meetings.add(new Course.Meeting(
                    LocalDate.of(2027, 1, 11).plusWeeks(week), LocalTime.of(13, 0), LocalTime.of(14, 0)));
        }
        Course course = courses.save(meeting(weekly, meetings), "test");
        for (int i = 0; i < 30; i++) {
            signUp(
                    course,
                    Families.family(
                            "Familjen Andersson-Lindqvist " + i, "ett.ganska.langt.namn." + i + "@skola.example.se"));
        }

        byte[] document = paper.of(course, Locale.of("sv"), "Kim");

        assertSound(document);
        assertThat(text(document)).contains("11/1", "15/3", "12/4", "Familjen Andersson-Lindqvist 29");
    }

    @Test
    void anEmptyListAndALostKeyArePrintedToo() throws Exception {
        Course course = courses.save(Groups.massage(centre, "babymassage", 3), "test");
        byte[] empty = paper.of(course, Locale.of("sv"), "Kim");
        assertSound(empty);
        assertThat(text(empty)).contains("Ingen har en plats än.");

        signUp(course, Families.family("Amina", "amina@example.se"));
        keys.destroy(course.code());
        byte[] lost = paper.of(course, Locale.of("sv"), "Kim");
        assertSound(lost);
        assertThat(text(lost)).contains("Kan inte läsas").doesNotContain("Amina");
    }

    private void signUp(Course course, Family family) {
        signUps.signUp(course, UUID.randomUUID(), family);
    }

    private static Map<AgeId, Integer> babies(int number) {
        return Map.of(new AgeId("0-11m"), number);
    }

    private static Course meeting(Course course, List<Course.Meeting> meetings) {
        return new Course(
                course.id(),
                course.centre(),
                course.code(),
                course.state(),
                course.name(),
                course.text(),
                course.practical(),
                course.picture(),
                course.ages(),
                course.expecting(),
                course.host(),
                course.level(),
                course.place(),
                course.web(),
                meetings,
                course.seats(),
                course.waitingList(),
                course.opens(),
                course.closes(),
                course.signUp());
    }

    private List<String> deeds(Course course) {
        return jdbc.sql("select deed from audit where centre = ? and detail = ? and actor = 'Kim'")
                .params(course.centre().value(), course.id())
                .query((row, number) -> row.getString(1))
                .list();
    }

    private static void assertSound(byte[] document) throws Exception {
        assertThat(flaws(document, PDFAFlavour.PDFA_2_A)).isEmpty();
        assertThat(flaws(document, PDFAFlavour.PDFUA_1)).isEmpty();
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

    /** As it is copied out, with Arabic letters as they are typed and not as they are joined. */
    private static String text(byte[] document) throws Exception {
        try (PDDocument pages = Loader.loadPDF(document)) {
            return Normalizer.normalize(new PDFTextStripper().getText(pages), Normalizer.Form.NFKC)
                    .replaceAll("[\\s\\u00a0]+", " ")
                    .strip();
        }
    }
}
