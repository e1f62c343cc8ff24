package se.tambur.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import se.tambur.centre.Plan.Closure;
import se.tambur.centre.Text;
import se.tambur.shared.OfficeShell.Notice;

/** A day or a period when the house is closed, and why. */
class ClosureDialog extends Dialog {

    private final transient PlanWords say;
    private final LocalDate today;
    private final transient Optional<Closure.Period> before;
    private final transient Consumer<Closure.Period> done;
    private final DatePicker from;
    private final DatePicker to;
    private final TextsPart why;
    private final transient List<Object> typed;

    /** @param before empty: a new one */
    ClosureDialog(
            PlanWords say,
            List<String> languages,
            LocalDate today,
            Optional<Closure.Period> before,
            Consumer<Closure.Period> done) {
        this.say = say;
        this.today = today;
        this.before = before;
        this.done = done;
        setHeaderTitle(say.word(before.isPresent() ? "plan.closed.change" : "plan.closed.add"));
        addClassNames("ask", "closure-dialog");
        setCloseOnOutsideClick(false);
        addDialogCloseActionListener(close -> leave());
        from = new PlanFields(say).day(say.word("plan.closed.from"));
        to = new PlanFields(say).day(say.word("plan.closed.to"));
        why = new TextsPart(
                say,
                languages,
                List.of(new TextsPart.Line(
                        say.word("plan.day.why"),
                        before.map(Closure.Period::why).orElse(Text.NONE),
                        SessionsPart.LONGEST_NAME,
                        false)),
                () -> {});
        before.ifPresent(period -> {
            from.setValue(period.from());
            to.setValue(period.to());
        });
        from.addValueChangeListener(change -> {
            LocalDate first = change.getValue();
            if (first != null && (to.getValue() == null || to.getValue().isBefore(first))) {
                to.setValue(first);
            }
        });
        var days = new Div(from, to);
        days.addClassName("hours");
        add(days, why, seen(say));
        var cancel = new Button(say.word("plan.day.cancel"), click -> leave());
        var take = new Button(say.word("plan.day.take"), click -> take());
        take.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(cancel, take);
        typed = Typed.in(this);
    }

    /** Whoever writes a reason shall know who reads it. */
    static Paragraph seen(PlanWords say) {
        var seen = new Paragraph(say.word("plan.day.why.seen"));
        seen.addClassName("muted");
        return seen;
    }

    /** What was typed can be taken up again. */
    private void leave() {
        close();
        if (!Typed.in(this).equals(typed)) {
            Notice.say(say.word("plan.closed.left"), this::open);
        }
    }

    private void take() {
        LocalDate first = from.getValue();
        LocalDate last = to.getValue();
        // one that is going on keeps its beginning
        boolean begun = before.map(Closure.Period::from)
                .filter(day -> day.equals(first))
                .isPresent();
        boolean sound = PlanFields.mark(
                from, first != null && (begun || !first.isBefore(today)), say.word("plan.file.from.flaw"));
        sound &= PlanFields.mark(
                to,
                last != null && !last.isBefore(today) && (first == null || !last.isBefore(first)),
                say.word("plan.closed.flaw.to"));
        sound &= why.isSound();
        if (sound && first != null && last != null) {
            close();
            done.accept(new Closure.Period(first, last, why.text(0)));
        }
    }
}
