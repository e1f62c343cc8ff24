package se.tambur.security;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Keeps the memory that passwords cost within bounds, whoever asks. */
record TwoAtOnce(PasswordEncoder encoder, Semaphore places) implements PasswordEncoder {

    TwoAtOnce(PasswordEncoder encoder) {
        this(encoder, new Semaphore(LogInTurns.AT_ONCE, true));
    }

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        places.acquireUninterruptibly();
        try {
            return encoder.encode(password);
        } finally {
            places.release();
        }
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        places.acquireUninterruptibly();
        try {
            return encoder.matches(password, hash);
        } finally {
            places.release();
        }
    }
}
