package se.tambur.phone;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.course.Course;
import se.tambur.course.Seats;
import se.tambur.course.Tongue;
import se.tambur.course.Tongue.Said;

/**
 * What a phone shows of a course.
 *
 * @param calledOff whether it will not be held
 * @param next when it meets next, once it has begun
 * @param place null: it meets on the web
 * @param web where it meets on the web; null: in a room
 * @param text null: nothing more to say
 * @param practical what to bring and to know; null: nothing
 * @param kept what is done with a sign-up's words; null: none is made here
 * @param call the centre's number as a link; null where it has none, or where {@code join} calls it already
 */
record CoursePage(
        Said name,
        boolean calledOff,
        Optional<String> picture,
        List<Fit> fits,
        List<String> when,
        @Nullable String next,
        @Nullable Said place,
        @Nullable Web web,
        @Nullable Said street,
        String host,
        @Nullable String seats,
        Join join,
        String calendar,
        @Nullable String call,
        @Nullable Said text,
        @Nullable Said practical,
        @Nullable String kept) {

    /** @param kept for how long after the last meeting a sign-up is kept */
    static CoursePage of(
            Course course,
            Plan plan,
            List<Fit> fits,
            Optional<String> picture,
            Seats taken,
            Duration kept,
            Tongue tongue,
            LocalDate today) {
        Join join = join(course, plan, taken, tongue, today);
        String street = plan.contact().address();
        String phone = plan.contact().phone();
        boolean here = course.signUp() instanceof Course.SignUpWay.Here && join.href() != null;
        return new CoursePage(
                tongue.said(course.name()),
                calledOff(course),
                picture,
                fits,
                when(course.meetings(), tongue, today),
                next(course, tongue, today),
                course.place() == null ? null : tongue.said(course.place()),
                web(course),
                course.place() == null || street == null ? null : tongue.said(street),
                tongue.say("phone.host." + course.host()),
                seats(course, taken, tongue, today),
                join,
                "/k/" + course.code() + ".ics",
                phone == null || join.calls() ? null : tel(phone),
                course.text().isEmpty() ? null : tongue.said(course.text()),
                course.practical().isEmpty() ? null : tongue.said(course.practical()),
                here ? tongue.say("phone.join.kept", Map.of("n", kept.toDays())) : null);
    }

    static boolean calledOff(Course course) {
        return course.state() == Course.State.CANCELLED;
    }

    static @Nullable Web web(Course course) {
        String address = course.web();
        return address == null
                ? null
                : new Web(address, String.valueOf(URI.create(address).getHost()));
    }

    /** What is left is told only while it can be had here; elsewhere others know. */
    private static @Nullable String seats(Course course, Seats taken, Tongue tongue, LocalDate today) {
        Integer seats = course.seats();
        if (seats == null || calledOff(course)) {
            return null;
        }
        Integer left = taken.left();
        if (left == null || !(course.signUp() instanceof Course.SignUpWay.Here) || !course.canBeJoined(today)) {
            return tongue.say("phone.seats.count", Map.of("n", seats));
        }
        if (left > 0) {
            return tongue.say("phone.seats.left", Map.of("left", left, "of", seats));
        }
        return taken.waiting() == 0
                ? tongue.say("phone.seats.full")
                : tongue.say("phone.seats.waiting", Map.of("n", taken.waiting()));
    }

    static List<String> when(List<Course.Meeting> meetings, Tongue tongue, LocalDate today) {
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

    private static Join join(Course course, Plan plan, Seats taken, Tongue tongue, LocalDate today) {
        if (!course.canBeJoined(today)) {
            return Join.only(notNow(course, tongue, today));
        }
        String phone = plan.contact().phone();
        return switch (course.signUp()) {
            case Course.SignUpWay.Here() -> here(course, taken, tongue);
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

    /** Why nobody can get a place on a day. */
    static String notNow(Course course, Tongue tongue, LocalDate today) {
        if (calledOff(course)) {
            return tongue.say("phone.called-off");
        }
        LocalDate opens = course.opens();
        if (opens != null && today.isBefore(opens)) {
            return tongue.say("phone.join.opens", Map.of("date", tongue.date(opens)));
        }
        return tongue.say(today.isAfter(course.starts()) ? "phone.begun" : "phone.join.closed");
    }

    private static Join here(Course course, Seats taken, Tongue tongue) {
        if (!taken.full()) {
            return new Join(tongue.say("phone.join"), form(course), null);
        }
        return course.waitingList()
                ? new Join(tongue.say("phone.join.wait"), form(course), tongue.say("phone.join.wait.note"))
                : Join.only(tongue.say("phone.join.full"));
    }

    /** Where one signs up. */
    static String form(Course course) {
        return "/k/" + course.code() + "/plats";
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

    /** A place on the web and the name of its site. */
    record Web(String address, String site) {}

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

        /** Whether the button leads on within these pages. */
        public boolean here() {
            return href != null && href.startsWith("/");
        }
    }
}
