package se.tambur.kiosk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;

/** The tablets of a centre: how they are, a code for a new one, the digits of the staff corner. */
@Route("office/kiosks")
@Menu(title = "kioskoffice.title", order = 60)
@RolesAllowed(Roles.STAFF)
@StyleSheet("context://kiosks.css")
class KiosksView extends Main implements HasDynamicTitle {

    private final transient Kiosks kiosks;
    private final transient KioskWatch watch;
    private final transient AlertLetters letters;
    private final transient KioskSettings settings;
    private final transient Clock clock;
    private final CentreId centre;
    private final ZoneId zone;
    private final String me;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph(getTranslation("kioskoffice.none"));
    private final Div missed = new Div();
    private final Span digits = new Span();
    private @Nullable Registration looking;

    KiosksView(
            Kiosks kiosks,
            KioskWatch watch,
            AlertLetters letters,
            KioskSettings settings,
            Clock clock,
            Centres centres,
            CurrentCentre current,
            NewTablet newTablet,
            AuthenticationContext somebody) {
        this.kiosks = kiosks;
        this.watch = watch;
        this.letters = letters;
        this.settings = settings;
        this.clock = clock;
        this.centre = current.id();
        this.zone = centres.timetable(centre).zone();
        this.me = somebody.getPrincipalName().orElse("");
        addClassName("kiosks");
        list.addClassName("lines");
        var card = new Div(list, none);
        card.addClassName("card");
        missed.addClassName("missed");
        missed.getElement().setAttribute("role", "alert");
        digits.addClassName("digits");
        add(new H1(getTranslation("kioskoffice.title")), missed, card, newTablet, pin(), new AlertCard());
        show();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        looking = watch.look(centre, () -> ui.access(this::show));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (looking != null) {
            looking.remove();
            looking = null;
        }
    }

    private void show() {
        List<Kiosks.Health> tablets = kiosks.health(centre);
        list.removeAll();
        tablets.forEach(tablet -> list.add(line(tablet)));
        list.setVisible(!tablets.isEmpty());
        none.setVisible(tablets.isEmpty());
        digits.setText(kiosks.pin(centre));
        missed.removeAll();
        tablets.forEach(tablet -> {
            if (tablet.missedSince() != null) {
                missed.add(
                        new Paragraph(getTranslation("kioskoffice.missed", tablet.name(), time(tablet.missedSince()))));
            }
        });
        missed.setVisible(missed.getComponentCount() > 0);
    }

    private ListItem line(Kiosks.Health tablet) {
        boolean connected = tablet.connected(clock.instant(), settings.silentAfter());
        var name = new Span(tablet.name());
        name.addClassName("strong");
        var state = new Span(getTranslation(state(tablet, connected)));
        state.addClassNames("state", connected ? "good" : "bad");
        var more = new Span(String.join(" · ", details(tablet)));
        more.addClassName("muted");
        return new ListItem(name, state, more, deeds(tablet));
    }

    private static String state(Kiosks.Health tablet, boolean connected) {
        if (!connected) {
            return tablet.lastContact() == null ? "kioskoffice.state.new" : "kioskoffice.state.silent";
        }
        return tablet.paused() ? "kioskoffice.state.paused" : "kioskoffice.state.connected";
    }

    private List<String> details(Kiosks.Health tablet) {
        Instant heard = tablet.lastContact();
        String version = tablet.version();
        return Stream.of(
                        heard == null ? null : getTranslation("kioskoffice.heard", time(heard)),
                        getTranslation("kioskoffice.queue", tablet.queue()),
                        version == null ? null : getTranslation("kioskoffice.version", version),
                        display(tablet.hardware()),
                        battery(tablet.hardware()))
                .filter(Objects::nonNull)
                .toList();
    }

    private @Nullable String display(Hardware hardware) {
        Integer width = hardware.width();
        Integer height = hardware.height();
        return width == null || height == null
                ? null
                : getTranslation("kioskoffice.display", width.toString(), height.toString());
    }

    private @Nullable String battery(Hardware hardware) {
        if (hardware.battery() == null) {
            return null;
        }
        return getTranslation(
                Boolean.TRUE.equals(hardware.charging()) ? "kioskoffice.charging" : "kioskoffice.battery",
                hardware.battery());
    }

    private Div deeds(Kiosks.Health tablet) {
        var deeds = new Div(
                deed("identify", tablet, () -> identify(tablet)),
                tablet.paused()
                        ? deed("resume", tablet, () -> pause(tablet, false))
                        : deed("pause", tablet, () -> pause(tablet, true)),
                deed("reload", tablet, () -> reload(tablet)),
                deed("rename", tablet, () -> new Rename(tablet).open()),
                deed("revoke", tablet, () -> revoke(tablet)));
        deeds.addClassName("deeds");
        return deeds;
    }

    private Button deed(String deed, Kiosks.Health tablet, Runnable what) {
        var button = new Button(getTranslation("kioskoffice." + deed), click -> what.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation("kioskoffice." + deed + ".name", tablet.name()));
        return button;
    }

    private void identify(Kiosks.Health tablet) {
        kiosks.identify(centre, tablet.id(), me);
        Notice.say(getTranslation("kioskoffice.identified", tablet.name()));
    }

    private void reload(Kiosks.Health tablet) {
        kiosks.reload(centre, tablet.id(), me);
        Notice.say(getTranslation("kioskoffice.reloaded", tablet.name()));
    }

    private void pause(Kiosks.Health tablet, boolean paused) {
        kiosks.pause(centre, tablet.id(), paused, me);
        Notice.say(getTranslation(paused ? "kioskoffice.paused" : "kioskoffice.resumed", tablet.name()));
        show();
    }

    private void revoke(Kiosks.Health tablet) {
        kiosks.revoke(centre, tablet.id(), me);
        Notice.say(getTranslation("kioskoffice.revoked", tablet.name()), () -> {
            kiosks.restore(centre, tablet.id(), me);
            show();
        });
        show();
    }

    private Div pin() {
        var fresh = new Button(getTranslation("kioskoffice.pin.new"), click -> {
            String before = kiosks.pin(centre);
            kiosks.newPin(centre, me);
            show();
            Notice.say(getTranslation("kioskoffice.pin.made"), () -> {
                kiosks.setPin(centre, before, me);
                show();
            });
        });
        var card = new Div(
                new H2(getTranslation("kioskoffice.pin")),
                digits,
                new Paragraph(getTranslation("kioskoffice.pin.help")),
                fresh);
        card.addClassNames("card", "form");
        return card;
    }

    private String time(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        String time = DateTimeFormatter.ofPattern(getTranslation("kioskoffice.time"), getLocale())
                .format(local);
        return local.toLocalDate().equals(clock.instant().atZone(zone).toLocalDate())
                ? time
                : DateTimeFormatter.ofPattern(getTranslation("kioskoffice.day"), getLocale())
                                .format(local) + " " + time;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("kioskoffice.title") + " – " + getTranslation("shell.name");
    }

    /** Whom to tell by mail; without a mail server it says what is missing instead of asking in vain. */
    private class AlertCard extends Div {

        private final EmailField address = new EmailField(getTranslation("kioskoffice.alert.address"));

        AlertCard() {
            addClassNames("card", "form");
            add(new H2(getTranslation("kioskoffice.alert")));
            add(new Paragraph(getTranslation(
                    "kioskoffice.alert.help", settings.missedAfter().toMinutes())));
            if (!letters.canBeSent()) {
                add(new Paragraph(getTranslation("kioskoffice.alert.no-mail")));
                return;
            }
            address.setMaxLength(AlertLetters.LONGEST_ADDRESS);
            address.setErrorMessage(getTranslation("kioskoffice.alert.flaw"));
            address.setValue(letters.address(centre).orElse(""));
            add(address, new Button(getTranslation("kioskoffice.alert.keep"), click -> keep()));
        }

        private void keep() {
            if (!address.isInvalid()) {
                letters.sendTo(centre, address.getValue(), getLocale().getLanguage(), me);
                Notice.say(getTranslation(
                        address.isEmpty() ? "kioskoffice.alert.off" : "kioskoffice.alert.kept", address.getValue()));
            }
        }
    }

    private class Rename extends Dialog {

        Rename(Kiosks.Health tablet) {
            setHeaderTitle(getTranslation("kioskoffice.rename.name", tablet.name()));
            var name = new TextField(getTranslation("kioskoffice.new.name"));
            name.setMaxLength(Kiosks.LONGEST_NAME);
            name.setValue(tablet.name());
            name.setAutofocus(true);
            var keep = new Button(getTranslation("kioskoffice.rename.keep"), click -> {
                kiosks.rename(centre, tablet.id(), name.getValue(), me);
                close();
                KiosksView.this.show();
            });
            keep.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(name);
            getFooter().add(new Button(getTranslation("kioskoffice.rename.cancel"), click -> close()), keep);
        }
    }
}
