package se.tambur.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import se.tambur.report.Approvals.State;
import se.tambur.report.OpenMonths.OpenMonth;
import se.tambur.shared.Words;

/** The months to finish: what is missing in each, with the way there, and by when. */
class OpenMonthsCard extends Div {

    private static final int IN_FULL = 3;

    private final transient PeriodWords periods;
    private final transient Words words;
    private final transient LocalDate today;

    OpenMonthsCard(List<OpenMonth> open, PeriodWords periods, Words words, LocalDate today) {
        this.periods = periods;
        this.words = words;
        this.today = today;
        addClassNames("card", "todo");
        setId("todo");
        add(new H2(getTranslation("report.todo")));
        if (open.isEmpty()) {
            add(new Paragraph(getTranslation("report.todo.none")));
            return;
        }
        var list = new UnorderedList();
        list.addClassName("months");
        open.stream().limit(IN_FULL).forEach(month -> list.add(line(month)));
        add(list);
        if (open.size() > IN_FULL) {
            add(older(open.subList(IN_FULL, open.size())));
        }
    }

    private ListItem line(OpenMonth open) {
        var due = new Span(
                say(today.isAfter(open.due()) ? "todo.late" : "todo.by", Map.of("date", day(open.due(), "d MMMM"))));
        due.addClassName("muted");
        var head = new Div(link(open.month()), due);
        head.addClassName("month");
        var line = new ListItem(head);
        if (open.state() == State.CHANGED) {
            line.add(new Paragraph(getTranslation("report.todo.changed")));
        }
        if (!open.missing().isEmpty()) {
            line.add(missing(open.missing(), "todo.missing"));
        }
        if (open.suspects() > 0) {
            line.add(new Paragraph(say("todo.suspects", Map.of("visits", open.suspects()))));
        }
        if (open.state() != State.CHANGED && open.missing().isEmpty() && open.suspects() == 0) {
            line.add(new Paragraph(getTranslation("report.todo.complete")));
        }
        return line;
    }

    /** A sentence that ends in the days, each of them a link to its page. */
    private Paragraph missing(List<LocalDate> days, String key) {
        String mark = "\u0000";
        String[] around =
                say(key, Map.of("sessions", days.size(), "days", mark)).split(mark, -1);
        var line = new Paragraph();
        line.getElement().appendChild(Element.createText(around[0]));
        List<LocalDate> each = days.stream().distinct().toList();
        for (int i = 0; i < each.size(); i++) {
            if (i > 0) {
                line.getElement().appendChild(Element.createText(", "));
            }
            line.add(new Anchor("office/day?date=" + each.get(i), day(each.get(i), "d MMMM")));
        }
        line.getElement().appendChild(Element.createText(around[around.length - 1]));
        return line;
    }

    private Component older(List<OpenMonth> open) {
        var line = new Paragraph(getTranslation("report.todo.older") + ": ");
        line.addClassName("muted");
        for (int i = 0; i < open.size(); i++) {
            if (i > 0) {
                line.getElement().appendChild(Element.createText(", "));
            }
            line.add(link(open.get(i).month()));
        }
        return line;
    }

    private Anchor link(YearMonth month) {
        return new Anchor("office/reports?period=" + month, periods.capital(periods.name(month)));
    }

    private String day(LocalDate day, String pattern) {
        return day.format(DateTimeFormatter.ofPattern(pattern, getLocale()));
    }

    private String say(String key, Map<String, ?> named) {
        return words.say(getLocale().getLanguage(), "report." + key, named);
    }
}
