package se.tambur.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.LinkCaller.Flaw;
import se.tambur.course.LinkCheck.Silence;
import se.tambur.visit.Doors;

/** The municipality's e-service is a real HTTPS server on this machine, with a certificate made for the test. */
@DatabaseTest
class LinkCheckTest {

    private static final Predicate<InetAddress> ANYWHERE = address -> true;
    private static @Nullable SSLContext trust;

    @Autowired
    private Courses courses;

    @Autowired
    private Centres centres;

    @Autowired
    private CourseDocumentRepository documents;

    @Autowired
    private LinkCheck ours;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpsServer site = server(0);
    private CentreId centre = new CentreId("none");

    @BeforeAll
    static void makeCertificate(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("site.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "site",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "SAN=dns:localhost",
                        "-keystore",
                        file.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "lekladan")
                .redirectErrorStream(true)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, "lekladan".toCharArray());
        }
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, "lekladan".toCharArray());
        var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore certificates = KeyStore.getInstance("PKCS12");
        certificates.load(null, null);
        certificates.setCertificateEntry("site", store.getCertificate("site"));
        trusted.init(certificates);
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        trust = made;
    }

    @BeforeEach
    void aHouseInNovember() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
    }

    @AfterEach
    void closeTheSite() {
        site.stop(0);
    }

    private HttpsServer server(int port) {
        try {
            HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(trust()));
            server.createContext("/", call -> {
                String path = call.getRequestURI().getPath();
                asked.add(call.getRequestMethod() + " " + path);
                if (path.equals("/round")) {
                    call.getResponseHeaders().set("Location", path);
                    call.sendResponseHeaders(302, -1);
                } else if (path.startsWith("/to/")) {
                    call.getResponseHeaders()
                            .set("Location", call.getRequestURI().getQuery());
                    call.sendResponseHeaders(302, -1);
                } else if (path.equals("/no-head") && call.getRequestMethod().equals("HEAD")) {
                    call.sendResponseHeaders(405, -1);
                } else if (path.equals("/gone")) {
                    call.sendResponseHeaders(404, -1);
                } else {
                    call.sendResponseHeaders(200, -1);
                }
                call.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SSLContext trust() {
        return Objects.requireNonNull(trust);
    }

    private static LinkCaller caller(Predicate<InetAddress> allowed) {
        return new LinkCaller(
                allowed, HttpClient.newBuilder().sslContext(trust()).build());
    }

    private String at(String path) {
        return "https://localhost:" + site.getAddress().getPort() + path;
    }

    @Test
    void aPageThatAnswersIsAskedForItsHeadAlone() {
        assertThat(caller(ANYWHERE).call(at("/anmalan"))).isEmpty();
        assertThat(asked).containsExactly("HEAD /anmalan");
    }

    @Test
    void aSiteThatKnowsNoHeadIsAskedForThePage() {
        assertThat(caller(ANYWHERE).call(at("/no-head"))).isEmpty();
        assertThat(asked).containsExactly("HEAD /no-head", "GET /no-head");
    }

    @Test
    void aPageThatIsGoneIsTold() {
        assertThat(caller(ANYWHERE).call(at("/gone"))).contains(Flaw.GONE);
    }

    @Test
    void aSiteThatIsDownIsTold() {
        String link = at("/anmalan");
        site.stop(0);

        assertThat(caller(ANYWHERE).call(link)).contains(Flaw.SILENT);
    }

    @Test
    void aRedirectionIsFollowedAsLongAsItIsEncrypted() {
        assertThat(caller(ANYWHERE).call(at("/to/?/anmalan"))).isEmpty();
        assertThat(caller(ANYWHERE).call(at("/to/?/gone"))).contains(Flaw.GONE);
        assertThat(caller(ANYWHERE).call(at("/round"))).contains(Flaw.GONE);
    }

    @Test
    void aRedirectionToPlainHttpIsNotFollowed() throws IOException {
        HttpServer plain = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        plain.createContext("/", call -> {
            asked.add("plain");
            call.sendResponseHeaders(200, -1);
            call.close();
        });
        plain.start();
        try {
            String there = "http://localhost:" + plain.getAddress().getPort() + "/";
            assertThat(caller(ANYWHERE).call(at("/to/?" + there))).contains(Flaw.UNSAFE);
        } finally {
            plain.stop(0);
        }
        assertThat(asked).doesNotContain("plain");
    }

    @Test
    void aLinkToThisMachineIsNeverCalled() {
        assertThat(caller(Outside::is).call(at("/anmalan"))).contains(Flaw.INSIDE);
        assertThat(caller(Outside::is).call(at("/anmalan").replace("localhost", "127.0.0.1")))
                .contains(Flaw.INSIDE);
        assertThat(caller(Outside::is).call(at("/anmalan").replace("localhost", "[::1]")))
                .contains(Flaw.INSIDE);
        assertThat(asked).isEmpty();
    }

    @Test
    void aRedirectionIntoTheHouseIsNotFollowed() {
        // the first address may be called, where it sends on may not
        Predicate<InetAddress> untilAsked = address -> asked.isEmpty();

        assertThat(caller(untilAsked).call(at("/to/?/anmalan"))).contains(Flaw.INSIDE);
        assertThat(asked).containsExactly("HEAD /to/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.8.8.8",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "fec0::1",
                "ff02::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "2001:0:a00:1::",
                "2001:db8::1",
                "::7f00:1"
            })
    void whatIsNotTheInternetIsInside(String address) throws UnknownHostException {
        assertThat(Outside.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "100.128.0.1", "193.10.1.1", "2a00:1450::1", "2001:67c:2564::1"})
    void theInternetIsOutside(String address) throws UnknownHostException {
        assertThat(Outside.is(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void staffAreToldSinceWhenALinkDoesNotAnswerUntilItDoesAgain() {
        LinkCheck check = new LinkCheck(courses, centres, documents, caller(ANYWHERE), jdbc, transaction, clock);
        Course course = course(at("/anmalan"));
        int port = site.getAddress().getPort();
        check.look(course);
        assertThat(check.flaws(course)).isEmpty();

        site.stop(0);
        clock.set("2026-11-25T03:40");
        Instant since = clock.instant();
        check.lookAtAll();
        clock.set("2026-11-26T03:40");
        check.lookAtAll();
        assertThat(check.flaws(course)).containsExactly(new Silence(at("/anmalan"), Flaw.SILENT, since));
        assertThat(check.flaws(centre)).containsOnlyKeys(course.id());

        site = server(port);
        clock.set("2026-11-27T03:40");
        check.lookAtAll();
        assertThat(check.flaws(course)).isEmpty();
    }

    @Test
    void aChangedLinkIsNotBlamedForTheOldOne() {
        LinkCheck check = new LinkCheck(courses, centres, documents, caller(ANYWHERE), jdbc, transaction, clock);
        Course course = course(at("/gone"));
        check.look(course);
        assertThat(check.flaws(course)).extracting(Silence::flaw).containsExactly(Flaw.GONE);

        Course changed = courses.save(with(course, at("/anmalan")), "Kim");

        assertThat(check.flaws(changed)).isEmpty();
        // a look that began before the change says nothing of the new address
        check.look(course);
        assertThat(check.flaws(changed)).isEmpty();
    }

    @Test
    void theHouseItselfCallsNobodyInside() {
        Course course = course(at("/anmalan"));

        ours.look(course);

        assertThat(ours.flaws(course)).extracting(Silence::flaw).containsExactly(Flaw.INSIDE);
        assertThat(asked).isEmpty();
    }

    private Course course(String link) {
        return courses.save(with(Groups.massage(centre, "lank", null), link), "Kim");
    }

    private static Course with(Course course, String link) {
        return Variant.link(course, link);
    }
}
