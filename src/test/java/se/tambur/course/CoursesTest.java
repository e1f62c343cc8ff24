package se.tambur.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.transaction.PlatformTransactionManager;
import se.tambur.DatabaseTest;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.PlanRefused;
import se.tambur.centre.Text;
import se.tambur.shared.Durability;
import se.tambur.shared.Settings;
import se.tambur.shared.Words;
import se.tambur.visit.Doors;

@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
class CoursesTest {

    private static final CentreId LEKLADAN = new CentreId("lekladan");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Autowired
    Courses ours;

    @Autowired
    Centres centres;

    @Autowired
    CourseDocumentRepository documents;

    @Autowired
    CourseCodeRepository codes;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Words words;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ObjectProvider<Durability> durability;

    @TempDir
    Path config;

    private CentreId house = LEKLADAN;

    @BeforeEach
    void makeFolder() throws IOException {
        house = Doors.open(centres);
        Files.createDirectories(config.resolve("courses"));
    }

    @Test
    void lekladanOpensTheSpringWithFourCoursesInTheOrderTheyStart() {
        assertThat(ours.open(LEKLADAN, TODAY))
                .extracting(Course::id)
                .containsExactly("babymassage-vt27", "sagostund-vt27", "vi-vantar-barn-vt27", "forsta-hjalpen-vt27");
    }

    @Test
    void babyMassageMeetsFiveMondays() {
        Course course = ours.open(LEKLADAN, TODAY).getFirst();

        assertThat(course.meetings())
                .extracting(Course.Meeting::day)
                .containsExactly(
                        LocalDate.of(2027, 1, 11),
                        LocalDate.of(2027, 1, 18),
                        LocalDate.of(2027, 1, 25),
                        LocalDate.of(2027, 2, 1),
                        LocalDate.of(2027, 2, 8));
        assertThat(ours.facts(course).in("sv", "sv")).isEqualTo("Start 11 januari · 5 måndagar 13.00–14.00");
        assertThat(ours.facts(course).byLanguage()).containsOnlyKeys("sv", "en", "fi", "ar", "so");
        assertThat(ours.address(course)).matches("https?://.+/k/" + course.code());
    }

    @Test
    void theStoryTimeOnGoodFridayIsPassedOver() {
        Course course = ours.open(LEKLADAN, TODAY).get(1);

        assertThat(course.meetings()).hasSize(12);
        assertThat(course.meetings()).extracting(Course.Meeting::day).doesNotContain(LocalDate.of(2027, 3, 26));
        assertThat(course.ends()).isEqualTo(LocalDate.of(2027, 4, 9));
    }

    @Test
    void aCourseThatHasBegunCanBeJoinedOnlyWhereOneMayJustCome() {
        assertThat(ours.open(LEKLADAN, LocalDate.of(2027, 1, 11)))
                .extracting(Course::id)
                .contains("babymassage-vt27");
        assertThat(ours.open(LEKLADAN, LocalDate.of(2027, 1, 16)))
                .extracting(Course::id)
                .containsExactly("sagostund-vt27", "vi-vantar-barn-vt27", "forsta-hjalpen-vt27");
        assertThat(ours.open(LEKLADAN, LocalDate.of(2027, 4, 9)))
                .extracting(Course::id)
                .containsExactly("sagostund-vt27");
        assertThat(ours.open(LEKLADAN, LocalDate.of(2027, 4, 10))).isEmpty();
    }

    @Test
    void aCodeLeadsToItsCourseAlsoTypedInSmallLetters() {
        Course course = ours.open(LEKLADAN, TODAY).getFirst();

        assertThat(ours.byCode(course.code().toLowerCase(Locale.ROOT))).contains(course);
        assertThat(ours.byCode("AAAAAA")).isEmpty();
        assertThat(ours.byCode("")).isEmpty();
    }

    @Test
    void aCourseKeepsItsCodeForEverAndAnotherOneNeverGetsIt() throws IOException {
        write("a.yaml", course("hal-kod", ""));
        String code = read().open(house, TODAY).getFirst().code();

        assertThat(read().open(house, TODAY).getFirst().code()).isEqualTo(code);

        write("a.yaml", course("ny-kod", ""));
        Courses changed = read();
        assertThat(changed.find(house, "ny-kod").orElseThrow().code()).isNotEqualTo(code);
        assertThat(changed.byCode(code)).map(Course::id).contains("hal-kod");
    }

    @Test
    void whatTheOfficeHasChangedIsNotPutBackByTheFile() throws IOException {
        write("a.yaml", course("kurs", ""));
        Courses read = read();
        read.become(house, "kurs", Course.State.CANCELLED, "anna");

        assertThat(read().find(house, "kurs").orElseThrow().state()).isEqualTo(Course.State.CANCELLED);
        assertThat(read().open(house, TODAY)).isEmpty();
    }

    @Test
    void aCourseSavedInTheOfficeIsReadAgainAsItWas() {
        Course saved = ours.save(Groups.massage(house, "babymassage-vt27", 8), "anna");

        assertThat(saved.code()).hasSize(6);
        assertThat(saved)
                .usingRecursiveComparison()
                .ignoringFields("code")
                .isEqualTo(Groups.massage(house, "babymassage-vt27", 8));
        assertThat(read().find(house, "babymassage-vt27")).contains(saved);
        assertThat(ours.newId(house, "Babymassage", saved.starts())).isEqualTo("babymassage-vt27-2");
    }

    @Test
    void aWrongCourseIsNotSaved() {
        Course sound = Groups.massage(house, "fel", 8);
        PlanRefused refused = catchThrowableOfType(
                PlanRefused.class,
                () -> ours.save(
                        new Course(
                                "fel",
                                house,
                                "",
                                sound.state(),
                                Text.NONE,
                                sound.text(),
                                sound.practical(),
                                sound.picture(),
                                sound.ages(),
                                false,
                                "doctor",
                                sound.level(),
                                null,
                                null,
                                sound.meetings(),
                                0,
                                true,
                                TODAY,
                                TODAY.minusDays(1),
                                sound.signUp()),
                        "anna"));

        assertThat(refused.flaws())
                .extracting(PlanRefused.Flaw::field)
                .contains("course.name", "course.host", "course.place", "course.seats", "course.closes");
        assertThat(ours.find(house, "fel")).isEmpty();
    }

    @Test
    void anAimedGroupStandsOnNoListButHasAPageForThoseWhoHoldItsCode() throws IOException {
        write("a.yaml", course("riktad-grupp", "  level: selective\n"));
        Courses read = read();

        assertThat(read.open(house, TODAY)).isEmpty();
        String code = codes.findByCentreAndCourse(house.value(), "riktad-grupp")
                .orElseThrow()
                .code();
        assertThat(read.byCode(code)).isPresent();
    }

    @Test
    void aBrokenFileIsToldInTheLogAndTheOthersAreTakenIn(CapturedOutput output) throws IOException {
        write("a.yaml", course("hel", ""));
        write("b.yaml", course("trasig", "  seats: många\n"));
        write("c.yaml", course("hel", ""));

        assertThat(read().open(house, TODAY)).extracting(Course::id).containsExactly("hel");
        assertThat(output)
                .contains("b.yaml:8: course.seats: Expected a whole number from 1 to 1000, found 'många'.")
                .contains("c.yaml was not taken in: there is a course 'hel' already");
    }

    @Test
    void aHouseWithoutCoursesHasNone() throws IOException {
        Files.delete(config.resolve("courses"));

        assertThat(read().open(house, TODAY)).isEmpty();
    }

    private Courses read() {
        Settings settings = new Settings(config, config, "https://tambur.example.se", false);
        Courses courses = new Courses(
                settings,
                centres,
                documents,
                codes,
                new PublicAddress(settings, new MockEnvironment()),
                words,
                clock,
                transactions,
                durability,
                events);
        courses.read();
        return courses;
    }

    private void write(String file, String yaml) throws IOException {
        Files.writeString(config.resolve("courses").resolve(file), yaml);
    }

    private String course(String id, String more) {
        return String.join(
                        "\n",
                        List.of(
                                "course:",
                                "  id: " + id,
                                "  centre: " + house,
                                "  name: {sv: Sångkurs}",
                                "  picture: notes",
                                "  host: preschool",
                                "  place: Stora rummet"))
                + "\n" + more
                + "  meetings: {first: 2027-01-12, time: \"13:00-14:00\", every: week, count: 3}\n"
                + "  sign-up: drop-in\n";
    }
}
