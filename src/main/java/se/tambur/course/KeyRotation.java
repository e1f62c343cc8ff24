package se.tambur.course;

import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

/** {@code scripts/admin rotate-keys}: seals every sign-up anew under a fresh key of its course and destroys the old ones. */
@RestController
class KeyRotation {

    private final Courses courses;
    private final SignUps signUps;
    private final SealedFamily seal;
    private final CourseKeys keys;
    private final Centres centres;
    private final JdbcClient jdbc;

    KeyRotation(
            Courses courses, SignUps signUps, SealedFamily seal, CourseKeys keys, Centres centres, JdbcClient jdbc) {
        this.courses = courses;
        this.signUps = signUps;
        this.seal = seal;
        this.keys = keys;
        this.centres = centres;
        this.jdbc = jdbc;
    }

    /** May be broken off and run again: until all is sealed anew and on disk, the old keys still open. */
    @PostMapping(path = "/api/control/v1/admin/rotate-keys", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    String rotate() {
        int rotated = 0;
        int sealed = 0;
        for (CentreId centre : centres.all()) {
            for (Course course : courses.of(centre)) {
                if (keys.has(course.code())) {
                    sealed += rotate(course);
                    rotated++;
                }
            }
        }
        return "courses " + rotated + ", sealed anew " + sealed;
    }

    private int rotate(Course course) {
        int sealed = signUps.changing(course, () -> {
            // under the lock, so that nobody looks for a contact by the new key among those marked by the old
            keys.renew(course.code());
            int rows = 0;
            for (SignUp signUp : signUps.all(course)) {
                signUp.seal(seal.seal(course.code(), signUp.getId(), seal.open(course.code(), signUp)));
                rows++;
            }
            return rows + messages(course);
        });
        keys.dropOld(course.code());
        return sealed;
    }

    private int messages(Course course) {
        var messages = jdbc.sql("select id, sealed from course_message where centre = ? and course = ?")
                .params(course.centre().value(), course.id())
                .query((row, n) -> new Message(row.getObject("id", UUID.class), row.getString("sealed")))
                .list();
        for (Message message : messages) {
            String words = keys.open(course.code(), message.id(), message.sealed());
            jdbc.sql("update course_message set sealed = ? where id = ?")
                    .params(keys.seal(course.code(), message.id(), words), message.id())
                    .update();
        }
        return messages.size();
    }

    private record Message(UUID id, String sealed) {}
}
