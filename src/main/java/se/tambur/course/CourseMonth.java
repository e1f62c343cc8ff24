package se.tambur.course;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.tambur.centre.Text;
import se.tambur.centre.Timetable;

/** The meetings of a month as on the wall: a row a week, and the days when the house is closed. */
class CourseMonth extends Div {

    private final transient List<Course> courses;
    private final transient Timetable house;
    private final transient Tongue tongue;
    private final YearMonth month;
    private final LocalDate today;

    CourseMonth(YearMonth month, List<Course> courses, Timetable house, Tongue tongue, LocalDate today) {
        this.month = month;
        this.courses = courses;
        this.house = house;
        this.tongue = tongue;
        this.today = today;
        addClassNames("card", "month");
        String name = capital(month.format(DateTimeFormatter.ofPattern("LLLL uuuu", getLocale())));
        var head = new Div(
                step(VaadinIcon.ANGLE_LEFT, "course.month.previous", month.minusMonths(1)),
                new H2(name),
                step(VaadinIcon.ANGLE_RIGHT, "course.month.next", month.plusMonths(1)));
        head.addClassName("steps");
        add(head, table(name));
        if (courses.stream().flatMap(course -> course.meetings().stream()).noneMatch(this::within)) {
            add(new Paragraph(getTranslation("course.month.none")));
        }
    }

    private boolean within(Course.Meeting meeting) {
        return YearMonth.from(meeting.day()).equals(month);
    }

    private String capital(String words) {
        return words.substring(0, 1).toUpperCase(getLocale()) + words.substring(1);
    }

    private Button step(VaadinIcon icon, String name, YearMonth to) {
        var button = new Button(
                icon.create(),
                click -> UI.getCurrent().navigate(CoursesView.class, QueryParameters.of("month", to.toString())));
        button.setAriaLabel(getTranslation(name));
        button.setTooltipText(getTranslation(name));
        return button;
    }

    /** With roles told, as a narrow page lays it out as a list, and the browser would forget that it is a table. */
    private Component table(String name) {
        var table = new NativeTable();
        table.setCaptionText(getTranslation("course.month.caption", name));
        role(table, "table");
        var head = new NativeTableRow(header(getTranslation("course.month.week"), "columnheader", "col"));
        for (DayOfWeek weekday : DayOfWeek.values()) {
            head.add(header(weekday.getDisplayName(TextStyle.SHORT_STANDALONE, getLocale()), "columnheader", "col"));
        }
        role(head, "row");
        var top = new NativeTableHeader(head);
        role(top, "rowgroup");
        var body = new NativeTableBody();
        role(body, "rowgroup");
        LocalDate monday = month.atDay(1).with(DayOfWeek.MONDAY);
        for (LocalDate day = monday; !day.isAfter(month.atEndOfMonth()); day = day.plusWeeks(1)) {
            body.add(week(day));
        }
        table.add(top, body);
        return table;
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

    private NativeTableRow week(LocalDate monday) {
        var row = new NativeTableRow(
                header(String.valueOf(monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)), "rowheader", "row"));
        role(row, "row");
        for (int i = 0; i < DayOfWeek.values().length; i++) {
            row.add(day(monday.plusDays(i)));
        }
        return row;
    }

    private NativeTableCell day(LocalDate day) {
        var cell = new NativeTableCell();
        role(cell, "cell");
        if (!YearMonth.from(day).equals(month)) {
            cell.addClassName("other");
            return cell;
        }
        var number = new Span(String.valueOf(day.getDayOfMonth()));
        number.addClassName("number");
        var weekday = new Span(day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, getLocale()) + " ");
        weekday.addClassName("weekday");
        weekday.getElement().setAttribute("aria-hidden", "true");
        var date = new Div(weekday, number);
        date.addClassName("date");
        if (day.equals(today)) {
            cell.addClassName("today");
            cell.getElement().setAttribute("aria-current", "date");
        }
        cell.add(date);
        Optional<Text> closed = house.closure(day);
        closed.ifPresent(why -> {
            cell.addClassName("closed");
            cell.add(new Paragraph(tongue.said(why).words()));
        });
        List<Held> held = held(day);
        held.forEach(one -> cell.add(meeting(one)));
        if (held.isEmpty()) {
            cell.addClassName("empty");
        }
        return cell;
    }

    private List<Held> held(LocalDate day) {
        return courses.stream()
                .flatMap(course -> course.meetings().stream()
                        .filter(meeting -> meeting.day().equals(day))
                        .map(meeting -> new Held(course, meeting)))
                .sorted(Comparator.comparing((Held one) -> one.meeting().from())
                        .thenComparing(one -> one.course().id()))
                .toList();
    }

    private Component meeting(Held one) {
        Course.State state = one.course().state();
        String name = tongue.said(one.course().name()).words();
        var time = new Span(tongue.times(one.meeting().from(), one.meeting().to()) + " ");
        time.addClassName("time");
        var link = new Anchor(CoursesView.PATH + "/" + one.course().id(), time, new Span(name));
        link.addClassNames("meeting", state.name().toLowerCase(Locale.ROOT));
        if (state != Course.State.PUBLISHED) {
            var word =
                    new Span(" " + getTranslation("course.state." + state.name().toLowerCase(Locale.ROOT)));
            word.addClassName("word");
            link.add(word);
        }
        return link;
    }

    private record Held(Course course, Course.Meeting meeting) {}
}
