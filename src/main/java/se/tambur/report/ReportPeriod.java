package se.tambur.report;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The days that a report is about, both ends in. Terms are halves of the year, so that they, like months and
 * four-month periods, make up the year without gap or overlap.
 */
public record ReportPeriod(Kind kind, LocalDate first, LocalDate last) {

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;

    /** Nobody reads more than that on one page, and it keeps a slip of the pen from reading centuries. */
    private static final int MOST_YEARS = 20;

    private static final Pattern PART = Pattern.compile("(\\d{4})-(vt|ht|t1|t2|t3)");
    private static final Pattern RANGE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)\\.\\.(\\d{4}-\\d\\d-\\d\\d)");

    /** How a period is cut out of the years. */
    public enum Kind {
        MONTH(1),
        TERM(6),
        FOUR_MONTHS(4),
        YEAR(12),
        /** Any days; for the house itself. */
        RANGE(0);

        private final int months;

        Kind(int months) {
            this.months = months;
        }

        /** The period of this kind that holds a day; not for {@link #RANGE}. */
        ReportPeriod around(LocalDate day) {
            int month = (day.getMonthValue() - 1) / months * months + 1;
            LocalDate first = LocalDate.of(day.getYear(), month, 1);
            return new ReportPeriod(this, first, first.plusMonths(months).minusDays(1));
        }
    }

    public ReportPeriod {
        if (last.isBefore(first)
                || first.getYear() < FIRST_YEAR
                || last.getYear() > LAST_YEAR
                || ChronoUnit.DAYS.between(first, last) > MOST_YEARS * 366L) {
            throw new DateTimeException("no period from " + first + " to " + last);
        }
    }

    public static ReportPeriod of(YearMonth month) {
        return Kind.MONTH.around(month.atDay(1));
    }

    public static ReportPeriod of(Year year) {
        return Kind.YEAR.around(year.atDay(1));
    }

    /** @throws DateTimeException when the last day is before the first, or either is far from any report */
    public static ReportPeriod of(LocalDate first, LocalDate last) {
        return new ReportPeriod(Kind.RANGE, first, last);
    }

    /** Reads what {@link #id} writes; empty when it is nothing of the sort. */
    public static Optional<ReportPeriod> parse(String id) {
        try {
            Matcher part = PART.matcher(id);
            if (part.matches()) {
                int year = Integer.parseInt(part.group(1));
                return Optional.of(
                        switch (part.group(2)) {
                            case "vt" -> Kind.TERM.around(LocalDate.of(year, Month.JANUARY, 1));
                            case "ht" -> Kind.TERM.around(LocalDate.of(year, Month.JULY, 1));
                            case "t1" -> Kind.FOUR_MONTHS.around(LocalDate.of(year, Month.JANUARY, 1));
                            case "t2" -> Kind.FOUR_MONTHS.around(LocalDate.of(year, Month.MAY, 1));
                            default -> Kind.FOUR_MONTHS.around(LocalDate.of(year, Month.SEPTEMBER, 1));
                        });
            }
            Matcher range = RANGE.matcher(id);
            if (range.matches()) {
                return Optional.of(of(LocalDate.parse(range.group(1)), LocalDate.parse(range.group(2))));
            }
            return Optional.of(id.matches("\\d{4}") ? of(Year.parse(id)) : of(YearMonth.parse(id)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Short and stable: {@code 2025-03}, {@code 2025-vt}, {@code 2025-t2}, {@code 2025}, {@code 2025-03-03..2025-04-11}. */
    public String id() {
        return switch (kind) {
            case MONTH -> YearMonth.from(first).toString();
            case TERM -> first.getYear() + (first.getMonth() == Month.JANUARY ? "-vt" : "-ht");
            case FOUR_MONTHS -> first.getYear() + "-t" + (first.getMonthValue() / 4 + 1);
            case YEAR -> Year.from(first).toString();
            case RANGE -> first + ".." + last;
        };
    }

    /** The months that it touches, in order. */
    List<YearMonth> months() {
        return Stream.iterate(
                        YearMonth.from(first),
                        month -> !month.isAfter(YearMonth.from(last)),
                        month -> month.plusMonths(1))
                .toList();
    }

    /** The period just before it: of its own kind, or of as many days. */
    ReportPeriod before() {
        return kind == Kind.RANGE ? of(first.minusDays(days()), first.minusDays(1)) : kind.around(first.minusDays(1));
    }

    /** The period just after it: of its own kind, or of as many days. */
    ReportPeriod after() {
        return kind == Kind.RANGE ? of(last.plusDays(1), last.plusDays(days())) : kind.around(last.plusDays(1));
    }

    private long days() {
        return ChronoUnit.DAYS.between(first, last) + 1;
    }

    /** The same days of the year before. */
    ReportPeriod yearBefore() {
        return kind == Kind.RANGE ? of(first.minusYears(1), last.minusYears(1)) : kind.around(first.minusYears(1));
    }

    @Override
    public String toString() {
        return id();
    }
}
