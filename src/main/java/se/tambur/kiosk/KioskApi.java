package se.tambur.kiosk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What tablets ask: to be paired, what there is to show, and to be relieved of what they hold. */
@RestController
@RequestMapping("/api/kiosk")
class KioskApi {

    private static final Logger log = LoggerFactory.getLogger(KioskApi.class);

    private final Kiosks kiosks;
    private final PairingTries tries;
    private final TabletStates states;
    private final HandOver handOver;
    private final Heartbeats heartbeats;
    private final DataEpoch dataEpoch;
    private final KioskSettings settings;
    private final Clock clock;
    private final EnvelopeReader reader;

    KioskApi(
            Kiosks kiosks,
            PairingTries tries,
            TabletStates states,
            HandOver handOver,
            Heartbeats heartbeats,
            DataEpoch dataEpoch,
            KioskSettings settings,
            Clock clock) {
        this.kiosks = kiosks;
        this.tries = tries;
        this.states = states;
        this.handOver = handOver;
        this.heartbeats = heartbeats;
        this.dataEpoch = dataEpoch;
        this.settings = settings;
        this.clock = clock;
        this.reader = new EnvelopeReader(settings.mostEvents());
    }

    @PostMapping("/v1/pair")
    ResponseEntity<byte[]> pair(HttpServletRequest request) throws IOException {
        String code = reader.code(body(request));
        String address = String.valueOf(request.getRemoteAddr());
        if (!tries.spend(address)) {
            return flaw(429, "code", "too many tries; wait a minute");
        }
        Optional<String> token = kiosks.pair(code, DeviceFilter.token(request));
        if (token.isEmpty()) {
            return flaw(404, "code", "this code is wrong, used up or too old");
        }
        tries.giveBack(address);
        return ResponseEntity.noContent()
                .header(HttpHeaders.SET_COOKIE, DeviceFilter.cookie(token.get()))
                .build();
    }

    @GetMapping("/v1/state")
    void state(@AuthenticationPrincipal Device device, WebRequest request, HttpServletResponse response)
            throws IOException {
        Instant now = clock.instant();
        heartbeats.heard(device, now);
        TabletStates.Seen seen = states.of(device);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        if (request.checkNotModified("\"" + seen.tag() + "\"")) {
            return;
        }
        byte[] beginning = seen.beginning(now);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        if (takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            response.setContentLength(seen.rest().gzipLength(beginning));
            seen.rest().writeGzip(beginning, response.getOutputStream());
        } else {
            response.setContentLength(seen.rest().length(beginning));
            seen.rest().write(beginning, response.getOutputStream());
        }
    }

    private static boolean takesGzip(@Nullable String accepted) {
        return accepted != null
                && Arrays.stream(accepted.split(",")).map(String::strip).anyMatch("gzip"::equals);
    }

    @PostMapping("/v1/sync")
    ResponseEntity<byte[]> sync(@AuthenticationPrincipal Device device, HttpServletRequest request) throws IOException {
        Instant received = clock.instant();
        Envelope envelope = reader.read(body(request));
        var results = handOver.take(device, envelope, received);
        return json(
                200,
                Answer.bytes(new Answer.Synced(
                        results,
                        clock.instant().toString(),
                        states.of(device).tag(),
                        dataEpoch.value(),
                        kiosks.takeCommand(device))));
    }

    @RequestMapping("/**")
    ResponseEntity<byte[]> somethingElse() {
        return flaw(404, "address", "POST pair, GET state and POST sync are what there is");
    }

    private byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > settings.mostBytes()) {
            throw new TooLarge();
        }
        byte[] body = request.getInputStream().readNBytes(settings.mostBytes() + 1);
        if (body.length > settings.mostBytes()) {
            throw new TooLarge();
        }
        return body;
    }

    private static final class TooLarge extends RuntimeException {
        TooLarge() {
            super(null, null, false, false);
        }
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unreadable(Refusal flaw) {
        return flaw(400, flaw.where(), flaw.what());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> tooLarge(TooLarge e) {
        return flaw(413, "body", "at most " + settings.mostBytes() + " bytes at once");
    }

    /** The connection broke, or its pieces were no HTTP. */
    @ExceptionHandler
    ResponseEntity<byte[]> broken(IOException e) {
        return flaw(400, "body", "it did not arrive whole");
    }

    /** The disk is full or the database away: nothing was answered for, so the tablet keeps everything. */
    @ExceptionHandler
    ResponseEntity<byte[]> unable(Exception e) {
        log.error("A tablet could not be relieved of what it holds", e);
        return flaw(503, "server", "not now; keep everything and try again");
    }

    private static ResponseEntity<byte[]> flaw(int status, String where, String what) {
        return json(status, Answer.bytes(new Answer.Flaw(where, what)));
    }

    private static ResponseEntity<byte[]> json(int status, byte[] body) {
        return ResponseEntity.status(HttpStatusCode.valueOf(status))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }
}
