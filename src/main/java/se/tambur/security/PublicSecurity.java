package se.tambur.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What anyone may read, and the phone's few forms: its pages, the tablet's page and files. No session, no cookie, strict headers. */
@Configuration(proxyBeanMethods = false)
class PublicSecurity {

    /** A page that needs more than this, as the tablet's does, says so itself; its own header then stands. */
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    /** Applies to workers too, which fetch what they keep. */
    private static final String FILE_POLICY =
            "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private static final RequestMatcher PAGES =
            paths("/", "/c/**", "/k/**", "/p/**", "/om", "/om/**", "/kiosk", "/kiosk/**");

    /** A place asked for, and what a family does about its own. */
    private static final RequestMatcher FORMS = new OrRequestMatcher(Stream.of("/k/*/plats", "/p/*/*")
            .map(pattern -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, pattern))
            .toArray(RequestMatcher[]::new));

    private static final RequestMatcher FILES = paths(
            "/phone/**",
            "/VAADIN/build/**",
            "/VAADIN/static/**",
            "/lumo/**",
            "/fonts/**",
            "/pictures/**",
            "/icons/**",
            "/*.css",
            "/favicon.ico",
            "/robots.txt",
            "/manifest.webmanifest",
            "/offline.html",
            "/offline-stub.html",
            "/sw.js",
            "/sw-runtime-resources-precache.js");

    @Bean
    @Order(20)
    SecurityFilterChain pagesChain(HttpSecurity http) {
        return open(http, new AndRequestMatcher(PAGES, new NegatedRequestMatcher(OfficeRequests::isOne)), PAGE_POLICY)
                .build();
    }

    @Bean
    @Order(21)
    SecurityFilterChain filesChain(HttpSecurity http) {
        return open(http, FILES, FILE_POLICY)
                // Files say themselves how long they keep
                .headers(headers -> headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .build();
    }

    private static HttpSecurity open(HttpSecurity http, RequestMatcher what, String policy) {
        return http.securityMatcher(what)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(PublicSecurity::reads)
                        .permitAll()
                        .requestMatchers(FORMS)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")));
    }

    private static boolean reads(HttpServletRequest request) {
        return List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name()).contains(request.getMethod());
    }

    private static RequestMatcher paths(String... patterns) {
        return new OrRequestMatcher(Arrays.stream(patterns)
                .<RequestMatcher>map(
                        pattern -> PathPatternRequestMatcher.withDefaults().matcher(pattern))
                .toList());
    }
}
