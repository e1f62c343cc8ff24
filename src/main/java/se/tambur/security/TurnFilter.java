package se.tambur.security;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.GenericFilterBean;

/** Where a name and a password wait until they are looked at: for the pause of who has guessed wrong, and for their turn. */
class TurnFilter extends GenericFilterBean {

    private static final String HAS_A_TURN = TurnFilter.class.getName();
    private static final RequestMatcher LOG_IN =
            PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/login");

    private final LogInTurns turns;
    private final Patience patience;

    TurnFilter(LogInTurns turns, Patience patience) {
        this.turns = turns;
        this.patience = patience;
    }

    @Override
    public void doFilter(ServletRequest asked, ServletResponse answered, FilterChain chain)
            throws IOException, ServletException {
        if (!(asked instanceof HttpServletRequest request && answered instanceof HttpServletResponse response)
                || !LOG_IN.matches(request)) {
            chain.doFilter(asked, answered);
            return;
        }
        String address = request.getRemoteAddr();
        Duration pause = pause(request, address);
        if (request.getAttribute(HAS_A_TURN) != null || pause.isZero() && turns.enter()) {
            try {
                chain.doFilter(request, response);
            } finally {
                turns.leave();
            }
            return;
        }
        request.setAttribute(HAS_A_TURN, true);
        AsyncContext waiting = request.startAsync();
        waiting.setTimeout(0);
        if (!turns.queue(address, pause, waiting::dispatch)) {
            response.sendRedirect(request.getContextPath() + "/login?" + LoginView.BUSY);
            waiting.complete();
        }
    }

    private Duration pause(HttpServletRequest request, String address) {
        String name = Optional.ofNullable(request.getParameter("username")).orElse("");
        Duration ofName = patience.before(Patience.name(name));
        Duration ofAddress = patience.before(Patience.address(address));
        return ofName.compareTo(ofAddress) > 0 ? ofName : ofAddress;
    }
}
