package se.tambur.visit;

import java.util.List;

/** A file was not taken in; nothing was changed. */
public class ImportRefused extends RuntimeException {

    private final transient List<Flaw> flaws;

    public ImportRefused(List<Flaw> flaws) {
        super(String.join("\n", flaws.stream().map(Flaw::toString).toList()));
        this.flaws = List.copyOf(flaws);
    }

    public List<Flaw> flaws() {
        return flaws;
    }

    /** Whether nothing is wrong with the file but that its days are already counted. */
    public boolean alreadyCounted() {
        return flaws.stream().allMatch(flaw -> flaw.key().equals(ImportFile.COUNTED));
    }

    /**
     * One thing that is wrong.
     *
     * @param line from 1; 0 where it concerns the whole file
     * @param key a word key of {@code visit.import.*}, so that the office can say it in its language
     * @param what the value in question, such as a day or an activity
     */
    public record Flaw(String file, int line, String key, String what) {

        @Override
        public String toString() {
            return file + (line > 0 ? ":" + line : "") + ": " + key + ": " + what;
        }
    }
}
