package se.tambur.signup;

import com.vaadin.flow.shared.Registration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import se.tambur.centre.CentreId;
import se.tambur.course.CoursesChanged;

/** Wakes those who look at the courses of a centre when there is something new to read. */
@Component
class CourseWatch {

    private final Set<Looker> lookers = new CopyOnWriteArraySet<>();

    private record Looker(CentreId centre, Runnable wake) {}

    /** Calls {@code wake} after each change, from any thread, until the registration is removed. */
    Registration look(CentreId centre, Runnable wake) {
        var looker = new Looker(centre, wake);
        lookers.add(looker);
        return () -> lookers.remove(looker);
    }

    @EventListener
    void on(CoursesChanged changed) {
        lookers.stream()
                .filter(looker -> looker.centre().equals(changed.centre()))
                .forEach(looker -> looker.wake().run());
    }
}
