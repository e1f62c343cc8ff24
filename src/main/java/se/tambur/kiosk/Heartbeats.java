package se.tambur.kiosk;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.tambur.centre.CentreId;

/**
 * When each tablet was last heard of and how it was: in memory, written at most once a minute. Those who look are told
 * of what they would see, not of every beat.
 */
@Component
class Heartbeats {

    private static final Duration BETWEEN_QUEUES = Duration.ofSeconds(10);

    private final KioskRepository kiosks;
    private final ApplicationEventPublisher events;
    private final KioskSettings settings;
    private final Clock clock;
    private final Map<String, Beat> beats = new ConcurrentHashMap<>();

    Heartbeats(KioskRepository kiosks, ApplicationEventPublisher events, KioskSettings settings, Clock clock) {
        this.kiosks = kiosks;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * How a tablet was when it was last heard of.
     *
     * @param version null: it has only asked for news since the server started, and {@code queue} is unknown too
     */
    record Beat(
            CentreId centre,
            Instant at,
            int queue,
            @Nullable String version,
            @Nullable String screen,
            Hardware hardware,
            boolean silent,
            Instant toldAt,
            boolean written) {

        private Beat silenced() {
            return new Beat(centre, at, queue, version, screen, hardware, true, toldAt, written);
        }

        private Beat kept() {
            return new Beat(centre, at, queue, version, screen, hardware, silent, toldAt, true);
        }
    }

    Optional<Beat> of(String kiosk) {
        return Optional.ofNullable(beats.get(kiosk));
    }

    /** It asked for news. */
    void heard(Device device, Instant now) {
        beat(device, now, null);
    }

    /** It handed over, or said that it has nothing to hand over. */
    void heard(Device device, Envelope envelope, Instant now) {
        beat(device, now, envelope);
    }

    private void beat(Device device, Instant now, @Nullable Envelope said) {
        boolean[] tell = {false};
        beats.compute(device.id(), (id, before) -> {
            int queue = said != null ? left(said) : before != null ? before.queue() : 0;
            String version = said != null ? said.version() : before != null ? before.version() : null;
            String screen = said != null ? said.screen() : before != null ? before.screen() : null;
            Hardware hardware = said != null ? said.hardware() : before != null ? before.hardware() : Hardware.UNKNOWN;
            tell[0] = before == null
                    || before.silent()
                    || !Objects.equals(version, before.version())
                    || "paused".equals(screen) != "paused".equals(before.screen())
                    || !hardware.equals(before.hardware())
                    || (queue == 0) != (before.queue() == 0)
                    || (queue != before.queue()
                            && before.toldAt().plus(BETWEEN_QUEUES).isBefore(now));
            Instant toldAt = before == null || tell[0] ? now : before.toldAt();
            return new Beat(device.centre(), now, queue, version, screen, hardware, false, toldAt, false);
        });
        if (tell[0]) {
            events.publishEvent(new KiosksChanged(device.centre()));
        }
    }

    /** What waits when these have been answered. */
    private static int left(Envelope said) {
        return Math.max(0, said.queue() - said.events().size());
    }

    /** Another pairing begins from nothing. */
    void forget(String kiosk) {
        beats.remove(kiosk);
    }

    @Scheduled(fixedDelay = 15_000)
    void lookForSilent() {
        Instant limit = clock.instant().minus(settings.silentAfter());
        beats.forEach((kiosk, seen) -> {
            if (!seen.silent() && seen.at().isBefore(limit)) {
                beats.computeIfPresent(kiosk, (id, beat) -> beat.at().isBefore(limit) ? beat.silenced() : beat);
                events.publishEvent(new KiosksChanged(seen.centre()));
            }
        });
    }

    @Scheduled(fixedDelay = 60_000)
    @PreDestroy
    void write() {
        beats.keySet()
                .forEach(kiosk -> beats.computeIfPresent(kiosk, (id, beat) -> {
                    if (!beat.written()) {
                        String version = beat.version();
                        if (version != null) {
                            kiosks.heard(id, beat.at(), beat.queue(), version, beat.screen(), beat.hardware());
                        } else {
                            kiosks.heard(id, beat.at());
                        }
                    }
                    return beat.kept();
                }));
    }
}
