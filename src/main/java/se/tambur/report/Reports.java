package se.tambur.report;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.NoSuchCentre;
import se.tambur.report.Approvals.Standing;
import se.tambur.report.Approvals.State;
import se.tambur.report.ReportPeriod.Kind;
import se.tambur.shared.Pdf;
import se.tambur.shared.Settings;
import se.tambur.shared.Words;
import se.tambur.visit.Corrections;
import se.tambur.visit.HandCounts;
import se.tambur.visit.Tallies;
import se.tambur.visit.Tallies.Axis;

/** What a month, a term, a year or any days say. */
@Service
public class Reports {

    private final Centres centres;
    private final Tallies tallies;
    private final Corrections corrections;
    private final HandCounts handCounts;
    private final Approvals approvals;
    private final Words words;
    private final Pdf pdf;
    private final Settings settings;
    private final Clock clock;
    private final SummaryWriter.PlayRule play;

    Reports(
            Centres centres,
            Tallies tallies,
            Corrections corrections,
            HandCounts handCounts,
            Approvals approvals,
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
        this.approvals = approvals;
        this.words = words;
        this.pdf = pdf;
        this.settings = settings;
        this.clock = clock;
        this.play = new SummaryWriter.PlayRule(burstVisits, burstWindow.toMinutes(), suspectsKept.toDays());
    }

    /** A month: see {@link #summary}. */
    public Summary month(CentreId centre, YearMonth month) {
        return summary(centre, ReportPeriod.of(month));
    }

    /**
     * The period's numbers, exact and internal, from tallies alone.
     *
     * @throws NoSuchCentre when there is none of that id
     */
    public Summary summary(CentreId centre, ReportPeriod period) {
        LocalDate first = period.first();
        LocalDate last = period.last();
        ReportPeriod before = period.yearBefore();
        return new SummaryCount(tallies.of(centre, first, last, Axis.ACTIVITY), tallies.sessions(centre, first, last))
                .summary(
                        period,
                        centres.timetable(centre),
                        centres.ages(centre),
                        centres.activities(centre),
                        tallies.suspects(centre, first, last),
                        tallies.droppedUndecided(centre, first, last),
                        corrections.balance(centre, first, last),
                        handCounts.sum(centre, first, last),
                        SummaryCount.sums(tallies.of(centre, before.first(), before.last(), Axis.ACTIVITY)));
    }

    /** The twelve months of a year, by their names such as {@code 2025-03}. */
    Map<String, Summary> year(CentreId centre, int year) {
        Map<String, Summary> months = new LinkedHashMap<>();
        for (int i = 1; i <= 12; i++) {
            YearMonth month = YearMonth.of(year, i);
            months.put(month.toString(), month(centre, month));
        }
        return months;
    }

    /**
     * The period as tagged PDF/A-2a and PDF/UA-1.
     *
     * @param language English, or else Swedish
     * @throws NoSuchCentre when there is none of that id
     */
    public byte[] pdf(CentreId centre, ReportPeriod period, Locale language) {
        return pdf(page(centre, summary(centre, period), language));
    }

    /** The period as {@code pdf}, {@code xlsx} or {@code csv}. */
    byte[] file(CentreId centre, ReportPeriod period, String ending, Locale language) {
        return switch (ending) {
            case "pdf" -> pdf(centre, period, language);
            case "xlsx" -> sheets(centre, period, language);
            case "csv" -> csv(centre, period, language);
            default -> throw new IllegalArgumentException("no report ends in " + ending);
        };
    }

    static String mediaType(String ending) {
        return switch (ending) {
            case "pdf" -> "application/pdf";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            default -> "text/csv;charset=UTF-8";
        };
    }

    /** The period as a workbook (XLSX) of typed cells, one sheet for each table; exact, internal. */
    private byte[] sheets(CentreId centre, ReportPeriod period, Locale language) {
        return new SummarySheets(page(centre, summary(centre, period), language), words).write();
    }

    /** The period's tables below each other, with semicolons, in UTF-8 with its mark; exact, internal. */
    private byte[] csv(CentreId centre, ReportPeriod period, Locale language) {
        return new SummaryCsv(page(centre, summary(centre, period), language), words).write();
    }

    private byte[] pdf(SummaryPage page) {
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
        return pdf.of("report", model, page.language());
    }

    /** The period in words, the same for page and PDF. */
    SummaryPage page(CentreId centre, Summary summary, Locale language) {
        var pen = new Pen(words, centres, centre, summary.period(), language);
        var approval = new ApprovalWords(pen, centres.timetable(centre).zone());
        var writer = new SummaryWriter(pen, summary);
        if (summary.period().kind() != Kind.MONTH) {
            return writer.page(
                    today(centre), settings.demo(), play, status(centre, summary.period(), pen, approval), null);
        }
        Standing standing = standing(centre, summary);
        return writer.page(today(centre), settings.demo(), play, approval.status(standing), approval.section(standing));
    }

    private String status(CentreId centre, ReportPeriod period, Pen pen, ApprovalWords approval) {
        LocalDate today = today(centre);
        boolean running = !today.isAfter(period.last());
        if (period.kind() == Kind.RANGE) {
            return pen.say(running ? "status.running" : "status.preliminary") + " · " + pen.say("status.internal");
        }
        List<YearMonth> months = period.months();
        long approved = months.stream()
                .filter(month -> approvals.last(centre, month) != null)
                .filter(month -> standing(centre, month(centre, month)).state() == State.APPROVED)
                .count();
        return approval.status(running, Math.toIntExact(approved), months.size());
    }

    /** How a month stands. */
    Standing standing(CentreId centre, Summary month) {
        return approvals.of(centre, month, today(centre));
    }

    /** How a month stands, in a word. */
    public State state(CentreId centre, YearMonth month) {
        // without an approval the numbers need not be known
        return approvals.last(centre, month) == null
                ? today(centre).isAfter(month.atEndOfMonth()) ? State.PRELIMINARY : State.RUNNING
                : standing(centre, month(centre, month)).state();
    }

    /**
     * A manager stands for a month as it is now.
     *
     * @param seen the hash of the numbers she was shown
     * @throws ApprovalRefused when it cannot be, and nothing changed
     */
    Approvals.Approved approve(CentreId centre, YearMonth month, String seen, String by) {
        return approvals.approve(centre, month(centre, month), today(centre), seen, by);
    }

    /** The periods of a kind that there is reason to look at, oldest first: from the first with a number to this one. */
    List<ReportPeriod> periods(CentreId centre, Kind kind) {
        LocalDate today = today(centre);
        LocalDate first = tallies.span(centre)
                .map(Tallies.Span::first)
                .filter(day -> day.isBefore(today))
                .orElse(today);
        return Stream.iterate(kind.around(first), period -> !period.first().isAfter(today), ReportPeriod::after)
                .toList();
    }

    /** The month that is most worth reading: the last one that is over, if it has numbers; else this one. */
    ReportPeriod latest(CentreId centre) {
        ReportPeriod now = Kind.MONTH.around(today(centre));
        ReportPeriod over = now.before();
        return tallies.of(centre, over.first(), over.last(), Axis.HOUR).isEmpty() ? now : over;
    }

    /** What day it is at a centre. */
    LocalDate today(CentreId centre) {
        return LocalDate.ofInstant(clock.instant(), centres.timetable(centre).zone());
    }

    /** What a downloaded report is called, such as {@code lekladan-2025-03.pdf}. */
    static String fileName(CentreId centre, ReportPeriod period, String ending) {
        return centre.value() + "-" + period.id().replace("..", "-") + "." + ending;
    }

    /** Words for a template: its own few, beside those of the page. */
    record Saying(Words words, String language) {

        public String it(String key) {
            return words.say(language, "report." + key);
        }
    }
}
