package se.tambur.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.Plan;
import se.tambur.centre.Text;
import se.tambur.visit.Corrections.Balance;
import se.tambur.visit.HandCounts;
import se.tambur.visit.Tallies.State;

/**
 * What a period says, exact, from tallies alone. Totals, ages, activities and weekdays hold every visit; sessions and
 * means leave out those outside hours.
 *
 * @param expecting visits by a party that expects a child
 * @param childrenByAge every age group of the plans that held, in the kiosk's order, also those with none
 * @param activities those that were held or chosen, in the plan's order
 * @param levels what came to universal, selective and indicated activities; those without visits left out
 * @param weekdays those with a session or a visit, from Monday
 * @param slots the week's sessions that were held, by weekday and time
 * @param sessions every session held so far, in time order
 * @param months every month that the period touches, in order; of the first and last only the days within it
 * @param outsideHours visits that belong to no session
 * @param unplanned visits of sessions that a later plan has taken away, or that staff closed after all
 * @param childrenPerSession by counted and empty sessions; null when there is none
 * @param childrenPerHour by the hours that those were open; null when there is none
 * @param busiest most children, the earliest of equals; null when no child came in a session
 * @param quietest fewest children of the counted and empty, the earliest of equals; null when there is none
 * @param suspect visits that wait for a decision of staff; counted nowhere else
 * @param droppedUndecided visits that looked like play and that nobody decided on in time; counted nowhere else
 * @param corrections those of staff that stand; part of every other number
 * @param byHand groups that staff counted by hand; part of every other number
 * @param closed days that the week would have opened, in order
 * @param lastYear the same days the year before; null when nothing was counted in them
 */
public record Summary(
        ReportPeriod period,
        int visits,
        int children,
        int adults,
        int expecting,
        Map<AgeId, Integer> childrenByAge,
        List<ByActivity> activities,
        Map<Plan.Level, Sums> levels,
        List<ByWeekday> weekdays,
        List<BySlot> slots,
        List<BySession> sessions,
        List<ByMonth> months,
        Sums outsideHours,
        Sums unplanned,
        @Nullable Mean childrenPerSession,
        @Nullable Mean childrenPerHour,
        @Nullable BySession busiest,
        @Nullable BySession quietest,
        int suspect,
        int droppedUndecided,
        Balance corrections,
        HandCounts.Sum byHand,
        List<Closed> closed,
        @Nullable Sums lastYear) {

    public Summary {
        childrenByAge = Collections.unmodifiableMap(new LinkedHashMap<>(childrenByAge));
        activities = List.copyOf(activities);
        levels = Collections.unmodifiableMap(new LinkedHashMap<>(levels));
        weekdays = List.copyOf(weekdays);
        slots = List.copyOf(slots);
        sessions = List.copyOf(sessions);
        months = List.copyOf(months);
        closed = List.copyOf(closed);
    }

    /** Sessions the plan held, up to now. */
    public int held() {
        return sessions.size();
    }

    /** Held sessions in one of the three states of counting rule 5. */
    public int in(State state) {
        return Math.toIntExact(
                sessions.stream().filter(session -> session.state() == state).count());
    }

    /** Held sessions that somebody came to, whatever staff say of them. */
    public int withVisits() {
        return Math.toIntExact(
                sessions.stream().filter(session -> session.sums().any()).count());
    }

    /** Counted and empty sessions: those that means divide by. */
    public int known() {
        return held() - in(State.NOT_COUNTED);
    }

    /** Known sessions of those held; empty when none was held. */
    public Optional<Mean> coverage() {
        return Optional.ofNullable(Mean.of(known(), held()));
    }

    /** The four numbers of some visits. */
    public record Sums(int visits, int children, int adults, int expecting) {

        /** Whether anybody came; a group counted by hand may have come in no known number of visits. */
        boolean any() {
            return visits + children + adults + expecting > 0;
        }

        Sums plus(Sums more) {
            return new Sums(
                    visits + more.visits, children + more.children, adults + more.adults, expecting + more.expecting);
        }
    }

    /**
     * An activity.
     *
     * @param occasions held sessions that offered it
     * @param childrenPerOccasion its children in sessions, by the counted and empty occasions; null when there is none
     */
    public record ByActivity(
            ActivityId activity,
            int occasions,
            Sums sums,
            @Nullable Mean childrenPerOccasion) {}

    /**
     * A weekday.
     *
     * @param sessions held
     * @param sums also those outside hours
     * @param childrenPerSession by counted and empty sessions; null when there is none
     */
    public record ByWeekday(
            DayOfWeek day,
            int sessions,
            Sums sums,
            @Nullable Mean childrenPerSession) {}

    /** A session of the week, such as Tuesdays 13.00 to 16.00; as {@link ByWeekday}, without those outside hours. */
    public record BySlot(
            DayOfWeek day,
            LocalTime opens,
            LocalTime closes,
            int sessions,
            Sums sums,
            @Nullable Mean childrenPerSession) {}

    /**
     * A month, or as much of it as lies in the period.
     *
     * @param sessions held
     * @param known counted and empty ones of those
     * @param sums also those outside hours
     * @param childrenPerSession by counted and empty sessions; null when there is none
     */
    public record ByMonth(
            YearMonth month,
            int sessions,
            int known,
            Sums sums,
            @Nullable Mean childrenPerSession) {}

    /** A session that was held. */
    public record BySession(LocalDate day, LocalTime opens, LocalTime closes, State state, Sums sums) {}

    /**
     * Days closed for one reason, with no open day between them.
     *
     * @param days how many of them the week would have opened
     */
    public record Closed(LocalDate from, LocalDate to, int days, Text why) {}
}
