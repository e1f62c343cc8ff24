package se.tambur.today;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Plan;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.visit.CheckIns;
import se.tambur.visit.Party;

/** A visit that the door missed. */
class AddVisitDialog extends AskDialog {

    private final transient Say say;
    private final transient HouseNow now;
    private final transient CheckIns checkIns;
    private final CentreId centre;
    private final String me;
    private final TimePicker time = new TimePicker();
    private final Select<Plan.Activity> activity = new Select<>();
    private final Map<AgeId, IntegerField> ages = new LinkedHashMap<>();
    private final IntegerField adults;
    private final Checkbox expecting = new Checkbox();

    AddVisitDialog(Say say, HouseNow now, CheckIns checkIns, CentreId centre, String me) {
        super(say, say.word("today.add"), say.word("today.add.submit"));
        this.say = say;
        this.now = now;
        this.checkIns = checkIns;
        this.centre = centre;
        this.me = me;

        time.setLabel(say.word("today.add.time"));
        time.setLocale(clock(say.locale()));
        time.setStep(Duration.ofMinutes(15));
        time.setValue(now.at().toLocalTime());
        activity.setLabel(say.word("today.add.activity"));
        activity.setItems(now.plan().activities());
        activity.setItemLabelGenerator(each -> say.name(each.name(), now.plan()));
        activity.setValue(usual());
        var first = new Div(time, activity);
        first.addClassName("row");

        var numbers = new Div();
        numbers.addClassName("row");
        for (Plan.Age age : now.plan().ages()) {
            var field = number(say.name(age.name(), now.plan()), 0, Party.MOST_CHILDREN);
            ages.put(age.id(), field);
            numbers.add(field);
        }
        adults = number(say.word("today.adults-field"), 0, Party.MOST_ADULTS);
        adults.setValue(1);
        numbers.add(adults);
        expecting.setLabel(say.word("today.add.expecting"));
        ask(first, numbers, expecting);
    }

    /** What most come for: today's first activity, else the plan's. */
    private Plan.Activity usual() {
        List<Plan.Activity> all = now.plan().activities();
        return now.activities().stream()
                .map(HouseNow.ActivityRow::activity)
                .filter(all::contains)
                .findFirst()
                .orElseGet(all::getFirst);
    }

    @Override
    void submit() {
        Map<AgeId, Integer> children = new HashMap<>();
        ages.forEach((age, field) -> {
            if (value(field) != 0) {
                children.put(age, value(field));
            }
        });
        LocalTime at = time.getValue();
        if (at == null) {
            object(say.word("today.add.no-time"));
            return;
        }
        Party party;
        try {
            party = new Party(value(adults), children, expecting.getValue());
        } catch (IllegalArgumentException e) {
            object(say.word("today.add.party", Party.MOST_ADULTS, Party.MOST_CHILDREN));
            return;
        }
        UUID id;
        try {
            id = checkIns.add(centre, now.day().atTime(at), activity.getValue().id(), party, me);
        } catch (IllegalArgumentException e) {
            object(say.word("today.add.future"));
            return;
        }
        close();
        Notice.say(say.word("today.added", say.time(at), say.party(party)), () -> checkIns.undo(centre, id, me));
    }
}
