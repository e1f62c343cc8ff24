package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The network is gone, the tablet starts cold, its browser dies: every family is still counted, once, at its minute. */
@Tag("browser")
class OutageTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final int FAMILIES = 20;

    @Test
    void twentyFamiliesDuringAnOutageAreAllThereAfterwards() throws Exception {
        Path profile = Chromium.freshProfile();
        try (House house = House.fresh("--tambur.visits.burst-visits=1000")) {
            try (Chromium chromium = Chromium.tablet(profile, 1280, 800)) {
                Door door = new Door(chromium.context().pages().getFirst())
                        .open(house)
                        .pair(house.kioskCode());
                door.page().evaluate("() => navigator.serviceWorker.ready.then(() => true)");
                // a second visit to the page is served by the service worker
                door.open(house);
                door.age("1y").waitFor();
            }
            house.stop();

            var minutes = new ArrayList<LocalDateTime>();
            var chromium = Chromium.tablet(profile, 1280, 800);
            Door door = new Door(chromium.context().pages().getFirst()).open(house);
            for (int i = 0; i < FAMILIES; i++) {
                door.age("2y").waitFor();
                door.tap("2y").done();
                minutes.add(now());
                door.next();
            }
            kill(profile);

            house.open();
            try (Chromium again = Chromium.tablet(profile, 1280, 800)) {
                new Door(again.context().pages().getFirst())
                        .open(house)
                        .age("1y")
                        .waitFor();
                waitFor(house, FAMILIES);
            }
            house.stop();
            List<LocalDateTime> counted = arrivals(house);
            assertThat(counted).hasSize(FAMILIES);
            for (int i = 0; i < FAMILIES; i++) {
                assertThat(counted.get(i))
                        .as("family %d", i + 1)
                        .isBetween(minutes.get(i).minusMinutes(1), minutes.get(i));
            }
        }
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(STOCKHOLM).truncatedTo(ChronoUnit.MINUTES);
    }

    private static void waitFor(House house, int visits) throws Exception {
        String month = now().toString().substring(0, 7);
        for (int i = 0; i < 120; i++) {
            String json = new String(
                    house.control("GET", "report?centre=lekladan&format=json&period=" + month)
                            .body(),
                    java.nio.charset.StandardCharsets.UTF_8);
            if (json.replaceAll("\\s", "").contains("\"visits\":" + visits + ",")) {
                return;
            }
            Thread.sleep(500);
        }
    }

    /** As when the tablet's battery is pulled: every process of that profile at once. */
    private static void kill(Path profile) {
        ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .commandLine()
                        .filter(line -> line.contains(profile.toString()))
                        .isPresent())
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static List<LocalDateTime> arrivals(House house) throws Exception {
        var arrivals = new ArrayList<LocalDateTime>();
        try (var connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + house.home().toAbsolutePath()
                                + "/tambur;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select arrived_at from check_in where state = 'counted' order by arrived_at")) {
            while (rows.next()) {
                arrivals.add(rows.getObject(1, LocalDateTime.class));
            }
        }
        return arrivals;
    }
}
