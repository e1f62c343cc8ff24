package se.tambur.signup;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import se.tambur.course.Course;

/** A place taken, or one in the line. Who it is lies sealed. */
@Entity
@Table(name = "sign_up")
class SignUp implements Persistable<UUID> {

    @Id
    private UUID id;

    private String centre;
    private String course;
    private String state;
    private long line;
    private String sealed;
    private @Nullable String emailHash;
    private @Nullable String phoneHash;
    private String tokenHash;
    private @Nullable UUID echoOf;
    private Instant madeAt;
    private @Nullable Instant offerUntil;

    @Transient
    private boolean fresh;

    /** For JPA alone. */
    @SuppressWarnings("NullAway.Init")
    protected SignUp() {}

    /** @param standing PLACED, WAITING or ECHO */
    @SuppressWarnings("NullAway.Init")
    SignUp(UUID id, Course course, Standing standing, long line, Secret secret, @Nullable UUID echoOf, Instant at) {
        this.id = id;
        this.centre = course.centre().value();
        this.course = course.id();
        this.state = standing.stored();
        this.line = line;
        seal(secret);
        this.echoOf = echoOf;
        this.madeAt = at;
        this.fresh = true;
    }

    /** What must not be read without the course's key, and what finds it again. */
    record Secret(
            String sealed,
            @Nullable String emailHash,
            @Nullable String phoneHash,
            String tokenHash) {}

    @Override
    public UUID getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }

    @PostLoad
    @PostPersist
    void stored() {
        fresh = false;
    }

    String centre() {
        return centre;
    }

    String course() {
        return course;
    }

    Standing standing() {
        return Standing.of(state);
    }

    long line() {
        return line;
    }

    String sealed() {
        return sealed;
    }

    @Nullable
    UUID echoOf() {
        return echoOf;
    }

    Instant madeAt() {
        return madeAt;
    }

    @Nullable
    Instant offerUntil() {
        return offerUntil;
    }

    /** Whether it holds a seat now: an offered one is held until the offer ends. */
    boolean seated() {
        return standing().seated();
    }

    void offer(Instant until) {
        become(Standing.OFFERED);
        offerUntil = until;
    }

    void place() {
        become(Standing.PLACED);
        offerUntil = null;
    }

    void waitAt(long place) {
        become(Standing.WAITING);
        line = place;
        offerUntil = null;
    }

    void standAt(long place) {
        line = place;
    }

    void cancel() {
        become(Standing.CANCELLED);
        offerUntil = null;
    }

    /** Takes back what was done to it. */
    void standAgain(Standing standing, long place, @Nullable Instant until) {
        become(standing);
        line = place;
        offerUntil = until;
    }

    final void seal(Secret secret) {
        sealed = secret.sealed();
        emailHash = secret.emailHash();
        phoneHash = secret.phoneHash();
        tokenHash = secret.tokenHash();
    }

    private void become(Standing standing) {
        state = standing.stored();
    }

    /** How it stands. */
    enum Standing {
        PLACED,
        WAITING,
        /** A seat is held until she says yes, or the time to do so is over. */
        OFFERED,
        CANCELLED,
        /** Of somebody who has a place already, or says so: takes no seat and is never told from one that does. */
        ECHO;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Standing of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }

        boolean seated() {
            return this == PLACED || this == OFFERED;
        }
    }
}
