package se.tambur.centre;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes in a plan for {@code scripts/plan}; answers in words for whoever typed it. */
@RestController
@RequestMapping("/api/control/v1")
class PlanControl {

    private static final String WORDS = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";
    private static final String AUTHOR = "scripts/plan";

    private final Centres centres;

    PlanControl(Centres centres) {
        this.centres = centres;
    }

    @PostMapping(path = "/plan", produces = WORDS)
    ResponseEntity<String> plan(
            @RequestParam(defaultValue = "") String centre,
            @RequestParam(defaultValue = "") String file,
            @RequestParam(defaultValue = "") String from,
            HttpServletRequest request)
            throws IOException {
        CentreId id;
        try {
            id = new CentreId(centre);
        } catch (IllegalArgumentException e) {
            return answer(HttpStatus.BAD_REQUEST, "centre: Expected an id of a-z, 0-9 and -.");
        }
        LocalDate first;
        try {
            first = from.isEmpty() ? null : LocalDate.parse(from);
        } catch (DateTimeParseException e) {
            return answer(HttpStatus.BAD_REQUEST, "from: Expected a date such as 2026-11-24.");
        }
        String name = file.isBlank() ? id + ".yaml" : file;
        try {
            String yaml = YamlField.decode(name, request.getInputStream().readNBytes(YamlField.LONGEST_FILE + 1));
            PlanHistory.Version taken = centres.adopt(id, name, yaml, first, AUTHOR);
            return answer(HttpStatus.OK, id + ": version " + taken.number() + " holds from " + beginning(taken.from()));
        } catch (PlanRefused e) {
            List<String> flaws =
                    e.flaws().stream().map(PlanRefused.Flaw::toString).toList();
            return answer(HttpStatus.UNPROCESSABLE_CONTENT, String.join("\n", flaws));
        }
    }

    private static String beginning(@Nullable LocalDate from) {
        return from == null ? "the beginning of time" : from.toString();
    }

    private static ResponseEntity<String> answer(HttpStatus status, String words) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(WORDS))
                .body(words);
    }
}
