package se.tambur.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/** The second page of a log-in: takes the code of who has shown the password, and only then is somebody logged in. */
class CodeFilter extends AbstractAuthenticationProcessingFilter {

    static final String PATH = "/login/code";

    private final Accounts accounts;
    private final SecondSteps secondSteps;
    private final SignIns signIns;
    private final Staff staff;
    private final Clock clock;

    CodeFilter(
            Accounts accounts,
            SecondSteps secondSteps,
            SignIns signIns,
            Staff staff,
            ApplicationEventPublisher events,
            Clock clock) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PATH));
        this.accounts = accounts;
        this.secondSteps = secondSteps;
        this.signIns = signIns;
        this.staff = staff;
        this.clock = clock;
        setAuthenticationManager(somebody -> somebody);
        setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        setSessionAuthenticationStrategy((somebody, request, response) -> request.changeSessionId());
        var inside = new SavedRequestAwareAuthenticationSuccessHandler();
        inside.setDefaultTargetUrl("/office");
        setAuthenticationSuccessHandler((request, response, somebody) -> {
            HalfWay.forget(request);
            events.publishEvent(new AuthenticationSuccessEvent(somebody));
            inside.onAuthenticationSuccess(request, response, somebody);
        });
        setAuthenticationFailureHandler(
                (request, response, e) -> response.sendRedirect(request.getContextPath() + back(e)));
    }

    private static String back(AuthenticationException e) {
        return switch (e) {
            case TooSoon soon -> PATH + "?" + LoginCodeView.WAIT + "=" + soon.time.toSeconds();
            case Gone gone -> "/login";
            default -> PATH + "?" + LoginCodeView.WRONG;
        };
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        Account account = HalfWay.of(request, clock.instant())
                .flatMap(halfWay -> accounts.withId(halfWay.account()))
                .orElseThrow(Gone::new);
        String code = Optional.ofNullable(request.getParameter("code")).orElse("");
        return switch (secondSteps.take(account, code)) {
            case SecondSteps.Answer.Right() -> {
                var somebody = staff.loadUserByUsername(account.name());
                var in = UsernamePasswordAuthenticationToken.authenticated(somebody, null, somebody.getAuthorities());
                in.setDetails(authenticationDetailsSource.buildDetails(request));
                yield in;
            }
            case SecondSteps.Answer.Wrong() -> {
                signIns.note(account.id().toString(), SignIns.Outcome.CODE);
                throw new BadCredentialsException("wrong code");
            }
            case SecondSteps.Answer.Wait(Duration time) -> throw new TooSoon(time);
        };
    }

    /** There have been so many wrong ones that this one was not looked at. */
    private static final class TooSoon extends AuthenticationException {

        private final Duration time;

        TooSoon(Duration time) {
            super("too soon");
            this.time = time.plusSeconds(1);
        }
    }

    /** The password was shown too long ago, or never. */
    private static final class Gone extends AuthenticationException {
        Gone() {
            super("nobody is half way in");
        }
    }
}
