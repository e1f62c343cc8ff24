package se.tambur.centre;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The centre that the person in the office is looking at; the first one until another is chosen. */
@Component
@VaadinSessionScope
public class CurrentCentre {

    private final Centres centres;
    private @Nullable CentreId chosen;

    CurrentCentre(Centres centres) {
        this.centres = centres;
    }

    public CentreId id() {
        return chosen != null ? chosen : centres.all().getFirst();
    }

    public void choose(CentreId centre) {
        chosen = centre;
    }
}
