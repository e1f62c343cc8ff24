package se.tambur.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.tambur.report.Summary.Closed;
import se.tambur.report.Summary.Sums;
import se.tambur.report.SummaryPage.Column;
import se.tambur.report.SummaryPage.Row;
import se.tambur.report.SummaryPage.Section;
import se.tambur.report.SummaryPage.Table;
import se.tambur.visit.Tallies.State;

/** How much was counted, what was closed, and how it was a year before. */
final class HouseSections {

    private final Pen pen;
    private final Summary summary;

    HouseSections(Pen pen, Summary summary) {
        this.pen = pen;
        this.summary = summary;
    }

    Section coverage() {
        return pen.section(
                "coverage",
                List.of(),
                null,
                false,
                pen.table(
                        "coverage",
                        List.of("what"),
                        List.of("number"),
                        List.of(
                                pen.row(pen.say("coverage.held"), pen.count(summary.held())),
                                pen.row(pen.say("coverage.counted"), pen.count(summary.in(State.COUNTED))),
                                pen.row(pen.say("coverage.empty"), pen.count(summary.in(State.EMPTY))),
                                pen.row(pen.say("coverage.not-counted"), pen.count(summary.in(State.NOT_COUNTED))),
                                pen.row(
                                        pen.say("coverage.share"),
                                        pen.share(summary.coverage().orElse(null)))),
                        null));
    }

    Section lastYear(Sums then, boolean running) {
        String title = pen.say("last-year", Map.of("period", pen.lastYear()));
        return new Section(
                "last-year",
                title,
                running
                        ? List.of(pen.say(
                                pen.isMonth() ? "last-year.running" : "last-year.running.period",
                                Map.of("period", pen.lastYear())))
                        : List.of(),
                null,
                false,
                new Table(
                        title,
                        List.of(
                                new Column(pen.say("column.what"), false),
                                new Column(pen.periods().title(summary.period()), true),
                                new Column(pen.periods().capital(pen.lastYear()), true),
                                new Column(pen.say("column.difference"), true)),
                        List.of(
                                compared("visits", summary.visits(), then.visits()),
                                compared("children", summary.children(), then.children()),
                                compared("adults", summary.adults(), then.adults()),
                                compared("expecting", summary.expecting(), then.expecting())),
                        null));
    }

    private Row compared(String what, int now, int then) {
        return pen.row(pen.say("column." + what), pen.count(now), pen.count(then), pen.difference(now - then));
    }

    Section closed() {
        List<Row> rows = new ArrayList<>();
        for (Closed span : summary.closed()) {
            rows.add(pen.row(pen.span(span.from(), span.to()), pen.words(pen.in(span.why())), pen.count(span.days())));
        }
        return pen.section(
                "closed",
                List.of(pen.say("closed.lede")),
                null,
                false,
                new Table(
                        pen.say("closed"),
                        List.of(
                                new Column(pen.say("column.days"), false),
                                new Column(pen.say("column.why"), false),
                                new Column(pen.say("column.day-count"), true)),
                        rows,
                        null));
    }
}
