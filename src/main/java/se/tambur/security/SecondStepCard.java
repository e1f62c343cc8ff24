package se.tambur.security;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import se.tambur.security.SecondSteps.Answer;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.QrCode;

/** The second step of one's own log-in: off, being turned on, or on. */
class SecondStepCard extends Section {

    private final transient SecondSteps secondSteps;
    private final Account account;
    private final boolean required;
    private final transient Runnable settled;
    private final Div now = new Div();

    /** @param settled called when the second step has been turned on and its recovery codes are kept */
    SecondStepCard(SecondSteps secondSteps, Account account, boolean required, Runnable settled) {
        this.secondSteps = secondSteps;
        this.account = account;
        this.required = required;
        this.settled = settled;
        addClassNames("card", "form", "second-step");
        add(new H2(getTranslation("security.step")), now);
        show();
    }

    void show() {
        now.removeAll();
        if (secondSteps.on(account.id())) {
            on();
        } else {
            off();
        }
    }

    private void off() {
        var begin = new Button(getTranslation("security.step.begin"), click -> ask());
        begin.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        now.add(new Paragraph(getTranslation(required ? "security.step.required" : "security.step.what")), begin);
    }

    private void ask() {
        now.removeAll();
        String secret = secondSteps.freshSecret();
        var qr = new Svg(QrCode.svg(SecondSteps.address(getTranslation("shell.name"), account.name(), secret)));
        qr.addClassName("qr");
        qr.getElement().setAttribute("role", "img").setAttribute("aria-label", getTranslation("security.step.qr"));
        var letters = new Span(secret.replaceAll("(.{4})(?!$)", "$1 "));
        letters.addClassName("secret");
        var code = codeField("security.step.code");
        var turnOn = new Button(getTranslation("security.step.turn-on"), click -> turnOn(secret, code));
        turnOn.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var scan = new ListItem(new Span(getTranslation("security.step.scan")), qr);
        scan.add(new Span(getTranslation("security.step.type")), letters);
        now.add(
                new OrderedList(
                        new ListItem(getTranslation("security.step.app")),
                        scan,
                        new ListItem(new Span(getTranslation("security.step.show")), code)),
                deeds(turnOn));
        code.focus();
    }

    private void turnOn(String secret, TextField code) {
        secondSteps
                .turnOn(account, secret, code.getValue())
                .ifPresentOrElse(this::codes, () -> flaw(code, getTranslation("security.code.wrong")));
    }

    private void codes(List<String> codes) {
        now.removeAll();
        now.add(new RecoveryCodes(account.name(), codes, () -> {
            show();
            settled.run();
        }));
    }

    private void on() {
        now.add(
                new Paragraph(getTranslation("security.step.on")),
                new Paragraph(getTranslation("security.step.left", secondSteps.recoveryCodesLeft(account.id()))));
        var renew = new Button(
                getTranslation("security.step.renew"),
                click -> prove("security.step.renew", () -> codes(secondSteps.renewCodes(account))));
        var off = new Button(
                getTranslation("security.step.turn-off"),
                click -> prove("security.step.turn-off", () -> {
                    secondSteps.turnOff(account);
                    show();
                    Notice.say(getTranslation("security.step.is-off"));
                }));
        off.setVisible(!required);
        now.add(deeds(renew, off));
    }

    /** Asks for a code before something is done that somebody at a page left open should not do. */
    private void prove(String what, Runnable then) {
        now.removeAll();
        var code = codeField("security.code.label");
        code.setHelperText(getTranslation("security.code.help"));
        var go = new Button(getTranslation(what), click -> {
            switch (secondSteps.take(account, code.getValue())) {
                case Answer.Right() -> then.run();
                case Answer.Wrong() -> flaw(code, getTranslation("security.code.wrong"));
                case Answer.Wait(var time) -> flaw(code, getTranslation("security.code.wait", time.toSeconds() + 1));
            }
        });
        go.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        now.add(code, deeds(go, new Button(getTranslation("security.step.cancel"), click -> show())));
        code.focus();
    }

    private TextField codeField(String label) {
        var code = new TextField(getTranslation(label));
        code.getElement().setProperty("autocomplete", "one-time-code");
        code.setMaxLength(20);
        code.getElement().executeJs("this.inputElement.inputMode = 'numeric'");
        return code;
    }

    private static void flaw(TextField code, String what) {
        code.setErrorMessage(what);
        code.setInvalid(true);
        code.focus();
    }

    private static Div deeds(Button... buttons) {
        var deeds = new Div(buttons);
        deeds.addClassName("deeds");
        return deeds;
    }
}
