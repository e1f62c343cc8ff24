package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Two hundred wrong log-ins at once from one address, fifty honest ones among them, and the pages that anyone reads. Looking
 * at them all at once would take ten times the heap that this server has, and it ends when its memory does.
 */
@Tag("browser")
class LogInStormTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void inAStormOfWrongLogInsTheHonestGetInAndEverythingElseIsServed() throws Exception {
        try (House house = House.fresh("--tambur.demo=true")) {
            try (Chromium chromium = Chromium.office("sv-SE")) {
                new Office(chromium.context().pages().getFirst()).settleIn(house);
            }
            try (HttpClient client = HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .build();
                    var everyone = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Answer>> wrong = new ArrayList<>();
                List<Future<Answer>> honest = new ArrayList<>();
                List<Future<Answer>> readers = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    String name = i % 2 == 0 ? Office.NAME : "Gissning " + i;
                    wrong.add(everyone.submit(logIn(client, house, name, "fel lösenord " + i, "203.0.113.9")));
                    if (i % 4 == 0) {
                        honest.add(everyone.submit(
                                logIn(client, house, Office.NAME, Office.PASSWORD, "198.51.100." + i / 4)));
                        readers.add(everyone.submit(read(client, house)));
                    }
                }
                for (Future<Answer> answer : wrong) {
                    assertThat(answer.get().status()).isEqualTo(302);
                    assertThat(answer.get().to()).matches(".*/login\\?(error|busy)");
                }
                for (Future<Answer> answer : honest) {
                    assertThat(answer.get().to()).endsWith("/office");
                    assertThat(answer.get().took()).isLessThan(PATIENCE);
                }
                Duration longest = Duration.ZERO;
                for (Future<Answer> answer : readers) {
                    assertThat(answer.get().status()).isEqualTo(200);
                    longest = longest.compareTo(answer.get().took()) > 0
                            ? longest
                            : answer.get().took();
                }
                assertThat(longest).as("nobody waits for the storm").isLessThan(Duration.ofSeconds(10));
            }
            assertThat(house.log()).doesNotContain("OutOfMemory").doesNotContain("203.0.113.9");
        }
    }

    private record Answer(int status, String to, Duration took) {}

    private static Callable<Answer> logIn(HttpClient client, House house, String name, String password, String from) {
        return () -> ask(
                client,
                HttpRequest.newBuilder(URI.create(house.address() + "/login"))
                        .header("X-Forwarded-For", from)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "username=" + encode(name) + "&password=" + encode(password))));
    }

    private static Callable<Answer> read(HttpClient client, House house) {
        return () -> ask(client, HttpRequest.newBuilder(URI.create(house.address() + "/c/lekladan")));
    }

    private static Answer ask(HttpClient client, HttpRequest.Builder request) throws Exception {
        long begun = System.nanoTime();
        HttpResponse<Void> answer =
                client.send(request.timeout(Duration.ofMinutes(2)).build(), HttpResponse.BodyHandlers.discarding());
        return new Answer(
                answer.statusCode(),
                answer.headers().firstValue("Location").orElse(""),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
