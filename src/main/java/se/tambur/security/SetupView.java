package se.tambur.security;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.OptionalParameter;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.tambur.security.Invitations.Flaw;
import se.tambur.security.Invitations.Invitation;
import se.tambur.security.Invitations.Purpose;
import se.tambur.shared.OfficeShell;

/** Where a one-time link leads: choose a name and a password. */
@Route("setup")
@AnonymousAllowed
@StyleSheet("context://account.css")
class SetupView extends Main implements HasUrlParameter<String>, HasDynamicTitle {

    private final transient Invitations invitations;
    private final transient Accounts accounts;
    private final transient SecondSteps secondSteps;
    private final transient SecuritySettings settings;
    private final TextField name = new TextField();
    private final PasswordField password = new PasswordField();
    private final PasswordField again = new PasswordField();
    private String token = "";

    SetupView(Invitations invitations, Accounts accounts, SecondSteps secondSteps, SecuritySettings settings) {
        this.invitations = invitations;
        this.accounts = accounts;
        this.secondSteps = secondSteps;
        this.settings = settings;
        addClassName("front");
    }

    @Override
    public void setParameter(BeforeEvent event, @OptionalParameter @Nullable String given) {
        token = given == null ? "" : given;
        removeAll();
        invitations.of(token).ifPresentOrElse(this::ask, this::sorry);
        add(new OfficeShell.LanguageSwitch());
    }

    private void ask(Invitation invitation) {
        String what = invitation.purpose() == Purpose.FIRST
                ? getTranslation("security.setup.first")
                : getTranslation(
                        "security.setup.invited",
                        getTranslation("security.accounts.role."
                                        + invitation.role().toLowerCase(Locale.ROOT))
                                .toLowerCase(getLocale()));
        name.setLabel(getTranslation("security.setup.name"));
        name.setAutocomplete(Autocomplete.USERNAME);
        name.setAutofocus(true);
        password.setLabel(getTranslation("security.setup.password"));
        password.setHelperText(getTranslation("security.setup.password.help"));
        again.setLabel(getTranslation("security.setup.again"));
        for (var field : new PasswordField[] {password, again}) {
            field.setAutocomplete(Autocomplete.NEW_PASSWORD);
            field.setRevealButtonVisible(false);
        }
        var submit = new Button(getTranslation("security.setup.submit"), click -> accept());
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        submit.addClickShortcut(Key.ENTER);
        var form = new Div(name, password, again, submit);
        form.addClassName("front-form");
        add(new Front(getTranslation("security.setup"), what), form);
    }

    private void sorry() {
        var sorry = new Paragraph(getTranslation("security.setup.link"));
        sorry.addClassName("said");
        add(new Front(getTranslation("security.setup"), getTranslation("security.login.what")), sorry);
    }

    private void accept() {
        name.setInvalid(false);
        password.setInvalid(false);
        again.setInvalid(false);
        if (!password.getValue().equals(again.getValue())) {
            again.setErrorMessage(getTranslation("security.setup.differ"));
            again.setInvalid(true);
            return;
        }
        invitations
                .accept(token, name.getValue(), password.getValue())
                .ifPresentOrElse(
                        this::show, () -> accounts.named(name.getValue()).ifPresent(this::offerStep));
    }

    /** The best moment for a second step is now, while it is known that the right person sits here. */
    private void offerStep(Account account) {
        removeAll();
        var card = new SecondStepCard(secondSteps, account, settings.secondStepRequired(), this::logIn);
        var later = new Button(getTranslation("security.setup.later"), click -> logIn());
        later.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        later.setVisible(!settings.secondStepRequired());
        // no choice of language here: it would load the page anew, and the link is spent
        add(new Front(getTranslation("security.setup.made"), getTranslation("security.setup.made.what")), card, later);
    }

    private void logIn() {
        getUI().ifPresent(ui -> ui.getPage().setLocation("login?" + LoginView.READY));
    }

    private void show(Flaw flaw) {
        switch (flaw) {
            case NAME -> flaw(name, "security.setup.name-flaw");
            case NAME_TAKEN -> flaw(name, "security.setup.name-taken");
            case PASSWORD_SHORT -> flaw(password, "security.setup.password-short");
            case PASSWORD_LONG -> flaw(password, "security.setup.password-long");
            case LINK -> {
                removeAll();
                sorry();
            }
        }
    }

    private void flaw(TextField field, String key) {
        field.setErrorMessage(getTranslation(key));
        field.setInvalid(true);
        field.focus();
    }

    private void flaw(PasswordField field, String key) {
        field.setErrorMessage(getTranslation(key));
        field.setInvalid(true);
        field.focus();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.setup") + " – " + getTranslation("shell.name");
    }
}
