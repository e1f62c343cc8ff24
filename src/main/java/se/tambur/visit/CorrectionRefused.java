package se.tambur.visit;

import java.util.List;

/** A correction cannot be; nothing was changed. */
public class CorrectionRefused extends RuntimeException {

    private final transient List<Flaw> flaws;

    CorrectionRefused(Flaw... flaws) {
        this(List.of(flaws));
    }

    CorrectionRefused(List<Flaw> flaws) {
        super(String.join("\n", flaws.stream().map(Flaw::toString).toList()));
        this.flaws = List.copyOf(flaws);
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    /** What is wrong. */
    public enum Why {
        /** Nothing is added and nothing taken away. */
        EMPTY,
        /** A number beyond what a session can have. */
        TOO_MANY,
        /** The session has not begun. */
        TO_COME,
        /** There is no such session that day, and nothing was counted in it. */
        NO_SESSION,
        /** More is taken away than is there. */
        BELOW_ZERO,
        /** People would be left without any visit that they came by. */
        NO_VISIT,
        /** Staff have said that the session was closed after all. */
        CLOSED,
        /** More parties than people, or more that expect a child than parties. */
        PARTIES
    }

    /**
     * One thing that is wrong.
     *
     * @param category where one is to blame: an age's id or one of {@link Tallies}; otherwise empty
     * @param there how many there are; only where more is taken away
     */
    public record Flaw(Why why, String category, int there) {}
}
