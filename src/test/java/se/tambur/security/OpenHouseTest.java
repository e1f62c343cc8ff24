package se.tambur.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ContextConfiguration;
import se.tambur.TestClock;
import se.tambur.TestDatabase;
import se.tambur.shared.Roles;

/** A real server, spoken to over a real connection. */
@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestClock.class)
class OpenHouseTest {

    private static final String PASSWORD = "fyra+röda+vantar";

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private TestClock clock;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/c/lekladan", "/k/ABCDEF", "/om", "/kiosk", "/office.css", "/lumo/lumo.css"})
    void whatAnyoneMayReadSetsNoCookieAndHasStrictHeaders(String page) throws Exception {
        var answer = get(page, "");

        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(answer.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("frame-ancestors 'none'").doesNotContain("unsafe"));
    }

    @Test
    void overHttpsABrowserIsToldToStayThere() throws Exception {
        var request = HttpRequest.newBuilder(at("/office.css")).header("X-Forwarded-Proto", "https");
        assertThat(send(request).headers().firstValue("Strict-Transport-Security"))
                .isPresent();
    }

    @Test
    void theOfficesOwnTrafficIsNotTakenForThePhonesFirstPage() throws Exception {
        var answer = send(HttpRequest.newBuilder(at("/?v-r=uidl&v-uiId=0"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));

        // Vaadin itself answers, in its own form
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("syncId");
    }

    @Test
    void someoneWhoLogsInGetsAnotherSessionThanTheStrangerHad() throws Exception {
        String stranger = cookie(get("/office", ""));

        var answer = logIn(someone(Roles.STAFF), stranger);

        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(place -> assertThat(place).contains("/office"));
        String known = cookie(answer);
        assertThat(known).isNotEqualTo(stranger);
        assertThat(get("/office/accounts", stranger).statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(set -> assertThat(set).contains("HttpOnly", "SameSite=Lax"));
    }

    private HttpResponse<String> logIn(String name, String cookie) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(at("/login"))
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + name + "&password="
                        + java.net.URLEncoder.encode(PASSWORD, java.nio.charset.StandardCharsets.UTF_8))));
    }

    private HttpResponse<String> get(String path, String cookie) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(at(path));
        return send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static String cookie(HttpResponse<?> answer) {
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return set.substring(0, set.indexOf(';'));
    }

    private String someone(String role) {
        String name = UUID.randomUUID().toString();
        accounts.add(
                new Account(
                        UUID.randomUUID(),
                        name,
                        Objects.requireNonNull(passwords.encode(PASSWORD)),
                        List.of(Held.everywhere(role)),
                        clock.instant()),
                "test");
        return name;
    }
}
