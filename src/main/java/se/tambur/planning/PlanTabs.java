package se.tambur.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.RouterLink;
import java.util.List;

/** The row of pages that make up the plan; each stands one step from the others. */
@StyleSheet("context://plan.css")
class PlanTabs extends Nav {

    private static final List<Tab> TABS = List.of(
            new Tab("plan.tab.week", WeekView.class),
            new Tab("plan.tab.days", DaysView.class),
            new Tab("plan.tab.ages", AgesView.class),
            new Tab("plan.tab.activities", ActivitiesView.class),
            new Tab("plan.tab.house", HouseView.class),
            new Tab("plan.tab.history", PlanView.class));

    private record Tab(String title, Class<? extends Component> view) {}

    /** @param here the page it stands on */
    PlanTabs(PlanWords say, Class<? extends Component> here) {
        addClassName("plan-tabs");
        getElement().setAttribute("aria-label", say.word("plan.tabs"));
        for (Tab tab : TABS) {
            var link = new RouterLink(say.word(tab.title()), tab.view());
            if (tab.view() == here) {
                link.getElement().setAttribute("aria-current", "page");
            }
            add(link);
        }
    }
}
