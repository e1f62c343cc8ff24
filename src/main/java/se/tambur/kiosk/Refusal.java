package se.tambur.kiosk;

/**
 * What a tablet sent cannot be read.
 *
 * @see #where() such as {@code events[3].id}
 */
final class Refusal extends RuntimeException {

    private final String where;

    /**
     * @param where the place in the JSON, {@code body} for the whole
     * @param what was expected there, a sentence in English that repeats nothing of what was sent
     */
    Refusal(String where, String what) {
        super(what, null, false, false);
        this.where = where;
    }

    String where() {
        return where;
    }

    String what() {
        return String.valueOf(getMessage());
    }
}
