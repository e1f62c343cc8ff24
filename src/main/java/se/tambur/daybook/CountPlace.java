package se.tambur.daybook;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.data.renderer.TextRenderer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.daybook.Day.Passage;
import se.tambur.visit.Corrections.Reason;

/** Where a count belongs: the session, the activity, about when, and why it is made by hand. */
class CountPlace extends Div {

    private final transient DayWords say;
    private final Select<Passage> session = new Select<>();
    private final Select<Plan.Activity> activity = new Select<>();
    private final Select<Integer> hour = new Select<>();
    private final Select<Reason> reason = new Select<>();
    private transient @Nullable Counting shown;
    private boolean showing;

    /** @param go leads to another session or activity */
    CountPlace(DayWords say, Consumer<Counting> go) {
        this.say = say;
        addClassNames("card", "place");
        session.setLabel(say.word("session"));
        session.addValueChangeListener(chosen -> {
            if (shown != null && !showing) {
                go.accept(shown.in(chosen.getValue()));
            }
        });
        activity.setLabel(say.word("column.activity"));
        activity.addValueChangeListener(chosen -> {
            if (shown != null && !showing) {
                go.accept(shown.of(chosen.getValue()));
            }
        });
        hour.setLabel(say.word("count.hour"));
        hour.setEmptySelectionAllowed(true);
        hour.setEmptySelectionCaption(say.word("count.hour.unknown"));
        hour.setItemLabelGenerator(this::span);
        reason.setLabel(say.word("correct.reason"));
        reason.setItems(Reason.BY_HAND);
        reason.setItemLabelGenerator(say::reason);
        reason.setValue(Reason.PAPER);
        add(session, activity, hour, reason);
    }

    void show(Counting counting) {
        boolean same = shown != null && shown.draft().equals(counting.draft());
        Integer before = hour.getValue();
        showing = true;
        shown = counting;
        List<Passage> sessions = new ArrayList<>(counting.day().open());
        session.setItems(sessions);
        session.setItemLabelGenerator(each -> say.times(each, counting.day()));
        session.setRenderer(new TextRenderer<>(each -> say.passageAndState(each, counting.day())));
        session.setValue(counting.passage());
        activity.setItems(counting.activities());
        activity.setItemLabelGenerator(each -> say.name(each.name(), counting.day()));
        activity.setValue(counting.activity());
        hour.setItems(counting.hours());
        hour.setValue(same ? before : counting.hourNow().orElse(null));
        showing = false;
    }

    private String span(@Nullable Integer from) {
        return from == null ? say.word("count.hour.unknown") : say.word("count.hour.span", from, from + 1);
    }

    /** Null: nobody knows. */
    @Nullable
    Integer hour() {
        return hour.getValue();
    }

    Reason reason() {
        return reason.getValue();
    }
}
