package se.tambur.phone;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Pictures;
import se.tambur.course.PublicAddress;
import se.tambur.course.Scans;
import se.tambur.course.Tongue;
import se.tambur.course.Tongue.Said;
import se.tambur.shared.Settings;
import se.tambur.shared.Words;
import se.tambur.signup.SignUps;
import se.tambur.visit.OpenBook;

/** The pages for phones: plain HTML with one stylesheet, no script, no cookie, nothing kept about who reads. */
@Controller
class PhoneController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private static final Pattern CHOSEN = Pattern.compile("(?:^|&)lang=([a-z]{2,3})(?:&|$)");

    /** Far more languages than anyone speaks. */
    private static final int LONGEST_WISH = 500;

    private final Centres centres;
    private final Courses courses;
    private final SignUps signUps;
    private final Scans scans;
    private final Pictures pictures;
    private final PhoneStyle style;
    private final ITemplateEngine templates;
    private final PublicAddress publicAddress;
    private final Settings settings;
    private final OpenBook openBook;
    private final AccessSettings access;
    private final Words words;
    private final Clock clock;

    PhoneController(
            Centres centres,
            Courses courses,
            SignUps signUps,
            Scans scans,
            Pictures pictures,
            PhoneStyle style,
            ITemplateEngine templates,
            PublicAddress publicAddress,
            Settings settings,
            OpenBook openBook,
            AccessSettings access,
            Words words,
            Clock clock) {
        this.centres = centres;
        this.courses = courses;
        this.signUps = signUps;
        this.scans = scans;
        this.pictures = pictures;
        this.style = style;
        this.templates = templates;
        this.publicAddress = publicAddress;
        this.settings = settings;
        this.openBook = openBook;
        this.access = access;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/")
    ResponseEntity<String> home(HttpServletRequest request) {
        List<CentreId> all = centres.all();
        if (all.size() == 1) {
            return ResponseEntity.status(HttpStatus.FOUND)
                    .location(URI.create("/c/" + all.getFirst() + query(request)))
                    .build();
        }
        Tongue tongue = house(request);
        Frame frame = frame(request, tongue, null, tongue.say("phone.centres"), tongue.say("phone.about.lead"));
        return page("phone-centres", tongue, frame, Map.of("centres", doors(tongue)));
    }

    @GetMapping("/c/{centre}")
    ResponseEntity<String> week(@PathVariable("centre") String id, HttpServletRequest request) {
        Optional<CentreId> found = centres.all().stream()
                .filter(centre -> centre.value().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            return lost(request);
        }
        CentreId centre = found.get();
        Plan plan = centres.plan(centre);
        Tongue tongue = tongue(request, plan);
        WeekPage week =
                WeekPage.of(plan, centres.timetable(centre), tongue, today(plan), publicAddress.url() + "/c/" + centre);
        Frame frame = frame(request, tongue, plan, plan.name(), tongue.say("phone.week"));
        return page("phone-week", tongue, frame, Map.of("week", week, "cards", cards(plan, tongue)));
    }

    @GetMapping("/k/{code:[^.]+}")
    ResponseEntity<String> course(@PathVariable("code") String code, HttpServletRequest request) {
        Optional<Course> found = told(code);
        if (found.isEmpty()) {
            return missing(request);
        }
        Course course = found.get();
        if (Opening.is(request)) {
            scans.opened(course);
        }
        return show(course, request, false);
    }

    /** @param draft whether only staff see it yet */
    ResponseEntity<String> show(Course course, HttpServletRequest request, boolean draft) {
        Plan plan = centres.plan(course.centre());
        Tongue tongue = tongue(request, plan);
        List<CoursePage.Fit> fits = CoursePage.fits(course, centres.ages(course.centre()), tongue);
        CoursePage shown = CoursePage.of(
                course,
                plan,
                fits,
                pictures.svg(course.picture()),
                signUps.seats(course),
                signUps.keptFor(),
                tongue,
                today(plan));
        String title = shown.name().words() + " – " + plan.name();
        Frame frame = frame(request, tongue, plan, title, tongue.facts(course.meetings()));
        return page(
                "phone-course",
                tongue,
                frame,
                Map.of(
                        "course",
                        shown,
                        "draft",
                        draft,
                        "event",
                        Happening.of(course, plan, tongue, courses.address(course)),
                        "share",
                        SharePicture.Share.of(course, tongue, courses.address(course))));
    }

    @GetMapping("/k/{code:[^.]+}.ics")
    ResponseEntity<String> calendar(@PathVariable("code") String code, HttpServletRequest request) {
        Optional<Course> found = alive(code);
        if (found.isEmpty()) {
            return missing(request);
        }
        Course course = found.get();
        Plan plan = centres.plan(course.centre());
        String where = Stream.of(course.place(), plan.name(), plan.contact().address())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        URI address = URI.create(courses.address(course));
        String calendar =
                CourseCalendar.of(course, plan.zone(), tongue(request, plan), where, address, clock.instant());
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
    ResponseEntity<String> about(HttpServletRequest request) {
        Tongue tongue = house(request);
        Frame frame = frame(request, tongue, null, tongue.say("phone.about"), tongue.say("phone.about.lead"));
        List<CentreId> all = centres.all();
        return all.size() == 1
                ? about(tongue, frame, all.getFirst())
                : page("phone-about", tongue, frame, Map.of("centres", doors(tongue)));
    }

    /** With what lies in this centre's rows right now. */
    @GetMapping("/c/{centre}/om")
    ResponseEntity<String> about(@PathVariable("centre") String id, HttpServletRequest request) {
        Optional<CentreId> found = centres.all().stream()
                .filter(centre -> centre.value().equals(id))
                .findFirst();
        if (found.isEmpty()) {
            return lost(request);
        }
        Plan plan = centres.plan(found.get());
        Tongue tongue = tongue(request, plan);
        Frame frame = frame(request, tongue, plan, tongue.say("phone.about"), tongue.say("phone.about.lead"));
        return about(tongue, frame, found.get());
    }

    private ResponseEntity<String> about(Tongue tongue, Frame frame, CentreId centre) {
        return page(
                "phone-about",
                tongue,
                frame,
                Map.of("stored", StoredPage.of(centre, openBook, tongue), "families", OpenBook.FAMILIES));
    }

    /** The statement that the Swedish act on accessibility to digital public services asks for, by Digg's form. */
    @GetMapping("/om/tillganglighet")
    ResponseEntity<String> accessibility(HttpServletRequest request) {
        Tongue tongue = house(request);
        String title = tongue.say("access.title");
        Frame frame = frame(request, tongue, null, title, title);
        String provider = access.provider();
        Map<String, Object> said = new HashMap<>();
        said.put(
                "provider",
                provider != null
                        ? provider
                        : centres.all().stream()
                                .map(centre -> centres.plan(centre).name())
                                .collect(Collectors.joining(", ")));
        said.put("mail", access.mail());
        said.put("phone", access.phone());
        said.put(
                "houses",
                centres.all().stream()
                        .map(centre -> centres.plan(centre))
                        .filter(plan -> plan.contact().phone() != null)
                        .toList());
        LocalDate assessed = access.assessed();
        said.put("assessed", tongue.date(assessed) + " " + assessed.getYear());
        return page("phone-access", tongue, frame, said);
    }

    @GetMapping("/om/**")
    ResponseEntity<String> nothingMore(HttpServletRequest request) {
        return lost(request);
    }

    /** An old name gets the present style too: a phone may have kept a page while the house was mended. */
    @GetMapping("/phone/{name:style-[0-9a-f]+\\.css}")
    ResponseEntity<String> style(@PathVariable("name") String name) {
        CacheControl forEver =
                CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
        return ResponseEntity.ok()
                .contentType(CSS)
                .cacheControl(name.equals(style.name()) ? forEver : CacheControl.noCache())
                .body(style.text());
    }

    @GetMapping({"/k", "/k/**"})
    ResponseEntity<String> missing(HttpServletRequest request) {
        return nothing(request, "phone.missing.title", "phone.missing.text");
    }

    /** Without it these would be taken for pages of the office. */
    @GetMapping({"/c", "/c/**", "/phone", "/phone/**"})
    ResponseEntity<String> lost(HttpServletRequest request) {
        return nothing(request, "phone.lost.title", "phone.lost.text");
    }

    ResponseEntity<String> nothing(HttpServletRequest request, String title, String text) {
        Tongue tongue = house(request);
        Frame frame = frame(request, tongue, null, tongue.say(title), tongue.say(text));
        return write(
                HttpStatus.NOT_FOUND,
                CacheControl.noStore(),
                "phone-missing",
                tongue,
                frame,
                Map.of("text", tongue.say(text), "centres", doors(tongue)));
    }

    /** A course that is over is as gone as one that never was. */
    Optional<Course> alive(String code) {
        return courses.byCode(code).filter(course -> course.shown(today(centres.plan(course.centre()))));
    }

    /** As {@link #alive}, and one that is called off as long as somebody may come to it. */
    private Optional<Course> told(String code) {
        return courses.byCode(code)
                .filter(course -> course.state() != Course.State.DRAFT)
                .filter(course -> !today(centres.plan(course.centre())).isAfter(course.ends()));
    }

    LocalDate today(Plan plan) {
        return LocalDate.ofInstant(clock.instant(), plan.zone());
    }

    private List<Door> doors(Tongue tongue) {
        return centres.all().stream()
                .map(centre -> door(centre, tongue.language()))
                .toList();
    }

    private Door door(CentreId centre, String language) {
        Plan plan = centres.plan(centre);
        Tongue tongue = new Tongue(words, language, plan.language());
        return new Door("/c/" + centre, tongue.said(plan.name()), cards(plan, tongue));
    }

    private List<Card> cards(Plan plan, Tongue tongue) {
        return courses.coming(plan.id(), today(plan)).stream()
                .map(course -> new Card(
                        "/k/" + course.code(),
                        tongue.said(course.name()),
                        CoursePage.fits(course, centres.ages(plan.id()), tongue),
                        tongue.facts(course.meetings())))
                .toList();
    }

    Frame frame(HttpServletRequest request, Tongue tongue, @Nullable Plan plan, String title, String description) {
        String here = request.getRequestURI();
        return new Frame(
                title,
                plan == null ? null : tongue.said(plan.name()),
                plan == null || here.equals("/c/" + plan.id()) ? null : "/c/" + plan.id(),
                plan == null ? "/om" : "/c/" + plan.id() + "/om",
                description,
                publicAddress.url() + here,
                "/phone/" + style.name(),
                query(request),
                (plan == null ? Tongue.SPOKEN : languages(plan))
                        .stream().map(code -> choice(code, tongue)).toList(),
                settings.demo());
    }

    private Frame.Choice choice(String code, Tongue tongue) {
        Tongue other = new Tongue(words, code, code);
        return new Frame.Choice(code, other.name(), other.dir(), code.equals(tongue.language()));
    }

    /** A page that may be kept for a minute: on the way back from the sign-up there may be no network. */
    private ResponseEntity<String> page(String template, Tongue tongue, Frame frame, Map<String, Object> more) {
        return write(HttpStatus.OK, CacheControl.maxAge(Duration.ofMinutes(1)), template, tongue, frame, more);
    }

    /** Written here, not by a view, which would name the server's own language in the answer's head. */
    ResponseEntity<String> write(
            HttpStatus status,
            CacheControl keep,
            String template,
            Tongue tongue,
            Frame frame,
            Map<String, Object> more) {
        Context context = new Context(Locale.of(tongue.language()), more);
        context.setVariable("t", tongue);
        context.setVariable("frame", frame);
        return ResponseEntity.status(status)
                .contentType(HTML)
                .header(HttpHeaders.CONTENT_LANGUAGE, tongue.language())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .cacheControl(keep)
                .body(templates.process(template, context));
    }

    /** A centre's languages, as far as we have words in them. */
    static List<String> languages(Plan plan) {
        List<String> both =
                plan.languages().stream().filter(Tongue.SPOKEN::contains).toList();
        return both.isEmpty() ? List.of(Words.FIRST) : both;
    }

    Tongue tongue(HttpServletRequest request, Plan plan) {
        return new Tongue(words, language(request, languages(plan)), plan.language());
    }

    private Tongue house(HttpServletRequest request) {
        return new Tongue(words, language(request, Tongue.SPOKEN), Words.FIRST);
    }

    /** The one chosen on the page, else the first that the phone asks for and we have, else the first of all. */
    static String language(HttpServletRequest request, List<String> offered) {
        String chosen = chosen(request);
        if (offered.contains(chosen)) {
            return chosen;
        }
        return wishes(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)).stream()
                .map(wish -> Locale.forLanguageTag(wish.getRange()).getLanguage())
                .filter(offered::contains)
                .findFirst()
                .orElse(offered.getFirst());
    }

    /** What a phone asks for, the dearest first; none when it says nothing that can be read. */
    private static List<Locale.LanguageRange> wishes(@Nullable String header) {
        if (header == null || header.length() > LONGEST_WISH) {
            return List.of();
        }
        try {
            return Locale.LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    static String query(HttpServletRequest request) {
        String chosen = chosen(request);
        return Tongue.SPOKEN.contains(chosen) ? "?lang=" + chosen : "";
    }

    /** Read off the address alone: a form has fields of its own, and a server stumbles over addresses that strangers make up. */
    private static String chosen(HttpServletRequest request) {
        String query = request.getQueryString();
        Matcher asked = CHOSEN.matcher(query == null ? "" : query);
        return asked.find() ? asked.group(1) : "";
    }

    /** A centre to enter. */
    record Door(String href, Said name, List<Card> courses) {}

    /** A course on a list. */
    record Card(String href, Said name, List<CoursePage.Fit> fits, String facts) {}
}
