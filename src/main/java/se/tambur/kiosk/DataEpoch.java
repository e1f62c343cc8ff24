package se.tambur.kiosk;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.tambur.shared.Durability;
import se.tambur.shared.Settings;

/**
 * Names the data: when a backup was restored it has another name, and the tablets offer again what they still hold.
 *
 * <p>The database and the file {@code data-epoch} beside it carry the same mark, moved on every minute, in the database
 * first. At start a database whose mark is older than the file's is a restored one. A missing file means the same, so
 * {@code scripts/restore} removes it and {@code scripts/backup} leaves it out. A new name too many is harmless: every
 * event is recognised by its receipt. What a restore by hand of a backup younger than a minute loses goes unnoticed.
 */
@Component
class DataEpoch {

    private static final Logger log = LoggerFactory.getLogger(DataEpoch.class);

    private final JdbcClient jdbc;
    private final Durability durability;
    private final Path file;
    private final Clock clock;
    private volatile UUID epoch = new UUID(0, 0);

    DataEpoch(JdbcClient jdbc, Durability durability, Settings settings, Clock clock) {
        this.jdbc = jdbc;
        this.durability = durability;
        this.file = settings.home().resolve("data-epoch");
        this.clock = clock;
    }

    /** The name of the data, for the tablets. */
    String value() {
        return epoch.toString();
    }

    @PostConstruct
    void compare() {
        Optional<Instant> inDatabase = jdbc.sql("select marked_at from data_epoch where id = 1")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .optional();
        Optional<Instant> inFile = read();
        if (inDatabase.isEmpty()) {
            jdbc.sql("insert into data_epoch (id, epoch, marked_at) values (1, ?, ?) on conflict do nothing")
                    .params(UUID.randomUUID(), KioskRepository.at(now()))
                    .update();
        } else if (inFile.isEmpty() || inDatabase.get().isBefore(inFile.get())) {
            jdbc.sql("update data_epoch set epoch = ? where id = 1")
                    .param(UUID.randomUUID())
                    .update();
            log.info("These data are a restored backup or on a new machine: the tablets are asked for what they hold");
        }
        mark();
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void mark() {
        Instant now = now();
        jdbc.sql("update data_epoch set marked_at = ? where id = 1 and marked_at < ?")
                .params(KioskRepository.at(now), KioskRepository.at(now))
                .update();
        // another node may have found the data restored
        epoch = jdbc.sql("select epoch from data_epoch where id = 1")
                .query(UUID.class)
                .single();
        Instant marked = jdbc.sql("select marked_at from data_epoch where id = 1")
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
        durability.settle();
        write(marked);
    }

    /** Databases keep microseconds at least; the file shall not be ahead by the rest. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private Optional<Instant> read() {
        try {
            return Optional.of(Instant.parse(Files.readString(file).strip()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | DateTimeParseException e) {
            log.warn("{} cannot be read, so the data count as restored", file.getFileName());
            return Optional.empty();
        }
    }

    private void write(Instant marked) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = file.resolveSibling("data-epoch.new");
            Files.writeString(fresh, marked + "\n");
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            // an older mark in the file only makes a restored backup harder to notice
            log.warn(
                    "The mark of the data could not be written: {}",
                    e.getClass().getSimpleName());
        }
    }
}
