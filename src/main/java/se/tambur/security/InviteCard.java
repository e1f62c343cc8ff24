package se.tambur.security;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import se.tambur.centre.CentreId;
import se.tambur.security.Invitations.Invitation;
import se.tambur.security.Invitations.Purpose;
import se.tambur.shared.Roles;

/** Makes a link by which somebody makes her own account. */
class InviteCard extends Div {

    private final transient Invitations invitations;
    private final RadioButtonGroup<String> role = new RadioButtonGroup<>();
    private final Select<CentreId> centre = new Select<>();
    private final Div made = new Div();

    InviteCard(Invitations invitations, RoleWords words, List<CentreId> reach, boolean wholeHouse) {
        this.invitations = invitations;
        addClassNames("card", "form");
        role.setLabel(getTranslation("security.accounts.role"));
        role.setItems(Roles.STAFF, Roles.MANAGER, Roles.ADMIN);
        role.setItemLabelGenerator(each -> words.role(each) + " – " + words.what(each));
        role.setValue(Roles.STAFF);
        role.addClassName("stacked");

        centre.setLabel(getTranslation("security.accounts.centre"));
        centre.setItems(reach);
        centre.setItemLabelGenerator(
                each -> each == null ? getTranslation("security.accounts.every-centre") : words.name(each));
        if (wholeHouse) {
            centre.setEmptySelectionAllowed(true);
            centre.setEmptySelectionCaption(getTranslation("security.accounts.every-centre"));
        } else {
            centre.setValue(reach.getFirst());
        }
        centre.setVisible(reach.size() > 1);

        made.getElement().setAttribute("aria-live", "polite");
        var make = new Button(getTranslation("security.accounts.link"), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new H2(getTranslation("security.accounts.new")));
        add(new Paragraph(getTranslation("security.accounts.new.help")), role, centre, make, made);
    }

    private void make() {
        CentreId only = centre.getValue();
        String path =
                invitations.make(new Invitation(Purpose.INVITE, role.getValue(), only == null ? null : only.value()));
        made.removeAll();
        made.add(new Link(path));
    }

    /** A link to read out, copy or send; the browser knows under which name it reaches us. */
    private static class Link extends Div {

        Link(String path) {
            addClassName("copy");
            var address = new TextField(getTranslation("security.accounts.link.made"));
            address.setReadOnly(true);
            address.setValue(path);
            address.getElement().executeJs("this.value = location.origin + $0", path);
            String copied = getTranslation("security.accounts.copied");
            var copy = new Button(getTranslation("security.accounts.copy"));
            copy.addClickListener(click -> copy.getElement()
                    .executeJs(
                            "const field = $0; field.inputElement.select();"
                                    + "(navigator.clipboard ? navigator.clipboard.writeText(field.value)"
                                    + " : Promise.resolve(document.execCommand('copy')))"
                                    + ".then(() => { this.textContent = $1; })",
                            address.getElement(),
                            copied));
            add(address, copy);
        }
    }
}
