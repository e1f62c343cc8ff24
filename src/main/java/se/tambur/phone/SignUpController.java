package se.tambur.phone;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.course.Course;
import se.tambur.course.Tongue;
import se.tambur.course.Tries;
import se.tambur.shared.Mail;
import se.tambur.shared.Words;
import se.tambur.signup.SignUps;
import se.tambur.signup.SignUps.Answer;
import se.tambur.signup.Stamps;
import se.tambur.signup.Stamps.Stamp;

/** The form that asks for a place in a course. Whatever goes wrong, what has been typed is there again. */
@Controller
class SignUpController {

    /** A field that people do not see and machines fill in. */
    private static final String TRAP = "homepage";

    private final PhoneController pages;
    private final Centres centres;
    private final SignUps signUps;
    private final Stamps stamps;
    private final PhoneSettings settings;
    private final Mail mail;
    private final Words words;
    private final Clock clock;
    private final Tries byNetwork;
    private final Tries byCourse;

    SignUpController(
            PhoneController pages,
            Centres centres,
            SignUps signUps,
            Stamps stamps,
            PhoneSettings settings,
            Mail mail,
            Words words,
            Clock clock) {
        this.pages = pages;
        this.centres = centres;
        this.signUps = signUps;
        this.stamps = stamps;
        this.settings = settings;
        this.mail = mail;
        this.words = words;
        this.clock = clock;
        this.byNetwork = new Tries(settings.formsPerNetwork(), settings.within());
        this.byCourse = new Tries(settings.formsPerCourse(), settings.within());
    }

    @GetMapping("/k/{code:[^.]+}/plats")
    ResponseEntity<String> form(@PathVariable("code") String code, HttpServletRequest request) {
        Optional<Course> found = pages.alive(code);
        if (found.isEmpty()) {
            return pages.missing(request);
        }
        Sheet sheet = new Sheet(found.get(), request);
        if (!sheet.open() || sheet.full()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/k/" + found.get().code() + PhoneController.query(request)))
                    .build();
        }
        FamilyForm blank = FamilyForm.blank(found.get(), sheet.tongue.language());
        return sheet.show(HttpStatus.OK, blank, Map.of(), stamps.fresh(found.get()), null);
    }

    @PostMapping("/k/{code:[^.]+}/plats")
    ResponseEntity<String> take(@PathVariable("code") String code, HttpServletRequest request) {
        Optional<Course> found = pages.alive(code);
        if (found.isEmpty()) {
            return pages.missing(request);
        }
        Sheet sheet = new Sheet(found.get(), request);
        Map<String, String> fields = PostedForm.of(request);
        FamilyForm typed = FamilyForm.posted(fields, sheet.languages());
        Optional<Stamp> known = stamps.read(found.get(), fields.getOrDefault("form", ""))
                .filter(stamp -> age(stamp).compareTo(settings.freshFor()) < 0);
        Stamp stamp = known.orElseGet(() -> stamps.fresh(found.get()));
        if (!byNetwork.spend(String.valueOf(request.getRemoteAddr()))) {
            return sheet.show(HttpStatus.TOO_MANY_REQUESTS, typed, Map.of(), stamp, "phone.signup.wait");
        }
        boolean hasty = known.isEmpty()
                || age(stamp).compareTo(settings.fastest()) < 0
                || !fields.getOrDefault(TRAP, "").isEmpty();
        Map<String, String> flaws = typed.flaws(sheet.plan.ages());
        if (!flaws.isEmpty()) {
            return sheet.show(HttpStatus.UNPROCESSABLE_CONTENT, typed, flaws, stamp, null);
        }
        if (hasty) {
            return sheet.show(HttpStatus.UNPROCESSABLE_CONTENT, typed, Map.of(), stamp, "phone.signup.again");
        }
        if (!signUps.has(stamp.form()) && !byCourse.spend(found.get().code())) {
            return sheet.show(HttpStatus.TOO_MANY_REQUESTS, typed, Map.of(), stamp, "phone.signup.wait");
        }
        Answer answer = signUps.signUp(found.get(), stamp.form(), typed.family(sheet.plan.ages()));
        if (answer.token() == null) {
            return sheet.tooLate(answer.outcome());
        }
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create("/p/" + answer.token() + PhoneController.query(request)))
                .build();
    }

    private Duration age(Stamp stamp) {
        return Duration.between(stamp.shown(), clock.instant());
    }

    /** One course's form for one request. */
    private final class Sheet {

        private final Course course;
        private final HttpServletRequest request;
        private final Plan plan;
        private final Tongue tongue;

        Sheet(Course course, HttpServletRequest request) {
            this.course = course;
            this.request = request;
            this.plan = centres.plan(course.centre());
            this.tongue = pages.tongue(request, plan);
        }

        boolean open() {
            return course.signUp() instanceof Course.SignUpWay.Here && course.canBeJoined(pages.today(plan));
        }

        boolean full() {
            return signUps.seats(course).full() && !course.waitingList();
        }

        /** The page's own first, so that it is what letters are written in where nothing was chosen. */
        List<String> languages() {
            List<String> all = PhoneController.languages(plan);
            return Stream.concat(Stream.of(tongue.language()), all.stream())
                    .distinct()
                    .toList();
        }

        /** @param hint the key of what to tell her; null: nothing */
        ResponseEntity<String> show(
                HttpStatus status, FamilyForm typed, Map<String, String> flaws, Stamp stamp, @Nullable String hint) {
            String title = tongue.say(signUps.seats(course).full() ? "phone.join.wait" : "phone.join");
            String name = tongue.said(course.name()).words();
            Map<String, Object> more = new HashMap<>();
            more.put("name", tongue.said(course.name()));
            more.put("facts", tongue.facts(course.meetings()));
            more.put("title", title);
            more.put(
                    "form", FamilyFields.of(typed, flaws, plan.ages(), PhoneController.languages(plan), words, tongue));
            more.put("action", CoursePage.form(course) + PhoneController.query(request));
            more.put("back", "/k/" + course.code() + PhoneController.query(request));
            more.put("stamp", stamp.words());
            more.put("trap", TRAP);
            more.put("silent", !mail.set());
            more.put("hint", hint == null ? "" : tongue.say(hint));
            more.put(
                    "kept",
                    tongue.say(
                            "phone.signup.kept", Map.of("n", signUps.keptFor().toDays())));
            String shown = title + " – " + name;
            String heading = flaws.isEmpty() ? shown : tongue.say("phone.signup.flaws.title", Map.of("title", shown));
            return pages.write(
                    status,
                    CacheControl.noStore(),
                    "phone-signup",
                    tongue,
                    pages.frame(request, tongue, plan, heading, tongue.facts(course.meetings())),
                    more);
        }

        ResponseEntity<String> tooLate(SignUps.Outcome outcome) {
            String title = tongue.say("phone.signup.late");
            String why = outcome == SignUps.Outcome.FULL
                    ? tongue.say("phone.join.full")
                    : CoursePage.notNow(course, tongue, pages.today(plan));
            return pages.write(
                    HttpStatus.CONFLICT,
                    CacheControl.noStore(),
                    "phone-said",
                    tongue,
                    pages.frame(request, tongue, plan, title, why),
                    Map.of("title", title, "text", why, "more", "/c/" + plan.id() + PhoneController.query(request)));
        }
    }
}
