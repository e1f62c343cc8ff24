package se.tambur.security;

import java.io.Serializable;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import se.tambur.shared.Audited;

/**
 * Somebody who may log in.
 *
 * @param passwordHash Argon2id
 * @param held its roles, at most one for each centre and one for all
 */
record Account(UUID id, String name, String passwordHash, List<Held> held, Instant createdAt) implements Serializable {

    /** For the log: what its owner did to it. */
    Audited did(String deed) {
        return had(deed, name);
    }

    /** For the log: what somebody did to it. */
    Audited had(String deed, String author) {
        return new Audited(author, onlyCentre(), deed, name);
    }

    /** The centre that all its roles are at; empty where there are several, or one that counts everywhere. */
    String onlyCentre() {
        List<String> places = held.stream()
                .map(each -> each.centre() == null ? "" : each.centre())
                .distinct()
                .toList();
        return places.size() == 1 ? places.getFirst() : "";
    }

    /** As a log is read: {@code MANAGER lekladan, STAFF}. */
    static String inWords(List<Held> held) {
        return held.stream()
                .map(each -> each.centre() == null ? each.role() : each.role() + " " + each.centre())
                .collect(Collectors.joining(", "));
    }

    /** The name as it is looked up: capitals and spaces around it do not matter. */
    static String key(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
