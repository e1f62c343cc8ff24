package se.tambur.security;

import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.stream.Stream;
import se.tambur.shared.OfficeShell;

/** Where staff come in. */
@Route("login")
@AnonymousAllowed
class LoginView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** Added to the address when an account has just been made. */
    static final String READY = "ready";

    /** Added to the address after one's own log-ins have been ended everywhere. */
    static final String ENDED = "ended";

    /** Added to the address when so many log in at once that this one has to come again. */
    static final String BUSY = "busy";

    private final LoginForm form = new LoginForm();
    private final Paragraph said = new Paragraph();
    private final AuthenticationContext somebody;

    LoginView(AuthenticationContext somebody) {
        this.somebody = somebody;
        addClassName("front");
        form.setAction("login");
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words());
        said.addClassName("said");
        said.getElement().setAttribute("role", "status");
        add(
                new Front(getTranslation("security.login.title"), getTranslation("security.login.what")),
                said,
                form,
                new OfficeShell.LanguageSwitch());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (somebody.isAuthenticated()) {
            event.forwardTo("office");
            return;
        }
        var asked = event.getLocation().getQueryParameters();
        form.setError(asked.getParameters().containsKey("error"));
        said.setText(Stream.of(READY, BUSY, ENDED)
                .filter(asked.getParameters()::containsKey)
                .map(why -> getTranslation("security.login." + why))
                .findFirst()
                .orElse(""));
    }

    private LoginI18n words() {
        var words = LoginI18n.createDefault();
        var fields = words.getForm();
        fields.setTitle(getTranslation("security.login"));
        fields.setUsername(getTranslation("security.login.name"));
        fields.setPassword(getTranslation("security.login.password"));
        fields.setSubmit(getTranslation("security.login.submit"));
        var wrong = words.getErrorMessage();
        wrong.setTitle(getTranslation("security.login.wrong"));
        wrong.setMessage(getTranslation("security.login.wrong.message"));
        wrong.setUsername(getTranslation("security.login.name-missing"));
        wrong.setPassword(getTranslation("security.login.password-missing"));
        return words;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.login") + " – " + getTranslation("shell.name");
    }
}
