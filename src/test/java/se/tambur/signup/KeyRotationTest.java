package se.tambur.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Groups;
import se.tambur.shared.Settings;
import se.tambur.signup.SignUps.Answer;
import se.tambur.visit.Doors;

@DatabaseTest
class KeyRotationTest {

    @Autowired
    private KeyRotation rotation;

    @Autowired
    private SignUpControl control;

    @Autowired
    private SignUps signUps;

    @Autowired
    private Courses courses;

    @Autowired
    private CourseKeys keys;

    @Autowired
    private SealedFamily seal;

    @Autowired
    private Centres centres;

    @Autowired
    private Settings settings;

    @Autowired
    private TestClock clock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private AutowireCapableBeanFactory house;

    @Autowired
    private JdbcClient jdbc;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aHouseInNovember() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
    }

    @Test
    void afterwardsEveryLinkAndEveryRepeatIsKnownAndTheOldKeyIsGone() throws Exception {
        Course course = course();
        List<Answer> answers =
                List.of(signUp(course, "amina"), signUp(course, "bo"), signUp(course, "cia"), signUp(course, "amina"));
        UUID message = message(course, "Vi ses i parken");
        String oldKey = keyFile(course);
        assertThat(oldKey.lines()).hasSize(1);

        String said = Objects.requireNonNull(MockMvcBuilders.standaloneSetup(control)
                .build()
                .perform(post("/api/control/v1/sign-ups/rotate-keys"))
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(said).containsPattern("\\d+ sign-ups and \\d+ messages? of \\d+ courses? are sealed with new keys");
        assertThat(keyFile(course).lines()).hasSize(1);
        assertThat(keyFile(course)).doesNotContain(oldKey.strip().split(" ", 2)[1]);
        assertThat(numbers(course)).containsOnly("2");
        assertThat(answers)
                .extracting(answer ->
                        signUps.mine(link(answer)).orElseThrow().family().email())
                .containsExactly("amina@example.se", "bo@example.se", "cia@example.se", "amina@example.se");
        assertThat(keys.open(course.code(), message, sealedMessage(message))).isEqualTo("Vi ses i parken");
        int taken = signUps.seats(course).taken();
        signUp(course, "bo");
        assertThat(signUps.seats(course).taken()).isEqualTo(taken);
        assertThat(jdbc.sql("select actor from audit where centre = ? and deed = 'signups.resealed'")
                        .param(centre.value())
                        .query((ResultSet row, int n) -> row.getString(1))
                        .list())
                .containsExactly("scripts/admin");
    }

    @Test
    void killedBeforeTheRowsAreSealedAnewItLosesNothingAndIsFinishedAtTheNextStart() throws Exception {
        Course course = course();
        Answer amina = signUp(course, "amina");
        keys.renew(course.code());
        // the power goes; whoever comes now is sealed with the new key
        Answer bo = signUp(course, "bo");
        assertThat(numbers(course)).containsExactlyInAnyOrder("1", "2");
        assertThat(signUps.mine(link(amina))).isPresent();

        house.createBean(KeyRotation.class).finish();

        assertThat(keyFile(course).lines()).hasSize(1);
        assertThat(signUps.mine(link(amina))).isPresent();
        assertThat(signUps.mine(link(bo))).isPresent();
        signUp(course, "amina");
        assertThat(signUps.seats(course).taken()).isEqualTo(2);
    }

    @Test
    void killedBeforeTheOldKeyIsDestroyedItLosesNothing() throws Exception {
        Course course = course();
        Answer amina = signUp(course, "amina");
        rotation.sealAnew(course, "test");
        assertThat(keyFile(course).lines()).hasSize(2);
        assertThat(signUps.mine(link(amina))).isPresent();

        rotation.run("test");

        assertThat(keyFile(course).lines()).hasSize(1);
        assertThat(signUps.mine(link(amina))).isPresent();
    }

    @Test
    void anOldKeyThatStillSealsSomethingIsNotDestroyed() throws Exception {
        Course course = course();
        Answer amina = signUp(course, "amina");
        // another server has renewed the key, and its rows were rolled back
        transaction.executeWithoutResult(status -> {
            keys.renew(course.code());
            status.setRollbackOnly();
        });

        rotation.dropOld(course);

        assertThat(keyFile(course).lines()).hasSize(2);
        assertThat(signUps.mine(link(amina))).isPresent();
    }

    @Test
    void familiesComeAndLookWhileKeysAreChanged() throws Exception {
        Course course = course();
        Answer amina = signUp(course, "amina");
        var over = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(3)) {
            List<Future<Boolean>> done = List.of(
                    threads.submit(looking(amina, over)), threads.submit(looking(amina, over)), threads.submit(() -> {
                        for (int i = 0; !over.get(); i++) {
                            signUp(course, "f" + i);
                        }
                        return true;
                    }));
            try {
                rotation.run("test");
                house.createBean(KeyRotation.class).run("test");
            } finally {
                over.set(true);
            }
            for (Future<Boolean> each : done) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(signUps.all(course))
                .hasSizeGreaterThan(1)
                .allSatisfy(each -> assertThat(house.getBean(SealedFamily.class)
                                .open(course.code(), each)
                                .token())
                        .isNotEmpty());
    }

    private Callable<Boolean> looking(Answer answer, AtomicBoolean over) {
        return () -> {
            while (!over.get()) {
                assertThat(signUps.mine(link(answer))).isPresent();
            }
            return true;
        };
    }

    private Course course() {
        LocalDate first = LocalDate.of(2027, 1, 11);
        return courses.save(Groups.massage(centre, courses.newId(centre, "Babymassage", first), 1000), "test");
    }

    private Answer signUp(Course course, String name) {
        return signUps.signUp(course, UUID.randomUUID(), Families.family(name, name + "@example.se"));
    }

    private static String link(Answer answer) {
        return Objects.requireNonNull(answer.token());
    }

    private UUID message(Course course, String words) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into course_message (id, centre, course, sealed, made_at) values (?, ?, ?, ?, ?)")
                .params(
                        id,
                        centre.value(),
                        course.id(),
                        keys.seal(course.code(), id, words),
                        Letters.at(clock.instant()))
                .update();
        return id;
    }

    private String sealedMessage(UUID message) {
        return Objects.requireNonNull(jdbc.sql("select sealed from course_message where id = ?")
                .param(message)
                .query((ResultSet row, int n) -> row.getString(1))
                .single());
    }

    private String keyFile(Course course) throws IOException {
        return Files.readString(settings.home().resolve("course-keys").resolve(course.code() + ".key"));
    }

    /** Which key each sign-up is sealed with. */
    private List<String> numbers(Course course) {
        return signUps.all(course).stream()
                .map(each -> each.sealed().substring(0, each.sealed().indexOf(':')))
                .toList();
    }
}
