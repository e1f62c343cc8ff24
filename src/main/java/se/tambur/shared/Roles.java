package se.tambur.shared;

/** The roles an account can hold, each including the one before it. */
public final class Roles {

    /** Sees the house live, mends the day, counts the room. */
    public static final String STAFF = "STAFF";

    /** Also imports history and downloads reports. */
    public static final String MANAGER = "MANAGER";

    /** Also pairs tablets, changes plans and makes accounts. */
    public static final String ADMIN = "ADMIN";

    private Roles() {}
}
