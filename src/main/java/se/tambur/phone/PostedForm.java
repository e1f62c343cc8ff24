package se.tambur.phone;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what phones post before anyone else touches it: only small forms come further, whatever else a stranger sends
 * costs next to nothing.
 */
@Component
class PostedForm extends OncePerRequestFilter {

    private static final String FIELDS = PostedForm.class.getName();

    /** Longer than anything that can be right, short enough to be shown again. */
    private static final int LONGEST = 200;

    private final PhoneSettings settings;

    PostedForm(PhoneSettings settings) {
        this.settings = settings;
    }

    /** The fields of the form; unknown ones too, the first of each name. */
    @SuppressWarnings("unchecked")
    static Map<String, String> of(HttpServletRequest request) {
        return request.getAttribute(FIELDS) instanceof Map<?, ?> fields ? (Map<String, String>) fields : Map.of();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return !HttpMethod.POST.matches(request.getMethod()) || !(path.startsWith("/k/") || path.startsWith("/p/"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isForm(request.getContentType())) {
            refuse(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
            return;
        }
        if (request.getContentLengthLong() > settings.mostBytes()) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(settings.mostBytes() + 1);
        if (body.length > settings.mostBytes()) {
            refuse(response, HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        request.setAttribute(FIELDS, fields(new String(body, StandardCharsets.US_ASCII)));
        chain.doFilter(request, response);
    }

    private static void refuse(HttpServletResponse response, int status) {
        response.setStatus(status);
        response.setHeader("Cache-Control", "no-store");
    }

    private static boolean isForm(String type) {
        try {
            return type != null
                    && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new HashMap<>();
        for (String pair : body.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String decoded(String words) {
        try {
            String plain = URLDecoder.decode(words, StandardCharsets.UTF_8)
                    .replaceAll("\\p{Cntrl}", " ")
                    .strip();
            return plain.length() <= LONGEST ? plain : plain.substring(0, plain.offsetByCodePoints(0, LONGEST / 2));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
