package se.tambur.firsthour;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.shared.Registration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.visit.CheckIns.Visit;

/** A visit is tapped on the tablet, seen here, and taken away again. */
class TrialStep extends Card {

    private final transient FirstHour hour;
    private final transient DoorBell bell;
    private final CentreId centre;
    private final String me;
    private final Runnable onward;
    private final Paragraph said = new Paragraph();
    private final UnorderedList visits = new UnorderedList();
    private final Button on = new Button();
    private @Nullable Registration listening;

    TrialStep(FirstHour hour, DoorBell bell, CentreId centre, String me, Runnable onward) {
        super(UI.getCurrent().getTranslation("firsthour.trial"));
        this.hour = hour;
        this.bell = bell;
        this.centre = centre;
        this.me = me;
        this.onward = onward;
        var how = new OrderedList();
        for (String step : List.of("tap", "done", "look")) {
            how.add(new ListItem(getTranslation("firsthour.trial." + step)));
        }
        visits.addClassName("lines");
        said.addClassName("strong");
        var live = new Div(said, visits);
        live.getElement().setAttribute("role", "status");
        live.addClassName("trial");
        on.addClickListener(click -> end());
        add(how, live, on);
        show();
    }

    private void show() {
        List<Visit> trials = hour.trials(centre);
        visits.removeAll();
        trials.forEach(visit -> visits.add(new ListItem(line(visit))));
        visits.setVisible(!trials.isEmpty());
        said.setText(getTranslation(trials.isEmpty() ? "firsthour.trial.waiting" : "firsthour.trial.works"));
        on.setText(getTranslation(trials.isEmpty() ? "firsthour.trial.skip" : "firsthour.trial.away"));
        on.setThemeVariant(ButtonVariant.LUMO_PRIMARY, !trials.isEmpty());
    }

    private String line(Visit visit) {
        String time = DateTimeFormatter.ofPattern(getTranslation("firsthour.time"), getLocale())
                .format(visit.arrived());
        return getTranslation(
                "firsthour.trial.visit",
                time,
                visit.party().heads(),
                visit.party().adults());
    }

    private void end() {
        int gone = hour.endTrial(centre, me);
        if (gone > 0) {
            Notice.say(getTranslation("firsthour.trial.gone", gone));
        }
        onward.run();
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        listening = bell.listen(centre, () -> ui.access(this::show));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (listening != null) {
            listening.remove();
            listening = null;
        }
    }
}
