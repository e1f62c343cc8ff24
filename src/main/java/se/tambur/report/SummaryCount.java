package se.tambur.report;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.Plan;
import se.tambur.centre.Text;
import se.tambur.centre.Timetable;
import se.tambur.report.Summary.ByActivity;
import se.tambur.report.Summary.ByMonth;
import se.tambur.report.Summary.BySession;
import se.tambur.report.Summary.BySlot;
import se.tambur.report.Summary.ByWeekday;
import se.tambur.report.Summary.Closed;
import se.tambur.report.Summary.Sums;
import se.tambur.visit.Corrections.Balance;
import se.tambur.visit.HandCounts;
import se.tambur.visit.Tallies;
import se.tambur.visit.Tallies.HeldSession;
import se.tambur.visit.Tallies.State;
import se.tambur.visit.Tallies.Tally;

/** Adds a period up in one walk over its tallies. */
final class SummaryCount {

    private final Count total = new Count();
    private final Count outside = new Count();
    private final Count unplanned = new Count();
    private final Map<AgeId, Integer> ages = new LinkedHashMap<>();
    private final Map<ActivityId, Count> activities = new LinkedHashMap<>();
    private final Map<ActivityId, Integer> activitiesInKnown = new LinkedHashMap<>();
    private final Map<DayOfWeek, Count> weekdays = new TreeMap<>();
    private final Map<YearMonth, Count> months = new TreeMap<>();
    private final Map<Moment, Count> sessions = new LinkedHashMap<>();
    private final Map<Moment, HeldSession> held = new LinkedHashMap<>();

    SummaryCount(List<Tally> byActivity, List<HeldSession> held) {
        for (HeldSession one : held) {
            this.held.put(new Moment(one.session().day(), one.session().opens()), one);
        }
        byActivity.forEach(this::add);
    }

    private void add(Tally tally) {
        ActivityId activity = new ActivityId(tally.key());
        total.add(tally);
        activities.computeIfAbsent(activity, a -> new Count()).add(tally);
        weekdays.computeIfAbsent(tally.day().getDayOfWeek(), d -> new Count()).add(tally);
        months.computeIfAbsent(YearMonth.from(tally.day()), m -> new Count()).add(tally);
        if (isAge(tally)) {
            ages.merge(new AgeId(tally.category()), tally.number(), Integer::sum);
        }
        if (tally.session() == null) {
            outside.add(tally);
            return;
        }
        Moment moment = new Moment(tally.day(), tally.session());
        HeldSession session = held.get(moment);
        if (session == null) {
            unplanned.add(tally);
            return;
        }
        sessions.computeIfAbsent(moment, m -> new Count()).add(tally);
        if (isAge(tally) && session.state() != State.NOT_COUNTED) {
            activitiesInKnown.merge(activity, tally.number(), Integer::sum);
        }
    }

    /** The four numbers of tallies; null when there are none. */
    static @Nullable Sums sums(List<Tally> tallies) {
        if (tallies.isEmpty()) {
            return null;
        }
        Count count = new Count();
        tallies.forEach(count::add);
        return count.sums();
    }

    Summary summary(
            ReportPeriod period,
            Timetable timetable,
            List<Plan.Age> knownAges,
            List<Plan.Activity> knownActivities,
            int suspect,
            int droppedUndecided,
            Balance corrections,
            HandCounts.Sum byHand,
            @Nullable Sums lastYear) {
        List<BySession> all = held.entrySet().stream()
                .map(entry -> new BySession(
                        entry.getKey().day(),
                        entry.getKey().opens(),
                        entry.getValue().session().closes(),
                        entry.getValue().state(),
                        sums(sessions.get(entry.getKey()))))
                .sorted(Comparator.comparing(BySession::day).thenComparing(BySession::opens))
                .toList();
        List<BySession> known = all.stream()
                .filter(session -> session.state() != State.NOT_COUNTED)
                .toList();
        Comparator<BySession> byChildren =
                Comparator.comparingInt(session -> session.sums().children());
        return new Summary(
                period,
                total.visits,
                total.children,
                total.adults,
                total.expecting,
                ages(period, timetable, knownAges),
                activities(knownActivities),
                levels(knownActivities),
                weekdays(all),
                slots(all),
                all,
                months(period, all),
                outside.sums(),
                unplanned.sums(),
                perSession(known, session -> true),
                perHour(known),
                // min and max of a stream: the first of equals
                known.stream()
                        .filter(session -> session.sums().children() > 0)
                        .min(byChildren.reversed())
                        .orElse(null),
                known.stream().min(byChildren).orElse(null),
                suspect,
                droppedUndecided,
                corrections,
                byHand,
                closed(period, timetable),
                lastYear);
    }

    private Map<AgeId, Integer> ages(ReportPeriod period, Timetable timetable, List<Plan.Age> known) {
        Set<AgeId> wanted = new LinkedHashSet<>(ages.keySet());
        days(period)
                .map(timetable::planOn)
                .distinct()
                .forEach(plan -> plan.ages().forEach(age -> wanted.add(age.id())));
        Map<AgeId, Integer> ordered = new LinkedHashMap<>();
        known.stream()
                .map(Plan.Age::id)
                .filter(wanted::contains)
                .forEach(age -> ordered.put(age, ages.getOrDefault(age, 0)));
        wanted.forEach(age -> ordered.putIfAbsent(age, ages.getOrDefault(age, 0)));
        return ordered;
    }

    private List<ByActivity> activities(List<Plan.Activity> known) {
        Map<ActivityId, Integer> occasions = occasions(session -> true);
        Map<ActivityId, Integer> knownOccasions = occasions(session -> session.state() != State.NOT_COUNTED);
        Set<ActivityId> ordered = new LinkedHashSet<>();
        known.stream()
                .map(Plan.Activity::id)
                .filter(id -> activities.containsKey(id) || occasions.containsKey(id))
                .forEach(ordered::add);
        ordered.addAll(activities.keySet());
        ordered.addAll(occasions.keySet());
        return ordered.stream()
                .map(id -> new ByActivity(
                        id,
                        occasions.getOrDefault(id, 0),
                        sums(activities.get(id)),
                        Mean.of(activitiesInKnown.getOrDefault(id, 0), knownOccasions.getOrDefault(id, 0))))
                .toList();
    }

    private Map<Plan.Level, Sums> levels(List<Plan.Activity> known) {
        Map<Plan.Level, Sums> levels = new LinkedHashMap<>();
        for (Plan.Level level : Plan.Level.values()) {
            known.stream()
                    .filter(activity -> activity.level() == level && activities.containsKey(activity.id()))
                    .map(activity -> sums(activities.get(activity.id())))
                    .forEach(sums -> levels.merge(level, sums, Sums::plus));
        }
        return levels;
    }

    private Map<ActivityId, Integer> occasions(Predicate<HeldSession> counts) {
        Map<ActivityId, Integer> occasions = new LinkedHashMap<>();
        held.values().stream()
                .filter(counts)
                .forEach(one -> one.session().activities().stream()
                        .map(offered -> offered.activity().id())
                        .distinct()
                        .forEach(id -> occasions.merge(id, 1, Integer::sum)));
        return occasions;
    }

    private List<ByWeekday> weekdays(List<BySession> all) {
        List<ByWeekday> rows = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<BySession> those = all.stream()
                    .filter(session -> session.day().getDayOfWeek() == day)
                    .toList();
            if (!those.isEmpty() || weekdays.containsKey(day)) {
                rows.add(new ByWeekday(
                        day,
                        those.size(),
                        sums(weekdays.get(day)),
                        perSession(those, session -> session.state() != State.NOT_COUNTED)));
            }
        }
        return rows;
    }

    private List<ByMonth> months(ReportPeriod period, List<BySession> all) {
        return period.months().stream()
                .map(month -> {
                    List<BySession> those = all.stream()
                            .filter(session -> YearMonth.from(session.day()).equals(month))
                            .toList();
                    List<BySession> known = those.stream()
                            .filter(session -> session.state() != State.NOT_COUNTED)
                            .toList();
                    return new ByMonth(
                            month,
                            those.size(),
                            known.size(),
                            sums(months.get(month)),
                            perSession(known, session -> true));
                })
                .toList();
    }

    private static List<BySlot> slots(List<BySession> all) {
        record Slot(DayOfWeek day, LocalTime opens, LocalTime closes) {}
        Map<Slot, List<BySession>> slots = new TreeMap<>(
                Comparator.comparing(Slot::day).thenComparing(Slot::opens).thenComparing(Slot::closes));
        for (BySession session : all) {
            slots.computeIfAbsent(
                            new Slot(session.day().getDayOfWeek(), session.opens(), session.closes()),
                            slot -> new ArrayList<>())
                    .add(session);
        }
        return slots.entrySet().stream()
                .map(entry -> new BySlot(
                        entry.getKey().day(),
                        entry.getKey().opens(),
                        entry.getKey().closes(),
                        entry.getValue().size(),
                        entry.getValue().stream().map(BySession::sums).reduce(new Sums(0, 0, 0, 0), Sums::plus),
                        perSession(entry.getValue(), session -> session.state() != State.NOT_COUNTED)))
                .toList();
    }

    private static @Nullable Mean perSession(List<BySession> sessions, Predicate<BySession> counts) {
        List<BySession> those = sessions.stream().filter(counts).toList();
        return Mean.of(children(those), those.size());
    }

    private static @Nullable Mean perHour(List<BySession> known) {
        long minutes = known.stream()
                .mapToLong(session ->
                        Duration.between(session.opens(), session.closes()).toMinutes())
                .sum();
        return Mean.of(children(known) * 60, minutes);
    }

    private static long children(List<BySession> sessions) {
        return sessions.stream().mapToLong(session -> session.sums().children()).sum();
    }

    private static List<Closed> closed(ReportPeriod period, Timetable timetable) {
        List<Closed> spans = new ArrayList<>();
        boolean openSince = true;
        for (LocalDate day : days(period).toList()) {
            Text why = timetable.closedBecause(day).orElse(null);
            if (why == null) {
                openSince |= !timetable.sessions(day).isEmpty();
                continue;
            }
            if (!openSince && spans.getLast().why().equals(why)) {
                Closed before = spans.removeLast();
                spans.add(new Closed(before.from(), day, before.days() + 1, why));
            } else {
                spans.add(new Closed(day, day, 1, why));
            }
            openSince = false;
        }
        return spans;
    }

    private static Stream<LocalDate> days(ReportPeriod period) {
        return period.first().datesUntil(period.last().plusDays(1));
    }

    private static boolean isAge(Tally tally) {
        return switch (tally.category()) {
            case Tallies.VISITS, Tallies.ADULTS, Tallies.EXPECTING -> false;
            default -> true;
        };
    }

    private static Sums sums(@Nullable Count count) {
        return count == null ? new Sums(0, 0, 0, 0) : count.sums();
    }

    private record Moment(LocalDate day, LocalTime opens) {}

    private static final class Count {

        private int visits;
        private int children;
        private int adults;
        private int expecting;

        void add(Tally tally) {
            switch (tally.category()) {
                case Tallies.VISITS -> visits += tally.number();
                case Tallies.ADULTS -> adults += tally.number();
                case Tallies.EXPECTING -> expecting += tally.number();
                default -> children += tally.number();
            }
        }

        Sums sums() {
            return new Sums(visits, children, adults, expecting);
        }
    }
}
