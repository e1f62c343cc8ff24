package se.tambur.security;

import java.io.Serializable;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may log in.
 *
 * @param passwordHash Argon2id
 * @param role one of {@link se.tambur.shared.Roles}
 * @param centre the only one it sees; null: every one
 */
record Account(
        UUID id,
        String name,
        String passwordHash,
        String role,
        @Nullable String centre,
        Instant createdAt) implements Serializable {

    /** The name as it is looked up: capitals and spaces around it do not matter. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
