package se.tambur.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.ExtraDay;
import se.tambur.centre.Session;
import se.tambur.centre.Text;
import se.tambur.centre.Timetable;

/** One day of the month on the wall: open or closed and why; a button as long as it is not over. */
class DayCell extends NativeTableCell {

    private @Nullable Focusable<?> button;

    /** @param timetable of the draft, made once for the whole month */
    record Shown(LocalDate day, LocalDate today, Timetable timetable, DaysDraft draft) {

        Plan plan() {
            return timetable.planOn(day);
        }

        List<Session> sessions() {
            return timetable.sessions(day);
        }

        Optional<Text> closure() {
            return timetable.closure(day);
        }

        Optional<ExtraDay> extra() {
            return draft.extra(day);
        }

        boolean isPast() {
            return day.isBefore(today);
        }
    }

    void show(PlanWords say, Shown shown, Consumer<LocalDate> change) {
        LocalDate day = shown.day();
        getElement().setAttribute("data-day", day.toString());
        if (day.equals(shown.today())) {
            addClassName("today");
            getElement().setAttribute("aria-current", "date");
        }
        setClassName("closed", shown.sessions().isEmpty() && shown.closure().isPresent());
        setClassName("extra", shown.extra().isPresent());
        setClassName("empty", shown.sessions().isEmpty() && shown.closure().isEmpty());
        setClassName("past", shown.isPast());
        boolean changed = !shown.isPast() && shown.draft().isChanged(day, shown.timetable());
        setClassName("changed", changed);
        if (shown.isPast()) {
            var box = new Div();
            box.addClassName("day");
            fill(box, say, shown, false);
            add(box);
        } else {
            var box = new NativeButton();
            box.addClassName("day");
            box.addClickListener(click -> change.accept(day));
            String words = say.dayState(day, shown.sessions(), shown.closure(), shown.plan());
            box.setAriaLabel(
                    changed
                            ? say.word("plan.days.cell.changed", say.date(day), words)
                            : say.word("plan.days.cell", say.date(day), words));
            fill(box, say, shown, changed);
            button = box;
            add(box);
        }
    }

    void focus() {
        if (button != null) {
            button.focus();
        }
    }

    private static void fill(HasComponents box, PlanWords say, Shown shown, boolean changed) {
        LocalDate day = shown.day();
        var weekday = new Span(day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, say.locale()) + " ");
        weekday.addClassName("weekday-short");
        var number = new Span(String.valueOf(day.getDayOfMonth()));
        number.addClassName("number");
        var date = new Span(weekday, number);
        date.addClassName("date");
        if (changed) {
            var dot = new Span(say.word("plan.days.unsaved"));
            dot.addClassName("unsaved");
            date.add(dot);
        }
        box.add(date);
        shown.extra()
                .ifPresent(extra -> box.add(mark(
                        extra.name().isEmpty()
                                ? say.word("plan.days.own-hours")
                                : say.text(extra.name(), shown.plan()))));
        if (shown.sessions().isEmpty()) {
            shown.closure().ifPresent(why -> box.add(why(say.why(why, shown.plan()))));
        }
        shown.sessions().forEach(session -> box.add(session(session, say, shown)));
    }

    private static Span mark(String words) {
        var mark = new Span(words);
        mark.addClassName("mark");
        return mark;
    }

    private static Span why(String words) {
        var why = new Span(words);
        why.addClassName("why");
        return why;
    }

    private static Component session(Session session, PlanWords say, Shown shown) {
        var times = new Span(say.times(session.opens(), session.closes()));
        times.addClassName("times");
        var part = new Span(times);
        part.addClassName("held");
        boolean named =
                shown.extra().map(ExtraDay::name).filter(session.name()::equals).isEmpty();
        if (!session.name().isEmpty() && named) {
            var name = new Span(say.text(session.name(), shown.plan()));
            name.addClassName("session-name");
            part.add(name);
        }
        session.activities().forEach(held -> {
            String when = held.from() == null ? "" : " " + say.time(held.from());
            var activity = new Span(say.text(held.activity().name(), shown.plan()) + when);
            activity.addClassName("activity");
            part.add(activity);
        });
        return part;
    }
}
