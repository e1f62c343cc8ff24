package se.tambur.kiosk;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows a tablet by its cookie and hands it a new one when that gets old. What changes something must carry a header of
 * ours and be JSON, which no page of another site can send.
 */
final class DeviceFilter extends OncePerRequestFilter {

    static final String COOKIE = "__Host-kiosk";

    private static final Logger log = LoggerFactory.getLogger(DeviceFilter.class);

    /** The longest that browsers keep a cookie. */
    private static final Duration KEPT = Duration.ofDays(400);

    private final Kiosks kiosks;

    DeviceFilter(Kiosks kiosks) {
        this.kiosks = kiosks;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getMethod().equals("POST")) {
            if (!"kiosk".equals(request.getHeader("X-Tambur"))) {
                Answer.refuse(response, 403, "X-Tambur", "the header X-Tambur: kiosk is expected");
                return;
            }
            if (!isJson(request.getContentType())) {
                Answer.refuse(response, 415, "Content-Type", "application/json is expected");
                return;
            }
        }
        try {
            String token = token(request);
            if (token != null) {
                kiosks.known(token).ifPresent(known -> welcome(known, response));
            }
        } catch (DataAccessException | TransactionException e) {
            log.error("The database did not answer for a tablet", e);
            Answer.refuse(response, 503, "server", "not now; keep everything and try again");
            return;
        }
        chain.doFilter(request, response);
    }

    private static void welcome(Kiosks.Known known, HttpServletResponse response) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                known.device(), null, AuthorityUtils.createAuthorityList("ROLE_KIOSK")));
        SecurityContextHolder.setContext(context);
        String replacement = known.replacement();
        if (replacement != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(replacement));
        }
    }

    private static boolean isJson(@Nullable String contentType) {
        try {
            return contentType != null
                    && MediaType.parseMediaType(contentType).isCompatibleWith(MediaType.APPLICATION_JSON)
                    && !MediaType.parseMediaType(contentType).isWildcardType();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The token of the cookie; null when there is none or it cannot be one of ours. */
    static @Nullable String token(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(cookie -> COOKIE.equals(cookie.getName()))
                .map(Cookie::getValue)
                .filter(value -> value != null && value.matches("[A-Za-z0-9_-]{43}"))
                .findFirst()
                .orElse(null);
    }

    static String cookie(String token) {
        return ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .secure(true)
                .sameSite("Strict")
                .path("/")
                .maxAge(KEPT)
                .build()
                .toString();
    }
}
