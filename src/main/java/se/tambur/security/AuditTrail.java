package se.tambur.security;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import se.tambur.shared.Audited;

/** Writes down who did what. Rows are only ever added. */
@Component
class AuditTrail {

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Runs in the transaction of the deed, so that neither stands without the other. */
    @EventListener
    void on(Audited deed) {
        jdbc.sql("insert into audit (at, actor, centre, deed, detail) values (?, ?, ?, ?, ?)")
                .params(
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        cut(deed.actor(), 80),
                        cut(deed.centre(), 40),
                        cut(deed.deed(), 80),
                        cut(deed.detail(), 1000))
                .update();
    }

    @EventListener
    void on(AuthenticationSuccessEvent signedIn) {
        on(new Audited(signedIn.getAuthentication().getName(), "", "account.signed-in", ""));
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length);
    }
}
