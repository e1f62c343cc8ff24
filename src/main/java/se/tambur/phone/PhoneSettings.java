package se.tambur.phone;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What keeps machines out of the sign-up, {@code tambur.phone.*}. A whole family centre shares one address, so the limits
 * are wide.
 *
 * @param formsPerNetwork how many forms one network may send
 * @param formsPerCourse how many places may be asked for in one course
 * @param within the time that both are counted over
 * @param fastest nobody fills in a form in less
 * @param freshFor a form that was shown longer ago is shown anew
 * @param mostBytes of one form
 */
@ConfigurationProperties("tambur.phone")
record PhoneSettings(
        @DefaultValue("60") int formsPerNetwork,
        @DefaultValue("120") int formsPerCourse,
        @DefaultValue("10m") Duration within,
        @DefaultValue("3s") Duration fastest,
        @DefaultValue("24h") Duration freshFor,
        @DefaultValue("8192") int mostBytes) {}
