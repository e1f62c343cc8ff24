package se.tambur.today;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import se.tambur.centre.CentreId;
import se.tambur.visit.CheckIns;

/** Visits whose time nobody can know, for staff to place on a day. Away when there are none. */
class TimelessCard extends Card {

    private final transient Say say;
    private final Paragraph what = new Paragraph();
    private transient HouseNow now;

    @SuppressWarnings("NullAway.Init") // shown before it can be clicked
    TimelessCard(Say say, CheckIns checkIns, CentreId centre, String me) {
        super(say.word("today.timeless"));
        this.say = say;
        addClassName("attention");
        var place = new Button(
                say.word("today.timeless.place"), click -> new PlaceDialog(say, now, checkIns, centre, me).open());
        add(what, place);
        setVisible(false);
    }

    @Override
    public void show(HouseNow fresh) {
        now = fresh;
        setVisible(!fresh.timeless().isEmpty());
        what.setText(say.word("today.timeless.what", fresh.timeless().size()));
    }
}
