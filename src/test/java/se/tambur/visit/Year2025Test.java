package se.tambur.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The made year at Lekladan, counted apart from Tambur, against what Tambur counts. */
@DatabaseTest
class Year2025Test {

    private static final Set<String> NOT_AGES = Set.of(Tallies.VISITS, Tallies.ADULTS, Tallies.EXPECTING);

    private final Imports imports;
    private final Tallies tallies;
    private final Centres centres;
    private final TestClock clock;

    @Autowired
    Year2025Test(Imports imports, Tallies tallies, Centres centres, TestClock clock) {
        this.imports = imports;
        this.tallies = tallies;
        this.centres = centres;
        this.clock = clock;
    }

    @Test
    void theTalliesOfTheImportedYearGiveEveryNumberThatWasCountedApart() {
        clock.set("2026-11-24T10:12");
        CentreId centre = Doors.open(centres);
        imports.take(centre, "check-ins-2025.csv", Doors.resource("/year-2025/check-ins-2025.csv"), "Asta", p -> {});
        JsonNode expected = new JsonMapper().readTree(Doors.resource("/year-2025/expected-2025.json"));

        assertThat(expected.get("months").size()).isEqualTo(12);
        expected.get("months")
                .properties()
                .forEach(month -> compare(centre, YearMonth.parse(month.getKey()), month.getValue()));
        JsonNode year = expected.get("year");
        LocalDate first = LocalDate.of(2025, 1, 1);
        LocalDate last = LocalDate.of(2025, 12, 31);
        List<Tallies.Tally> all = tallies.of(centre, first, last, Tallies.Axis.HOUR);
        assertThat(Doors.sum(all, Tallies.VISITS)).isEqualTo(year.get("visits").asInt());
        assertThat(children(all)).isEqualTo(year.get("children").asInt());
        assertThat(Doors.sum(all, Tallies.ADULTS)).isEqualTo(year.get("adults").asInt());
        assertThat(Doors.sum(all, Tallies.EXPECTING))
                .isEqualTo(year.get("expecting").asInt());
        assertThat(tallies.sessions(centre, first, last))
                .hasSize(year.get("sessionsHeld").asInt());
    }

    private void compare(CentreId centre, YearMonth month, JsonNode expected) {
        for (Tallies.Axis axis : Tallies.Axis.values()) {
            List<Tallies.Tally> all = tallies.of(centre, month.atDay(1), month.atEndOfMonth(), axis);
            assertThat(Doors.sum(all, Tallies.VISITS))
                    .isEqualTo(expected.get("visits").asInt());
            assertThat(children(all)).isEqualTo(expected.get("children").asInt());
            assertThat(Doors.sum(all, Tallies.ADULTS))
                    .isEqualTo(expected.get("adults").asInt());
            assertThat(Doors.sum(all, Tallies.EXPECTING))
                    .isEqualTo(expected.get("expecting").asInt());
            assertThat(children(all, Tallies.Tally::category)).isEqualTo(numbers(expected.get("childrenByAge")));
            assertThat(children(
                            all, t -> Integer.toString(t.day().getDayOfWeek().getValue())))
                    .isEqualTo(numbers(expected.get("childrenByWeekday")));
            List<Tallies.Tally> outside =
                    all.stream().filter(t -> t.session() == null).toList();
            JsonNode outsideHours = expected.get("outsideHours");
            assertThat(Doors.sum(outside, Tallies.VISITS))
                    .isEqualTo(outsideHours.get("visits").asInt());
            assertThat(children(outside)).isEqualTo(outsideHours.get("children").asInt());
            assertThat(Doors.sum(outside, Tallies.ADULTS))
                    .isEqualTo(outsideHours.get("adults").asInt());
            assertThat(busiest(all)).isEqualTo(busiest(expected.get("busiestSession")));
        }
        List<Tallies.Tally> byActivity =
                tallies.of(centre, month.atDay(1), month.atEndOfMonth(), Tallies.Axis.ACTIVITY);
        assertThat(children(byActivity, Tallies.Tally::key)).isEqualTo(numbers(expected.get("childrenByActivity")));
        assertThat(sums(
                        byActivity.stream()
                                .filter(t -> t.category().equals(Tallies.VISITS))
                                .toList(),
                        Tallies.Tally::key))
                .isEqualTo(numbers(expected.get("visitsByActivity")));

        List<Tallies.HeldSession> held = tallies.sessions(centre, month.atDay(1), month.atEndOfMonth());
        assertThat(held).hasSize(expected.get("sessionsHeld").asInt());
        assertThat(held.stream().filter(s -> s.state() == Tallies.State.COUNTED))
                .hasSize(expected.get("sessionsWithVisits").asInt());
        LocalDate lastRow = LocalDate.of(2025, 12, 18);
        assertThat(held.stream()
                        .filter(s -> s.state() == Tallies.State.NOT_COUNTED)
                        .map(s -> s.session().day())
                        .filter(day -> !day.isAfter(lastRow)))
                .isEmpty();
    }

    private static int children(List<Tallies.Tally> tallies) {
        return heads(tallies).stream().mapToInt(Tallies.Tally::number).sum();
    }

    private static Map<String, Integer> children(List<Tallies.Tally> tallies, Function<Tallies.Tally, String> by) {
        return sums(heads(tallies), by);
    }

    private static List<Tallies.Tally> heads(List<Tallies.Tally> tallies) {
        return tallies.stream().filter(t -> !NOT_AGES.contains(t.category())).toList();
    }

    private static Map<String, Integer> sums(List<Tallies.Tally> tallies, Function<Tallies.Tally, String> by) {
        return tallies.stream()
                .collect(Collectors.groupingBy(by, TreeMap::new, Collectors.summingInt(Tallies.Tally::number)));
    }

    private static String busiest(List<Tallies.Tally> tallies) {
        return sums(heads(tallies).stream().filter(t -> t.session() != null).toList(), t -> t.day() + " " + t.session())
                .entrySet()
                .stream()
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.<String, Integer>comparingByKey(Comparator.reverseOrder())))
                .map(busy -> busy.getKey() + " " + busy.getValue())
                .orElse("none");
    }

    private static String busiest(JsonNode expected) {
        return expected == null || expected.isNull()
                ? "none"
                : expected.get("session").asString() + " "
                        + expected.get("children").asInt();
    }

    private static Map<String, Integer> numbers(JsonNode node) {
        Map<String, Integer> numbers = new HashMap<>();
        node.properties().forEach(number -> {
            if (number.getValue().asInt() > 0) {
                numbers.put(number.getKey(), number.getValue().asInt());
            }
        });
        return numbers;
    }
}
