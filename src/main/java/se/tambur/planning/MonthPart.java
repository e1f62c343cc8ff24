package se.tambur.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Timetable;

/** A month as on the wall, each day as it will be; a row a week. */
class MonthPart extends Section {

    private final transient PlanWords say;
    private final LocalDate today;
    private final transient Consumer<LocalDate> change;
    private final H2 name = new H2();
    private final Div table = new Div();
    private final Map<LocalDate, DayCell> cells = new HashMap<>();
    private YearMonth month;
    private transient @Nullable DaysDraft draft;

    /** @param change is told which day is to become otherwise */
    MonthPart(PlanWords say, LocalDate today, Consumer<LocalDate> change) {
        this.say = say;
        this.today = today;
        this.change = change;
        this.month = YearMonth.from(today);
        addClassNames("card", "month");
        name.getElement().setAttribute("aria-live", "polite");
        var now = new Button(say.word("plan.days.this-month"), click -> turn(YearMonth.from(today)));
        now.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var steps = new Div(
                step(VaadinIcon.ANGLE_LEFT, "plan.days.previous", -1),
                name,
                step(VaadinIcon.ANGLE_RIGHT, "plan.days.next", 1),
                now);
        steps.addClassName("steps");
        add(steps, table, past());
    }

    private Button step(VaadinIcon icon, String key, int months) {
        var button = new Button(icon.create(), click -> turn(month.plusMonths(months)));
        button.setAriaLabel(say.word(key));
        button.setTooltipText(say.word(key));
        return button;
    }

    private Component past() {
        var why = new Paragraph(say.word("plan.days.past") + " ");
        why.add(new Anchor("office/day", say.word("plan.days.past.correct")));
        why.addClassName("muted");
        return why;
    }

    private void turn(YearMonth to) {
        month = to;
        if (draft != null) {
            show(draft);
        }
    }

    void show(DaysDraft draft) {
        this.draft = draft;
        String said = say.month(month);
        name.setText(said);
        cells.clear();
        table.removeAll();
        table.add(table(said, draft));
    }

    /** To where it was before the day was changed. */
    void focus(LocalDate day) {
        DayCell cell = cells.get(day);
        if (cell != null) {
            cell.focus();
        }
    }

    /** With roles told, as a narrow page lays it out as a list, and the browser would forget that it is a table. */
    private Component table(String said, DaysDraft draft) {
        var all = new NativeTable();
        all.setCaptionText(say.word("plan.days.caption", said));
        role(all, "table");
        var head = new NativeTableRow(header(say.word("plan.days.week"), "columnheader", "col"));
        for (DayOfWeek weekday : DayOfWeek.values()) {
            head.add(header(weekday.getDisplayName(TextStyle.SHORT_STANDALONE, say.locale()), "columnheader", "col"));
        }
        role(head, "row");
        var top = new NativeTableHeader(head);
        role(top, "rowgroup");
        var body = new NativeTableBody();
        role(body, "rowgroup");
        Timetable timetable = draft.timetable();
        for (LocalDate monday = month.atDay(1).with(DayOfWeek.MONDAY);
                !monday.isAfter(month.atEndOfMonth());
                monday = monday.plusWeeks(1)) {
            body.add(week(monday, draft, timetable));
        }
        all.add(top, body);
        return all;
    }

    private static void role(Component part, String role) {
        part.getElement().setAttribute("role", role);
    }

    private static NativeTableHeaderCell header(String words, String role, String scope) {
        var cell = new NativeTableHeaderCell(words);
        cell.getElement().setAttribute("scope", scope);
        role(cell, role);
        return cell;
    }

    private NativeTableRow week(LocalDate monday, DaysDraft draft, Timetable timetable) {
        var number = header(String.valueOf(monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)), "rowheader", "row");
        // said before the number where the page is too narrow for a column of weeks
        number.getElement().setAttribute("data-week", say.word("plan.days.week-name"));
        var row = new NativeTableRow(number);
        role(row, "row");
        for (int i = 0; i < DayOfWeek.values().length; i++) {
            LocalDate day = monday.plusDays(i);
            var cell = new DayCell();
            role(cell, "cell");
            if (YearMonth.from(day).equals(month)) {
                cell.show(say, new DayCell.Shown(day, today, timetable, draft), change);
                cells.put(day, cell);
            } else {
                cell.addClassName("other");
            }
            row.add(cell);
        }
        return row;
    }
}
