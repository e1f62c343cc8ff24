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
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import se.tambur.shared.OfficeShell.LanguageSwitch;
import se.tambur.shared.Words;

/** The open office pages: their language and their end. */
@Component
class OfficeSessions implements VaadinServiceInitListener {

    private final OpenSessions sessions;
    private final ApplicationEventPublisher events;
    private final Words words;

    OfficeSessions(OpenSessions sessions, ApplicationEventPublisher events, Words words) {
        this.sessions = sessions;
        this.events = events;
        this.words = words;
    }

    @Override
    public void serviceInit(ServiceInitEvent start) {
        var service = start.getSource();
        service.setSystemMessagesProvider(this::messages);
        service.addSessionInitListener(OfficeSessions::begin);
        service.addUIInitListener(page -> page.getUI().addBeforeEnterListener(OfficeSessions::settleFirst));
    }

    /** Ends every open page of an account, its push connections too. */
    void end(String name) {
        sessions.end(name, null);
    }

    /** The same, done by somebody on purpose, as the log then says. */
    void end(Account account, String author) {
        end(account.name());
        events.publishEvent(account.had("account.ended", author));
    }

    /** Ends all of one's own; this one last, so that its page still hears where to go. */
    void endAfterThis(Account account) {
        endOthers(account.name());
        events.publishEvent(account.did("account.ended"));
        VaadinSession session = VaadinSession.getCurrent();
        session.access(() -> session.getSession().invalidate());
    }

    /** Ends the account's log-ins but this one. */
    void endOthers(String name) {
        sessions.end(name, VaadinSession.getCurrent().getSession().getId());
    }

    private static void begin(SessionInitEvent start) {
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
