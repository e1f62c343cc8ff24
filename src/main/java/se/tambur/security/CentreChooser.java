package se.tambur.security;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.shared.OfficeShell;
import se.tambur.shared.Roles;

/** At which centre one is; whoever works at several goes from one to the other here. */
@org.springframework.stereotype.Component
@Order(10)
class CentreChooser implements OfficeShell.Piece {

    private final Reach reach;
    private final Centres centres;
    private final ObjectProvider<CurrentCentre> current;
    private final AuthenticationContext somebody;

    CentreChooser(Reach reach, Centres centres, ObjectProvider<CurrentCentre> current, AuthenticationContext somebody) {
        this.reach = reach;
        this.centres = centres;
        this.current = current;
        this.somebody = somebody;
    }

    @Override
    public Component make() {
        List<CentreId> open = reach.open();
        if (open.size() < 2 || !somebody.hasRole(Roles.STAFF)) {
            return new Div();
        }
        var select = new Select<CentreId>();
        select.addClassName("centre");
        select.setLabel(UI.getCurrent().getTranslation("security.centre"));
        select.setItems(open);
        select.setItemLabelGenerator(centre -> centres.plan(centre).name());
        select.setValue(current.getObject().id());
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                current.getObject().choose(change.getValue());
                moveOn();
            }
        });
        return select;
    }

    /** Every page of this log-in, so that none goes on showing one centre while the next click is done at another. */
    private static void moveOn() {
        VaadinSession.getCurrent().getUIs().forEach(page -> page.getPage().setLocation("office"));
    }
}
