package se.tambur.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The plan we ship against a year that was counted apart from Tambur. */
class LekladanTest {

    private static final Path FILE = Path.of("kiosk-config/centres/lekladan.yaml");

    private final Timetable timetable = timetable(FILE);
    private final JsonNode expected = expected();

    static Timetable timetable(Path file) {
        try {
            String text = Files.readString(file);
            return new PlanHistory(List.of(new PlanHistory.Version(
                    1, null, text, PlanYaml.read(file.getFileName().toString(), text), "test", Instant.EPOCH)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode expected() {
        try (var in = LekladanTest.class.getResourceAsStream("/year-2025/expected-2025.json")) {
            return JsonMapper.builder().build().readTree(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void everyMonthOf2025HeldAsManySessionsAsWereCountedByHand() {
        int year = 0;
        for (int month = 1; month <= 12; month++) {
            YearMonth of = YearMonth.of(2025, month);
            int held = of.atDay(1)
                    .datesUntil(of.atEndOfMonth().plusDays(1))
                    .mapToInt(day -> timetable.sessions(day).size())
                    .sum();
            assertThat(held)
                    .as(of.toString())
                    .isEqualTo(expected.get("months")
                            .get(of.toString())
                            .get("sessionsHeld")
                            .asInt());
            year += held;
        }
        assertThat(year).isEqualTo(161);
    }

    @Test
    void everyVisitOf2025FallsInsideOrOutsideHoursAsCountedByHand() throws IOException {
        Map<String, Integer> outside = new TreeMap<>();
        for (String row : rows()) {
            LocalDateTime arrived = LocalDateTime.parse(row.split(",")[0]);
            Instant moment = arrived.atZone(timetable.zone()).toInstant();
            if (timetable.place(moment).session().isEmpty()) {
                outside.merge(YearMonth.from(arrived).toString(), 1, Integer::sum);
            }
        }
        expected.get("months")
                .properties()
                .forEach(month -> assertThat(outside.getOrDefault(month.getKey(), 0))
                        .as(month.getKey())
                        .isEqualTo(month.getValue()
                                .get("outsideHours")
                                .get("visits")
                                .asInt()));
    }

    private static List<String> rows() throws IOException {
        try (var in = LekladanTest.class.getResourceAsStream("/year-2025/check-ins-2025.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }

    @Test
    void theHouseIsAliveWhenItIsShownInTheWinterOf2026() {
        assertThat(timetable.sessions(LocalDate.parse("2026-11-24")))
                .extracting(session -> session.opens() + "-" + session.closes())
                .containsExactly("10:00-12:00", "13:00-16:00");
        assertThat(timetable.sessions(LocalDate.parse("2027-01-11"))).hasSize(1);
        assertThat(timetable.sessions(LocalDate.parse("2026-12-21"))).isEmpty();
        assertThat(timetable.sessions(LocalDate.parse("2027-07-05"))).isEmpty();
    }

    @Test
    void everyNameOnTheTabletStandsInEveryLanguageOfTheHouse() {
        Plan plan = timetable.planOn(LocalDate.parse("2026-11-24"));
        assertThat(plan.languages()).containsExactly("sv", "en", "fi", "ar", "so");
        assertThat(plan.ages())
                .allSatisfy(age -> assertThat(age.name().byLanguage()).containsOnlyKeys(plan.languages()));
        assertThat(plan.activities().stream().filter(Plan.Activity::kiosk))
                .allSatisfy(activity -> assertThat(activity.name().byLanguage()).containsOnlyKeys(plan.languages()));
    }
}
