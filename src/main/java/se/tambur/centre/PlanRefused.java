package se.tambur.centre;

import java.util.List;

/** A plan was not taken in; says where and why, and the last good version stays. */
public class PlanRefused extends RuntimeException {

    private final transient List<Flaw> flaws;

    public PlanRefused(List<Flaw> flaws) {
        super(String.join("\n", flaws.stream().map(Flaw::toString).toList()));
        this.flaws = List.copyOf(flaws);
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    /**
     * One thing that is wrong.
     *
     * @param file the file's name as given
     * @param line from 1
     * @param field such as {@code week.monday[0].open}
     * @param expected what should have stood there, a whole sentence in English
     */
    public record Flaw(String file, int line, String field, String expected) {

        @Override
        public String toString() {
            return file + ":" + line + ": " + field + ": " + expected;
        }
    }
}
