package se.tambur.course;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
