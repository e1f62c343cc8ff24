package se.tambur.centre;

import java.util.regex.Pattern;

/** A centre's id, such as {@code lekladan}: a-z, 0-9 and -, at most 40 characters; never changes. */
public record CentreId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

    public CentreId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a centre's id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
