package se.tambur.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
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
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.PlanHistory;
import se.tambur.centre.PlanMoved;
import se.tambur.centre.PlanRefused;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;

/** The days that are not as the week: closed ones, and those with hours of their own; saved as a new version of the plan. */
@Route("office/plan/days")
@RolesAllowed(Roles.MANAGER)
@StyleSheet("context://days.css")
class DaysView extends Main implements BeforeLeaveObserver, HasDynamicTitle {

    private final transient Centres centres;
    private final transient PlanWords say;
    private final CentreId centre;
    private final String me;
    private final MonthPart month;
    private final ClosedPart closed;
    private final ExtrasPart extras;
    private final PendingPart pending;
    private final TabletPart tablet;
    private final Paragraph flaw = new Paragraph();
    private transient DaysDraft draft;

    DaysView(PlanDesk desk) {
        this.centres = desk.centres();
        this.say = new PlanWords(desk.words(), getLocale());
        this.centre = desk.current().id();
        this.me = desk.somebody().getPrincipalName().orElse("");
        addClassNames("plan", "days");
        LocalDate today = centres.today(centre);
        draft = new DaysDraft(centres.history(centre), today);
        month = new MonthPart(say, today, this::change);
        closed = new ClosedPart(say, centres.plan(centre), today, () -> draft, this::show);
        extras = new ExtrasPart(say, () -> draft, this::change, this::show);
        pending = new PendingPart(say);
        tablet = new TabletPart(desk, say, this::shown);
        var beside = new Div(new Div(closed, extras), tablet);
        beside.addClassName("beside");
        add(
                new PlanTabs(say, DaysView.class),
                new Header(new H1(say.word("plan.days.title")), new Paragraph(say.word("plan.days.what"))),
                month,
                beside,
                foot());
        show();
    }

    private Component foot() {
        flaw.addClassName("flaw");
        flaw.getElement().setAttribute("role", "alert");
        var save = new Button(say.word("plan.days.save"), click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var foot = new Div(pending, save, flaw);
        foot.addClassNames("card", "pending");
        return foot;
    }

    private void show() {
        flaw.setText("");
        month.show(draft);
        closed.show();
        extras.show();
        pending.show(draft);
        tablet.show(this::shown, null);
    }

    private TabletPart.Shown shown(LocalDate day) {
        return new TabletPart.Shown(draft.timetable().planOn(day), "");
    }

    private void change(LocalDate day) {
        new DayDialog(say, centres, draft, day, own -> {
                    DaysDraft.Own before = draft.own(day);
                    give(day, own);
                    Notice.say(say.word("plan.day.changed", say.day(day)), () -> give(day, before));
                })
                .open();
    }

    private void give(LocalDate day, DaysDraft.Own own) {
        draft.give(day, own);
        show();
        tablet.look(day);
        month.focus(day);
    }

    private void save() {
        flaw.setText("");
        Map<LocalDate, Plan> plans = draft.plans();
        if (plans.isEmpty()) {
            Notice.say(say.word("plan.days.nothing"));
            return;
        }
        List<String> taken = new ArrayList<>();
        try {
            for (Map.Entry<LocalDate, Plan> plan : plans.entrySet()) {
                PlanHistory.Version version = centres.adopt(
                        plan.getValue(), plan.getKey(), draft.seen().newest().number(), "plan.days-changed", me);
                taken.add(String.valueOf(version.number()));
                draft.over(centres.history(centre));
            }
            draft = new DaysDraft(centres.history(centre), centres.today(centre));
            show();
            Notice.say(say.word("plan.saved", String.join(", ", taken)));
        } catch (PlanMoved e) {
            // the next press saves what stands here: whoever presses has been told
            draft.over(centres.history(centre));
            show();
            PlanHistory.Version newest = draft.seen().newest();
            flaw.setText(say.word("plan.days.moved", newest.author(), String.valueOf(newest.number())));
        } catch (PlanRefused e) {
            flaw.setText(
                    e.flaws().getFirst().field() + ": " + e.flaws().getFirst().expected());
        }
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (draft.isChanged()) {
            Typed.guard(leaving, say);
        }
    }

    @Override
    public String getPageTitle() {
        return say.word("plan.days.title") + " – " + say.word("shell.name");
    }
}
