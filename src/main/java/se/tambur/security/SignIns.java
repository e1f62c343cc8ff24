package se.tambur.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * When somebody came in or failed to, for her own eyes. Of the device only a coarse word is kept, no address and nothing
 * its browser says; and all of it for ninety days, as it is about a person who works here.
 */
@Component
class SignIns {

    static final Duration KEPT = Duration.ofDays(90);

    /** Somebody who tries all day long leaves one line a minute. */
    private static final Duration ONE_LINE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    SignIns(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Outcome {
        IN,
        PASSWORD,
        CODE
    }

    enum Device {
        PHONE,
        TABLET,
        COMPUTER,
        OTHER;

        static Device of(@Nullable String userAgent) {
            String said = userAgent == null ? "" : userAgent.toLowerCase(Locale.ROOT);
            if (said.contains("ipad")
                    || said.contains("tablet")
                    || said.contains("android") && !said.contains("mobi")) {
                return TABLET;
            }
            if (said.contains("mobi") || said.contains("iphone")) {
                return PHONE;
            }
            return said.contains("windows")
                            || said.contains("macintosh")
                            || said.contains("x11")
                            || said.contains("cros")
                    ? COMPUTER
                    : OTHER;
        }
    }

    record SignIn(Instant at, Outcome outcome, Device device) {}

    /** @param person the account's id, or what stands for somebody of the municipality's log-in */
    void note(String person, Outcome outcome) {
        Instant now = clock.instant();
        jdbc.sql("insert into sign_in (person, at, outcome, device) select ?, ?, ?, ? where ? = 'IN' or not exists"
                        + " (select 1 from sign_in where person = ? and outcome = ? and at > ?)")
                .params(
                        person,
                        at(now),
                        outcome.name(),
                        device().name(),
                        outcome.name(),
                        person,
                        outcome.name(),
                        at(now.minus(ONE_LINE)))
                .update();
    }

    /** The newest first. */
    List<SignIn> last(String person, int most) {
        return jdbc.sql("select * from sign_in where person = ? order by id desc limit ?")
                .params(person, most)
                .query((row, number) -> new SignIn(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        Outcome.valueOf(row.getString("outcome")),
                        Device.valueOf(row.getString("device"))))
                .list();
    }

    @Scheduled(cron = "0 20 3 * * *")
    void forget() {
        jdbc.sql("delete from sign_in where at < ?")
                .param(at(clock.instant().minus(KEPT)))
                .update();
    }

    private static Device device() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes asked
                ? Device.of(asked.getRequest().getHeader(HttpHeaders.USER_AGENT))
                : Device.OTHER;
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
