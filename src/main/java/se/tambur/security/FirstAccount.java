package se.tambur.security;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import se.tambur.security.Invitations.Invitation;
import se.tambur.security.Invitations.Purpose;
import se.tambur.shared.Audited;
import se.tambur.shared.Roles;

/** The one-time link by which the first account is made. */
@Service
public class FirstAccount {

    private final Accounts accounts;
    private final Invitations invitations;
    private final ApplicationEventPublisher events;

    FirstAccount(Accounts accounts, Invitations invitations, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.events = events;
    }

    /** The path of a fresh one-time link, such as {@code /setup/abc...}, which ends the one before; empty when an account exists. */
    public Optional<String> link() {
        return accounts.none()
                ? Optional.of(invitations.make(new Invitation(Purpose.FIRST, Roles.ADMIN, null)))
                : Optional.empty();
    }

    /** A fresh one-time link to make an admin account although others exist, for a lost log-in. */
    public String reset() {
        events.publishEvent(new Audited("system", "", "account.reset", ""));
        return invitations.make(new Invitation(Purpose.RESET, Roles.ADMIN, null));
    }
}
