package se.tambur.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;
import org.springframework.web.servlet.mvc.Controller;

/**
 * Tells the office's own traffic from the phone's first page: Vaadin's client posts to {@code /?v-r=...} whatever page it
 * shows, and Spring MVC would answer that with the page of the phone.
 */
@Component
class OfficeRequests extends AbstractHandlerMapping {

    private final Controller vaadinForwardingController;

    OfficeRequests(Controller vaadinForwardingController) {
        this.vaadinForwardingController = vaadinForwardingController;
        setOrder(Ordered.HIGHEST_PRECEDENCE);
    }

    static boolean isOne(HttpServletRequest request) {
        String query = request.getQueryString();
        return "/".equals(request.getServletPath()) && query != null && ("&" + query).contains("&v-r=");
    }

    @Override
    protected @Nullable Object getHandlerInternal(HttpServletRequest request) {
        return isOne(request) ? vaadinForwardingController : null;
    }
}
