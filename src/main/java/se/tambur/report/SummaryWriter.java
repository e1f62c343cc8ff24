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
import se.tambur.report.ReportPeriod.Kind;
import se.tambur.report.Summary.ByActivity;
import se.tambur.report.Summary.ByMonth;
import se.tambur.report.Summary.BySession;
import se.tambur.report.Summary.BySlot;
import se.tambur.report.Summary.ByWeekday;
import se.tambur.report.Summary.Closed;
import se.tambur.report.Summary.Sums;
import se.tambur.report.SummaryPage.Cell;
import se.tambur.report.SummaryPage.Chart;
import se.tambur.report.SummaryPage.Column;
import se.tambur.report.SummaryPage.Figure;
import se.tambur.report.SummaryPage.Row;
import se.tambur.report.SummaryPage.Section;
import se.tambur.report.SummaryPage.Shape;
import se.tambur.report.SummaryPage.Table;
import se.tambur.shared.SvgChart;
import se.tambur.shared.SvgChart.Bar;
import se.tambur.shared.SvgChart.Series;
import se.tambur.shared.Words;
import se.tambur.visit.Corrections.Balance;
import se.tambur.visit.HandCounts;
import se.tambur.visit.Tallies.State;

/** Puts one period of one centre into words, in one language. */
final class SummaryWriter {

    private static final int RULES = 8;

    /** Decimals enough for a spreadsheet to round by itself. */
    private static final int EXACT = 12;

    /** More than a busy month has; a year is read by its months. */
    private static final int MOST_SESSIONS = 62;

    private static final int BESIDE = 320;
    private static final int WIDE = 674;

    private final Words words;
    private final Centres centres;
    private final CentreId centre;
    private final Summary summary;
    private final Locale language;
    private final boolean english;
    private final String ownLanguage;
    private final PeriodWords periods;

    SummaryWriter(Words words, Centres centres, CentreId centre, Summary summary, Locale language) {
        this.words = words;
        this.centres = centres;
        this.centre = centre;
        this.summary = summary;
        this.english = language.getLanguage().equals("en");
        this.language = english ? Locale.UK : Locale.of("sv", "SE");
        this.periods = new PeriodWords(words, this.language);
        this.ownLanguage = centres.plan(centre).language();
    }

    /**
     * The whole page.
     *
     * @param today the day it is made, at the centre
     */
    SummaryPage page(LocalDate today, boolean demo, PlayRule play) {
        boolean running = !today.isAfter(summary.period().last());
        String name = centres.plan(centre).name();
        return new SummaryPage(
                language,
                name,
                periods.title(summary.period()),
                name + " · " + periods.name(summary.period()),
                say("document", Map.of("period", periods.title(summary.period()), "centre", name)),
                status(running),
                say("created", Map.of("date", today.toString())),
                demo,
                running ? say(month() ? "lede.running" : "lede.running.period") + " " + lede(true) : lede(false),
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

    private String status(boolean running) {
        String state = say(running ? "status.running" : "status.preliminary");
        return summary.period().kind() == Kind.RANGE ? state + " · " + say("status.internal") : state;
    }

    private boolean month() {
        return summary.period().kind() == Kind.MONTH;
    }

    private boolean oneYear() {
        return summary.period().first().getYear() == summary.period().last().getYear();
    }

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
                        : say("figure.then", Map.of("period", lastYear(), "number", number(last.applyAsInt(then)))));
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
        if (summary.months().size() > 1) {
            sections.add(months());
        }
        sections.add(coverage(summary));
        if (summary.lastYear() != null) {
            sections.add(lastYear(summary.lastYear(), running));
        }
        if (!summary.closed().isEmpty()) {
            sections.add(closed());
        }
        if (!summary.sessions().isEmpty() && summary.sessions().size() <= MOST_SESSIONS) {
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
                    span.isEmpty() ? label : label + " (" + span + ")", foreign(name), List.of(count(children))));
        });
        return section(
                "ages",
                List.of(),
                bars("ages", bars),
                true,
                table("ages", List.of("age"), List.of("children"), rows, sum(count(summary.children()))));
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
                                        count(day.sessions()),
                                        count(day.sums().visits()),
                                        count(day.sums().children()),
                                        ratio(day.childrenPerSession())))
                                .toList(),
                        sum(
                                count(summary.held()),
                                count(summary.visits()),
                                count(summary.children()),
                                ratio(summary.childrenPerSession()))));
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
                            count(one.occasions()),
                            count(one.sums().visits()),
                            count(one.sums().children()),
                            ratio(one.childrenPerOccasion()))));
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
                        sum(words(""), count(summary.visits()), count(summary.children()), words(""))));
    }

    private Section levels() {
        List<Row> rows = new ArrayList<>();
        summary.levels()
                .forEach((level, sums) -> rows.add(row(
                        say("level." + level.name().toLowerCase(Locale.ROOT)),
                        count(sums.visits()),
                        count(sums.children()),
                        count(sums.adults()))));
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
                        sum(count(summary.visits()), count(summary.children()), count(summary.adults()))));
    }

    private Section slots() {
        List<Bar> bars = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (BySlot slot : summary.slots()) {
            String label = weekday(slot.day()) + " " + hours(slot.opens(), slot.closes());
            bars.add(new Bar(label, slot.sums().children(), number(slot.sums().children())));
            rows.add(row(
                    label,
                    count(slot.sessions()),
                    count(slot.sums().visits()),
                    count(slot.sums().children()),
                    ratio(slot.childrenPerSession())));
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
                                count(summary.held()),
                                count(summary.visits()),
                                count(summary.children()),
                                ratio(summary.childrenPerSession()))));
    }

    private Row beyond(String key, Sums sums) {
        return row(say(key), words(""), count(sums.visits()), count(sums.children()), words(""));
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

    private Section coverage(Summary month) {
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
                                row(say("coverage.held"), count(month.held())),
                                row(say("coverage.counted"), count(month.in(State.COUNTED))),
                                row(say("coverage.empty"), count(month.in(State.EMPTY))),
                                row(say("coverage.not-counted"), count(month.in(State.NOT_COUNTED))),
                                row(
                                        say("coverage.share"),
                                        share(summary.coverage().orElse(null)))),
                        null));
    }

    private Section lastYear(Sums then, boolean running) {
        String title = say("last-year", Map.of("period", lastYear()));
        return new Section(
                "last-year",
                title,
                running
                        ? List.of(say(
                                month() ? "last-year.running" : "last-year.running.period",
                                Map.of("period", lastYear())))
                        : List.of(),
                null,
                false,
                new Table(
                        title,
                        List.of(
                                new Column(say("column.what"), false),
                                new Column(periods.title(summary.period()), true),
                                new Column(periods.capital(lastYear()), true),
                                new Column(say("column.difference"), true)),
                        List.of(
                                compared("visits", summary.visits(), then.visits()),
                                compared("children", summary.children(), then.children()),
                                compared("adults", summary.adults(), then.adults()),
                                compared("expecting", summary.expecting(), then.expecting())),
                        null));
    }

    private Row compared(String what, int now, int then) {
        return row(say("column." + what), count(now), count(then), difference(now - then));
    }

    private String signed(int difference) {
        String sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
        return sign + number(Math.abs(difference));
    }

    private Section closed() {
        List<Row> rows = new ArrayList<>();
        for (Closed span : summary.closed()) {
            rows.add(row(span(span.from(), span.to()), words(in(span.why())), count(span.days())));
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
                .map(session -> month()
                        ? Integer.toString(session.day().getDayOfMonth())
                        : session.day().getDayOfMonth() + "/" + session.day().getMonthValue())
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

    private Section months() {
        List<ByMonth> all = summary.months();
        String title = say("months");
        String description = say("months.chart");
        boolean oneYear =
                all.getFirst().month().getYear() == all.getLast().month().getYear();
        String svg = SvgChart.columns(
                title,
                description,
                all.stream()
                        .map(one ->
                                one.month().format(DateTimeFormatter.ofPattern(oneYear ? "LLL" : "LLL yy", language)))
                        .toList(),
                List.of(new Series(
                        say("column.children"),
                        SvgChart.colour(0),
                        all.stream().map(one -> one.sums().children()).toList())),
                WIDE,
                190);
        return section(
                "months",
                List.of(),
                summary.children() > 0 ? new Chart(svg, title + ". " + description) : null,
                false,
                table(
                        "months",
                        List.of("month"),
                        List.of("sessions", "visits", "children", "adults", "per-session", "coverage"),
                        all.stream().map(this::month).toList(),
                        sum(
                                count(summary.held()),
                                count(summary.visits()),
                                count(summary.children()),
                                count(summary.adults()),
                                ratio(summary.childrenPerSession()),
                                share(summary.coverage().orElse(null)))));
    }

    private Row month(ByMonth one) {
        return row(
                periods.capital(periods.name(one.month())),
                count(one.sessions()),
                count(one.sums().visits()),
                count(one.sums().children()),
                count(one.sums().adults()),
                ratio(one.childrenPerSession()),
                share(Mean.of(one.known(), one.sessions())));
    }

    private Row session(BySession session) {
        Sums sums = session.sums();
        // nobody knows how many came to a session that the door could not count
        boolean unknown = session.state() == State.NOT_COUNTED && !sums.any();
        return new Row(
                day(session.day()),
                null,
                List.of(
                        words(hours(session.opens(), session.closes())),
                        words(say("state." + state(session.state()))),
                        unknown ? words(say("none")) : count(sums.visits()),
                        unknown ? words(say("none")) : count(sums.children()),
                        unknown ? words(say("none")) : count(sums.adults()),
                        unknown ? words(say("none")) : count(sums.expecting())),
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

    private static Row row(String label, Cell... cells) {
        return new Row(label, null, List.of(cells));
    }

    private Cell count(int number) {
        return new Cell(number(number), BigDecimal.valueOf(number), Shape.NUMBER);
    }

    private Cell difference(int number) {
        return new Cell(signed(number), BigDecimal.valueOf(number), Shape.NUMBER);
    }

    private Cell ratio(@Nullable Mean mean) {
        return new Cell(mean(mean), mean == null ? null : mean.rounded(EXACT), Shape.MEAN);
    }

    private Cell share(@Nullable Mean part) {
        return new Cell(percent(part), part == null ? null : part.rounded(EXACT), Shape.SHARE);
    }

    private static Cell words(String words) {
        return new Cell(words, null, Shape.WORDS);
    }

    private Row sum(Cell... cells) {
        return row(say("sum"), cells);
    }

    private String coverage() {
        return percent(summary.coverage().orElse(null));
    }

    private String percent(@Nullable Mean share) {
        if (share == null) {
            return say("none");
        }
        Mean hundredfold = new Mean(share.sum() * 100, share.parts());
        boolean whole = hundredfold.sum() % hundredfold.parts() == 0;
        return say("percent", Map.of("number", decimal(hundredfold.rounded(whole ? 0 : 1))));
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

    private String lastYear() {
        return periods.name(summary.period().yearBefore());
    }

    private String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, language);
    }

    private String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(oneYear() ? "EEEE d MMMM" : "EEEE d MMMM uuuu", language));
    }

    private String span(LocalDate from, LocalDate to) {
        DateTimeFormatter full = DateTimeFormatter.ofPattern(oneYear() ? "d MMMM" : "d MMMM uuuu", language);
        if (from.equals(to)) {
            return from.format(full);
        }
        return YearMonth.from(from).equals(YearMonth.from(to))
                ? from.getDayOfMonth() + "–" + to.format(full)
                : from.format(full) + " – " + to.format(full);
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

    private String say(String key) {
        return words.say(language.getLanguage(), "report." + key);
    }

    private String say(String key, Map<String, ?> named) {
        return words.say(language.getLanguage(), "report." + key, named);
    }
}
