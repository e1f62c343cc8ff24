package se.tambur.kiosk;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tambur.centre.CentreId;
import se.tambur.centre.NoSuchCentre;

/** {@code scripts/pair}. */
@RestController
class PairControl {

    private final Kiosks kiosks;

    PairControl(Kiosks kiosks) {
        this.kiosks = kiosks;
    }

    @PostMapping("/api/control/v1/pair")
    ResponseEntity<String> pair(
            @RequestParam(required = false) @Nullable String centre,
            @RequestParam(required = false) @Nullable String name) {
        if (centre == null) {
            return text(400, "centre: the id of a centre is expected");
        }
        try {
            return text(
                    200, kiosks.newCode(new CentreId(centre), name, "system").code());
        } catch (NoSuchCentre | IllegalArgumentException e) {
            return text(404, "centre: " + e.getMessage());
        }
    }

    private static ResponseEntity<String> text(int status, String text) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                .body(text);
    }
}
