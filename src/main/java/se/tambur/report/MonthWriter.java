package se.tambur.report;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.Text;
import se.tambur.report.MonthPage.Chart;
import se.tambur.report.MonthPage.Column;
import se.tambur.report.MonthPage.Figure;
import se.tambur.report.MonthPage.Row;
import se.tambur.report.MonthPage.Section;
import se.tambur.report.MonthPage.Table;
import se.tambur.report.MonthSummary.ByActivity;
import se.tambur.report.MonthSummary.BySession;
import se.tambur.report.MonthSummary.BySlot;
import se.tambur.report.MonthSummary.ByWeekday;
import se.tambur.report.MonthSummary.Closed;
import se.tambur.report.MonthSummary.Sums;
import se.tambur.shared.SvgChart;
import se.tambur.shared.SvgChart.Bar;
import se.tambur.shared.SvgChart.Series;
import se.tambur.shared.Words;
import se.tambur.visit.Corrections.Balance;
import se.tambur.visit.HandCounts;
import se.tambur.visit.Tallies.State;

/** Puts one month of one centre into words, in one language. */
final class MonthWriter {

    private static final int RULES = 8;
    private static final int BESIDE = 320;
    private static final int WIDE = 674;

    private final Words words;
    private final Centres centres;
    private final CentreId centre;
    private final MonthSummary summary;
    private final Locale language;
    private final boolean english;
    private final String ownLanguage;

    MonthWriter(Words words, Centres centres, CentreId centre, MonthSummary summary, Locale language) {
        this.words = words;
        this.centres = centres;
        this.centre = centre;
        this.summary = summary;
        this.english = language.getLanguage().equals("en");
        this.language = english ? Locale.UK : Locale.of("sv", "SE");
        this.ownLanguage = centres.plan(centre).language();
    }

    /**
     * The whole page.
     *
     * @param today the day it is made, at the centre
     */
    MonthPage page(LocalDate today, boolean demo, PlayRule play) {
        boolean running = !today.isAfter(summary.month().atEndOfMonth());
        String name = centres.plan(centre).name();
        return new MonthPage(
                language,
                name,
                capital(month(summary.month())),
                name + " · " + month(summary.month()),
                say("document", Map.of("month", capital(month(summary.month())), "centre", name)),
                say(running ? "status.running" : "status.preliminary"),
                say("created", Map.of("date", today.toString())),
                demo,
                running ? say("lede.running") + " " + lede(true) : lede(false),
                figures(),
                sections(running),
                IntStream.rangeClosed(1, RULES)
                        .mapToObj(rule -> say(
                                "rule." + rule,
                                Map.of("visits", play.visits(), "minutes", play.minutes(), "days", play.days())))
                        .toList(),
                say("privacy"));
    }

    /** Counting rule 7 as it is set here: more than so many visits in so many minutes, decided on within so many days. */
    record PlayRule(int visits, long minutes, long days) {}

    private String lede(boolean running) {
        Mean perSession = summary.childrenPerSession();
        String children = perSession == null
                ? say("lede.children", Map.of("children", summary.children()))
                : say("lede.children-mean", Map.of("children", summary.children(), "mean", mean(perSession)));
        if (summary.held() == 0) {
            return say("lede.none") + (summary.visits() + summary.children() > 0 ? " " + children : "");
        }
        boolean all = summary.known() == summary.held();
        return say(
                        (running ? "lede.so-far." : "lede.") + (all ? "all" : "some"),
                        Map.of("held", summary.held(), "known", summary.known(), "coverage", coverage()))
                + " " + children;
    }

    private List<Figure> figures() {
        return List.of(
                figure("visits", summary.visits(), Sums::visits),
                figure("children", summary.children(), Sums::children),
                figure("adults", summary.adults(), Sums::adults),
                figure("expecting", summary.expecting(), Sums::expecting));
    }

    private Figure figure(String unit, int number, ToIntFunction<Sums> last) {
        Sums then = summary.lastYear();
        return new Figure(
                number(number),
                say("figure." + unit, Map.of("n", number)),
                then == null
                        ? ""
                        : say("figure.then", Map.of("month", lastYear(), "number", number(last.applyAsInt(then)))));
    }

    private List<Section> sections(boolean running) {
        List<Section> sections = new ArrayList<>();
        sections.add(ages());
        sections.add(weekdays());
        sections.add(activities());
        if (summary.levels().keySet().stream().anyMatch(level -> level != Plan.Level.UNIVERSAL)) {
            sections.add(levels());
        }
        sections.add(slots());
        sections.add(coverage(summary));
        if (summary.lastYear() != null) {
            sections.add(lastYear(summary.lastYear(), running));
        }
        if (!summary.closed().isEmpty()) {
            sections.add(closed());
        }
        if (!summary.sessions().isEmpty()) {
            sections.add(sessions());
        }
        return sections;
    }

    private Section ages() {
        List<Bar> bars = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        summary.childrenByAge().forEach((id, children) -> {
            var age = centres.age(centre, id);
            Text name = age.map(known -> known.name()).orElse(Text.NONE);
            String span = age.map(known -> in(known.span())).orElse("");
            String label = name.isEmpty() ? id.value() : in(name);
            bars.add(new Bar(label, children, number(children)));
            rows.add(new Row(
                    span.isEmpty() ? label : label + " (" + span + ")", foreign(name), List.of(number(children))));
        });
        return section(
                "ages",
                List.of(),
                bars("ages", bars),
                true,
                table("ages", List.of("age"), List.of("children"), rows, sum(number(summary.children()))));
    }

    private Section weekdays() {
        List<ByWeekday> days = summary.weekdays();
        return section(
                "weekdays",
                List.of(),
                bars(
                        "weekdays",
                        days.stream()
                                .map(day -> new Bar(
                                        weekday(day.day()),
                                        day.sums().children(),
                                        number(day.sums().children())))
                                .toList()),
                true,
                table(
                        "weekdays",
                        List.of("weekday"),
                        List.of("sessions", "visits", "children", "per-session"),
                        days.stream()
                                .map(day -> row(
                                        weekday(day.day()),
                                        number(day.sessions()),
                                        number(day.sums().visits()),
                                        number(day.sums().children()),
                                        mean(day.childrenPerSession())))
                                .toList(),
                        sum(
                                number(summary.held()),
                                number(summary.visits()),
                                number(summary.children()),
                                mean(summary.childrenPerSession()))));
    }

    private Section activities() {
        List<Row> rows = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        for (ByActivity one : summary.activities()) {
            Text name = centres.activity(centre, one.activity())
                    .map(activity -> activity.name())
                    .orElse(Text.NONE);
            String label = name.isEmpty() ? one.activity().value() : in(name);
            bars.add(new Bar(label, one.sums().children(), number(one.sums().children())));
            rows.add(new Row(
                    label,
                    foreign(name),
                    List.of(
                            number(one.occasions()),
                            number(one.sums().visits()),
                            number(one.sums().children()),
                            mean(one.childrenPerOccasion()))));
        }
        return section(
                "activities",
                List.of(),
                bars("activities", bars),
                true,
                table(
                        "activities",
                        List.of("activity"),
                        List.of("occasions", "visits", "children", "per-occasion"),
                        rows,
                        sum("", number(summary.visits()), number(summary.children()), "")));
    }

    private Section levels() {
        List<Row> rows = new ArrayList<>();
        summary.levels()
                .forEach((level, sums) -> rows.add(row(
                        say("level." + level.name().toLowerCase(Locale.ROOT)),
                        number(sums.visits()),
                        number(sums.children()),
                        number(sums.adults()))));
        return section(
                "levels",
                List.of(),
                null,
                false,
                table(
                        "levels",
                        List.of("level"),
                        List.of("visits", "children", "adults"),
                        rows,
                        sum(number(summary.visits()), number(summary.children()), number(summary.adults()))));
    }

    private Section slots() {
        List<Bar> bars = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (BySlot slot : summary.slots()) {
            String label = weekday(slot.day()) + " " + hours(slot.opens(), slot.closes());
            bars.add(new Bar(label, slot.sums().children(), number(slot.sums().children())));
            rows.add(row(
                    label,
                    number(slot.sessions()),
                    number(slot.sums().visits()),
                    number(slot.sums().children()),
                    mean(slot.childrenPerSession())));
        }
        rows.add(beyond("outside", summary.outsideHours()));
        if (summary.unplanned().any()) {
            rows.add(beyond("unplanned", summary.unplanned()));
        }
        return section(
                "slots",
                passages(),
                bars("slots", bars),
                true,
                table(
                        "slots",
                        List.of("slot"),
                        List.of("sessions", "visits", "children", "per-session"),
                        rows,
                        sum(
                                number(summary.held()),
                                number(summary.visits()),
                                number(summary.children()),
                                mean(summary.childrenPerSession()))));
    }

    private Row beyond(String key, Sums sums) {
        return row(say(key), "", number(sums.visits()), number(sums.children()), "");
    }

    private List<String> passages() {
        List<String> lines = new ArrayList<>();
        BySession busiest = summary.busiest();
        BySession quietest = summary.quietest();
        Mean perSession = summary.childrenPerSession();
        Mean perHour = summary.childrenPerHour();
        if (busiest != null) {
            lines.add(say("busiest", extreme(busiest)));
        }
        if (quietest != null) {
            lines.add(say("quietest", extreme(quietest)));
        }
        if (perSession != null && perHour != null) {
            lines.add(say("means", Map.of("session", mean(perSession), "hour", mean(perHour))));
        }
        Sums outside = summary.outsideHours();
        lines.add(
                !outside.any()
                        ? say("outside.none")
                        : say(
                                "outside.some",
                                Map.of(
                                        "visits", outside.visits(),
                                        "children", outside.children(),
                                        "adults", outside.adults())));
        if (summary.suspect() > 0) {
            lines.add(say("suspect", Map.of("visits", summary.suspect())));
        }
        if (summary.droppedUndecided() > 0) {
            lines.add(say("dropped", Map.of("visits", summary.droppedUndecided())));
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
        return say(
                "corrections",
                Map.of(
                        "number", balance.corrections(),
                        "visits", signed(balance.visits()),
                        "children", signed(balance.children()),
                        "adults", signed(balance.adults()),
                        "expecting", signed(balance.expecting())));
    }

    private String byHand(HandCounts.Sum sum) {
        String all = say(
                "by-hand",
                Map.of(
                        "number", sum.counts(),
                        "visits", number(sum.visits()),
                        "children", number(sum.children()),
                        "adults", number(sum.adults()),
                        "expecting", number(sum.expecting())));
        return sum.withoutParties() == 0
                ? all
                : all + " " + say("by-hand.without-parties", Map.of("number", sum.withoutParties()));
    }

    private Map<String, Object> extreme(BySession session) {
        return Map.of(
                "session",
                say("session-at", Map.of("day", day(session.day()), "time", time(session.opens()))),
                "children",
                number(session.sums().children()));
    }

    private Section coverage(MonthSummary month) {
        return section(
                "coverage",
                List.of(),
                null,
                false,
                table(
                        "coverage",
                        List.of("what"),
                        List.of("number"),
                        List.of(
                                row(say("coverage.held"), number(month.held())),
                                row(say("coverage.counted"), number(month.in(State.COUNTED))),
                                row(say("coverage.empty"), number(month.in(State.EMPTY))),
                                row(say("coverage.not-counted"), number(month.in(State.NOT_COUNTED))),
                                row(say("coverage.share"), coverage())),
                        null));
    }

    private Section lastYear(Sums then, boolean running) {
        String title = say("last-year", Map.of("month", lastYear()));
        return new Section(
                "last-year",
                title,
                running ? List.of(say("last-year.running", Map.of("month", lastYear()))) : List.of(),
                null,
                false,
                new Table(
                        title,
                        List.of(
                                new Column(say("column.what"), false),
                                new Column(capital(month(summary.month())), true),
                                new Column(capital(lastYear()), true),
                                new Column(say("column.difference"), true)),
                        List.of(
                                compared("visits", summary.visits(), then.visits()),
                                compared("children", summary.children(), then.children()),
                                compared("adults", summary.adults(), then.adults()),
                                compared("expecting", summary.expecting(), then.expecting())),
                        null));
    }

    private Row compared(String what, int now, int then) {
        return row(say("column." + what), number(now), number(then), signed(now - then));
    }

    private String signed(int difference) {
        String sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
        return sign + number(Math.abs(difference));
    }

    private Section closed() {
        List<Row> rows = new ArrayList<>();
        for (Closed span : summary.closed()) {
            rows.add(row(span(span.from(), span.to()), in(span.why()), number(span.days())));
        }
        return section(
                "closed",
                List.of(say("closed.lede")),
                null,
                false,
                new Table(
                        say("closed"),
                        List.of(
                                new Column(say("column.days"), false),
                                new Column(say("column.why"), false),
                                new Column(say("column.day-count"), true)),
                        rows,
                        null));
    }

    private Section sessions() {
        List<BySession> all = summary.sessions();
        List<String> labels = all.stream()
                .map(session -> Integer.toString(session.day().getDayOfMonth()))
                .toList();
        String title = say("sessions");
        String description = say("sessions.chart");
        boolean anyChild = all.stream().anyMatch(session -> session.sums().children() > 0);
        String svg = SvgChart.columns(
                title,
                description,
                labels,
                List.of(new Series(
                        say("column.children"),
                        SvgChart.colour(0),
                        all.stream().map(session -> session.sums().children()).toList())),
                WIDE,
                190);
        return section(
                "sessions",
                List.of(),
                anyChild ? new Chart(svg, title + ". " + description) : null,
                false,
                table(
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
                day(session.day()),
                null,
                List.of(
                        hours(session.opens(), session.closes()),
                        say("state." + state(session.state())),
                        unknown ? say("none") : number(sums.visits()),
                        unknown ? say("none") : number(sums.children()),
                        unknown ? say("none") : number(sums.adults()),
                        unknown ? say("none") : number(sums.expecting())),
                session.day());
    }

    private static String state(State state) {
        return switch (state) {
            case COUNTED -> "counted";
            case EMPTY -> "empty";
            case NOT_COUNTED -> "not-counted";
        };
    }

    private Section section(
            String id, List<String> lines, @Nullable Chart chart, boolean beside, @Nullable Table table) {
        // a table without rows is none: not to a screen reader, and not to PDF/UA
        return table == null || table.rows().isEmpty()
                ? new Section(id, say(id), List.of(say("nothing")), null, false, null)
                : new Section(id, say(id), lines, chart, beside, table);
    }

    private @Nullable Chart bars(String section, List<Bar> bars) {
        if (bars.stream().allMatch(bar -> bar.value() == 0)) {
            return null;
        }
        String title = say(section);
        String description = say(section + ".chart");
        return new Chart(SvgChart.bars(title, description, bars, BESIDE), title + ". " + description);
    }

    private Table table(String section, List<String> labels, List<String> numbers, List<Row> rows, @Nullable Row foot) {
        List<Column> head = new ArrayList<>();
        labels.forEach(key -> head.add(new Column(say("column." + key), false)));
        numbers.forEach(key -> head.add(new Column(say("column." + key), true)));
        return new Table(say(section), head, rows, foot);
    }

    private static Row row(String label, String... cells) {
        return new Row(label, null, List.of(cells));
    }

    private Row sum(String... cells) {
        return row(say("sum"), cells);
    }

    private String coverage() {
        return summary.coverage()
                .map(share -> {
                    Mean hundredfold = new Mean(share.sum() * 100, share.parts());
                    boolean whole = hundredfold.sum() % hundredfold.parts() == 0;
                    return say("percent", Map.of("number", decimal(hundredfold.rounded(whole ? 0 : 1))));
                })
                .orElse(say("none"));
    }

    private String mean(@Nullable Mean mean) {
        return mean == null ? say("none") : decimal(mean.rounded(1));
    }

    private String decimal(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(number.scale());
        format.setMaximumFractionDigits(number.scale());
        return format.format(number);
    }

    private String number(int number) {
        return NumberFormat.getIntegerInstance(language).format(number);
    }

    private String month(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("LLLL uuuu", language));
    }

    private String lastYear() {
        return month(summary.month().minusYears(1));
    }

    private String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, language);
    }

    private String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("EEEE d MMMM", language));
    }

    private String span(LocalDate from, LocalDate to) {
        DateTimeFormatter full = DateTimeFormatter.ofPattern("d MMMM", language);
        return from.equals(to) ? from.format(full) : from.getDayOfMonth() + "–" + to.format(full);
    }

    private String time(LocalTime time) {
        return time.format(DateTimeFormatter.ofPattern(english ? "H:mm" : "H.mm", language));
    }

    private String hours(LocalTime opens, LocalTime closes) {
        return time(opens) + "–" + time(closes);
    }

    private String in(Text text) {
        return text.in(language.getLanguage(), ownLanguage);
    }

    private @Nullable String foreign(Text text) {
        String spoken = text.isEmpty() ? ownLanguage : text.languageFor(language.getLanguage(), ownLanguage);
        return spoken.equals(language.getLanguage()) ? null : spoken;
    }

    private String capital(String words) {
        return words.substring(0, 1).toUpperCase(language) + words.substring(1);
    }

    private String say(String key) {
        return words.say(language.getLanguage(), "report." + key);
    }

    private String say(String key, Map<String, ?> named) {
        return words.say(language.getLanguage(), "report." + key, named);
    }
}
