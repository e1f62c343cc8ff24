package se.tambur.course;

import java.time.Clock;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.SignUp.Standing;

/** Moves the lines by the clock: a place not taken in time goes on to the next, and a seat that staff have added is offered. */
@Component
class WaitingLine {

    private static final Logger log = LoggerFactory.getLogger(WaitingLine.class);

    private final Courses courses;
    private final SignUps signUps;
    private final Letters letters;
    private final Centres centres;
    private final Clock clock;

    WaitingLine(Courses courses, SignUps signUps, Letters letters, Centres centres, Clock clock) {
        this.courses = courses;
        this.signUps = signUps;
        this.letters = letters;
        this.centres = centres;
        this.clock = clock;
    }

    @Scheduled(cron = "30 * * * * *")
    @EventListener(ApplicationReadyEvent.class)
    void move() {
        for (CentreId centre : centres.all()) {
            for (Course course : courses.of(centre)) {
                try {
                    if (hasToMove(course)) {
                        signUps.changing(course, () -> move(signUps.fresh(course)));
                    }
                } catch (RuntimeException e) {
                    log.error("The line of course {} of {} could not be moved", course.id(), centre, e);
                }
            }
        }
    }

    /** Looked at without a lock, so that a minute in which nothing happens costs nearly nothing. */
    private boolean hasToMove(Course course) {
        List<SignUp> all = signUps.all(course);
        return all.stream().anyMatch(this::lapsed)
                || course.seats() != null
                        && signUps.starts(course).isAfter(clock.instant())
                        && !SignUps.waiting(all).isEmpty()
                        && all.stream().filter(SignUp::seated).count() < course.seats();
    }

    private boolean move(Course course) {
        for (SignUp late : signUps.all(course).stream().filter(this::lapsed).toList()) {
            late.cancel();
            letters.post(late.getId(), Letters.Kind.LAPSED);
        }
        signUps.advance(course);
        return true;
    }

    private boolean lapsed(SignUp signUp) {
        var until = signUp.offerUntil();
        return signUp.standing() == Standing.OFFERED && until != null && !until.isAfter(clock.instant());
    }
}
