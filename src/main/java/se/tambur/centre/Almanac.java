package se.tambur.centre;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.tambur.centre.Plan.Closure;
import se.tambur.shared.Words;

/** Days when a Swedish house may want to be closed: what the almanac and the school year suggest. */
public final class Almanac {

    /** The weeks in which one or another part of the country has its winter break. */
    public static final int FIRST_SPORT_WEEK = 7;

    public static final int LAST_SPORT_WEEK = 10;

    private static final int AUTUMN_WEEK = 44;

    /** A school year ends so early at the earliest, and begins again after this day at the earliest. */
    private static final int SUMMER_BEGINS = 14;

    private static final int SUMMER_ENDS = 15;

    private static final Words WORDS = new Words();

    private final List<String> languages;

    /** @param plan in whose languages the days are named */
    public Almanac(Plan plan) {
        this.languages = plan.languages();
    }

    /** The breaks of a school year, in the order in which they come. */
    public enum Break {
        AUTUMN,
        CHRISTMAS,
        SPORT,
        EASTER,
        SUMMER
    }

    /** The public holidays between two days, both in: those that {@link Closure.PublicHolidays} closes. */
    public List<Closure.Period> redDays(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .flatMap(day -> RedDays.on(day).map(name -> day(day, in(name))).stream())
                .toList();
    }

    /** The eves that are no public holidays, and weekdays before or between free days; between two days, both in. */
    public List<Closure.Period> eves(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1))
                .filter(day -> RedDays.on(day).isEmpty())
                .flatMap(day -> eve(day).map(key -> day(day, named(key))).stream())
                .toList();
    }

    private static Optional<String> eve(LocalDate day) {
        if (day.getMonth() == Month.JANUARY && day.getDayOfMonth() == 5) {
            return Optional.of("centre.eve.epiphany");
        }
        if (day.getMonth() == Month.APRIL && day.getDayOfMonth() == 30) {
            return Optional.of("centre.eve.walpurgis");
        }
        LocalDate easter = RedDays.easter(Year.from(day));
        if (day.equals(easter.minusDays(3))) {
            return Optional.of("centre.eve.maundy-thursday");
        }
        if (day.equals(easter.minusDays(1))) {
            return Optional.of("centre.eve.easter");
        }
        if (day.equals(easter.plusDays(48))) {
            return Optional.of("centre.eve.pentecost");
        }
        if (day.plusDays(1).equals(allSaints(day.getYear()))) {
            return Optional.of("centre.eve.all-saints");
        }
        if (isWeekend(day)) {
            return Optional.empty();
        }
        if (isFree(day.minusDays(1)) && isFree(day.plusDays(1))) {
            return Optional.of("centre.eve.bridge");
        }
        return RedDays.on(day.plusDays(1)).map(red -> "centre.eve.before");
    }

    /** A Saturday from 31 October to 6 November. */
    private static LocalDate allSaints(int year) {
        return LocalDate.of(year, Month.OCTOBER, 31).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    }

    private static boolean isFree(LocalDate day) {
        return isWeekend(day) || RedDays.on(day).isPresent();
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /**
     * When a break most likely is, from Monday to Friday; each municipality decides its own.
     *
     * @param year in which the school year begins
     * @param sportWeek the week of the winter break, which differs over the country
     */
    public Closure.Period suggest(Break which, int year, int sportWeek) {
        LocalDate from = switch (which) {
            case AUTUMN -> week(year, AUTUMN_WEEK);
            case CHRISTMAS -> LocalDate.of(year, Month.DECEMBER, 24).with(monday());
            case SPORT -> week(year + 1, sportWeek);
            case EASTER -> RedDays.easter(Year.of(year + 1)).plusDays(1);
            case SUMMER ->
                LocalDate.of(year + 1, Month.JUNE, SUMMER_BEGINS).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        };
        LocalDate to = switch (which) {
            case AUTUMN, SPORT, EASTER -> from.plusDays(4);
            case CHRISTMAS -> LocalDate.of(year + 1, Month.JANUARY, 6);
            case SUMMER ->
                LocalDate.of(year + 1, Month.AUGUST, SUMMER_ENDS)
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY));
        };
        return new Closure.Period(from, to, name(which));
    }

    /** What a break is called at the door. */
    public Text name(Break which) {
        return named("centre.break." + which.name().toLowerCase(Locale.ROOT));
    }

    /** The first day of an ISO week. */
    private static LocalDate week(int year, int week) {
        // the fourth of January is always in the first week
        return LocalDate.of(year, Month.JANUARY, 4)
                .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
                .with(monday());
    }

    private static TemporalAdjuster monday() {
        return TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY);
    }

    private static Closure.Period day(LocalDate day, Text name) {
        return new Closure.Period(day, day, name);
    }

    private Text named(String key) {
        Map<String, String> name = new LinkedHashMap<>();
        RedDays.LANGUAGES.forEach(language -> name.put(language, WORDS.say(language, key)));
        return in(new Text(name));
    }

    /** In those languages of the house that we know; in Swedish where its first is not among them. */
    private Text in(Text name) {
        Map<String, String> said = new LinkedHashMap<>();
        languages.forEach(language -> {
            String words = name.byLanguage().get(language);
            if (words != null || language.equals(languages.getFirst())) {
                said.put(language, name.in(language, RedDays.LANGUAGES.getFirst()));
            }
        });
        return new Text(said);
    }
}
