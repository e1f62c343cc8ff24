package se.tambur.security;

import java.util.Collection;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
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
    private final Reach reach;
    private final SecuritySettings settings;

    Staff(Accounts accounts, SecondSteps secondSteps, Reach reach, SecuritySettings settings) {
        this.accounts = accounts;
        this.secondSteps = secondSteps;
        this.reach = reach;
        this.settings = settings;
    }

    @Override
    public UserDetails loadUserByUsername(String name) {
        return accounts.named(name)
                .map(account -> User.withUsername(account.name())
                        .password(account.passwordHash())
                        .authorities(roles(account))
                        .build())
                .orElseThrow(() -> new UsernameNotFoundException("no such account"));
    }

    private Collection<GrantedAuthority> roles(Account account) {
        return settings.secondStepRequired() && !secondSteps.on(account.id())
                ? AuthorityUtils.createAuthorityList("ROLE_" + NEWCOMER)
                : reach.onTheWayIn(account.held());
    }
}
