package se.tambur.kiosk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** What a tablet is answered, as JSON. */
final class Answer {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private Answer() {}

    /**
     * Why nothing was taken in.
     *
     * @param where such as {@code events[3].id}
     * @param what was expected, in English
     */
    record Flaw(String where, String what) {}

    /** What became of an envelope. */
    record Synced(
            List<Result> results,
            String serverTime,
            String stateTag,
            String dataEpoch,
            @Nullable String command) {}

    /** @param result stored, already, held or refused */
    record Result(String id, String result, @Nullable String reason) {}

    static byte[] bytes(Object answer) {
        return JSON.writeValueAsBytes(answer);
    }

    /** Answers from a filter, without the detour by an error page. */
    static void refuse(HttpServletResponse response, int status, String where, String what) throws IOException {
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.getOutputStream().write(bytes(new Flaw(where, what)));
    }
}
