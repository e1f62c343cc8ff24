package se.tambur.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Opening;
import se.tambur.centre.PlanHistory;
import se.tambur.centre.PlanMoved;
import se.tambur.centre.PlanRefused;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;
import se.tambur.shared.Words;

/** The week's sessions and what is held in them; saved as a new version of the plan. */
@Route("office/plan/week")
@RolesAllowed(Roles.MANAGER)
@StyleSheet("context://days.css")
class WeekView extends Main implements BeforeLeaveObserver, HasDynamicTitle {

    private final transient Centres centres;
    private final transient PlanWords say;
    private final CentreId centre;
    private final String me;
    private final Map<DayOfWeek, WeekDayPart> days = new EnumMap<>(DayOfWeek.class);
    private final DatePicker from;
    private final Paragraph flaw = new Paragraph();
    private final List<Object> before;
    private transient PlanHistory seen;
    private boolean saved;

    WeekView(Centres centres, CurrentCentre current, Words words, AuthenticationContext somebody) {
        this.centres = centres;
        this.say = new PlanWords(words, getLocale());
        this.centre = current.id();
        this.me = somebody.getPrincipalName().orElse("");
        this.seen = centres.history(centre);
        addClassNames("plan", "week-form");
        LocalDate today = centres.today(centre);
        Plan plan = seen.planOn(today);
        add(new PlanTabs(say, WeekView.class));
        add(new Header(new H1(say.word("plan.week.title")), new Paragraph(say.word("plan.week.what"))));
        for (DayOfWeek day : DayOfWeek.values()) {
            var part = new WeekDayPart(say, day, plan, to -> copy(day, to));
            days.put(day, part);
            add(part);
        }
        from = new PlanFields(say).day(say.word("plan.file.from"));
        from.setValue(today);
        from.setMin(today);
        from.setHelperText(say.word("plan.week.from.help"));
        add(foot());
        before = Typed.in(this);
    }

    private void copy(DayOfWeek from, DayOfWeek to) {
        WeekDayPart source = Objects.requireNonNull(days.get(from));
        if (source.isSound()) {
            Runnable undo = Objects.requireNonNull(days.get(to)).replace(source.openings());
            Notice.say(say.word("plan.week.copied", say.weekday(to)), undo);
        } else {
            Notice.say(say.word("plan.week.copy.flaw", say.weekday(from)));
        }
    }

    private Component foot() {
        flaw.addClassName("flaw");
        flaw.getElement().setAttribute("role", "alert");
        var save = new Button(say.word("plan.week.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var foot = new Div(from, save, flaw);
        foot.addClassNames("card", "deeds", "save");
        return foot;
    }

    private void save() {
        flaw.setText("");
        LocalDate day = from.getValue();
        boolean sound = PlanFields.mark(
                from, day != null && !day.isBefore(centres.today(centre)), say.word("plan.file.from.flaw"));
        for (WeekDayPart part : days.values()) {
            sound &= part.isSound();
        }
        if (!sound || day == null) {
            flaw.setText(say.word("plan.week.flawed"));
            return;
        }
        var week = new EnumMap<DayOfWeek, List<Opening>>(DayOfWeek.class);
        days.forEach((weekday, part) -> {
            if (!part.openings().isEmpty()) {
                week.put(weekday, part.openings());
            }
        });
        take(day, seen.planOn(day).withWeek(week));
    }

    private void take(LocalDate day, Plan plan) {
        int newest = seen.newest().number();
        try {
            PlanHistory.Version taken = centres.adopt(plan, day, newest, "plan.week-changed", me);
            saved = true;
            getUI().ifPresent(ui -> ui.navigate(PlanView.class));
            Notice.say(say.word(
                    taken.number() > newest ? "plan.saved" : "plan.same-already", String.valueOf(taken.number())));
        } catch (PlanMoved e) {
            // the next press saves what stands here: whoever presses has been told
            seen = centres.history(centre);
            flaw.setText(say.word(
                    "plan.week.moved",
                    seen.newest().author(),
                    String.valueOf(seen.newest().number())));
        } catch (PlanRefused e) {
            flaw.setText(say.word("plan.week.flawed"));
            e.flaws().forEach(this::tell);
        }
    }

    /** What only the whole can know: sessions that collide, an activity twice at one time. */
    private void tell(PlanRefused.Flaw refused) {
        List<WeekDayPart> told = new ArrayList<>();
        days.forEach((weekday, part) -> {
            if (refused.field().startsWith("week." + weekday.name().toLowerCase(Locale.ROOT))) {
                told.add(part);
            }
        });
        told.forEach(part -> part.object(
                say.word(refused.field().endsWith(".open") ? "plan.week.flaw.overlap" : "plan.week.flaw.twice")));
        if (told.isEmpty()) {
            flaw.setText(refused.field() + ": " + refused.expected());
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (saved || Typed.in(this).equals(before)) {
            return;
        }
        Typed.guard(leaving, say);
    }

    @Override
    public String getPageTitle() {
        return say.word("plan.week.title") + " – " + say.word("shell.name");
    }
}
