package se.tambur.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
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
        return new Argon2PasswordEncoder(16, 32, 1, 19_456, 2);
    }

    @Bean
    AuthenticationProvider patientSignIn(
            Staff staff, Accounts accounts, SecondSteps secondSteps, PasswordEncoder passwords, Patience patience) {
        var passwordCheck = new DaoAuthenticationProvider(staff);
        passwordCheck.setPasswordEncoder(passwords);
        return new PatientSignIn(passwordCheck, accounts, secondSteps, patience);
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

    /** Waits before it looks at a password where there have been wrong ones; then a second step may be left to take. */
    private record PatientSignIn(
            AuthenticationProvider passwordCheck, Accounts accounts, SecondSteps secondSteps, Patience patience)
            implements AuthenticationProvider {

        @Override
        public @Nullable Authentication authenticate(Authentication attempt) {
            String name = "name " + Account.key(attempt.getName());
            String address = attempt.getDetails() instanceof WebAuthenticationDetails web
                    ? "from " + web.getRemoteAddress()
                    : name;
            pause(patience.before(name), patience.before(address));
            try {
                Authentication somebody = passwordCheck.authenticate(attempt);
                patience.right(name);
                if (somebody != null) {
                    accounts.named(somebody.getName())
                            .filter(account -> secondSteps.on(account.id()))
                            .ifPresent(account -> {
                                throw new CodeNeeded(account.id());
                            });
                }
                return somebody;
            } catch (CodeNeeded e) {
                throw e;
            } catch (AuthenticationException e) {
                patience.wrong(name);
                if (!address.equals(name)) {
                    patience.wrong(address);
                }
                throw e;
            }
        }

        private static void pause(Duration one, Duration other) {
            try {
                // A request has a virtual thread of its own, so waiting costs next to nothing
                Thread.sleep(one.compareTo(other) > 0 ? one : other);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BadCredentialsException("interrupted", e);
            }
        }

        @Override
        public boolean supports(Class<?> kind) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
        }
    }
}
