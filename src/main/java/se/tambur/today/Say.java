package se.tambur.today;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import se.tambur.centre.Plan;
import se.tambur.centre.Session;
import se.tambur.centre.Text;
import se.tambur.shared.Words;
import se.tambur.visit.Party;

/** Numbers, times and names in the words of one language. */
public record Say(Words words, Locale locale) {

    public String word(String key, Object... params) {
        return words.say(locale.getLanguage(), key, params);
    }

    public String time(LocalTime time) {
        return DateTimeFormatter.ofPattern(word("today.time-pattern"), locale).format(time);
    }

    public String times(LocalTime from, LocalTime to) {
        return time(from) + "–" + time(to);
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(word("today.day-pattern"), locale).format(day);
    }

    public String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale);
    }

    public String name(Text text, Plan plan) {
        return text.in(locale.getLanguage(), plan.language());
    }

    /** Such as "2 barn, 1 vuxen, väntar barn". */
    public String party(Party party) {
        List<String> parts = new ArrayList<>();
        if (party.heads() > 0) {
            parts.add(word("today.party.children", party.heads()));
        }
        if (party.adults() > 0) {
            parts.add(word("today.party.adults", party.adults()));
        }
        if (party.expecting()) {
            parts.add(word("today.party.expecting"));
        }
        return String.join(", ", parts);
    }

    /** Such as "9.00–12.00 och 13.00–16.00". */
    public String opening(List<Session> sessions) {
        return sessions.stream()
                .map(session -> times(session.opens(), session.closes()))
                .collect(Collectors.joining(" " + word("today.and") + " "));
    }
}
