package se.tambur.daybook;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.tambur.centre.Plan;
import se.tambur.daybook.Day.Passage;
import se.tambur.visit.CorrectionRefused;
import se.tambur.visit.Corrections;
import se.tambur.visit.Corrections.Change;
import se.tambur.visit.Corrections.Reason;

/** Adds to the numbers of a session or takes away from them, with a reason. */
class CorrectDialog extends Dialog {

    /** Made once, so that pressing twice is one correction. */
    private final UUID id = UUID.randomUUID();

    private final transient DayWords say;
    private final transient Day day;
    private final transient Passage passage;
    private final Select<Plan.Activity> activity = new Select<>();
    private final Select<Reason> reason = new Select<>();
    private final Map<String, IntegerField> numbers = new LinkedHashMap<>();
    private final Paragraph flaw = new Paragraph();

    /** Makes the correction, or throws {@link CorrectionRefused}. */
    interface Correcting {
        void correct(UUID id, Change change, Reason reason);
    }

    CorrectDialog(DayWords say, Day day, Passage passage, Correcting correcting) {
        this.say = say;
        this.day = day;
        this.passage = passage;
        setHeaderTitle(say.word("correct.title", say.passage(passage, day)));
        addClassNames("ask", "correct");

        activity.setLabel(say.word("column.activity"));
        activity.setItems(day.activities());
        activity.setItemLabelGenerator(each -> say.name(each.name(), day));
        activity.setValue(day.usual(passage, day.activities()));
        activity.addValueChangeListener(chosen -> tellWhatIsThere());
        reason.setLabel(say.word("correct.reason"));
        reason.setPlaceholder(say.word("correct.reason.choose"));
        reason.setItems(Reason.CHOICE);
        reason.setItemLabelGenerator(say::reason);
        var first = new Div(activity, reason);
        first.addClassName("row");

        var row = new Div();
        row.addClassName("row");
        for (String kind : DayWords.kinds(day)) {
            var field = new IntegerField(say.kind(kind, day));
            field.setMin(-Corrections.MOST);
            field.setMax(Corrections.MOST);
            field.setValue(0);
            field.setStepButtonsVisible(true);
            field.getElement().setAttribute("data-kind", kind);
            numbers.put(kind, field);
            row.add(field);
        }
        tellWhatIsThere();
        flaw.addClassName("flaw");
        flaw.getElement().setAttribute("role", "alert");
        var fields = new Div(first, new Paragraph(say.word("correct.how")), row);
        fields.addClassName("fields");
        add(fields, flaw);

        var submit = new Button(say.word("correct.submit"), click -> submit(correcting));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(say.word("cancel"), click -> close()), submit);
    }

    private void tellWhatIsThere() {
        numbers.forEach((kind, field) -> field.setHelperText(
                say.word("correct.there", passage.number(activity.getValue().id(), kind))));
    }

    private void submit(Correcting correcting) {
        Map<String, Integer> wanted = new HashMap<>();
        for (Map.Entry<String, IntegerField> each : numbers.entrySet()) {
            if (each.getValue().isInvalid()) {
                object(List.of(say.word("flaw.number", each.getValue().getLabel(), Corrections.MOST)));
                return;
            }
            Integer value = each.getValue().getValue();
            wanted.put(each.getKey(), value == null ? 0 : value);
        }
        if (reason.getValue() == null) {
            object(List.of(say.word("flaw.reason")));
            return;
        }
        var change = new Change(day.date(), passage.opens(), activity.getValue().id(), wanted);
        try {
            correcting.correct(id, change, reason.getValue());
        } catch (CorrectionRefused e) {
            object(e.flaws().stream().map(each -> say.flaw(each, day)).toList());
            return;
        }
        close();
    }

    private void object(List<String> flaws) {
        flaw.setText(String.join(" ", flaws));
    }
}
