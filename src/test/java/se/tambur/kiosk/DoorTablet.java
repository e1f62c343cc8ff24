package se.tambur.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A tablet as the server knows it: what it sends, and the cookie it keeps. */
final class DoorTablet {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private static final AtomicInteger CENTRES = new AtomicInteger();

    private final MockMvc web;
    private final Clock clock;
    private @Nullable String token;
    private UUID boot = UUID.randomUUID();
    private Instant booted;
    private long clockWrongMs;
    private int queue;
    private String hardware = "";

    DoorTablet(WebApplicationContext house, Clock clock) {
        this.web = MockMvcBuilders.webAppContextSetup(house)
                .apply(springSecurity())
                .build();
        this.clock = clock;
        this.booted = clock.instant().minusSeconds(3600);
    }

    /** A centre of the test's own, with the week of Lekladan. */
    static CentreId centre(Centres centres) {
        String id = "door-" + CENTRES.incrementAndGet();
        try (var file = Objects.requireNonNull(DoorTablet.class.getResourceAsStream("/year-2025/plan.yaml"))) {
            String plan = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            centres.adopt(id + ".yaml", plan.replace("id: lekladan", "id: " + id), null, "test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CentreId(id);
    }

    /** A restart: another boot, with a wall clock that is wrong by so much. */
    DoorTablet reboot(long wrongMs) {
        boot = UUID.randomUUID();
        booted = clock.instant().minusSeconds(1);
        clockWrongMs = wrongMs;
        return this;
    }

    DoorTablet clockWrongBy(long ms) {
        clockWrongMs = ms;
        return this;
    }

    DoorTablet waiting(int number) {
        queue = number;
        return this;
    }

    /** Further fields of the envelope, as JSON. */
    DoorTablet saying(String fields) {
        hardware = fields + ", ";
        return this;
    }

    MockHttpServletResponse pair(String code) {
        return post("/api/kiosk/v1/pair", "{\"code\": \"" + code + "\"}");
    }

    MockHttpServletResponse state(@Nullable String tag) {
        MockHttpServletRequestBuilder request =
                MockMvcRequestBuilders.get("/api/kiosk/v1/state").header("X-Tambur", "kiosk");
        return send(tag == null ? request : request.header("If-None-Match", "\"" + tag + "\""));
    }

    JsonNode state() {
        MockHttpServletResponse answer = state(null);
        assertThat(answer.getStatus()).isEqualTo(200);
        return json(answer);
    }

    /** Hands over and expects to be relieved. */
    JsonNode sync(List<String> events) {
        MockHttpServletResponse answer = post("/api/kiosk/v1/sync", envelope(events));
        assertThat(answer.getStatus()).as(text(answer)).isEqualTo(200);
        return json(answer);
    }

    JsonNode sync(String... events) {
        return sync(List.of(events));
    }

    /** The results of what is handed over, in order: stored, already, held or refused. */
    List<String> results(String... events) {
        return results(sync(events));
    }

    static List<String> results(JsonNode answer) {
        return answer.get("results").values().stream()
                .map(result -> result.get("result").stringValue())
                .toList();
    }

    MockHttpServletResponse post(String path, String body) {
        return send(MockMvcRequestBuilders.post(path)
                .header("X-Tambur", "kiosk")
                .contentType("application/json")
                .content(body));
    }

    MockHttpServletResponse send(MockHttpServletRequestBuilder request) {
        try {
            if (token != null) {
                request.cookie(new Cookie("__Host-kiosk", token));
            }
            MockHttpServletResponse answer = web.perform(request).andReturn().getResponse();
            Cookie fresh = answer.getCookie("__Host-kiosk");
            if (fresh != null) {
                token = fresh.getValue();
            }
            return answer;
        } catch (Exception e) {
            throw new AssertionError("The server let an exception out", e);
        }
    }

    @Nullable
    String token() {
        return token;
    }

    DoorTablet withToken(@Nullable String other) {
        token = other;
        return this;
    }

    String envelope(List<String> events) {
        return """
                {"version": "1.0.0", "bootId": "%s", "sentAt": "%s", "uptimeMs": %d, "queue": %d, %s"awake": [], "events": [%s]}""".formatted(
                        boot, wall(), uptime(), Math.max(queue, events.size()), hardware, String.join(",\n", events));
    }

    /** One child of two and one adult, now. */
    String family() {
        return family(UUID.randomUUID());
    }

    String family(UUID id) {
        return event(id, "check-in", """
                "activity": "oppen-lek", "adults": 1, "expecting": false, "children": {"2y": 1}""");
    }

    String undo(UUID of) {
        return event(UUID.randomUUID(), "undo", "\"of\": \"" + of + "\"");
    }

    String event(UUID id, String type, String more) {
        return """
                {"id": "%s", "type": "%s", "bootId": "%s", "at": "%s", "uptimeMs": %d, %s}""".formatted(id, type, boot, wall(), uptime(), more);
    }

    private Instant wall() {
        return clock.instant().plusMillis(clockWrongMs);
    }

    private long uptime() {
        return clock.instant().toEpochMilli() - booted.toEpochMilli();
    }

    static JsonNode json(MockHttpServletResponse answer) {
        return JSON.readTree(text(answer));
    }

    static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
