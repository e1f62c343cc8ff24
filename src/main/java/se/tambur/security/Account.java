package se.tambur.security;

import java.io.Serializable;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tambur.shared.Audited;

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

    /** For the log: what its owner did to it. */
    Audited did(String deed) {
        return had(deed, name);
    }

    /** For the log: what somebody did to it. */
    Audited had(String deed, String author) {
        return new Audited(author, centre == null ? "" : centre, deed, name);
    }

    /** The name as it is looked up: capitals and spaces around it do not matter. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
