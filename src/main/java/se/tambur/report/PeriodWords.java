package se.tambur.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import se.tambur.shared.Words;

/** Periods as people say them, in one language. */
record PeriodWords(Words words, Locale language) {

    /** Within a sentence: "mars 2025", "vårterminen 2025", "januari–april 2025". */
    String name(ReportPeriod period) {
        String year = Integer.toString(period.first().getYear());
        return switch (period.kind()) {
            case MONTH -> name(YearMonth.from(period.first()));
            case TERM -> say(period.first().getMonthValue() == 1 ? "spring" : "autumn", Map.of("year", year));
            case FOUR_MONTHS ->
                say("months", Map.of("first", month(period.first()), "last", month(period.last()), "year", year));
            case YEAR -> say("year", Map.of("year", year));
            case RANGE -> span(period.first(), period.last());
        };
    }

    String name(YearMonth month) {
        return month.format(DateTimeFormatter.ofPattern("LLLL uuuu", language));
    }

    /** On its own line. */
    String title(ReportPeriod period) {
        return capital(name(period));
    }

    String capital(String name) {
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    private String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL_STANDALONE, language);
    }

    private String span(LocalDate first, LocalDate last) {
        String end = last.format(DateTimeFormatter.ofPattern("d MMMM uuuu", language));
        if (first.equals(last)) {
            return end;
        }
        boolean sameYear = first.getYear() == last.getYear();
        return first.format(DateTimeFormatter.ofPattern(sameYear ? "d MMMM" : "d MMMM uuuu", language)) + " – " + end;
    }

    private String say(String key, Map<String, ?> named) {
        return words.say(language.getLanguage(), "report.period." + key, named);
    }
}
