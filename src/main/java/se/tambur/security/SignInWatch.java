package se.tambur.security;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Notes who has come in. */
@Component
class SignInWatch {

    private final People people;
    private final SignIns signIns;

    SignInWatch(People people, SignIns signIns) {
        this.people = people;
        this.signIns = signIns;
    }

    @EventListener
    void on(AuthenticationSuccessEvent in) {
        people.key(in.getAuthentication()).ifPresent(person -> signIns.note(person, SignIns.Outcome.IN));
    }
}
