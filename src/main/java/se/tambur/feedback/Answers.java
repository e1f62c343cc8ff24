package se.tambur.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import se.tambur.centre.CentreId;

/** Anonymous answers to the goals' questions, kept as sums per day. */
@Service
public class Answers {

    /**
     * Takes in answers once each, in one transaction that is committed on return.
     *
     * @return for each, in order: true stored, false it had been stored before
     */
    public List<Boolean> take(CentreId centre, List<Answer> answers) {
        throw new UnsupportedOperationException();
    }

    /** The sums of a span of days, both ends in. */
    public List<Sum> of(CentreId centre, LocalDate from, LocalDate to) {
        throw new UnsupportedOperationException();
    }

    /** Who answered: an adult with four faces or a child with three. */
    public enum By {
        ADULT,
        CHILD
    }

    /**
     * One answer.
     *
     * @param face 1 to 4 for an adult, 1 to 3 for a child; the highest is the happiest
     * @throws IllegalArgumentException when the face is not one of those
     */
    public record Answer(UUID id, LocalDate day, Goal goal, By by, int face) {

        public Answer {
            if (face < 1 || face > (by == By.ADULT ? 4 : 3)) {
                throw new IllegalArgumentException("answer must be 1 to " + (by == By.ADULT ? 4 : 3) + ", not " + face);
            }
        }
    }

    /** How many gave one face to one goal. */
    public record Sum(Goal goal, By by, int face, int number) {}
}
