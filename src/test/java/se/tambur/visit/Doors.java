package se.tambur.visit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

/** Houses and families for tests of visits. */
public final class Doors {

    static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");
    private static final AtomicInteger OPENED = new AtomicInteger();

    private Doors() {}

    /** A house of its own with the timetable of Lekladan: Monday 9-12, Tuesday 10-12 and 13-16, Thursday 9-12. */
    public static CentreId open(Centres centres) {
        String id = "visit-" + OPENED.incrementAndGet();
        try {
            String plan = Files.readString(Path.of("kiosk-config/centres/lekladan.yaml"));
            centres.adopt(id + ".yaml", plan.replace("id: lekladan", "id: " + id), null, "test");
            return new CentreId(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Doors.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Local time in Stockholm, such as {@code 2026-11-24T10:12:30}. */
    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant();
    }

    static DoorEvent.Arrived family(Instant at) {
        return arrived(at, null, party(1, "2y", 1));
    }

    static DoorEvent.Arrived arrived(@Nullable Instant at, @Nullable String activity, Party party) {
        return new DoorEvent.Arrived(UUID.randomUUID(), at, activity == null ? null : new ActivityId(activity), party);
    }

    static DoorEvent.Undone undo(DoorEvent.Arrived arrived) {
        return new DoorEvent.Undone(UUID.randomUUID(), arrived.id());
    }

    /** @param children age and number, age and number */
    static Party party(int adults, Object... children) {
        Map<AgeId, Integer> heads = new HashMap<>();
        for (int i = 0; i < children.length; i += 2) {
            heads.put(new AgeId((String) children[i]), (Integer) children[i + 1]);
        }
        return new Party(adults, heads, false);
    }

    static int sum(List<Tallies.Tally> tallies, String category) {
        return tallies.stream()
                .filter(tally -> tally.category().equals(category))
                .mapToInt(Tallies.Tally::number)
                .sum();
    }
}
