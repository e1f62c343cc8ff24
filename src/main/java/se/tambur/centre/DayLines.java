package se.tambur.centre;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.tambur.centre.Plan.Closure;
import se.tambur.centre.Plan.ExtraDay;
import se.tambur.centre.Plan.Opening;

/**
 * The lines of a plan that concern one date and no other.
 *
 * @param closures those that begin and end on it
 */
record DayLines(LocalDate day, Optional<ExtraDay> extra, List<Closure> closures) {

    DayLines {
        closures = List.copyOf(closures);
    }

    static DayLines of(Plan plan, LocalDate day) {
        return new DayLines(
                day,
                plan.extra().stream().filter(each -> each.date().equals(day)).findFirst(),
                plan.closed().stream().filter(closure -> isFor(closure, day)).toList());
    }

    private static boolean isFor(Closure closure, LocalDate day) {
        return closure instanceof Closure.Period period
                && period.from().equals(day)
                && period.to().equals(day);
    }

    /** The day with these openings instead; closed when there are none. */
    DayLines with(List<Opening> openings) {
        if (!openings.isEmpty()) {
            Text name = extra.map(ExtraDay::name).orElse(Text.NONE);
            return new DayLines(day, Optional.of(new ExtraDay(day, openings, name)), closures);
        }
        return new DayLines(
                day,
                Optional.empty(),
                closures.isEmpty() ? List.of(new Closure.Period(day, day, Text.NONE)) : closures);
    }

    /** A plan with these lines in the place of its own ones for the day. */
    Plan in(Plan plan) {
        return plan.withDays(
                Stream.concat(plan.closed().stream().filter(closure -> !isFor(closure, day)), closures.stream())
                        .toList(),
                Stream.concat(plan.extra().stream().filter(each -> !each.date().equals(day)), extra.stream())
                        .toList());
    }
}
