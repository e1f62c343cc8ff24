package se.tambur.signup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import se.tambur.centre.AgeId;
import se.tambur.centre.Plan;
import se.tambur.course.Tongue;
import se.tambur.signup.Desk.Result;
import se.tambur.signup.Desk.Seat;

/** A family that called, or stood at the door, and is signed up by hand. */
class AddFamilyDialog extends Dialog {

    private final transient RollWords say;
    private final transient BiFunction<Family, Seat, Result> add;
    private final TextField name = new TextField();
    private final EmailField email = new EmailField();
    private final TextField phone = new TextField();
    private final IntegerField adults;
    private final Map<AgeId, IntegerField> ages = new LinkedHashMap<>();
    private final Select<String> language = new Select<>();
    private final Checkbox interpreter = new Checkbox();
    private final RadioButtonGroup<Seat> seat = new RadioButtonGroup<>();
    private final Paragraph flaw = new Paragraph();

    AddFamilyDialog(RollWords say, Roll roll, BiFunction<Family, Seat, Result> add) {
        this.say = say;
        this.add = add;
        setHeaderTitle(say.say("add.title"));
        addClassName("ask");
        name.setLabel(say.say("add.name"));
        name.setMaxLength(Family.LONGEST_NAME);
        name.setAutofocus(true);
        email.setLabel(say.say("add.email"));
        email.setManualValidation(true);
        phone.setLabel(say.say("add.phone"));
        adults = number(say.say("add.adults"), Family.MOST_ADULTS);
        adults.setValue(1);
        var reach = row();
        reach.add(name, phone, email);
        var heads = row();
        heads.add(adults);
        for (Plan.Age age : say.plan().ages()) {
            var field =
                    number(age.name().in(say.locale().getLanguage(), say.plan().language()), Family.MOST_CHILDREN);
            ages.put(age.id(), field);
            heads.add(field);
        }
        language.setLabel(say.say("add.language"));
        language.setItems(Tongue.SPOKEN);
        language.setItemLabelGenerator(each -> Locale.of(each).getDisplayLanguage(say.locale()));
        language.setValue(Tongue.SPOKEN.getFirst());
        interpreter.setLabel(say.say("add.interpreter"));
        var speaks = row();
        interpreter.addClassName("beside");
        speaks.add(language, interpreter);
        seat.setLabel(say.say("add.seat"));
        seat.setItems(Seat.FREE, Seat.EXTRA);
        seat.setItemLabelGenerator(each -> say.say(each == Seat.FREE ? "add.seat.line" : "add.seat.extra"));
        seat.setValue(Seat.FREE);
        seat.setVisible(!roll.hasSeat() || !roll.line().isEmpty());
        var fields = new Div(reach, heads, speaks, seat);
        fields.addClassName("fields");
        flaw.addClassName("flaw");
        flaw.getElement().setAttribute("role", "alert");
        add(fields, flaw);
        var submit = new Button(say.say("add.submit"), click -> submit());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(say.say("cancel-dialog"), click -> close()), submit);
    }

    private static Div row() {
        var row = new Div();
        row.addClassName("row");
        return row;
    }

    private static IntegerField number(String label, int most) {
        var field = new IntegerField(label);
        field.setMin(0);
        field.setMax(most);
        field.setValue(0);
        field.setStepButtonsVisible(true);
        return field;
    }

    private void submit() {
        Map<AgeId, Integer> children = new HashMap<>();
        ages.forEach((age, field) -> children.put(age, value(field)));
        Family family;
        try {
            family = new Family(
                    name.getValue(),
                    email.getValue(),
                    phone.getValue(),
                    value(adults),
                    children,
                    language.getValue(),
                    interpreter.getValue());
        } catch (IllegalArgumentException e) {
            object(String.valueOf(e.getMessage()));
            return;
        }
        Result result = add.apply(family, seat.getValue());
        switch (result) {
            case FULL -> flaw.setText(say.say("add.no-line"));
            case KNOWN -> flaw.setText(say.say("add.known"));
            case OVER -> flaw.setText(say.say("add.over"));
            default -> close();
        }
    }

    private void object(String field) {
        int most = switch (field) {
            case "name" -> Family.LONGEST_NAME;
            case "adults" -> Family.MOST_ADULTS;
            default -> Family.MOST_CHILDREN;
        };
        flaw.setText(say.say("flaw." + field, most));
    }

    private static int value(IntegerField field) {
        Integer value = field.getValue();
        return value == null ? 0 : value;
    }
}
