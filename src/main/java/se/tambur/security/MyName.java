package se.tambur.security;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.spring.security.AuthenticationContext;
import org.springframework.core.annotation.Order;
import se.tambur.shared.OfficeShell;

/** Who is logged in, at the foot of the menu; leads to the own account. */
@org.springframework.stereotype.Component
@Order(20)
class MyName implements OfficeShell.Piece {

    private final AuthenticationContext somebody;

    MyName(AuthenticationContext somebody) {
        this.somebody = somebody;
    }

    @Override
    public Component make() {
        String name = somebody.getPrincipalName().orElse("");
        var link = new Anchor("office/me", name);
        link.addClassName("who");
        link.setAriaLabel(UI.getCurrent().getTranslation("security.me.link", name));
        return link;
    }
}
