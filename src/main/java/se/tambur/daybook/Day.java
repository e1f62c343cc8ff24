package se.tambur.daybook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.Plan;
import se.tambur.centre.Session;
import se.tambur.centre.Text;
import se.tambur.report.Approvals;
import se.tambur.visit.CheckIns.HeadCount;
import se.tambur.visit.CheckIns.Suspects;
import se.tambur.visit.Corrections;
import se.tambur.visit.DayNotes;
import se.tambur.visit.Imports;
import se.tambur.visit.SessionStates;
import se.tambur.visit.Tallies;

/**
 * All that is known of one day at one centre.
 *
 * @param toCome whether the day has not begun
 * @param ages those of the plan that held, and those counted
 * @param passages its sessions in time order; last those outside hours, when there are any
 * @param closed why it is closed, where the plan says
 * @param month how far its month has come
 */
record Day(
        LocalDate date,
        ZoneId zone,
        Plan plan,
        boolean toCome,
        List<Plan.Age> ages,
        List<Plan.Activity> activities,
        List<Passage> passages,
        @Nullable Text closed,
        Approvals.State month,
        List<Suspects> suspects,
        List<HeadCount> headCounts,
        List<Corrections.Entry> corrections,
        List<DayNotes.Note> notes,
        List<Imports.Run> imports,
        List<Imports.Undone> importsUndone,
        Instant now) {

    /** What can be counted in: the sessions begun, and outside hours. */
    List<Passage> open() {
        List<Passage> open = new ArrayList<>(
                passages.stream().filter(passage -> passage.begun(now)).toList());
        if (open.isEmpty() || open.getLast().opens() != null) {
            open.add(new Passage(null, null, List.of(), null, null));
        }
        return open;
    }

    /** What is most likely counted: where most came, else what the session holds, else the plan's first. */
    Plan.Activity usual(Passage passage, List<Plan.Activity> choice) {
        return choice.stream()
                .filter(each -> passage.number(each.id(), Tallies.VISITS) > 0)
                .max(Comparator.comparingInt(each -> passage.number(each.id(), Tallies.VISITS)))
                .or(() -> passage.offered().filter(choice::contains))
                .orElseGet(choice::getFirst);
    }

    /**
     * A session, or what was outside hours.
     *
     * @param session null: outside hours, or no longer in the plan
     * @param opens null: outside hours
     * @param counted what the door says of it; null while it goes on and nobody has come, and outside hours
     * @param said what staff have said; null: nothing
     */
    record Passage(
            @Nullable Session session,
            @Nullable LocalTime opens,
            List<Row> rows,
            Tallies.@Nullable State counted,
            SessionStates.@Nullable Said said) {

        boolean begun(Instant now) {
            return session == null || session.begun(now);
        }

        /** What its session holds from opening to closing. */
        Optional<Plan.Activity> offered() {
            return session == null
                    ? Optional.empty()
                    : session.activities().stream()
                            .filter(held -> held.from() == null)
                            .map(Session.Held::activity)
                            .findFirst();
        }

        /** Whether staff said that it was closed, and a tablet told of somebody later. */
        boolean visitedThoughClosed() {
            return said != null && !said.held() && !rows.isEmpty();
        }

        int number(ActivityId activity, String category) {
            return rows.stream()
                    .filter(row -> row.activity().equals(activity))
                    .mapToInt(row -> row.numbers().getOrDefault(category, 0))
                    .sum();
        }

        int number(String category) {
            return rows.stream()
                    .mapToInt(row -> row.numbers().getOrDefault(category, 0))
                    .sum();
        }
    }

    /** What was counted in an activity, by kind as in {@link Tallies}. */
    record Row(ActivityId activity, Map<String, Integer> numbers) {

        int children(List<Plan.Age> ages) {
            return ages.stream()
                    .map(Plan.Age::id)
                    .map(AgeId::value)
                    .mapToInt(age -> numbers.getOrDefault(age, 0))
                    .sum();
        }
    }
}
