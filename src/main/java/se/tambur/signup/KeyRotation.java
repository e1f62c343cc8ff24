package se.tambur.signup;

import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tambur.centre.Centres;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.shared.Audited;

/**
 * Seals every sign-up and message with a new key of its course and destroys the old ones. A key goes only when nothing on
 * disk is sealed with it, so the power may go at any moment: it is finished at the next start, or by asking again.
 */
@Component
class KeyRotation {

    private static final Logger log = LoggerFactory.getLogger(KeyRotation.class);

    /** Whoever has read a row just before it was sealed anew has opened it by then. */
    private static final Duration READERS = Duration.ofSeconds(1);

    private final Courses courses;
    private final SignUps signUps;
    private final SealedFamily seal;
    private final CourseKeys keys;
    private final Centres centres;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    KeyRotation(
            Courses courses,
            SignUps signUps,
            SealedFamily seal,
            CourseKeys keys,
            Centres centres,
            JdbcClient jdbc,
            ApplicationEventPublisher events) {
        this.courses = courses;
        this.signUps = signUps;
        this.seal = seal;
        this.keys = keys;
        this.centres = centres;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** @param actor who asked for it */
    Outcome run(String actor) throws InterruptedException {
        return run(actor, course -> keys.has(course.code()));
    }

    /** What an interruption left half done: until then, a family that signed up before it is not recognised. */
    @EventListener(ApplicationReadyEvent.class)
    void finish() throws InterruptedException {
        try {
            run("system", course -> keys.several(course.code()));
        } catch (RuntimeException e) {
            log.error("The change of the courses' keys could not be finished; ask for it again", e);
        }
    }

    private synchronized Outcome run(String actor, Predicate<Course> which) throws InterruptedException {
        List<Course> all = centres.all().stream()
                .flatMap(centre -> courses.of(centre).stream())
                .filter(which)
                .toList();
        Outcome outcome = Outcome.NOTHING;
        for (Course course : all) {
            outcome = outcome.and(sealAnew(course, actor));
        }
        if (!all.isEmpty()) {
            Thread.sleep(READERS);
            all.forEach(this::dropOld);
        }
        return outcome;
    }

    /** On disk when it returns; the old keys are still there. */
    Outcome sealAnew(Course course, String actor) {
        return signUps.changing(course, () -> {
            String code = course.code();
            keys.renew(code);
            Outcome outcome = new Outcome(1, 0, 0, 0);
            for (SignUp signUp : signUps.all(course)) {
                try {
                    signUp.seal(seal.seal(code, signUp.getId(), seal.open(code, signUp)));
                    outcome = outcome.and(new Outcome(0, 1, 0, 0));
                } catch (CourseKeys.KeyLost e) {
                    outcome = outcome.and(Outcome.LOST);
                }
            }
            for (Message message : messages(course)) {
                try {
                    String words = keys.open(code, message.id(), message.sealed());
                    jdbc.sql("update course_message set sealed = ? where id = ?")
                            .params(keys.seal(code, message.id(), words), message.id())
                            .update();
                    outcome = outcome.and(new Outcome(0, 0, 1, 0));
                } catch (CourseKeys.KeyLost e) {
                    outcome = outcome.and(Outcome.LOST);
                }
            }
            events.publishEvent(new Audited(actor, course.centre().value(), "signups.resealed", course.id()));
            return outcome;
        });
    }

    /** With the course locked: another server may be sealing it anew at this very moment. */
    void dropOld(Course course) {
        signUps.changing(course, () -> {
            List<String> sealed = new ArrayList<>();
            signUps.all(course).forEach(each -> sealed.add(each.sealed()));
            messages(course).forEach(each -> sealed.add(each.sealed()));
            keys.dropOld(course.code(), sealed);
            return course;
        });
    }

    private List<Message> messages(Course course) {
        return jdbc.sql("select id, sealed from course_message where centre = ? and course = ?")
                .params(course.centre().value(), course.id())
                .query((ResultSet row, int n) -> new Message(row.getObject("id", UUID.class), row.getString("sealed")))
                .list();
    }

    private record Message(UUID id, String sealed) {}

    /** @param lost what no key opens any more; it stays as it is */
    record Outcome(int courses, int signUps, int messages, int lost) {

        static final Outcome NOTHING = new Outcome(0, 0, 0, 0);
        static final Outcome LOST = new Outcome(0, 0, 0, 1);

        Outcome and(Outcome other) {
            return new Outcome(
                    courses + other.courses, signUps + other.signUps, messages + other.messages, lost + other.lost);
        }
    }
}
