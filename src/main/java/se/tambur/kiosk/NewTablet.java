package se.tambur.kiosk;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Scope;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.course.PublicAddress;
import se.tambur.shared.QrCode;

/** A fresh code for a tablet of the centre one looks at, large enough to be read from the door, and the way to the tablet's page. */
@SpringComponent
@Scope("prototype")
public class NewTablet extends Div {

    private final transient Kiosks kiosks;
    private final transient KioskWatch watch;
    private final transient Clock clock;
    private final CentreId centre;
    private final ZoneId zone;
    private final String me;
    private final String address;
    private final TextField name = new TextField(getTranslation("kioskoffice.new.name"));
    private final Div made = new Div();
    private Runnable paired = () -> {};
    private transient Kiosks.@Nullable PairingCode code;
    private @Nullable Registration looking;

    NewTablet(
            Kiosks kiosks,
            KioskWatch watch,
            Clock clock,
            Centres centres,
            CurrentCentre current,
            PublicAddress publicAddress,
            AuthenticationContext somebody) {
        this.kiosks = kiosks;
        this.watch = watch;
        this.clock = clock;
        this.centre = current.id();
        this.zone = centres.timetable(centre).zone();
        this.me = somebody.getPrincipalName().orElse("");
        this.address = publicAddress.url() + "/kiosk";
        setId("new-tablet");
        addClassNames("card", "form");
        name.setMaxLength(Kiosks.LONGEST_NAME);
        name.setPlaceholder(getTranslation("kioskoffice.new.name.example"));
        var make = new Button(getTranslation("kioskoffice.new.code"), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        made.getElement().setAttribute("aria-live", "polite");
        add(new H2(getTranslation("kioskoffice.new")), new Paragraph(getTranslation("kioskoffice.new.help")));
        add(name, make, made);
    }

    /** What to do when a tablet has used the code that stands here. */
    public void whenPaired(Runnable deed) {
        paired = deed;
    }

    private void make() {
        Kiosks.PairingCode fresh = kiosks.newCode(centre, name.getValue(), me);
        code = fresh;
        made.removeAll();
        var letters = new Span(fresh.code());
        letters.addClassName("code");
        var qr = new Svg(QrCode.svg(address + "#" + fresh.code()));
        qr.addClassName("qr");
        var way = new Div(new Paragraph(getTranslation("kioskoffice.new.scan")));
        way.add(new Paragraph(getTranslation("kioskoffice.new.open")), new Anchor(address, address));
        way.add(new Paragraph(getTranslation("kioskoffice.new.type")), letters);
        way.add(new Paragraph(getTranslation("kioskoffice.new.until", time(fresh.until()))));
        var both = new Div(qr, way);
        both.addClassName("fresh");
        made.add(both);
    }

    private String time(Instant moment) {
        return DateTimeFormatter.ofPattern(getTranslation("kioskoffice.time"), getLocale())
                .format(moment.atZone(zone));
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        looking = watch.look(centre, () -> ui.access(this::look));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (looking != null) {
            looking.remove();
            looking = null;
        }
    }

    /** A code that has been used needs not stand there any more. */
    private void look() {
        Kiosks.PairingCode shown = code;
        if (shown == null || kiosks.waits(shown)) {
            return;
        }
        boolean used = shown.until().isAfter(clock.instant());
        code = null;
        name.clear();
        made.removeAll();
        made.add(new Paragraph(getTranslation(used ? "kioskoffice.new.done" : "kioskoffice.new.over")));
        if (used) {
            paired.run();
        }
    }
}
