package se.tambur.daybook;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.tambur.visit.Corrections;
import se.tambur.visit.DayNotes;
import se.tambur.visit.Imports;

/** What changed a number of the day after the door had counted, when and by whom; newest first. */
class LogCard extends Section {

    private final transient DayWords say;
    private final transient Day day;

    LogCard(DayWords say, Day day, Consumer<Corrections.Entry> undo) {
        this.say = say;
        this.day = day;
        addClassNames("card", "log");
        add(new H2(say.word("log")));
        List<Line> lines = lines();
        if (lines.isEmpty()) {
            add(new Paragraph(say.word("log.none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("lines");
        lines.forEach(line -> list.add(item(line, undo)));
        add(list);
    }

    private List<Line> lines() {
        List<Line> lines = new ArrayList<>();
        day.corrections().forEach(entry -> lines.add(new Line(entry.at(), entry.author(), words(entry), entry)));
        day.notes().forEach(note -> lines.add(new Line(note.at(), note.author(), words(note), null)));
        day.imports().forEach(run -> lines.add(line(run)));
        day.importsUndone().forEach(undone -> {
            lines.add(line(undone.run()));
            lines.add(new Line(
                    undone.at(),
                    undone.author(),
                    say.word("log.import-undone", Long.toString(undone.run().id())),
                    null));
        });
        // of the same minute the later one first as well: they come in the order they were done
        Collections.reverse(lines);
        lines.sort(Comparator.comparing(Line::at, Comparator.nullsFirst(Comparator.naturalOrder()))
                .reversed());
        return lines;
    }

    private Line line(Imports.Run run) {
        return new Line(run.at(), run.author(), say.word("log.import", Long.toString(run.id())), null);
    }

    private String words(Corrections.Entry entry) {
        String what = String.join(
                " · ",
                say.session(entry.session()),
                say.activity(entry.activity(), day),
                say.numbers(entry.numbers(), day));
        String kind = entry.byHand() ? "log.count" : "log.correction";
        return entry.undoes() == null
                ? say.word(kind, what, say.reason(entry.reason()))
                : say.word(kind + ".regret", what);
    }

    private String words(DayNotes.Note note) {
        String session = say.session(note.session());
        if (note.what() != DayNotes.What.SAID) {
            return say.word("log." + note.what().stored(), note.visits(), session);
        }
        return note.state() == null
                ? say.word("log.unsaid", session)
                : say.word("log.said", session, say.word("state." + note.state()));
    }

    private ListItem item(Line line, Consumer<Corrections.Entry> undo) {
        var what = new Span(line.words());
        what.addClassName("what");
        Instant at = line.at();
        String when = at == null ? "" : say.moment(at, day.date(), day.zone());
        var who = new Span(line.author() == null ? say.word("log.door") : when + " · " + line.author());
        who.addClassName("muted");
        var item = new ListItem(what, who);
        Corrections.Entry entry = line.correction();
        if (entry != null && entry.undoes() == null) {
            if (entry.undone()) {
                item.addClassName("undone");
                var undone = new Span(say.word("log.undone"));
                undone.addClassName("muted");
                item.add(undone);
            } else {
                var button = new Button(say.word("undo"), click -> undo.accept(entry));
                button.setAriaLabel(say.word("undo") + ": " + line.words());
                item.add(button);
            }
        }
        return item;
    }

    private record Line(
            @Nullable Instant at, @Nullable String author, String words, Corrections.@Nullable Entry correction) {}
}
