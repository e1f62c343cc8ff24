package se.tambur.centre;

import com.ibm.icu.text.Transliterator;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan.Activity;
import se.tambur.centre.Plan.Closure;
import se.tambur.centre.Plan.Opening;
import se.tambur.centre.Plan.Slot;

/** All versions of one centre's plan, and the timetable they make together. Safe for many threads. */
public final class PlanHistory implements Timetable {

    /** Counting rule 3: a timed activity is chosen so long before it starts. */
    private static final int SOON_MINUTES = 45;

    /** Some fifty years; a limit only against moments that a broken clock makes up. */
    private static final int MOST_DAYS_KEPT = 20_000;

    /** What the id of something begins with whose name has no letters or digits. */
    private static final String AGE = "grupp";

    private static final String ACTIVITY = "aktivitet";

    private static final Transliterator PLAIN_LETTERS = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");

    private final List<Version> versions;
    private final ZoneId zone;
    private final NavigableMap<LocalDate, Version> inForce = new TreeMap<>();
    private final Map<AgeId, Plan.Age> ages = new LinkedHashMap<>();
    private final Map<ActivityId, Activity> activities = new LinkedHashMap<>();
    private final Map<LocalDate, Day> days = new ConcurrentHashMap<>();

    /** @param versions from the first to the newest, at least one */
    PlanHistory(List<Version> versions) {
        this.versions = List.copyOf(versions);
        this.zone = newest().plan().zone();
        for (Version version : versions) {
            inForce.put(version.from() == null ? LocalDate.MIN : version.from(), version);
        }
        // a day changed today must not give back the names that next term's plan, made earlier, does away with
        Stream.concat(inForce.descendingMap().values().stream(), this.versions.reversed().stream())
                .map(Version::plan)
                .forEach(plan -> {
                    plan.ages().forEach(age -> ages.putIfAbsent(age.id(), age));
                    plan.activities().forEach(activity -> activities.putIfAbsent(activity.id(), activity));
                });
    }

    public Version newest() {
        return versions.getLast();
    }

    /** From the first to the newest. */
    public List<Version> versions() {
        return versions;
    }

    /** The version that holds on a date: of those that have begun the one that began last, and of its drafts the newest. */
    public Version versionOn(LocalDate day) {
        Map.Entry<LocalDate, Version> entry = inForce.floorEntry(day);
        return entry == null ? versions.getFirst() : entry.getValue();
    }

    /** The version that would hold from a version's first day without it; empty for the first of all. */
    public Optional<Version> before(Version version) {
        List<Version> older =
                versions.subList(0, version.number() - versions.getFirst().number());
        if (older.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new PlanHistory(older).versionOn(version.from() == null ? LocalDate.MIN : version.from()));
    }

    /** How the days would be with these plans too, each from its day; nothing is taken in. */
    public Timetable sketch(Map<LocalDate, Plan> plans) {
        var drafts = new ArrayList<>(versions);
        plans.forEach((from, plan) ->
                drafts.add(new Version(drafts.getLast().number() + 1, from, "", plan, "", Instant.EPOCH)));
        return new PlanHistory(drafts);
    }

    /** An id for a new age group, made from its name; never one that any version or {@code others} have used. */
    public AgeId newAge(String name, Collection<AgeId> others) {
        return new AgeId(fresh(name, AGE, AgeId.LONGEST, id -> {
            var found = new AgeId(id);
            return ages.containsKey(found) || others.contains(found);
        }));
    }

    /** An id for a new activity, made from its name; never one that any version or {@code others} have used. */
    public ActivityId newActivity(String name, Collection<ActivityId> others) {
        return new ActivityId(fresh(name, ACTIVITY, ActivityId.LONGEST, id -> {
            var found = new ActivityId(id);
            return activities.containsKey(found) || others.contains(found);
        }));
    }

    /** @param nameless for a name that has no letters or digits */
    private static String fresh(String name, String nameless, int longest, Predicate<String> used) {
        String plain = PLAIN_LETTERS.transliterate(name).replaceAll("[^a-z0-9]+", "-");
        String id = cut(plain.replaceAll("^-|-$", ""), longest);
        String first = id.isEmpty() ? nameless : id;
        String free = first;
        for (int n = 2; used.test(free); n++) {
            free = cut(first, longest - 1 - String.valueOf(n).length()) + "-" + n;
        }
        return free;
    }

    private static String cut(String id, int longest) {
        return id.substring(0, Math.min(id.length(), longest)).replaceAll("-$", "");
    }

    /** The newest plan's word on an age group, also one that is used no longer. */
    public Optional<Plan.Age> age(AgeId age) {
        return Optional.ofNullable(ages.get(age));
    }

    /** The newest plan's word on an activity, also one that is used no longer. */
    public Optional<Activity> activity(ActivityId activity) {
        return Optional.ofNullable(activities.get(activity));
    }

    /** Every age group any version knew, in the newest plan's order, dropped ones last. */
    public List<Plan.Age> ages() {
        return List.copyOf(ages.values());
    }

    /** Every activity any version knew, in the newest plan's order, dropped ones last. */
    public List<Activity> activities() {
        return List.copyOf(activities.values());
    }

    @Override
    public ZoneId zone() {
        return zone;
    }

    @Override
    public Plan planOn(LocalDate day) {
        return versionOn(day).plan();
    }

    @Override
    public List<Session> sessions(LocalDate day) {
        return day(day).sessions();
    }

    @Override
    public Optional<Text> closedBecause(LocalDate day) {
        return day(day).closedBecause();
    }

    @Override
    public Optional<Text> closure(LocalDate day) {
        Plan plan = planOn(day);
        return plan.extra().stream().anyMatch(extra -> extra.date().equals(day))
                ? Optional.empty()
                : plan.closed().stream()
                        .flatMap(closure -> because(closure, day).stream())
                        .findFirst();
    }

    @Override
    public Place place(Instant moment) {
        ZonedDateTime local = moment.atZone(zone).truncatedTo(ChronoUnit.MINUTES);
        LocalDate day = local.toLocalDate();
        LocalTime time = local.toLocalTime();
        return new Place(day, time, nearest(sessions(day), time));
    }

    private static Optional<Session> nearest(List<Session> sessions, LocalTime time) {
        Session nearest = null;
        int least = (int) Session.MARGIN.toMinutes() + 1;
        for (Session session : sessions) {
            int away = minutesAway(session, time);
            if (away < 0) {
                return Optional.of(session);
            }
            // in time order and strictly nearer, so that a tie goes to the earlier
            if (away < least) {
                nearest = session;
                least = away;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Minutes to its opening or since its closing; negative within. */
    private static int minutesAway(Session session, LocalTime time) {
        int now = minute(time);
        if (now < minute(session.opens())) {
            return minute(session.opens()) - now;
        }
        return now < minute(session.closes()) ? -1 : now - minute(session.closes());
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    @Override
    public Optional<Activity> preselected(Instant moment) {
        Place place = place(moment);
        if (place.session().isEmpty()) {
            return Optional.empty();
        }
        List<Session.Held> atTheDoor = atTheDoor(place.session().get());
        // sorted by the plan's order, and the first of equals wins
        return atTheDoor.stream()
                .filter(held -> isOnOrSoon(held, place.time()))
                .min(Comparator.comparing(PlanHistory::length))
                .or(() -> untimed(atTheDoor))
                .map(Session.Held::activity);
    }

    private static List<Session.Held> atTheDoor(Session session) {
        return session.activities().stream()
                .filter(held -> held.activity().kiosk())
                .toList();
    }

    private static boolean isOnOrSoon(Session.Held held, LocalTime time) {
        if (held.from() == null || held.to() == null) {
            return false;
        }
        int now = minute(time);
        return now >= minute(held.from()) - SOON_MINUTES && now < minute(held.to());
    }

    private static Duration length(Session.Held held) {
        return held.from() == null || held.to() == null ? Duration.ZERO : Duration.between(held.from(), held.to());
    }

    private static Optional<Session.Held> untimed(List<Session.Held> atTheDoor) {
        return atTheDoor.stream().filter(held -> held.from() == null).findFirst();
    }

    @Override
    public ActivityId unchosen(Place place) {
        return place.session()
                .flatMap(session -> untimed(atTheDoor(session)))
                .map(held -> held.activity().id())
                .orElseGet(() -> versionOn(place.day()).unchosen());
    }

    private Day day(LocalDate date) {
        Day day = days.get(date);
        if (day == null) {
            day = dayOf(date);
            if (days.size() >= MOST_DAYS_KEPT) {
                days.clear();
            }
            days.put(date, day);
        }
        return day;
    }

    /** Counting rule 4: an extra date beats closed, closed beats the week. */
    private Day dayOf(LocalDate date) {
        Plan plan = planOn(date);
        Optional<Plan.ExtraDay> extra =
                plan.extra().stream().filter(e -> e.date().equals(date)).findFirst();
        if (extra.isPresent()) {
            return new Day(
                    sessions(plan, date, extra.get().openings(), extra.get().name()), Optional.empty());
        }
        List<Session> week = sessions(plan, date, plan.week().getOrDefault(date.getDayOfWeek(), List.of()), Text.NONE);
        Optional<Text> closed = week.isEmpty() ? Optional.empty() : closure(date);
        return new Day(closed.isPresent() ? List.of() : week, closed);
    }

    private static Optional<Text> because(Closure closure, LocalDate date) {
        return switch (closure) {
            case Closure.PublicHolidays holidays -> RedDays.on(date);
            case Closure.Period period ->
                date.isBefore(period.from()) || date.isAfter(period.to())
                        ? Optional.empty()
                        : Optional.of(period.why());
        };
    }

    private List<Session> sessions(Plan plan, LocalDate date, List<Opening> openings, Text dayName) {
        List<Session> sessions = new ArrayList<>();
        for (Opening opening : openings) {
            List<Session.Held> held = opening.activities().stream()
                    .filter(slot -> slot.weeks().hold(date))
                    .sorted(Comparator.comparingInt((Slot slot) -> order(plan, slot.activity()))
                            .thenComparing(PlanHistory::start))
                    .flatMap(slot -> plan.activity(slot.activity()).stream()
                            .map(activity -> new Session.Held(activity, slot.from(), slot.to())))
                    .toList();
            // an opening whose activities are all of the other weeks is not held in this one
            if (!held.isEmpty()) {
                Text name = opening.name().isEmpty() ? dayName : opening.name();
                sessions.add(new Session(date, opening.opens(), opening.closes(), zone, name, held));
            }
        }
        return List.copyOf(sessions);
    }

    private static int order(Plan plan, ActivityId activity) {
        return plan.activities().stream().map(Activity::id).toList().indexOf(activity);
    }

    private static LocalTime start(Slot slot) {
        return slot.from() == null ? LocalTime.MIN : slot.from();
    }

    private record Day(List<Session> sessions, Optional<Text> closedBecause) {}

    /**
     * One version of the plan.
     *
     * @param from null: from the beginning of time
     * @param unchosen what a visit is for when neither it nor its session says
     */
    public record Version(
            int number,
            @Nullable LocalDate from,
            String text,
            Plan plan,
            String author,
            Instant takenAt,
            ActivityId unchosen) {

        Version(int number, @Nullable LocalDate from, String text, Plan plan, String author, Instant takenAt) {
            this(number, from, text, plan, author, takenAt, unchosenIn(plan));
        }

        private static ActivityId unchosenIn(Plan plan) {
            List<ActivityId> untimed = Stream.concat(
                            plan.week().values().stream().flatMap(Collection::stream),
                            plan.extra().stream().flatMap(day -> day.openings().stream()))
                    .map(Opening::activities)
                    .flatMap(Collection::stream)
                    .filter(slot -> !slot.timed())
                    .map(Slot::activity)
                    .toList();
            Function<Boolean, Stream<ActivityId>> atTheDoor = only -> plan.activities().stream()
                    .filter(Activity::kiosk)
                    .map(Activity::id)
                    .filter(id -> !only || untimed.contains(id));
            // every plan has an activity at the door
            return Stream.concat(atTheDoor.apply(true), atTheDoor.apply(false))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
