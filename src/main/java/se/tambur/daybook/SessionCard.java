package se.tambur.daybook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.tambur.daybook.Day.Passage;
import se.tambur.daybook.Day.Row;
import se.tambur.visit.Tallies;

/** A session of the day: its state, its numbers, and the door to mend them. */
class SessionCard extends Section {

    private final transient DayWords say;
    private final transient Day day;
    private final transient Passage passage;

    /** What staff can say of a session. */
    enum Word {
        /** Nothing: the door's word stands. */
        DOOR,
        COUNTED,
        EMPTY,
        NOT_COUNTED,
        CLOSED;

        static Word of(Passage passage) {
            var said = passage.said();
            if (said == null) {
                return DOOR;
            }
            return said.held() ? valueOf(said.state().name()) : CLOSED;
        }

        Tallies.@Nullable State state() {
            return switch (this) {
                case COUNTED -> Tallies.State.COUNTED;
                case EMPTY -> Tallies.State.EMPTY;
                case NOT_COUNTED -> Tallies.State.NOT_COUNTED;
                case DOOR, CLOSED -> null;
            };
        }
    }

    /** What can be done from here. */
    interface Deeds {
        void say(Passage passage, Word word);

        void correct(Passage passage);
    }

    SessionCard(DayWords say, Day day, Passage passage, Deeds deeds) {
        this.say = say;
        this.day = day;
        this.passage = passage;
        addClassNames("card", "session");
        getElement()
                .setAttribute(
                        "data-session",
                        passage.opens() == null ? "" : passage.opens().toString());
        add(head(deeds));
        if (passage.visitedThoughClosed()) {
            add(new Paragraph(say.word("visited-though-closed")));
        }
        if (passage.rows().isEmpty()) {
            var none = new Paragraph(say.word(passage.begun(day.now()) ? "none" : "to-come"));
            none.addClassName("muted");
            add(none);
        } else {
            add(table());
        }
    }

    private Component head(Deeds deeds) {
        var head = new Div(new H2(say.passage(passage, day)));
        head.addClassName("session-head");
        if (!passage.begun(day.now())) {
            return head;
        }
        if (passage.session() != null) {
            var word = new Select<Word>();
            word.setLabel(say.word("state"));
            word.setItems(Word.values());
            word.setItemLabelGenerator(this::name);
            // what somebody came to was not closed, unless staff said so first
            word.setItemEnabledProvider(
                    each -> each != Word.CLOSED || passage.rows().isEmpty() || passage.visitedThoughClosed());
            word.setValue(Word.of(passage));
            word.addValueChangeListener(chosen -> deeds.say(passage, chosen.getValue()));
            head.add(word);
        }
        var correct = new Button(say.word("correct"), click -> deeds.correct(passage));
        correct.setAriaLabel(say.word("correct.title", say.passage(passage, day)));
        head.add(correct);
        return head;
    }

    private String name(Word word) {
        Tallies.State state = word.state();
        if (state != null) {
            return say.word("state.said", say.state(state));
        }
        if (word == Word.CLOSED) {
            return say.word("state.closed");
        }
        Tallies.State counted = passage.said() == null ? passage.counted() : null;
        return counted == null ? say.word("state.door") : say.state(counted);
    }

    private Component table() {
        List<String> kinds = DayWords.kinds(day);
        var table = new NativeTable();
        String caption = say.word("table", say.passage(passage, day));
        table.getElement().setAttribute("aria-label", caption);
        NativeTableRow head = table.getHead().addRow();
        heading(head, say.word("column.activity"), "col");
        kinds.forEach(kind -> heading(head, say.kind(kind, day), "col"));
        heading(head, say.word("column.children"), "col");
        for (Row row : passage.rows()) {
            line(table.getBody().addRow(), say.activity(row.activity(), day), kinds, row);
        }
        if (passage.rows().size() > 1) {
            var sums = new TreeMap<String, Integer>();
            kinds.forEach(kind -> sums.put(kind, passage.number(kind)));
            line(
                    table.getFoot().addRow(),
                    say.word("sum"),
                    kinds,
                    new Row(passage.rows().getFirst().activity(), sums));
        }
        var scroll = new Div(table);
        scroll.addClassName("numbers");
        scroll.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "group")
                .setAttribute("aria-label", caption);
        return scroll;
    }

    private void line(NativeTableRow into, String label, List<String> kinds, Row row) {
        heading(into, label, "row");
        List<Integer> cells = new ArrayList<>();
        kinds.forEach(kind -> cells.add(row.numbers().getOrDefault(kind, 0)));
        cells.add(row.children(day.ages()));
        cells.forEach(number -> into.addDataCell().setText(Integer.toString(number)));
    }

    private static void heading(NativeTableRow row, String words, String scope) {
        NativeTableHeaderCell cell = row.addHeaderCell();
        cell.setText(words);
        cell.getElement().setAttribute("scope", scope);
    }
}
