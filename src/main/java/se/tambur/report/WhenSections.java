package se.tambur.report;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import se.tambur.report.Summary.ByMonth;
import se.tambur.report.Summary.BySession;
import se.tambur.report.Summary.BySlot;
import se.tambur.report.Summary.ByWeekday;
import se.tambur.report.Summary.Sums;
import se.tambur.report.SummaryPage.Chart;
import se.tambur.report.SummaryPage.Row;
import se.tambur.report.SummaryPage.Section;
import se.tambur.shared.SvgChart;
import se.tambur.shared.SvgChart.Bar;
import se.tambur.shared.SvgChart.Series;
import se.tambur.visit.Tallies.State;

/** When they came: weekdays, the week's sessions, each session, each month. */
final class WhenSections {

    private static final int WIDE = 674;

    private final Pen pen;
    private final Summary summary;

    WhenSections(Pen pen, Summary summary) {
        this.pen = pen;
        this.summary = summary;
    }

    Section weekdays() {
        List<ByWeekday> days = summary.weekdays();
        return pen.section(
                "weekdays",
                List.of(),
                pen.bars(
                        "weekdays",
                        days.stream()
                                .map(day -> new Bar(
                                        pen.weekday(day.day()),
                                        day.sums().children(),
                                        pen.number(day.sums().children())))
                                .toList()),
                true,
                pen.table(
                        "weekdays",
                        List.of("weekday"),
                        List.of("sessions", "visits", "children", "per-session"),
                        days.stream()
                                .map(day -> pen.row(
                                        pen.weekday(day.day()),
                                        pen.count(day.sessions()),
                                        pen.count(day.sums().visits()),
                                        pen.count(day.sums().children()),
                                        pen.ratio(day.childrenPerSession())))
                                .toList(),
                        pen.sum(
                                pen.count(summary.held()),
                                pen.count(summary.visits()),
                                pen.count(summary.children()),
                                pen.ratio(summary.childrenPerSession()))));
    }

    Section slots() {
        List<Bar> bars = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (BySlot slot : summary.slots()) {
            String label = pen.weekday(slot.day()) + " " + pen.hours(slot.opens(), slot.closes());
            bars.add(new Bar(
                    label, slot.sums().children(), pen.number(slot.sums().children())));
            rows.add(pen.row(
                    label,
                    pen.count(slot.sessions()),
                    pen.count(slot.sums().visits()),
                    pen.count(slot.sums().children()),
                    pen.ratio(slot.childrenPerSession())));
        }
        rows.add(beyond("outside", summary.outsideHours()));
        if (summary.unplanned().any()) {
            rows.add(beyond("unplanned", summary.unplanned()));
        }
        return pen.section(
                "slots",
                new NoteLines(pen, summary).all(),
                pen.bars("slots", bars),
                true,
                pen.table(
                        "slots",
                        List.of("slot"),
                        List.of("sessions", "visits", "children", "per-session"),
                        rows,
                        pen.sum(
                                pen.count(summary.held()),
                                pen.count(summary.visits()),
                                pen.count(summary.children()),
                                pen.ratio(summary.childrenPerSession()))));
    }

    private Row beyond(String key, Sums sums) {
        return pen.row(
                pen.say(key), pen.words(""), pen.count(sums.visits()), pen.count(sums.children()), pen.words(""));
    }

    Section sessions() {
        List<BySession> all = summary.sessions();
        List<String> labels = all.stream()
                .map(session -> pen.isMonth()
                        ? Integer.toString(session.day().getDayOfMonth())
                        : session.day().getDayOfMonth() + "/" + session.day().getMonthValue())
                .toList();
        String title = pen.say("sessions");
        String description = pen.say("sessions.chart");
        boolean anyChild = all.stream().anyMatch(session -> session.sums().children() > 0);
        String svg = SvgChart.columns(
                title,
                description,
                labels,
                List.of(new Series(
                        pen.say("column.children"),
                        SvgChart.colour(0),
                        all.stream().map(session -> session.sums().children()).toList())),
                WIDE,
                190);
        return pen.section(
                "sessions",
                List.of(),
                anyChild ? new Chart(svg, title + ". " + description) : null,
                false,
                pen.table(
                        "sessions",
                        List.of("day", "time", "state"),
                        List.of("visits", "children", "adults", "expecting"),
                        all.stream().map(this::session).toList(),
                        null));
    }

    private Row session(BySession session) {
        Sums sums = session.sums();
        // nobody knows how many came to a session that the door could not count
        boolean unknown = session.state() == State.NOT_COUNTED && !sums.any();
        return new Row(
                pen.day(session.day()),
                null,
                List.of(
                        pen.words(pen.hours(session.opens(), session.closes())),
                        pen.words(pen.say("state." + state(session.state()))),
                        unknown ? pen.words(pen.say("none")) : pen.count(sums.visits()),
                        unknown ? pen.words(pen.say("none")) : pen.count(sums.children()),
                        unknown ? pen.words(pen.say("none")) : pen.count(sums.adults()),
                        unknown ? pen.words(pen.say("none")) : pen.count(sums.expecting())),
                session.day());
    }

    private static String state(State state) {
        return switch (state) {
            case COUNTED -> "counted";
            case EMPTY -> "empty";
            case NOT_COUNTED -> "not-counted";
        };
    }

    Section months() {
        List<ByMonth> all = summary.months();
        String title = pen.say("months");
        String description = pen.say("months.chart");
        boolean oneYear =
                all.getFirst().month().getYear() == all.getLast().month().getYear();
        String svg = SvgChart.columns(
                title,
                description,
                all.stream()
                        .map(one -> one.month()
                                .format(DateTimeFormatter.ofPattern(oneYear ? "LLL" : "LLL yy", pen.language())))
                        .toList(),
                List.of(new Series(
                        pen.say("column.children"),
                        SvgChart.colour(0),
                        all.stream().map(one -> one.sums().children()).toList())),
                WIDE,
                190);
        return pen.section(
                "months",
                List.of(),
                summary.children() > 0 ? new Chart(svg, title + ". " + description) : null,
                false,
                pen.table(
                        "months",
                        List.of("month"),
                        List.of("sessions", "visits", "children", "adults", "per-session", "coverage"),
                        all.stream().map(this::month).toList(),
                        pen.sum(
                                pen.count(summary.held()),
                                pen.count(summary.visits()),
                                pen.count(summary.children()),
                                pen.count(summary.adults()),
                                pen.ratio(summary.childrenPerSession()),
                                pen.share(summary.coverage().orElse(null)))));
    }

    private Row month(ByMonth one) {
        return pen.row(
                pen.periods().capital(pen.periods().name(one.month())),
                pen.count(one.sessions()),
                pen.count(one.sums().visits()),
                pen.count(one.sums().children()),
                pen.count(one.sums().adults()),
                pen.ratio(one.childrenPerSession()),
                pen.share(Mean.of(one.known(), one.sessions())));
    }
}
