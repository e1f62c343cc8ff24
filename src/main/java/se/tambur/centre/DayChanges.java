package se.tambur.centre;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.tambur.centre.Plan.ExtraDay;
import se.tambur.centre.Plan.Opening;
import se.tambur.centre.Plan.Slot;
import se.tambur.centre.Plan.Weeks;

/**
 * What happens otherwise on one day: an activity called off, an early close, a day that opens after all. Each is a new
 * version of the plan from that day, with its author, and can be taken back. What is told of the day is how it was
 * seen; one that has become another is left alone.
 */
@Service
public class DayChanges {

    private final Centres centres;

    DayChanges(Centres centres) {
        this.centres = centres;
    }

    /** A change that was made, and how the day was before it. */
    public static final class Done {

        private final DayLines before;
        private final DayLines after;

        private Done(DayLines before, DayLines after) {
            this.before = before;
            this.after = after;
        }
    }

    /**
     * Calls off an activity; a session that was held for nothing else is called off with it.
     *
     * @param from when it was to begin; null: with the session
     * @throws DayMoved when the day has no such thing
     */
    public Done callOff(
            CentreId centre,
            LocalDate day,
            LocalTime opens,
            ActivityId activity,
            @Nullable LocalTime from,
            String author) {
        return change(centre, day, author, openings -> {
            Opening opening = find(openings, opens, centre, day);
            List<Slot> left = opening.activities().stream()
                    .filter(slot -> !(slot.activity().equals(activity) && Objects.equals(slot.from(), from)))
                    .toList();
            if (left.size() == opening.activities().size()) {
                throw new DayMoved(centre, day);
            }
            return left.isEmpty()
                    ? without(openings, opening)
                    : with(openings, opening, new Opening(opens, opening.closes(), opening.name(), left));
        });
    }

    /**
     * Calls off a whole session.
     *
     * @throws DayMoved when the day has none that opens then
     */
    public Done callOff(CentreId centre, LocalDate day, LocalTime opens, String author) {
        return change(centre, day, author, openings -> without(openings, find(openings, opens, centre, day)));
    }

    /**
     * Closes a session early; what was to begin later is called off.
     *
     * @throws DayMoved when the day has none that opens then and is open at that time
     */
    public Done close(CentreId centre, LocalDate day, LocalTime opens, LocalTime at, String author) {
        return change(centre, day, author, openings -> {
            Opening opening = find(openings, opens, centre, day);
            if (!at.isAfter(opens) || !at.isBefore(opening.closes())) {
                throw new DayMoved(centre, day);
            }
            return with(openings, opening, until(opening, at));
        });
    }

    /**
     * Opens at hours that the day did not have, with what its weekday offers in them, else with open play.
     *
     * @throws DayMoved when it is open in some of them already
     */
    public Done open(CentreId centre, LocalDate day, LocalTime opens, LocalTime closes, String author) {
        if (!closes.isAfter(opens)) {
            throw new IllegalArgumentException("Closes at " + closes + ", before it opens at " + opens);
        }
        ActivityId unchosen = centres.history(centre).versionOn(day).unchosen();
        List<Opening> usual = centres.history(centre).planOn(day).weekOn(day);
        return change(centre, day, author, openings -> {
            if (openings.stream()
                    .anyMatch(other ->
                            opens.isBefore(other.closes()) && other.opens().isBefore(closes))) {
                throw new DayMoved(centre, day);
            }
            List<Slot> slots = usual.stream()
                    .flatMap(opening -> opening.activities().stream())
                    .filter(slot -> within(slot, opens, closes))
                    .distinct()
                    .toList();
            boolean anyTime = slots.stream().anyMatch(slot -> !slot.timed());
            var all = new ArrayList<Slot>();
            if (!anyTime) {
                all.add(new Slot(unchosen, null, null, Weeks.ALL));
            }
            all.addAll(slots);
            var later = new ArrayList<>(openings);
            later.add(new Opening(opens, closes, Text.NONE, all));
            later.sort(Comparator.comparing(Opening::opens));
            return later;
        });
    }

    /**
     * Takes a change back.
     *
     * @throws DayMoved when the day has been changed again since
     */
    public void undo(CentreId centre, Done done, String author) {
        LocalDate day = done.before.day();
        centres.change(
                centre,
                day,
                history -> {
                    Plan plan = history.planOn(day);
                    if (!DayLines.of(plan, day).equals(done.after)) {
                        throw new DayMoved(centre, day);
                    }
                    return done.before.in(plan);
                },
                "plan.day-undone",
                author);
    }

    private Done change(CentreId centre, LocalDate day, String author, UnaryOperator<List<Opening>> change) {
        var done = new ArrayList<Done>();
        centres.change(
                centre,
                day,
                history -> {
                    Plan plan = history.planOn(day);
                    DayLines before = DayLines.of(plan, day);
                    DayLines after = before.with(change.apply(openings(history, plan, day)));
                    done.add(new Done(before, after));
                    return after.in(plan);
                },
                "plan.day-changed",
                author);
        return done.getLast();
    }

    private static List<Opening> openings(PlanHistory history, Plan plan, LocalDate day) {
        if (history.sessions(day).isEmpty()) {
            return List.of();
        }
        return DayLines.of(plan, day).extra().map(ExtraDay::openings).orElseGet(() -> plan.weekOn(day));
    }

    private static boolean within(Slot slot, LocalTime opens, LocalTime closes) {
        LocalTime from = slot.from();
        LocalTime to = slot.to();
        return from == null || to == null || (!from.isBefore(opens) && !to.isAfter(closes));
    }

    private static Opening find(List<Opening> openings, LocalTime opens, CentreId centre, LocalDate day) {
        return openings.stream()
                .filter(each -> each.opens().equals(opens))
                .findFirst()
                .orElseThrow(() -> new DayMoved(centre, day));
    }

    private static Opening until(Opening opening, LocalTime at) {
        List<Slot> left = opening.activities().stream()
                .filter(slot -> slot.from() == null || slot.from().isBefore(at))
                .map(slot -> slot.to() == null || !slot.to().isAfter(at)
                        ? slot
                        : new Slot(slot.activity(), slot.from(), at, slot.weeks()))
                .toList();
        // a session is for something: those who have come came for what was to be
        return new Opening(
                opening.opens(),
                at,
                opening.name(),
                left.isEmpty()
                        ? List.of(new Slot(opening.activities().getFirst().activity(), null, null, Weeks.ALL))
                        : left);
    }

    private static List<Opening> without(List<Opening> openings, Opening opening) {
        return openings.stream().filter(each -> each != opening).toList();
    }

    private static List<Opening> with(List<Opening> openings, Opening before, Opening after) {
        return openings.stream().map(each -> each == before ? after : each).toList();
    }
}
