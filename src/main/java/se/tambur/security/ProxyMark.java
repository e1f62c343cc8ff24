package se.tambur.security;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * Marks what came through a proxy, before Tomcat's own valve reads those headers and takes them away. Tomcat's mark is no
 * use here: it stands on every request of a loopback peer, proxy or none.
 */
@Component
class ProxyMark implements WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory>, Ordered {

    private static final String MARK = ProxyMark.class.getName();
    private static final List<String> HEADERS =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

    @Override
    public void customize(ConfigurableTomcatWebServerFactory tomcat) {
        tomcat.addEngineValves(new Valve());
    }

    /** Before Spring Boot's, which adds Tomcat's valve. */
    @Override
    public int getOrder() {
        return -1;
    }

    /** Whether a request came through a proxy, as far as it tells. */
    static boolean on(ServletRequest request) {
        return request.getAttribute(MARK) != null;
    }

    private static final class Valve extends ValveBase {

        Valve() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (HEADERS.stream().anyMatch(header -> request.getHeader(header) != null)) {
                request.setAttribute(MARK, true);
            }
            getNext().invoke(request, response);
        }
    }
}
