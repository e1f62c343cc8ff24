package se.tambur.course;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.PlanRefused;
import se.tambur.centre.Text;
import se.tambur.centre.YamlField;

/** Reads a course as {@code kiosk-config/courses/*.yaml} holds it, or tells everything that is wrong with it. */
final class CourseYaml {

    private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?");
    private static final Pattern PICTURE = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");
    private static final String SHAPE = "a-z, 0-9 and -, such as babymassage-vt27";

    private static final Map<String, Pace> PACES = named(List.of(Pace.values()), CourseYaml::written);
    private static final Map<String, Plan.Level> LEVELS = named(List.of(Plan.Level.values()), CourseYaml::written);
    private static final Map<String, Course.SignUpWay> WAYS = named(
            List.of(new Course.SignUpWay.Here(), new Course.SignUpWay.Call(), new Course.SignUpWay.DropIn()),
            way -> switch (way) {
                case Course.SignUpWay.Here() -> "here";
                case Course.SignUpWay.Call() -> "call";
                case Course.SignUpWay.DropIn() -> "drop-in";
                case Course.SignUpWay.Link(String address) -> "link";
            });

    private final Centres centres;
    private final BiFunction<CentreId, String, String> codes;

    /** Asks {@code codes} for the code of a centre's course by its id, once it is sure that the course is sound. */
    CourseYaml(Centres centres, BiFunction<CentreId, String, String> codes) {
        this.centres = centres;
        this.codes = codes;
    }

    /**
     * The course of a file.
     *
     * @throws PlanRefused with every flaw
     */
    Course read(String file, byte[] bytes) {
        YamlField root = YamlField.read(file, YamlField.decode(file, bytes)).holding("course");
        Optional<YamlField> found = root.need("course");
        root.refuseIfFlawed();
        YamlField course = found.orElseThrow()
                .holding(
                        "id",
                        "centre",
                        "name",
                        "text",
                        "practical",
                        "picture",
                        "ages",
                        "expecting",
                        "host",
                        "level",
                        "place",
                        "web",
                        "meetings",
                        "seats",
                        "waiting-list",
                        "opens",
                        "closes",
                        "sign-up");
        Optional<CentreId> centre = course.need("centre").flatMap(this::centre);
        if (centre.isEmpty()) {
            course.refuseIfFlawed();
        }
        return read(course, centre.orElseThrow());
    }

    private Course read(YamlField course, CentreId centre) {
        String first = centres.plan(centre).language();
        Optional<String> id = course.need("id").flatMap(field -> field.matching(ID, SHAPE));
        Optional<Text> name = course.need("name").flatMap(field -> field.words(first));
        Text text = course.get("text").flatMap(field -> field.words(first)).orElse(Text.NONE);
        Text practical =
                course.get("practical").flatMap(field -> field.words(first)).orElse(Text.NONE);
        Optional<String> picture =
                course.need("picture").flatMap(field -> field.matching(PICTURE, "a picture's name such as baby"));
        Set<AgeId> ages = course.get("ages").map(field -> ages(field, centre)).orElse(Set.of());
        boolean expecting = course.get("expecting").flatMap(YamlField::flag).orElse(false);
        Optional<String> host = course.need("host")
                .flatMap(field -> field.choice(named(Course.HOSTS, Function.identity()), "who holds it"));
        Plan.Level level = course.get("level")
                .flatMap(field -> field.choice(LEVELS, "a level"))
                .orElse(Plan.Level.UNIVERSAL);
        @Nullable String web = course.get("web").flatMap(CourseYaml::safeLink).orElse(null);
        @Nullable
        String place = (course.get("web").isPresent() ? course.get("place") : course.need("place"))
                .flatMap(YamlField::text)
                .orElse(null);
        List<Course.Meeting> meetings =
                course.need("meetings").map(CourseYaml::meetings).orElse(List.of());
        @Nullable
        Integer seats = course.get("seats")
                .flatMap(field -> field.whole(1, Course.MOST_SEATS))
                .orElse(null);
        boolean waitingList =
                course.get("waiting-list").flatMap(YamlField::flag).orElse(true);
        @Nullable LocalDate opens = course.get("opens").flatMap(YamlField::date).orElse(null);
        @Nullable
        LocalDate closes = course.get("closes").flatMap(YamlField::date).orElse(null);
        if (opens != null && closes != null && closes.isBefore(opens)) {
            course.get("closes")
                    .ifPresent(field -> field.flaw("Expected a day not before " + opens + ", found " + closes + "."));
        }
        Optional<Course.SignUpWay> signUp = course.need("sign-up").flatMap(CourseYaml::signUp);
        course.refuseIfFlawed();
        return new Course(
                id.orElseThrow(),
                centre,
                codes.apply(centre, id.orElseThrow()),
                Course.State.PUBLISHED,
                name.orElseThrow(),
                text,
                practical,
                picture.orElseThrow(),
                ages,
                expecting,
                host.orElseThrow(),
                level,
                place,
                web,
                meetings,
                seats,
                waitingList,
                opens,
                closes,
                signUp.orElseThrow());
    }

    private Optional<CentreId> centre(YamlField field) {
        return field.choice(named(centres.all(), CentreId::value), "a centre");
    }

    private Set<AgeId> ages(YamlField field, CentreId centre) {
        Map<String, AgeId> known =
                named(centres.ages(centre).stream().map(Plan.Age::id).toList(), AgeId::value);
        Set<AgeId> ages = new LinkedHashSet<>();
        for (YamlField item : field.items()) {
            Optional<AgeId> age = item.choice(known, "an age group of " + centre);
            if (age.isPresent() && !ages.add(age.get())) {
                item.flaw("Expected each age group once, found '" + age.get() + "' again.");
            }
        }
        return Set.copyOf(ages);
    }

    private static List<Course.Meeting> meetings(YamlField field) {
        return field.isMapping() ? series(field) : single(field);
    }

    /** Each with a day and hours of its own, in the order of time. */
    private static List<Course.Meeting> single(YamlField field) {
        List<Course.Meeting> meetings = new ArrayList<>();
        List<YamlField> items = field.items();
        if (items.isEmpty() || items.size() > Course.MOST_MEETINGS) {
            field.flaw("Expected 1 to " + Course.MOST_MEETINGS + " meetings, found " + items.size() + ".");
        }
        for (YamlField item : items) {
            item.holding("day", "time");
            Optional<LocalDate> day = item.need("day").flatMap(YamlField::date);
            Optional<YamlField.Hours> time = item.need("time").flatMap(YamlField::hours);
            if (day.isEmpty() || time.isEmpty()) {
                continue;
            }
            var meeting =
                    new Course.Meeting(day.get(), time.get().from(), time.get().to());
            if (!meetings.isEmpty() && !isAfter(meeting, meetings.getLast())) {
                item.flaw("Expected a meeting after the one before it, found " + meeting.day() + " " + meeting.from()
                        + ".");
            }
            meetings.add(meeting);
        }
        return meetings;
    }

    private static boolean isAfter(Course.Meeting later, Course.Meeting earlier) {
        return later.day().isAfter(earlier.day())
                || later.day().equals(earlier.day()) && !later.from().isBefore(earlier.to());
    }

    /** {@code 5 Mondays from 11 January}. */
    private static List<Course.Meeting> series(YamlField field) {
        field.holding("first", "time", "every", "count", "skip");
        Optional<LocalDate> first = field.need("first").flatMap(YamlField::date);
        Optional<YamlField.Hours> time = field.need("time").flatMap(YamlField::hours);
        int count = field.need("count")
                .flatMap(number -> number.whole(1, Course.MOST_MEETINGS))
                .orElse(1);
        Optional<Pace> pace = (count == 1 ? field.get("every") : field.need("every"))
                .flatMap(every -> every.choice(PACES, "how often it meets"));
        if (first.isEmpty() || time.isEmpty() || count > 1 && pace.isEmpty()) {
            return List.of();
        }
        Map<LocalDate, YamlField> skipped = new LinkedHashMap<>();
        field.get("skip")
                .map(YamlField::items)
                .orElse(List.of())
                .forEach(item -> item.date().ifPresent(day -> skipped.put(day, item)));
        return days(first.get(), pace.orElse(Pace.DAY), count, skipped).stream()
                .map(day ->
                        new Course.Meeting(day, time.get().from(), time.get().to()))
                .toList();
    }

    /** As many days as asked for; those to be skipped are passed over and make the course end later. */
    private static List<LocalDate> days(LocalDate first, Pace pace, int count, Map<LocalDate, YamlField> skipped) {
        Map<LocalDate, YamlField> left = new LinkedHashMap<>(skipped);
        List<LocalDate> days = new ArrayList<>();
        for (LocalDate day = first; days.size() < count; day = day.plusDays(pace.days())) {
            if (left.remove(day) == null) {
                days.add(day);
            }
        }
        left.forEach((day, item) -> item.flaw("Expected a day on which the course would meet, found " + day + "."));
        return days;
    }

    private static Optional<Course.SignUpWay> signUp(YamlField field) {
        if (field.isMapping()) {
            return field.holding("link")
                    .need("link")
                    .flatMap(CourseYaml::safeLink)
                    .map(Course.SignUpWay.Link::new);
        }
        return field.choice(WAYS, "a way to get a place, or {link: \"https://...\"},");
    }

    /** Only HTTPS: what a family writes there must not be readable on the way. */
    private static Optional<String> safeLink(YamlField field) {
        Optional<String> link = field.text();
        if (link.isPresent() && !isSafe(link.get())) {
            field.flaw("Expected a whole address that begins with https://.");
            return Optional.empty();
        }
        return link;
    }

    /** Whether an address may stand behind a link of ours: whole, encrypted, nobody's name before it. */
    static boolean isSafe(String link) {
        try {
            URI address = new URI(link);
            return "https".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static <T> Map<String, T> named(List<? extends T> values, Function<T, String> name) {
        Map<String, T> named = new LinkedHashMap<>();
        values.forEach(value -> named.put(name.apply(value), value));
        return named;
    }

    private static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
