package se.tambur.signup;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.shared.Audited;
import se.tambur.signup.SignUp.Standing;

/**
 * Forgets who was on a course two weeks after it met last; sums per meeting remain. Asks every hour, so that it is done
 * within the first hour of the night, and at start, for nights that the house slept through. The key is destroyed when the
 * erasure is on disk; wherever the power goes, the next round does what is left.
 */
@Component
class SignUpErasure {

    private static final Logger log = LoggerFactory.getLogger(SignUpErasure.class);

    private final Courses courses;
    private final SignUps signUps;
    private final Attendance attendance;
    private final CourseKeys keys;
    private final Centres centres;
    private final SignUpSettings settings;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignUpErasure(
            Courses courses,
            SignUps signUps,
            Attendance attendance,
            CourseKeys keys,
            Centres centres,
            SignUpSettings settings,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.courses = courses;
        this.signUps = signUps;
        this.attendance = attendance;
        this.keys = keys;
        this.centres = centres;
        this.settings = settings;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    @Scheduled(cron = "0 20 * * * *")
    @EventListener(ApplicationReadyEvent.class)
    void run() {
        for (CentreId centre : centres.all()) {
            for (Course course : courses.of(centre)) {
                try {
                    erase(course);
                } catch (RuntimeException e) {
                    log.error(
                            "The sign-ups for {} at {} could not be erased; tried again within the hour",
                            course.id(),
                            centre,
                            e);
                }
            }
        }
        tellOfUnreadable();
    }

    private void erase(Course course) {
        if (!over(course)) {
            return;
        }
        if (anything(course)) {
            signUps.changing(course, () -> {
                Course now = courses.fresh(course);
                if (over(now) && anything(now)) {
                    eraseRows(now);
                }
                return now;
            });
        }
        if (keys.has(course.code()) && over(courses.fresh(course)) && !anything(course)) {
            keys.destroy(course.code());
        }
    }

    private void eraseRows(Course course) {
        List<SignUp> all = signUps.all(course);
        attendance.keep(course);
        for (String table : List.of("sign_up", "course_message")) {
            jdbc.sql("delete from " + table + " where centre = ? and course = ?")
                    .params(course.centre().value(), course.id())
                    .update();
        }
        jdbc.sql("insert into sign_up_erasure (centre, course, erased_at, sign_ups, places, waiting)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(
                        course.centre().value(),
                        course.id(),
                        Letters.at(clock.instant()),
                        all.size() - number(all, Standing.ECHO),
                        number(all, Standing.PLACED),
                        number(all, Standing.WAITING))
                .update();
        events.publishEvent(new Audited("system", course.centre().value(), "signups.erased", course.id()));
    }

    private static int number(List<SignUp> all, Standing standing) {
        return Math.toIntExact(
                all.stream().filter(each -> each.standing() == standing).count());
    }

    private boolean over(Course course) {
        LocalDate today =
                clock.instant().atZone(centres.plan(course.centre()).zone()).toLocalDate();
        return !today.isBefore(course.ends().plusDays(settings.erasedAfter().toDays()));
    }

    private boolean anything(Course course) {
        return jdbc.sql("""
                        select (select count(*) from sign_up where centre = ? and course = ?)
                             + (select count(*) from course_message where centre = ? and course = ?)""")
                        .params(
                                course.centre().value(),
                                course.id(),
                                course.centre().value(),
                                course.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** When a course's text cannot be read, nobody knows when it is over: somebody has to mend it. */
    private void tellOfUnreadable() {
        jdbc.sql("select distinct centre, course from sign_up").query((ResultSet row) -> {
            var centre = new CentreId(row.getString("centre"));
            String course = row.getString("course");
            if (courses.find(centre, course).isEmpty()) {
                log.error("The sign-ups for {} at {} are not erased, for the course cannot be read", course, centre);
            }
        });
    }
}
