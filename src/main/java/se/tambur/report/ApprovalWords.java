package se.tambur.report;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.report.Approvals.Approved;
import se.tambur.report.Approvals.Standing;
import se.tambur.report.Approvals.State;
import se.tambur.report.MonthNumbers.Change;
import se.tambur.report.SummaryPage.Column;
import se.tambur.report.SummaryPage.Row;
import se.tambur.report.SummaryPage.Section;
import se.tambur.report.SummaryPage.Table;

/** Says how far a month has come, who stands for it, and what has changed since. */
record ApprovalWords(Pen pen, ZoneId zone) {

    String status(Standing standing) {
        return switch (standing.state()) {
            case RUNNING -> pen.say("status.running");
            case PRELIMINARY -> pen.say("status.preliminary");
            case APPROVED ->
                pen.say(
                        "status.approved",
                        Map.of(
                                "revision",
                                standing.revision(),
                                "date",
                                day(standing.history().getLast()).toString()));
            case CHANGED -> pen.say("status.changed");
        };
    }

    /** Of a longer period. */
    String status(boolean running, int approved, int months) {
        String state = running
                ? pen.say("status.running")
                : approved == months ? pen.say("status.all-approved") : pen.say("status.preliminary");
        return approved == 0 || approved == months
                ? state
                : state + " · " + pen.say("status.some-approved", Map.of("approved", approved, "months", months));
    }

    /** Null: nobody has stood for the month yet. */
    @Nullable
    Section section(Standing standing) {
        List<Approved> history = standing.history();
        if (history.isEmpty()) {
            return null;
        }
        List<String> lines = new ArrayList<>();
        history.forEach(approved -> lines.add(pen.say(
                "approval.by",
                Map.of("revision", approved.revision(), "name", approved.by(), "date", date(day(approved))))));
        if (standing.state() == State.CHANGED) {
            lines.add(pen.say("approval.changed", Map.of("revision", standing.revision())));
        }
        lines.add(pen.say("approval.hash", Map.of("hash", history.getLast().hash())));
        return new Section(
                "approval",
                pen.say("approval"),
                lines,
                null,
                false,
                standing.changes().isEmpty() ? null : changes(standing));
    }

    private Table changes(Standing standing) {
        int now = standing.revision();
        return new Table(
                pen.say("approval.changes"),
                List.of(
                        new Column(pen.say("column.what"), false),
                        new Column(pen.say("approval.revision", Map.of("revision", now - 1)), true),
                        new Column(pen.say("approval.revision", Map.of("revision", now)), true),
                        new Column(pen.say("column.difference"), true)),
                standing.changes().stream().map(this::row).toList(),
                null);
    }

    private Row row(Change change) {
        return Pen.row(
                label(change.name()),
                pen.count(change.before()),
                pen.count(change.now()),
                pen.difference(change.now() - change.before()));
    }

    private String label(String name) {
        int first = name.indexOf('.');
        if (first < 0) {
            return pen.say("approval.number." + name);
        }
        String group = name.substring(0, first);
        String rest = name.substring(first + 1);
        int last = rest.lastIndexOf('.');
        String of = last < 0 ? rest : rest.substring(0, last);
        String what = pen.say("column." + (group.equals("childrenByAge") ? "children" : rest.substring(last + 1)));
        return switch (group) {
            case "childrenByAge" -> both(age(rest), what);
            case "activity" -> both(activity(of), what);
            case "level" -> both(pen.say("level." + of.toLowerCase(Locale.ROOT)), what);
            case "weekday" -> both(pen.weekday(DayOfWeek.of(Integer.parseInt(of))), what);
            default -> both(pen.say("outside"), what);
        };
    }

    private String both(String whose, String what) {
        return pen.say("approval.number", Map.of("whose", pen.periods().capital(whose), "what", what));
    }

    private String age(String id) {
        return pen.age(new AgeId(id))
                .filter(age -> !age.name().isEmpty())
                .map(age -> pen.in(age.name()))
                .orElse(id);
    }

    private String activity(String id) {
        return pen.activity(new ActivityId(id))
                .filter(activity -> !activity.name().isEmpty())
                .map(activity -> pen.in(activity.name()))
                .orElse(id);
    }

    private LocalDate day(Approved approved) {
        return LocalDate.ofInstant(approved.at(), zone);
    }

    private String date(LocalDate day) {
        return day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(pen.language()));
    }
}
