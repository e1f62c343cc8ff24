package se.tambur.security;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** What a password must be, and changing one. */
@Component
class Passwords {

    /** Longer is safer than stranger: NIST SP 800-63B asks for length and for no rules on kinds of characters. */
    static final int SHORTEST = 12;

    static final int LONGEST = 200;

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final Patience patience;

    Passwords(Accounts accounts, PasswordEncoder encoder, Patience patience) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.patience = patience;
    }

    enum Flaw {
        SHORT,
        LONG,
        /** the old one was not right */
        WRONG,
        /** there have been so many wrong ones that this one has to wait */
        SLOWLY
    }

    static @Nullable Flaw flaw(String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            return Flaw.SHORT;
        }
        return password.length() > LONGEST ? Flaw.LONG : null;
    }

    String hash(String password) {
        return Objects.requireNonNull(encoder.encode(password));
    }

    Optional<Flaw> change(Account account, String old, String fresh) {
        Flaw flaw = flaw(fresh);
        if (flaw != null) {
            return Optional.of(flaw);
        }
        String who = "change " + account.id();
        if (patience.take(who, LONGEST_WAIT).isPositive()) {
            return Optional.of(Flaw.SLOWLY);
        }
        boolean right = accounts.withId(account.id())
                .filter(now -> old.length() <= LONGEST && encoder.matches(old, now.passwordHash()))
                .isPresent();
        if (!right) {
            return Optional.of(Flaw.WRONG);
        }
        patience.right(who);
        accounts.changePassword(account, hash(fresh));
        return Optional.empty();
    }
}
