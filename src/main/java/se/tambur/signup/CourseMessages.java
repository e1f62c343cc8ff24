package se.tambur.signup;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tambur.course.Course;

/** What staff wrote to everyone of a course, sealed as the families are: it may speak of them. */
@Component
class CourseMessages {

    /** In characters; sealed it must fit its column, whatever script it is in. */
    static final int LONGEST = 1500;

    private final CourseKeys keys;
    private final JdbcClient jdbc;
    private final Clock clock;

    CourseMessages(CourseKeys keys, JdbcClient jdbc, Clock clock) {
        this.keys = keys;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a message, within the transaction that is open. */
    UUID keep(Course course, String text) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into course_message (id, centre, course, sealed, made_at) values (?, ?, ?, ?, ?)")
                .params(
                        id,
                        course.centre().value(),
                        course.id(),
                        keys.seal(course.code(), id, text),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
        return id;
    }

    /** @throws CourseKeys.KeyLost when it cannot be read any more */
    String read(Course course, UUID message) {
        String sealed = jdbc.sql("select sealed from course_message where id = ? and centre = ? and course = ?")
                .params(message, course.centre().value(), course.id())
                .query(String.class)
                .single();
        return keys.open(course.code(), message, sealed);
    }
}
