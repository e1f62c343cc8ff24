package se.tambur.bench;

import org.jspecify.annotations.Nullable;

/**
 * What a number may be.
 *
 * @param most at most this; null: no upper bound
 * @param least at least this; null: no lower bound
 */
record Budget(@Nullable Double most, @Nullable Double least) {

    /** Printed to be known, not judged. */
    static final Budget NONE = new Budget(null, null);

    static Budget atMost(double most) {
        return new Budget(most, null);
    }

    static Budget atLeast(double least) {
        return new Budget(null, least);
    }

    boolean holds(double number) {
        return (most == null || number <= most) && (least == null || number >= least);
    }
}
