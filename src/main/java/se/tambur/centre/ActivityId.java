package se.tambur.centre;

import java.util.regex.Pattern;

/** An activity's id, such as {@code oppen-lek}; never changes meaning. */
public record ActivityId(String value) implements Comparable<ActivityId> {

    static final int LONGEST = 40;

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    public ActivityId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not an activity's id: " + value);
        }
    }

    @Override
    public int compareTo(ActivityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
