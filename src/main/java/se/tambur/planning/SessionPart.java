package se.tambur.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
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
    private final TimePicker opens;
    private final TimePicker closes;
    private final TextPart name;
    private final Div slots = new Div();

    SessionPart(PlanWords say, Plan plan, SessionsPart.Of of, Opening opening, Consumer<SessionPart> remove) {
        this.say = say;
        this.plan = plan;
        this.of = of;
        addClassName("session");
        var fields = new PlanFields(say);
        opens = fields.time(say.word("plan.week.opens"));
        closes = fields.time(say.word("plan.week.closes"));
        name = new TextPart(say, say.word("plan.week.session-name"), plan.languages(), opening.name());
        name.first().setPlaceholder(say.word("plan.week.session-name.none"));
        opens.setValue(opening.opens());
        closes.setValue(opening.closes());
        var hours = new Div(
                opens,
                closes,
                name,
                SessionsPart.remover(say.word("plan.week.remove-session"), () -> remove.accept(this)));
        hours.addClassName("hours");
        opening.activities().forEach(this::addRow);
        var add = new Button(say.word("plan.week.add-activity"), click -> addRow(null));
        add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        add(hours, slots, add);
    }

    private void addRow(@Nullable Slot slot) {
        var row = new SlotRow(say, plan, of, slot, this::remove);
        slots.add(row);
        if (slot == null) {
            row.focus();
        }
    }

    private void remove(SlotRow row) {
        int place = slots.indexOf(row);
        slots.remove(row);
        Notice.say(
                say.word("plan.week.activity-removed"),
                () -> slots.addComponentAtIndex(Math.min(place, slots.getComponentCount()), row));
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

    /** Only when it {@link #isSound}. */
    Opening opening() {
        return new Opening(
                Objects.requireNonNull(opens.getValue()),
                Objects.requireNonNull(closes.getValue()),
                name.text(),
                rows().stream().map(SlotRow::slot).toList());
    }
}
