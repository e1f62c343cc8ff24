package se.tambur.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import java.util.function.Consumer;
import java.util.function.Supplier;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.ExtraDay;
import se.tambur.shared.OfficeShell.Notice;

/** The coming days that have hours of their own. */
class ExtrasPart extends Section {

    private final transient PlanWords say;
    private final transient Supplier<DaysDraft> draft;
    private final transient Consumer<LocalDate> change;
    private final transient Runnable changed;
    private final UnorderedList days = new UnorderedList();
    private final Paragraph none = new Paragraph();

    /** @param change is told which day is to become otherwise */
    ExtrasPart(PlanWords say, Supplier<DaysDraft> draft, Consumer<LocalDate> change, Runnable changed) {
        this.say = say;
        this.draft = draft;
        this.change = change;
        this.changed = changed;
        addClassNames("card", "extras-part");
        none.setText(say.word("plan.extras.none"));
        none.addClassName("muted");
        days.addClassName("lines");
        add(new H2(say.word("plan.extras.title")), days, none);
    }

    void show() {
        List<ExtraDay> all = draft.get().extras();
        days.removeAll();
        all.forEach(extra -> days.add(line(extra)));
        days.setVisible(!all.isEmpty());
        none.setVisible(all.isEmpty());
    }

    private Component line(ExtraDay extra) {
        Plan plan = draft.get().seen().planOn(extra.date());
        String date = say.date(extra.date());
        var when = new Span(say.capital(date));
        when.addClassName("strong");
        String named = extra.name().isEmpty() ? "" : say.text(extra.name(), plan) + ", ";
        var what = new Span(named + say.openings(extra.openings(), plan));
        var edit = new Button(say.word("plan.closed.change.short"), click -> change.accept(extra.date()));
        edit.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        edit.setAriaLabel(say.word("plan.closed.change.name", date));
        var deeds = new Div(edit, SessionsPart.remover(say.word("plan.extras.remove.name", date), () -> remove(extra)));
        deeds.addClassName("deeds");
        return new ListItem(when, what, deeds);
    }

    private void remove(ExtraDay extra) {
        set(extra.date(), Optional.empty());
        Notice.say(say.word("plan.extras.removed"), () -> set(extra.date(), Optional.of(extra)));
    }

    private void set(LocalDate day, Optional<ExtraDay> extra) {
        draft.get().give(day, new DaysDraft.Own(extra, draft.get().own(day).closures()));
        changed.run();
    }
}
