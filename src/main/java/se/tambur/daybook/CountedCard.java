package se.tambur.daybook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import se.tambur.visit.Corrections.Entry;

/** What has been counted by hand that day and stands, newest first; each can be taken back. */
class CountedCard extends Section {

    CountedCard(DayWords say, Day day, Consumer<Entry> undo) {
        addClassNames("card", "log");
        List<Entry> counts = day.corrections().stream()
                .filter(entry -> entry.byHand() && entry.stands())
                .toList()
                .reversed();
        setVisible(!counts.isEmpty());
        add(new H2(say.word("count.counted")));
        var list = new UnorderedList();
        list.addClassName("lines");
        for (Entry count : counts) {
            var what = new Span(String.join(
                    " · ",
                    say.session(count.session()),
                    say.activity(count.activity(), day),
                    say.numbers(count.numbers(), day)));
            what.addClassName("what");
            var who = new Span(say.moment(count.at(), day.date(), day.zone()) + " · " + count.author());
            who.addClassName("muted");
            var button = new Button(say.word("undo"), click -> undo.accept(count));
            button.setAriaLabel(say.word("undo") + ": " + what.getText());
            list.add(new ListItem(what, who, button));
        }
        add(list);
    }
}
