package se.tambur.wall;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import se.tambur.centre.CentreId;
import se.tambur.kiosk.Secrets;
import se.tambur.shared.Audited;

/** The screens that may look at a centre: each by a token of its own, which can do nothing but look. */
@Service
public class WallScreens {

    static final int LONGEST_NAME = 60;

    private static final Duration CODE_LASTS = Duration.ofMinutes(10);

    /** A screen asks every few seconds; to know that it lives this is enough. */
    private static final Duration HEARD_AT_MOST_EVERY = Duration.ofMinutes(1);

    private final WallScreenRepository screens;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WallScreens(WallScreenRepository screens, ApplicationEventPublisher events, Clock clock) {
        this.screens = screens;
        this.events = events;
        this.clock = clock;
    }

    /** Makes a code for a new screen: eight letters, ten minutes, used once. */
    @Transactional
    public Code newCode(CentreId centre, String name, String author) {
        String tidied = name.replaceAll("\\p{Cntrl}+", " ").strip();
        String called = tidied.substring(0, Math.min(tidied.length(), LONGEST_NAME));
        Instant until = clock.instant().plus(CODE_LASTS);
        String code = Secrets.code();
        screens.save(new WallScreen(centre, called, Secrets.hash(code), until, clock.instant()));
        events.publishEvent(new Audited(author, centre.value(), "wall.code", called));
        return new Code(code, until);
    }

    /** Uses a code up. Empty: it is wrong, used or too old; else the screen's token, to be kept by it alone. */
    @Transactional
    Optional<String> open(String code) {
        String token = Secrets.token();
        return screens.findByLinkHash(Secrets.hash(code))
                .filter(screen -> screen.open(Secrets.hash(token), clock.instant()))
                .map(screen -> {
                    events.publishEvent(new Audited("system", screen.centre().value(), "wall.opened", screen.name()));
                    return token;
                });
    }

    /** Whose token this is, unless it was revoked. */
    @Transactional
    Optional<Shown> known(String token) {
        return screens.findByTokenHash(Secrets.hash(token))
                .filter(screen -> !screen.revoked())
                .map(screen -> {
                    Instant last = screen.lastContact();
                    if (last == null || !last.plus(HEARD_AT_MOST_EVERY).isAfter(clock.instant())) {
                        screen.heard(clock.instant());
                    }
                    return screen.shown();
                });
    }

    /** The screens of a centre that have been opened, and those whose code still can be used, by name. */
    @Transactional(readOnly = true)
    public List<Shown> of(CentreId centre) {
        return screens.findByCentreOrderByName(centre.value()).stream()
                .filter(screen -> screen.alive(clock.instant()))
                .map(WallScreen::shown)
                .toList();
    }

    /** A screen goes dark within seconds. */
    @Transactional
    public void revoke(CentreId centre, UUID id, String author) {
        find(centre, id).ifPresent(screen -> {
            screen.revoke();
            events.publishEvent(new Audited(author, centre.value(), "wall.revoked", screen.name()));
        });
    }

    /** Takes a revocation back. */
    @Transactional
    public void restore(CentreId centre, UUID id, String author) {
        find(centre, id).ifPresent(screen -> {
            screen.restore();
            events.publishEvent(new Audited(author, centre.value(), "wall.restored", screen.name()));
        });
    }

    private Optional<WallScreen> find(CentreId centre, UUID id) {
        return screens.findById(id).filter(screen -> screen.centre().equals(centre));
    }

    @Scheduled(cron = "0 20 3 * * *")
    @Transactional
    void forget() {
        screens.deleteUnused(clock.instant());
    }

    /** What is typed into a screen. */
    public record Code(String code, Instant until) {}

    /**
     * A screen.
     *
     * @param opened whether its code has been used
     * @param lastContact null: it has not been opened yet
     */
    public record Shown(
            UUID id,
            CentreId centre,
            String name,
            boolean opened,
            @Nullable Instant lastContact) {

        /** The id is nobody's business in a log. */
        @Override
        public String toString() {
            return "Screen of " + centre;
        }
    }
}
