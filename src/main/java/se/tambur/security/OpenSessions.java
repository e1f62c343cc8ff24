package se.tambur.security;

import jakarta.servlet.http.HttpSession;
import jakarta.servlet.http.HttpSessionAttributeListener;
import jakarta.servlet.http.HttpSessionBindingEvent;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Every session in which somebody is logged in, whether a page is open in it or not. */
@Component
class OpenSessions implements HttpSessionAttributeListener, HttpSessionListener {

    private static final String LOGGED_IN = HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY;

    private final Set<HttpSession> open = ConcurrentHashMap.newKeySet();

    @Override
    public void attributeAdded(HttpSessionBindingEvent added) {
        if (added.getName().equals(LOGGED_IN)) {
            open.add(added.getSession());
        }
    }

    @Override
    public void attributeReplaced(HttpSessionBindingEvent replaced) {
        attributeAdded(replaced);
    }

    @Override
    public void attributeRemoved(HttpSessionBindingEvent removed) {
        if (removed.getName().equals(LOGGED_IN)) {
            open.remove(removed.getSession());
        }
    }

    @Override
    public void sessionDestroyed(HttpSessionEvent destroyed) {
        open.remove(destroyed.getSession());
    }

    /**
     * Ends all of somebody's, their pages and push connections with them.
     *
     * @param kept the id of one that goes on; null: none does
     */
    void end(String name, @Nullable String kept) {
        for (HttpSession session : open) {
            try {
                if (session.getAttribute(LOGGED_IN) instanceof SecurityContext somebody
                        && somebody.getAuthentication() instanceof Authentication known
                        && known.getName().equals(name)
                        && !session.getId().equals(kept)) {
                    session.invalidate();
                }
            } catch (IllegalStateException e) {
                // it has ended by itself
                open.remove(session);
            }
        }
    }

    /** How many of somebody's there are. */
    long of(String name) {
        return open.stream()
                .filter(session -> {
                    try {
                        return session.getAttribute(LOGGED_IN) instanceof SecurityContext somebody
                                && somebody.getAuthentication() instanceof Authentication known
                                && known.getName().equals(name);
                    } catch (IllegalStateException e) {
                        return false;
                    }
                })
                .count();
    }
}
