package se.tambur.planning;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.centre.Session;
import se.tambur.centre.Timetable;
import se.tambur.kiosk.TabletPreview;

/** The tablet's screen on a day, at a time and in a language that whoever plans chooses, before anything is saved. */
class TabletPart extends Section {

    /** When to look at a day on which the house is closed. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final transient PlanWords say;
    private final transient TabletPreview tablet;
    private final DatePicker day;
    private final TimePicker time;
    private final Select<String> language = new Select<>();
    private final TabletScreen screen = new TabletScreen();
    private final Paragraph caption = new Paragraph();
    private transient Plans plans;
    private transient @Nullable LocalDate from;
    private transient List<String> spoken = List.of();
    private boolean isSettling;

    /** The plan that would hold on a day, with a word on it where it is not the one that is being written. */
    interface Plans {
        Shown on(LocalDate day);
    }

    record Shown(Plan plan, String note) {}

    TabletPart(PlanDesk desk, PlanWords say, Plans plans) {
        this.say = say;
        this.tablet = desk.tablet();
        this.plans = plans;
        addClassNames("card", "tablet-part");
        var fields = new PlanFields(say);
        day = fields.day(say.word("plan.tablet.day"));
        time = fields.time(say.word("plan.tablet.time"));
        language.setLabel(say.word("plan.tablet.language"));
        language.setItemLabelGenerator(code -> code == null ? "" : say.language(code));
        caption.addClassName("muted");
        var choice = new Div(day, time, language);
        choice.addClassName("choice");
        add(new H2(say.word("plan.tablet")), screen, caption, choice);
        LocalDateTime now = LocalDateTime.ofInstant(
                desk.clock().instant(),
                desk.centres().timetable(desk.current().id()).zone());
        day.setValue(now.toLocalDate());
        time.setValue(moment(now));
        speak(plans.on(now.toLocalDate()).plan().languages());
        day.addValueChangeListener(change -> {
            if (!isSettling && change.getValue() != null) {
                time.setValue(opening(change.getValue(), time.getValue()));
            }
            draw();
        });
        time.addValueChangeListener(change -> draw());
        language.addValueChangeListener(change -> draw());
        draw();
    }

    /**
     * Shows the plan as it stands typed.
     *
     * @param first its first day, to which the look moves; null: not chosen yet
     */
    void show(Plans typed, @Nullable LocalDate first) {
        plans = typed;
        if (first != null && !first.equals(from)) {
            from = first;
            LocalDate shown = day.getValue();
            if (shown == null || shown.isBefore(first)) {
                day.setValue(first);
            }
        }
        draw();
    }

    /** Looks at a day. */
    void look(LocalDate at) {
        day.setValue(at);
    }

    private void speak(List<String> languages) {
        if (!languages.equals(spoken)) {
            String chosen = language.getValue();
            spoken = languages;
            isSettling = true;
            language.setItems(languages);
            language.setValue(chosen != null && languages.contains(chosen) ? chosen : languages.getFirst());
            isSettling = false;
        }
    }

    /** Now, where the house is open; else when it next opens that day. */
    private LocalTime moment(LocalDateTime now) {
        return opening(now.toLocalDate(), now.toLocalTime().truncatedTo(ChronoUnit.MINUTES));
    }

    private LocalTime opening(LocalDate date, @Nullable LocalTime wished) {
        List<Session> sessions = Timetable.of(plans.on(date).plan()).sessions(date);
        LocalTime time = wished == null ? MORNING : wished;
        boolean isOpen =
                sessions.stream().anyMatch(each -> !time.isBefore(each.opens()) && time.isBefore(each.closes()));
        return isOpen ? time : sessions.stream().map(Session::opens).findFirst().orElse(time);
    }

    private void draw() {
        LocalDate date = day.getValue();
        LocalTime at = time.getValue();
        if (isSettling || date == null || at == null) {
            return;
        }
        Shown shown = plans.on(date);
        Plan plan = shown.plan();
        speak(plan.languages());
        String read = language.getValue();
        caption.setText(shown.note());
        caption.setVisible(!shown.note().isEmpty());
        screen.show(
                tablet.state(plan, date, read),
                read,
                date.atTime(at).atZone(plan.zone()).toInstant(),
                say.word(
                        "plan.tablet.shows",
                        say.weekday(date.getDayOfWeek()) + " " + say.day(date),
                        say.time(at),
                        say.language(read)));
    }
}
