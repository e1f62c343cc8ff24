package se.tambur.security;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.security.Invitations.Invitation;
import se.tambur.security.Invitations.Purpose;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;

/** Who may log in: invite by a link, remove. */
@Route("office/accounts")
@Menu(title = "security.accounts", order = 90)
@RolesAllowed(Roles.ADMIN)
class AccountsView extends Main implements HasDynamicTitle {

    private final transient Accounts accounts;
    private final transient Invitations invitations;
    private final transient SecondSteps secondSteps;
    private final transient OfficeSessions sessions;
    private final transient Centres centres;
    private final String me;
    private final UnorderedList list = new UnorderedList();

    AccountsView(
            Accounts accounts,
            Invitations invitations,
            SecondSteps secondSteps,
            OfficeSessions sessions,
            Centres centres,
            AuthenticationContext somebody) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.secondSteps = secondSteps;
        this.sessions = sessions;
        this.centres = centres;
        this.me = somebody.getPrincipalName().orElse("");
        list.addClassName("lines");
        var card = new Div(list);
        card.addClassName("card");
        add(new H1(getTranslation("security.accounts")), card, invite());
        show();
    }

    private void show() {
        list.removeAll();
        accounts.all().forEach(account -> list.add(line(account)));
    }

    private ListItem line(Account account) {
        boolean mine = account.name().equals(me);
        var name =
                new Span(mine ? account.name() + " (" + getTranslation("security.accounts.you") + ")" : account.name());
        name.addClassName("strong");
        var line = new ListItem(name, new Span(role(account.role())));
        String centre = account.centre();
        if (centre != null) {
            line.add(new Span(name(new CentreId(centre))));
        }
        boolean step = secondSteps.on(account.id());
        var stepped = new Span(getTranslation(step ? "security.accounts.step" : "security.accounts.no-step"));
        stepped.addClassName("muted");
        line.add(stepped);
        if (!mine && step) {
            var off = new Button(getTranslation("security.accounts.step-off"), click -> takeOffStep(account));
            off.setAriaLabel(getTranslation("security.accounts.step-off.name", account.name()));
            line.add(off);
        }
        if (!mine) {
            var remove = new Button(getTranslation("security.accounts.remove"), click -> remove(account));
            remove.setAriaLabel(getTranslation("security.accounts.remove.name", account.name()));
            line.add(remove);
        }
        return line;
    }

    private void remove(Account account) {
        Optional<Accounts.Removed> removed = accounts.remove(account.id(), me);
        if (removed.isEmpty()) {
            Notice.warn(getTranslation("security.accounts.last"));
            return;
        }
        sessions.end(account.name());
        show();
        Notice.say(getTranslation("security.accounts.removed", account.name()), () -> restore(removed.get()));
    }

    private void restore(Accounts.Removed removed) {
        String name = removed.account().name();
        try {
            accounts.restore(removed, me);
            Notice.say(getTranslation("security.accounts.restored", name));
        } catch (DuplicateKeyException e) {
            Notice.warn(getTranslation("security.setup.name-taken"));
        }
        show();
    }

    private void takeOffStep(Account account) {
        secondSteps.takeOff(account, me).ifPresent(kept -> {
            show();
            Notice.say(getTranslation("security.accounts.step-off.done", account.name()), () -> {
                if (!secondSteps.on(account.id())) {
                    secondSteps.putBack(account, kept, me);
                }
                show();
            });
        });
    }

    private Div invite() {
        var role = new RadioButtonGroup<String>();
        role.setLabel(getTranslation("security.accounts.role"));
        role.setItems(Roles.STAFF, Roles.MANAGER, Roles.ADMIN);
        role.setItemLabelGenerator(each -> role(each) + " – " + getTranslation(roleKey(each) + ".what"));
        role.setValue(Roles.STAFF);
        role.addClassName("stacked");

        var centre = new Select<CentreId>();
        centre.setLabel(getTranslation("security.accounts.centre"));
        List<CentreId> all = centres.all();
        centre.setItems(all);
        centre.setItemLabelGenerator(
                each -> each == null ? getTranslation("security.accounts.every-centre") : name(each));
        centre.setEmptySelectionAllowed(true);
        centre.setEmptySelectionCaption(getTranslation("security.accounts.every-centre"));
        centre.setVisible(all.size() > 1);

        var made = new Div();
        made.getElement().setAttribute("aria-live", "polite");
        var make = new Button(getTranslation("security.accounts.link"), click -> {
            CentreId only = centre.getValue();
            String path = invitations.make(
                    new Invitation(Purpose.INVITE, role.getValue(), only == null ? null : only.value()));
            made.removeAll();
            made.add(new Link(path));
        });
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);

        var card = new Div(
                new H2(getTranslation("security.accounts.new")),
                new Paragraph(getTranslation("security.accounts.new.help")),
                role,
                centre,
                make,
                made);
        card.addClassNames("card", "form");
        return card;
    }

    private String role(String role) {
        return getTranslation(roleKey(role));
    }

    private static String roleKey(String role) {
        return "security.accounts.role." + role.toLowerCase(Locale.ROOT);
    }

    private String name(CentreId centre) {
        return centres.plan(centre).name();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.accounts") + " – " + getTranslation("shell.name");
    }

    /** A link to read out, copy or send; the browser knows under which name it reaches us. */
    private static class Link extends Div {

        Link(String path) {
            addClassName("copy");
            var address = new TextField(getTranslation("security.accounts.link.made"));
            address.setReadOnly(true);
            address.setValue(path);
            address.getElement().executeJs("this.value = location.origin + $0", path);
            String copied = getTranslation("security.accounts.copied");
            var copy = new Button(getTranslation("security.accounts.copy"));
            copy.addClickListener(click -> copy.getElement()
                    .executeJs(
                            "const field = $0; field.inputElement.select();"
                                    + "(navigator.clipboard ? navigator.clipboard.writeText(field.value)"
                                    + " : Promise.resolve(document.execCommand('copy')))"
                                    + ".then(() => { this.textContent = $1; })",
                            address.getElement(),
                            copied));
            add(address, copy);
        }
    }
}
