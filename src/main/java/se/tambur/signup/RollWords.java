package se.tambur.signup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.AgeId;
import se.tambur.centre.Plan;
import se.tambur.course.Course;
import se.tambur.course.Seats;
import se.tambur.course.Tongue;
import se.tambur.shared.Words;

/** A course's list in the words of one language of the office. */
record RollWords(Words words, Locale locale, Plan plan) {

    /** @param language English, or else Swedish */
    static RollWords of(Words words, Locale language, Plan plan) {
        boolean english = language.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return new RollWords(words, english ? Locale.UK : Locale.of("sv", "SE"), plan);
    }

    /** Public for templates. */
    public String say(String key, Object... params) {
        return words.say(locale.getLanguage(), "signup." + key, params);
    }

    String name(Course course) {
        return course.name().in(locale.getLanguage(), plan.language());
    }

    /** {@code Start 11 januari · 5 måndagar 13.00–14.00 · Stora rummet}. */
    String facts(Course course) {
        String when = new Tongue(words, locale.getLanguage(), plan.language()).facts(course.meetings());
        String place = course.place();
        return place == null ? when : when + " · " + place;
    }

    /** {@code 6 av 8 platser är tagna, 3 i kön}. */
    String seats(Roll roll) {
        Seats seats = roll.seats();
        Integer of = seats.of();
        String taken = of == null ? say("seats.taken", seats.taken()) : say("seats.of", seats.taken(), of);
        return seats.waiting() == 0 ? taken : say("seats.waiting", taken, seats.waiting());
    }

    String name(Roll.@Nullable Row row) {
        return row == null || row.family() == null
                ? say("unreadable")
                : row.family().name();
    }

    /** {@code 1 vuxen, 2 barn (Bebis, 2 år)}. */
    String heads(Family family) {
        List<String> parts = new ArrayList<>();
        if (family.adults() > 0) {
            parts.add(say("adults", family.adults()));
        }
        if (family.childrenInAll() > 0) {
            parts.add(say("children", family.childrenInAll(), String.join(", ", ages(family.children()))));
        }
        return String.join(", ", parts);
    }

    private List<String> ages(Map<AgeId, Integer> children) {
        List<String> ages = new ArrayList<>();
        plan.ages().stream()
                .filter(age -> children.containsKey(age.id()))
                .forEach(age ->
                        ages.add(number(children.get(age.id()), age.name().in(locale.getLanguage(), plan.language()))));
        children.keySet().stream()
                .filter(age -> plan.age(age).isEmpty())
                .sorted()
                .forEach(age -> ages.add(number(children.get(age), age.value())));
        return ages;
    }

    private static String number(@Nullable Integer number, String age) {
        return number == null || number == 1 ? age : number + " × " + age;
    }

    /** {@code arabiska, behöver tolk}; empty for Swedish without one. */
    String speaks(Family family) {
        String language = Locale.of(family.language()).getDisplayLanguage(locale);
        if (family.interpreter()) {
            return say("interpreter", language);
        }
        return family.language().equals(Words.FIRST) ? "" : language;
    }

    /** {@code 24 november 2026 kl. 10.12}. */
    String moment(Instant moment) {
        ZonedDateTime local = moment.atZone(plan.zone());
        return DateTimeFormatter.ofPattern(say("moment"), locale).format(local);
    }

    /** {@code måndag 11 januari}. */
    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(say("day"), locale).format(day);
    }

    /** {@code 11/1}. */
    String shortDay(LocalDate day) {
        return DateTimeFormatter.ofPattern(say("day.short"), locale).format(day);
    }

    String sum(Attendance.Sum sum) {
        return say("came", sum.families(), sum.children(), sum.adults());
    }
}
