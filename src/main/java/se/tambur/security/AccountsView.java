package se.tambur.security;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;

/** Who may log in. Who runs the whole house sees everyone; an administrator of one centre those of that centre only. */
@Route("office/accounts")
@Menu(title = "security.accounts", order = 90)
@RolesAllowed(Roles.ADMIN)
@StyleSheet("context://account.css")
class AccountsView extends Main implements HasDynamicTitle {

    private final transient Accounts accounts;
    private final transient SecondSteps secondSteps;
    private final transient OfficeSessions sessions;
    private final transient RoleWords words;
    private final boolean wholeHouse;
    private final List<CentreId> places;
    private final String me;
    private final UnorderedList list = new UnorderedList();

    AccountsView(
            Accounts accounts,
            Invitations invitations,
            SecondSteps secondSteps,
            OfficeSessions sessions,
            Centres centres,
            CurrentCentre current,
            Reach reach,
            AuthenticationContext somebody) {
        this.accounts = accounts;
        this.secondSteps = secondSteps;
        this.sessions = sessions;
        this.words = new RoleWords(this, centres);
        this.wholeHouse = reach.wholeHouse();
        this.places = wholeHouse ? centres.all() : List.of(current.id());
        this.me = somebody.getPrincipalName().orElse("");
        list.addClassName("lines");
        var card = new Div(list);
        card.addClassName("card");
        add(new H1(getTranslation("security.accounts")), card, new InviteCard(invitations, words, places, wholeHouse));
        show();
    }

    private void show() {
        list.removeAll();
        accounts.all().stream().filter(this::isSeen).forEach(account -> list.add(line(account)));
    }

    private boolean isSeen(Account account) {
        return wholeHouse
                || account.held().stream().anyMatch(held -> places.stream().anyMatch(at -> isOf(held, at)));
    }

    /** Roles that count everywhere are the whole house's business. */
    private static boolean isOf(Held held, CentreId centre) {
        return centre.value().equals(held.centre());
    }

    private ListItem line(Account account) {
        boolean mine = account.name().equals(me);
        var name =
                new Span(mine ? account.name() + " (" + getTranslation("security.accounts.you") + ")" : account.name());
        name.addClassName("strong");
        boolean step = secondSteps.on(account.id());
        var stepped = new Span(getTranslation(step ? "security.accounts.step" : "security.accounts.no-step"));
        stepped.addClassName("muted");
        var line = new ListItem(name, new Span(words.all(seen(account))), stepped);
        if (!mine) {
            line.add(deeds(account, step));
        }
        return line;
    }

    private List<Held> seen(Account account) {
        return wholeHouse
                ? account.held()
                : account.held().stream()
                        .filter(held -> places.stream().anyMatch(at -> isOf(held, at)))
                        .toList();
    }

    /** An account that also counts elsewhere can be given other roles here, and nothing that it would notice there. */
    private Div deeds(Account account, boolean step) {
        boolean whole = seen(account).equals(account.held());
        var deeds = new Div(deed("roles", account, () -> changeRoles(account)));
        if (whole) {
            deeds.add(deed("end", account, () -> end(account)));
        }
        if (whole && step) {
            deeds.add(deed("step-off", account, () -> takeOffStep(account.id())));
        }
        if (whole) {
            deeds.add(deed("remove", account, () -> remove(account)));
        }
        deeds.addClassName("deeds");
        return deeds;
    }

    private Button deed(String deed, Account account, Runnable what) {
        var button = new Button(getTranslation("security.accounts." + deed), click -> what.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation("security.accounts." + deed + ".name", account.name()));
        return button;
    }

    private void changeRoles(Account account) {
        new RolesDialog(account, words, places, wholeHouse, fresh -> {
                    if (!give(account, fresh)) {
                        Notice.warn(getTranslation("security.accounts.last"));
                        return;
                    }
                    Notice.say(
                            getTranslation("security.roles.kept", account.name()), () -> give(account, account.held()));
                })
                .open();
    }

    /** Open pages would go on with the old roles, so they end. */
    private boolean give(Account account, List<Held> held) {
        boolean done = accounts.change(account.id(), held, me);
        if (done) {
            sessions.end(account.name());
        }
        show();
        return done;
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

    private void end(Account account) {
        sessions.end(account, me);
        Notice.say(getTranslation("security.accounts.end.done", account.name()));
    }

    private void takeOffStep(UUID id) {
        accounts.withId(id)
                .ifPresent(account -> secondSteps.takeOff(account, me).ifPresent(kept -> {
                    show();
                    Notice.say(getTranslation("security.accounts.step-off.done", account.name()), () -> {
                        if (!secondSteps.on(id)) {
                            secondSteps.putBack(account, kept, me);
                        }
                        show();
                    });
                }));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("security.accounts") + " – " + getTranslation("shell.name");
    }
}
