package se.tambur.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A paired tablet without its screen: the sync protocol by hand, as a tablet of any maker would speak it. */
public final class Tablet implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(2))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final String address;
    private final String boot = UUID.randomUUID().toString();
    private final long started = System.nanoTime();
    private String cookie;

    private Tablet(String address, String code) {
        this.address = address;
        HttpResponse<String> answer = post("pair", JSON.writeValueAsString(java.util.Map.of("code", code)), "");
        if (answer.statusCode() != 204) {
            throw new IllegalStateException("Not paired: " + answer.statusCode() + " " + answer.body());
        }
        String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
        this.cookie = set.substring(0, set.indexOf(';'));
    }

    public static Tablet pair(House house) {
        return new Tablet(house.address(), house.newCode());
    }

    /** A family as the protocol writes it, now. */
    public String family(UUID id) {
        return """
                {"id": "%s", "type": "check-in", "bootId": "%s", "at": "%s", "uptimeMs": %d, "activity": "oppen-lek", \
                "adults": 1, "expecting": false, "children": {"1y": 1}}""".formatted(id, boot, Instant.now(), uptime());
    }

    /** Hands events over; empty when no answer came. */
    @Nullable
    public JsonNode sync(List<String> events) {
        try {
            HttpResponse<String> answer = post("sync", envelope(events), cookie);
            answer.headers().allValues("Set-Cookie").forEach(set -> cookie = set.substring(0, set.indexOf(';')));
            return answer.statusCode() == 200 ? JSON.readTree(answer.body()) : null;
        } catch (UncheckedIOException e) {
            return null;
        }
    }

    /** The ids that an answer says are in the house's keeping. */
    public static List<UUID> kept(JsonNode answer) {
        var kept = new ArrayList<UUID>();
        for (JsonNode result : answer.get("results")) {
            if (List.of("stored", "already", "held")
                    .contains(result.get("result").asString())) {
                kept.add(UUID.fromString(result.get("id").asString()));
            }
        }
        return kept;
    }

    public String envelope(List<String> events) {
        return """
                {"version": "1.0.0", "bootId": "%s", "sentAt": "%s", "uptimeMs": %d, "queue": %d, "awake": [], "events": [%s]}""".formatted(boot, Instant.now(), uptime(), events.size(), String.join(",", events));
    }

    /** What it shows at the door of the API, {@code name=value}. */
    public String cookie() {
        return cookie;
    }

    private long uptime() {
        return (System.nanoTime() - started) / 1_000_000;
    }

    /** What it is told of the house and of the coming days. */
    public JsonNode state() {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/kiosk/v1/state"))
                .timeout(Duration.ofSeconds(10))
                .header("X-Tambur", "kiosk")
                .header("Cookie", cookie)
                .GET();
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("No state: " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> post(String what, String body, String cookie) {
        var request = HttpRequest.newBuilder(URI.create(address + "/api/kiosk/v1/" + what))
                .timeout(Duration.ofSeconds(10))
                .header("Content-Type", "application/json")
                .header("X-Tambur", "kiosk")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return send(request);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
