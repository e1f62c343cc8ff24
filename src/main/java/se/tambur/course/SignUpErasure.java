package se.tambur.course;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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
import se.tambur.shared.Audited;

/**
 * Erases the sign-ups of courses that have been over for long enough. What remains are how many came to each meeting and a
 * receipt; then the course's key is destroyed, so that older backups hold nothing that can be read. Asks every hour, and
 * at start, for nights that the house slept through.
 */
@Component
class SignUpErasure {

    private static final Logger log = LoggerFactory.getLogger(SignUpErasure.class);

    private final Courses courses;
    private final SignUps signUps;
    private final SignUpRepository rows;
    private final SealedFamily seal;
    private final CourseKeys keys;
    private final Centres centres;
    private final CourseSettings settings;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SignUpErasure(
            Courses courses,
            SignUps signUps,
            SignUpRepository rows,
            SealedFamily seal,
            CourseKeys keys,
            Centres centres,
            CourseSettings settings,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.courses = courses;
        this.signUps = signUps;
        this.rows = rows;
        this.seal = seal;
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
            LocalDate today =
                    LocalDate.ofInstant(clock.instant(), centres.plan(centre).zone());
            for (Course course : courses.of(centre)) {
                LocalDate last = course.ends().plusDays(settings.erasedAfter().toDays());
                // the key goes last: a house that fell in between comes here again
                if (today.isAfter(last) && keys.has(course.code())) {
                    try {
                        erase(course);
                    } catch (RuntimeException e) {
                        log.error("The sign-ups of course {} of {} could not be erased", course.id(), centre, e);
                    }
                }
            }
        }
    }

    private void erase(Course course) {
        signUps.changing(course, () -> {
            List<SignUp> all = signUps.all(course);
            if (!all.isEmpty()) {
                keepSums(course, all);
                rows.deleteAll(all);
                rows.flush();
                receipt(course, all);
            }
            jdbc.sql("delete from course_message where centre = ? and course = ?")
                    .params(course.centre().value(), course.id())
                    .update();
            return true;
        });
        keys.destroy(course.code());
    }

    private void receipt(Course course, List<SignUp> all) {
        jdbc.sql(
                        "insert into sign_up_erasure (centre, course, erased_at, sign_ups, places, waiting) values (?, ?, ?, ?, ?, ?)")
                .params(
                        course.centre().value(),
                        course.id(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        all.size(),
                        all.stream().filter(SignUp::seated).count(),
                        SignUps.waiting(all).size())
                .update();
        events.publishEvent(new Audited("system", course.centre().value(), "signups.erased", course.id()));
    }

    /** How many came to each meeting, before nobody can tell any more. */
    private void keepSums(Course course, List<SignUp> all) {
        Map<UUID, SignUp> byId = all.stream().collect(Collectors.toMap(SignUp::getId, Function.identity()));
        Map<LocalDate, int[]> sums = new TreeMap<>();
        jdbc.sql("select m.sign_up, m.\"day\" from attendance_mark m join sign_up s on s.id = m.sign_up"
                        + " where s.centre = ? and s.course = ?")
                .params(course.centre().value(), course.id())
                .query(row -> {
                    int[] sum = sums.computeIfAbsent(row.getObject(2, LocalDate.class), day -> new int[3]);
                    SignUp present = byId.get(row.getObject(1, UUID.class));
                    sum[0]++;
                    if (present != null) {
                        try {
                            Family family = seal.open(course.code(), present).family();
                            sum[1] += family.childrenInAll();
                            sum[2] += family.adults();
                        } catch (CourseKeys.KeyLost e) {
                            log.warn("A family of course {} can no longer be read; it counts as one", course.id());
                        }
                    }
                });
        sums.forEach((day, sum) -> jdbc.sql(
                        "insert into attendance (centre, course, \"day\", level, families, children, adults)"
                                + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        course.centre().value(),
                        course.id(),
                        day,
                        course.level().name().toLowerCase(Locale.ROOT),
                        sum[0],
                        sum[1],
                        sum[2])
                .update());
    }
}
