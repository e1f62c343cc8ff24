package se.tambur.course;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.Locale;
import java.util.random.RandomGenerator;
import se.tambur.centre.CentreId;

/** The short code in a course's address: given once, never to another course. */
@Entity
class CourseCode {

    private static final int LENGTH = 6;

    /** One of each group of look-alikes, and neither A, E, U nor Y, so that no code spells a word. */
    private static final String LETTERS = "BCDFGHIJKMNOPRSTVWXZ34679";

    @Id
    private String code;

    private String centre;
    private String course;
    private LocalDate madeOn;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected CourseCode() {}

    CourseCode(CentreId centre, String course, LocalDate madeOn, RandomGenerator random) {
        this.code = random.ints(LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (made, i) -> made.append(LETTERS.charAt(i)), StringBuilder::append)
                .toString();
        this.centre = centre.value();
        this.course = course;
        this.madeOn = madeOn;
    }

    String code() {
        return code;
    }

    /** What somebody typed, as the code they most likely read: small letters, spaces and look-alikes mended. */
    static String read(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[\\s-]", "")
                .replaceAll("[0Q]", "O")
                .replaceAll("[1L]", "I")
                .replace('2', 'Z')
                .replace('5', 'S')
                .replace('8', 'B')
                .replace('U', 'V');
    }
}
