package se.tambur.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Groups;
import se.tambur.course.Seats;
import se.tambur.course.Variant;
import se.tambur.signup.SignUps.Answer;
import se.tambur.signup.SignUps.Mine;
import se.tambur.signup.SignUps.Outcome;
import se.tambur.signup.SignUps.Place;
import se.tambur.visit.Doors;

@DatabaseTest
class SignUpsTest {

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
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
    }

    @Test
    void aFamilyTakesAPlaceAndFindsItByItsLink() {
        Course course = course(8);

        Answer answer = signUp(course, "Amina", "amina@example.se");

        assertThat(answer.outcome()).isEqualTo(Outcome.PLACED);
        Mine mine = mine(answer);
        assertThat(mine.standing()).isEqualTo(Place.PLACED);
        assertThat(mine.family().name()).isEqualTo("Amina");
        assertThat(mine.course().id()).isEqualTo(course.id());
        assertThat(signUps.seats(course).left()).isEqualTo(7);
    }

    @Test
    void aHundredFamiliesAtOnceGetTheTenPlacesAndTheRestStandInLine() throws Exception {
        Course course = course(10);
        List<Callable<Answer>> families = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String email = "family" + i + "@example.se";
            families.add(() -> signUp(course, "Familj", email));
        }
        List<Answer> answers = new ArrayList<>();
        try (var door = Executors.newFixedThreadPool(100)) {
            for (Future<Answer> answer : door.invokeAll(families)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).filteredOn(a -> a.outcome() == Outcome.PLACED).hasSize(10);
        assertThat(answers)
                .filteredOn(a -> a.outcome() == Outcome.WAITING)
                .extracting(a -> mine(a).place())
                .hasSize(90)
                .doesNotHaveDuplicates()
                .allSatisfy(place -> assertThat(place).isBetween(1, 90));
        assertThat(signUps.seats(course)).isEqualTo(new Seats(10, 10, 90));
    }

    @Test
    void theSameFormSentTwiceIsOneFamily() {
        Course course = course(8);
        UUID form = UUID.randomUUID();

        Answer first = signUps.signUp(course, form, Families.family("Amina", "amina@example.se"));
        Answer again = signUps.signUp(course, form, Families.family("Amina", "amina@example.se"));

        assertThat(again).isEqualTo(first);
        assertThat(signUps.seats(course).taken()).isEqualTo(1);
    }

    @Test
    void whoIsInAlreadyIsAnsweredAsAnyFamilyButTakesNoSecondSeat() {
        Course course = course(2);
        Answer first = signUp(course, "Amina", "amina@example.se");
        Answer stranger = signUp(course, "Någon", "AMINA@example.se");
        Answer other = signUp(course, "Bo", "bo@example.se");

        assertThat(stranger.outcome()).isEqualTo(Outcome.PLACED);
        assertThat(mine(stranger).family().name()).isEqualTo("Någon");
        assertThat(other.outcome()).isEqualTo(Outcome.PLACED);
        assertThat(signUps.seats(course).taken()).isEqualTo(2);
        assertThat(letters(course)).containsExactlyInAnyOrder("placed", "again", "placed");

        // and what the stranger does with her answer changes nothing
        assertThat(signUps.cancel(link(stranger))).isTrue();
        assertThat(mine(first).standing()).isEqualTo(Place.PLACED);
        assertThat(mine(stranger).standing()).isEqualTo(Place.CANCELLED);
    }

    @Test
    void theSameTelephoneWrittenInAnotherWayIsTheSame() {
        Course course = course(8);
        signUps.signUp(course, UUID.randomUUID(), new Family("A", null, "070-123 45 67", 1, Map.of(), "sv", false));
        signUps.signUp(course, UUID.randomUUID(), new Family("B", null, "+46 70 123 45 67", 1, Map.of(), "sv", false));

        assertThat(signUps.seats(course).taken()).isEqualTo(1);
    }

    @Test
    void whenOneGivesHerPlaceBackTheNextInLineIsOfferedItAndTakesIt() {
        Course course = course(1);
        Answer first = signUp(course, "Amina", "amina@example.se");
        Answer second = signUp(course, "Bo", "bo@example.se");
        Answer third = signUp(course, "Cia", "cia@example.se");
        assertThat(mine(second).place()).isEqualTo(1);
        assertThat(mine(third).place()).isEqualTo(2);

        signUps.cancel(link(first));

        assertThat(mine(first).standing()).isEqualTo(Place.CANCELLED);
        assertThat(mine(second).standing()).isEqualTo(Place.OFFERED);
        assertThat(mine(second).offerUntil()).isEqualTo(clock.instant().plusSeconds(48 * 3600));
        assertThat(mine(third).place()).isEqualTo(1);
        assertThat(signUps.accept(link(second))).isTrue();
        assertThat(mine(second).standing()).isEqualTo(Place.PLACED);
        assertThat(signUps.seats(course)).isEqualTo(new Seats(1, 1, 1));
    }

    @Test
    void aFullCourseWithoutALineSaysSo() {
        Course course = courses.save(Variant.withoutLine(Groups.massage(centre, "utan-ko", 1)), "test");
        signUp(course, "Amina", "amina@example.se");

        assertThat(signUp(course, "Bo", "bo@example.se")).isEqualTo(new Answer(Outcome.FULL, null, 0));
    }

    @Test
    void nobodySignsUpForACourseThatHasBegunOrIsHidden() {
        Course course = course(8);
        clock.set("2027-01-12T10:00");
        assertThat(signUp(course, "Amina", "amina@example.se").outcome()).isEqualTo(Outcome.CLOSED);

        clock.set("2026-11-24T10:12");
        courses.become(centre, course.id(), Course.State.DRAFT, "test");
        assertThat(signUp(course, "Amina", "amina@example.se").outcome()).isEqualTo(Outcome.CLOSED);
    }

    @Test
    void aFamilyChangesWhoComesAndErasesEverything() {
        Course course = course(1);
        Answer first = signUp(course, "Amina", "amina@example.se");
        Answer second = signUp(course, "Bo", "bo@example.se");

        signUps.change(link(first), Families.family("Amina N", "ny@example.se", "ar"));
        assertThat(mine(first).family().language()).isEqualTo("ar");

        assertThat(signUps.erase(link(first))).isTrue();
        assertThat(signUps.mine(link(first))).isEmpty();
        assertThat(mine(second).standing()).isEqualTo(Place.OFFERED);
    }

    @Test
    void noNameAndNoWayToReachAnyoneCanBeReadInTheDatabase() {
        Course course = course(8);
        signUps.signUp(course, UUID.randomUUID(), Families.family("Xyzzyna", "xyzzyna@example.se"));

        var seen = new HashSet<String>();
        jdbc.sql("select * from sign_up where centre = ?")
                .param(centre.value())
                .query()
                .listOfRows()
                .forEach(row -> row.values().forEach(value -> seen.add(String.valueOf(value))));
        assertThat(seen)
                .isNotEmpty()
                .noneMatch(value -> value.toLowerCase(Locale.ROOT).contains("xyzzyna"))
                .noneMatch(value -> value.contains("@"));
    }

    @Test
    void aLinkWhoseKeyIsLostLeadsNowhereAndBreaksNothing() {
        Course course = course(8);
        Answer answer = signUp(course, "Amina", "amina@example.se");

        keys.destroy(course.code());

        assertThat(signUps.mine(link(answer))).isEmpty();
        assertThat(signUps.seats(course).taken()).isEqualTo(1);
    }

    private Course course(int seats) {
        return courses.save(
                Groups.massage(centre, courses.newId(centre, "Babymassage", LocalDate.of(2027, 1, 11)), seats), "test");
    }

    private Answer signUp(Course course, String name, String email) {
        return signUps.signUp(course, UUID.randomUUID(), Families.family(name, email));
    }

    private Mine mine(Answer answer) {
        return signUps.mine(link(answer)).orElseThrow();
    }

    private static String link(Answer answer) {
        return Objects.requireNonNull(answer.token());
    }

    private List<@Nullable String> letters(Course course) {
        return jdbc.sql(
                        "select kind from letter l join sign_up s on s.id = l.sign_up where s.centre = ? and s.course = ?")
                .params(course.centre().value(), course.id())
                .query(String.class)
                .list();
    }
}
