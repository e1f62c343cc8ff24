package se.tambur.planning;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import se.tambur.centre.Almanac;
import se.tambur.centre.Plan.Closure;

/** Red days, eves and days between, to tick one by one. Those on which the week has nothing anyway are left out. */
class AlmanacPart extends Div {

    private static final int MONTHS_AHEAD = 18;

    private final transient PlanWords say;
    private final transient Supplier<DaysDraft> draft;
    private final transient Runnable changed;
    private final transient List<Row> rows = new ArrayList<>();
    private final Div redDays = new Div();
    private final Div eves = new Div();
    private final Paragraph included = new Paragraph();
    private boolean showing;

    AlmanacPart(PlanWords say, Almanac almanac, LocalDate today, Supplier<DaysDraft> draft, Runnable changed) {
        this.say = say;
        this.draft = draft;
        this.changed = changed;
        addClassName("almanac");
        LocalDate last = today.plusMonths(MONTHS_AHEAD);
        almanac.redDays(today, last).forEach(day -> add(day, redDays, true));
        almanac.eves(today, last).forEach(day -> add(day, eves, false));
        redDays.addClassName("ticks");
        eves.addClassName("ticks");
        included.setText(say.word("plan.closed.included"));
        included.addClassName("muted");
        add(new H3(say.word("plan.closed.eves")), eves, new H3(say.word("plan.closed.red-days")), included, redDays);
    }

    private void add(Closure.Period day, Div to, boolean red) {
        if (!draft.get().hasWeek(day.from())) {
            return;
        }
        var tick = new Checkbox(say.word(
                "plan.closed.day",
                say.date(day.from()),
                day.why().in(say.locale().getLanguage(), "sv")));
        tick.addValueChangeListener(ticked -> {
            if (!showing) {
                tick(day, ticked.getValue());
            }
        });
        rows.add(new Row(day, tick, red));
        to.add(tick);
    }

    private void tick(Closure.Period day, boolean close) {
        if (close) {
            draft.get().close(day);
        } else {
            made(day).ifPresent(draft.get()::open);
        }
        changed.run();
    }

    /** What closes that day alone, whatever it is called. */
    private Optional<Closure.Period> made(Closure.Period day) {
        return draft.get().own(day.from()).closures().stream().findFirst();
    }

    void show() {
        boolean all = draft.get().closesOnHolidays();
        included.setVisible(all);
        showing = true;
        rows.forEach(row -> {
            boolean comesAnyway = row.red() && all;
            row.tick().setValue(comesAnyway || made(row.day()).isPresent());
            row.tick().setReadOnly(comesAnyway);
        });
        showing = false;
    }

    /** @param red whether it is a public holiday, which can be closed with all the others */
    private record Row(Closure.Period day, Checkbox tick, boolean red) {}
}
