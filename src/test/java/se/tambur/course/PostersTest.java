package se.tambur.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.ResultPoint;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.Encoder;
import com.ibm.icu.text.Normalizer2;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.Text;
import se.tambur.course.Posters.Size;
import se.tambur.visit.Doors;

/** A poster as an archive, a screen reader and a telephone in front of the wall meet it. */
@DatabaseTest
@Tag("pdf")
class PostersTest {

    private static final int DOTS_PER_INCH = 100;

    @TempDir
    private Path folder = Path.of("");

    @Autowired
    private Posters posters;

    @Autowired
    private Courses courses;

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
    @CsvSource({"A4, sv", "A4, sv en", "A4, sv ar", "A4, ar", "A5, sv", "A5, sv so", "A5, fi ar", "A5, ar sv"})
    void archivesAndScreenReadersFindNothingWrongWithAPoster(Size size, String languages) throws Exception {
        byte[] poster = posters.poster(massage(), size, spoken(languages));

        assertThat(flaws(poster)).isEmpty();
        assertThat(pages(poster)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "sv ar", "ar", "en so"})
    void archivesAndScreenReadersFindNothingWrongWithASheet(String languages) throws Exception {
        massage();
        courses.save(long_(), "test");

        assertThat(flaws(posters.sheet(centre, spoken(languages)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"A4, sv ar", "A5, sv en", "A5, ar"})
    void aTelephoneInFrontOfThePosterComesToTheCourse(Size size, String languages) throws Exception {
        Course course = massage();
        Path picture = picture(posters.poster(course, size, spoken(languages)));

        assertThat(scan(picture)).containsExactly(courses.address(course));
        assertThat(millimetresOfTheCode(picture, courses.address(course))).isGreaterThanOrEqualTo(35);
    }

    @Test
    void aTelephoneInFrontOfTheSheetComesToEachOfItsCourses() throws Exception {
        List<String> addresses = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            addresses.add(courses.address(courses.save(Groups.massage(centre, "massage-" + i, 8), "test")));
        }

        byte[] sheet = posters.sheet(centre, List.of("sv", "ar"));

        Set<String> scanned = new TreeSet<>();
        for (Path page : pages(sheet)) {
            for (Path sight : sights(page)) {
                scanned.addAll(scan(sight));
            }
        }
        assertThat(scanned).containsExactlyInAnyOrderElementsOf(addresses);
    }

    @Test
    void theWordsOfBothLanguagesCanBeCopiedOut() throws Exception {
        Course course = massage();
        String text = text(posters.poster(course, Size.A4, List.of("sv", "en")));

        assertThat(text)
                .contains("Öppna förskolan Lekladan", "Babymassage", "Baby massage")
                .contains("5 måndagar kl. 13.00–14.00", "11, 18, 25 januari, 1 och 8 februari")
                .contains("5 Mondays, 13", "Stora rummet", "Storgatan 1", "Bebis (0–11 mån)", "Baby (0–11 months)")
                .contains("Barnhälsovården (BVC)", "Skanna och ta en plats", "Scan and get a place")
                .contains(courses.address(course).replaceFirst("^https?://", ""))
                .doesNotContain("#");
    }

    @Test
    void arabicStandsInItsOwnLettersAndOrder() throws Exception {
        String text = text(posters.poster(arabic(), Size.A4, List.of("sv", "ar")));

        assertThat(text)
                .contains("Babymassage", "تدليك الأطفال", "امسح الرمز واحجز مكان", "مجان")
                .doesNotContain("#");
    }

    @ParameterizedTest
    @CsvSource({"A4, sv", "A5, sv", "A5, sv ar", "A5, so fi"})
    void aLongNameAndManyWordsAreSetSmallerAndStayOnOnePage(Size size, String languages) throws Exception {
        Course course = courses.save(long_(), "test");
        byte[] poster = posters.poster(course, size, spoken(languages));

        List<Path> pages = pages(poster);
        assertThat(pages).hasSize(1);
        assertThat(scan(pages.getFirst())).containsExactly(courses.address(course));
        assertThat(text(poster)).contains("Föräldrastödsgrupp");
    }

    @Test
    void anAimedGroupStandsOnNoSheet() throws Exception {
        massage();
        Course aimed = aimed();

        assertThat(text(posters.sheet(centre, List.of("sv"))))
                .contains("Babymassage")
                .doesNotContain(aimed.code())
                .contains("Skapad 24 november 2026");
    }

    @Test
    void aSheetWithoutCoursesSaysSo() throws Exception {
        assertThat(text(posters.sheet(centre, List.of("sv"))))
                .contains("Just nu finns inga kurser att anmäla sig till.");
    }

    @Test
    void aThirdLanguageHasNoRoom() {
        Course course = massage();
        for (List<String> languages :
                List.of(List.<String>of(), List.of("sv", "en", "ar"), List.of("sv", "sv"), List.of("de"))) {
            assertThatThrownBy(() -> posters.poster(course, Size.A4, languages))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private Course massage() {
        return courses.save(Groups.massage(centre, "babymassage", 8), "test");
    }

    private Course arabic() {
        return courses.save(
                with(
                        Groups.massage(centre, "arabiska", 8),
                        new Text(Map.of("sv", "Babymassage", "ar", "تدليك الأطفال الرضّع")),
                        Plan.Level.UNIVERSAL),
                "test");
    }

    private Course aimed() {
        return courses.save(
                with(Groups.massage(centre, "riktad", 8), new Text(Map.of("sv", "Babymassage")), Plan.Level.SELECTIVE),
                "test");
    }

    /** Everything that can be long is. */
    private Course long_() {
        Course plain = Groups.massage(centre, "lang", 8);
        return new Course(
                plain.id(),
                centre,
                "",
                Course.State.PUBLISHED,
                new Text(Map.of(
                        "sv",
                        "Föräldrastödsgrupp för nyblivna flerbarnsfamiljer med småsyskon",
                        "so",
                        "Kooxda taageerada waalidiinta ee qoysaska carruurta badan leh")),
                new Text(
                        Map.of(
                                "sv",
                                "Vi pratar om sömn, syskonrelationer och vardagspussel, fikar tillsammans och lär känna andra familjer här i närheten av familjecentralen.")),
                Text.NONE,
                "family",
                Set.of(new AgeId("0-11m"), new AgeId("1y"), new AgeId("2y"), new AgeId("3-5y"), new AgeId("6y+")),
                true,
                "maternity-care",
                Plan.Level.UNIVERSAL,
                "Samlingssalen på familjecentralens övre våning, ingång från gården",
                null,
                Stream.iterate(LocalDate.of(2027, 1, 11), day -> day.plusDays(9))
                        .limit(6)
                        .map(day -> new Course.Meeting(
                                day,
                                plain.meetings().getFirst().from(),
                                plain.meetings().getFirst().to()))
                        .toList(),
                8,
                true,
                LocalDate.of(2026, 12, 1),
                null,
                new Course.SignUpWay.Call());
    }

    private static Course with(Course plain, Text name, Plan.Level level) {
        return new Course(
                plain.id(),
                plain.centre(),
                "",
                plain.state(),
                name,
                plain.text(),
                plain.practical(),
                plain.picture(),
                plain.ages(),
                plain.expecting(),
                plain.host(),
                level,
                plain.place(),
                plain.web(),
                plain.meetings(),
                plain.seats(),
                plain.waitingList(),
                plain.opens(),
                plain.closes(),
                plain.signUp());
    }

    private static List<String> spoken(String languages) {
        return List.of(languages.split(" "));
    }

    private static List<String> flaws(byte[] document) throws Exception {
        List<String> flaws = new ArrayList<>();
        for (PDFAFlavour flavour : List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)) {
            try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(document), flavour);
                    var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                validator.validate(parser).getTestAssertions().stream()
                        .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                        .map(assertion ->
                                flavour + " " + assertion.getRuleId().getClause() + ": " + assertion.getMessage())
                        .distinct()
                        .forEach(flaws::add);
            }
        }
        return flaws;
    }

    private static String text(byte[] document) throws IOException {
        try (PDDocument pages = Loader.loadPDF(document)) {
            String text = new PDFTextStripper().getText(pages);
            return Normalizer2.getNFKCInstance()
                    .normalize(text)
                    .replaceAll("[\\s\\u00a0]+", " ")
                    .strip();
        }
    }

    private Path picture(byte[] document) throws Exception {
        return pages(document).getFirst();
    }

    /** Each page as a printer of a hundred dots an inch would draw it. */
    private List<Path> pages(byte[] document) throws Exception {
        Path fresh = Files.createTempDirectory(folder, "pages");
        Path pdf = Files.write(fresh.resolve("poster.pdf"), document);
        run(
                "pdftoppm",
                "-r",
                "" + DOTS_PER_INCH,
                "-png",
                pdf.toString(),
                fresh.resolve("page").toString());
        try (Stream<Path> files = Files.list(fresh)) {
            return files.filter(file -> file.toString().endsWith(".png"))
                    .sorted()
                    .toList();
        }
    }

    /** What a telephone sees as it goes down the page: a third of it, and then a little lower. */
    private static List<Path> sights(Path page) throws Exception {
        BufferedImage whole = ImageIO.read(page.toFile());
        int height = whole.getHeight() / 3;
        List<Path> sights = new ArrayList<>();
        for (int top = 0; top + height <= whole.getHeight(); top += height / 4) {
            Path sight = page.resolveSibling(sights.size() + "-" + page.getFileName());
            ImageIO.write(whole.getSubimage(0, top, whole.getWidth(), height), "png", sight.toFile());
            sights.add(sight);
        }
        return sights;
    }

    private static List<String> scan(Path picture) throws Exception {
        return run("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture.toString())
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** The dark part only, without the white around it: from finder to finder, and the seven modules that a finder has. */
    private static double millimetresOfTheCode(Path picture, String address) throws Exception {
        var pixels = new BufferedImageLuminance(ImageIO.read(picture.toFile()));
        ResultPoint[] finders = new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(pixels)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getResultPoints();
        int modules =
                Encoder.encode(address, ErrorCorrectionLevel.Q).getMatrix().getWidth();
        double between = ResultPoint.distance(finders[1], finders[2]);
        return between / (modules - 7) * modules * 25.4 / DOTS_PER_INCH;
    }

    /** A page in grey, as a camera gives it. */
    private static final class BufferedImageLuminance extends LuminanceSource {

        private final BufferedImage image;

        BufferedImageLuminance(BufferedImage image) {
            super(image.getWidth(), image.getHeight());
            this.image = image;
        }

        @Override
        public byte[] getRow(int y, byte @Nullable [] row) {
            byte[] greys = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
            for (int x = 0; x < getWidth(); x++) {
                greys[x] = grey(x, y);
            }
            return greys;
        }

        @Override
        public byte[] getMatrix() {
            byte[] greys = new byte[getWidth() * getHeight()];
            for (int i = 0; i < greys.length; i++) {
                greys[i] = grey(i % getWidth(), i / getWidth());
            }
            return greys;
        }

        private byte grey(int x, int y) {
            return (byte) (image.getRGB(x, y) >> 8);
        }
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
