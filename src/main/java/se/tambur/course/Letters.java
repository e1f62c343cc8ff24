package se.tambur.course;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What families are told by e-mail. Posted in the transaction of what they tell of, sent afterwards. */
@Component
class Letters {

    private final JdbcClient jdbc;
    private final Clock clock;

    Letters(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Puts a letter in the box, within the transaction that is open. */
    void post(UUID signUp, Kind kind) {
        post(signUp, kind, null);
    }

    /** @param message what staff wrote, for {@link Kind#MESSAGE} */
    void post(UUID signUp, Kind kind, @Nullable UUID message) {
        jdbc.sql("insert into letter (sign_up, kind, message, due_at, tries) values (?, ?, ?, ?, 0)")
                .param(1, signUp)
                .param(2, kind.name().toLowerCase(Locale.ROOT))
                .param(3, message, Types.OTHER)
                .param(4, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
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
                        + " where s.centre = ? and s.course = ? and l.id > ? and l.sent_at is null")
                .params(course.centre().value(), course.id(), after)
                .query((row, number) -> row.getLong(1))
                .list();
        held.forEach(letter -> jdbc.sql("update letter set due_at = ? where id = ?")
                .params(OffsetDateTime.ofInstant(clock.instant().plus(howLong), ZoneOffset.UTC), letter)
                .update());
        return held;
    }

    /** Takes letters out of the box again; false, and nothing done, when one may have gone out. */
    boolean takeBack(List<Long> held) {
        if (held.isEmpty()) {
            return true;
        }
        long still = jdbc.sql("select count(*) from letter where id in (:held) and sent_at is null and due_at > :now")
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
        MESSAGE
    }
}
