package se.tambur.presence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code tambur.presence.*}
 *
 * @param fullByEstimate whether the sign goes up by itself when the likely number reaches the room's limit
 * @param stayShape how alike stays are, see {@link Stay}; 1 or more
 */
@ConfigurationProperties("tambur.presence")
record PresenceSettings(
        @DefaultValue("false") boolean fullByEstimate,
        @DefaultValue("4") int stayShape) {}
