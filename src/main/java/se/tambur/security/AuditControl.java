package se.tambur.security;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tambur.security.AuditTrail.Finding;
import se.tambur.security.AuditTrail.Head;
import se.tambur.shared.Words;

/** What {@code scripts/audit} asks for; answers are text for people. */
@RestController
@RequestMapping(path = "/api/control/v1/audit", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
class AuditControl {

    private static final String LANGUAGE = "en";

    private final AuditTrail trail;
    private final Words words;

    AuditControl(AuditTrail trail, Words words) {
        this.trail = trail;
        this.words = words;
    }

    /** Whether every entry is as it was written; 409 with the first that is not. */
    @GetMapping("/verify")
    ResponseEntity<String> verify(
            @RequestParam(defaultValue = "0") long entries, @RequestParam(required = false) @Nullable String hash) {
        return switch (trail.verify(hash == null ? null : new Head(entries, hash))) {
            case Finding.Whole(Head head) ->
                ResponseEntity.ok(say("whole", Map.of("entries", head.entries(), "hash", head.hash())));
            case Finding.Broken(long number, AuditEntry entry) ->
                flaw(say(
                        "broken",
                        Map.of(
                                "number", number,
                                "at", entry.at().toString(),
                                "actor", entry.actor(),
                                "deed", entry.deed())));
            case Finding.CutShort(long found, Head written) ->
                flaw(say("cut-short", Map.of("found", found, "written", written.entries())));
            case Finding.Another(Head noted) ->
                flaw(say("another", Map.of("entries", noted.entries(), "hash", noted.hash())));
        };
    }

    private String say(String key, Map<String, ?> values) {
        return words.say(LANGUAGE, "audit.verify." + key, values);
    }

    private static ResponseEntity<String> flaw(String what) {
        return ResponseEntity.status(HttpStatus.CONFLICT).body(what);
    }
}
