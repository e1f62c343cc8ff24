package se.tambur.security;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;

/** One's own account: the second step of the log-in and the password. */
@Route("office/me")
@RolesAllowed({Roles.STAFF, Staff.NEWCOMER})
@StyleSheet("context://account.css")
class MyAccountView extends Main implements HasDynamicTitle {

    private static final int SHOWN = 10;

    private final transient Staff staff;

    MyAccountView(
            Accounts accounts,
            SecondSteps secondSteps,
            Passwords passwords,
            Staff staff,
            SignIns signIns,
            OfficeSessions sessions,
            SecuritySettings settings,
            Centres centres,
            CurrentCentre current,
            AuthenticationContext somebody) {
        this.staff = staff;
        addClassName("my-account");
        boolean newcomer = somebody.hasRole(Staff.NEWCOMER);
        add(new H1(getTranslation("security.me")));
        somebody.getPrincipalName().flatMap(accounts::named).ifPresent(account -> {
            add(new Paragraph(getTranslation(
                    "security.me.who", account.name(), new RoleWords(this, centres).all(account.held()))));
            add(new SecondStepCard(
                    secondSteps, account, settings.secondStepRequired(), newcomer ? () -> settle(account) : () -> {}));
            if (!newcomer) {
                add(new SessionsCard(
                        signIns.last(account.id().toString(), SHOWN),
                        centres.timetable(current.id()).zone(),
                        () -> endAll(sessions, account)));
                add(new PasswordCard(passwords, account, () -> sessions.endOthers(account.name())));
            }
        });
    }

    private void endAll(OfficeSessions sessions, Account account) {
        getUI().ifPresent(ui -> ui.getPage().setLocation("login?" + LoginView.ENDED));
        sessions.endAfterThis(account);
    }

    /** A newcomer has what the house asks for, and may go on. */
    private void settle(Account account) {
        Badge.change(staff.loadUserByUsername(account.name()).getAuthorities());
        Notice.say(getTranslation("security.me.settled"));
        getUI().ifPresent(ui -> ui.getPage().setLocation("office"));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.me") + " – " + getTranslation("shell.name");
    }
}
