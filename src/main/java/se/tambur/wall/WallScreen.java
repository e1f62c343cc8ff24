package se.tambur.wall;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;

/** A screen that may look at one centre. Of its secrets only their hashes are kept. */
@Entity
class WallScreen {

    @Id
    private UUID id;

    private String centre;
    private String name;
    private Instant madeAt;
    private @Nullable String linkHash;
    private @Nullable Instant linkUntil;
    private @Nullable String tokenHash;
    private @Nullable Instant lastContact;
    private boolean revoked;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected WallScreen() {}

    WallScreen(CentreId centre, String name, String codeHash, Instant until, Instant now) {
        this.id = UUID.randomUUID();
        this.centre = centre.value();
        this.name = name;
        this.madeAt = now;
        this.linkHash = codeHash;
        this.linkUntil = until;
    }

    /** Uses its code up; false: it is too late. */
    boolean open(String freshTokenHash, Instant now) {
        if (revoked || linkUntil == null || !linkUntil.isAfter(now)) {
            return false;
        }
        linkHash = null;
        linkUntil = null;
        tokenHash = freshTokenHash;
        lastContact = now;
        return true;
    }

    void heard(Instant now) {
        lastContact = now;
    }

    void revoke() {
        revoked = true;
    }

    void restore() {
        revoked = false;
    }

    boolean revoked() {
        return revoked;
    }

    CentreId centre() {
        return new CentreId(centre);
    }

    String name() {
        return name;
    }

    boolean opened() {
        return tokenHash != null;
    }

    /** Whether its code can still be used, or it has been. */
    boolean alive(Instant now) {
        return !revoked && (opened() || linkUntil != null && linkUntil.isAfter(now));
    }

    @Nullable
    Instant lastContact() {
        return lastContact;
    }

    WallScreens.Shown shown() {
        return new WallScreens.Shown(id, centre(), name, opened(), lastContact);
    }
}
