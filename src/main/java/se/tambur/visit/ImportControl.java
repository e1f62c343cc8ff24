package se.tambur.visit;

import java.time.LocalDate;
import java.util.stream.Collectors;
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
@RequestMapping(path = "/api/control/v1/import", produces = "text/plain; charset=UTF-8")
class ImportControl {

    private static final String AUTHOR = "script";
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
    String take(@RequestParam String centre, @RequestParam String file, @RequestBody byte[] csv) {
        Imports.Outcome outcome = imports.take(existing(centre), file, csv, AUTHOR, percent -> {});
        return say(
                outcome.again() ? "visit.import.again" : "visit.import.done",
                outcome.visits(),
                outcome.children(),
                outcome.first(),
                outcome.last(),
                outcome.run());
    }

    @DeleteMapping
    String undo(@RequestParam String centre, @RequestParam long run) {
        imports.undo(existing(centre), run, AUTHOR);
        return say("visit.import.undone", run);
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
        return ResponseEntity.status(status).body(flaws + say("visit.import.nothing-changed"));
    }

    @ExceptionHandler
    ResponseEntity<String> nowhere(NoSuchCentre e) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(e.getMessage() + "\n");
    }

    @ExceptionHandler
    ResponseEntity<String> noSuchRun(IllegalArgumentException e) {
        return ResponseEntity.status(HttpStatus.NOT_FOUND).body(e.getMessage() + "\n");
    }

    private String say(String key, Object... params) {
        for (int i = 0; i < params.length; i++) {
            if (params[i] instanceof LocalDate day) {
                params[i] = day.toString();
            } else if (params[i] instanceof Long number) {
                params[i] = number.toString();
            }
        }
        return words.say(LANGUAGE, key, params) + "\n";
    }
}
