package se.tambur.course;

import org.jspecify.annotations.Nullable;

/**
 * Seats of a course.
 *
 * @param of how many there are; null: no limit
 * @param taken given or held for somebody who has been offered one
 */
public record Seats(@Nullable Integer of, int taken, int waiting) {

    /** What a family could take now; none while others wait. Null: no limit. */
    public @Nullable Integer left() {
        return of == null ? null : waiting > 0 ? Integer.valueOf(0) : Integer.valueOf(Math.max(0, of - taken));
    }

    public boolean full() {
        Integer left = left();
        return left != null && left == 0;
    }
}
