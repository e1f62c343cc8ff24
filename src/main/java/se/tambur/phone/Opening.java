package se.tambur.phone;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells a person who opens a page from a machine that fetches it, by what the request says of itself; nothing of it is
 * kept.
 *
 * <p>A machine is: anything but GET; a browser that loads ahead ({@code Sec-Purpose}, {@code Purpose} or {@code X-Moz});
 * a part of another page ({@code Sec-Fetch-Dest} other than {@code document}); a program that names itself as one of
 * {@link #MACHINES} or has no name. A person who comes from another page of ours, to change the language, say, or back
 * from the form ({@code Sec-Fetch-Site: same-origin}), has opened it already.
 */
final class Opening {

    /**
     * Link previews of messengers, searchers, and programs that fetch pages for others; not the browsers within such
     * apps, which carry their names too, and not a telephone of the make Cubot.
     */
    private static final Pattern MACHINES = Pattern.compile(String.join(
            "|",
            List.of(
                    "(?<!cu)bot\\b",
                    "crawl",
                    "spider",
                    "preview",
                    "facebookexternalhit",
                    "facebookcatalog",
                    "meta-external",
                    "^whatsapp/",
                    "vkshare",
                    "embedly",
                    "iframely",
                    "read-aloud",
                    "mediapartners",
                    "headlesschrome",
                    "lighthouse",
                    "uptime",
                    "^curl/",
                    "^wget/",
                    "python",
                    "^java",
                    "go-http-client",
                    "okhttp",
                    "axios",
                    "node-fetch",
                    "libwww",
                    "httpclient")));

    private Opening() {}

    /** Whether a person has opened the page that is asked for. */
    static boolean is(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && Stream.of("Sec-Purpose", "Purpose", "X-Purpose", "X-Moz")
                        .map(request::getHeader)
                        .noneMatch(Opening::ahead)
                && missingOr("document", request.getHeader("Sec-Fetch-Dest"))
                && !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                && !machine(request.getHeader("User-Agent"));
    }

    private static boolean ahead(@Nullable String purpose) {
        return purpose != null
                && Stream.of("prefetch", "prerender", "preview").anyMatch(purpose.toLowerCase(Locale.ROOT)::contains);
    }

    private static boolean missingOr(String wanted, @Nullable String said) {
        return said == null || said.equals(wanted);
    }

    private static boolean machine(@Nullable String program) {
        return program == null
                || program.isBlank()
                || MACHINES.matcher(program.toLowerCase(Locale.ROOT)).find();
    }
}
