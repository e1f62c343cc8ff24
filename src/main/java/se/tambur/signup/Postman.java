package se.tambur.signup;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.shared.Durability;
import se.tambur.shared.Mail;
import se.tambur.signup.SealedFamily.Opened;
import se.tambur.signup.SignUp.Standing;

/**
 * Brings the letters that are due, every few seconds. A letter is claimed before it is written, so that of several servers
 * one sends it, and kept until the mail server has it, for some days. Logs hold its kind, never whom it is for.
 */
@Component
class Postman {

    private static final Logger log = LoggerFactory.getLogger(Postman.class);

    /** How long to wait after each failure; the last is repeated. */
    private static final List<Duration> PATIENCE = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    /** A letter older than this would rather confuse than help. */
    private static final Duration TOO_OLD = Duration.ofDays(4);

    /** Longer than a slow mail server can take with one letter; after it another server may try. */
    private static final Duration IN_HAND = Duration.ofMinutes(5);

    private static final int BAG = 100;

    private final JdbcClient jdbc;
    private final Mail mail;
    private final LetterWriter writer;
    private final SignUpRepository signUps;
    private final Courses courses;
    private final Centres centres;
    private final SealedFamily seal;
    private final CourseMessages messages;
    private final Durability durability;
    private final Clock clock;
    private final AtomicBoolean out = new AtomicBoolean();

    Postman(
            JdbcClient jdbc,
            Mail mail,
            LetterWriter writer,
            SignUpRepository signUps,
            Courses courses,
            Centres centres,
            SealedFamily seal,
            CourseMessages messages,
            Durability durability,
            Clock clock) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.writer = writer;
        this.signUps = signUps;
        this.courses = courses;
        this.centres = centres;
        this.seal = seal;
        this.messages = messages;
        this.durability = durability;
        this.clock = clock;
    }

    /** At a fixed rate, for a slow mail server must hold up no other clock of the house. */
    @Scheduled(fixedRateString = "${tambur.mail.every:PT2S}", initialDelayString = "${tambur.mail.every:PT2S}")
    void round() {
        if (mail.set() && out.compareAndSet(false, true)) {
            try {
                deliver();
            } finally {
                out.set(false);
            }
        }
    }

    /** Brings what is due now, oldest first; stops at the first failure, for most likely the mail server is away. */
    void deliver() {
        for (Due letter : due()) {
            if (claim(letter) && !bring(letter)) {
                return;
            }
        }
    }

    private List<Due> due() {
        return jdbc.sql("""
                        select id, sign_up, kind, message, posted_at, tries from letter
                        where sent_at is null and due_at <= ? order by id fetch first ? rows only""")
                .params(now(), BAG)
                .query((ResultSet row, int n) -> new Due(
                        row.getLong("id"),
                        row.getObject("sign_up", UUID.class),
                        Letters.Kind.of(row.getString("kind")),
                        row.getObject("message", UUID.class),
                        row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                        row.getInt("tries")))
                .list();
    }

    private boolean claim(Due letter) {
        return jdbc.sql("""
                        update letter set due_at = ?, tries = tries + 1
                        where id = ? and sent_at is null and due_at <= ?""")
                        .params(Letters.at(clock.instant().plus(IN_HAND)), letter.id(), now())
                        .update()
                == 1;
    }

    /** @return whether the next may be tried */
    private boolean bring(Due letter) {
        if (letter.posted().isBefore(clock.instant().minus(TOO_OLD))) {
            log.warn("A letter ({}) was given up after {} tries", letter.kind(), letter.tries());
            throwAway(letter);
            return true;
        }
        try {
            Optional<SignUp> signUp = signUps.findById(letter.signUp());
            if (signUp.isPresent()) {
                bring(letter, signUp.get());
            }
            return true;
        } catch (CourseKeys.KeyLost e) {
            log.warn("A letter ({}) cannot be written: the key of its course is lost", letter.kind());
            throwAway(letter);
            return true;
        } catch (RuntimeException e) {
            // neither its words nor those of its causes: a mail server likes to repeat the address
            int tries = letter.tries() + 1;
            Duration patience = PATIENCE.get(Math.min(tries, PATIENCE.size()) - 1);
            log.warn(
                    "A letter ({}) could not be sent at try {}: {}. It is tried again in {} min",
                    letter.kind(),
                    tries,
                    kind(e),
                    patience.toMinutes());
            jdbc.sql("update letter set due_at = ? where id = ?")
                    .params(Letters.at(clock.instant().plus(patience)), letter.id())
                    .update();
            return false;
        }
    }

    /** What went wrong, by its kind: {@code ConnectException}. */
    private static String kind(RuntimeException e) {
        Exception told = e instanceof MailSendException refused && refused.getMessageExceptions().length > 0
                ? refused.getMessageExceptions()[0]
                : e;
        return NestedExceptionUtils.getMostSpecificCause(told).getClass().getSimpleName();
    }

    private void bring(Due letter, SignUp signUp) {
        CentreId centre = new CentreId(signUp.centre());
        Course course = courses.find(centre, signUp.course()).orElseThrow();
        Opened opened = seal.open(course.code(), signUp);
        String email = opened.family().email();
        if (!holds(letter.kind(), course, signUp)) {
            throwAway(letter);
            return;
        }
        if (email != null) {
            LetterWriter.Written written = writer.write(letter.kind(), course, signUp, opened, message(letter, course));
            mail.send(new Mail.Letter(
                    letter.mark(),
                    centres.plan(centre).name(),
                    email,
                    written.language(),
                    written.subject(),
                    written.text()));
        }
        jdbc.sql("update letter set sent_at = ? where id = ?")
                .params(now(), letter.id())
                .update();
        durability.settle();
    }

    /** Whether it is still as the letter says: while it waited, she may have cancelled or the course may have begun. */
    private boolean holds(Letters.Kind kind, Course course, SignUp signUp) {
        Standing standing = signUp.standing();
        return switch (kind) {
            case PLACED -> standing == Standing.PLACED;
            case WAITING -> standing == Standing.WAITING;
            case OFFERED -> {
                Instant until = signUp.offerUntil();
                yield standing == Standing.OFFERED && until != null && until.isAfter(clock.instant());
            }
            case LAPSED, CANCELLED -> standing == Standing.CANCELLED;
            case REMINDER -> standing == Standing.PLACED && course.state() == Course.State.PUBLISHED && !begun(course);
            case CALLED_OFF -> course.state() == Course.State.CANCELLED && standing != Standing.CANCELLED;
            case AGAIN, MESSAGE -> standing != Standing.CANCELLED;
        };
    }

    private boolean begun(Course course) {
        return !starts(course).isAfter(clock.instant());
    }

    private Instant starts(Course course) {
        return course.starts()
                .atTime(course.meetings().getFirst().from())
                .atZone(centres.plan(course.centre()).zone())
                .toInstant();
    }

    private @Nullable String message(Due letter, Course course) {
        UUID message = letter.message();
        return message == null ? null : messages.read(course, message);
    }

    /** Gone, so that it may be posted again when it is true again. */
    private void throwAway(Due letter) {
        jdbc.sql("delete from letter where id = ?").param(letter.id()).update();
    }

    private OffsetDateTime now() {
        return Letters.at(clock.instant());
    }

    /** @param tries how often it has been tried before */
    private record Due(
            long id,
            UUID signUp,
            Letters.Kind kind,
            @Nullable UUID message,
            Instant posted,
            int tries) {

        /** The same for the same letter; leads nowhere, for mail servers write it down. */
        String mark() {
            return SealedFamily.hash(signUp + "-" + id).substring(0, 32);
        }
    }
}
