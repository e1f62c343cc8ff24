package se.tambur.visit;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import se.tambur.centre.AgeId;

/**
 * The numbers in one check-in: counting rule 1. Never empty.
 *
 * @param adults 0 to 6
 * @param children heads by age group, each at least 1, together 0 to 10
 * @param expecting whether the party expects a child
 */
public record Party(int adults, Map<AgeId, Integer> children, boolean expecting) {

    public static final int MOST_ADULTS = 6;
    public static final int MOST_CHILDREN = 10;

    /** @throws IllegalArgumentException saying what is wrong, in English */
    public Party {
        children = Collections.unmodifiableMap(new TreeMap<>(children));
        int heads = children.values().stream().mapToInt(Integer::intValue).sum();
        if (adults < 0 || adults > MOST_ADULTS) {
            throw new IllegalArgumentException("adults must be 0 to " + MOST_ADULTS + ", not " + adults);
        }
        if (children.values().stream().anyMatch(n -> n < 1 || n > MOST_CHILDREN) || heads > MOST_CHILDREN) {
            throw new IllegalArgumentException("children must be 1 to " + MOST_CHILDREN + " in all");
        }
        if (adults == 0 && heads == 0 && !expecting) {
            throw new IllegalArgumentException("a party cannot be empty");
        }
    }

    /** All the children together. */
    public int heads() {
        return children.values().stream().mapToInt(Integer::intValue).sum();
    }
}
