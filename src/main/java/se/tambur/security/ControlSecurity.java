package se.tambur.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.filter.OncePerRequestFilter;

/** Scripts on the same machine, with the token of the data folder, may do everything; nobody else anything. */
@Configuration(proxyBeanMethods = false)
class ControlSecurity {

    @Bean
    @Order(10)
    SecurityFilterChain controlChain(HttpSecurity http, ControlToken token) {
        return http.securityMatcher("/api/control/**")
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(new Gate(token), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Lets through who comes from this very machine and knows the token. */
    private static class Gate extends OncePerRequestFilter {

        private static final String BEARER = "Bearer ";
        private static final List<String> FORWARDED =
                List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

        private final ControlToken token;

        Gate(ControlToken token) {
            this.token = token;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            if (!fromHere(request)) {
                refuse(response, HttpStatus.FORBIDDEN, "The control API answers only on this machine.");
            } else if (!knows(request.getHeader(HttpHeaders.AUTHORIZATION))) {
                refuse(
                        response,
                        HttpStatus.UNAUTHORIZED,
                        "The token is not the one in the data folder's control-token.");
            } else {
                chain.doFilter(request, response);
            }
        }

        /** What came through a proxy is from elsewhere, whatever address it claims. */
        private static boolean fromHere(HttpServletRequest request) throws UnknownHostException {
            return !ProxyMark.on(request)
                    && FORWARDED.stream().allMatch(header -> request.getHeader(header) == null)
                    && InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
        }

        private boolean knows(@Nullable String authorization) {
            return authorization != null
                    && authorization.startsWith(BEARER)
                    && token.is(authorization.substring(BEARER.length()).strip());
        }

        private static void refuse(HttpServletResponse response, HttpStatus status, String why) throws IOException {
            response.setStatus(status.value());
            response.setContentType("text/plain; charset=UTF-8");
            response.getOutputStream().write(why.getBytes(StandardCharsets.UTF_8));
        }
    }
}
