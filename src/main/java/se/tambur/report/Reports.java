package se.tambur.report;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.NoSuchCentre;
import se.tambur.centre.Timetable;
import se.tambur.shared.Pdf;
import se.tambur.shared.Settings;
import se.tambur.shared.Words;
import se.tambur.visit.Corrections;
import se.tambur.visit.HandCounts;
import se.tambur.visit.Tallies;
import se.tambur.visit.Tallies.Axis;

/** What a month says. */
@Service
public class Reports {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;

    private final Centres centres;
    private final Tallies tallies;
    private final Corrections corrections;
    private final HandCounts handCounts;
    private final Words words;
    private final Pdf pdf;
    private final Settings settings;
    private final Clock clock;
    private final MonthWriter.PlayRule play;

    Reports(
            Centres centres,
            Tallies tallies,
            Corrections corrections,
            HandCounts handCounts,
            Words words,
            Pdf pdf,
            Settings settings,
            Clock clock,
            @Value("${tambur.visits.burst-visits:12}") int burstVisits,
            @Value("${tambur.visits.burst-window:2m}") Duration burstWindow,
            @Value("${tambur.visits.suspects-kept:7d}") Duration suspectsKept) {
        this.centres = centres;
        this.tallies = tallies;
        this.corrections = corrections;
        this.handCounts = handCounts;
        this.words = words;
        this.pdf = pdf;
        this.settings = settings;
        this.clock = clock;
        this.play = new MonthWriter.PlayRule(burstVisits, burstWindow.toMinutes(), suspectsKept.toDays());
    }

    /**
     * The month's numbers, exact and internal, from tallies alone.
     *
     * @throws NoSuchCentre when there is none of that id
     */
    public MonthSummary month(CentreId centre, YearMonth month) {
        Timetable timetable = centres.timetable(centre);
        LocalDate first = month.atDay(1);
        LocalDate last = month.atEndOfMonth();
        YearMonth before = month.minusYears(1);
        return new MonthCount(tallies.of(centre, first, last, Axis.ACTIVITY), tallies.sessions(centre, first, last))
                .summary(
                        month,
                        timetable,
                        centres.ages(centre),
                        centres.activities(centre),
                        tallies.suspects(centre, first, last),
                        tallies.droppedUndecided(centre, first, last),
                        corrections.balance(centre, first, last),
                        handCounts.sum(centre, first, last),
                        MonthCount.sums(tallies.of(centre, before.atDay(1), before.atEndOfMonth(), Axis.ACTIVITY)));
    }

    /** The twelve months of a year, by their names such as {@code 2025-03}. */
    Map<String, MonthSummary> year(CentreId centre, int year) {
        Map<String, MonthSummary> months = new LinkedHashMap<>();
        for (int i = 1; i <= 12; i++) {
            YearMonth month = YearMonth.of(year, i);
            months.put(month.toString(), month(centre, month));
        }
        return months;
    }

    /**
     * The month as tagged PDF/A-2a and PDF/UA-1.
     *
     * @param language English, or else Swedish
     * @throws NoSuchCentre when there is none of that id
     */
    public byte[] pdf(CentreId centre, YearMonth month, Locale language) {
        return pdf(page(centre, month(centre, month), language));
    }

    private byte[] pdf(MonthPage page) {
        Map<String, Object> model = Map.of(
                "page",
                page,
                "pictures",
                page.sections().stream()
                        .map(section -> section.chart() == null
                                ? ""
                                : "data:image/svg+xml;base64,"
                                        + Base64.getEncoder()
                                                .encodeToString(
                                                        section.chart().svg().getBytes(StandardCharsets.UTF_8)))
                        .toList(),
                "say",
                new Saying(words, page.language().getLanguage()));
        return pdf.of("report-month", model, page.language());
    }

    /** The month in words, the same for page and PDF. */
    MonthPage page(CentreId centre, MonthSummary month, Locale language) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), centres.timetable(centre).zone());
        return new MonthWriter(words, centres, centre, month, language).page(today, settings.demo(), play);
    }

    /** The months that there is reason to look at, oldest first: from the first with a number to this one. */
    List<YearMonth> months(CentreId centre) {
        YearMonth now = now(centre);
        YearMonth first = tallies.span(centre)
                .map(span -> YearMonth.from(span.first()))
                .filter(month -> month.isBefore(now))
                .orElse(now);
        return first.atDay(1)
                .datesUntil(now.plusMonths(1).atDay(1), Period.ofMonths(1))
                .map(YearMonth::from)
                .toList();
    }

    /** The month that is most worth reading: the last one that is over, if it has numbers; else this one. */
    YearMonth latest(CentreId centre) {
        YearMonth now = now(centre);
        YearMonth over = now.minusMonths(1);
        return tallies.of(centre, over.atDay(1), over.atEndOfMonth(), Axis.HOUR).isEmpty() ? now : over;
    }

    private YearMonth now(CentreId centre) {
        return YearMonth.from(clock.instant().atZone(centres.timetable(centre).zone()));
    }

    /** Whether anybody could mean such a month; keeps nonsense away from calendars. */
    static boolean isThinkable(YearMonth month) {
        return month.getYear() >= FIRST_YEAR && month.getYear() <= LAST_YEAR;
    }

    /** What a downloaded month is called, such as {@code lekladan-2025-03.pdf}. */
    static String fileName(CentreId centre, YearMonth month) {
        return centre.value() + "-" + month + ".pdf";
    }

    /** Words for a template: its own few, beside those of the page. */
    record Saying(Words words, String language) {

        public String it(String key) {
            return words.say(language, "report." + key);
        }
    }
}
