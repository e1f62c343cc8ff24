package se.tambur.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.visit.Imports;

/** Houses for tests of reports. */
final class Months {

    private static final AtomicInteger OPENED = new AtomicInteger();

    private Months() {}

    /** A house of its own with the timetable of Lekladan: Monday 9-12, Tuesday 10-12 and 13-16, Thursday 9-12. */
    static CentreId house(Centres centres) {
        String id = "report-" + OPENED.incrementAndGet();
        String plan = new String(resource("/year-2025/plan.yaml"), StandardCharsets.UTF_8);
        centres.adopt(id + ".yaml", plan.replace("id: lekladan", "id: " + id), null, "test");
        return new CentreId(id);
    }

    /** A house whose year 2025 has been taken in from the file that was counted apart from Tambur. */
    static CentreId houseWith2025(Centres centres, Imports imports) {
        CentreId house = house(centres);
        imports.take(house, "check-ins-2025.csv", resource("/year-2025/check-ins-2025.csv"), "test", done -> {});
        return house;
    }

    /** A file of check-ins in the house, one line each without its header. */
    static void takeIn(Imports imports, CentreId house, String... lines) {
        String csv = "arrived_at,activity,0-11m,1y,2y,3-5y,6y+,adults,expecting\n" + String.join("\n", lines) + "\n";
        imports.take(house, "test.csv", csv.getBytes(StandardCharsets.UTF_8), "test", done -> {});
    }

    static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Months.class.getResourceAsStream(name))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
