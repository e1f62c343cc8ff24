package se.tambur.centre;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The sessions of any date at one centre, by the plan that held on that date. Immutable; ask {@link Centres} for a fresh one. */
public interface Timetable {

    /** The timetable of a plan that nobody has taken in yet, as if it held on every date. */
    static Timetable of(Plan plan) {
        // nobody has been counted by it, so nobody asks what those came for who did not say
        var unchosen = new ActivityId("none");
        return new PlanHistory(List.of(new PlanHistory.Version(1, null, "", plan, "", Instant.EPOCH, unchosen)));
    }

    ZoneId zone();

    /** The plan that holds on a date; dates before the first version have the first. */
    Plan planOn(LocalDate day);

    /** The sessions of a date in time order; empty when closed. An extra date beats closed, closed beats the week. */
    List<Session> sessions(LocalDate day);

    /** Why a date that the week plan would open is closed; empty when it is open or has no session by the week. */
    Optional<Text> closedBecause(LocalDate day);

    /** Why the house is closed on a date, also on one that its week plan leaves out; empty on an extra date. */
    Optional<Text> closure(LocalDate day);

    /** Where a moment belongs: counting rules 2 and 4. */
    Place place(Instant moment);

    /** Which activity stands chosen at a moment: counting rule 3. Empty when no session has a public activity then. */
    Optional<Plan.Activity> preselected(Instant moment);

    /** The activity of a visit for which none was chosen: the untimed one of its session, else the plan's first untimed one. */
    ActivityId unchosen(Place place);

    /**
     * Where a moment belongs.
     *
     * @param time local, to the minute
     * @param session empty: outside hours
     */
    record Place(LocalDate day, LocalTime time, Optional<Session> session) {}
}
