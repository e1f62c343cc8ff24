package se.tambur.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.shared.Durability;
import se.tambur.shared.Settings;

@DatabaseTest
class DataEpochTest {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Durability durability;

    @Autowired
    private TestClock clock;

    @TempDir
    private Path home = Path.of("");

    @BeforeEach
    void farFromOtherTests() {
        clock.set("2030-01-15T09:00");
    }

    private DataEpoch start() {
        var epoch = new DataEpoch(jdbc, durability, new Settings(home, home, null, false), clock);
        epoch.compare();
        return epoch;
    }

    @Test
    void aRestartChangesNothing() {
        String before = start().value();
        clock.set("2030-01-15T09:01");

        assertThat(start().value()).isEqualTo(before);
    }

    @Test
    void aCrashBetweenDatabaseAndFileChangesNothing() throws Exception {
        String before = start().value();
        Files.writeString(home.resolve("data-epoch"), "2030-01-15T07:59:00Z\n");

        assertThat(start().value()).isEqualTo(before);
    }

    @Test
    void yesterdaysBackupUnderTodaysFileHasAnotherName() {
        DataEpoch running = start();
        String before = running.value();
        clock.set("2030-01-16T09:00");
        running.mark();
        jdbc.sql("update data_epoch set marked_at = ? where id = 1")
                .param(KioskRepository.at(clock.instant().minusSeconds(86_400)))
                .update();

        assertThat(start().value()).isNotEqualTo(before);
    }

    @Test
    void aRestoreThatTakesTheFileAwayGivesAnotherName() throws Exception {
        String before = start().value();
        Files.delete(home.resolve("data-epoch"));

        assertThat(start().value()).isNotEqualTo(before);
    }

    @Test
    void aNodeThatRunsOnHearsOfTheNewName() throws Exception {
        DataEpoch running = start();
        Files.delete(home.resolve("data-epoch"));
        String fresh = start().value();
        running.mark();

        assertThat(running.value()).isEqualTo(fresh);
    }
}
