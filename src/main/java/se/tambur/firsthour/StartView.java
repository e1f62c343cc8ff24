package se.tambur.firsthour;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import se.tambur.centre.CentreGate;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.centre.FirstPlans;
import se.tambur.centre.Plan;
import se.tambur.firsthour.FirstHour.Step;
import se.tambur.kiosk.NewTablet;
import se.tambur.shared.Roles;

/** Leads through the first hour: the account is made, then come the house, a tablet and a visit to try it. */
@Route("office/start")
@RolesAllowed(Roles.STAFF)
class StartView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    /** In the address: one more house, please. */
    static final String ANOTHER = "new";

    private final transient FirstHour hour;
    private final transient FirstPlans plans;
    private final transient Centres centres;
    private final transient CurrentCentre current;
    private final transient CentreGate gate;
    private final transient DoorBell bell;
    private final transient ObjectProvider<NewTablet> newTablet;
    private final transient AuthenticationContext somebody;
    private final String me;

    StartView(
            FirstHour hour,
            FirstPlans plans,
            Centres centres,
            CurrentCentre current,
            CentreGate gate,
            DoorBell bell,
            ObjectProvider<NewTablet> newTablet,
            AuthenticationContext somebody) {
        this.hour = hour;
        this.plans = plans;
        this.centres = centres;
        this.current = current;
        this.gate = gate;
        this.bell = bell;
        this.newTablet = newTablet;
        this.somebody = somebody;
        this.me = somebody.getPrincipalName().orElse("");
        addClassName("start");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        if (entering.getLocation().getQueryParameters().getParameters().containsKey(ANOTHER)) {
            hour.wantAnotherHouse();
        }
        show();
    }

    private void show() {
        removeAll();
        if (!somebody.hasRole(Roles.ADMIN) || hour.houseIsMissing() && !gate.wholeHouse()) {
            add(new H1(getTranslation("firsthour.title")), new Paragraph(getTranslation("firsthour.wait")));
            return;
        }
        Step step = hour.houseIsMissing() ? Step.HOUSE : hour.next(current.id());
        var head =
                new Header(new H1(getTranslation("firsthour.title")), new Paragraph(getTranslation("firsthour.what")));
        add(head, steps(step), card(step));
    }

    private OrderedList steps(Step now) {
        var list = new OrderedList();
        list.addClassName("steps");
        var account = new ListItem(getTranslation("firsthour.step.account"));
        account.addClassName("done");
        list.add(account);
        for (Step step : Step.values()) {
            var item =
                    new ListItem(getTranslation("firsthour.step." + step.name().toLowerCase(Locale.ROOT)));
            if (step.compareTo(now) < 0) {
                item.addClassName("done");
            }
            if (step == now) {
                item.getElement().setAttribute("aria-current", "step");
            }
            list.add(item);
        }
        return list;
    }

    private Component card(Step step) {
        return switch (step) {
            case HOUSE -> new HouseStep(choices(), centres, me, this::settle);
            case TABLET -> new TabletStep(newTablet.getObject(), () -> pass(Step.TABLET));
            case TRIAL -> new TrialStep(hour, bell, current.id(), me, this::show);
            case READY -> ready();
        };
    }

    private List<Plan> choices() {
        return Stream.concat(Stream.of(plans.empty()), plans.examples().stream())
                .toList();
    }

    private void settle(CentreId made) {
        current.choose(made);
        hour.houseIsHere();
        show();
    }

    private void pass(Step step) {
        hour.pass(current.id(), step);
        show();
    }

    private Component ready() {
        var card = new Card(
                getTranslation("firsthour.ready", centres.plan(current.id()).name()));
        card.add(new Paragraph(getTranslation(
                hour.tabletIsHere(current.id()) ? "firsthour.ready.what" : "firsthour.ready.no-tablet")));
        var list = new UnorderedList();
        list.addClassName("next");
        for (String next : List.of("plan", "accounts", "kiosks", "handbook")) {
            list.add(new ListItem(
                    new Anchor("office/" + next, getTranslation("firsthour.ready." + next)),
                    new Paragraph(getTranslation("firsthour.ready." + next + ".what"))));
        }
        list.add(new ListItem(
                new Anchor("office/start?" + ANOTHER, getTranslation("firsthour.ready.another")),
                new Paragraph(getTranslation("firsthour.ready.another.what"))));
        var today = new Anchor("office", getTranslation("firsthour.ready.today"));
        today.addClassName("onward");
        card.add(list, today);
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("firsthour.title") + " – " + getTranslation("shell.name");
    }
}
