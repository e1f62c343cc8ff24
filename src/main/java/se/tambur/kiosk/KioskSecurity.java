package se.tambur.kiosk;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The tablets' own chain: no session, no log-in page, a device cookie and nothing else. */
@Configuration(proxyBeanMethods = false)
class KioskSecurity {

    /** A CSRF token has no place without a session: the header and the content type that {@link DeviceFilter} asks for stand in. */
    @Bean
    @Order(10)
    SecurityFilterChain kioskChain(HttpSecurity http, Kiosks kiosks) {
        return http.securityMatcher("/api/kiosk/**")
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new DeviceFilter(kiosks), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/api/kiosk/v1/pair")
                        .permitAll()
                        .anyRequest()
                        .hasRole("KIOSK"))
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, e) ->
                                Answer.refuse(response, 401, "cookie", "this tablet is not paired, or no longer"))
                        .accessDeniedHandler((request, response, e) ->
                                Answer.refuse(response, 401, "cookie", "this tablet is not paired, or no longer")))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }
}
