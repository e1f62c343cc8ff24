package se.tambur.course;

import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.tambur.centre.Timetable;
import se.tambur.shared.OfficeShell.DayPicker;
import se.tambur.shared.OfficeShell.Notice;

/** When a course meets: many times in one go, and each time by itself. */
class MeetingsPart extends Div {

    private final transient Timetable house;
    private final transient Tongue tongue;
    private final OrderedList list = new OrderedList();
    private final Paragraph none = new Paragraph(getTranslation("course.meetings.none"));
    private final Paragraph sum = new Paragraph();
    private final Paragraph skipped = new Paragraph();
    private final Button clear = new Button(getTranslation("course.meetings.clear"), click -> clear());

    MeetingsPart(List<Course.Meeting> meetings, Timetable house, Tongue tongue) {
        this.house = house;
        this.tongue = tongue;
        addClassName("meetings");
        list.addClassName("times");
        none.getElement().setAttribute("role", "alert");
        none.addClassName("none");
        skipped.addClassName("skipped");
        skipped.getElement().setAttribute("role", "status");
        sum.addClassName("strong");
        var one = new Button(getTranslation("course.meetings.add"), click -> addOne());
        clear.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var deeds = new Div(one, clear);
        deeds.addClassName("deeds");
        add(new SeriesPart(), skipped, sum, none, list, deeds);
        show(meetings);
    }

    /** All whole ones, in the order of time. */
    List<Course.Meeting> meetings() {
        return rows().stream()
                .flatMap(row -> row.meeting().stream())
                .sorted(Comparator.comparing(Course.Meeting::day).thenComparing(Course.Meeting::from))
                .toList();
    }

    /** Marks what is wrong where it stands, and says whether nothing is. */
    boolean isSound() {
        List<Row> rows = rows();
        none.setClassName("bad", rows.isEmpty());
        boolean sound = !rows.isEmpty() && rows.size() <= Course.MOST_MEETINGS;
        for (Row row : rows) {
            sound &= row.isSound(rows);
        }
        return sound;
    }

    private List<Row> rows() {
        return list.getChildren().map(Row.class::cast).toList();
    }

    private void show(List<Course.Meeting> meetings) {
        list.removeAll();
        meetings.forEach(meeting -> list.add(new Row(meeting)));
        tell();
    }

    private void tell() {
        List<Course.Meeting> meetings = meetings();
        sum.setText(meetings.isEmpty() ? "" : tongue.facts(meetings));
        sum.setVisible(!meetings.isEmpty());
        List<Row> rows = rows();
        none.setVisible(rows.isEmpty());
        clear.setVisible(rows.size() > 1);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).number(i + 1);
        }
    }

    private void addSeries(Series.Laid laid) {
        List<Course.Meeting> all = new ArrayList<>(meetings());
        laid.meetings().stream().filter(meeting -> !all.contains(meeting)).forEach(all::add);
        all.sort(Comparator.comparing(Course.Meeting::day).thenComparing(Course.Meeting::from));
        show(all);
        List<String> days = laid.skipped().entrySet().stream()
                .map(day -> getTranslation(
                        "course.meetings.skipped.day",
                        tongue.date(day.getKey()),
                        tongue.said(day.getValue()).words()))
                .toList();
        skipped.setText(days.isEmpty() ? "" : getTranslation("course.meetings.skipped", String.join(", ", days)));
    }

    /** A week after the last one, at the same time: the likeliest. */
    private void addOne() {
        List<Course.Meeting> meetings = meetings();
        Row row = meetings.isEmpty()
                ? new Row()
                : new Row(new Course.Meeting(
                        meetings.getLast().day().plusWeeks(1),
                        meetings.getLast().from(),
                        meetings.getLast().to()));
        list.add(row);
        tell();
        row.day.focus();
    }

    private void clear() {
        List<Course.Meeting> before = meetings();
        show(List.of());
        skipped.setText("");
        Notice.say(getTranslation("course.meetings.cleared", before.size()), () -> show(before));
    }

    private static boolean mark(HasValidation field, boolean sound, String words) {
        field.setErrorMessage(words);
        field.setInvalid(!sound);
        return sound;
    }

    /** Five Mondays from 11 January, 13-14. */
    private class SeriesPart extends Div {

        private final DayPicker first = new DayPicker(getTranslation("course.series.first"));
        private final ClockPicker from = new ClockPicker(getTranslation("course.series.from"));
        private final ClockPicker to = new ClockPicker(getTranslation("course.series.to"));
        private final IntegerField count = new IntegerField(getTranslation("course.series.count"));
        private final Select<Pace> pace = new Select<>();

        SeriesPart() {
            addClassName("series");
            count.setMin(1);
            count.setMax(Course.MOST_MEETINGS);
            count.setStepButtonsVisible(true);
            count.setManualValidation(true);
            count.setValue(5);
            pace.setLabel(getTranslation("course.series.every"));
            pace.setItems(Pace.WEEK, Pace.TWO_WEEKS, Pace.DAY);
            pace.setItemLabelGenerator(
                    each -> getTranslation("course.pace." + each.name().toLowerCase(Locale.ROOT)));
            pace.setValue(Pace.WEEK);
            var lay = new Button(getTranslation("course.series.lay"), click -> lay());
            var row = new Div(first, from, to, count, pace, lay);
            row.addClassName("row");
            add(new H3(getTranslation("course.series")), row);
        }

        private void lay() {
            LocalDate day = first.getValue();
            LocalTime begin = from.getValue();
            LocalTime end = to.getValue();
            Integer times = count.getValue();
            boolean sound = mark(first, day != null, getTranslation("course.flaw.day"));
            sound &= mark(from, begin != null, getTranslation("course.flaw.time"));
            sound &= mark(
                    to,
                    end != null && (begin == null || end.isAfter(begin)),
                    getTranslation(end == null ? "course.flaw.time" : "course.flaw.end"));
            sound &= mark(
                    count,
                    times != null && times >= 1 && times <= Course.MOST_MEETINGS,
                    getTranslation("course.flaw.count", Course.MOST_MEETINGS));
            if (sound && day != null && begin != null && end != null && times != null) {
                addSeries(new Series(day, begin, end, pace.getValue().days(), times).laid(house));
            }
        }
    }

    /** One meeting that can be moved or removed. */
    private class Row extends ListItem {

        private final DayPicker day = new DayPicker("");
        private final ClockPicker from = new ClockPicker("");
        private final ClockPicker to = new ClockPicker("");
        private final Button remove = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> remove());

        Row(Course.Meeting meeting) {
            this();
            day.setValue(meeting.day());
            from.setValue(meeting.from());
            to.setValue(meeting.to());
        }

        Row() {
            day.addClassName("day");
            remove.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
            day.addValueChangeListener(change -> {
                sayWeekday();
                tell();
            });
            from.addValueChangeListener(change -> tell());
            to.addValueChangeListener(change -> tell());
            add(day, from, to, remove);
        }

        void number(int number) {
            day.setAriaLabel(getTranslation("course.meeting.day", number));
            from.setAriaLabel(getTranslation("course.meeting.from", number));
            to.setAriaLabel(getTranslation("course.meeting.to", number));
            String words = getTranslation("course.meeting.remove", number);
            remove.setAriaLabel(words);
            remove.setTooltipText(words);
        }

        /** The weekday, and kindly that the house is closed then; staff may mean it. */
        private void sayWeekday() {
            LocalDate on = day.getValue();
            String weekday = on == null ? "" : on.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, getLocale());
            String closed = on == null
                    ? ""
                    : house.closure(on)
                            .map(why -> getTranslation(
                                    "course.meeting.closed", tongue.said(why).words()))
                            .orElse("");
            day.setHelperText(closed.isEmpty() ? weekday : weekday + " · " + closed);
            day.setClassName("closed", !closed.isEmpty());
        }

        Optional<Course.Meeting> meeting() {
            LocalDate on = day.getValue();
            LocalTime begin = from.getValue();
            LocalTime end = to.getValue();
            return on == null || begin == null || end == null || !end.isAfter(begin)
                    ? Optional.empty()
                    : Optional.of(new Course.Meeting(on, begin, end));
        }

        boolean isSound(List<Row> rows) {
            LocalTime begin = from.getValue();
            LocalTime end = to.getValue();
            boolean sound = mark(day, day.getValue() != null, getTranslation("course.flaw.day"));
            sound &= mark(from, begin != null, getTranslation("course.flaw.time"));
            sound &= mark(
                    to,
                    end != null && (begin == null || end.isAfter(begin)),
                    getTranslation(end == null ? "course.flaw.time" : "course.flaw.end"));
            if (sound && rows.stream().anyMatch(this::meetsAsWell)) {
                sound = mark(day, false, getTranslation("course.flaw.clash"));
            }
            return sound;
        }

        private boolean meetsAsWell(Row other) {
            Optional<Course.Meeting> mine = meeting();
            Optional<Course.Meeting> theirs = other.meeting();
            return other != this
                    && mine.isPresent()
                    && theirs.isPresent()
                    && mine.get().day().equals(theirs.get().day())
                    && mine.get().from().isBefore(theirs.get().to())
                    && theirs.get().from().isBefore(mine.get().to());
        }

        private void remove() {
            int before = list.indexOf(this);
            list.remove(this);
            tell();
            Notice.say(getTranslation("course.meeting.removed"), () -> {
                list.addComponentAtIndex(Math.min(before, list.getComponentCount()), this);
                tell();
            });
        }
    }
}
