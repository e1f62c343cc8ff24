package se.tambur.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.AgeId;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Age;
import se.tambur.centre.PlanRefused;
import se.tambur.centre.Text;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;

/** The age groups: the tiles on the tablet, and the rows of every report. */
@Route("office/plan/ages")
@RolesAllowed(Roles.MANAGER)
class AgesView extends PlanForm {

    /** More tiles than this no tablet can show. */
    private static final int MOST = 12;

    private static final Pattern PLACE = Pattern.compile("ages\\[(\\d+)]\\.(name|span).*");

    private final Rows<AgeRow> rows;
    private final Button add;
    private final Paragraph full = new Paragraph();
    private final RetiredPart<Age> retired;

    AgesView(PlanDesk desk) {
        super(desk, "plan.ages", "plan.ages-changed");
        rows = new Rows<>(say, this::settle, this::retire);
        add = new Button(say.word("plan.ages.add"), VaadinIcon.PLUS.create(), click -> addNew());
        full.setText(say.word("plan.ages.full", MOST));
        retired = new RetiredPart<>(
                say,
                desk.pictures(),
                new RetiredPart.Reading<>(
                        Age::picture,
                        age -> say.text(age.name(), plan()),
                        age -> desk.tallies().knows(centre, age.id())),
                this::takeBack);
        rows.fill(plan().ages().stream().map(this::row).toList());
        open(rows, add, full, retired);
        settle();
    }

    private void settle() {
        add.setEnabled(rows.getComponentCount() < MOST);
        full.setVisible(!add.isEnabled());
        Set<AgeId> used = new HashSet<>();
        rows.rows().forEach(row -> row.known().ifPresent(age -> used.add(age.id())));
        retired.show(history().ages().stream()
                .filter(age -> !used.contains(age.id()))
                .toList());
        changed();
    }

    private void addNew() {
        AgeRow row = row(null);
        rows.put(row);
        row.focusName();
    }

    private void retire(AgeRow row) {
        int place = rows.indexOf(row);
        rows.take(row);
        String words = row.known()
                .filter(age -> desk.tallies().knows(centre, age.id()))
                .map(age -> say.word("plan.ages.retired", row.called()))
                .orElseGet(() -> say.word("plan.ages.removed", row.called()));
        Notice.say(words, () -> rows.put(row, place));
    }

    private void takeBack(Age age) {
        rows.put(row(age));
    }

    private AgeRow row(@Nullable Age age) {
        return new AgeRow(desk, say, plan().languages(), age, this::changed);
    }

    @Override
    Plan draft(Plan plan) {
        Set<AgeId> used = new HashSet<>();
        List<Age> ages = rows.rows().stream()
                .map(row -> {
                    Age age = row.age(name -> history().newAge(name.in(plan.language(), plan.language()), used));
                    used.add(age.id());
                    return age;
                })
                .toList();
        return plan.withAges(ages);
    }

    @Override
    boolean isSound(Plan plan) {
        boolean sound = true;
        for (AgeRow row : rows.rows()) {
            sound &= row.isSound();
        }
        if (rows.getComponentCount() == 0) {
            Notice.warn(say.word("plan.ages.none"));
            return false;
        }
        return sound;
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

    /** Makes an id out of a new group's name. */
    interface Naming {
        AgeId id(Text name);
    }
}
