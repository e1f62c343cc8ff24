package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server's plug is pulled while tablets hand over: what was answered is there, once. */
class PowerCutTest {

    private static final int TABLETS = 4;
    private static final int MOST_WAITING = 300;

    @Test
    @Tag("fault")
    void tenPowerCutsDuringTheMorningLoseNobodyAndDoubleNobody() throws Exception {
        pullThePlug(10);
    }

    @Test
    @Tag("fault-long")
    void aThousandPowerCutsLoseNobodyAndDoubleNobody() throws Exception {
        pullThePlug(1000);
    }

    private static void pullThePlug(int times) throws Exception {
        try (House house = House.fresh("--tambur.visits.burst-visits=1000000")) {
            Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
            Set<UUID> made = ConcurrentHashMap.newKeySet();
            var over = new AtomicBoolean();
            var doors = new ArrayList<Thread>();
            var waiting = new ArrayList<List<UUID>>();
            var tablets = new ArrayList<Tablet>();
            for (int i = 0; i < TABLETS; i++) {
                Tablet tablet = Tablet.pair(house);
                tablets.add(tablet);
                List<UUID> outbox = new ArrayList<>();
                waiting.add(outbox);
                doors.add(Thread.ofPlatform().start(() -> {
                    while (!over.get()) {
                        // a morning's families wait while the house is dark, not a town's
                        if (outbox.size() < MOST_WAITING) {
                            UUID id = UUID.randomUUID();
                            made.add(id);
                            outbox.add(id);
                        }
                        offer(tablet, outbox, acknowledged);
                    }
                }));
            }
            for (int cut = 0; cut < times; cut++) {
                Thread.sleep(ThreadLocalRandom.current().nextInt(200, 900));
                house.kill();
                house.open();
            }
            Thread.sleep(300);
            over.set(true);
            for (Thread door : doors) {
                door.join();
            }
            int lost = counted(house);
            assertThat(lost)
                    .as("at least the acknowledged, at most the made")
                    .isBetween(acknowledged.size(), made.size());
            for (int i = 0; i < TABLETS; i++) {
                long patience = System.nanoTime() + Duration.ofSeconds(60).toNanos();
                while (!waiting.get(i).isEmpty() && System.nanoTime() < patience) {
                    offer(tablets.get(i), waiting.get(i), acknowledged);
                }
                // and once more, as after an answer that never arrived
                tablets.get(i).close();
            }
            assertThat(acknowledged).hasSameSizeAs(made);
            assertThat(counted(house)).isEqualTo(made.size());
        }
    }

    private static void offer(Tablet tablet, List<UUID> outbox, Set<UUID> acknowledged) {
        List<UUID> some = outbox.subList(0, Math.min(100, outbox.size()));
        JsonNode answer = tablet.sync(some.stream().map(tablet::family).toList());
        if (answer != null) {
            List<UUID> kept = Tablet.kept(answer);
            acknowledged.addAll(kept);
            outbox.removeAll(kept);
        } else {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    /** The visits of this month as the report has them. */
    private static int counted(House house) {
        var month = LocalDate.now(ZoneId.of("Europe/Stockholm")).toString().substring(0, 7);
        byte[] json = house.control("GET", "report?centre=lekladan&format=json&period=" + month)
                .body();
        return JsonMapper.builder().build().readTree(json).get("visits").asInt();
    }
}
