package se.tambur.presence;

import java.time.Duration;

/**
 * How long a visit lasts: an Erlang distribution around the activity's usual stay. With the shape 4 its spread is half its
 * mean: few leave within minutes, few stay twice as long. The shape is our own assumption, not a measured one; head counts
 * correct it.
 *
 * @param usual the mean
 * @param shape 1: anybody may leave at any time; higher: stays are more alike
 */
record Stay(Duration usual, int shape) {

    /** The chance that a stay is still going on after a while. */
    double stillOn(Duration after) {
        if (after.isNegative()) {
            return 0;
        }
        double x = shape * (double) after.toSeconds() / Math.max(1, usual.toSeconds());
        double term = 1;
        double sum = 1;
        for (int i = 1; i < shape; i++) {
            term *= x / i;
            sum += term;
        }
        return Math.exp(-x) * sum;
    }
}
