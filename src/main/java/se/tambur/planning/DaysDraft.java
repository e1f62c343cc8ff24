package se.tambur.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Closure;
import se.tambur.centre.Plan.ExtraDay;
import se.tambur.centre.PlanHistory;
import se.tambur.centre.Timetable;

/**
 * Closures and single dates as they are to be. Only what was changed is kept, and laid over the plans as they are: what
 * somebody else saves meanwhile stays, and a plan that begins later gets what falls within its time.
 */
final class DaysDraft {

    private static final Closure.PublicHolidays HOLIDAYS = new Closure.PublicHolidays();

    private final LocalDate today;
    private final Set<Closure> closed = new LinkedHashSet<>();
    private final Set<Closure> opened = new LinkedHashSet<>();
    private final NavigableMap<LocalDate, Optional<ExtraDay>> extras = new TreeMap<>();
    private PlanHistory seen;

    DaysDraft(PlanHistory seen, LocalDate today) {
        this.seen = seen;
        this.today = today;
    }

    private DaysDraft(DaysDraft other) {
        this(other.seen, other.today);
        closed.addAll(other.closed);
        opened.addAll(other.opened);
        extras.putAll(other.extras);
    }

    /** What was there when it was last looked at. */
    PlanHistory seen() {
        return seen;
    }

    /** Lays the same changes over what has been saved since. */
    void over(PlanHistory newer) {
        seen = newer;
    }

    /** One plan's time, cut at today. */
    private record Reign(LocalDate from, @Nullable LocalDate until, Plan plan) {

        boolean has(LocalDate day) {
            return !day.isBefore(from) && (until == null || day.isBefore(until));
        }

        boolean concerns(Closure closure) {
            return switch (closure) {
                case Closure.PublicHolidays holidays -> true;
                case Closure.Period period ->
                    !period.to().isBefore(from)
                            && (until == null || period.from().isBefore(until));
            };
        }
    }

    private List<Reign> reigns() {
        List<LocalDate> begins = Stream.concat(
                        Stream.of(today),
                        seen.versions().stream()
                                .flatMap(version -> Stream.ofNullable(version.from()))
                                .filter(from -> from.isAfter(today)))
                .distinct()
                .sorted()
                .toList();
        List<Reign> reigns = new ArrayList<>();
        for (int i = 0; i < begins.size(); i++) {
            LocalDate until = i + 1 < begins.size() ? begins.get(i + 1) : null;
            reigns.add(new Reign(begins.get(i), until, seen.planOn(begins.get(i))));
        }
        return reigns;
    }

    /** The plans that these changes make of those there are, each from its day; none when nothing becomes otherwise. */
    Map<LocalDate, Plan> plans() {
        Map<LocalDate, Plan> plans = new LinkedHashMap<>();
        for (Reign reign : reigns()) {
            Plan changed = changed(reign);
            if (!changed.equals(reign.plan())) {
                plans.put(reign.from(), changed);
            }
        }
        return plans;
    }

    private Plan changed(Reign reign) {
        Plan plan = reign.plan();
        List<Closure> closures = new ArrayList<>(plan.closed());
        closures.removeAll(opened);
        closed.stream()
                .filter(closure -> reign.concerns(closure) && !closures.contains(closure))
                .forEach(closures::add);
        List<ExtraDay> days = new ArrayList<>(plan.extra());
        extras.forEach((day, extra) -> {
            if (reign.has(day) && !extraOf(plan, day).equals(extra)) {
                days.removeIf(other -> other.date().equals(day));
                extra.ifPresent(days::add);
            }
        });
        return plan.withDays(closures, days);
    }

    /** Every day as it is to be. */
    Timetable timetable() {
        return seen.sketch(plans());
    }

    boolean isChanged() {
        return !plans().isEmpty();
    }

    /** @param draft its {@link #timetable}, which a whole month asks for once */
    boolean isChanged(LocalDate day, Timetable draft) {
        return !draft.sessions(day).equals(seen.sessions(day))
                || !draft.closure(day).equals(seen.closure(day))
                || !extra(day).equals(extraOf(seen.planOn(day), day));
    }

    /** Whether the house is open on such a date by its week; a plan without a week has not been told yet. */
    boolean hasWeek(LocalDate day) {
        Plan plan = seen.planOn(day);
        return plan.week().isEmpty() || plan.week().containsKey(day.getDayOfWeek());
    }

    boolean closesOnHolidays() {
        return changed(reigns().getFirst()).closed().contains(HOLIDAYS);
    }

    void closeOnHolidays(boolean close) {
        if (close) {
            close(HOLIDAYS);
        } else {
            open(HOLIDAYS);
        }
    }

    /** The periods that are not over, in time order. */
    List<Closure.Period> periods() {
        return reigns().stream()
                .flatMap(reign -> changed(reign).closed().stream().filter(reign::concerns))
                .filter(Closure.Period.class::isInstance)
                .map(Closure.Period.class::cast)
                .distinct()
                .sorted(Comparator.comparing(Closure.Period::from).thenComparing(Closure.Period::to))
                .toList();
    }

    /** The single dates that are not over, in time order. */
    List<ExtraDay> extras() {
        return reigns().stream()
                .flatMap(reign -> changed(reign).extra().stream().filter(extra -> reign.has(extra.date())))
                .sorted(Comparator.comparing(ExtraDay::date))
                .toList();
    }

    Optional<ExtraDay> extra(LocalDate day) {
        Optional<ExtraDay> changed = extras.get(day);
        return changed == null ? extraOf(seen.planOn(day), day) : changed;
    }

    /**
     * The lines of a plan that concern one date and no other.
     *
     * @param closures those that begin and end on it
     */
    record Own(Optional<ExtraDay> extra, List<Closure.Period> closures) {

        static final Own NONE = new Own(Optional.empty(), List.of());
    }

    Own own(LocalDate day) {
        return new Own(
                extra(day),
                periods().stream()
                        .filter(period ->
                                period.from().equals(day) && period.to().equals(day))
                        .toList());
    }

    /** Gives a date these lines in the place of those it has. */
    void give(LocalDate day, Own lines) {
        List<Closure.Period> before = own(day).closures();
        before.stream().filter(period -> !lines.closures().contains(period)).forEach(this::open);
        lines.closures().stream().filter(period -> !before.contains(period)).forEach(this::close);
        extras.put(day, lines.extra());
    }

    private static Optional<ExtraDay> extraOf(Plan plan, LocalDate day) {
        return plan.extra().stream().filter(extra -> extra.date().equals(day)).findFirst();
    }

    void close(Closure closure) {
        if (!opened.remove(closure)) {
            closed.add(closure);
        }
    }

    void open(Closure closure) {
        if (!closed.remove(closure)) {
            opened.add(closure);
        }
    }

    /** How the days would be if a date had no line of its own. */
    Timetable without(LocalDate day) {
        var plain = new DaysDraft(this);
        plain.give(day, Own.NONE);
        return plain.timetable();
    }
}
