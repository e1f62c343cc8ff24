package se.tambur.centre;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import se.tambur.shared.Words;

/**
 * The Swedish public holidays by name, with Midsummer's, Christmas and New Year's Eve. Ordinary Sundays are not among
 * them: a house that plans a Sunday means it. Neither is Easter Eve, a Saturday that is no public holiday by law
 * (lagen 1989:253 om allmänna helgdagar).
 */
final class RedDays {

    private static final HolidayManager SWEDEN =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.SWEDEN));

    private static final Words WORDS = new Words();
    /** Those that the names are written in. */
    static final List<String> LANGUAGES = List.of("sv", "en", "fi", "ar", "so");

    /** No house looks further, and a tablet with a broken clock shall not fill the memory with years. */
    private static final int FIRST_YEAR = 1950;

    private static final int LAST_YEAR = 2199;

    private static final Map<Year, Map<LocalDate, Text>> YEARS = new ConcurrentHashMap<>();

    private static final Map<Year, LocalDate> EASTERS = new ConcurrentHashMap<>();

    /** The name of the holiday on a date, in the languages of the tablet. */
    static Optional<Text> on(LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            return Optional.empty();
        }
        Map<LocalDate, Text> year = YEARS.get(Year.from(day));
        if (year == null) {
            year = YEARS.computeIfAbsent(Year.from(day), RedDays::of);
        }
        return Optional.ofNullable(year.get(day));
    }

    /** Easter Sunday. */
    static LocalDate easter(Year year) {
        return EASTERS.computeIfAbsent(year, RedDays::easterOf);
    }

    private static LocalDate easterOf(Year year) {
        return SWEDEN.getHolidays(year).stream()
                .filter(holiday -> holiday.getPropertiesKey().equals("christian.EASTER"))
                .map(Holiday::getDate)
                .findFirst()
                .orElseThrow();
    }

    private static Map<LocalDate, Text> of(Year year) {
        Map<LocalDate, Text> names = new HashMap<>();
        for (Holiday holiday : SWEDEN.getHolidays(year)) {
            names.put(holiday.getDate(), name(holiday.getPropertiesKey()));
        }
        return Map.copyOf(names);
    }

    /** In our own words: the library's Swedish ones are not those of the almanac. */
    private static Text name(String holiday) {
        String key = "centre.holiday."
                + holiday.substring(holiday.indexOf('.') + 1)
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-');
        Map<String, String> name = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> name.put(language, WORDS.say(language, key)));
        return new Text(name);
    }

    private RedDays() {}
}
