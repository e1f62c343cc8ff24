package se.tambur.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.SignUps.Place;
import se.tambur.visit.Doors;

/** What the clock does to sign-ups: offers run out, and in the end everything is erased. */
@DatabaseTest
class WaitingLineTest {

    @Autowired
    private SignUps signUps;

    @Autowired
    private Courses courses;

    @Autowired
    private WaitingLine line;

    @Autowired
    private SignUpErasure erasure;

    @Autowired
    private CourseKeys keys;

    @Autowired
    private KeyRotation rotation;

    @Autowired
    private SealedFamily seal;

    @Autowired
    private SignUpRepository rows;

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

    @AfterEach
    void backToNovember() {
        clock.set("2026-11-24T10:12");
    }

    @Test
    void aPlaceNotTakenInTwoDaysGoesToTheNextInLine() {
        Course course = course(1);
        String first = signUp(course, "amina@example.se");
        String second = signUp(course, "bo@example.se");
        String third = signUp(course, "cia@example.se");
        signUps.cancel(first);

        clock.set("2026-11-26T10:11");
        line.move();
        assertThat(standing(second)).isEqualTo(Place.OFFERED);

        clock.set("2026-11-26T10:12");
        line.move();
        assertThat(standing(second)).isEqualTo(Place.CANCELLED);
        assertThat(standing(third)).isEqualTo(Place.OFFERED);
        assertThat(signUps.accept(second)).isFalse();
        assertThat(letters(course)).contains("lapsed").containsOnlyOnce("lapsed");
    }

    @Test
    void aSeatThatStaffAddIsOfferedToTheFirstInLine() {
        Course course = course(1);
        signUp(course, "amina@example.se");
        String second = signUp(course, "bo@example.se");

        courses.save(Groups.massage(centre, course.id(), 2), "anna");
        line.move();

        assertThat(standing(second)).isEqualTo(Place.OFFERED);
    }

    @Test
    void anOfferEndsWhenTheCourseBegins() {
        Course course = course(1);
        String first = signUp(course, "amina@example.se");
        String second = signUp(course, "bo@example.se");
        clock.set("2027-01-11T08:00");
        signUps.cancel(first);

        assertThat(signUps.mine(second).orElseThrow().offerUntil()).isEqualTo(signUps.starts(course));
    }

    @Test
    void twoWeeksAfterTheLastMeetingNothingIsLeftButHowManyCame() {
        Course course = course(8);
        UUID form = UUID.randomUUID();
        signUps.signUp(course, form, Groups.family("Xyzzyna", "xyzzyna@example.se"));
        SignUp inAnOldBackup = rows.findById(form).orElseThrow();
        jdbc.sql("insert into attendance_mark (sign_up, \"day\") values (?, ?)")
                .params(form, course.starts())
                .update();

        clock.set("2027-02-22T23:00");
        erasure.run();
        assertThat(rows.findById(form)).isPresent();

        clock.set("2027-02-23T00:30");
        erasure.run();
        erasure.run();

        assertThat(rows.findById(form)).isEmpty();
        assertThat(keys.has(course.code())).isFalse();
        assertThatThrownBy(() -> seal.open(course.code(), inAnOldBackup)).isInstanceOf(CourseKeys.KeyLost.class);
        assertThat(jdbc.sql("select families, children, adults from attendance where centre = ? and course = ?")
                        .params(centre.value(), course.id())
                        .query()
                        .singleRow()
                        .values())
                .extracting(String::valueOf)
                .containsExactly("1", "1", "1");
        assertThat(jdbc.sql("select sign_ups from sign_up_erasure where centre = ? and course = ?")
                        .params(centre.value(), course.id())
                        .query(Integer.class)
                        .list())
                .containsExactly(1);
    }

    @Test
    void aHouseThatFellBeforeTheKeyWasDestroyedDestroysItAfterwards() {
        Course course = course(8);
        signUp(course, "amina@example.se");
        jdbc.sql("delete from sign_up where centre = ? and course = ?")
                .params(centre.value(), course.id())
                .update();

        clock.set("2027-02-23T00:30");
        erasure.run();

        assertThat(keys.has(course.code())).isFalse();
    }

    @Test
    void aNewKeyReadsWhatTheOldOneSealedUntilThatIsDropped() {
        String code = "NYCKEL";
        UUID place = UUID.randomUUID();
        String old = keys.seal(code, place, "hemligt");
        keys.renew(code);
        String fresh = keys.seal(code, place, "hemligt");

        assertThat(keys.open(code, place, old)).isEqualTo("hemligt");
        keys.dropOld(code);
        assertThat(keys.open(code, place, fresh)).isEqualTo("hemligt");
        assertThatThrownBy(() -> keys.open(code, place, old)).isInstanceOf(CourseKeys.KeyLost.class);
        assertThatThrownBy(() -> keys.open(code, UUID.randomUUID(), fresh)).isInstanceOf(CourseKeys.KeyLost.class);
    }

    @Test
    void freshKeysLeaveEveryLinkAndEveryContactAsTheyWereAndTheOldOnesAreGone() {
        Course course = course(8);
        UUID form = UUID.randomUUID();
        String link = Objects.requireNonNull(signUps.signUp(course, form, Groups.family("Amina", "amina@example.se"))
                .token());
        SignUp before = rows.findById(form).orElseThrow();

        assertThat(rotation.rotate()).contains("sealed anew");
        rotation.rotate();

        assertThat(signUps.mine(link).orElseThrow().family().name()).isEqualTo("Amina");
        signUp(course, "Amina@Example.se");
        assertThat(signUps.seats(course).taken()).isEqualTo(1);
        assertThatThrownBy(() -> seal.open(course.code(), before)).isInstanceOf(CourseKeys.KeyLost.class);
    }

    private Course course(int seats) {
        return courses.save(
                Groups.massage(centre, courses.newId(centre, "Babymassage", LocalDate.of(2027, 1, 11)), seats), "test");
    }

    private String signUp(Course course, String email) {
        return Objects.requireNonNull(signUps.signUp(course, UUID.randomUUID(), Groups.family("Familj", email))
                .token());
    }

    private Place standing(String token) {
        return signUps.mine(token).orElseThrow().standing();
    }

    private List<String> letters(Course course) {
        return jdbc.sql(
                        "select kind from letter l join sign_up s on s.id = l.sign_up where s.centre = ? and s.course = ?")
                .params(course.centre().value(), course.id())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
