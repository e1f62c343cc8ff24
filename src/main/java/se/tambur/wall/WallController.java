package se.tambur.wall;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import se.tambur.kiosk.PairingTries;
import se.tambur.shared.Words;
import se.tambur.today.HouseReader;

/** The page of a screen on the wall. Whoever has no token is asked for a code. */
@Controller
class WallController {

    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    private static final String CODE = "[A-Za-z]{8}";

    private final WallScreens screens;
    private final HouseReader houses;
    private final PairingTries tries;
    private final ITemplateEngine templates;
    private final Words words;

    WallController(
            WallScreens screens, HouseReader houses, PairingTries tries, ITemplateEngine templates, Words words) {
        this.screens = screens;
        this.houses = houses;
        this.tries = tries;
        this.templates = templates;
        this.words = words;
    }

    @GetMapping("/wall")
    ResponseEntity<byte[]> page(@RequestParam(defaultValue = "") String code, Locale language) {
        WallScreens.Shown screen = screen();
        return screen == null
                ? ask(HttpStatus.OK, code.matches(CODE) ? code : "", "", language)
                : html(HttpStatus.OK, "wall", Map.of("wall", wall(screen)));
    }

    /** What the page asks for every few seconds: its own middle, as it is now. */
    @GetMapping("/wall/now")
    ResponseEntity<byte[]> now() {
        WallScreens.Shown screen = screen();
        return screen == null
                ? ResponseEntity.status(HttpStatus.UNAUTHORIZED).build()
                : html(HttpStatus.OK, "wall-now", Map.of("wall", wall(screen)));
    }

    @PostMapping("/wall")
    ResponseEntity<byte[]> open(
            @RequestParam(defaultValue = "") String code, HttpServletRequest request, Locale language) {
        String typed = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        String address = request.getRemoteAddr();
        if (!tries.spend(address)) {
            return ask(HttpStatus.TOO_MANY_REQUESTS, "", "too-many", language);
        }
        return screens.open(typed)
                .map(token -> {
                    tries.giveBack(address);
                    return ResponseEntity.status(HttpStatus.SEE_OTHER)
                            .location(URI.create("/wall"))
                            .header(HttpHeaders.SET_COOKIE, WallSecurity.cookie(token))
                            .cacheControl(CacheControl.noStore())
                            .body(new byte[0]);
                })
                .orElseGet(() -> ask(HttpStatus.UNPROCESSABLE_CONTENT, "", "wrong", language));
    }

    private static WallScreens.@Nullable Shown screen() {
        Authentication somebody = SecurityContextHolder.getContext().getAuthentication();
        return somebody != null && somebody.getPrincipal() instanceof WallScreens.Shown shown ? shown : null;
    }

    private WallPage wall(WallScreens.Shown screen) {
        return WallPage.of(houses.read(screen.centre()), words);
    }

    private ResponseEntity<byte[]> ask(HttpStatus status, String code, String flaw, Locale wished) {
        String language = wished.getLanguage().equals("en") ? "en" : "sv";
        return html(status, "wall-code", Map.of("code", code, "flaw", flaw, "say", new Saying(words, language)));
    }

    private ResponseEntity<byte[]> html(HttpStatus status, String template, Map<String, Object> model) {
        return ResponseEntity.status(status)
                .contentType(HTML)
                .cacheControl(CacheControl.noStore())
                .body(templates
                        .process(template, new Context(Locale.ROOT, model))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Words for the page that asks for a code. */
    record Saying(Words words, String language) {

        public String it(String key) {
            return words.say(language, "wall." + key);
        }
    }
}
