package se.tambur.centre;

import java.util.regex.Pattern;

/** An age group's id, such as {@code 0-11m} or {@code 6y+}; never changes meaning. */
public record AgeId(String value) implements Comparable<AgeId> {

    static final int LONGEST = 20;

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9+-]{0,19}");

    public AgeId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an age group's id: " + value);
        }
    }

    @Override
    public int compareTo(AgeId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
