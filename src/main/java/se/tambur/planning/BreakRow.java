package se.tambur.planning;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import se.tambur.centre.Almanac.Break;
import se.tambur.centre.Plan.Closure;

/** One break of the schools: ticked, the house is closed in it. */
class BreakRow extends Div {

    private static final int MOVES_AT_MOST_DAYS = 60;

    private final transient PlanWords say;
    private final Break which;
    private final LocalDate today;
    private final transient Supplier<DaysDraft> draft;
    private final transient Runnable changed;
    private final Checkbox tick;
    private final DatePicker from;
    private final DatePicker to;
    private transient Closure.Period suggested;
    private boolean showing;

    BreakRow(
            PlanWords say,
            Break which,
            Closure.Period suggested,
            LocalDate today,
            Supplier<DaysDraft> draft,
            Runnable changed) {
        this.say = say;
        this.which = which;
        this.suggested = suggested;
        this.today = today;
        this.draft = draft;
        this.changed = changed;
        addClassName("break");
        String name = suggested.why().in(say.locale().getLanguage(), "sv");
        tick = new Checkbox(name);
        from = new PlanFields(say).day(say.word("plan.closed.from"));
        to = new PlanFields(say).day(say.word("plan.closed.to"));
        from.setAriaLabel(say.word("plan.breaks.from", name));
        to.setAriaLabel(say.word("plan.breaks.to", name));
        from.setValue(suggested.from());
        to.setValue(suggested.to());
        tick.addValueChangeListener(ticked -> {
            if (!showing) {
                take();
            }
        });
        from.addValueChangeListener(change -> move());
        to.addValueChangeListener(change -> move());
        add(tick, from, to);
    }

    Break which() {
        return which;
    }

    boolean isOver() {
        return suggested.to().isBefore(today);
    }

    /** Other days, as long as the house has not closed on some already. */
    void suggest(Closure.Period other) {
        suggested = other;
        if (made().isEmpty()) {
            fill(false, other);
        }
    }

    /** The closure of that name, on whichever days it was put. */
    private Optional<Closure.Period> made() {
        return draft.get().periods().stream()
                .filter(period -> period.why().equals(suggested.why()))
                .filter(period -> period.to().isAfter(suggested.from().minusDays(MOVES_AT_MOST_DAYS))
                        && period.from().isBefore(suggested.to().plusDays(MOVES_AT_MOST_DAYS)))
                .findFirst();
    }

    void show() {
        made().ifPresentOrElse(period -> fill(true, period), () -> tick(false));
    }

    private void fill(boolean closed, Closure.Period days) {
        tick(closed);
        showing = true;
        from.setValue(days.from());
        to.setValue(days.to());
        showing = false;
    }

    private void tick(boolean closed) {
        showing = true;
        tick.setValue(closed);
        showing = false;
    }

    private void move() {
        if (!showing && tick.getValue()) {
            take();
        }
    }

    private void take() {
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        Optional<Closure.Period> made = made();
        boolean sound = !tick.getValue() || isSound(first, last);
        if (!sound || first == null || last == null) {
            tick(made.isPresent());
            return;
        }
        made.ifPresent(draft.get()::open);
        if (tick.getValue()) {
            draft.get().close(new Closure.Period(first, last, suggested.why()));
        }
        changed.run();
    }

    private boolean isSound(LocalDate first, LocalDate last) {
        boolean sound = PlanFields.mark(from, first != null, say.word("plan.file.from.flaw"));
        return sound
                & PlanFields.mark(
                        to,
                        last != null && !last.isBefore(today) && (first == null || !last.isBefore(first)),
                        say.word("plan.closed.flaw.to"));
    }
}
