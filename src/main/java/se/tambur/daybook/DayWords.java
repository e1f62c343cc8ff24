package se.tambur.daybook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.ActivityId;
import se.tambur.centre.Plan;
import se.tambur.centre.Session;
import se.tambur.centre.Text;
import se.tambur.daybook.Day.Passage;
import se.tambur.shared.Words;
import se.tambur.visit.CorrectionRefused;
import se.tambur.visit.Corrections;
import se.tambur.visit.Tallies;

/** A day in the words of one language. */
record DayWords(Words words, Locale locale) {

    /** Public for the template of the paper. */
    public String word(String key, Object... params) {
        return words.say(locale.getLanguage(), "daybook." + key, params);
    }

    String time(LocalTime time) {
        return DateTimeFormatter.ofPattern(word("time-pattern"), locale).format(time);
    }

    String date(LocalDate date) {
        String named = DateTimeFormatter.ofPattern(word("day-pattern"), locale).format(date);
        return named.substring(0, 1).toUpperCase(locale) + named.substring(1);
    }

    /** Within a sentence, such as "mars 2026". */
    String month(LocalDate date) {
        return DateTimeFormatter.ofPattern("LLLL uuuu", locale).format(date);
    }

    /** The time alone on the day itself, else with its date. */
    String moment(Instant at, LocalDate day, ZoneId zone) {
        var local = at.atZone(zone);
        String time = time(local.toLocalTime());
        return local.toLocalDate().equals(day)
                ? time
                : DateTimeFormatter.ofPattern(word("short-day-pattern"), locale).format(local) + " " + time;
    }

    String name(Text text, Day day) {
        return text.in(locale.getLanguage(), day.plan().language());
    }

    String activity(ActivityId id, Day day) {
        return day.activities().stream()
                .filter(activity -> activity.id().equals(id))
                .findFirst()
                .map(activity -> name(activity.name(), day))
                .orElse(id.value());
    }

    /** An age, or one of the other kinds of {@link Tallies}. */
    String kind(String category, Day day) {
        return switch (category) {
            case Tallies.VISITS, Tallies.ADULTS, Tallies.EXPECTING -> word("kind." + category);
            default ->
                day.ages().stream()
                        .filter(age -> age.id().value().equals(category))
                        .findFirst()
                        .map(age -> name(age.name(), day))
                        .orElse(category);
        };
    }

    String passage(Passage passage, Day day) {
        if (passage.opens() == null) {
            return word("outside");
        }
        Session session = passage.session();
        if (session == null) {
            return time(passage.opens()) + " · " + word("unplanned");
        }
        return session(session, day.plan());
    }

    String session(Session session, Plan plan) {
        String times = time(session.opens()) + "–" + time(session.closes());
        String name = session.name().in(locale.getLanguage(), plan.language());
        return name.isEmpty() ? times : times + " · " + name;
    }

    /** Its times alone, where there is little room. */
    String times(Passage passage, Day day) {
        Session session = passage.session();
        return session == null ? passage(passage, day) : time(session.opens()) + "–" + time(session.closes());
    }

    /** Such as "10.00–12.00 · Babyöppet (Räknat)". */
    String passageAndState(Passage passage, Day day) {
        var said = passage.said();
        Tallies.State state = said == null ? passage.counted() : said.state();
        if (said != null && !said.held()) {
            return passage(passage, day) + " (" + word("state.closed") + ")";
        }
        return passage(passage, day) + (state == null ? "" : " (" + state(state) + ")");
    }

    String session(@Nullable LocalTime opens) {
        return opens == null ? word("outside") : word("session-at", time(opens));
    }

    /** Such as "besök +1, 2 år −3". */
    String numbers(Map<String, Integer> numbers, Day day) {
        List<String> parts = new ArrayList<>();
        kinds(day).stream().filter(numbers::containsKey).forEach(category -> {
            int number = numbers.getOrDefault(category, 0);
            parts.add(kind(category, day) + " " + (number > 0 ? "+" : "−") + Math.abs(number));
        });
        return String.join(", ", parts);
    }

    /** Every kind that can be counted that day: visits, the ages, adults, expecting. */
    static List<String> kinds(Day day) {
        List<String> kinds = new ArrayList<>();
        kinds.add(Tallies.VISITS);
        day.ages().stream().map(Plan.Age::id).forEach(age -> kinds.add(age.value()));
        kinds.add(Tallies.ADULTS);
        kinds.add(Tallies.EXPECTING);
        return kinds;
    }

    String reason(Corrections.Reason reason) {
        return word("reason." + reason.name().toLowerCase(Locale.ROOT));
    }

    String state(Tallies.State state) {
        return word("state." + state.name().toLowerCase(Locale.ROOT));
    }

    String flaw(CorrectionRefused.Flaw flaw, Day day) {
        return word(
                "flaw." + flaw.why().name().toLowerCase(Locale.ROOT),
                flaw.category().isEmpty() ? "" : kind(flaw.category(), day),
                flaw.there(),
                Corrections.MOST);
    }
}
