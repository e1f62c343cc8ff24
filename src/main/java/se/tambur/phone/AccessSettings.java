package se.tambur.phone;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the statement on accessibility says of whoever runs the house, {@code tambur.accessibility.*}.
 *
 * @param provider who is answerable, such as a municipality; null: the open preschools themselves
 * @param mail where flaws are reported
 * @param phone where flaws are reported
 * @param assessed the day on which the pages were last gone through
 */
@ConfigurationProperties("tambur.accessibility")
record AccessSettings(
        @Nullable String provider,
        @Nullable String mail,
        @Nullable String phone,
        @DefaultValue("2026-11-26") LocalDate assessed) {}
