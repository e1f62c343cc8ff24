package se.tambur.security;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Who somebody is, whatever she is called today. */
@Component
class People {

    private final Accounts accounts;

    People(Accounts accounts) {
        this.accounts = accounts;
    }

    /** What stands for her in the database; empty: nobody who has log-ins of her own. */
    Optional<String> key(Authentication somebody) {
        return accounts.named(somebody.getName()).map(account -> account.id().toString());
    }
}
