package se.tambur.phone;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Pictures;
import se.tambur.course.Tongue;
import se.tambur.shared.Words;

/** The picture that a messenger shows beside a course's address; no phone that opens the page asks for it. */
@Controller
class ShareController {

    /** Some tens of kilobytes each. */
    private static final int KEPT = 100;

    private static final CacheControl A_DAY =
            CacheControl.maxAge(Duration.ofDays(1)).cachePublic();

    private final Courses courses;
    private final Centres centres;
    private final Pictures pictures;
    private final Words words;
    private final Clock clock;
    private final Map<Shown, byte[]> drawn = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Shown, byte[]> eldest) {
            return size() > KEPT;
        }
    };

    ShareController(Courses courses, Centres centres, Pictures pictures, Words words, Clock clock) {
        this.courses = courses;
        this.centres = centres;
        this.pictures = pictures;
        this.words = words;
        this.clock = clock;
    }

    /** All that stands on a picture: the same again is the same picture. */
    private record Shown(String name, String facts, String house, String picture, boolean rightToLeft) {}

    @GetMapping("/k/{code:[^.]+}.png")
    ResponseEntity<byte[]> picture(
            @PathVariable("code") String code,
            @RequestParam(name = "lang", required = false) @Nullable String language) {
        Optional<Course> found = courses.byCode(code).filter(course -> course.shown(today(course)));
        if (found.isEmpty()) {
            return ResponseEntity.notFound()
                    .cacheControl(CacheControl.noStore())
                    .build();
        }
        Course course = found.get();
        Plan plan = centres.plan(course.centre());
        String first = Tongue.SPOKEN.contains(plan.language()) ? plan.language() : Words.FIRST;
        Tongue tongue = new Tongue(
                words, language != null && Tongue.SPOKEN.contains(language) ? language : first, plan.language());
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(A_DAY)
                .body(draw(new Shown(
                        tongue.said(course.name()).words(),
                        tongue.facts(course.meetings()),
                        plan.name(),
                        course.picture(),
                        tongue.dir().equals("rtl"))));
    }

    /** One at a time: a stranger who asks for many shall not fill the memory with canvases. */
    private synchronized byte[] draw(Shown shown) {
        return drawn.computeIfAbsent(
                shown,
                fresh -> SharePicture.png(
                        fresh.name(),
                        fresh.facts(),
                        fresh.house(),
                        pictures.svg(fresh.picture()).orElse(null),
                        fresh.rightToLeft()));
    }

    private LocalDate today(Course course) {
        return LocalDate.ofInstant(
                clock.instant(), centres.plan(course.centre()).zone());
    }
}
