package se.tambur.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.CoursesChanged;
import se.tambur.course.Groups;
import se.tambur.course.Seats;
import se.tambur.course.Variant;
import se.tambur.signup.SignUps.Answer;
import se.tambur.signup.SignUps.Mine;
import se.tambur.signup.SignUps.Place;
import se.tambur.visit.Doors;

/** The house of these tests has no mail server: the letters are counted, not sent. */
@DatabaseTest
class WaitingLineTest {

    @Autowired
    private WaitingLine line;

    @Autowired
    private SignUps signUps;

    @Autowired
    private Courses courses;

    @Autowired
    private Centres centres;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ConfigurableApplicationContext context;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aHouseInNovember() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
    }

    @Test
    void anOfferNobodyTakesGoesToTheNextWhenItsTimeIsOverAndNotBefore() {
        Course course = course(1);
        Answer first = signUp(course, "Amina");
        Answer second = signUp(course, "Bo");
        Answer third = signUp(course, "Cia");
        signUps.cancel(link(first));
        clock.set("2026-11-26T10:11");
        line.look(centre);
        assertThat(mine(second).standing()).isEqualTo(Place.OFFERED);

        clock.set("2026-11-26T10:12");
        line.look(centre);
        line.look(centre);

        assertThat(mine(second).standing()).isEqualTo(Place.CANCELLED);
        assertThat(mine(third).standing()).isEqualTo(Place.OFFERED);
        assertThat(signUps.accept(link(second))).isFalse();
        assertThat(signUps.seats(course)).isEqualTo(new Seats(1, 1, 0));
        assertThat(letters(course))
                .containsExactly("placed", "waiting", "waiting", "cancelled", "offered", "lapsed", "offered");
    }

    @Test
    void whoLooksAtTheSameMomentDoesNothingTwice() throws Exception {
        Course course = course(1);
        Answer first = signUp(course, "Amina");
        for (int i = 0; i < 5; i++) {
            signUp(course, "Bo" + i);
        }
        signUps.cancel(link(first));
        clock.set("2026-11-26T10:12");
        List<Callable<Boolean>> looks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            looks.add(() -> {
                line.look(centre);
                return true;
            });
        }
        try (var servers = Executors.newFixedThreadPool(8)) {
            for (Future<Boolean> look : servers.invokeAll(looks)) {
                look.get();
            }
        }

        assertThat(letters(course)).filteredOn("lapsed"::equals).hasSize(1);
        assertThat(letters(course)).filteredOn("offered"::equals).hasSize(2);
        assertThat(signUps.seats(course)).isEqualTo(new Seats(1, 1, 3));
    }

    @Test
    void newSeatsAreOfferedToThoseWhoHaveWaitedLongestWithoutAnyoneAsking() throws Exception {
        Course course = course(1);
        signUp(course, "Amina");
        Answer second = signUp(course, "Bo");
        Answer third = signUp(course, "Cia");
        Answer fourth = signUp(course, "Di");

        courses.save(Groups.massage(centre, course.id(), 3), "test");

        for (int i = 0; i < 100 && mine(third).standing() == Place.WAITING; i++) {
            Thread.sleep(100);
        }
        assertThat(mine(second).standing()).isEqualTo(Place.OFFERED);
        assertThat(mine(third).standing()).isEqualTo(Place.OFFERED);
        assertThat(mine(fourth).standing()).isEqualTo(Place.WAITING);
    }

    @Test
    void noOfferOutlivesTheStartOfTheCourse() {
        Course course = course(1);
        Answer first = signUp(course, "Amina");
        Answer second = signUp(course, "Bo");
        Answer third = signUp(course, "Cia");
        clock.set("2027-01-10T18:00");
        signUps.cancel(link(first));
        assertThat(mine(second).offerUntil()).isEqualTo(signUps.starts(course));

        clock.set("2027-01-11T13:00");
        line.look(centre);

        assertThat(mine(second).standing()).isEqualTo(Place.CANCELLED);
        assertThat(mine(third).standing()).isEqualTo(Place.WAITING);
    }

    @Test
    void twoDaysBeforeThoseWithAPlaceAreRemindedOnce() {
        Course course = course(1);
        signUp(course, "Amina");
        signUp(course, "Bo");
        clock.set("2027-01-09T12:59");
        line.look(centre);
        assertThat(letters(course)).doesNotContain("reminder");

        clock.set("2027-01-09T13:00");
        line.look(centre);
        clock.set("2027-01-10T13:00");
        line.look(centre);

        assertThat(letters(course)).filteredOn("reminder"::equals).hasSize(1);
    }

    @Test
    void nobodyIsRemindedBeforeNineInTheMorning() {
        Course course = courses.save(at(7), "test");
        signUp(course, "Amina");
        clock.set("2027-01-09T07:00");
        line.look(centre);
        clock.set("2027-01-09T08:59");
        line.look(centre);
        assertThat(letters(course)).doesNotContain("reminder");

        clock.set("2027-01-09T09:00");
        line.look(centre);

        assertThat(letters(course)).contains("reminder");
    }

    @Test
    void whoGotThePlaceInTheLastTwoDaysNeedsNoReminder() {
        Course course = course(2);
        Answer first = signUp(course, "Amina");
        signUp(course, "Bo");
        Answer third = signUp(course, "Cia");
        clock.set("2027-01-09T14:00");
        signUps.cancel(link(first));
        signUps.accept(link(third));
        signUps.cancel(link(signUp(course, "Di")));
        line.look(centre);

        // only Bo
        assertThat(letters(course)).filteredOn("reminder"::equals).hasSize(1);
    }

    @Test
    void aCourseThatIsCalledOffIsToldToAllOnceAlsoWhenItWasTakenBackMeanwhile() {
        Course course = course(1);
        Answer first = signUp(course, "Amina");
        signUp(course, "Bo");
        signUp(course, "Cia");
        signUp(course, "Di");
        signUps.cancel(link(first));

        courses.become(centre, course.id(), Course.State.CANCELLED, "test");
        line.look(centre);
        courses.become(centre, course.id(), Course.State.PUBLISHED, "test");
        line.look(centre);
        courses.become(centre, course.id(), Course.State.CANCELLED, "test");
        clock.set("2026-11-30T10:12");
        line.look(centre);

        // Bo has an offer, Cia and Di wait, Amina has left; and an offer in a course called off does not lapse
        assertThat(letters(course)).filteredOn("called_off"::equals).hasSize(3);
        assertThat(letters(course)).doesNotContain("lapsed");
    }

    @Test
    void whatTheLineDoesItselfDoesNotStirItForEver() throws Exception {
        Course course = course(1);
        Answer first = signUp(course, "Amina");
        signUp(course, "Bo");
        signUps.cancel(link(first));
        clock.set("2026-11-26T10:12");
        line.look(centre);
        Thread.sleep(2500);

        var stirred = new AtomicInteger();
        ApplicationListener<ApplicationEvent> ear = event -> {
            if (event instanceof PayloadApplicationEvent<?> announced
                    && announced.getPayload().equals(new CoursesChanged(centre))) {
                stirred.incrementAndGet();
            }
        };
        context.addApplicationListener(ear);
        try {
            Thread.sleep(2500);
            assertThat(stirred).hasValue(0);
            signUp(course, "Cia");
            assertThat(stirred).hasValue(1);
        } finally {
            context.removeApplicationListener(ear);
        }
    }

    private Course at(int hour) {
        Course course = Groups.massage(centre, courses.newId(centre, "Morgon", LocalDate.of(2027, 1, 11)), 8);
        return Variant.meetings(
                course,
                course.meetings().stream()
                        .map(meeting ->
                                new Course.Meeting(meeting.day(), LocalTime.of(hour, 0), LocalTime.of(hour + 1, 0)))
                        .toList());
    }

    private Course course(int seats) {
        return courses.save(
                Groups.massage(centre, courses.newId(centre, "Babymassage", LocalDate.of(2027, 1, 11)), seats), "test");
    }

    private Answer signUp(Course course, String name) {
        return signUps.signUp(course, UUID.randomUUID(), Families.family(name, name + "@example.se"));
    }

    private Mine mine(Answer answer) {
        return signUps.mine(link(answer)).orElseThrow();
    }

    private static String link(Answer answer) {
        return Objects.requireNonNull(answer.token());
    }

    private List<String> letters(Course course) {
        return jdbc.sql(
                        "select l.kind from letter l join sign_up s on s.id = l.sign_up where s.centre = ? and s.course = ? order by l.id")
                .params(course.centre().value(), course.id())
                .query((row, n) -> row.getString(1))
                .list();
    }
}
