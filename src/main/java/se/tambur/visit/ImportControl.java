package se.tambur.visit;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.NoSuchCentre;
import se.tambur.shared.Words;

/** Takes in history for {@code scripts/import}; answers are text for people. */
@RestController
@RequestMapping("/api/control/v1/import")
class ImportControl {

    private static final String AUTHOR = "scripts/import";
    private static final Pattern RUN = Pattern.compile("[0-9]{1,18}");
    private static final String LANGUAGE = "en";

    private final Imports imports;
    private final Centres centres;
    private final Words words;

    ImportControl(Imports imports, Centres centres, Words words) {
        this.imports = imports;
        this.centres = centres;
        this.words = words;
    }

    @PostMapping(consumes = MediaType.ALL_VALUE)
    ResponseEntity<String> take(
            @RequestParam(defaultValue = "") String centre,
            @RequestParam(defaultValue = "") String file,
            @RequestBody(required = false) byte @Nullable [] csv) {
        CentreId id = existing(centre);
        String name = file.isBlank() ? id + ".csv" : file;
        Imports.Outcome outcome = imports.take(id, name, csv == null ? new byte[0] : csv, AUTHOR, percent -> {});
        return answer(
                HttpStatus.OK,
                say(
                        outcome.again() ? "visit.import.again" : "visit.import.done",
                        outcome.visits(),
                        outcome.children(),
                        outcome.first(),
                        outcome.last(),
                        outcome.run()));
    }

    @DeleteMapping
    ResponseEntity<String> undo(
            @RequestParam(defaultValue = "") String centre, @RequestParam(defaultValue = "") String run) {
        CentreId id = existing(centre);
        if (!RUN.matcher(run).matches()) {
            return answer(HttpStatus.BAD_REQUEST, "run: Expected the number of an import.");
        }
        imports.undo(id, Long.parseLong(run), AUTHOR);
        return answer(HttpStatus.OK, say("visit.import.undone", Long.parseLong(run)));
    }

    private CentreId existing(String centre) {
        CentreId id;
        try {
            id = new CentreId(centre);
        } catch (IllegalArgumentException e) {
            throw new NoSuchCentre(centre);
        }
        if (!centres.exists(id)) {
            throw new NoSuchCentre(centre);
        }
        return id;
    }

    @ExceptionHandler
    ResponseEntity<String> refused(ImportRefused refused) {
        HttpStatus status = refused.alreadyCounted() ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
        String flaws = refused.flaws().stream()
                .map(flaw -> flaw.file() + (flaw.line() > 0 ? ":" + flaw.line() : "") + ": "
                        + words.say(LANGUAGE, flaw.key(), flaw.what()))
                .collect(Collectors.joining("\n", "", "\n"));
        return answer(status, flaws + say("visit.import.nothing-changed"));
    }

    @ExceptionHandler
    ResponseEntity<String> nowhere(NoSuchCentre e) {
        return answer(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<String> noSuchRun(IllegalArgumentException e) {
        return answer(HttpStatus.NOT_FOUND, String.valueOf(e.getMessage()));
    }

    /** With its own charset, for what an exception handler answers is not told by the mapping. */
    private static ResponseEntity<String> answer(HttpStatus status, String text) {
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(text);
    }

    private String say(String key, Object... params) {
        for (int i = 0; i < params.length; i++) {
            if (params[i] instanceof LocalDate day) {
                params[i] = day.toString();
            } else if (params[i] instanceof Long number) {
                params[i] = number.toString();
            }
        }
        return words.say(LANGUAGE, key, params);
    }
}
