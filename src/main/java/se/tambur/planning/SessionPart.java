package se.tambur.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Opening;
import se.tambur.centre.Plan.Slot;
import se.tambur.shared.OfficeShell.Notice;

/** One session: its hours, its name, and what is held in it. */
class SessionPart extends Div {

    private final transient PlanWords say;
    private final transient Plan plan;
    private final SessionsPart.Of of;
    private final transient Runnable changed;
    private final TimePicker opens;
    private final TimePicker closes;
    private final TextsPart name;
    private final Div slots = new Div();

    /** @param changed told while somebody fills it in */
    SessionPart(
            PlanWords say,
            Plan plan,
            SessionsPart.Of of,
            Opening opening,
            Consumer<SessionPart> remove,
            Runnable changed) {
        this.changed = changed;
        this.say = say;
        this.plan = plan;
        this.of = of;
        addClassName("session");
        var fields = new PlanFields(say);
        opens = fields.time(say.word("plan.week.opens"));
        closes = fields.time(say.word("plan.week.closes"));
        name = new TextsPart(
                say,
                plan.languages(),
                List.of(new TextsPart.Line(
                        say.word("plan.week.session-name"), opening.name(), SessionsPart.LONGEST_NAME, false)),
                changed);
        opens.setValue(opening.opens());
        closes.setValue(opening.closes());
        opens.addValueChangeListener(change -> changed.run());
        closes.addValueChangeListener(change -> changed.run());
        var hours = new Div(
                opens,
                closes,
                name,
                SessionsPart.remover(say.word("plan.week.remove-session"), () -> remove.accept(this)));
        hours.addClassName("hours");
        opening.activities().forEach(this::addRow);
        var add = new Button(say.word("plan.week.add-activity"), click -> {
            addRow(null);
            changed.run();
        });
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(hours, slots, add);
    }

    private void addRow(@Nullable Slot slot) {
        var row = new SlotRow(say, plan, of, slot, this::remove, changed);
        slots.add(row);
        if (slot == null) {
            row.focus();
        }
    }

    private void remove(SlotRow row) {
        int place = slots.indexOf(row);
        slots.remove(row);
        changed.run();
        Notice.say(say.word("plan.week.activity-removed"), () -> {
            slots.addComponentAtIndex(Math.min(place, slots.getComponentCount()), row);
            changed.run();
        });
    }

    private List<SlotRow> rows() {
        return slots.getChildren().map(SlotRow.class::cast).toList();
    }

    void focus() {
        opens.focus();
    }

    boolean isForNothing() {
        return rows().isEmpty();
    }

    boolean isSound() {
        LocalTime from = opens.getValue();
        LocalTime to = closes.getValue();
        boolean sound = PlanFields.mark(opens, from != null, say.word("plan.week.flaw.time"));
        sound &= PlanFields.mark(
                closes,
                to != null && (from == null || to.isAfter(from)),
                say.word(to == null ? "plan.week.flaw.time" : "plan.week.flaw.end"));
        sound &= name.isSound() && !isForNothing();
        for (SlotRow row : rows()) {
            sound &= row.isSound(from, to);
        }
        return sound;
    }

    /** What can be read from it so far. */
    Optional<Opening> drafted() {
        LocalTime from = opens.getValue();
        LocalTime to = closes.getValue();
        List<Slot> held = rows().stream().flatMap(row -> row.drafted().stream()).toList();
        return from == null || to == null || !to.isAfter(from) || held.isEmpty()
                ? Optional.empty()
                : Optional.of(new Opening(from, to, name.text(0), held));
    }

    /** Only when it {@link #isSound}. */
    Opening opening() {
        return new Opening(
                Objects.requireNonNull(opens.getValue()),
                Objects.requireNonNull(closes.getValue()),
                name.text(0),
                rows().stream().map(SlotRow::slot).toList());
    }
}
