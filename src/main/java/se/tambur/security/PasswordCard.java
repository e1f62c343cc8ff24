package se.tambur.security;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import java.util.List;
import java.util.Optional;
import se.tambur.security.Passwords.Flaw;
import se.tambur.shared.OfficeShell.Notice;

/** Another password for one's own account; whoever else was logged in with the old one is not any more. */
class PasswordCard extends Section {

    private final transient Passwords passwords;
    private final Account account;
    private final transient Runnable changed;
    private final PasswordField old = new PasswordField();
    private final PasswordField fresh = new PasswordField();
    private final PasswordField again = new PasswordField();

    PasswordCard(Passwords passwords, Account account, Runnable changed) {
        this.passwords = passwords;
        this.account = account;
        this.changed = changed;
        addClassNames("card", "form");
        old.setLabel(getTranslation("security.password.old"));
        old.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        fresh.setLabel(getTranslation("security.password.new"));
        fresh.setHelperText(getTranslation("security.setup.password.help"));
        fresh.setAutocomplete(Autocomplete.NEW_PASSWORD);
        again.setLabel(getTranslation("security.setup.again"));
        again.setAutocomplete(Autocomplete.NEW_PASSWORD);
        fields().forEach(field -> field.setRevealButtonVisible(false));
        var change = new Button(getTranslation("security.password.change"), click -> change());
        add(new H2(getTranslation("security.password")), new Div(old), new Div(fresh), new Div(again), change);
    }

    private void change() {
        fields().forEach(field -> field.setInvalid(false));
        if (!fresh.getValue().equals(again.getValue())) {
            flaw(again, "security.setup.differ");
            return;
        }
        Optional<Flaw> flaw = passwords.change(account, old.getValue(), fresh.getValue());
        if (flaw.isPresent()) {
            switch (flaw.get()) {
                case WRONG -> flaw(old, "security.password.wrong");
                case SLOWLY -> flaw(old, "security.password.slowly");
                case SHORT -> flaw(fresh, "security.setup.password-short");
                case LONG -> flaw(fresh, "security.setup.password-long");
            }
            return;
        }
        fields().forEach(PasswordField::clear);
        changed.run();
        Notice.say(getTranslation("security.password.changed"));
    }

    private List<PasswordField> fields() {
        return List.of(old, fresh, again);
    }

    private void flaw(PasswordField field, String key) {
        field.setErrorMessage(getTranslation(key));
        field.setInvalid(true);
        field.focus();
    }
}
