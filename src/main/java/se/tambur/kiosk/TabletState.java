package se.tambur.kiosk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The tablets' whole world as all of a centre see it; {@link TabletStates} puts before it what is one tablet's own. Field by field what {@code frontend/kiosk/state.ts}
 * reads. Days are {@code 2026-11-24}, times of day {@code 09:00} local to the centre, texts language to words. Levels are
 * not here, nor anything selective or indicated.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TabletState(
        boolean demo,
        House centre,
        Pin pin,
        List<Language> languages,
        Map<String, Map<String, String>> words,
        List<Age> ages,
        List<Activity> activities,
        List<Opening> sessions,
        List<Offer> courses,
        List<Question> questions,
        Timers settings) {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record House(
            String id,
            String name,
            String timezone,
            int capacity,
            List<String> languages,
            @Nullable String phone,
            String publicUrl,
            @Nullable Map<String, String> welcome) {}

    /** PBKDF2-HMAC-SHA-256 of the four digits, 256 bits; salt and hash in Base64. */
    record Pin(String salt, int iterations, String hash) {}

    /** @param name in the language itself */
    record Language(String code, String name, String dir, boolean reviewed) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Age(
            String id,
            String picture,
            Map<String, String> name,
            @Nullable Map<String, String> span) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Activity(
            String id,
            String picture,
            Map<String, String> name,
            @Nullable Map<String, String> note,
            List<String> ages) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Opening(
            String day,
            String opens,
            String closes,
            @Nullable Map<String, String> name,
            List<Occasion> activities) {}

    /** An activity in a session; without times it goes on all the time. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Occasion(
            String id, @Nullable String from, @Nullable String to) {}

    /**
     * A course to join.
     *
     * @param qr an SVG element
     * @param seatsLeft what a family could take here now; null: there is no limit, or others give the places
     * @param queue whether families may stand in line when no seat is left
     * @param drop how to get a place: {@code here}, {@code link}, {@code call} or {@code drop-in}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Offer(
            String code,
            String url,
            String qr,
            Map<String, String> name,
            String picture,
            List<String> ages,
            boolean expecting,
            @Nullable String starts,
            Map<String, String> facts,
            @Nullable Integer seats,
            @Nullable Integer seatsLeft,
            boolean queue,
            String drop) {}

    record Question(String id, Map<String, String> text) {}

    record Timers(
            int idleSeconds,
            int warningSeconds,
            int thanksSeconds,
            int undoSeconds,
            int touchExtraSeconds,
            int coursesIdleSeconds,
            int repeatMs,
            int repeatLargeMs,
            int playTaps,
            int playWindowMs,
            int playSeconds,
            int stateSeconds,
            int cleaningSeconds,
            int maxVisitsPerMinute,
            int takeOverIdleMinutes,
            int maxAdults,
            int maxChildren) {}
}
