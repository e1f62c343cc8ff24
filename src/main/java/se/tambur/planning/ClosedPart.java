package se.tambur.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import se.tambur.centre.Almanac;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Closure;
import se.tambur.shared.OfficeShell.Notice;

/** When the house is closed: red days, what the almanac and the schools suggest, and the house's own periods. */
class ClosedPart extends Section {

    private final transient PlanWords say;
    private final transient Plan plan;
    private final LocalDate today;
    private final transient Supplier<DaysDraft> draft;
    private final transient Runnable changed;
    private final Checkbox holidays = new Checkbox();
    private final UnorderedList periods = new UnorderedList();
    private final Paragraph none = new Paragraph();
    private final AlmanacPart almanac;
    private final BreaksPart breaks;

    ClosedPart(PlanWords say, Plan plan, LocalDate today, Supplier<DaysDraft> draft, Runnable changed) {
        this.say = say;
        this.plan = plan;
        this.today = today;
        this.draft = draft;
        this.changed = changed;
        addClassNames("card", "closed-part");
        holidays.setLabel(say.word("plan.closed.holidays"));
        holidays.setHelperText(say.word("plan.closed.holidays.help"));
        holidays.addValueChangeListener(tick -> {
            if (tick.getValue() != draft.get().closesOnHolidays()) {
                draft.get().closeOnHolidays(tick.getValue());
                changed.run();
            }
        });
        none.setText(say.word("plan.closed.none"));
        none.addClassName("muted");
        periods.addClassName("lines");
        var add = new Button(say.word("plan.closed.add"), click -> add());
        almanac = new AlmanacPart(say, new Almanac(plan), today, draft, changed);
        breaks = new BreaksPart(say, new Almanac(plan), today, draft, changed);
        add(
                new H2(say.word("plan.closed.title")),
                holidays,
                new Details(say.word("plan.closed.almanac"), almanac),
                new Details(say.word("plan.closed.breaks"), breaks),
                periods,
                none,
                add);
    }

    void show() {
        List<Closure.Period> all = draft.get().periods();
        holidays.setValue(draft.get().closesOnHolidays());
        periods.removeAll();
        all.forEach(period -> periods.add(line(period)));
        periods.setVisible(!all.isEmpty());
        none.setVisible(all.isEmpty());
        almanac.show();
        breaks.show();
    }

    private Component line(Closure.Period period) {
        String days = say.span(period.from(), period.to());
        var name = new Span(say.capital(say.why(period.why(), plan)));
        name.addClassName("strong");
        var when = new Span(days);
        var change = new Button(say.word("plan.closed.change.short"), click -> change(period));
        change.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        change.setAriaLabel(say.word("plan.closed.change.name", days));
        var deeds =
                new Div(change, SessionsPart.remover(say.word("plan.closed.remove.name", days), () -> remove(period)));
        deeds.addClassName("deeds");
        return new ListItem(name, when, deeds);
    }

    private void add() {
        new ClosureDialog(say, plan.languages(), today, Optional.empty(), period -> {
                    close(period);
                    Notice.say(say.word("plan.closed.added"), () -> open(period));
                })
                .open();
    }

    private void change(Closure.Period before) {
        new ClosureDialog(say, plan.languages(), today, Optional.of(before), after -> {
                    exchange(before, after);
                    Notice.say(say.word("plan.closed.changed"), () -> exchange(after, before));
                })
                .open();
    }

    private void exchange(Closure.Period before, Closure.Period after) {
        if (!before.equals(after)) {
            draft.get().open(before);
            close(after);
        }
    }

    private void remove(Closure.Period period) {
        open(period);
        Notice.say(say.word("plan.closed.removed"), () -> close(period));
    }

    private void close(Closure.Period period) {
        draft.get().close(period);
        changed.run();
    }

    private void open(Closure.Period period) {
        draft.get().open(period);
        changed.run();
    }
}
