package se.tambur.signup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import se.tambur.course.Course;

/**
 * What a form for a place carries: its own id and when it was shown, signed under the course's key, so that nobody posts
 * a form that was never shown and nothing has to be kept about those who only look.
 */
@Component
public class Stamps {

    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9]{1,15})\\.([0-9a-f]{64})");

    private final CourseKeys keys;
    private final Clock clock;

    Stamps(CourseKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A new one for a form that is shown now. */
    public Stamp fresh(Course course) {
        String form = UUID.randomUUID().toString();
        Instant shown = Instant.ofEpochMilli(clock.millis());
        return new Stamp(
                UUID.fromString(form),
                shown,
                form + "." + shown.toEpochMilli() + "." + sign(course, form, shown.toEpochMilli()));
    }

    /** What was posted; empty when we never made it, or made it for another course or before its key was renewed. */
    public Optional<Stamp> read(Course course, String posted) {
        Matcher parts = FORM.matcher(posted);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long shown = Long.parseLong(parts.group(2));
        byte[] ours = sign(course, parts.group(1), shown).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(ours, parts.group(3).getBytes(StandardCharsets.US_ASCII))
                ? Optional.of(new Stamp(UUID.fromString(parts.group(1)), Instant.ofEpochMilli(shown), posted))
                : Optional.empty();
    }

    /** With blanks, which no way to reach anybody has: a stamp is never the mark of a contact. */
    private String sign(Course course, String form, long shown) {
        return keys.mark(course.code(), "form " + form + " " + shown);
    }

    /**
     * A form's stamp.
     *
     * @param words as the form carries it
     */
    public record Stamp(UUID form, Instant shown, String words) {}
}
