package se.tambur.signup;

import java.util.Map;
import se.tambur.centre.AgeId;

/** Families for tests. */
public final class Families {

    private Families() {}

    /** One adult and one baby, in Swedish. */
    public static Family family(String name, String email) {
        return family(name, email, "sv");
    }

    public static Family family(String name, String email, String language) {
        return new Family(name, email, null, 1, Map.of(new AgeId("0-11m"), 1), language, false);
    }
}
