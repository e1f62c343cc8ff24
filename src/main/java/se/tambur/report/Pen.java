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
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.Text;
import se.tambur.report.ReportPeriod.Kind;
import se.tambur.report.SummaryPage.Cell;
import se.tambur.report.SummaryPage.Chart;
import se.tambur.report.SummaryPage.Column;
import se.tambur.report.SummaryPage.Row;
import se.tambur.report.SummaryPage.Section;
import se.tambur.report.SummaryPage.Shape;
import se.tambur.report.SummaryPage.Table;
import se.tambur.shared.SvgChart;
import se.tambur.shared.SvgChart.Bar;
import se.tambur.shared.Words;

/** Writes numbers, days and tables of one period as one language has them. */
final class Pen {

    /** Decimals enough for a spreadsheet to round by itself. */
    private static final int EXACT = 12;

    private static final int BESIDE = 320;

    private final Words words;
    private final Centres centres;
    private final CentreId centre;
    private final ReportPeriod period;
    private final Locale language;
    private final boolean english;
    private final boolean oneYear;
    private final String ownLanguage;
    private final PeriodWords periods;

    /** @param language English, or else Swedish */
    Pen(Words words, Centres centres, CentreId centre, ReportPeriod period, Locale language) {
        this.words = words;
        this.centres = centres;
        this.centre = centre;
        this.period = period;
        this.english = language.getLanguage().equals("en");
        this.language = english ? Locale.UK : Locale.of("sv", "SE");
        this.oneYear = period.first().getYear() == period.last().getYear();
        this.periods = new PeriodWords(words, this.language);
        this.ownLanguage = centres.plan(centre).language();
    }

    Locale language() {
        return language;
    }

    /** The centre's own name. */
    String centre() {
        return centres.plan(centre).name();
    }

    PeriodWords periods() {
        return periods;
    }

    boolean isMonth() {
        return period.kind() == Kind.MONTH;
    }

    Optional<Plan.Age> age(AgeId id) {
        return centres.age(centre, id);
    }

    Optional<Plan.Activity> activity(ActivityId id) {
        return centres.activity(centre, id);
    }

    String lastYear() {
        return periods.name(period.yearBefore());
    }

    Section section(String id, List<String> lines, @Nullable Chart chart, boolean beside, @Nullable Table table) {
        // a table without rows is none: not to a screen reader, and not to PDF/UA
        return table == null || table.rows().isEmpty()
                ? new Section(id, say(id), List.of(say("nothing")), null, false, null)
                : new Section(id, say(id), lines, chart, beside, table);
    }

    @Nullable
    Chart bars(String section, List<Bar> bars) {
        if (bars.stream().allMatch(bar -> bar.value() == 0)) {
            return null;
        }
        String title = say(section);
        String description = say(section + ".chart");
        return new Chart(SvgChart.bars(title, description, bars, BESIDE), title + ". " + description);
    }

    Table table(String section, List<String> labels, List<String> numbers, List<Row> rows, @Nullable Row foot) {
        List<Column> head = new ArrayList<>();
        labels.forEach(key -> head.add(new Column(say("column." + key), false)));
        numbers.forEach(key -> head.add(new Column(say("column." + key), true)));
        return new Table(say(section), head, rows, foot);
    }

    static Row row(String label, Cell... cells) {
        return new Row(label, null, List.of(cells));
    }

    Cell count(int number) {
        return new Cell(number(number), BigDecimal.valueOf(number), Shape.NUMBER);
    }

    Cell difference(int number) {
        return new Cell(signed(number), BigDecimal.valueOf(number), Shape.NUMBER);
    }

    Cell ratio(@Nullable Mean mean) {
        return new Cell(mean(mean), mean == null ? null : mean.rounded(EXACT), Shape.MEAN);
    }

    Cell share(@Nullable Mean part) {
        return new Cell(percent(part), part == null ? null : part.rounded(EXACT), Shape.SHARE);
    }

    static Cell words(String words) {
        return new Cell(words, null, Shape.WORDS);
    }

    Row sum(Cell... cells) {
        return row(say("sum"), cells);
    }

    String percent(@Nullable Mean share) {
        if (share == null) {
            return say("none");
        }
        Mean hundredfold = new Mean(share.sum() * 100, share.parts());
        boolean whole = hundredfold.sum() % hundredfold.parts() == 0;
        return say("percent", Map.of("number", decimal(hundredfold.rounded(whole ? 0 : 1))));
    }

    String mean(@Nullable Mean mean) {
        return mean == null ? say("none") : decimal(mean.rounded(1));
    }

    String decimal(BigDecimal number) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        format.setMinimumFractionDigits(number.scale());
        format.setMaximumFractionDigits(number.scale());
        return format.format(number);
    }

    String number(int number) {
        return NumberFormat.getIntegerInstance(language).format(number);
    }

    String signed(int difference) {
        String sign = difference > 0 ? "+" : difference < 0 ? "−" : "";
        return sign + number(Math.abs(difference));
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, language);
    }

    String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern(oneYear ? "EEEE d MMMM" : "EEEE d MMMM uuuu", language));
    }

    String span(LocalDate from, LocalDate to) {
        DateTimeFormatter full = DateTimeFormatter.ofPattern(oneYear ? "d MMMM" : "d MMMM uuuu", language);
        if (from.equals(to)) {
            return from.format(full);
        }
        return YearMonth.from(from).equals(YearMonth.from(to))
                ? from.getDayOfMonth() + "–" + to.format(full)
                : from.format(full) + " – " + to.format(full);
    }

    String time(LocalTime time) {
        return time.format(DateTimeFormatter.ofPattern(english ? "H:mm" : "H.mm", language));
    }

    String hours(LocalTime opens, LocalTime closes) {
        return time(opens) + "–" + time(closes);
    }

    String in(Text text) {
        return text.in(language.getLanguage(), ownLanguage);
    }

    @Nullable
    String foreign(Text text) {
        String spoken = text.isEmpty() ? ownLanguage : text.languageFor(language.getLanguage(), ownLanguage);
        return spoken.equals(language.getLanguage()) ? null : spoken;
    }

    String say(String key) {
        return words.say(language.getLanguage(), "report." + key);
    }

    String say(String key, Map<String, ?> named) {
        return words.say(language.getLanguage(), "report." + key, named);
    }
}
