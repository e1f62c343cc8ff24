package se.tambur.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Activity;
import se.tambur.centre.Plan.Opening;
import se.tambur.centre.Plan.Slot;
import se.tambur.centre.Plan.Weeks;
import se.tambur.centre.Text;
import se.tambur.shared.OfficeShell.Notice;

/** One weekday's sessions, as fields. */
class WeekDayPart extends Section {

    private static final LocalTime USUAL_OPENING = LocalTime.of(9, 0);
    private static final LocalTime USUAL_CLOSING = LocalTime.of(12, 0);

    private final transient PlanWords say;
    private final transient PlanFields fields;
    private final transient Plan plan;
    private final Div sessions = new Div();
    private final Paragraph none = new Paragraph();
    private final Paragraph flaw = new Paragraph();

    WeekDayPart(PlanWords say, DayOfWeek day, Plan plan) {
        this.say = say;
        this.fields = new PlanFields(say);
        this.plan = plan;
        addClassNames("card", "weekday-part");
        getElement().setAttribute("data-weekday", day.name().toLowerCase(Locale.ROOT));
        String name = say.weekday(day);
        none.setText(say.word("plan.closed"));
        none.addClassName("muted");
        flaw.addClassName("flaw");
        flaw.getElement().setAttribute("role", "alert");
        var add = new Button(say.word("plan.week.add-session"), click -> {
            sessions.add(new SessionPart(usual()));
            tell();
        });
        add.setAriaLabel(say.word("plan.week.add-session.name", name));
        var heading = new H2(name);
        heading.addClassName("weekday");
        var head = new Div(heading, none, add);
        head.addClassName("version-head");
        plan.week().getOrDefault(day, List.of()).forEach(opening -> sessions.add(new SessionPart(opening)));
        add(head, sessions, flaw);
        tell();
    }

    /** What a plan most likely means by one more session: the morning, with what can be done at any time. */
    private Opening usual() {
        Activity first = plan.activities().stream()
                .filter(Activity::kiosk)
                .findFirst()
                .orElse(plan.activities().getFirst());
        boolean morningTaken = parts().stream().findAny().isPresent();
        LocalTime opens = morningTaken ? LocalTime.of(13, 0) : USUAL_OPENING;
        LocalTime closes = morningTaken ? LocalTime.of(16, 0) : USUAL_CLOSING;
        return new Opening(opens, closes, Text.NONE, List.of(new Slot(first.id(), null, null, Weeks.ALL)));
    }

    private List<SessionPart> parts() {
        return sessions.getChildren().map(SessionPart.class::cast).toList();
    }

    private void tell() {
        none.setVisible(parts().isEmpty());
        flaw.setText("");
    }

    void object(String words) {
        flaw.setText(words);
    }

    /** Marks what is wrong where it stands, and says whether nothing is. */
    boolean isSound() {
        flaw.setText("");
        boolean sound = true;
        for (SessionPart part : parts()) {
            sound &= part.isSound();
        }
        return sound;
    }

    /** Only when it {@link #isSound}. */
    List<Opening> openings() {
        return parts().stream().map(SessionPart::opening).toList();
    }

    private Button remover(String words, Runnable remove) {
        var button = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> remove.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(words);
        button.setTooltipText(words);
        return button;
    }

    /** One session: its hours, and what is held in it. */
    private class SessionPart extends Div {

        private final transient Opening before;
        private final TimePicker opens = fields.time(say.word("plan.week.opens"));
        private final TimePicker closes = fields.time(say.word("plan.week.closes"));
        private final Div slots = new Div();

        SessionPart(Opening opening) {
            this.before = opening;
            addClassName("session");
            opens.setValue(opening.opens());
            closes.setValue(opening.closes());
            var hours = new Div(opens, closes);
            hours.addClassName("hours");
            if (!opening.name().isEmpty()) {
                hours.add(new Paragraph(say.text(opening.name(), plan)));
            }
            hours.add(remover(say.word("plan.week.remove-session"), this::remove));
            opening.activities().forEach(slot -> slots.add(new SlotRow(slot)));
            var add = new Button(say.word("plan.week.add-activity"), click -> slots.add(new SlotRow(null)));
            add.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            add(hours, slots, add);
        }

        private void remove() {
            int place = sessions.indexOf(this);
            sessions.remove(this);
            tell();
            Notice.say(say.word("plan.week.session-removed"), () -> {
                sessions.addComponentAtIndex(Math.min(place, sessions.getComponentCount()), this);
                tell();
            });
        }

        private List<SlotRow> rows() {
            return slots.getChildren().map(SlotRow.class::cast).toList();
        }

        boolean isSound() {
            LocalTime from = opens.getValue();
            LocalTime to = closes.getValue();
            boolean sound = PlanFields.mark(opens, from != null, say.word("plan.week.flaw.time"));
            sound &= PlanFields.mark(
                    closes,
                    to != null && (from == null || to.isAfter(from)),
                    say.word(to == null ? "plan.week.flaw.time" : "plan.week.flaw.end"));
            if (rows().isEmpty()) {
                object(say.word("plan.week.flaw.none"));
                sound = false;
            }
            for (SlotRow row : rows()) {
                sound &= row.isSound(from, to);
            }
            return sound;
        }

        Opening opening() {
            return new Opening(
                    Objects.requireNonNull(opens.getValue()),
                    Objects.requireNonNull(closes.getValue()),
                    before.name(),
                    rows().stream().map(SlotRow::slot).toList());
        }

        /** One activity in a session; without times it goes on all the time. */
        private class SlotRow extends Div {

            private final Select<Activity> activity = new Select<>();
            private final TimePicker from = fields.time(say.word("plan.week.from"));
            private final TimePicker to = fields.time(say.word("plan.week.to"));
            private final Select<Weeks> weeks = new Select<>();

            SlotRow(@Nullable Slot slot) {
                addClassName("slot");
                activity.setLabel(say.word("plan.week.activity"));
                activity.setItems(plan.activities());
                activity.setItemLabelGenerator(each -> say.text(each.name(), plan));
                weeks.setLabel(say.word("plan.week.weeks"));
                weeks.setItems(Weeks.values());
                weeks.setItemLabelGenerator(
                        each -> say.word("plan.weeks." + each.name().toLowerCase(Locale.ROOT)));
                weeks.setValue(slot == null ? Weeks.ALL : slot.weeks());
                from.setPlaceholder(say.word("plan.week.all-the-time"));
                from.setClearButtonVisible(true);
                to.setClearButtonVisible(true);
                if (slot != null) {
                    plan.activity(slot.activity()).ifPresent(activity::setValue);
                    from.setValue(slot.from());
                    to.setValue(slot.to());
                }
                add(activity, from, to, weeks, remover(say.word("plan.week.remove-activity"), this::remove));
            }

            private void remove() {
                int place = slots.indexOf(this);
                slots.remove(this);
                Notice.say(
                        say.word("plan.week.activity-removed"),
                        () -> slots.addComponentAtIndex(Math.min(place, slots.getComponentCount()), this));
            }

            boolean isSound(@Nullable LocalTime opensAt, @Nullable LocalTime closesAt) {
                LocalTime begin = from.getValue();
                LocalTime end = to.getValue();
                boolean sound =
                        PlanFields.mark(activity, activity.getValue() != null, say.word("plan.week.flaw.activity"));
                boolean both = (begin == null) == (end == null);
                sound &= PlanFields.mark(from, both || begin != null, say.word("plan.week.flaw.both"));
                boolean later = begin == null || end == null || end.isAfter(begin);
                sound &= PlanFields.mark(
                        to,
                        (both || end != null) && later,
                        say.word(later ? "plan.week.flaw.both" : "plan.week.flaw.end"));
                if (sound && begin != null && end != null && opensAt != null && closesAt != null) {
                    String outside = say.word("plan.week.flaw.outside", say.time(opensAt), say.time(closesAt));
                    sound &= PlanFields.mark(from, !begin.isBefore(opensAt), outside);
                    sound &= PlanFields.mark(to, !end.isAfter(closesAt), outside);
                }
                return sound;
            }

            Slot slot() {
                return new Slot(activity.getValue().id(), from.getValue(), to.getValue(), weeks.getValue());
            }
        }
    }
}
