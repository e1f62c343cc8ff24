package se.tambur.centre;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Everything the door, the office and the reports need to know about one house; a whole, valid, immutable value.
 *
 * @param languages the first is the default
 * @param capacity persons the room may hold
 * @param ages in the order of the kiosk
 * @param week the openings of each weekday, in time order; a closed weekday is absent
 */
public record Plan(
        CentreId id,
        String name,
        ZoneId zone,
        List<String> languages,
        int capacity,
        Contact contact,
        List<Age> ages,
        List<Activity> activities,
        Map<DayOfWeek, List<Opening>> week,
        List<Closure> closed,
        List<ExtraDay> extra,
        KioskOptions kiosk) {

    public Plan {
        languages = List.copyOf(languages);
        ages = List.copyOf(ages);
        activities = List.copyOf(activities);
        week = week.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.collectingAndThen(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                day -> List.copyOf(day.getValue()),
                                (one, other) -> one,
                                () -> new EnumMap<>(DayOfWeek.class)),
                        Collections::unmodifiableMap));
        closed = List.copyOf(closed);
        extra = List.copyOf(extra);
    }

    public String language() {
        return languages.getFirst();
    }

    public Optional<Age> age(AgeId age) {
        return ages.stream().filter(a -> a.id().equals(age)).findFirst();
    }

    public Optional<Activity> activity(ActivityId activity) {
        return activities.stream().filter(a -> a.id().equals(activity)).findFirst();
    }

    /** The same ages, activities and times for another house; its closures and single dates stay where they were. */
    public Plan forHouse(CentreId house, String called, List<String> spoken, int persons, Contact reached) {
        List<Closure> holidays =
                closed.stream().filter(Closure.PublicHolidays.class::isInstance).toList();
        return new Plan(
                house, called, zone, spoken, persons, reached, ages, activities, week, holidays, List.of(), kiosk);
    }

    /** What the week has on a date: only what is held in that week, as a single date would say it. */
    public List<Opening> weekOn(LocalDate day) {
        return week.getOrDefault(day.getDayOfWeek(), List.of()).stream()
                .map(opening -> new Opening(
                        opening.opens(),
                        opening.closes(),
                        opening.name(),
                        opening.activities().stream()
                                .filter(slot -> slot.weeks().hold(day))
                                .map(slot -> new Slot(slot.activity(), slot.from(), slot.to(), Weeks.ALL))
                                .toList()))
                .filter(opening -> !opening.activities().isEmpty())
                .toList();
    }

    /** The same plan with another week. */
    public Plan withWeek(Map<DayOfWeek, List<Opening>> other) {
        return new Plan(id, name, zone, languages, capacity, contact, ages, activities, other, closed, extra, kiosk);
    }

    /** The same plan with other closures and single dates. */
    public Plan withDays(List<Closure> closures, List<ExtraDay> days) {
        return new Plan(id, name, zone, languages, capacity, contact, ages, activities, week, closures, days, kiosk);
    }

    /** The same plan with other age groups; an activity for one that is gone is for those that are left of its own. */
    public Plan withAges(List<Age> groups) {
        Set<AgeId> kept = groups.stream().map(Age::id).collect(Collectors.toSet());
        return new Plan(
                id,
                name,
                zone,
                languages,
                capacity,
                contact,
                groups,
                activities.stream().map(activity -> activity.forAges(kept)).toList(),
                week,
                closed,
                extra,
                kiosk);
    }

    /**
     * The same plan with other activities. One that is gone is taken out of the week and the dates too, and with it a
     * session or a date in which nothing else is held.
     */
    public Plan withActivities(List<Activity> others) {
        Set<ActivityId> kept = others.stream().map(Activity::id).collect(Collectors.toSet());
        Map<DayOfWeek, List<Opening>> days = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, openings) -> days.put(day, holding(kept, openings)));
        days.values().removeIf(List::isEmpty);
        List<ExtraDay> dates = extra.stream()
                .map(day -> new ExtraDay(day.date(), holding(kept, day.openings()), day.name()))
                .filter(day -> !day.openings().isEmpty())
                .toList();
        return new Plan(id, name, zone, languages, capacity, contact, ages, others, days, closed, dates, kiosk);
    }

    private static List<Opening> holding(Set<ActivityId> kept, List<Opening> openings) {
        return openings.stream()
                .map(opening -> new Opening(
                        opening.opens(),
                        opening.closes(),
                        opening.name(),
                        opening.activities().stream()
                                .filter(slot -> kept.contains(slot.activity()))
                                .toList()))
                .filter(opening -> !opening.activities().isEmpty())
                .toList();
    }

    /** The same plan for a house of another name, room, way to be reached, languages and tablet. */
    public Plan withHouse(String called, List<String> spoken, int persons, Contact reached, KioskOptions options) {
        return new Plan(id, called, zone, spoken, persons, reached, ages, activities, week, closed, extra, options);
    }

    /** How to reach the house; any of them may be missing. */
    public record Contact(
            @Nullable String phone,
            @Nullable String address,
            @Nullable String web) {}

    /** An age group: a tile on the tablet, a row in every report. */
    public record Age(AgeId id, String picture, Text name, Text span) {}

    /** How strongly an activity is aimed at a need; for reports only, never shown at the door. */
    public enum Level {
        UNIVERSAL,
        SELECTIVE,
        INDICATED
    }

    /**
     * Something to come for.
     *
     * @param stay how long a visit usually lasts
     * @param kiosk whether it may stand on the tablet; never true for a selective or indicated one
     * @param ages whom it is for; empty: everyone
     */
    public record Activity(
            ActivityId id,
            String picture,
            Level level,
            String host,
            Duration stay,
            boolean kiosk,
            Text name,
            Text note,
            Set<AgeId> ages) {

        /** How long a visit lasts where the plan does not say. */
        public static final Duration USUAL_STAY = Duration.ofMinutes(90);

        public Activity {
            if (kiosk && level != Level.UNIVERSAL) {
                throw new IllegalArgumentException(id + " is " + level + " and can never stand on the tablet");
            }
            ages = Collections.unmodifiableSet(new LinkedHashSet<>(ages));
        }

        private Activity forAges(Set<AgeId> kept) {
            Set<AgeId> left = new LinkedHashSet<>(ages);
            return left.retainAll(kept) ? new Activity(id, picture, level, host, stay, kiosk, name, note, left) : this;
        }
    }

    /** One opening period of a weekday; opening minute in, closing minute out. */
    public record Opening(LocalTime opens, LocalTime closes, Text name, List<Slot> activities) {

        public Opening {
            activities = List.copyOf(activities);
        }
    }

    /** An activity within an opening; without times it lasts the whole opening. */
    public record Slot(
            ActivityId activity,
            @Nullable LocalTime from,
            @Nullable LocalTime to,
            Weeks weeks) {

        /** Whether it has times of its own within the opening. */
        public boolean timed() {
            return from != null;
        }
    }

    /** In which ISO weeks a slot is held. */
    public enum Weeks {
        ALL,
        ODD,
        EVEN;

        /** Whether the ISO week of a date is one of these. */
        public boolean hold(LocalDate day) {
            return this == ALL || (day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) % 2 == 1) == (this == ODD);
        }
    }

    /** A reason for a day to be closed. */
    public sealed interface Closure {

        /** Swedish red days, and Midsummer's, Christmas and New Year's Eve. */
        record PublicHolidays() implements Closure {}

        /** From the first day to the last, both closed. */
        record Period(LocalDate from, LocalDate to, Text why) implements Closure {}
    }

    /** A single date that replaces the week plan and any closure. */
    public record ExtraDay(LocalDate date, List<Opening> openings, Text name) {

        public ExtraDay {
            openings = List.copyOf(openings);
        }
    }

    /**
     * What the tablet may ask, after how long it goes home, and what it says above its first question.
     *
     * @param welcome at most {@link #LONGEST_WELCOME} characters a language; empty: nothing is said
     */
    public record KioskOptions(boolean askAdultRole, boolean askFirstVisit, int idleSeconds, Text welcome) {

        /** More than one line by the door would make the tiles too small. */
        public static final int LONGEST_WELCOME = 60;

        public KioskOptions(boolean askAdultRole, boolean askFirstVisit, int idleSeconds) {
            this(askAdultRole, askFirstVisit, idleSeconds, Text.NONE);
        }
    }
}
