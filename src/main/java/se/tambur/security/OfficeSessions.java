package se.tambur.security;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import se.tambur.shared.OfficeShell.LanguageSwitch;
import se.tambur.shared.Words;

/** The open office pages: their language and their end. */
@Component
class OfficeSessions implements VaadinServiceInitListener {

    private final Set<VaadinSession> open = ConcurrentHashMap.newKeySet();
    private final Words words;

    OfficeSessions(Words words) {
        this.words = words;
    }

    @Override
    public void serviceInit(ServiceInitEvent start) {
        var service = start.getSource();
        service.setSystemMessagesProvider(this::messages);
        service.addSessionInitListener(this::begin);
        service.addSessionDestroyListener(end -> open.remove(end.getSession()));
        service.addUIInitListener(page -> page.getUI().addBeforeEnterListener(OfficeSessions::settleFirst));
    }

    /** Ends every open page of an account, its push connections too. */
    void end(String name) {
        end(name, null);
    }

    /** Ends the account's log-ins but this one. */
    void endOthers(String name) {
        end(name, VaadinSession.getCurrent());
    }

    private void end(String name, @Nullable VaadinSession kept) {
        for (VaadinSession session : open) {
            if (session.equals(kept)) {
                continue;
            }
            session.access(() -> {
                var http = session.getSession();
                if (http != null
                        && http.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                                instanceof SecurityContext somebody
                        && somebody.getAuthentication() instanceof Authentication known
                        && known.getName().equals(name)) {
                    http.invalidate();
                }
            });
        }
    }

    private void begin(SessionInitEvent start) {
        open.add(start.getSession());
        var cookies = start.getRequest().getCookies();
        if (cookies != null) {
            Arrays.stream(cookies)
                    .filter(cookie -> cookie.getName().equals(LanguageSwitch.COOKIE))
                    .flatMap(cookie -> LanguageSwitch.LANGUAGES.stream()
                            .filter(language -> language.getLanguage().equals(cookie.getValue())))
                    .findFirst()
                    .ifPresent(start.getSession()::setLocale);
        }
    }

    /** A newcomer gets no further than the own account. */
    private static void settleFirst(BeforeEnterEvent event) {
        var somebody = SecurityContextHolder.getContext().getAuthentication();
        if (somebody != null
                && somebody.getAuthorities().stream()
                        .anyMatch(role -> ("ROLE_" + Staff.NEWCOMER).equals(role.getAuthority()))
                && event.getNavigationTarget() != MyAccountView.class) {
            event.forwardTo(MyAccountView.class);
        }
    }

    private SystemMessages messages(SystemMessagesInfo asked) {
        String language = asked.getLocale().getLanguage();
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(words.say(language, "shell.expired"));
        messages.setSessionExpiredMessage(words.say(language, "shell.expired.message"));
        messages.setCookiesDisabledNotificationEnabled(true);
        messages.setCookiesDisabledCaption(words.say(language, "shell.no-cookies"));
        messages.setCookiesDisabledMessage(words.say(language, "shell.no-cookies.message"));
        messages.setInternalErrorCaption(words.say(language, "shell.failed"));
        messages.setInternalErrorMessage(words.say(language, "shell.failed.message"));
        return messages;
    }
}
