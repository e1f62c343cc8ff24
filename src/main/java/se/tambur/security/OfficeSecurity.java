package se.tambur.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import se.tambur.security.HalfWay.CodeNeeded;

/** Everything that no other chain has taken: staff log in, then their views' roles decide. */
@Configuration(proxyBeanMethods = false)
class OfficeSecurity {

    /** Flow needs inline scripts and {@code eval}: the documented minimum of Vaadin. */
    private static final String POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; object-src 'none';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    @Order(100)
    SecurityFilterChain officeChain(
            HttpSecurity http,
            Accounts accounts,
            SecondSteps secondSteps,
            SignIns signIns,
            Staff staff,
            LogInTurns turns,
            Patience patience,
            ApplicationEventPublisher events,
            Clock clock) {
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/error").permitAll())
                .with(
                        VaadinSecurityConfigurer.vaadin(),
                        office -> office.loginView(LoginView.class, "/login").defaultSuccessUrl("/office"))
                .formLogin(login -> login.failureHandler((request, response, e) -> {
                    if (e instanceof CodeNeeded needed) {
                        new HalfWay(needed.account(), clock.instant()).keep(request);
                        response.sendRedirect(request.getContextPath() + CodeFilter.PATH);
                    } else {
                        response.sendRedirect(request.getContextPath() + "/login?error");
                    }
                }))
                .addFilterBefore(new TurnFilter(turns, patience), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(
                        new CodeFilter(accounts, secondSteps, signIns, staff, events, clock),
                        UsernamePasswordAuthenticationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(
                                permissions -> permissions.policy("camera=(), microphone=(), geolocation=()")))
                .build();
    }
}
