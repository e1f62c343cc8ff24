package se.tambur.phone;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.PublicAddress;
import se.tambur.course.Tongue;
import se.tambur.shared.Words;

/** The calendar of a centre, which a phone asks for again and again and nobody reads in a browser. */
@Controller
class FeedController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final CacheControl AN_HOUR =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    private final Centres centres;
    private final Courses courses;
    private final PublicAddress publicAddress;
    private final Words words;
    private final Clock clock;

    FeedController(Centres centres, Courses courses, PublicAddress publicAddress, Words words, Clock clock) {
        this.centres = centres;
        this.courses = courses;
        this.publicAddress = publicAddress;
        this.words = words;
        this.clock = clock;
    }

    /** @param language one of {@link Tongue#SPOKEN}; else the centre's first: a calendar asks for no language */
    @GetMapping("/c/{centre:[^.]+}.ics")
    ResponseEntity<String> calendar(
            @PathVariable("centre") String id,
            @RequestParam(name = "lang", required = false) @Nullable String language) {
        Optional<CentreId> found = centres.all().stream()
                .filter(centre -> centre.value().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        CentreId centre = found.get();
        Plan plan = centres.plan(centre);
        LocalDate today = LocalDate.ofInstant(clock.instant(), plan.zone());
        String spoken = Tongue.SPOKEN.contains(plan.language()) ? plan.language() : Words.FIRST;
        Tongue tongue = new Tongue(
                words, language != null && Tongue.SPOKEN.contains(language) ? language : spoken, plan.language());
        List<Course> forEveryone = courses.of(centre).stream()
                .filter(course -> course.shown(today) && course.level() == Plan.Level.UNIVERSAL)
                .toList();
        String calendar = new CentreCalendar(
                        plan,
                        tongue,
                        publicAddress.url(),
                        today.atStartOfDay(plan.zone()).toInstant())
                .of(centres.timetable(centre), forEveryone, today);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(AN_HOUR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(centre + ".ics")
                                .build()
                                .toString())
                .body(calendar);
    }
}
