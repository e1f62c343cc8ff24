package se.tambur.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Closure;
import se.tambur.centre.Plan.ExtraDay;
import se.tambur.centre.Plan.Opening;
import se.tambur.centre.PlanRefused;
import se.tambur.centre.Text;
import se.tambur.centre.Timetable;
import se.tambur.shared.OfficeShell.Notice;

/** One day: as the plan has it, closed, or with hours of its own. */
class DayDialog extends Dialog {

    private enum Kind {
        PLAN,
        CLOSED,
        EXTRA
    }

    private final transient PlanWords say;
    private final transient Centres centres;
    private final transient Plan plan;
    private final transient DaysDraft.Own before;
    private final transient Consumer<DaysDraft.Own> done;
    private final LocalDate day;
    private final RadioButtonGroup<Kind> kind = new RadioButtonGroup<>();
    private final TextsPart why;
    private final TextsPart name;
    private final SessionsPart sessions;
    private final Div closedPart = new Div();
    private final Div extraPart = new Div();
    private final Paragraph flaw = new Paragraph();
    private final transient List<Object> typed;

    /** @param done is given the lines that the day is to have */
    DayDialog(PlanWords say, Centres centres, DaysDraft draft, LocalDate day, Consumer<DaysDraft.Own> done) {
        this.say = say;
        this.centres = centres;
        this.day = day;
        this.done = done;
        this.plan = draft.seen().planOn(day);
        this.before = draft.own(day);
        setHeaderTitle(say.capital(say.date(day)));
        addClassNames("ask", "day-dialog");
        setCloseOnOutsideClick(false);
        addDialogCloseActionListener(close -> leave());
        why = new TextsPart(
                say,
                plan.languages(),
                List.of(new TextsPart.Line(say.word("plan.day.why"), whyBefore(), SessionsPart.LONGEST_NAME, false)),
                () -> {});
        name = new TextsPart(
                say,
                plan.languages(),
                List.of(new TextsPart.Line(
                        say.word("plan.day.name"),
                        before.extra().map(ExtraDay::name).orElse(Text.NONE),
                        SessionsPart.LONGEST_NAME,
                        false)),
                () -> {});
        sessions = new SessionsPart(say, plan, SessionsPart.Of.DATE, () -> {});
        kinds(draft.without(day));
        closedPart.add(why, ClosureDialog.seen(say));
        fillExtra();
        flaw.addClassName("flaw");
        flaw.getElement().setAttribute("role", "alert");
        add(kind, closedPart, extraPart, flaw);
        var cancel = new Button(say.word("plan.day.cancel"), click -> leave());
        var take = new Button(say.word("plan.day.take"), click -> take());
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, take);
        tell();
        typed = Typed.in(this);
    }

    private Text whyBefore() {
        return before.closures().stream().map(Closure.Period::why).findFirst().orElse(Text.NONE);
    }

    private void kinds(Timetable plain) {
        String asPlanned = say.dayState(day, plain.sessions(day), plain.closure(day), plan);
        kind.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        kind.setLabel(say.word("plan.day.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(each -> switch (each) {
            case PLAN -> say.word("plan.day.as-planned", asPlanned);
            case CLOSED -> say.word("plan.day.closed");
            case EXTRA -> say.word("plan.day.extra");
        });
        kind.setValue(
                before.extra().isPresent() ? Kind.EXTRA : before.closures().isEmpty() ? Kind.PLAN : Kind.CLOSED);
        kind.addValueChangeListener(change -> {
            if (change.getValue() == Kind.EXTRA && sessions.isEmpty()) {
                prefill();
            }
            tell();
        });
    }

    /** What the week has that day, else one usual session. */
    private void prefill() {
        sessions.show(plan.weekOn(day));
        if (sessions.isEmpty()) {
            sessions.addUsual();
        }
    }

    private void fillExtra() {
        sessions.show(before.extra().map(ExtraDay::openings).orElse(List.of()));
        var add = new Button(say.word("plan.week.add-session"), click -> sessions.addUsual());
        var deeds = new Div(add);
        deeds.addClassName("deeds");
        if (!plan.week().isEmpty()) {
            deeds.add(copy());
        }
        extraPart.add(name, sessions, deeds);
    }

    private Component copy() {
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        MenuItem from = bar.addItem(say.word("plan.day.copy"));
        for (DayOfWeek weekday : plan.week().keySet()) {
            from.getSubMenu().addItem(say.weekday(weekday), click -> copy(weekday));
        }
        return bar;
    }

    private void copy(DayOfWeek weekday) {
        // of the same week, so that what is held in odd or even weeks is right
        Runnable undo = sessions.replace(plan.weekOn(day.with(weekday)));
        Notice.say(say.word("plan.day.copied", say.weekday(weekday)), undo);
    }

    private void tell() {
        closedPart.setVisible(kind.getValue() == Kind.CLOSED);
        extraPart.setVisible(kind.getValue() == Kind.EXTRA);
        flaw.setText("");
    }

    /** What was typed can be taken up again. */
    private void leave() {
        close();
        if (!Typed.in(this).equals(typed)) {
            Notice.say(say.word("plan.day.left", say.day(day)), this::open);
        }
    }

    private void take() {
        flaw.setText("");
        switch (kind.getValue()) {
            case PLAN -> take(DaysDraft.Own.NONE);
            case CLOSED -> {
                if (why.isSound()) {
                    take(new DaysDraft.Own(Optional.empty(), List.of(new Closure.Period(day, day, why.text(0)))));
                }
            }
            case EXTRA -> takeExtra();
        }
    }

    private void takeExtra() {
        boolean named = name.isSound();
        if (sessions.isEmpty()) {
            flaw.setText(say.word("plan.day.flaw.none"));
        } else if (sessions.isSound() && named) {
            var extra = new ExtraDay(
                    day,
                    sessions.openings().stream()
                            .sorted(Comparator.comparing(Opening::opens))
                            .toList(),
                    name.text(0));
            try {
                centres.check(plan.withDays(List.of(), List.of(extra)));
                take(new DaysDraft.Own(Optional.of(extra), before.closures()));
            } catch (PlanRefused e) {
                e.flaws().forEach(this::object);
            }
        }
    }

    /** What only the whole day can know. */
    private void object(PlanRefused.Flaw refused) {
        sessions.object(
                say.word(refused.field().endsWith(".open") ? "plan.week.flaw.overlap" : "plan.week.flaw.twice"));
    }

    private void take(DaysDraft.Own own) {
        close();
        done.accept(own);
    }
}
