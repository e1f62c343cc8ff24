package se.tambur.kiosk;

import java.text.Collator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.NoSuchCentre;
import se.tambur.shared.Audited;
import se.tambur.shared.Durability;
import se.tambur.shared.Words;

/** The tablets of a centre: pairing and health. */
@Service
public class Kiosks {

    static final int LONGEST_NAME = 60;

    /** A token handed out is given this long to arrive before another one is tried. */
    private static final Duration ON_ITS_WAY = Duration.ofHours(1);

    /** How long a tablet that was let go is still known again when it comes back. */
    private static final Duration REMEMBERED = Duration.ofDays(180);

    private final KioskRepository kiosks;
    private final Heartbeats heartbeats;
    private final Centres centres;
    private final Words words;
    private final Durability durability;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate whole;
    private final KioskSettings settings;
    private final Clock clock;

    Kiosks(
            KioskRepository kiosks,
            Heartbeats heartbeats,
            Centres centres,
            Words words,
            Durability durability,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            KioskSettings settings,
            Clock clock) {
        this.kiosks = kiosks;
        this.heartbeats = heartbeats;
        this.centres = centres;
        this.words = words;
        this.durability = durability;
        this.events = events;
        this.whole = new TransactionTemplate(transactions);
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A fresh pairing code for a new tablet: eight letters, ten minutes, used once.
     *
     * @param name what the tablet will be called; null: by a number, or as before when it had been paired
     * @throws NoSuchCentre when there is none of that id
     */
    public PairingCode newCode(CentreId centre, @Nullable String name, String author) {
        if (!centres.exists(centre)) {
            throw new NoSuchCentre(centre.value());
        }
        Instant now = clock.instant();
        Instant until = now.plus(Duration.ofMinutes(settings.codeMinutes()));
        String code = Secrets.code();
        kiosks.keepCode(Secrets.hash(code), centre, tidy(name), until, now);
        events.publishEvent(
                new Audited(author, centre.value(), "kiosk.code", Objects.requireNonNullElse(tidy(name), "")));
        return new PairingCode(code, until);
    }

    /** Whether a code has been used neither by a tablet nor by time. */
    boolean waits(PairingCode code) {
        return kiosks.waits(Secrets.hash(code.code()), clock.instant());
    }

    /** The paired tablets of a centre, by name. */
    public List<Health> health(CentreId centre) {
        return kiosks.paired(centre).stream()
                .map(this::health)
                .sorted(Comparator.comparing(Health::name, Collator.getInstance(Locale.of("sv", "SE")))
                        .thenComparing(Health::id))
                .toList();
    }

    private Health health(KioskRepository.Row row) {
        Optional<Heartbeats.Beat> beat = heartbeats.of(row.id());
        Instant last = beat.map(Heartbeats.Beat::at)
                .filter(at -> row.lastContact() == null || at.isAfter(row.lastContact()))
                .orElse(row.lastContact());
        Optional<Heartbeats.Beat> said = beat.filter(heard -> heard.version() != null);
        String screen = said.map(Heartbeats.Beat::screen).orElse(row.screen());
        return new Health(
                row.id(),
                row.name(),
                last,
                said.map(Heartbeats.Beat::queue).orElse(row.queue()),
                said.map(Heartbeats.Beat::version).orElse(row.version()),
                row.paused() || "paused".equals(screen),
                said.map(Heartbeats.Beat::hardware).orElse(row.hardware()),
                row.missedSince());
    }

    /** A tablet may no longer hand anything over; what waits on it stays there until it is paired again. */
    public void revoke(CentreId centre, String kiosk, String author) {
        change(centre, kiosk, author, "kiosk.revoked", kiosks.revoke(centre, kiosk, clock.instant()));
    }

    /** Takes a revocation back; the tablet goes on as if nothing had happened. */
    public void restore(CentreId centre, String kiosk, String author) {
        change(centre, kiosk, author, "kiosk.restored", kiosks.restore(centre, kiosk));
    }

    /** Calls a tablet by another name, 1 to 60 characters; a blank one changes nothing. */
    public void rename(CentreId centre, String kiosk, String name, String author) {
        String tidied = tidy(name);
        if (tidied != null) {
            change(centre, kiosk, author, "kiosk.renamed", kiosks.rename(centre, kiosk, tidied));
        }
    }

    /** Stops a tablet from counting, or lets it go on. */
    public void pause(CentreId centre, String kiosk, boolean paused, String author) {
        String deed = paused ? "kiosk.paused" : "kiosk.resumed";
        change(centre, kiosk, author, deed, kiosks.pause(centre, kiosk, paused));
    }

    /** Asks a tablet to show which one it is, when it next hands over. */
    public void identify(CentreId centre, String kiosk, String author) {
        change(centre, kiosk, author, "kiosk.identified", kiosks.command(centre, kiosk, "identify"));
    }

    /** Asks a tablet to load itself anew, when it next hands over. */
    public void reload(CentreId centre, String kiosk, String author) {
        change(centre, kiosk, author, "kiosk.reloaded", kiosks.command(centre, kiosk, "reload"));
    }

    private void change(CentreId centre, String kiosk, String author, String deed, boolean done) {
        if (done) {
            String name =
                    kiosks.find(centre, kiosk).map(KioskRepository.Row::name).orElse("");
            events.publishEvent(new Audited(author, centre.value(), deed, name));
            events.publishEvent(new KiosksChanged(centre));
        }
    }

    /** The four digits of the staff corner, shown in the office; the same for all tablets of a centre. */
    public String pin(CentreId centre) {
        return pinRow(centre).pin();
    }

    /** Gives the staff corner other digits; tablets know them at their next contact. */
    public String newPin(CentreId centre, String author) {
        String old = pin(centre);
        String fresh = Secrets.fourDigits();
        while (fresh.equals(old)) {
            fresh = Secrets.fourDigits();
        }
        return setPin(centre, fresh, author);
    }

    /** Brings back digits that the centre had before. */
    String setPin(CentreId centre, String pin, String author) {
        kiosks.changePin(centre, pin, Base64.getEncoder().encodeToString(Secrets.bytes(16)));
        events.publishEvent(new Audited(author, centre.value(), "kiosk.pin", ""));
        events.publishEvent(new PinChanged(centre));
        return pin;
    }

    KioskRepository.PinRow pinRow(CentreId centre) {
        return kiosks.pin(centre).orElseGet(() -> {
            kiosks.keepPin(centre, Secrets.fourDigits(), Base64.getEncoder().encodeToString(Secrets.bytes(16)));
            return kiosks.pin(centre).orElseThrow();
        });
    }

    /**
     * Uses up a code. A tablet that was paired to the same centre before is known again by its old token, also a revoked
     * one: its clocks and its name stay. One of another centre is let go there.
     *
     * @return the tablet's new token, to be kept by it alone; empty: the code is wrong, used or too old
     */
    Optional<String> pair(String code, @Nullable String oldToken) {
        Instant now = clock.instant();
        Optional<Paired> paired = Objects.requireNonNull(whole.execute(status -> kiosks.useCode(Secrets.hash(code), now)
                .map(used -> {
                    Optional<Device> before = oldToken == null
                            ? Optional.empty()
                            : kiosks.bearer(Secrets.hash(oldToken)).map(KioskRepository.Bearer::device);
                    before.filter(device -> !device.centre().equals(used.centre()))
                            .ifPresent(device -> kiosks.revoke(device.centre(), device.id(), now));
                    return settle(used, before.filter(device -> device.centre().equals(used.centre())), now);
                })));
        paired.ifPresent(fresh -> {
            durability.settle();
            heartbeats.forget(fresh.kiosk());
            events.publishEvent(new Audited("system", fresh.centre().value(), "kiosk.paired", fresh.name()));
            events.publishEvent(new KiosksChanged(fresh.centre()));
        });
        return paired.map(Paired::token);
    }

    private Paired settle(KioskRepository.Code used, Optional<Device> before, Instant now) {
        String id = before.map(Device::id).orElseGet(() -> UUID.randomUUID().toString());
        String name = Optional.ofNullable(used.name())
                .or(() -> before.map(Device::name))
                .orElseGet(() -> numbered(used.centre()));
        if (before.isPresent()) {
            kiosks.pairAgain(id, name, now);
        } else {
            kiosks.add(id, used.centre(), name, now);
        }
        String token = Secrets.token();
        kiosks.addToken(Secrets.hash(token), id, now);
        return new Paired(id, used.centre(), name, token);
    }

    private record Paired(String kiosk, CentreId centre, String name, String token) {}

    private String numbered(CentreId centre) {
        String language = centres.plan(centre).language();
        List<String> taken =
                kiosks.paired(centre).stream().map(KioskRepository.Row::name).toList();
        for (int number = 1; ; number++) {
            String name = words.say(language, "kioskoffice.numbered", number);
            if (!taken.contains(name)) {
                return name;
            }
        }
    }

    /**
     * Whose token this is, unless it was revoked or has been replaced for too long. One that is getting old is to be
     * replaced: both are good until the new one has been used and a while more.
     */
    Optional<Known> known(String token) {
        Instant now = clock.instant();
        String hash = Secrets.hash(token);
        return kiosks.bearer(hash)
                .filter(bearer -> !bearer.revoked())
                .filter(bearer ->
                        bearer.goodUntil() == null || bearer.goodUntil().isAfter(now))
                .map(bearer -> {
                    Device device = bearer.device();
                    if (bearer.usedAt() == null) {
                        kiosks.takesOver(hash, device.id(), bearer.madeAt(), now, now.plus(settings.tokenOverlap()));
                    }
                    boolean old = bearer.goodUntil() == null
                            && !bearer.madeAt().plus(settings.tokenRenewal()).isAfter(now);
                    return new Known(device, old ? replacement(device, now) : null);
                });
    }

    private @Nullable String replacement(Device device, Instant now) {
        if (kiosks.handedSince(device.id(), now.minus(ON_ITS_WAY))) {
            return null;
        }
        String token = Secrets.token();
        kiosks.addToken(Secrets.hash(token), device.id(), now);
        // a tablet must never hold a token that a power cut has made us forget
        durability.settle();
        return token;
    }

    /** @param replacement a token that takes over from the one shown; null: it is young enough */
    record Known(Device device, @Nullable String replacement) {}

    /** What the office wants a tablet to do; told once. */
    @Nullable
    String takeCommand(Device device) {
        String command = device.command();
        if (command != null) {
            kiosks.commanded(device.id(), command);
        }
        return command;
    }

    @Scheduled(cron = "0 15 3 * * *")
    void forget() {
        kiosks.forget(clock.instant().minus(REMEMBERED));
    }

    private static @Nullable String tidy(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String tidied = name.replaceAll("\\p{Cntrl}+", " ").strip();
        return tidied.isEmpty() ? null : tidied.substring(0, Math.min(tidied.length(), LONGEST_NAME));
    }

    /** A code to type into a tablet. */
    public record PairingCode(String code, Instant until) {}

    /**
     * How a tablet is.
     *
     * @param id stable, for bursts and revocation
     * @param lastContact null: not since it was paired
     * @param queue visits that wait on it
     * @param hardware what its browser tells
     * @param missedSince when it fell silent while the house was open; null: it is not missed
     */
    public record Health(
            String id,
            String name,
            @Nullable Instant lastContact,
            int queue,
            @Nullable String version,
            boolean paused,
            Hardware hardware,
            @Nullable Instant missedSince) {

        /** Whether it has been heard of within {@code limit} before {@code now}. */
        public boolean connected(Instant now, Duration limit) {
            Instant last = lastContact;
            return last != null && last.isAfter(now.minus(limit));
        }
    }
}
