package se.tambur.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Opening;

/** One weekday's sessions, as fields. */
class WeekDayPart extends Section {

    private final Paragraph none = new Paragraph();
    private final SessionsPart sessions;
    private final MenuBar copy = new MenuBar();

    private final transient Runnable changed;

    /**
     * @param copyTo is told to which weekday these sessions are to be copied
     * @param changed told while somebody fills it in
     */
    WeekDayPart(PlanWords say, DayOfWeek day, Plan plan, Consumer<DayOfWeek> copyTo, Runnable changed) {
        this.changed = changed;
        sessions = new SessionsPart(say, plan, SessionsPart.Of.WEEK, this::tell);
        addClassNames("card", "weekday-part");
        getElement().setAttribute("data-weekday", day.name().toLowerCase(Locale.ROOT));
        String name = say.weekday(day);
        none.setText(say.word("plan.closed"));
        none.addClassName("muted");
        var add = new Button(say.word("plan.week.add-session"), click -> sessions.addUsual());
        add.setAriaLabel(say.word("plan.week.add-session.name", name));
        var heading = new H2(name);
        heading.addClassName("weekday");
        copy.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        MenuItem to = copy.addItem(say.word("plan.week.copy"));
        to.setAriaLabel(say.word("plan.week.copy.name", name));
        for (DayOfWeek other : DayOfWeek.values()) {
            if (other != day) {
                to.getSubMenu().addItem(say.weekday(other), click -> copyTo.accept(other));
            }
        }
        var head = new Div(heading, none, copy, add);
        head.addClassName("version-head");
        add(head, sessions);
        sessions.show(plan.week().getOrDefault(day, List.of()));
    }

    private void tell() {
        none.setVisible(sessions.isEmpty());
        copy.setVisible(!sessions.isEmpty());
        changed.run();
    }

    /** Shows other sessions; what it returns brings back what stood here. */
    Runnable replace(List<Opening> openings) {
        return sessions.replace(openings);
    }

    void object(String words) {
        sessions.object(words);
    }

    /** Marks what is wrong where it stands, and says whether nothing is. */
    boolean isSound() {
        return sessions.isSound();
    }

    /** What can be read from the fields so far. */
    List<Opening> drafted() {
        return sessions.drafted();
    }

    /** Only when it {@link #isSound}. */
    List<Opening> openings() {
        return sessions.openings();
    }
}
