package se.tambur.security;

import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import se.tambur.centre.CentreId;
import se.tambur.shared.Roles;

/**
 * A role that somebody holds.
 *
 * @param role one of {@link Roles}
 * @param centre null: at every one
 */
record Held(String role, @Nullable String centre) implements Serializable {

    private static final String PREFIX = "HELD_";

    private static final List<String> UPWARDS = List.of(Roles.STAFF, Roles.MANAGER, Roles.ADMIN);

    static Held everywhere(String role) {
        return new Held(role, null);
    }

    boolean holdsAt(CentreId place) {
        return centre == null || centre.equals(place.value());
    }

    /** The most that is held at a centre; empty: nothing. */
    static Optional<String> at(CentreId place, Collection<Held> all) {
        return highest(all.stream().filter(held -> held.holdsAt(place)).toList());
    }

    static Optional<String> highest(Collection<Held> some) {
        return some.stream().map(Held::role).max(Comparator.comparing(UPWARDS::indexOf));
    }

    /** How a log-in carries it: no chain and no annotation asks for it, only {@link Reach} reads it. */
    GrantedAuthority badge() {
        return new SimpleGrantedAuthority(PREFIX + role + "@" + (centre == null ? "*" : centre));
    }

    static Optional<Held> of(GrantedAuthority badge) {
        return Optional.ofNullable(badge.getAuthority())
                .filter(words -> words.startsWith(PREFIX))
                .map(words -> {
                    int at = words.indexOf('@');
                    String place = words.substring(at + 1);
                    return new Held(words.substring(PREFIX.length(), at), place.equals("*") ? null : place);
                });
    }
}
