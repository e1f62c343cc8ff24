package se.tambur.today;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import se.tambur.centre.CentreId;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.visit.CheckIns;
import se.tambur.visit.CheckIns.Suspects;

/** Bursts that look like play: keep or drop. Away when there are none. */
class SuspectsCard extends Card {

    private final transient Say say;
    private final transient CheckIns checkIns;
    private final CentreId centre;
    private final String me;
    private final Div list = new Div();
    private List<Suspects> shown = List.of();

    SuspectsCard(Say say, CheckIns checkIns, CentreId centre, String me) {
        super(say.word("today.suspects"));
        this.say = say;
        this.checkIns = checkIns;
        this.centre = centre;
        this.me = me;
        addClassName("attention");
        add(list);
        setVisible(false);
    }

    @Override
    public void show(HouseNow now) {
        setVisible(!now.suspects().isEmpty());
        // A button must not be exchanged under the finger that is about to press it
        if (!now.suspects().equals(shown)) {
            shown = now.suspects();
            list.removeAll();
            shown.forEach(burst -> list.add(burst(burst, now)));
        }
    }

    private Div burst(Suspects burst, HouseNow now) {
        String when = burst.day().equals(now.day())
                ? say.time(burst.from())
                : say.day(burst.day()) + " " + say.time(burst.from());
        String title = say.word("today.suspects.burst", burst.visits(), when);
        var drop = new Button(say.word("today.suspects.drop"), click -> {
            checkIns.drop(centre, burst.id(), me);
            Notice.say(say.word("today.suspects.dropped", burst.visits()));
        });
        drop.setAriaLabel(say.word("today.suspects.drop") + ": " + title);
        var keep = new Button(say.word("today.suspects.keep"), click -> {
            checkIns.keep(centre, burst.id(), me);
            Notice.say(say.word("today.suspects.kept", burst.visits()));
        });
        keep.setAriaLabel(say.word("today.suspects.keep") + ": " + title);
        var deeds = new Div(drop, keep);
        deeds.addClassName("deeds");
        var part = new Div(
                new H3(title),
                new Paragraph(say.word("today.suspects.what", burst.children(), say.day(burst.dropsOn()))),
                deeds);
        part.addClassName("burst");
        return part;
    }
}
