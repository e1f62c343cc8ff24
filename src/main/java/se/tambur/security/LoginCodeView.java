package se.tambur.security;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import se.tambur.shared.OfficeShell;

/** The second page of a log-in, after the right password: asks for the code. A form of plain HTML, which password managers fill. */
@Route("login/code")
@AnonymousAllowed
class LoginCodeView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** Added to the address after a wrong code. */
    static final String WRONG = "error";

    /** Added to the address, with seconds, when there have been too many. */
    static final String WAIT = "wait";

    private static final int LONGEST = 20;

    private final transient Clock clock;
    private final Paragraph said = new Paragraph();

    LoginCodeView(Clock clock) {
        this.clock = clock;
        addClassName("front");
        said.addClassNames("said", "wrong");
        said.getElement().setAttribute("role", "alert");
        add(new Front(getTranslation("security.code"), getTranslation("security.code.what")), said);
        getElement().appendChild(form());
        add(new Anchor("login", getTranslation("security.code.again")), new OfficeShell.LanguageSwitch());
    }

    private Element form() {
        var code = new Input();
        code.setId("code");
        code.getElement()
                .setAttribute("name", "code")
                .setAttribute("autocomplete", "one-time-code")
                .setAttribute("inputmode", "numeric")
                .setAttribute("maxlength", String.valueOf(LONGEST))
                .setAttribute("aria-describedby", "code-help")
                .setAttribute("required", true)
                .setAttribute("autofocus", true);
        var label = new NativeLabel(getTranslation("security.code.label"));
        label.setFor(code);
        var help = new Paragraph(getTranslation("security.code.help"));
        help.setId("code-help");
        var csrf = new Input();
        csrf.setType("hidden");
        csrf.getElement()
                .executeJs("const said = name => document.querySelector(`meta[name='${name}']`)?.content ?? '';"
                        + "this.name = said('_csrf_parameter'); this.value = said('_csrf');");
        var submit = new NativeButton(getTranslation("security.login.submit"));
        submit.getElement().setAttribute("type", "submit");
        var form = new Element("form");
        form.setAttribute("method", "post").setAttribute("action", "login/code");
        form.getClassList().add("front-form");
        List.of(label, code, help, csrf, submit).forEach(part -> form.appendChild(part.getElement()));
        return form;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var request = VaadinServletRequest.getCurrent();
        if (request == null
                || HalfWay.of(request.getHttpServletRequest(), clock.instant()).isEmpty()) {
            event.forwardTo("login");
            return;
        }
        Map<String, List<String>> asked =
                event.getLocation().getQueryParameters().getParameters();
        if (asked.containsKey(WAIT)) {
            said.setText(getTranslation(
                    "security.code.wait",
                    asked.get(WAIT).getFirst().matches("[0-9]{1,3}")
                            ? Integer.valueOf(asked.get(WAIT).getFirst())
                            : 1));
        } else if (asked.containsKey(WRONG)) {
            said.setText(getTranslation("security.code.wrong"));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.code") + " – " + getTranslation("shell.name");
    }
}
