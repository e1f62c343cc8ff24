package se.tambur.centre;

/**
 * A plan read from a file and found sound; nothing is taken in yet.
 *
 * @param name the file's name, for messages
 * @param yaml as it was written
 */
public record PlanFile(String name, String yaml, Plan plan) {

    /** In bytes. */
    public static final int LONGEST = YamlField.LONGEST_FILE;
}
