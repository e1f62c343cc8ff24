package se.tambur.course;

import com.ibm.icu.text.ListFormatter;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Text;
import se.tambur.shared.Words;

/** One language as a page speaks it: our words, a centre's own texts, days and times. */
public final class Tongue {

    /** The languages that our own words are in, Swedish first. */
    public static final List<String> SPOKEN = List.of("sv", "en", "fi", "ar", "so");

    private static final Pattern RANGE = Pattern.compile("\\d[\\d.:]*–\\d[\\d.:]*");

    private final Words words;
    private final String language;
    private final String fallback;
    private final Locale locale;

    /**
     * @param language one of {@link #SPOKEN}
     * @param fallback the centre's first language, for texts that lack this one
     */
    public Tongue(Words words, String language, String fallback) {
        this.words = words;
        this.language = language;
        this.fallback = fallback;
        this.locale = language.equals("en") ? Locale.UK : Locale.of(language);
    }

    public String language() {
        return language;
    }

    public String dir() {
        return direction(language);
    }

    /** Its own name, for those who look for it. */
    public String name() {
        return say("phone.language");
    }

    public String say(String key) {
        return words.say(language, key);
    }

    public String say(String key, Map<String, Object> params) {
        return words.say(language, key, params);
    }

    /** A text of the centre, in this language or marked as what it is. */
    public Said said(Text text) {
        return said(text.in(language, fallback), text.languageFor(language, fallback));
    }

    /** Words that the centre has in its first language only, such as a room's name. */
    public Said said(String inFirstLanguage) {
        return said(inFirstLanguage, fallback);
    }

    private Said said(String text, String spoken) {
        return spoken.equals(language) ? new Said(text, null, null) : new Said(text, spoken, direction(spoken));
    }

    /** {@code 9.00–12.00}. */
    public String times(LocalTime from, LocalTime to) {
        return say("phone.times", Map.of("from", time(from), "to", time(to)));
    }

    private String time(LocalTime time) {
        return time.format(DateTimeFormatter.ofPattern(say("phone.time"), Locale.ROOT));
    }

    /** {@code 11 januari}. */
    public String date(LocalDate day) {
        return say("phone.date", Map.of("day", dayOfMonth(day), "month", month(day)));
    }

    /** {@code måndag 11 januari}. */
    public String weekdayAndDate(LocalDate day) {
        String weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, locale);
        return say("phone.weekday-date", Map.of("weekday", weekday, "date", date(day)));
    }

    /** {@code 11, 18, 25 januari, 1 och 8 februari}; {@code today} decides whether the year must be told. */
    public String dates(List<LocalDate> days, LocalDate today) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate day = days.get(i);
            boolean lastOfMonth = i + 1 == days.size()
                    || days.get(i + 1).getMonth() != day.getMonth()
                    || days.get(i + 1).getYear() != day.getYear();
            said.add(lastOfMonth ? date(day) + year(days, i, today) : dayOfMonth(day));
        }
        return ListFormatter.getInstance(locale).format(said);
    }

    /** A year stands only where it could be mistaken: over ten months away, or past. */
    private static String year(List<LocalDate> days, int i, LocalDate today) {
        boolean mistakable = days.getFirst().isAfter(today.plusMonths(10))
                || days.getLast().isBefore(today)
                || days.getLast().isAfter(days.getFirst().plusMonths(11));
        boolean lastOfYear =
                i + 1 == days.size() || days.get(i + 1).getYear() != days.get(i).getYear();
        return mistakable && lastOfYear ? " " + days.get(i).getYear() : "";
    }

    private String dayOfMonth(LocalDate day) {
        return say("phone.day", Map.of("day", String.valueOf(day.getDayOfMonth())));
    }

    private String month(LocalDate day) {
        return day.getMonth().getDisplayName(TextStyle.FULL, locale);
    }

    /** {@code 5 måndagar kl. 13.00–14.00}. */
    public String rhythm(List<Course.Meeting> meetings) {
        return say("phone.rhythm", Map.of("days", weekdays(meetings), "times", times(meetings.getFirst())));
    }

    /** {@code Start 11 januari · 5 måndagar 13.00–14.00}. */
    public String facts(List<Course.Meeting> meetings) {
        Course.Meeting first = meetings.getFirst();
        if (meetings.size() == 1) {
            return capital(say("phone.facts.once", Map.of("date", weekdayAndDate(first.day()), "times", times(first))));
        }
        return say("phone.facts", Map.of("date", date(first.day()), "days", weekdays(meetings), "times", times(first)));
    }

    private String capital(String line) {
        return line.substring(0, 1).toUpperCase(locale) + line.substring(1);
    }

    private String times(Course.Meeting meeting) {
        return times(meeting.from(), meeting.to());
    }

    /** {@code 5 måndagar}, or {@code 5 dagar} when they fall on several weekdays. */
    private String weekdays(List<Course.Meeting> meetings) {
        DayOfWeek weekday = meetings.getFirst().day().getDayOfWeek();
        boolean same = meetings.stream().allMatch(meeting -> meeting.day().getDayOfWeek() == weekday);
        String key = same ? "phone.days." + weekday.name().toLowerCase(Locale.ROOT) : "phone.days";
        return say(key, Map.of("n", meetings.size()));
    }

    /** A line in pieces, of which those such as {@code 13.00–14.00} must stay on one line. */
    public List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher range = RANGE.matcher(line);
        int read = 0;
        while (range.find()) {
            pieces.add(new Piece(line.substring(read, range.start()), false));
            pieces.add(new Piece(range.group(), true));
            read = range.end();
        }
        pieces.add(new Piece(line.substring(read), false));
        return pieces.stream().filter(piece -> !piece.words().isEmpty()).toList();
    }

    public static String direction(String language) {
        return List.of("ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi", "dv")
                        .contains(language)
                ? "rtl"
                : "ltr";
    }

    /** A part of a line; a whole one is never broken. */
    public record Piece(String words, boolean whole) {}

    /**
     * Words on a page.
     *
     * @param language null: the page's own
     * @param dir null: the page's own
     */
    public record Said(
            String words,
            @Nullable String language,
            @Nullable String dir) {}
}
