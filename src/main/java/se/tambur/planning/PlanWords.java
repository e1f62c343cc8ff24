package se.tambur.planning;

import com.ibm.icu.util.ULocale;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.tambur.centre.ActivityId;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Activity;
import se.tambur.centre.Plan.Closure;
import se.tambur.centre.Plan.ExtraDay;
import se.tambur.centre.Plan.Opening;
import se.tambur.centre.Plan.Slot;
import se.tambur.centre.Plan.Weeks;
import se.tambur.centre.Session;
import se.tambur.centre.Text;
import se.tambur.course.Course;
import se.tambur.shared.Words;

/** Parts of a plan as staff would say them. */
record PlanWords(Words words, Locale locale) {

    String word(String key, Object... params) {
        return words.say(locale.getLanguage(), key, params);
    }

    String time(LocalTime time) {
        return DateTimeFormatter.ofPattern(word("plan.time-pattern"), locale).format(time);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(word("plan.day-pattern"), locale).format(day);
    }

    /** With its weekday. */
    String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(word("plan.date-pattern"), locale).format(day);
    }

    String month(YearMonth month) {
        return capital(month.format(DateTimeFormatter.ofPattern("LLLL uuuu", locale)));
    }

    String capital(String words) {
        return words.substring(0, 1).toUpperCase(locale) + words.substring(1);
    }

    String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    String language(String code) {
        return Locale.forLanguageTag(code).getDisplayLanguage(locale);
    }

    /** Which way a language is written. */
    String direction(String code) {
        return ULocale.forLanguageTag(code).isRightToLeft() ? "rtl" : "ltr";
    }

    String text(Text text, Plan plan) {
        return text.in(locale.getLanguage(), plan.language());
    }

    /** Such as "9.00–12.00 Öppen lek, Sångstund 10.00–10.30", or "stängt". */
    String openings(List<Opening> openings, Plan plan) {
        return openings.isEmpty()
                ? word("plan.closed")
                : openings.stream().map(opening -> opening(opening, plan)).collect(Collectors.joining("; "));
    }

    private String opening(Opening opening, Plan plan) {
        String name = opening.name().isEmpty() ? "" : " (" + text(opening.name(), plan) + ")";
        return times(opening.opens(), opening.closes()) + name + " "
                + opening.activities().stream().map(slot -> slot(slot, plan)).collect(Collectors.joining(", "));
    }

    private String slot(Slot slot, Plan plan) {
        String name = plan.activity(slot.activity())
                .map(activity -> text(activity.name(), plan))
                .orElse(slot.activity().value());
        LocalTime from = slot.from();
        LocalTime to = slot.to();
        String when = from == null || to == null ? "" : " " + times(from, to);
        String weeks = slot.weeks() == Weeks.ALL
                ? ""
                : " (" + word("plan.weeks." + slot.weeks().name().toLowerCase(Locale.ROOT)) + ")";
        return name + when + weeks;
    }

    /** What a day is: its sessions, or why it has none. */
    String dayState(LocalDate day, List<Session> sessions, Optional<Text> closure, Plan plan) {
        if (!sessions.isEmpty()) {
            return sessions.stream().map(session -> session(session, plan)).collect(Collectors.joining("; "));
        }
        return closure.map(why -> word("plan.days.closed", why(why, plan)))
                .orElseGet(() -> word("plan.days.no-session"));
    }

    private String session(Session session, Plan plan) {
        String name = session.name().isEmpty() ? "" : " (" + text(session.name(), plan) + ")";
        return times(session.opens(), session.closes()) + name + " "
                + session.activities().stream().map(held -> held(held, plan)).collect(Collectors.joining(", "));
    }

    private String held(Session.Held held, Plan plan) {
        String when = held.from() == null || held.to() == null ? "" : " " + times(held.from(), held.to());
        return text(held.activity().name(), plan) + when;
    }

    /** Why a day is closed; just that it is when nobody has said. */
    String why(Text why, Plan plan) {
        return why.isEmpty() ? word("plan.closed") : text(why, plan);
    }

    String span(LocalDate from, LocalDate to) {
        return from.equals(to) ? date(from) : word("plan.days.span", date(from), date(to));
    }

    /** Where an activity still stands: in the week, and on dates from a day on. */
    List<String> places(Plan plan, ActivityId activity, LocalDate today) {
        Stream<String> week = plan.week().entrySet().stream()
                .flatMap(day ->
                        day.getValue().stream().flatMap(opening -> places(weekday(day.getKey()), opening, activity)));
        Stream<String> dates = plan.extra().stream()
                .filter(extra -> !extra.date().isBefore(today))
                .flatMap(extra ->
                        extra.openings().stream().flatMap(opening -> places(day(extra.date()), opening, activity)));
        return Stream.concat(week, dates).toList();
    }

    private Stream<String> places(String day, Opening opening, ActivityId activity) {
        boolean alone =
                opening.activities().stream().allMatch(slot -> slot.activity().equals(activity));
        return opening.activities().stream()
                .filter(slot -> slot.activity().equals(activity))
                .map(slot -> {
                    LocalTime from = slot.from();
                    LocalTime to = slot.to();
                    String when =
                            from == null || to == null ? times(opening.opens(), opening.closes()) : times(from, to);
                    return word(alone ? "plan.activities.place.alone" : "plan.activities.place", day, when);
                });
    }

    /** Who holds something. */
    String host(String host) {
        return Course.HOSTS.contains(host) ? word("phone.host." + host) : host;
    }

    String times(LocalTime from, LocalTime to) {
        return time(from) + "–" + time(to);
    }

    String closure(Closure closure, Plan plan) {
        return switch (closure) {
            case Closure.PublicHolidays holidays -> word("plan.holidays");
            case Closure.Period period -> {
                String days = period.from().equals(period.to())
                        ? day(period.from())
                        : day(period.from()) + " – " + day(period.to());
                yield period.why().isEmpty() ? days : days + " (" + text(period.why(), plan) + ")";
            }
        };
    }

    String extra(ExtraDay extra, Plan plan) {
        String name = extra.name().isEmpty() ? "" : " (" + text(extra.name(), plan) + ")";
        return day(extra.date()) + name + ": " + openings(extra.openings(), plan);
    }

    /** What an activity is, apart from its id. */
    String activity(Activity activity, Plan plan) {
        String level = word("plan.level." + activity.level().name().toLowerCase(Locale.ROOT));
        String kiosk = word(activity.kiosk() ? "plan.on-kiosk" : "plan.not-on-kiosk");
        String ages = activity.ages().isEmpty()
                ? word("plan.everyone")
                : activity.ages().stream()
                        .map(id ->
                                plan.age(id).map(age -> text(age.name(), plan)).orElse(id.value()))
                        .collect(Collectors.joining(", "));
        String note = activity.note().isEmpty() ? "" : ", " + all(activity.note());
        return all(activity.name()) + note + ", " + level + ", " + host(activity.host()) + ", "
                + word("plan.minutes", activity.stay().toMinutes()) + ", " + kiosk + ", " + ages + ", "
                + activity.picture();
    }

    /** In every language there is, first the one read here. */
    String all(Text text) {
        return text.byLanguage().entrySet().stream()
                .sorted(Map.Entry.comparingByKey((one, other) -> Boolean.compare(isMine(other), isMine(one))))
                .map(Map.Entry::getValue)
                .distinct()
                .collect(Collectors.joining(" / "));
    }

    private boolean isMine(String language) {
        return language.equals(locale.getLanguage());
    }
}
