package se.tambur.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import se.tambur.report.Summary.BySession;
import se.tambur.report.Summary.Sums;
import se.tambur.visit.Corrections.Balance;
import se.tambur.visit.HandCounts;

/** What has to be said beside the numbers of the sessions. */
final class NoteLines {

    private final Pen pen;
    private final Summary summary;

    NoteLines(Pen pen, Summary summary) {
        this.pen = pen;
        this.summary = summary;
    }

    List<String> all() {
        List<String> lines = new ArrayList<>();
        BySession busiest = summary.busiest();
        BySession quietest = summary.quietest();
        Mean perSession = summary.childrenPerSession();
        Mean perHour = summary.childrenPerHour();
        if (busiest != null) {
            lines.add(pen.say("busiest", extreme(busiest)));
        }
        if (quietest != null) {
            lines.add(pen.say("quietest", extreme(quietest)));
        }
        if (perSession != null && perHour != null) {
            lines.add(pen.say("means", Map.of("session", pen.mean(perSession), "hour", pen.mean(perHour))));
        }
        Sums outside = summary.outsideHours();
        lines.add(
                !outside.any()
                        ? pen.say("outside.none")
                        : pen.say(
                                "outside.some",
                                Map.of(
                                        "visits", outside.visits(),
                                        "children", outside.children(),
                                        "adults", outside.adults())));
        if (summary.suspect() > 0) {
            lines.add(pen.say("suspect", Map.of("visits", summary.suspect())));
        }
        if (summary.droppedUndecided() > 0) {
            lines.add(pen.say("dropped", Map.of("visits", summary.droppedUndecided())));
        }
        if (summary.corrections().corrections() > 0) {
            lines.add(corrections(summary.corrections()));
        }
        if (summary.byHand().counts() > 0) {
            lines.add(byHand(summary.byHand()));
        }
        return lines;
    }

    private String corrections(Balance balance) {
        return pen.say(
                "corrections",
                Map.of(
                        "number", balance.corrections(),
                        "visits", pen.signed(balance.visits()),
                        "children", pen.signed(balance.children()),
                        "adults", pen.signed(balance.adults()),
                        "expecting", pen.signed(balance.expecting())));
    }

    private String byHand(HandCounts.Sum sum) {
        String all = pen.say(
                "by-hand",
                Map.of(
                        "number", sum.counts(),
                        "visits", pen.number(sum.visits()),
                        "children", pen.number(sum.children()),
                        "adults", pen.number(sum.adults()),
                        "expecting", pen.number(sum.expecting())));
        return sum.withoutParties() == 0
                ? all
                : all + " " + pen.say("by-hand.without-parties", Map.of("number", sum.withoutParties()));
    }

    private Map<String, Object> extreme(BySession session) {
        return Map.of(
                "session",
                pen.say("session-at", Map.of("day", pen.day(session.day()), "time", pen.time(session.opens()))),
                "children",
                pen.number(session.sums().children()));
    }
}
