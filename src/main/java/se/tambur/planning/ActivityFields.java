package se.tambur.planning;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Activity;
import se.tambur.centre.Plan.Age;
import se.tambur.centre.Plan.Level;
import se.tambur.centre.Text;
import se.tambur.course.Course;

/** What an activity is, apart from its name: its level, its host, whom it is for, and whether it stands at the door. */
class ActivityFields extends Div {

    private static final int LEAST_STAY = 5;
    private static final int MOST_STAY = 480;

    private final transient PlanWords say;
    private final transient Plan plan;
    private final RadioButtonGroup<Level> level = new RadioButtonGroup<>();
    private final Paragraph levelHelp = new Paragraph();
    private final Checkbox kiosk = new Checkbox();
    private final Select<String> host = new Select<>();
    private final IntegerField stay = new IntegerField();
    private final CheckboxGroup<Age> ages = new CheckboxGroup<>();

    /** Whether it stood at the door before its level forbade it, so that a level chosen by mistake costs nothing. */
    private boolean wished;

    /** @param known null: a new one */
    ActivityFields(PlanWords say, Plan plan, @Nullable Activity known, Runnable changed) {
        this.say = say;
        this.plan = plan;
        this.wished = known == null || known.kiosk();
        addClassName("activity-fields");
        level.setLabel(say.word("plan.activities.level"));
        level.setItems(Level.values());
        level.setItemLabelGenerator(each -> word("plan.level.", each));
        level.setValue(known == null ? Level.UNIVERSAL : known.level());
        levelHelp.addClassName("muted");
        kiosk.setLabel(say.word("plan.activities.kiosk"));
        host.setLabel(say.word("plan.activities.host"));
        Set<String> hosts = new LinkedHashSet<>(Course.HOSTS);
        hosts.add(known == null ? Course.HOSTS.getFirst() : known.host());
        host.setItems(hosts);
        host.setItemLabelGenerator(say::host);
        host.setValue(known == null ? Course.HOSTS.getFirst() : known.host());
        stay.setLabel(say.word("plan.activities.stay"));
        stay.setHelperText(say.word("plan.activities.stay.help"));
        stay.setStepButtonsVisible(true);
        stay.setMin(LEAST_STAY);
        stay.setMax(MOST_STAY);
        stay.setManualValidation(true);
        stay.setValue((int) (known == null ? Activity.USUAL_STAY : known.stay()).toMinutes());
        ages.setLabel(say.word("plan.activities.ages"));
        ages.setHelperText(say.word("plan.activities.ages.help"));
        ages.setItems(plan.ages());
        ages.setItemLabelGenerator(age -> say.text(age.name(), plan));
        ages.setValue(known == null ? Set.of() : chosen(known));
        suit();
        level.addValueChangeListener(change -> {
            suit();
            changed.run();
        });
        kiosk.addValueChangeListener(change -> {
            if (kiosk.isEnabled()) {
                wished = kiosk.getValue();
            }
            changed.run();
        });
        host.addValueChangeListener(change -> changed.run());
        stay.addValueChangeListener(change -> changed.run());
        ages.addValueChangeListener(change -> changed.run());
        add(new Div(level, levelHelp), kiosk, host, stay, ages);
    }

    private Set<Age> chosen(Activity known) {
        return plan.ages().stream()
                .filter(age -> known.ages().contains(age.id()))
                .collect(Collectors.toSet());
    }

    /** A tap on a selective or indicated group would reveal a need: such a one is never at the door. */
    private void suit() {
        boolean open = level.getValue() == Level.UNIVERSAL;
        levelHelp.setText(word("plan.level.help.", level.getValue()));
        boolean before = wished;
        kiosk.setEnabled(open);
        kiosk.setValue(open && before);
        wished = before;
        kiosk.setHelperText(open ? "" : say.word("plan.activities.kiosk.never"));
    }

    private String word(String prefix, Level each) {
        return say.word(prefix + each.name().toLowerCase(Locale.ROOT));
    }

    boolean isAtTheDoor() {
        return kiosk.getValue();
    }

    /** Such as "på surfplattan · 90 minuter", with the level when it is not for all. */
    String inShort() {
        String door = say.word(isAtTheDoor() ? "plan.on-kiosk" : "plan.not-on-kiosk");
        String whom = ages.getValue().isEmpty()
                ? say.word("plan.everyone")
                : ages.getValue().stream()
                        .sorted((one, other) ->
                                plan.ages().indexOf(one) - plan.ages().indexOf(other))
                        .map(age -> say.text(age.name(), plan))
                        .collect(Collectors.joining(", "));
        String aimed = level.getValue() == Level.UNIVERSAL ? "" : word("plan.level.", level.getValue()) + " · ";
        return aimed + door + " · " + whom;
    }

    Activity activity(ActivityId id, String picture, Text name, Text note) {
        Integer minutes = stay.getValue();
        return new Activity(
                id,
                picture,
                level.getValue(),
                host.getValue(),
                minutes == null ? Activity.USUAL_STAY : Duration.ofMinutes(minutes),
                kiosk.getValue(),
                name,
                note,
                inOrder());
    }

    private Set<AgeId> inOrder() {
        return plan.ages().stream()
                .filter(ages.getValue()::contains)
                .map(Age::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean isSound() {
        Integer minutes = stay.getValue();
        return PlanFields.mark(
                stay,
                minutes != null && minutes >= LEAST_STAY && minutes <= MOST_STAY,
                say.word("plan.activities.stay.flaw", LEAST_STAY, MOST_STAY));
    }
}
