package se.tambur.signup;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import se.tambur.shared.OfficeShell.Notice;

/** A message to everyone; those without e-mail are told by telephone, so their numbers are shown. */
class WriteDialog extends Dialog {

    private final transient RollWords say;
    private final transient BiFunction<String, Boolean, Desk.Sent> write;
    private final TextArea text = new TextArea();
    private final RadioButtonGroup<Boolean> line = new RadioButtonGroup<>();
    private final Paragraph flaw = new Paragraph();

    WriteDialog(RollWords say, BiFunction<String, Boolean, Desk.Sent> write) {
        this.say = say;
        this.write = write;
        setHeaderTitle(say.say("write.title"));
        addClassNames("ask", "write");
        line.setLabel(say.say("write.to"));
        line.setItems(false, true);
        line.setItemLabelGenerator(each -> say.say(each ? "write.to.line" : "write.to.placed"));
        line.setValue(false);
        line.addClassName("stacked");
        text.setLabel(say.say("write.text"));
        text.setHelperText(say.say("write.help"));
        text.setMaxLength(CourseMessages.LONGEST);
        text.setMinRows(5);
        text.setMaxRows(12);
        text.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        text.setWidthFull();
        text.setAutofocus(true);
        flaw.addClassName("flaw");
        flaw.getElement().setAttribute("role", "alert");
        var fields = new Div(line, text);
        fields.addClassName("fields");
        add(fields, flaw);
        var submit = new Button(say.say("write.submit"), click -> submit());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(say.say("cancel-dialog"), click -> close()), submit);
    }

    /** Where no letter can go out: whom to call or write to oneself. */
    WriteDialog(RollWords say, Roll roll) {
        this.say = say;
        this.write = (words, toLine) -> new Desk.Sent(0, List.of(), 0);
        setHeaderTitle(say.say("write.title"));
        addClassNames("ask", "write");
        add(new Paragraph(say.say("write.no-mail")));
        reach("placed", roll.seated());
        reach("line", roll.line());
        getFooter().add(done());
    }

    private void reach(String title, List<Roll.Row> rows) {
        List<Family> families =
                rows.stream().map(Roll.Row::family).filter(Objects::nonNull).toList();
        if (!families.isEmpty()) {
            add(new H3(say.say(title)), ways(families));
        }
    }

    private void submit() {
        Desk.Sent sent;
        try {
            sent = write.apply(text.getValue(), line.getValue());
        } catch (IllegalArgumentException e) {
            flaw.setText(say.say("write.empty", CourseMessages.LONGEST));
            return;
        }
        if (sent.call().isEmpty() && sent.lost() == 0) {
            close();
            Notice.say(say.say("written", sent.letters()));
        } else {
            tell(sent);
        }
    }

    /** Stays open: here are people to call. */
    private void tell(Desk.Sent sent) {
        removeAll();
        getFooter().removeAll();
        var said = new Div(new Paragraph(say.say("written", sent.letters())));
        said.getElement().setAttribute("role", "status");
        if (!sent.call().isEmpty()) {
            said.add(new Paragraph(say.say("written.call", sent.call().size())));
            said.add(ways(sent.call()));
        }
        if (sent.lost() > 0) {
            said.add(new Paragraph(say.say("written.lost", sent.lost())));
        }
        add(said);
        getFooter().add(done());
    }

    /** How each of them is reached: by telephone where it can be. */
    private static UnorderedList ways(List<Family> families) {
        var ways = new UnorderedList();
        ways.addClassName("lines");
        families.forEach(family -> {
            var name = new Span(family.name());
            name.getElement().setAttribute("dir", "auto");
            name.addClassName("strong");
            ways.add(new ListItem(
                    name,
                    family.phone() == null
                            ? new Anchor("mailto:" + family.email(), String.valueOf(family.email()))
                            : new Anchor("tel:" + family.plainPhone(), family.phone())));
        });
        return ways;
    }

    private Button done() {
        var close = new Button(getTranslation("shell.close"), click -> close());
        close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return close;
    }
}
