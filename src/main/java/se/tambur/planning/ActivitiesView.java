package se.tambur.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.ActivityId;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Activity;
import se.tambur.centre.PlanRefused;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;

/** What families come for: how it is called, whom it is for, who holds it, and whether it stands at the door. */
@Route("office/plan/activities")
@RolesAllowed(Roles.MANAGER)
class ActivitiesView extends PlanForm {

    private static final Pattern PLACE = Pattern.compile("activities\\[(\\d+)]\\.(name|note).*");

    private final Rows<ActivityRow> rows;
    private final RetiredPart<Activity> retired;

    /** Those that staff have said are to go from the week and the dates as well. */
    private final Set<ActivityId> givenUp = new HashSet<>();

    ActivitiesView(PlanDesk desk) {
        super(desk, "plan.activities", "plan.activities-changed");
        rows = new Rows<>(say, this::settle, this::remove);
        retired = new RetiredPart<>(
                say,
                desk.pictures(),
                new RetiredPart.Reading<>(
                        Activity::picture,
                        activity -> say.text(activity.name(), plan()),
                        activity -> desk.tallies().knows(centre, activity.id())),
                activity -> rows.put(row(activity)));
        rows.fill(plan().activities().stream().map(this::row).toList());
        var add = new Button(say.word("plan.activities.add"), VaadinIcon.PLUS.create(), click -> addNew());
        open(rows, add, retired);
        settle();
    }

    private ActivityRow row(@Nullable Activity activity) {
        return new ActivityRow(desk, say, plan(), activity, this::changed);
    }

    private void settle() {
        Set<ActivityId> used = new HashSet<>();
        rows.rows().forEach(row -> row.known().ifPresent(activity -> used.add(activity.id())));
        retired.show(history().activities().stream()
                .filter(activity -> !used.contains(activity.id()))
                .toList());
        changed();
    }

    private void addNew() {
        ActivityRow row = row(null);
        rows.put(row);
        row.begin();
    }

    /** One that still stands in the week or the dates goes from there only when staff say so. */
    private void remove(ActivityRow row) {
        List<String> places = row.known()
                .map(activity -> say.places(plan(), activity.id(), today()))
                .orElse(List.of());
        if (places.isEmpty()) {
            retire(row);
        } else {
            row.ask(places, () -> {
                row.known().ifPresent(activity -> givenUp.add(activity.id()));
                retire(row);
            });
        }
    }

    private void retire(ActivityRow row) {
        int place = rows.indexOf(row);
        rows.take(row);
        boolean counted = row.known()
                .filter(activity -> desk.tallies().knows(centre, activity.id()))
                .isPresent();
        Notice.say(say.word(counted ? "plan.activities.retired" : "plan.activities.removed", row.called()), () -> {
            row.known().ifPresent(activity -> givenUp.remove(activity.id()));
            rows.put(row, place);
        });
    }

    @Override
    Plan draft(Plan plan) {
        Set<ActivityId> used = new HashSet<>();
        List<Activity> activities = rows.rows().stream()
                .map(row -> {
                    Activity activity = row.activity(
                            name -> history().newActivity(name.in(plan.language(), plan.language()), used));
                    used.add(activity.id());
                    return activity;
                })
                .toList();
        return plan.withActivities(activities);
    }

    @Override
    boolean isSound(Plan plan) {
        boolean sound = true;
        for (ActivityRow row : rows.rows()) {
            sound &= row.isSound();
        }
        if (rows.rows().stream().noneMatch(ActivityRow::isAtTheDoor)) {
            Notice.warn(say.word("plan.activities.none"));
            return false;
        }
        return sound && stillThere(plan);
    }

    /** Somebody may have put one in the week meanwhile, or it stands there from a later day: then it is asked about. */
    private boolean stillThere(Plan plan) {
        Set<ActivityId> used = new HashSet<>();
        rows.rows().forEach(row -> row.known().ifPresent(activity -> used.add(activity.id())));
        List<Activity> asked = plan.activities().stream()
                .filter(activity -> !used.contains(activity.id()) && !givenUp.contains(activity.id()))
                .filter(activity -> !say.places(plan, activity.id(), today()).isEmpty())
                .toList();
        asked.forEach(activity -> {
            ActivityRow row = row(activity);
            rows.put(row);
            row.ask(say.places(plan, activity.id(), today()), () -> {
                givenUp.add(activity.id());
                retire(row);
            });
        });
        return asked.isEmpty();
    }

    @Override
    boolean object(PlanRefused.Flaw refused) {
        Matcher found = PLACE.matcher(refused.field());
        if (!found.matches()) {
            return false;
        }
        rows.rows().get(Integer.parseInt(found.group(1))).object(found.group(2).equals("name"));
        return true;
    }
}
