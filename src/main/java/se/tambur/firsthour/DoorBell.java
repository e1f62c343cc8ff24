package se.tambur.firsthour;

import com.vaadin.flow.shared.Registration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tambur.centre.CentreId;
import se.tambur.visit.VisitsChanged;

/** Rings when something has happened at a door. */
@Component
class DoorBell {

    private final Set<Listener> listeners = new CopyOnWriteArraySet<>();

    private record Listener(CentreId centre, Runnable ring) {}

    /** Calls {@code ring} after each change, from any thread, until the registration is removed. */
    Registration listen(CentreId centre, Runnable ring) {
        var listener = new Listener(centre, ring);
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @EventListener
    void on(VisitsChanged changed) {
        listeners.stream()
                .filter(listener -> listener.centre().equals(changed.centre()))
                .forEach(listener -> listener.ring().run());
    }
}
