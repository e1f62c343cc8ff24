package se.tambur.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Groups;
import se.tambur.shared.Settings;
import se.tambur.visit.Doors;

@DatabaseTest
class SignUpErasureTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 11);
    private static final String LAST_NIGHT = "2027-02-21T23:59";
    private static final String TWO_WEEKS_LATER = "2027-02-22T00:20";

    @Autowired
    private SignUpErasure erasure;

    @Autowired
    private SignUps signUps;

    @Autowired
    private Courses courses;

    @Autowired
    private CourseKeys keys;

    @Autowired
    private Centres centres;

    @Autowired
    private Settings settings;

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
    void twoWeeksAfterTheLastMeetingOnlySumsRemain() {
        Course course = course();
        UUID amina = signUp(course, family("Amina", 1, 2));
        UUID bo = signUp(course, family("Bo", 2, 1));
        UUID waiting = signUp(course, family("Cia", 1, 1));
        signUp(course, family("Amina", 1, 2));
        message(course, "Ta med filt");
        present(amina, FIRST);
        present(bo, FIRST);
        present(bo, FIRST.plusWeeks(1));
        clock.set(LAST_NIGHT);
        erasure.run();
        assertThat(rows("sign_up", course)).isEqualTo(4);
        assertThat(keys.has(course.code())).isTrue();

        clock.set(TWO_WEEKS_LATER);
        erasure.run();
        erasure.run();

        assertThat(List.of(rows("sign_up", course), rows("course_message", course)))
                .containsOnly(0);
        assertThat(jdbc.sql("select (select count(*) from letter where sign_up in (?, ?, ?))"
                                + " + (select count(*) from attendance_mark where sign_up in (?, ?, ?))")
                        .params(amina, bo, waiting, amina, bo, waiting)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(keys.has(course.code())).isFalse();
        assertThat(strings("select \"day\", level, families, children, adults from attendance", course))
                .containsExactlyInAnyOrder("2027-01-11 universal 2 3 3", "2027-01-18 universal 1 1 2");
        assertThat(strings("select sign_ups, places, waiting from sign_up_erasure", course))
                .containsExactly("3 2 1");
        assertThat(jdbc.sql("select actor from audit where centre = ? and deed = 'signups.erased' and detail = ?")
                        .params(centre.value(), course.id())
                        .query((ResultSet row, int n) -> row.getString(1))
                        .list())
                .containsExactly("system");
    }

    @Test
    void whenThePowerGoesBetweenErasureAndKeyTheNextRoundDestroysTheKey() {
        Course course = course();
        signUp(course, family("Amina", 1, 1));
        clock.set(TWO_WEEKS_LATER);
        // as it is when only the rows have gone
        jdbc.sql("delete from sign_up where course = ? and centre = ?")
                .params(course.id(), centre.value())
                .update();
        assertThat(keys.has(course.code())).isTrue();

        erasure.run();

        assertThat(keys.has(course.code())).isFalse();
        assertThat(strings("select sign_ups, places, waiting from sign_up_erasure", course))
                .isEmpty();
    }

    @Test
    void aCourseWhoseKeyIsLostIsForgottenToo() {
        Course course = course();
        UUID amina = signUp(course, family("Amina", 1, 2));
        present(amina, FIRST);
        keys.destroy(course.code());
        clock.set(TWO_WEEKS_LATER);

        erasure.run();

        assertThat(rows("sign_up", course)).isZero();
        assertThat(strings("select families, children, adults from attendance", course))
                .containsExactly("1 0 0");
    }

    @Test
    void whoIsAddedAfterwardsIsForgottenTheNextNightAndHerPresenceIsAdded() {
        Course course = course();
        present(signUp(course, family("Amina", 1, 2)), FIRST);
        UUID late = signUp(course, family("Bo", 1, 1));
        clock.set(TWO_WEEKS_LATER);
        erasure.run();
        clock.set("2026-11-24T10:12");
        late = signUp(course, family("Bo", 1, 1));
        present(late, FIRST);
        clock.set("2027-02-23T00:20");

        erasure.run();

        assertThat(strings("select families, children, adults from attendance", course))
                .containsExactly("2 3 2");
        assertThat(strings("select sign_ups, places, waiting from sign_up_erasure", course))
                .containsExactlyInAnyOrder("2 2 0", "1 1 0");
    }

    @Test
    void aDumpHoldsNoNameAndNoContactAndAfterErasureEvenAnOldOneCanNeverBeOpened() {
        Course course = course();
        UUID form = UUID.randomUUID();
        String token = Objects.requireNonNull(signUps.signUp(
                        course,
                        form,
                        new Family(
                                "Xyzzyqva Plughsson",
                                "xyzzyqva@plugh.example",
                                "070-987 65 43",
                                1,
                                Map.of(new AgeId("0-11m"), 1),
                                "sv",
                                true))
                .token());
        message(course, "Hälsningar till Xyzzyqva");
        String sealed = sealed(form);

        Dump before = Dump.of(jdbc, settings.home());
        assertThat(before.holds(course.id()))
                .as("a course's id stands there in clear")
                .isTrue();
        assertThat(before.holdsNow(sealed)).isTrue();
        assertThat(List.of("xyzzyqva", "plugh", "987 65 43", "9876543", token)).noneMatch(before::holds);

        clock.set(TWO_WEEKS_LATER);
        erasure.run();

        Dump after = Dump.of(jdbc, settings.home());
        assertThat(List.of(sealed, form.toString())).noneMatch(after::holdsNow);
        assertThat(List.of("xyzzyqva", "plugh", "987 65 43", "9876543", token)).noneMatch(after::holds);
        assertThatThrownBy(() -> keys.open(course.code(), form, sealed)).isInstanceOf(CourseKeys.KeyLost.class);
        assertThat(signUps.mine(token)).isEmpty();
        // and a new key of the same course does not fit
        keys.seal(course.code(), UUID.randomUUID(), "new");
        assertThatThrownBy(() -> keys.open(course.code(), form, sealed)).isInstanceOf(CourseKeys.KeyLost.class);
    }

    @Test
    void aKeyIsForItsOwnerAloneAndNotInTheDatabase() throws IOException {
        Course course = course();
        signUp(course, family("Amina", 1, 1));
        Path folder = settings.home().resolve("course-keys");
        Path file = folder.resolve(course.code() + ".key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        String key = Files.readString(file).strip().split(" ", 2)[1];
        assertThat(Dump.of(jdbc, settings.home()).holds(key)).isFalse();
    }

    private Course course() {
        return courses.save(Groups.massage(centre, courses.newId(centre, "Babymassage", FIRST), 2), "test");
    }

    private static Family family(String name, int adults, int babies) {
        return new Family(name, name + "@example.se", null, adults, Map.of(new AgeId("0-11m"), babies), "sv", false);
    }

    private UUID signUp(Course course, Family family) {
        UUID form = UUID.randomUUID();
        signUps.signUp(course, form, family);
        return form;
    }

    private void message(Course course, String words) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into course_message (id, centre, course, sealed, made_at) values (?, ?, ?, ?, ?)")
                .params(
                        id,
                        centre.value(),
                        course.id(),
                        keys.seal(course.code(), id, words),
                        Letters.at(clock.instant()))
                .update();
    }

    private void present(UUID signUp, LocalDate day) {
        jdbc.sql("insert into attendance_mark (sign_up, \"day\") values (?, ?)")
                .params(signUp, day)
                .update();
    }

    private String sealed(UUID signUp) {
        return Objects.requireNonNull(jdbc.sql("select sealed from sign_up where id = ?")
                .param(signUp)
                .query((ResultSet row, int n) -> row.getString(1))
                .single());
    }

    private int rows(String table, Course course) {
        return jdbc.sql("select count(*) from " + table + " where centre = ? and course = ?")
                .params(centre.value(), course.id())
                .query(Integer.class)
                .single();
    }

    /** Each row in one string. */
    private List<String> strings(String select, Course course) {
        return jdbc.sql(select + " where centre = ? and course = ?")
                .params(centre.value(), course.id())
                .query((ResultSet row, int n) -> {
                    var words = new StringBuilder();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        words.append(i == 1 ? "" : " ").append(row.getString(i));
                    }
                    return words.toString();
                })
                .list();
    }
}
