package se.tambur.course;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.course.Tongue.Said;
import se.tambur.shared.Settings;
import se.tambur.shared.Words;

/** The pages for phones: plain HTML with one stylesheet, no script, no cookie, nothing kept about who reads. */
@Controller
class PhoneController {

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Centres centres;
    private final Courses courses;
    private final Pictures pictures;
    private final PhoneStyle style;
    private final PublicAddress publicAddress;
    private final Settings settings;
    private final Words words;
    private final Clock clock;

    PhoneController(
            Centres centres,
            Courses courses,
            Pictures pictures,
            PhoneStyle style,
            PublicAddress publicAddress,
            Settings settings,
            Words words,
            Clock clock) {
        this.centres = centres;
        this.courses = courses;
        this.pictures = pictures;
        this.style = style;
        this.publicAddress = publicAddress;
        this.settings = settings;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/")
    String home(HttpServletRequest request, HttpServletResponse response, Model model) {
        List<CentreId> all = centres.all();
        if (all.size() == 1) {
            return "redirect:/c/" + all.getFirst() + query(request);
        }
        Tongue tongue = house(request);
        model.addAttribute(
                "centres",
                all.stream().map(centre -> door(centre, tongue.language())).toList());
        frame(
                request,
                response,
                model,
                tongue,
                Tongue.SPOKEN,
                null,
                tongue.say("phone.centres"),
                tongue.say("phone.about.lead"));
        return "phone-centres";
    }

    @GetMapping("/c/{centre}")
    String week(
            @PathVariable("centre") String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<CentreId> found = centres.all().stream()
                .filter(centre -> centre.value().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            return lost(request, response, model);
        }
        CentreId centre = found.get();
        Plan plan = centres.plan(centre);
        Tongue tongue = tongue(request, plan);
        LocalDate today = today(plan);
        model.addAttribute("week", WeekPage.of(centres.timetable(centre), tongue, today));
        model.addAttribute("cards", cards(plan, tongue));
        String street = plan.contact().address();
        String phone = plan.contact().phone();
        model.addAttribute("contact", plan.contact());
        model.addAttribute("street", street == null ? null : tongue.said(street));
        model.addAttribute("call", phone == null ? null : CoursePage.tel(phone));
        frame(request, response, model, tongue, languages(plan), plan, plan.name(), tongue.say("phone.week"));
        return "phone-week";
    }

    @GetMapping("/k/{code:[^.]+}")
    String course(
            @PathVariable("code") String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Course> found = alive(code);
        if (found.isEmpty()) {
            return missing(request, response, model);
        }
        Course course = found.get();
        Plan plan = centres.plan(course.centre());
        Tongue tongue = tongue(request, plan);
        List<CoursePage.Fit> fits = CoursePage.fits(course, centres.ages(course.centre()), tongue);
        model.addAttribute(
                "course", CoursePage.of(course, plan, fits, pictures.svg(course.picture()), tongue, today(plan)));
        String name = tongue.said(course.name()).words();
        frame(
                request,
                response,
                model,
                tongue,
                languages(plan),
                plan,
                name + " – " + plan.name(),
                tongue.facts(course.meetings()));
        return "phone-course";
    }

    @GetMapping("/k/{code:[^.]+}.ics")
    ResponseEntity<String> calendar(@PathVariable("code") String code, HttpServletRequest request) {
        Optional<Course> found = alive(code);
        if (found.isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        Course course = found.get();
        Plan plan = centres.plan(course.centre());
        String where = Stream.of(course.place(), plan.name(), plan.contact().address())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        String calendar = CourseCalendar.of(
                course,
                plan.zone(),
                tongue(request, plan),
                where,
                URI.create(courses.address(course)),
                clock.instant());
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(course.id() + ".ics")
                                .build()
                                .toString())
                .body(calendar);
    }

    @GetMapping("/om")
    String about(HttpServletRequest request, HttpServletResponse response, Model model) {
        Tongue tongue = house(request);
        frame(
                request,
                response,
                model,
                tongue,
                Tongue.SPOKEN,
                null,
                tongue.say("phone.about"),
                tongue.say("phone.about.lead"));
        return "phone-about";
    }

    /** An old name gets the present style too: a page may have been kept by the phone while the house was mended. */
    @GetMapping("/phone/{name:style-[0-9a-f]+\\.css}")
    ResponseEntity<String> style(@PathVariable("name") String name) {
        boolean present = name.equals(style.name());
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(
                        present
                                ? CacheControl.maxAge(Duration.ofDays(365))
                                        .cachePublic()
                                        .immutable()
                                : CacheControl.noCache())
                .body(style.text());
    }

    /** Nothing below these is ever a matter for the office. */
    @GetMapping({"/k", "/k/**"})
    String missing(HttpServletRequest request, HttpServletResponse response, Model model) {
        return nothing(request, response, model, "phone.missing.title", "phone.missing.text");
    }

    @GetMapping({"/c", "/c/**", "/phone", "/phone/**"})
    String lost(HttpServletRequest request, HttpServletResponse response, Model model) {
        return nothing(request, response, model, "phone.lost.title", "phone.lost.text");
    }

    private String nothing(
            HttpServletRequest request, HttpServletResponse response, Model model, String title, String text) {
        Tongue tongue = house(request);
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("text", tongue.say(text));
        model.addAttribute(
                "centres",
                centres.all().stream()
                        .map(centre -> door(centre, tongue.language()))
                        .toList());
        frame(request, response, model, tongue, Tongue.SPOKEN, null, tongue.say(title), tongue.say(text));
        return "phone-missing";
    }

    /** A course that is over is as gone as one that never was. */
    private Optional<Course> alive(String code) {
        return courses.byCode(code)
                .filter(course -> !today(centres.plan(course.centre())).isAfter(course.ends()));
    }

    private LocalDate today(Plan plan) {
        return LocalDate.ofInstant(clock.instant(), plan.zone());
    }

    private Door door(CentreId centre, String language) {
        Plan plan = centres.plan(centre);
        Tongue tongue = new Tongue(words, language, plan.language());
        return new Door("/c/" + centre, tongue.said(plan.name()), cards(plan, tongue));
    }

    private List<Card> cards(Plan plan, Tongue tongue) {
        return courses.open(plan.id(), today(plan)).stream()
                .map(course -> new Card(
                        "/k/" + course.code(),
                        tongue.said(course.name()),
                        CoursePage.fits(course, centres.ages(plan.id()), tongue),
                        tongue.facts(course.meetings())))
                .toList();
    }

    private void frame(
            HttpServletRequest request,
            HttpServletResponse response,
            Model model,
            Tongue tongue,
            List<String> languages,
            @Nullable Plan plan,
            String title,
            String description) {
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        model.addAttribute("t", tongue);
        model.addAttribute(
                "frame",
                new Frame(
                        title,
                        plan == null ? null : tongue.said(plan.name()),
                        plan == null ? "/" : "/c/" + plan.id(),
                        description,
                        publicAddress.url() + request.getRequestURI(),
                        "/phone/" + style.name(),
                        query(request),
                        languages.stream()
                                .map(code -> new Frame.Choice(
                                        code,
                                        new Tongue(words, code, code).name(),
                                        Tongue.direction(code),
                                        code.equals(tongue.language())))
                                .toList(),
                        settings.demo()));
    }

    /** A centre's languages, as far as we have words in them. */
    private static List<String> languages(Plan plan) {
        List<String> both =
                plan.languages().stream().filter(Tongue.SPOKEN::contains).toList();
        return both.isEmpty() ? List.of(Words.FIRST) : both;
    }

    private Tongue tongue(HttpServletRequest request, Plan plan) {
        return new Tongue(words, language(request, languages(plan)), plan.language());
    }

    private Tongue house(HttpServletRequest request) {
        return new Tongue(words, language(request, Tongue.SPOKEN), Words.FIRST);
    }

    /** The one chosen on the page, else the first that the phone asks for and we have, else the first of all. */
    private static String language(HttpServletRequest request, List<String> offered) {
        String chosen = request.getParameter("lang");
        if (chosen != null && offered.contains(chosen)) {
            return chosen;
        }
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return offered.getFirst();
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .filter(offered::contains)
                .findFirst()
                .orElse(offered.getFirst());
    }

    private static String query(HttpServletRequest request) {
        String chosen = request.getParameter("lang");
        return chosen != null && Tongue.SPOKEN.contains(chosen) ? "?lang=" + chosen : "";
    }

    /** A centre to enter. */
    record Door(String href, Said name, List<Card> courses) {}

    /** A course on a list. */
    record Card(String href, Said name, List<CoursePage.Fit> fits, String facts) {}
}
