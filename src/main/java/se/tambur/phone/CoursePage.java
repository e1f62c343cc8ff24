package se.tambur.phone;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.course.Course;
import se.tambur.course.Tongue;
import se.tambur.course.Tongue.Said;

/**
 * What a phone shows of a course.
 *
 * @param next when it meets next, once it has begun
 * @param text null: nothing more to say
 * @param call the centre's number as a link; null where it has none, or where {@code join} calls it already
 */
record CoursePage(
        Said name,
        Optional<String> picture,
        List<Fit> fits,
        List<String> when,
        @Nullable String next,
        @Nullable Said place,
        @Nullable Said street,
        String host,
        @Nullable String seats,
        Join join,
        String calendar,
        @Nullable String call,
        @Nullable Said text) {

    static CoursePage of(
            Course course, Plan plan, List<Fit> fits, Optional<String> picture, Tongue tongue, LocalDate today) {
        Join join = join(course, plan, tongue, today);
        String street = plan.contact().address();
        String phone = plan.contact().phone();
        Integer seats = course.seats();
        return new CoursePage(
                tongue.said(course.name()),
                picture,
                fits,
                when(course.meetings(), tongue, today),
                next(course, tongue, today),
                course.place() == null ? null : tongue.said(course.place()),
                street == null ? null : tongue.said(street),
                tongue.say("phone.host." + course.host()),
                seats == null ? null : tongue.say("phone.seats.count", Map.of("n", seats)),
                join,
                "/k/" + course.code() + ".ics",
                phone == null || join.calls() ? null : tel(phone),
                course.text().isEmpty() ? null : tongue.said(course.text()));
    }

    private static List<String> when(List<Course.Meeting> meetings, Tongue tongue, LocalDate today) {
        if (meetings.size() == 1) {
            return List.of(tongue.facts(meetings));
        }
        List<LocalDate> days = meetings.stream().map(Course.Meeting::day).toList();
        return List.of(tongue.rhythm(meetings), tongue.dates(days, today));
    }

    private static @Nullable String next(Course course, Tongue tongue, LocalDate today) {
        if (!today.isAfter(course.starts())) {
            return null;
        }
        return course.meetings().stream()
                .filter(meeting -> !meeting.day().isBefore(today))
                .findFirst()
                .map(meeting -> tongue.weekdayAndDate(meeting.day()))
                .orElse(null);
    }

    private static Join join(Course course, Plan plan, Tongue tongue, LocalDate today) {
        if (!course.canBeJoined(today)) {
            return Join.only(tongue.say("phone.begun"));
        }
        String phone = plan.contact().phone();
        return switch (course.signUp()) {
            case Course.SignUpWay.Here() -> new Join(tongue.say("phone.join"), "/k/" + course.code() + "/plats", null);
            case Course.SignUpWay.DropIn() -> Join.only(tongue.say("phone.join.drop-in"));
            case Course.SignUpWay.Link(String address) ->
                new Join(
                        tongue.say("phone.join"),
                        address,
                        tongue.say(
                                "phone.join.link",
                                Map.of(
                                        "site",
                                        String.valueOf(URI.create(address).getHost()))));
            case Course.SignUpWay.Call() ->
                phone == null
                        ? Join.only(tongue.say("phone.join.ask"))
                        : new Join(tongue.say("phone.join.call"), tel(phone), phone);
        };
    }

    /** The link that calls a number. */
    static String tel(String phone) {
        return "tel:" + phone.replaceAll("[^0-9+]", "");
    }

    /** Whom it fits, one line an age group; the parents-to-be last. */
    static List<Fit> fits(Course course, List<Plan.Age> ages, Tongue tongue) {
        List<Fit> fits = new ArrayList<>();
        for (Plan.Age age : ages) {
            if (course.ages().contains(age.id())) {
                fits.add(new Fit(tongue.said(age.name()), age.span().isEmpty() ? null : tongue.said(age.span())));
            }
        }
        if (course.expecting()) {
            fits.add(new Fit(new Said(tongue.say("phone.for.expecting"), null, null), null));
        }
        if (fits.isEmpty()) {
            fits.add(new Fit(new Said(tongue.say("phone.for.everyone"), null, null), null));
        }
        return fits;
    }

    /** One group that a course fits, such as <em>Bebis, 0–11 mån</em>. */
    record Fit(Said name, @Nullable Said span) {}

    /**
     * How to get a place.
     *
     * @param href where the button leads; null: there is no button, only words
     * @param note what to know before pressing it
     */
    record Join(
            String words, @Nullable String href, @Nullable String note) {

        static Join only(String words) {
            return new Join(words, null, null);
        }

        public boolean calls() {
            return href != null && href.startsWith("tel:");
        }
    }
}
