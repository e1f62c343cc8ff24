package se.tambur.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.Locale;

/** A dialog with a few fields, a button that does it and one that lets be. */
abstract class AskDialog extends Dialog {

    private final Paragraph flaw = new Paragraph();
    private final Div fields = new Div();

    AskDialog(Say say, String title, String doIt) {
        setHeaderTitle(title);
        addClassName("ask");
        fields.addClassName("fields");
        flaw.addClassName("flaw");
        flaw.getElement().setAttribute("role", "alert");
        add(fields, flaw);
        var submit = new Button(doIt, click -> submit());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        getFooter().add(new Button(say.word("today.cancel"), click -> close()), submit);
    }

    void ask(Component... more) {
        fields.add(more);
    }

    /** Says what is wrong and stays open. */
    void object(String words) {
        flaw.setText(words);
    }

    /** Does it and closes, or {@link #object}s. */
    abstract void submit();

    static IntegerField number(String label, int from, int to) {
        var field = new IntegerField(label);
        field.setMin(from);
        field.setMax(to);
        field.setValue(from);
        field.setStepButtonsVisible(true);
        return field;
    }

    static int value(IntegerField field) {
        Integer value = field.getValue();
        return value == null ? 0 : value;
    }

    /** Where our English writes the time as 14:30, not 2:30 PM. */
    static Locale clock(Locale locale) {
        return locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.UK : locale;
    }
}
