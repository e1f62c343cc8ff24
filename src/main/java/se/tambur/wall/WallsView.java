package se.tambur.wall;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.course.PublicAddress;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;

/** The screens on the wall: a new one by a code, and those that look. */
@Route("office/walls")
@Menu(title = "wall.title", order = 62)
@RolesAllowed(Roles.STAFF)
@StyleSheet("context://kiosks.css")
class WallsView extends Main implements HasDynamicTitle {

    private final transient WallScreens screens;
    private final CentreId centre;
    private final ZoneId zone;
    private final String me;
    private final String address;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph(getTranslation("wall.none"));
    private final TextField name = new TextField(getTranslation("wall.name"));
    private final Div made = new Div();

    WallsView(
            WallScreens screens,
            Centres centres,
            CurrentCentre current,
            PublicAddress publicAddress,
            AuthenticationContext somebody) {
        this.screens = screens;
        this.centre = current.id();
        this.zone = centres.timetable(centre).zone();
        this.me = somebody.getPrincipalName().orElse("");
        this.address = publicAddress.url() + "/wall";
        addClassName("kiosks");
        list.addClassName("lines");
        var card = new Div(list, none);
        card.addClassName("card");
        add(new H1(getTranslation("wall.title")), new Paragraph(getTranslation("wall.what")), card, form());
        show();
    }

    private Div form() {
        name.setMaxLength(WallScreens.LONGEST_NAME);
        name.setPlaceholder(getTranslation("wall.name.example"));
        var make = new Button(getTranslation("wall.make"), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        made.getElement().setAttribute("aria-live", "polite");
        var card = new Div(
                new H2(getTranslation("wall.new")), new Paragraph(getTranslation("wall.new.help")), name, make, made);
        card.addClassNames("card", "form");
        return card;
    }

    private void make() {
        String called = name.isEmpty() ? getTranslation("wall.unnamed") : name.getValue();
        WallScreens.Code fresh = screens.newCode(centre, called, me);
        var letters = new Span(fresh.code());
        letters.addClassName("code");
        made.removeAll();
        made.add(
                new Paragraph(getTranslation("wall.open")),
                new Anchor(address, address),
                new Paragraph(getTranslation("wall.type")),
                letters,
                new Paragraph(getTranslation("wall.code-until", time(fresh.until()))));
        name.clear();
        show();
    }

    private void show() {
        List<WallScreens.Shown> all = screens.of(centre);
        list.removeAll();
        all.forEach(screen -> list.add(line(screen)));
        list.setVisible(!all.isEmpty());
        none.setVisible(all.isEmpty());
    }

    private ListItem line(WallScreens.Shown screen) {
        var called = new Span(screen.name());
        called.addClassName("strong");
        Instant last = screen.lastContact();
        var state = new Span(last == null ? getTranslation("wall.waits") : getTranslation("wall.heard", time(last)));
        state.addClassName("muted");
        var revoke = new Button(getTranslation("wall.revoke"), click -> revoke(screen));
        revoke.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        revoke.setAriaLabel(getTranslation("wall.revoke.name", screen.name()));
        var deeds = new Div(revoke);
        deeds.addClassName("deeds");
        return new ListItem(called, state, deeds);
    }

    private void revoke(WallScreens.Shown screen) {
        screens.revoke(centre, screen.id(), me);
        Notice.say(getTranslation("wall.revoked", screen.name()), () -> {
            screens.restore(centre, screen.id(), me);
            show();
        });
        show();
    }

    private String time(Instant moment) {
        return DateTimeFormatter.ofPattern(getTranslation("kioskoffice.time"), getLocale())
                .format(moment.atZone(zone));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("wall.title") + " – " + getTranslation("shell.name");
    }
}
