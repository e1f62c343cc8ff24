package se.tambur.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.AuthenticationException;

/**
 * Somebody has shown the right password and is still asked for a code. Nobody is logged in: the session holds this instead,
 * which opens no page but the one that asks.
 */
record HalfWay(UUID account, Instant since) implements Serializable {

    private static final String NAME = HalfWay.class.getName();
    private static final Duration GOOD_FOR = Duration.ofMinutes(5);

    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(NAME, this);
        // whoever put an old id into this browser learns nothing from it
        request.changeSessionId();
    }

    static Optional<HalfWay> of(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        return Optional.ofNullable(session)
                .map(kept -> (HalfWay) kept.getAttribute(NAME))
                .filter(halfWay -> halfWay.since().plus(GOOD_FOR).isAfter(now));
    }

    static void forget(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(NAME);
        }
    }

    /** The password was right, and there is a second step. */
    static final class CodeNeeded extends AuthenticationException {

        private final UUID account;

        CodeNeeded(UUID account) {
            super("a code is needed");
            this.account = account;
        }

        UUID account() {
            return account;
        }
    }
}
