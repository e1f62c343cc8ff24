package se.tambur.signup;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tambur.course.Course;
import se.tambur.shared.Mail;

/**
 * What families are told by e-mail. Posted in the transaction of what they tell of, sent afterwards. In a house without a
 * mail server a letter counts as sent when it is posted, so that nothing old floods out on the day one is set.
 */
@Component
class Letters {

    /** Whoever fills in a stranger's address again and again must not fill her mailbox. */
    private static final Duration AGAIN_AT_MOST = Duration.ofDays(1);

    private final JdbcClient jdbc;
    private final Mail mail;
    private final Clock clock;

    Letters(JdbcClient jdbc, Mail mail, Clock clock) {
        this.jdbc = jdbc;
        this.mail = mail;
        this.clock = clock;
    }

    /** Puts a letter in the box, within the transaction that is open. */
    void post(UUID signUp, Kind kind) {
        post(signUp, kind, null);
    }

    /** @param message what staff wrote, for {@link Kind#MESSAGE} */
    void post(UUID signUp, Kind kind, @Nullable UUID message) {
        Instant now = clock.instant();
        if (kind == Kind.AGAIN && postedSince(signUp, kind, now.minus(AGAIN_AT_MOST))) {
            return;
        }
        jdbc.sql("insert into letter (sign_up, kind, message, posted_at, due_at, tries, sent_at)"
                        + " values (?, ?, ?, ?, ?, 0, ?)")
                .param(1, signUp)
                .param(2, kind.stored())
                .param(3, message, Types.OTHER)
                .param(4, at(now))
                .param(5, at(now))
                .param(6, mail.set() ? null : at(now), Types.TIMESTAMP_WITH_TIMEZONE)
                .update();
    }

    private boolean postedSince(UUID signUp, Kind kind, Instant since) {
        return jdbc.sql("select count(*) from letter where sign_up = ? and kind = ? and posted_at > ?")
                        .params(signUp, kind.stored(), at(since))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The sign-ups of a course that have been posted a letter of this kind since a moment. */
    Set<UUID> posted(Course course, Kind kind, Instant since) {
        return new HashSet<>(jdbc.sql("""
                        select l.sign_up from letter l join sign_up s on s.id = l.sign_up
                        where s.centre = ? and s.course = ? and l.kind = ? and l.posted_at >= ?""")
                .params(course.centre().value(), course.id(), kind.stored(), at(since))
                .query(UUID.class)
                .list());
    }

    /** What was posted to one family, oldest first. */
    List<SignUps.Note> of(UUID signUp) {
        return jdbc.sql("select kind, posted_at from letter where sign_up = ? order by id")
                .param(signUp)
                .query((row, number) -> new SignUps.Note(
                        row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Whether letters go out at all: only where the house has a mail server. */
    boolean goOut() {
        return mail.set();
    }

    static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    /** The number of the letter that was posted last. */
    long newest() {
        return jdbc.sql("select coalesce(max(id), 0) from letter")
                .query(Long.class)
                .single();
    }

    /** Lets the letters of a course that were posted after one lie for a while, and tells which; the course is locked. */
    List<Long> hold(Course course, long after, Duration howLong) {
        List<Long> held = jdbc.sql("select l.id from letter l join sign_up s on s.id = l.sign_up"
                        + " where s.centre = ? and s.course = ? and l.id > ?" + still("l."))
                .params(course.centre().value(), course.id(), after)
                .query((row, number) -> row.getLong(1))
                .list();
        held.forEach(letter -> jdbc.sql("update letter set due_at = ? where id = ?")
                .params(OffsetDateTime.ofInstant(clock.instant().plus(howLong), ZoneOffset.UTC), letter)
                .update());
        return held;
    }

    /** Without a mail server nobody is written to, and a letter counts as sent from the start. */
    private String still(String letter) {
        return mail.set() ? " and " + letter + "sent_at is null" : "";
    }

    /** Takes letters out of the box again; false, and nothing done, when one may have gone out. */
    boolean takeBack(List<Long> held) {
        if (held.isEmpty()) {
            return true;
        }
        long still = jdbc.sql("select count(*) from letter where id in (:held) and due_at > :now" + still(""))
                .param("held", held)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .query(Long.class)
                .single();
        if (still < held.size()) {
            return false;
        }
        jdbc.sql("delete from letter where id in (:held)").param("held", held).update();
        return true;
    }

    /** What a letter says. */
    enum Kind {
        /** You have a place. */
        PLACED,
        /** You stand in the line. */
        WAITING,
        /** A place is free: take it before a moment. */
        OFFERED,
        /** The time to take it is over. */
        LAPSED,
        /** You have given your place back. */
        CANCELLED,
        /** It begins in two days. */
        REMINDER,
        /** The course is called off. */
        CALLED_OFF,
        /** Somebody signed you up again: you had done so already. */
        AGAIN,
        /** What staff wrote to everyone. */
        MESSAGE;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }
}
