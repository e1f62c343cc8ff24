package se.tambur.centre;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan.Activity;
import se.tambur.centre.Plan.Age;
import se.tambur.centre.Plan.Closure;
import se.tambur.centre.Plan.Contact;
import se.tambur.centre.Plan.ExtraDay;
import se.tambur.centre.Plan.KioskOptions;
import se.tambur.centre.Plan.Level;
import se.tambur.centre.Plan.Opening;
import se.tambur.centre.Plan.Slot;
import se.tambur.centre.Plan.Weeks;
import se.tambur.centre.YamlField.Hours;

/** A plan as people write it; {@code kiosk-config/schema/plan.schema.json} says the same to their editor. */
final class PlanYaml {

    static final String PUBLIC_HOLIDAYS = "public-holidays";

    /** What the tablet draws as something neutral, for an age or activity without a picture of its own. */
    static final String NO_PICTURE = "neutral";

    static final String USUAL_HOST = "preschool";
    static final int USUAL_IDLE_SECONDS = 30;

    static final Map<String, Level> LEVELS = byName(Level.values());
    static final Map<String, Weeks> WEEKS = byName(Weeks.values());
    static final Map<String, DayOfWeek> WEEKDAYS = byName(DayOfWeek.values());

    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");
    private static final String ID_SHAPE = "an id of a-z, 0-9 and -, at most 40 characters";
    private static final Pattern AGE_ID = Pattern.compile("[a-z0-9][a-z0-9+-]{0,19}");
    private static final String AGE_ID_SHAPE = "an id of a-z, 0-9, + and -, at most 20 characters";
    private static final Pattern WORD = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");
    private static final String WORD_SHAPE = "a word of a-z, 0-9 and -";

    /** More tiles than this no tablet can show. */
    private static final int MOST_AGES = 12;

    private static final int MOST_LANGUAGES = 12;
    private static final int MOST_PERSONS = 10_000;
    private static final int LEAST_STAY = 5;
    private static final int MOST_STAY = 480;
    private static final int LEAST_IDLE_SECONDS = 10;
    private static final int MOST_IDLE_SECONDS = 600;

    private final YamlField root;
    private final Map<String, AgeId> ages = new LinkedHashMap<>();
    private final Map<String, ActivityId> activities = new LinkedHashMap<>();

    private PlanYaml(YamlField root) {
        this.root = root;
    }

    /**
     * The plan in a text.
     *
     * @param file its name in messages
     * @throws PlanRefused with every flaw, when there is any
     */
    static Plan read(String file, String text) {
        return read(file, text, null, id -> Optional.empty());
    }

    /**
     * The plan in a text that is to be taken in.
     *
     * @param expected the centre it must be for; null: any
     * @param zones the time zone of a centre that is here already; it can never change, or counted days would
     * @throws PlanRefused with every flaw, when there is any
     */
    static Plan read(
            String file, String text, @Nullable CentreId expected, Function<CentreId, Optional<ZoneId>> zones) {
        PlanYaml yaml = new PlanYaml(YamlField.read(file, text));
        yaml.belongsTo(expected, zones);
        return yaml.plan();
    }

    /** The plan in its canonical form: reading that gives an equal plan. */
    static String write(Plan plan) {
        return new PlanWriter(plan).text();
    }

    private static <E extends Enum<E>> Map<String, E> byName(E[] values) {
        Map<String, E> names = new LinkedHashMap<>();
        for (E value : values) {
            names.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return names;
    }

    private void belongsTo(@Nullable CentreId expected, Function<CentreId, Optional<ZoneId>> zones) {
        if (root.get("centre").filter(YamlField::isMapping).isEmpty()) {
            return;
        }
        YamlField centre = root.get("centre").get();
        Optional<YamlField> id = centre.get("id").filter(YamlField::isValue);
        if (id.isEmpty() || !ID.matcher(id.get().raw().orElse("")).matches()) {
            return;
        }
        CentreId found = new CentreId(id.get().raw().orElseThrow());
        if (expected != null && !expected.equals(found)) {
            id.get().flaw("Expected '" + expected + "', the centre it is meant for, found '" + found + "'.");
            return;
        }
        Optional<ZoneId> before = zones.apply(found);
        centre.get("timezone")
                .filter(field -> before.isPresent() && field.isValue())
                .filter(field -> !before.get().getId().equals(field.raw().orElse("")))
                .ifPresent(field -> field.flaw("Expected " + before.get()
                        + " as in the version before: the time zone of a centre never changes."));
    }

    private Plan plan() {
        root.holding("centre", "ages", "activities", "week", "closed", "extra", "kiosk");
        Optional<YamlField> centre = root.need("centre")
                .map(field -> field.holding("id", "name", "timezone", "languages", "capacity", "contact"));
        Optional<String> id = centre.flatMap(c -> c.need("id")).flatMap(f -> f.matching(ID, ID_SHAPE));
        Optional<String> name = centre.flatMap(c -> c.need("name")).flatMap(YamlField::text);
        Optional<ZoneId> zone = centre.flatMap(c -> c.need("timezone")).flatMap(PlanYaml::zone);
        List<String> languages = centre.flatMap(c -> c.need("languages"))
                .map(PlanYaml::languages)
                .orElse(List.of());
        Optional<Integer> capacity = centre.flatMap(c -> c.need("capacity")).flatMap(f -> f.whole(1, MOST_PERSONS));
        Contact contact =
                centre.flatMap(c -> c.get("contact")).map(PlanYaml::contact).orElse(new Contact(null, null, null));

        // with no language to ask for, Swedish is what a reader of the messages will have meant
        String language = languages.isEmpty() ? "sv" : languages.getFirst();
        List<Age> ages = root.need("ages").map(field -> ages(field, language)).orElse(List.of());
        List<Activity> activities = root.need("activities")
                .map(field -> activities(field, language))
                .orElse(List.of());
        Map<DayOfWeek, List<Opening>> week =
                root.need("week").map(field -> week(field, language)).orElse(Map.of());
        List<Closure> closed =
                root.get("closed").map(field -> closed(field, language)).orElse(List.of());
        List<ExtraDay> extra =
                root.get("extra").map(field -> extra(field, language)).orElse(List.of());
        KioskOptions kiosk = root.get("kiosk")
                .map(field -> kiosk(field, language))
                .orElse(new KioskOptions(false, false, USUAL_IDLE_SECONDS));

        root.refuseIfFlawed();
        return new Plan(
                new CentreId(id.orElseThrow()),
                name.orElseThrow(),
                zone.orElseThrow(),
                languages,
                capacity.orElseThrow(),
                contact,
                ages,
                activities,
                week,
                closed,
                extra,
                kiosk);
    }

    private static Optional<ZoneId> zone(YamlField field) {
        Optional<String> name = field.raw();
        // offsets such as +01:00 know no summer time
        if (name.isPresent() && ZoneId.getAvailableZoneIds().contains(name.get())) {
            try {
                return name.map(ZoneId::of);
            } catch (DateTimeException e) {
                field.flaw("Expected a time zone with rules, such as Europe/Stockholm.");
                return Optional.empty();
            }
        }
        name.ifPresent(written ->
                field.flaw("Expected a time zone such as Europe/Stockholm, found '" + written.strip() + "'."));
        return Optional.empty();
    }

    private static List<String> languages(YamlField field) {
        List<YamlField> items = field.items();
        if (items.isEmpty() || items.size() > MOST_LANGUAGES) {
            field.flaw("Expected 1 to " + MOST_LANGUAGES + " languages, the first being the default, found "
                    + items.size() + ".");
        }
        Once once = new Once();
        List<String> languages = new ArrayList<>();
        for (YamlField item : items) {
            item.language().filter(code -> once.isNew(item, code)).ifPresent(languages::add);
        }
        return languages;
    }

    private static Contact contact(YamlField field) {
        field.holding("phone", "address", "web");
        Optional<String> web = field.get("web").flatMap(f -> f.text().filter(address -> isWeb(f, address)));
        return new Contact(
                field.get("phone").flatMap(YamlField::text).orElse(null),
                field.get("address").flatMap(YamlField::text).orElse(null),
                web.orElse(null));
    }

    private static boolean isWeb(YamlField field, String address) {
        try {
            URI uri = new URI(address);
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                return true;
            }
        } catch (URISyntaxException e) {
            // told below, as any other address that leads nowhere
        }
        field.flaw("Expected a web address such as https://www.example.se, found '" + address + "'.");
        return false;
    }

    private List<Age> ages(YamlField field, String language) {
        List<YamlField> items = field.items();
        if (items.isEmpty() || items.size() > MOST_AGES) {
            field.flaw("Expected 1 to " + MOST_AGES + " age groups, found " + items.size() + ".");
        }
        Once once = new Once();
        List<Age> found = new ArrayList<>();
        for (YamlField item : items) {
            item.holding("id", "picture", "name", "span");
            Optional<YamlField> idField = item.need("id");
            Optional<AgeId> id = idField.flatMap(f -> f.matching(AGE_ID, AGE_ID_SHAPE))
                    .filter(written -> once.isNew(idField.orElseThrow(), written))
                    .map(AgeId::new);
            Optional<String> picture = picture(item);
            Optional<Text> name = item.need("name").flatMap(f -> f.words(language));
            Optional<Text> span = words(item, "span", language);
            id.ifPresent(known -> {
                ages.put(known.value(), known);
                name.ifPresent(
                        words -> found.add(new Age(known, picture.orElse(NO_PICTURE), words, span.orElse(Text.NONE))));
            });
        }
        return found;
    }

    private List<Activity> activities(YamlField field, String language) {
        List<YamlField> items = field.items();
        Once once = new Once();
        List<Activity> found = new ArrayList<>();
        boolean anyAtTheDoor = false;
        for (YamlField item : items) {
            item.holding("id", "picture", "level", "host", "stay", "kiosk", "name", "note", "ages");
            Optional<YamlField> idField = item.need("id");
            Optional<ActivityId> id = idField.flatMap(f -> f.matching(ID, ID_SHAPE))
                    .filter(written -> once.isNew(idField.orElseThrow(), written))
                    .map(ActivityId::new);
            Optional<String> picture = picture(item);
            Level level =
                    item.get("level").flatMap(f -> f.choice(LEVELS, "a level")).orElse(Level.UNIVERSAL);
            Optional<String> host = item.get("host").flatMap(f -> f.matching(WORD, WORD_SHAPE));
            Duration stay = item.get("stay")
                    .flatMap(f -> f.whole(LEAST_STAY, MOST_STAY))
                    .map(Duration::ofMinutes)
                    .orElse(Activity.USUAL_STAY);
            boolean kiosk = item.get("kiosk").flatMap(YamlField::flag).orElse(level == Level.UNIVERSAL);
            if (kiosk && level != Level.UNIVERSAL) {
                item.get("kiosk")
                        .ifPresent(f -> f.flaw("Expected false: an activity that is "
                                + level.name().toLowerCase(Locale.ROOT)
                                + " is never on the tablet, where a tap would reveal a need."));
            }
            anyAtTheDoor |= kiosk;
            Optional<Text> name = item.need("name").flatMap(f -> f.words(language));
            Optional<Text> note = words(item, "note", language);
            Set<AgeId> whom = item.get("ages").map(this::agesOf).orElse(Set.of());
            boolean shown = kiosk && level == Level.UNIVERSAL;
            id.ifPresent(known -> {
                activities.put(known.value(), known);
                name.ifPresent(words -> found.add(new Activity(
                        known,
                        picture.orElse(NO_PICTURE),
                        level,
                        host.orElse(USUAL_HOST),
                        stay,
                        shown,
                        words,
                        note.orElse(Text.NONE),
                        whom)));
            });
        }
        if (!anyAtTheDoor) {
            field.flaw("Expected at least one universal activity that is on the tablet, found none.");
        }
        return found;
    }

    private static Optional<String> picture(YamlField item) {
        return item.get("picture").flatMap(f -> f.matching(WORD, WORD_SHAPE));
    }

    private static Optional<Text> words(YamlField item, String name, String language) {
        return item.get(name).flatMap(f -> f.words(language));
    }

    private Set<AgeId> agesOf(YamlField field) {
        Set<AgeId> whom = new LinkedHashSet<>();
        Once once = new Once();
        for (YamlField item : field.items()) {
            item.choice(ages, "an age group of this plan")
                    .filter(age -> once.isNew(item, age.value()))
                    .ifPresent(whom::add);
        }
        return whom;
    }

    private Map<DayOfWeek, List<Opening>> week(YamlField field, String language) {
        field.holding(WEEKDAYS.keySet().toArray(String[]::new));
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        field.entries().forEach((name, day) -> {
            DayOfWeek weekday = WEEKDAYS.get(name);
            if (weekday == null) {
                return;
            }
            List<Placed> openings = new ArrayList<>();
            for (YamlField item : day.items()) {
                item.holding("open", "name", "activities");
                opening(item, language, true).ifPresent(opening -> openings.add(new Placed(item, opening)));
            }
            List<Opening> inOrder = inOrder(openings);
            if (!inOrder.isEmpty()) {
                week.put(weekday, inOrder);
            }
        });
        return week;
    }

    private Optional<Opening> opening(YamlField item, String language, boolean everyWeek) {
        Optional<Hours> open = item.need("open").flatMap(YamlField::hours);
        Optional<Text> name = words(item, "name", language);
        Optional<YamlField> list = item.need("activities");
        List<Slot> slots = new ArrayList<>();
        if (list.isPresent()) {
            List<YamlField> items = list.get().items();
            if (items.isEmpty()) {
                list.get().flaw("Expected at least one activity, found none.");
            }
            for (YamlField slotItem : items) {
                slot(slotItem, open, everyWeek).ifPresent(slot -> {
                    if (slots.stream().anyMatch(other -> collide(slot, other))) {
                        slotItem.flaw("Expected each activity once at a time, found '" + slot.activity() + "' again.");
                    } else {
                        slots.add(slot);
                    }
                });
            }
        }
        return open.filter(hours -> !slots.isEmpty())
                .map(hours -> new Opening(hours.from(), hours.to(), name.orElse(Text.NONE), slots));
    }

    private Optional<Slot> slot(YamlField item, Optional<Hours> open, boolean everyWeek) {
        if (!item.isMapping()) {
            return item.choice(activities, "an activity of this plan").map(id -> new Slot(id, null, null, Weeks.ALL));
        }
        item.holding("id", "at", "weeks");
        Optional<ActivityId> id = item.need("id").flatMap(f -> f.choice(activities, "an activity of this plan"));
        Optional<YamlField> at = item.get("at");
        Optional<Hours> hours = at.flatMap(YamlField::hours);
        if (open.isPresent()
                && hours.isPresent()
                && (hours.get().from().isBefore(open.get().from())
                        || hours.get().to().isAfter(open.get().to()))) {
            at.orElseThrow()
                    .flaw("Expected times within the opening " + span(open.get()) + ", found " + span(hours.get())
                            + ".");
        }
        Optional<YamlField> weeksField = item.get("weeks");
        Weeks weeks = weeksField.flatMap(f -> f.choice(WEEKS, "which weeks")).orElse(Weeks.ALL);
        if (!everyWeek && weeks != Weeks.ALL) {
            weeksField.orElseThrow().flaw("Expected no weeks: a single date has one week only.");
        }
        return id.map(activity -> new Slot(
                activity,
                hours.map(Hours::from).orElse(null),
                hours.map(Hours::to).orElse(null),
                weeks));
    }

    private static String span(Hours hours) {
        return hours.from() + "-" + hours.to();
    }

    private static boolean collide(Slot one, Slot other) {
        return one.activity().equals(other.activity())
                && meet(one.weeks(), other.weeks())
                && overlap(one.from(), one.to(), other.from(), other.to());
    }

    private static boolean meet(Weeks one, Weeks other) {
        return one == other || one == Weeks.ALL || other == Weeks.ALL;
    }

    /** Whether two spans share a minute; one without times lasts the whole opening. */
    private static boolean overlap(
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            @Nullable LocalTime otherFrom,
            @Nullable LocalTime otherTo) {
        if (from == null || to == null || otherFrom == null || otherTo == null) {
            return Objects.equals(from, otherFrom);
        }
        return from.isBefore(otherTo) && otherFrom.isBefore(to);
    }

    /** The openings of a day in time order; notes those that are held at the same time in the same week. */
    private static List<Opening> inOrder(List<Placed> openings) {
        for (int later = 1; later < openings.size(); later++) {
            Placed one = openings.get(later);
            openings.subList(0, later).stream()
                    .filter(other -> overlap(
                                    one.opening().opens(),
                                    one.opening().closes(),
                                    other.opening().opens(),
                                    other.opening().closes())
                            && meet(weeksOf(one.opening()), weeksOf(other.opening())))
                    .findFirst()
                    .ifPresent(other -> one.field()
                            .get("open")
                            .orElseThrow()
                            .flaw("Expected hours that do not overlap others, found "
                                    + one.opening().opens() + "-"
                                    + one.opening().closes() + " beside "
                                    + other.opening().opens() + "-"
                                    + other.opening().closes() + " on line "
                                    + other.field().line() + "."));
        }
        return openings.stream()
                .map(Placed::opening)
                .sorted(Comparator.comparing(Opening::opens).thenComparing(PlanYaml::weeksOf))
                .toList();
    }

    /** The weeks in which an opening is held: those of any of its activities. */
    static Weeks weeksOf(Opening opening) {
        Set<Weeks> weeks = new HashSet<>();
        opening.activities().forEach(slot -> weeks.add(slot.weeks()));
        return weeks.size() == 1 ? weeks.iterator().next() : Weeks.ALL;
    }

    private static List<Closure> closed(YamlField field, String language) {
        List<Closure> closures = new ArrayList<>();
        boolean holidays = false;
        for (YamlField item : field.items()) {
            if (item.isMapping()) {
                period(item, language).ifPresent(closures::add);
            } else if (item.choice(Map.of(PUBLIC_HOLIDAYS, true), "public-holidays or a period with from and to")
                    .isPresent()) {
                if (holidays) {
                    item.flaw("Expected " + PUBLIC_HOLIDAYS + " once, found it twice.");
                }
                holidays = true;
                closures.add(new Closure.PublicHolidays());
            }
        }
        return closures;
    }

    private static Optional<Closure> period(YamlField item, String language) {
        item.holding("from", "to", "why");
        Optional<LocalDate> from = item.need("from").flatMap(YamlField::date);
        Optional<YamlField> toField = item.need("to");
        Optional<LocalDate> to = toField.flatMap(YamlField::date);
        Optional<Text> why = words(item, "why", language);
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (to.get().isBefore(from.get())) {
            toField.orElseThrow().flaw("Expected a last day not before " + from.get() + ", found " + to.get() + ".");
            return Optional.empty();
        }
        return Optional.of(new Closure.Period(from.get(), to.get(), why.orElse(Text.NONE)));
    }

    private List<ExtraDay> extra(YamlField field, String language) {
        List<ExtraDay> days = new ArrayList<>();
        Once once = new Once();
        for (YamlField item : field.items()) {
            item.holding("date", "open", "activities", "openings", "name");
            Optional<YamlField> dateField = item.need("date");
            Optional<LocalDate> date = dateField
                    .flatMap(YamlField::date)
                    .filter(day -> once.isNew(dateField.orElseThrow(), day.toString()));
            Optional<Text> name = words(item, "name", language);
            List<Opening> openings = item.get("openings")
                    .map(several -> several(item, several, language))
                    .orElseGet(() -> single(item, language));
            if (date.isPresent() && !openings.isEmpty()) {
                days.add(new ExtraDay(date.get(), openings, name.orElse(Text.NONE)));
            }
        }
        return days;
    }

    /** The short form: the hours stand at the date itself, whose name is the whole day's. */
    private List<Opening> single(YamlField item, String language) {
        return opening(item, language, false).stream()
                .map(o -> new Opening(o.opens(), o.closes(), Text.NONE, o.activities()))
                .toList();
    }

    private List<Opening> several(YamlField item, YamlField field, String language) {
        for (String name : List.of("open", "activities")) {
            item.get(name).ifPresent(f -> f.flaw("Expected either " + name + " or openings, found both."));
        }
        List<YamlField> items = field.items();
        if (items.isEmpty()) {
            field.flaw("Expected at least one opening, found none; a closed day belongs under 'closed'.");
        }
        List<Placed> openings = new ArrayList<>();
        for (YamlField each : items) {
            each.holding("open", "name", "activities");
            opening(each, language, false).ifPresent(opening -> openings.add(new Placed(each, opening)));
        }
        return inOrder(openings);
    }

    private static KioskOptions kiosk(YamlField field, String language) {
        field.holding("ask", "idle-seconds", "welcome");
        Optional<YamlField> ask = field.get("ask").map(f -> f.holding("adult-role", "first-visit"));
        Function<String, Boolean> asks =
                name -> ask.flatMap(f -> f.get(name)).flatMap(YamlField::flag).orElse(false);
        return new KioskOptions(
                asks.apply("adult-role"),
                asks.apply("first-visit"),
                field.get("idle-seconds")
                        .flatMap(f -> f.whole(LEAST_IDLE_SECONDS, MOST_IDLE_SECONDS))
                        .orElse(USUAL_IDLE_SECONDS),
                field.get("welcome").flatMap(f -> welcome(f, language)).orElse(Text.NONE));
    }

    private static Optional<Text> welcome(YamlField field, String language) {
        Optional<Text> words = field.words(language);
        words.stream()
                .flatMap(text -> text.byLanguage().entrySet().stream())
                .filter(each -> each.getValue().length() > KioskOptions.LONGEST_WELCOME)
                .forEach(each -> field.get(each.getKey())
                        .orElseThrow()
                        .flaw("Expected at most " + KioskOptions.LONGEST_WELCOME + " characters, found "
                                + each.getValue().length() + "."));
        return words;
    }

    private record Placed(YamlField field, Opening opening) {}

    /** Notes what comes a second time. */
    private static final class Once {

        private final Map<String, Integer> lines = new HashMap<>();

        boolean isNew(YamlField field, String written) {
            Integer first = lines.putIfAbsent(written, field.line());
            if (first != null) {
                field.flaw("Expected each once, found '" + written + "' on line " + first + " too.");
            }
            return first == null;
        }
    }
}
