package se.tambur.security;

import com.vaadin.flow.server.VaadinSession;
import java.util.Collection;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** The roles that somebody who is logged in holds at the moment; they can change while the log-in goes on. */
final class Badge {

    private Badge() {}

    /** From now on the current session holds these and no others. */
    static void change(Collection<? extends GrantedAuthority> roles) {
        Authentication now = SecurityContextHolder.getContext().getAuthentication();
        VaadinSession session = VaadinSession.getCurrent();
        if (now == null || session == null) {
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(now.toBuilder()
                .authorities(held -> {
                    held.clear();
                    held.addAll(roles);
                })
                .build());
        session.getSession().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
        SecurityContextHolder.setContext(context);
    }
}
