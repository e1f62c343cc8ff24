package se.tambur.signup;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.CoursesChanged;
import se.tambur.signup.SignUp.Standing;

/**
 * What time does to sign-ups: an offer nobody took goes to the next in the line, new seats are offered, those who are
 * coming are reminded, and all are told when a course is called off. Each is done once, on however many servers.
 */
@Component
class WaitingLine {

    private static final Logger log = LoggerFactory.getLogger(WaitingLine.class);

    /** A telephone that sounds earlier wakes somebody who was up with a baby. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Courses courses;
    private final SignUps signUps;
    private final Letters letters;
    private final Centres centres;
    private final SignUpSettings settings;
    private final Clock clock;
    private final Set<CentreId> stirred = ConcurrentHashMap.newKeySet();

    WaitingLine(
            Courses courses, SignUps signUps, Letters letters, Centres centres, SignUpSettings settings, Clock clock) {
        this.courses = courses;
        this.signUps = signUps;
        this.letters = letters;
        this.centres = centres;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(cron = "0 * * * * *")
    @EventListener(ApplicationReadyEvent.class)
    void look() {
        centres.all().forEach(this::look);
    }

    /** Only remembers it: whoever changed something is not to wait for this, and what is done here changes something too. */
    @EventListener
    void stirred(CoursesChanged changed) {
        stirred.add(changed.centre());
    }

    @Scheduled(fixedRate = 1, timeUnit = TimeUnit.SECONDS)
    void follow() {
        for (CentreId centre : Set.copyOf(stirred)) {
            if (stirred.remove(centre)) {
                look(centre);
            }
        }
    }

    void look(CentreId centre) {
        Set<String> taken = signUps.seats(centre).keySet();
        for (Course course : courses.of(centre)) {
            if (taken.contains(course.id()) && !over(course)) {
                try {
                    look(course);
                } catch (RuntimeException e) {
                    log.error("The waiting list of {} at {} was not looked after; tried again", course.id(), centre, e);
                }
            }
        }
    }

    private void look(Course course) {
        if (due(course).any()) {
            signUps.changing(course, () -> {
                Course now = courses.fresh(course);
                // read anew: before the course was locked, another server may have done it
                Due due = due(now);
                due.lapsed().forEach(offer -> {
                    offer.cancel();
                    letters.post(offer.getId(), Letters.Kind.LAPSED);
                });
                signUps.advance(now);
                due.remind().forEach(each -> letters.post(each.getId(), Letters.Kind.REMINDER));
                due.callOff().forEach(each -> letters.post(each.getId(), Letters.Kind.CALLED_OFF));
                return now;
            });
        }
    }

    private Due due(Course course) {
        List<SignUp> all = signUps.all(course);
        Instant now = clock.instant();
        if (course.state() == Course.State.CANCELLED) {
            return new Due(List.of(), false, List.of(), callOff(course, all));
        }
        List<SignUp> lapsed = all.stream()
                .filter(signUp -> {
                    Instant until = signUp.offerUntil();
                    return signUp.standing() == Standing.OFFERED && until != null && !until.isAfter(now);
                })
                .toList();
        return new Due(lapsed, canAdvance(course, all, now), remind(course, all, now), List.of());
    }

    /** Exactly when {@link SignUps#advance} would offer something. */
    private boolean canAdvance(Course course, List<SignUp> all, Instant now) {
        Integer seats = course.seats();
        return course.state() == Course.State.PUBLISHED
                && signUps.starts(course).isAfter(now)
                && !SignUps.waiting(all).isEmpty()
                && (seats == null || all.stream().filter(SignUp::seated).count() < seats);
    }

    /** Those who have known of their place since before the reminder's time, from nine in the morning on. */
    private List<SignUp> remind(Course course, List<SignUp> all, Instant now) {
        Instant starts = signUps.starts(course);
        Instant from = starts.minus(settings.remindBefore());
        boolean time = course.state() == Course.State.PUBLISHED
                && !now.isBefore(from)
                && now.isBefore(starts)
                && !now.atZone(zone(course)).toLocalTime().isBefore(MORNING);
        if (!time) {
            return List.of();
        }
        Set<UUID> reminded = letters.posted(course, Letters.Kind.REMINDER, Instant.EPOCH);
        Set<UUID> placedSince = letters.posted(course, Letters.Kind.PLACED, from);
        return all.stream()
                .filter(signUp -> signUp.standing() == Standing.PLACED
                        && signUp.madeAt().isBefore(from)
                        && !reminded.contains(signUp.getId())
                        && !placedSince.contains(signUp.getId()))
                .toList();
    }

    private List<SignUp> callOff(Course course, List<SignUp> all) {
        Set<UUID> told = letters.posted(course, Letters.Kind.CALLED_OFF, Instant.EPOCH);
        Predicate<SignUp> comes = signUp -> signUp.seated() || signUp.standing() == Standing.WAITING;
        return all.stream()
                .filter(comes.and(signUp -> !told.contains(signUp.getId())))
                .toList();
    }

    private boolean over(Course course) {
        return clock.instant().atZone(zone(course)).toLocalDate().isAfter(course.ends());
    }

    private ZoneId zone(Course course) {
        return centres.plan(course.centre()).zone();
    }

    /** What is to be done to a course's sign-ups now. */
    private record Due(List<SignUp> lapsed, boolean advance, List<SignUp> remind, List<SignUp> callOff) {

        boolean any() {
            return advance || !lapsed.isEmpty() || !remind.isEmpty() || !callOff.isEmpty();
        }
    }
}
