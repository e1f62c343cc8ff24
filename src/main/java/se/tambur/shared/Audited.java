package se.tambur.shared;

/**
 * Somebody of the staff did something worth remembering.
 *
 * @param actor the account's name, or {@code system}
 * @param centre the centre's id, or empty where it concerns the whole house
 * @param deed what was done, as a stable word such as {@code import.undone}
 * @param detail what it was done to, never anything about a visitor
 */
public record Audited(String actor, String centre, String deed, String detail) {}
