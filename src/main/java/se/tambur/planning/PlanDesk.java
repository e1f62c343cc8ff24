package se.tambur.planning;

import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Clock;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.course.Pictures;
import se.tambur.kiosk.TabletPreview;
import se.tambur.shared.Words;
import se.tambur.visit.Tallies;

/** What lies before whoever changes the plan; one for each page. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
record PlanDesk(
        Centres centres,
        CurrentCentre current,
        Tallies tallies,
        Pictures pictures,
        TabletPreview tablet,
        Words words,
        AuthenticationContext somebody,
        Clock clock) {}
