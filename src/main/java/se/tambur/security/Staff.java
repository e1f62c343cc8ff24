package se.tambur.security;

import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;

/** Those who may log in, as Spring Security knows them: with the roles they hold as soon as they are in. */
@Component
class Staff implements UserDetailsService {

    /** Held instead of any other role by who still has to get the second step that the house asks for. */
    static final String NEWCOMER = "NEWCOMER";

    private final Accounts accounts;
    private final SecondSteps secondSteps;
    private final SecuritySettings settings;

    Staff(Accounts accounts, SecondSteps secondSteps, SecuritySettings settings) {
        this.accounts = accounts;
        this.secondSteps = secondSteps;
        this.settings = settings;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return accounts.named(name)
                .map(account -> User.withUsername(account.name())
                        .password(account.passwordHash())
                        .roles(roles(account))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    private String[] roles(Account account) {
        return settings.secondStepRequired() && !secondSteps.on(account.id())
                ? new String[] {NEWCOMER}
                : SignIn.held(account.role());
    }
}
