package se.tambur.firsthour;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.springframework.stereotype.Component;
import se.tambur.centre.Centres;
import se.tambur.shared.Roles;

/** Leads whoever logs in to an empty installation to the first hour: without a house no other page has anything to show. */
@Component
class Guide implements VaadinServiceInitListener {

    private final Centres centres;
    private final AuthenticationContext somebody;

    Guide(Centres centres, AuthenticationContext somebody) {
        this.centres = centres;
        this.somebody = somebody;
    }

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource().addUIInitListener(init -> lead(init.getUI()));
    }

    private void lead(UI ui) {
        ui.addBeforeEnterListener(this::lead);
    }

    private void lead(BeforeEnterEvent entering) {
        boolean office = entering.getLocation().getFirstSegment().equals("office");
        if (office
                && entering.getNavigationTarget() != StartView.class
                && somebody.hasRole(Roles.STAFF)
                && centres.all().isEmpty()) {
            entering.forwardTo(StartView.class);
        }
    }
}
