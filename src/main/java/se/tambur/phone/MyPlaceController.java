package se.tambur.phone;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
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
import org.springframework.web.bind.annotation.PostMapping;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.course.Course;
import se.tambur.course.PublicAddress;
import se.tambur.course.Tongue;
import se.tambur.course.Tries;
import se.tambur.shared.Mail;
import se.tambur.shared.QrCode;
import se.tambur.shared.Words;
import se.tambur.signup.Family;
import se.tambur.signup.SignUps;
import se.tambur.signup.SignUps.Mine;
import se.tambur.signup.SignUps.Note;
import tools.jackson.databind.json.JsonMapper;

/**
 * A family's own pages: how its sign-up stands, and everything it can do about it. Whoever holds the link may; nobody
 * else finds it, and nothing on the way keeps it.
 */
@Controller
class MyPlaceController {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{32}");

    private final PhoneController pages;
    private final Centres centres;
    private final SignUps signUps;
    private final PublicAddress publicAddress;
    private final Mail mail;
    private final Words words;
    private final Clock clock;
    private final Tries byNetwork;
    private final JsonMapper json = JsonMapper.builder().build();

    MyPlaceController(
            PhoneController pages,
            Centres centres,
            SignUps signUps,
            PublicAddress publicAddress,
            PhoneSettings settings,
            Mail mail,
            Words words,
            Clock clock) {
        this.pages = pages;
        this.centres = centres;
        this.signUps = signUps;
        this.publicAddress = publicAddress;
        this.mail = mail;
        this.words = words;
        this.clock = clock;
        this.byNetwork = new Tries(settings.formsPerNetwork(), settings.within());
    }

    @GetMapping("/p/{token:[^.]+}")
    ResponseEntity<String> mine(@PathVariable("token") String token, HttpServletRequest request) {
        return look(token, request, sheet -> sheet.place(HttpStatus.OK, null));
    }

    @PostMapping("/p/{token:[^.]+}/ja")
    ResponseEntity<String> accept(@PathVariable("token") String token, HttpServletRequest request) {
        return deed(token, request, sheet -> {
            signUps.accept(token);
            return sheet.back();
        });
    }

    @GetMapping("/p/{token:[^.]+}/andra")
    ResponseEntity<String> changes(@PathVariable("token") String token, HttpServletRequest request) {
        return look(
                token,
                request,
                sheet -> sheet.change(HttpStatus.OK, FamilyForm.of(sheet.mine.family()), Map.of(), null));
    }

    @PostMapping("/p/{token:[^.]+}/andra")
    ResponseEntity<String> change(@PathVariable("token") String token, HttpServletRequest request) {
        return look(token, request, sheet -> {
            FamilyForm typed = FamilyForm.posted(PostedForm.of(request), sheet.languages());
            List<Plan.Age> ages = sheet.plan.ages();
            Map<String, String> flaws = typed.flaws(ages);
            if (!flaws.isEmpty()) {
                return sheet.change(HttpStatus.UNPROCESSABLE_CONTENT, typed, flaws, null);
            }
            if (!spend(request)) {
                return sheet.change(HttpStatus.TOO_MANY_REQUESTS, typed, flaws, "phone.signup.wait");
            }
            signUps.change(token, typed.family(ages));
            return sheet.back();
        });
    }

    @GetMapping("/p/{token:[^.]+}/avboka")
    ResponseEntity<String> leaving(@PathVariable("token") String token, HttpServletRequest request) {
        return look(
                token, request, sheet -> sheet.shown().leave() == null ? sheet.back() : sheet.sure("leave", "/avboka"));
    }

    @PostMapping("/p/{token:[^.]+}/avboka")
    ResponseEntity<String> leave(@PathVariable("token") String token, HttpServletRequest request) {
        return deed(token, request, sheet -> {
            signUps.cancel(token);
            return sheet.back();
        });
    }

    @GetMapping("/p/{token:[^.]+}/radera")
    ResponseEntity<String> erasing(@PathVariable("token") String token, HttpServletRequest request) {
        return look(token, request, sheet -> sheet.sure("erase", "/radera"));
    }

    @PostMapping("/p/{token:[^.]+}/radera")
    ResponseEntity<String> erase(@PathVariable("token") String token, HttpServletRequest request) {
        return deed(token, request, sheet -> {
            signUps.erase(token);
            return sheet.erased();
        });
    }

    /** Everything that is kept of a family, for a machine to read (GDPR, article 20). */
    @GetMapping("/p/{token:[^.]+}.json")
    ResponseEntity<String> export(@PathVariable("token") String token, HttpServletRequest request) {
        return look(
                token,
                request,
                sheet -> privately(ResponseEntity.ok())
                        .contentType(MediaType.APPLICATION_JSON)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(
                                                "tambur-" + sheet.mine.course().id() + ".json")
                                        .build()
                                        .toString())
                        .body(json.writerWithDefaultPrettyPrinter()
                                .writeValueAsString(Export.of(sheet.mine, signUps.traces(token)))));
    }

    @GetMapping({"/p", "/p/**"})
    ResponseEntity<String> missing(HttpServletRequest request) {
        return pages.nothing(request, "phone.mine.missing", "phone.mine.missing.text");
    }

    private ResponseEntity<String> look(
            String token, HttpServletRequest request, Function<Sheet, ResponseEntity<String>> answer) {
        Optional<Mine> found = TOKEN.matcher(token).matches() ? signUps.mine(token) : Optional.empty();
        return found.map(mine -> answer.apply(new Sheet(token, mine, request))).orElseGet(() -> missing(request));
    }

    private ResponseEntity<String> deed(
            String token, HttpServletRequest request, Function<Sheet, ResponseEntity<String>> deed) {
        return look(
                token,
                request,
                sheet -> spend(request)
                        ? deed.apply(sheet)
                        : sheet.place(HttpStatus.TOO_MANY_REQUESTS, "phone.mine.wait"));
    }

    private boolean spend(HttpServletRequest request) {
        return byNetwork.spend(String.valueOf(request.getRemoteAddr()));
    }

    /** What holds a link or what it leads to is kept by no cache and found by no search. */
    private static <B extends ResponseEntity.HeadersBuilder<B>> B privately(B answer) {
        return answer.cacheControl(CacheControl.noStore()).header("X-Robots-Tag", "noindex, nofollow");
    }

    /** One family's place for one request. */
    private final class Sheet {

        private final String token;
        private final Mine mine;
        private final HttpServletRequest request;
        private final Plan plan;
        private final Tongue tongue;

        Sheet(String token, Mine mine, HttpServletRequest request) {
            this.token = token;
            this.mine = mine;
            this.request = request;
            this.plan = centres.plan(mine.course().centre());
            this.tongue = new Tongue(words, language(), plan.language());
        }

        /** Chosen on the page, else the one they asked to be written to in. */
        private String language() {
            List<String> offered = PhoneController.languages(plan);
            String theirs = mine.family().language();
            return PhoneController.query(request).isEmpty() && offered.contains(theirs)
                    ? theirs
                    : PhoneController.language(request, offered);
        }

        List<String> languages() {
            List<String> offered = PhoneController.languages(plan);
            return offered.contains(mine.family().language())
                    ? Stream.concat(Stream.of(mine.family().language()), offered.stream())
                            .distinct()
                            .toList()
                    : offered;
        }

        MyPage shown() {
            Instant now = clock.instant();
            return MyPage.of(mine, plan, centres.ages(plan.id()), words, tongue, now);
        }

        /** @param hint the key of what to tell them; null: nothing */
        ResponseEntity<String> place(HttpStatus status, @Nullable String hint) {
            String link = publicAddress.url() + path("");
            Map<String, Object> more = new HashMap<>();
            more.put("mine", shown());
            more.put("hint", hint == null ? "" : tongue.say(hint));
            more.put("path", path(""));
            more.put("qr", QrCode.svg(link));
            more.put("link", link);
            more.put("silent", !mail.set() || mine.family().email() == null);
            more.put(
                    "kept",
                    tongue.say(
                            "phone.signup.kept", Map.of("n", signUps.keptFor().toDays())));
            return page(status, "phone-mine", tongue.say("phone.mine"), more);
        }

        ResponseEntity<String> change(
                HttpStatus status, FamilyForm typed, Map<String, String> flaws, @Nullable String hint) {
            String title = tongue.say("phone.mine.change.title");
            Map<String, Object> more = new HashMap<>();
            more.put("title", title);
            more.put("name", tongue.said(mine.course().name()));
            more.put(
                    "form", FamilyFields.of(typed, flaws, plan.ages(), PhoneController.languages(plan), words, tongue));
            more.put("action", path("/andra") + query());
            more.put("back", path("") + query());
            more.put("hint", hint == null ? "" : tongue.say(hint));
            return page(
                    status,
                    "phone-change",
                    flaws.isEmpty() ? title : tongue.say("phone.signup.flaws.title", Map.of("title", title)),
                    more);
        }

        /** @param what {@code leave} or {@code erase} */
        ResponseEntity<String> sure(String what, String action) {
            String title = tongue.say("phone.mine." + what + ".sure");
            return page(
                    HttpStatus.OK,
                    "phone-sure",
                    title,
                    Map.of(
                            "title",
                            title,
                            "text",
                            tongue.say("phone.mine." + what + ".text"),
                            "yes",
                            tongue.say("phone.mine." + what + ".yes"),
                            "no",
                            tongue.say("phone.mine." + what + ".no"),
                            "action",
                            path(action) + query(),
                            "back",
                            path("") + query()));
        }

        ResponseEntity<String> erased() {
            String title = tongue.say("phone.mine.erased");
            return page(
                    HttpStatus.OK,
                    "phone-said",
                    title,
                    Map.of(
                            "title",
                            title,
                            "text",
                            tongue.say("phone.mine.erased.text"),
                            "more",
                            "/c/" + plan.id() + query()));
        }

        /** To the page that says how it stands now. */
        ResponseEntity<String> back() {
            return privately(ResponseEntity.status(HttpStatus.SEE_OTHER))
                    .location(URI.create(path("") + query()))
                    .build();
        }

        private ResponseEntity<String> page(
                HttpStatus status, String template, String title, Map<String, Object> more) {
            ResponseEntity<String> written = pages.write(
                    status,
                    CacheControl.noStore(),
                    template,
                    tongue,
                    pages.frame(request, tongue, plan, title, tongue.say("phone.mine")),
                    more);
            return privately(ResponseEntity.status(status).headers(written.getHeaders()))
                    .body(written.getBody());
        }

        private String path(String rest) {
            return "/p/" + token + rest;
        }

        private String query() {
            return PhoneController.query(request);
        }
    }

    /** As it is written down for them: our own words for what is kept, with moments in universal time. */
    private record Export(
            String centre,
            String course,
            String standing,
            int placeInLine,
            @Nullable Instant offerUntil,
            Instant signedUp,
            String name,
            @Nullable String email,
            @Nullable String phone,
            int adults,
            Map<String, Integer> children,
            String language,
            boolean interpreter,
            List<LocalDate> present,
            List<Note> letters) {

        static Export of(Mine mine, SignUps.Traces traces) {
            Course course = mine.course();
            Family family = mine.family();
            Map<String, Integer> children = new TreeMap<>();
            family.children().forEach((age, number) -> children.put(age.value(), number));
            return new Export(
                    course.centre().value(),
                    course.id(),
                    mine.standing().name().toLowerCase(Locale.ROOT),
                    mine.place(),
                    mine.offerUntil(),
                    mine.madeAt(),
                    family.name(),
                    family.email(),
                    family.phone(),
                    family.adults(),
                    children,
                    family.language(),
                    family.interpreter(),
                    traces.present(),
                    traces.letters());
        }
    }
}
