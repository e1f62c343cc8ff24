package se.tambur.centre;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The centre that the person in the office is looking at; the first that is open to her until she chooses another. */
@Component
@VaadinSessionScope
public class CurrentCentre {

    private final CentreGate gate;
    private @Nullable CentreId chosen;

    CurrentCentre(CentreGate gate) {
        this.gate = gate;
    }

    public CentreId id() {
        return chosen != null ? chosen : gate.open().getFirst();
    }

    /** Goes there, where it is open to who is logged in; else stays. */
    public void choose(CentreId centre) {
        if (gate.enter(centre)) {
            chosen = centre;
        }
    }
}
