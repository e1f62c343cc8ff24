package se.tambur.planning;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Activity;
import se.tambur.centre.Plan.Slot;
import se.tambur.centre.Plan.Weeks;

/** One activity in a session; without times it goes on all the time. */
class SlotRow extends Div {

    private final transient PlanWords say;
    private final Select<Activity> activity = new Select<>();
    private final TimePicker from;
    private final TimePicker to;
    private final Select<Weeks> weeks = new Select<>();

    /**
     * @param slot null: which one has not been chosen yet
     * @param changed told while somebody fills it in
     */
    SlotRow(
            PlanWords say,
            Plan plan,
            SessionsPart.Of of,
            @Nullable Slot slot,
            Consumer<SlotRow> remove,
            Runnable changed) {
        this.say = say;
        addClassName("slot");
        var fields = new PlanFields(say);
        from = fields.time(say.word("plan.week.from"));
        to = fields.time(say.word("plan.week.to"));
        activity.setLabel(say.word("plan.week.activity"));
        activity.setItems(plan.activities());
        activity.setItemLabelGenerator(each -> say.text(each.name(), plan));
        weeks.setLabel(say.word("plan.week.weeks"));
        weeks.setItems(Weeks.values());
        weeks.setItemLabelGenerator(each -> say.word("plan.weeks." + each.name().toLowerCase(Locale.ROOT)));
        weeks.setValue(slot == null ? Weeks.ALL : slot.weeks());
        weeks.setVisible(of == SessionsPart.Of.WEEK);
        from.setPlaceholder(say.word("plan.week.all-the-time"));
        from.setClearButtonVisible(true);
        to.setClearButtonVisible(true);
        if (slot != null) {
            plan.activity(slot.activity()).ifPresent(activity::setValue);
            from.setValue(slot.from());
            to.setValue(slot.to());
        }
        activity.addValueChangeListener(change -> changed.run());
        from.addValueChangeListener(change -> changed.run());
        to.addValueChangeListener(change -> changed.run());
        weeks.addValueChangeListener(change -> changed.run());
        add(
                activity,
                from,
                to,
                weeks,
                SessionsPart.remover(say.word("plan.week.remove-activity"), () -> remove.accept(this)));
    }

    void focus() {
        activity.focus();
    }

    boolean isSound(@Nullable LocalTime opensAt, @Nullable LocalTime closesAt) {
        LocalTime begin = from.getValue();
        LocalTime end = to.getValue();
        boolean sound = PlanFields.mark(activity, activity.getValue() != null, say.word("plan.week.flaw.activity"));
        boolean both = (begin == null) == (end == null);
        sound &= PlanFields.mark(from, both || begin != null, say.word("plan.week.flaw.both"));
        boolean later = begin == null || end == null || end.isAfter(begin);
        sound &= PlanFields.mark(
                to, (both || end != null) && later, say.word(later ? "plan.week.flaw.both" : "plan.week.flaw.end"));
        if (sound && begin != null && end != null && opensAt != null && closesAt != null) {
            String outside = say.word("plan.week.flaw.outside", say.time(opensAt), say.time(closesAt));
            sound &= PlanFields.mark(from, !begin.isBefore(opensAt), outside);
            sound &= PlanFields.mark(to, !end.isAfter(closesAt), outside);
        }
        return sound;
    }

    /** What can be read from it so far. */
    Optional<Slot> drafted() {
        LocalTime begin = from.getValue();
        LocalTime end = to.getValue();
        boolean whole = (begin == null) == (end == null) && (begin == null || end == null || end.isAfter(begin));
        return whole && activity.getValue() != null ? Optional.of(slot()) : Optional.empty();
    }

    /** Only when it {@link #isSound}. */
    Slot slot() {
        return new Slot(activity.getValue().id(), from.getValue(), to.getValue(), weeks.getValue());
    }
}
