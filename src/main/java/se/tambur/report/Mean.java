package se.tambur.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** An exact ratio, rounded only when it is shown: counting rule 8. */
public record Mean(long sum, long parts) {

    public Mean {
        if (parts <= 0) {
            throw new IllegalArgumentException("a mean needs something to divide by, not " + parts);
        }
    }

    /** The mean; null where there is nothing to divide by. */
    static @Nullable Mean of(long sum, long parts) {
        return parts > 0 ? new Mean(sum, parts) : null;
    }

    /** Rounded half up. */
    public BigDecimal rounded(int decimals) {
        return BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(parts), decimals, RoundingMode.HALF_UP);
    }
}
