package se.tambur.course;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import se.tambur.centre.CentreId;

/** A course as it is stored: its text, and how far staff have taken it. */
@Entity
@Table(name = "course")
class CourseDocument {

    @EmbeddedId
    private Key key;

    private String state;
    private String text;
    private String author;
    private Instant changedAt;

    /** For JPA alone. */
    @SuppressWarnings("NullAway.Init")
    protected CourseDocument() {}

    CourseDocument(Course course, String author, Instant at) {
        this.key = new Key(course.centre(), course.id());
        this.state = course.state().stored();
        this.text = CourseWriter.text(course);
        this.author = author;
        this.changedAt = at;
    }

    void change(Course course, String author, Instant at) {
        this.state = course.state().stored();
        this.text = CourseWriter.text(course);
        this.author = author;
        this.changedAt = at;
    }

    Key key() {
        return key;
    }

    Course.State state() {
        return Course.State.valueOf(state.toUpperCase(Locale.ROOT));
    }

    String text() {
        return text;
    }

    /** Which course. */
    @Embeddable
    record Key(String centre, String id) {

        Key(CentreId centre, String id) {
            this(centre.value(), id);
        }

        CentreId centreId() {
            return new CentreId(centre);
        }
    }
}
