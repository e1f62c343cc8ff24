package se.tambur.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tambur.centre.Plan.KioskOptions.LONGEST_WELCOME;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlanRoundTripTest {

    private static final int PLANS = 400;

    @Test
    void whateverPlanIsWrittenIsReadAgainAsTheSame() {
        for (int seed = 0; seed < PLANS; seed++) {
            Plan plan = new Made(seed).plan();
            String text = PlanYaml.write(plan);
            Plan read = PlanYaml.read("plan " + seed, text);
            assertThat(read).as(text).isEqualTo(plan);
            assertThat(PlanYaml.write(read)).isEqualTo(text);
        }
    }

    static Stream<Path> files() throws IOException {
        return Stream.of("centres", "examples").flatMap(folder -> list(Path.of("kiosk-config", folder)));
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyPlanThatComesWithTheHouseIsReadAndWrittenAgain(Path file) throws IOException {
        Plan plan = PlanYaml.read(file.toString(), Files.readString(file));
        assertThat(PlanYaml.read(file.toString(), PlanYaml.write(plan))).isEqualTo(plan);
    }

    @Test
    void thePlanIsWrittenOneThingALineAsAPersonWould() throws IOException {
        Path file = Path.of("kiosk-config/centres/lekladan.yaml");
        assertThat(PlanYaml.write(PlanYaml.read("lekladan.yaml", Files.readString(file))))
                .startsWith("""
                        centre:
                            id: lekladan
                            name: Öppna förskolan Lekladan
                            timezone: Europe/Stockholm
                            languages: [sv, en, fi, ar, so]
                            capacity: 80
                            contact: {phone: 0513-000 00, address: Storgatan 1, web: 'https://www.example.se/oppnaforskolan'}
                        ages:
                          - {id: 0-11m, picture: baby, name: {sv: Bebis""")
                .contains("""
                            monday:
                              - {open: "09:00-12:00", activities: [oppen-lek, {id: sang, at: "10:00-10:30"}]}
                        """);
    }

    /** Plans as odd as the rules allow. */
    private static final class Made {

        private static final List<String> LANGUAGES = List.of("sv", "en", "fi", "ar", "so", "no", "sma", "sr-Latn");
        private static final List<String> ODD_WORDS = List.of(
                "Öppen lek",
                "true",
                "no",
                "~",
                "null",
                "12",
                "1e3",
                "0x1F",
                "10:30",
                "2026-05-19",
                "- strecket",
                "# inte en kommentar",
                "a: b",
                "{sv: x}",
                "[x]",
                "*stjärna",
                "&och",
                "!utrop",
                "%procent",
                "@snabel",
                "'enkla'",
                "\"dubbla\"",
                "bak\\streck",
                " blank före och efter ",
                "أغاني الرضّع",
                "\u200Fرضيع\u200F",
                "👶🏽 bebis",
                "e\u0301 och é",
                "\u00A0hårt mellanrum",
                "\uFEFFmärke",
                "=",
                "<<",
                "?",
                "|",
                ">",
                ",",
                "x".repeat(1000));

        private final Random random;

        Made(int seed) {
            this.random = new Random(seed);
        }

        Plan plan() {
            List<String> languages = some(LANGUAGES, 1);
            String first = languages.getFirst();
            List<AgeId> ages = IntStream.rangeClosed(1, 1 + random.nextInt(12))
                    .mapToObj(i -> new AgeId(i + (i % 3 == 0 ? "y+" : "-" + i + "m")))
                    .toList();
            List<Plan.Activity> activities = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(6); i++) {
                Plan.Level level = i == 0 ? Plan.Level.UNIVERSAL : one(List.of(Plan.Level.values()));
                activities.add(new Plan.Activity(
                        new ActivityId("aktivitet-" + i),
                        one(List.of("teddy", "no", "12", "null")),
                        level,
                        one(List.of("preschool", "true", "child-health")),
                        Duration.ofMinutes(5 + random.nextInt(476)),
                        i == 0 || level == Plan.Level.UNIVERSAL && random.nextBoolean(),
                        text(first),
                        maybe(first),
                        new LinkedHashSet<>(random.nextBoolean() ? List.of() : some(ages, 1))));
            }
            List<ActivityId> ids = activities.stream().map(Plan.Activity::id).toList();
            Map<DayOfWeek, List<Plan.Opening>> week = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : some(List.of(DayOfWeek.values()), 0)) {
                week.put(day, openings(ids, first, true));
            }
            return new Plan(
                    new CentreId(one(List.of("huset", "1", "true", "a-1"))),
                    one(ODD_WORDS),
                    ZoneId.of(one(List.of("Europe/Stockholm", "Europe/Helsinki", "America/St_Johns", "UTC"))),
                    languages,
                    1 + random.nextInt(10_000),
                    new Plan.Contact(
                            orNot(one(ODD_WORDS)),
                            orNot(one(ODD_WORDS)),
                            orNot("https://www.example.se/å?a=1&b=[2]#c"
                                    .replace("å", "a")
                                    .replace("[2]", "2"))),
                    ages.stream()
                            .map(age -> new Plan.Age(age, one(List.of("baby", "chick")), text(first), maybe(first)))
                            .toList(),
                    activities,
                    week,
                    closures(first),
                    extra(ids, first),
                    new Plan.KioskOptions(
                            random.nextBoolean(), random.nextBoolean(), 10 + random.nextInt(591), welcome(first)));
        }

        private List<Plan.Opening> openings(List<ActivityId> ids, String first, boolean everyWeek) {
            List<Plan.Opening> openings = new ArrayList<>();
            LocalTime at = LocalTime.of(random.nextInt(6), random.nextInt(60));
            for (int i = 0; i <= random.nextInt(3); i++) {
                LocalTime closes = at.plusMinutes(30 + random.nextInt(240));
                openings.add(new Plan.Opening(at, closes, maybe(first), slots(ids, at, closes, everyWeek)));
                at = closes.plusMinutes(random.nextInt(90));
            }
            return openings;
        }

        private List<Plan.Slot> slots(List<ActivityId> ids, LocalTime opens, LocalTime closes, boolean everyWeek) {
            List<Plan.Slot> slots = new ArrayList<>();
            for (ActivityId id : some(ids, 1)) {
                Plan.Weeks weeks = everyWeek ? one(List.of(Plan.Weeks.values())) : Plan.Weeks.ALL;
                LocalTime from = opens.plusMinutes(random.nextInt(10));
                slots.add(
                        random.nextBoolean()
                                ? new Plan.Slot(id, null, null, weeks)
                                : new Plan.Slot(id, from, closes.minusMinutes(random.nextInt(10)), weeks));
            }
            return slots;
        }

        private List<Plan.Closure> closures(String first) {
            List<Plan.Closure> closures = new ArrayList<>();
            if (random.nextBoolean()) {
                closures.add(new Plan.Closure.PublicHolidays());
            }
            for (int i = random.nextInt(3); i > 0; i--) {
                LocalDate from = day();
                closures.add(new Plan.Closure.Period(from, from.plusDays(random.nextInt(60)), maybe(first)));
            }
            return closures;
        }

        private List<Plan.ExtraDay> extra(List<ActivityId> ids, String first) {
            Set<LocalDate> dates = new LinkedHashSet<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                dates.add(day());
            }
            return dates.stream()
                    .map(date -> new Plan.ExtraDay(date, openings(ids, first, false), maybe(first)))
                    .toList();
        }

        private LocalDate day() {
            return LocalDate.of(1990 + random.nextInt(60), 1, 1).plusDays(random.nextInt(366));
        }

        private Text welcome(String first) {
            Map<String, String> words = new LinkedHashMap<>();
            maybe(first)
                    .byLanguage()
                    .forEach((language, text) ->
                            words.put(language, text.substring(0, Math.min(text.length(), LONGEST_WELCOME))));
            return new Text(words);
        }

        private Text maybe(String first) {
            return random.nextBoolean() ? Text.NONE : text(first);
        }

        private Text text(String first) {
            Map<String, String> words = new LinkedHashMap<>();
            words.put(first, one(ODD_WORDS));
            some(LANGUAGES, 0).forEach(language -> words.putIfAbsent(language, one(ODD_WORDS)));
            return new Text(words);
        }

        private @Nullable String orNot(String words) {
            return random.nextBoolean() ? words : null;
        }

        private <T> T one(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        private <T> List<T> some(List<T> all, int least) {
            List<T> mixed = new ArrayList<>(all);
            Collections.shuffle(mixed, random);
            return List.copyOf(mixed.subList(0, least + random.nextInt(all.size() - least + 1)));
        }
    }
}
