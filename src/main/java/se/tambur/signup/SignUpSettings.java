package se.tambur.signup;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code tambur.courses.*}
 *
 * @param acceptWithin how long a family from the waiting list has to take the place that is free
 * @param erasedAfter how long sign-ups are kept after the last meeting, whole days
 * @param remindBefore how long before the first meeting a family is reminded
 * @param keys the folder of the courses' keys, best on another disk than the backups; null: {@code course-keys} in the data folder
 */
@ConfigurationProperties("tambur.courses")
record SignUpSettings(
        @DefaultValue("48h") Duration acceptWithin,
        @DefaultValue("14d") Duration erasedAfter,
        @DefaultValue("48h") Duration remindBefore,
        @Nullable Path keys) {}
