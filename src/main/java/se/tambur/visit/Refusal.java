package se.tambur.visit;

/** Why an event was refused or set aside, as {@link Taken#reason} says it; stable words, shown with the quarantine. */
final class Refusal {

    static final String UNKNOWN_ACTIVITY = "unknown-activity";
    static final String UNKNOWN_AGE = "unknown-age";
    static final String NOT_AT_THE_DOOR = "not-at-the-door";
    static final String FUTURE = "future";

    /** Older than receipts are kept: nobody could tell any more whether it is a repeat. */
    static final String TOO_OLD = "too-old";

    static final String NUMBERS = "numbers";
    static final String NOT_STORABLE = "not-storable";

    private Refusal() {}
}
