package se.tambur.kiosk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The tablet's page. The built page itself is handed out, not one drawn by the office's servlet: a tablet keeps no
 * session, and its service worker keeps the page for the days without a network.
 */
@Controller
class KioskPage {

    private static final Pattern INLINE =
            Pattern.compile("<(style|script)(?![^>]*\\bsrc=)[^>]*>(.*?)</\\1>", Pattern.DOTALL);

    private @Nullable Page page;

    @GetMapping({"/kiosk", "/kiosk/"})
    ResponseEntity<String> kiosk(HttpServletRequest request) {
        Page built = page();
        // without an icon of its own a browser would ask the office for one
        String base = "<head>\n    <base href=\"" + request.getContextPath()
                + "/\" />\n    <link rel=\"icon\" href=\"data:,\" />";
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .cacheControl(CacheControl.maxAge(Duration.ZERO).mustRevalidate())
                .header("Content-Security-Policy", built.policy)
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .body(built.html.replaceFirst("<head>", Matcher.quoteReplacement(base)));
    }

    private synchronized Page page() {
        Page known = page;
        if (known == null) {
            known = Page.read();
            page = known;
        }
        return known;
    }

    /** The page as it was built, and what it may do: fixed inline parts by their hash, everything else from here. */
    private record Page(String html, String policy) {

        static Page read() {
            String html;
            try {
                html = new ClassPathResource("META-INF/VAADIN/webapp/index.html")
                        .getContentAsString(StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("The tablet's page has not been built", e);
            }
            var styles = new StringBuilder("style-src 'self'");
            var scripts = new StringBuilder("script-src 'self'");
            Matcher inline = INLINE.matcher(html);
            while (inline.find()) {
                ("style".equals(inline.group(1)) ? styles : scripts)
                        .append(" 'sha256-")
                        .append(sha256(inline.group(2)))
                        .append('\'');
            }
            String policy = "default-src 'none'; " + scripts + "; " + styles
                    + "; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self';"
                    + " manifest-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";
            return new Page(html, policy);
        }

        private static String sha256(String text) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return Base64.getEncoder().encodeToString(hash);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
