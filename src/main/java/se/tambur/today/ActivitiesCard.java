package se.tambur.today;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Today's activities and their children. */
class ActivitiesCard extends Card {

    private final transient Say say;
    private final UnorderedList list = new UnorderedList();
    private final Paragraph none = new Paragraph();
    private transient @Nullable List<HouseNow.ActivityRow> shown;

    ActivitiesCard(Say say) {
        super(say.word("today.activities"));
        this.say = say;
        list.addClassName("lines");
        none.setText(say.word("today.activities.none"));
        none.addClassName("muted");
        add(list, none);
    }

    @Override
    public void show(HouseNow now) {
        if (now.activities().equals(shown)) {
            return;
        }
        shown = now.activities();
        list.removeAll();
        now.activities().forEach(row -> list.add(line(row, now)));
        list.setVisible(!now.activities().isEmpty());
        none.setVisible(now.activities().isEmpty());
    }

    private ListItem line(HouseNow.ActivityRow row, HouseNow now) {
        var times = new Span(row.held().stream()
                .map(span -> say.times(span.from(), span.to()))
                .collect(Collectors.joining(", ")));
        times.addClassName("muted");
        var number = new Span(String.valueOf(row.children()));
        number.addClassNames("strong", "end");
        return new ListItem(new Span(say.name(row.activity().name(), now.plan())), times, number);
    }
}
