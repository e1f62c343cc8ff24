package se.tambur.signup;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.PublicAddress;
import se.tambur.course.Tongue;
import se.tambur.shared.Words;
import se.tambur.signup.SealedFamily.Opened;
import se.tambur.signup.SignUp.Standing;

/** Puts a letter into words: in the family's own language where we speak it, else in the house's first. */
@Component
class LetterWriter {

    private final Words words;
    private final Centres centres;
    private final Courses courses;
    private final PublicAddress publicAddress;

    LetterWriter(Words words, Centres centres, Courses courses, PublicAddress publicAddress) {
        this.words = words;
        this.centres = centres;
        this.courses = courses;
        this.publicAddress = publicAddress;
    }

    /** @param message what staff wrote, for {@link Letters.Kind#MESSAGE} */
    Written write(Letters.Kind kind, Course course, SignUp signUp, Opened opened, @Nullable String message) {
        Plan plan = centres.plan(course.centre());
        Tongue tongue = tongue(opened.family().language(), plan);
        Map<String, Object> about = new HashMap<>();
        about.put("name", opened.family().name());
        about.put("course", tongue.said(course.name()).words());
        about.put("house", plan.name());
        about.put(
                "start",
                moment(
                        tongue,
                        course.starts().atTime(course.meetings().getFirst().from())));
        Instant until = signUp.offerUntil();
        if (until != null) {
            about.put("until", moment(tongue, LocalDateTime.ofInstant(until, plan.zone())));
        }
        String key = "letter." + kind.stored().replace('_', '-');
        String link = publicAddress.url() + "/p/" + opened.token();

        List<String> parts = new ArrayList<>();
        parts.add(tongue.say("letter.hello", about));
        parts.add(tongue.say(key + ".text", about));
        switch (kind) {
            case PLACED, REMINDER -> {
                parts.add(facts(course, plan, tongue, true));
                parts.add(link(tongue, signUp, link));
                parts.add(tongue.say("letter.cannot"));
            }
            case WAITING, AGAIN -> {
                parts.add(facts(course, plan, tongue, false));
                parts.add(link(tongue, signUp, link));
            }
            case OFFERED -> {
                parts.add(lines(tongue.say("letter.offered.link"), link));
                parts.add(tongue.say("letter.offered.else"));
                parts.add(facts(course, plan, tongue, false));
            }
            case LAPSED, CANCELLED -> parts.add(courses.address(course));
            case CALLED_OFF -> {}
            case MESSAGE -> {
                parts.add(message == null ? "" : message.strip());
                parts.add(link(tongue, signUp, link));
            }
        }
        String phone = plan.contact().phone();
        if (phone != null) {
            parts.add(tongue.say("letter.ask", Map.of("phone", phone)));
        }
        parts.add(lines(tongue.say("letter.regards"), plan.name()));
        return new Written(tongue.language(), tongue.say(key + ".subject", about), String.join("\n\n", parts) + "\n");
    }

    private Tongue tongue(String language, Plan plan) {
        String spoken = Stream.of(language, plan.language())
                .filter(Tongue.SPOKEN::contains)
                .findFirst()
                .orElse(Words.FIRST);
        return new Tongue(words, spoken, plan.language());
    }

    private static String link(Tongue tongue, SignUp signUp, String link) {
        boolean waits = signUp.standing() == Standing.WAITING;
        return lines(tongue.say(waits ? "letter.link.waiting" : "letter.link"), link, tongue.say("letter.link.own"));
    }

    /** When and where, and what to bring. */
    private static String facts(Course course, Plan plan, Tongue tongue, boolean practical) {
        List<String> facts = new ArrayList<>();
        facts.add(tongue.said(course.name()).words());
        facts.add(tongue.facts(course.meetings()));
        String web = course.web();
        if (course.place() != null) {
            String place = Stream.of(course.place(), plan.name(), plan.contact().address())
                    .filter(part -> part != null)
                    .collect(Collectors.joining(", "));
            facts.add(tongue.say("letter.where", Map.of("place", place)));
        }
        if (web != null) {
            facts.add(tongue.say("letter.web", Map.of("web", web)));
        }
        if (practical && !course.practical().isEmpty()) {
            facts.add(tongue.said(course.practical()).words());
        }
        return String.join("\n", facts);
    }

    /** {@code onsdag 25 november kl. 10.12}. */
    private static String moment(Tongue tongue, LocalDateTime moment) {
        return tongue.say(
                "letter.moment",
                Map.of("day", tongue.weekdayAndDate(moment.toLocalDate()), "time", time(tongue, moment.toLocalTime())));
    }

    private static String time(Tongue tongue, LocalTime time) {
        return time.format(DateTimeFormatter.ofPattern(tongue.say("phone.time"), Locale.ROOT));
    }

    private static String lines(String... lines) {
        return String.join("\n", lines);
    }

    /** A letter in words, without its address. */
    record Written(String language, String subject, String text) {}
}
