package se.tambur.security;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import se.tambur.security.HalfWay.CodeNeeded;
import se.tambur.shared.Roles;

/** How a name and a password become somebody. */
@Configuration(proxyBeanMethods = false)
class SignIn {

    /** Argon2id with 19 MiB, two rounds and one lane: the first choice of OWASP's Password Storage Cheat Sheet. */
    @Bean
    PasswordEncoder passwordEncoder() {
        return new TwoAtOnce(new Argon2PasswordEncoder(16, 32, 1, 19_456, 2));
    }

    @Bean
    AuthenticationProvider patientSignIn(
            Staff staff,
            Accounts accounts,
            SecondSteps secondSteps,
            SignIns signIns,
            PasswordEncoder passwords,
            Patience patience) {
        var passwordCheck = new DaoAuthenticationProvider(staff);
        passwordCheck.setPasswordEncoder(passwords);
        return new PatientSignIn(passwordCheck, accounts, secondSteps, signIns, patience);
    }

    /** The role itself and those it includes, so that every check of a role, ours or Vaadin's, sees the same. */
    static String[] held(String role) {
        var held = new ArrayList<>(List.of(Roles.STAFF));
        if (!role.equals(Roles.STAFF)) {
            held.add(Roles.MANAGER);
        }
        if (role.equals(Roles.ADMIN)) {
            held.add(Roles.ADMIN);
        }
        return held.toArray(String[]::new);
    }

    /** Remembers wrong guesses, for which {@link TurnFilter} then makes the next ones wait; a second step may be left to take. */
    private record PatientSignIn(
            AuthenticationProvider passwordCheck,
            Accounts accounts,
            SecondSteps secondSteps,
            SignIns signIns,
            Patience patience)
            implements AuthenticationProvider {

        @Override
        public @Nullable Authentication authenticate(Authentication attempt) {
            String name = Patience.name(attempt.getName());
            Optional<Account> account = accounts.named(attempt.getName());
            try {
                Authentication somebody = passwordCheck.authenticate(attempt);
                patience.right(name);
                account.filter(known -> secondSteps.on(known.id())).ifPresent(known -> {
                    throw new CodeNeeded(known.id());
                });
                return somebody;
            } catch (CodeNeeded e) {
                throw e;
            } catch (AuthenticationException e) {
                patience.wrong(name);
                if (attempt.getDetails() instanceof WebAuthenticationDetails web) {
                    patience.wrong(Patience.address(web.getRemoteAddress()));
                }
                account.ifPresent(known -> signIns.note(known.id().toString(), SignIns.Outcome.PASSWORD));
                throw e;
            }
        }

        @Override
        public boolean supports(Class<?> kind) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
        }
    }
}
