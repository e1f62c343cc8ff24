package se.tambur.today;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import se.tambur.centre.CentreId;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.visit.CheckIns;

/** Staff count the room by eye. */
class CountRoomDialog extends AskDialog {

    private static final int MOST = 500;

    private final transient Say say;
    private final transient CheckIns checkIns;
    private final CentreId centre;
    private final String me;
    private final IntegerField children;
    private final IntegerField adults;

    CountRoomDialog(Say say, HouseNow now, CheckIns checkIns, CentreId centre, String me) {
        super(say, say.word("today.count"), say.word("today.count.submit"));
        this.say = say;
        this.checkIns = checkIns;
        this.centre = centre;
        this.me = me;
        children = number(say.word("today.count.children"), 0, MOST);
        children.setValue(now.estimate().children());
        adults = number(say.word("today.adults-field"), 0, MOST);
        adults.setValue(Math.max(0, now.estimate().likely() - now.estimate().children()));
        var row = new Div(children, adults);
        row.addClassName("row");
        ask(new Paragraph(say.word("today.count.what")), row);
    }

    @Override
    void submit() {
        if (outside(children) || outside(adults)) {
            object(say.word("today.count.flaw", MOST));
            return;
        }
        checkIns.countRoom(centre, value(children), value(adults), me);
        close();
        Notice.say(say.word("today.counted", value(children) + value(adults)));
    }

    private static boolean outside(IntegerField field) {
        return field.getValue() == null || field.getValue() < 0 || field.getValue() > MOST;
    }
}
