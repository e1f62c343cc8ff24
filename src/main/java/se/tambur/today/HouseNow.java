package se.tambur.today;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import se.tambur.centre.Plan;
import se.tambur.centre.Session;
import se.tambur.centre.Text;
import se.tambur.kiosk.Kiosks;
import se.tambur.presence.Presence;
import se.tambur.visit.CheckIns;

/**
 * How a house is at a moment; one reading, shared by everyone who looks.
 *
 * @param moment of the reading
 * @param plan of today
 * @param at local time
 * @param sessions of today, in time order
 * @param closedBecause why a day that the week would open is closed
 * @param next the first session that has not begun
 * @param lastWeek children of the same weekday a week ago; empty when nothing was counted then
 * @param halfHours of the sessions of today and of any visit outside them, in order
 * @param timeless visits that wait to be placed on a day
 */
public record HouseNow(
        Instant moment,
        Plan plan,
        LocalDateTime at,
        List<Session> sessions,
        Optional<Text> closedBecause,
        Optional<Session> next,
        Presence.Estimate estimate,
        boolean full,
        Sums sums,
        OptionalInt lastWeek,
        Optional<CheckIns.Visit> last,
        List<LocalTime> halfHours,
        List<AgeRow> ages,
        List<ActivityRow> activities,
        List<Kiosks.Health> kiosks,
        List<CheckIns.Suspects> suspects,
        List<CheckIns.Visit> timeless) {

    public LocalDate day() {
        return at.toLocalDate();
    }

    /** Everyone who has come today. */
    public record Sums(int visits, int children, int adults, int expecting) {}

    /** The children of an age, one number for each half hour. */
    public record AgeRow(Plan.Age age, List<Integer> children) {

        int sum() {
            return children.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * An activity of today.
     *
     * @param held when; empty for one that is not in today's sessions
     */
    public record ActivityRow(Plan.Activity activity, List<Span> held, int children) {}

    /** From and to, local time. */
    public record Span(LocalTime from, LocalTime to) {}
}
