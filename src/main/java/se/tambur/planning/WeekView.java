package se.tambur.planning;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.DayOfWeek;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Opening;
import se.tambur.centre.PlanRefused;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;

/** The week's sessions and what is held in them. */
@Route("office/plan/week")
@RolesAllowed(Roles.MANAGER)
@StyleSheet("context://days.css")
class WeekView extends PlanForm {

    private final Map<DayOfWeek, WeekDayPart> days = new EnumMap<>(DayOfWeek.class);

    WeekView(PlanDesk desk) {
        super(desk, "plan.week", "plan.week-changed");
        addClassName("week-form");
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day, new WeekDayPart(say, day, plan(), to -> copy(day, to), this::settle));
        }
        open(days.values().toArray(WeekDayPart[]::new));
        changed();
    }

    private void settle() {
        // not while the days are being made
        if (days.size() == DayOfWeek.values().length) {
            changed();
        }
    }

    private void copy(DayOfWeek from, DayOfWeek to) {
        WeekDayPart source = Objects.requireNonNull(days.get(from));
        if (source.isSound()) {
            Runnable undo = Objects.requireNonNull(days.get(to)).replace(source.openings());
            Notice.say(say.word("plan.week.copied", say.weekday(to)), undo);
        } else {
            Notice.say(say.word("plan.week.copy.flaw", say.weekday(from)));
        }
    }

    @Override
    Plan draft(Plan plan) {
        Map<DayOfWeek, List<Opening>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach((weekday, part) -> {
            List<Opening> openings = part.drafted();
            if (!openings.isEmpty()) {
                week.put(weekday, openings);
            }
        });
        return plan.withWeek(week);
    }

    @Override
    boolean isSound(Plan plan) {
        boolean sound = true;
        for (WeekDayPart part : days.values()) {
            sound &= part.isSound();
        }
        return sound;
    }

    /** What only the whole can know: sessions that collide, an activity twice at one time. */
    @Override
    boolean object(PlanRefused.Flaw refused) {
        boolean told = false;
        for (Map.Entry<DayOfWeek, WeekDayPart> day : days.entrySet()) {
            if (refused.field().startsWith("week." + day.getKey().name().toLowerCase(Locale.ROOT))) {
                day.getValue()
                        .object(say.word(
                                refused.field().endsWith(".open") ? "plan.week.flaw.overlap" : "plan.week.flaw.twice"));
                told = true;
            }
        }
        return told;
    }
}
