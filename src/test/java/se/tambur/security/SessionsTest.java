package se.tambur.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.ContextConfiguration;
import se.tambur.TestClock;
import se.tambur.TestDatabase;
import se.tambur.security.SignIns.Device;
import se.tambur.security.SignIns.Outcome;
import se.tambur.security.SignIns.SignIn;
import se.tambur.shared.Roles;

/** Where somebody is logged in and has been, on a real server. */
@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestClock.class)
class SessionsTest {

    private static final String PASSWORD = "fyra röda vantar";
    private static final String TELEPHONE =
            "Mozilla/5.0 (Linux; Android 14; SM-A546B) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36";
    private static final String PC = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Gecko/20100101 Firefox/132.0";

    private final HttpClient browser = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SignIns signIns;

    @Autowired
    private OfficeSessions sessions;

    @Autowired
    private OpenSessions open;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @Test
    void whoIsLoggedOutEverywhereIsOutAlsoWhereNoPageWasEverOpened() throws Exception {
        Account kim = someone();
        Account robin = someone();
        String home = session(kim, PC, PASSWORD);
        String telephone = session(kim, TELEPHONE, PASSWORD);
        String robins = session(robin, PC, PASSWORD);
        assertThat(isIn(home)).isTrue();
        assertThat(open.of(kim.name())).isEqualTo(2);

        sessions.end(kim, "Chefen");

        assertThat(isIn(home)).isFalse();
        assertThat(isIn(telephone)).isFalse();
        assertThat(isIn(robins)).isTrue();
        assertThat(jdbc.sql("select deed from audit where actor = 'Chefen' and detail = ?")
                        .param(kim.name())
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactly("account.ended");
    }

    @Test
    void oneSeesWhenOneCameInAndWhenSomebodyFailedToAndNothingMoreIsKept() throws Exception {
        Account kim = someone();
        session(kim, PC, "gissat lösenord");
        session(kim, TELEPHONE, PASSWORD);

        assertThat(signIns.last(kim.id().toString(), 10))
                .extracting(SignIn::outcome, SignIn::device)
                .containsExactly(tuple(Outcome.IN, Device.PHONE), tuple(Outcome.PASSWORD, Device.COMPUTER));
        assertThat(jdbc.sql("select column_name from information_schema.columns"
                                + " where table_schema = 'public' and table_name = 'sign_in'")
                        .query((row, number) -> row.getString(1))
                        .list())
                .containsExactlyInAnyOrder("id", "person", "at", "outcome", "device");
    }

    @Test
    void whoGuessesAllDayLeavesALineAMinute() {
        Account kim = someone();
        for (int i = 0; i < 20; i++) {
            signIns.note(kim.id().toString(), Outcome.PASSWORD);
        }
        assertThat(signIns.last(kim.id().toString(), 30)).hasSize(1);
    }

    @Test
    void afterNinetyDaysItIsForgotten() {
        Account kim = someone();
        signIns.note(kim.id().toString(), Outcome.IN);
        var now = clock.instant();
        try {
            clock.set(now.plus(Duration.ofDays(89)));
            signIns.forget();
            assertThat(signIns.last(kim.id().toString(), 10)).hasSize(1);
            clock.set(now.plus(Duration.ofDays(91)));
            signIns.forget();
            assertThat(signIns.last(kim.id().toString(), 10)).isEmpty();
        } finally {
            clock.set(now);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Mobile/15E148 Safari/604.1 | PHONE
            Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) Mobile/15E148 Safari/604.1 | TABLET
            Mozilla/5.0 (Linux; Android 13; SM-X200) Chrome/130.0 Safari/537.36 | TABLET
            Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/130.0 Safari/537.36 | COMPUTER
            Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/605.1.15 | COMPUTER
            curl/8.5 | OTHER
            """)
    void aDeviceIsOneOfFourCoarseWords(String userAgent, Device word) {
        assertThat(Device.of(userAgent)).isEqualTo(word);
    }

    /**
     * Asks for an address that nobody may open and that needs no built pages, which are packaged only after these tests: who
     * is in is refused there, who is not is shown where to log in.
     */
    private boolean isIn(String cookie) throws Exception {
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(at("/office/nowhere"))
                        .header("Cookie", cookie)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isIn(302, 403);
        return answer.statusCode() == 403;
    }

    private String session(Account account, String userAgent, String password) throws Exception {
        HttpResponse<String> answer = browser.send(
                HttpRequest.newBuilder(at("/login"))
                        .header("User-Agent", userAgent)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username="
                                + URLEncoder.encode(account.name(), StandardCharsets.UTF_8) + "&password="
                                + URLEncoder.encode(password, StandardCharsets.UTF_8)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        List<String> cookies = answer.headers().allValues("Set-Cookie");
        return cookies.isEmpty()
                ? ""
                : cookies.getLast().substring(0, cookies.getLast().indexOf(';'));
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private Account someone() {
        var account = new Account(
                UUID.randomUUID(),
                "Kim " + UUID.randomUUID().toString().substring(0, 13),
                Objects.requireNonNull(passwords.encode(PASSWORD)),
                List.of(Held.everywhere(Roles.STAFF)),
                clock.instant());
        accounts.add(account, "test");
        return account;
    }
}
