package se.tambur;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.Text;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Scans;
import se.tambur.signup.Family;
import se.tambur.signup.SignUps;

/**
 * Made families on the courses of {@code scripts/run --demo}: one course with places left, one that is full with a line,
 * one that is still a draft. They are as made as {@link DemoHistory}, and nobody reads mail at example.se.
 */
@Component
@ConditionalOnBooleanProperty("tambur.demo")
class DemoSignUps {

    private static final String AUTHOR = "demo";
    private static final int IN_LINE = 3;

    private static final List<String> NAMES = List.of(
            "Amina", "Elsa och Bo", "Familjen Lind", "Hodan", "Sara", "Mikko", "Yusuf", "Linnea", "Omar", "Petra");
    private static final List<String> LANGUAGES = List.of("ar", "sv", "sv", "so", "sv", "fi", "sv", "sv", "en", "sv");

    private final Centres centres;
    private final Courses courses;
    private final SignUps signUps;
    private final Scans scans;
    private final Clock clock;

    DemoSignUps(Centres centres, Courses courses, SignUps signUps, Scans scans, Clock clock) {
        this.centres = centres;
        this.courses = courses;
        this.signUps = signUps;
        this.scans = scans;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(1)
    void fill() {
        centres.all().forEach(this::fill);
    }

    /** Once: whoever tries the demo may cancel a family, and it is not to come back. */
    void fill(CentreId centre) {
        if (!signUps.seats(centre).isEmpty()) {
            return;
        }
        Plan plan = centres.plan(centre);
        LocalDate today = clock.instant().atZone(plan.zone()).toLocalDate();
        List<Course> open = courses.open(centre, today);
        for (Course course : open) {
            Integer seats = course.seats();
            if (course.signUp() instanceof Course.SignUpWay.Here && seats != null) {
                take(course, plan, seats / 2);
            }
            open(course, 9 + 7 * open.indexOf(course));
        }
        Course full = courses.save(song(plan, today.plusWeeks(3)), AUTHOR);
        courses.become(centre, full.id(), Course.State.PUBLISHED, AUTHOR);
        full = courses.fresh(full);
        Integer seats = full.seats();
        take(full, plan, (seats == null ? 0 : seats) + IN_LINE);
        open(full, 41);
        courses.save(song(plan, today.plusWeeks(11)), AUTHOR);
    }

    private void take(Course course, Plan plan, int families) {
        AgeId youngest = plan.ages().getFirst().id();
        for (int i = 0; i < families; i++) {
            String name = NAMES.get(i % NAMES.size());
            String email = i % 3 == 2 ? null : "demo%d@example.se".formatted(i);
            String phone = i % 3 == 0 ? null : "070-174 06 %02d".formatted(5 + i);
            String language = LANGUAGES.get(i % LANGUAGES.size());
            // always the same, so that two servers of a demo do not fill it twice
            UUID form = UUID.nameUUIDFromBytes((course.code() + i).getBytes(StandardCharsets.UTF_8));
            signUps.signUp(
                    course,
                    form,
                    new Family(
                            name,
                            email,
                            phone,
                            1 + i % 4 / 3,
                            Map.of(youngest, 1 + i % 5 / 4),
                            language,
                            language.equals("ar")));
        }
    }

    private void open(Course course, int times) {
        IntStream.range(0, times).forEach(time -> scans.opened(course));
    }

    /** Six weeks of songs with a baby, from the first day on. */
    private Course song(Plan plan, LocalDate first) {
        var name = new Text(Map.of(
                "sv",
                "Babyrytmik",
                "en",
                "Music for babies",
                "fi",
                "Vauvojen rytmiikka",
                "ar",
                "موسيقى للرضّع",
                "so",
                "Muusigga dhallaanka"));
        var text = new Text(Map.of(
                "sv", "Vi sjunger, gungar och lyssnar tillsammans. Du behöver inte kunna sjunga.",
                "en", "We sing, rock and listen together. You need not be able to sing."));
        return new Course(
                courses.newId(plan.id(), "Babyrytmik", first),
                plan.id(),
                "",
                Course.State.DRAFT,
                name,
                text,
                Text.NONE,
                "music",
                Set.of(plan.ages().getFirst().id()),
                false,
                "preschool",
                Plan.Level.UNIVERSAL,
                "Stora rummet",
                null,
                IntStream.range(0, 6)
                        .mapToObj(week ->
                                new Course.Meeting(first.plusWeeks(week), LocalTime.of(10, 0), LocalTime.of(10, 45)))
                        .toList(),
                6,
                true,
                null,
                null,
                new Course.SignUpWay.Here());
    }
}
