package se.tambur.visit;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code tambur.visits.*}
 *
 * @param burstVisits more check-ins than this within the window at one tablet look like play
 * @param burstWindow at least a second
 * @param suspectsKept how long staff have to decide on a burst, whole days
 * @param receiptsKept how long a repeat is recognised, whole days; what is older is refused
 * @param gather how long the writer waits for others to share its write to disk
 */
@ConfigurationProperties("tambur.visits")
record VisitSettings(
        @DefaultValue("12") int burstVisits,
        @DefaultValue("2m") Duration burstWindow,
        @DefaultValue("7d") Duration suspectsKept,
        @DefaultValue("180d") Duration receiptsKept,
        @DefaultValue("5ms") Duration gather) {}
