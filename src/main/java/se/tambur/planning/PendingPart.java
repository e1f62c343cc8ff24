package se.tambur.planning;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What the next save will make otherwise, in plain words. */
class PendingPart extends Div {

    private static final int LINES_SHOWN = 4;

    private final transient PlanWords say;

    PendingPart(PlanWords say) {
        this.say = say;
        addClassName("what");
    }

    void show(DaysDraft draft) {
        removeAll();
        List<String> lines = draft.plans().entrySet().stream()
                .flatMap(plan ->
                        PlanDifference.between(draft.seen().planOn(plan.getKey()), plan.getValue(), say).stream())
                .distinct()
                .toList();
        var title = new Paragraph(say.word(lines.isEmpty() ? "plan.days.unchanged" : "plan.days.pending"));
        title.addClassName(lines.isEmpty() ? "muted" : "strong");
        add(title);
        if (!lines.isEmpty()) {
            add(list(lines));
        }
    }

    private UnorderedList list(List<String> lines) {
        var list = new UnorderedList();
        list.addClassName("differences");
        lines.stream().limit(LINES_SHOWN).forEach(line -> list.add(new ListItem(line)));
        if (lines.size() > LINES_SHOWN) {
            list.add(new ListItem(say.word("plan.more", lines.size() - LINES_SHOWN)));
        }
        return list;
    }
}
