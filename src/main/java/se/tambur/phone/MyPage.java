package se.tambur.phone;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.course.Course;
import se.tambur.course.Tongue;
import se.tambur.course.Tongue.Said;
import se.tambur.shared.Words;
import se.tambur.signup.Family;
import se.tambur.signup.SignUps.Mine;
import se.tambur.signup.SignUps.Place;

/**
 * What a family sees of its own sign-up.
 *
 * @param standing how it stands, in a few words
 * @param next what that means for them
 * @param good whether they have a place, and one that can be used
 * @param offered whether there is a place to say yes to
 * @param leave what giving it back is called; null: there is nothing to give back
 * @param changeable whether who comes can still be changed
 * @param reached how they are reached, one line a way
 * @param party who comes, one line a kind
 */
record MyPage(
        Said name,
        String standing,
        String next,
        boolean good,
        boolean offered,
        @Nullable String leave,
        boolean changeable,
        List<String> when,
        @Nullable Said place,
        CoursePage.@Nullable Web web,
        @Nullable Said street,
        @Nullable String call,
        @Nullable Said practical,
        String coursePage,
        @Nullable String calendar,
        String who,
        List<String> reached,
        List<Line> party,
        Said language,
        boolean interpreter) {

    static MyPage of(Mine mine, Plan plan, List<Plan.Age> ages, Words words, Tongue tongue, Instant now) {
        Course course = mine.course();
        boolean calledOff = CoursePage.calledOff(course);
        Place standing = calledOff ? Place.CANCELLED : mine.standing();
        Instant until = mine.offerUntil();
        boolean offered = standing == Place.OFFERED && until != null && until.isAfter(now);
        String key = "phone.mine." + (calledOff ? "called-off" : key(standing, offered));
        Map<String, Object> params =
                Map.of("place", mine.place(), "until", until == null ? "" : moment(until.atZone(plan.zone()), tongue));
        String street = plan.contact().address();
        String phone = plan.contact().phone();
        Family family = mine.family();
        String spoken = family.language();
        return new MyPage(
                tongue.said(course.name()),
                tongue.say(key, params),
                tongue.say(key + ".next", params),
                standing == Place.PLACED,
                offered,
                standing == Place.CANCELLED ? null : tongue.say("phone.mine.leave"),
                standing != Place.CANCELLED,
                CoursePage.when(
                        course.meetings(), tongue, now.atZone(plan.zone()).toLocalDate()),
                course.place() == null ? null : tongue.said(course.place()),
                CoursePage.web(course),
                course.place() == null || street == null ? null : tongue.said(street),
                phone == null ? null : CoursePage.tel(phone),
                course.practical().isEmpty() ? null : tongue.said(course.practical()),
                "/k/" + course.code(),
                standing == Place.PLACED ? "/k/" + course.code() + ".ics" : null,
                family.name(),
                reached(family),
                party(family, ages, tongue),
                new Said(new Tongue(words, spoken, spoken).name(), spoken, Tongue.direction(spoken)),
                family.interpreter());
    }

    private static String key(Place standing, boolean offered) {
        return switch (standing) {
            case PLACED -> "placed";
            case WAITING -> "waiting";
            case OFFERED -> offered ? "offered" : "lapsed";
            case CANCELLED -> "cancelled";
        };
    }

    private static String moment(ZonedDateTime moment, Tongue tongue) {
        LocalTime time = moment.toLocalTime();
        return tongue.say(
                "phone.mine.moment",
                Map.of(
                        "day", tongue.weekdayAndDate(moment.toLocalDate()),
                        "time", time.format(DateTimeFormatter.ofPattern(tongue.say("phone.time"), Locale.ROOT))));
    }

    private static List<String> reached(Family family) {
        List<String> ways = new ArrayList<>();
        if (family.email() != null) {
            ways.add(family.email());
        }
        if (family.phone() != null) {
            ways.add(family.phone());
        }
        return ways;
    }

    private static List<Line> party(Family family, List<Plan.Age> ages, Tongue tongue) {
        List<Line> party = new ArrayList<>();
        if (family.adults() > 0) {
            party.add(new Line(
                    new Said(tongue.say("phone.mine.adults", Map.of("n", family.adults())), null, null), null));
        }
        for (Plan.Age age : ages) {
            int number = family.children().getOrDefault(age.id(), 0);
            if (number > 0) {
                party.add(new Line(tongue.said(age.name()), number));
            }
        }
        return party;
    }

    /**
     * A line about them.
     *
     * @param number how many; null: the words say it
     */
    record Line(Said words, @Nullable Integer number) {}
}
