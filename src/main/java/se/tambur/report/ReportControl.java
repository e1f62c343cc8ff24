package se.tambur.report;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.report.ReportPeriod.Kind;
import tools.jackson.databind.json.JsonMapper;

/** {@code scripts/report}: a period as exact, internal numbers. */
@RestController
class ReportControl {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final Reports reports;
    private final Centres centres;
    private final JsonMapper json;

    ReportControl(Reports reports, Centres centres, JsonMapper json) {
        this.reports = reports;
        this.centres = centres;
        this.json = json;
    }

    @GetMapping("/api/control/v1/report")
    ResponseEntity<byte[]> report(
            @RequestParam(defaultValue = "") String centre,
            @RequestParam(defaultValue = "") String period,
            @RequestParam(defaultValue = "json") String format,
            @RequestParam(defaultValue = "sv") String lang) {
        if (centres.all().stream().noneMatch(known -> known.value().equals(centre))) {
            return refusal(
                    HttpStatus.NOT_FOUND,
                    "There is no centre called '" + centre + "'; there are: "
                            + String.join(
                                    ", ",
                                    centres.all().stream().map(CentreId::value).toList()));
        }
        if (!lang.equals("sv") && !lang.equals("en")) {
            return refusal(HttpStatus.BAD_REQUEST, "lang: expected sv or en, not '" + lang + "'");
        }
        Optional<ReportPeriod> asked = ReportPeriod.parse(period);
        if (asked.isEmpty()) {
            return refusal(
                    HttpStatus.BAD_REQUEST,
                    "period: expected a month such as 2025-03, a term such as 2025-vt, four months such as 2025-t1,"
                            + " a year such as 2025 or days such as 2025-03-03..2025-04-11, not '" + period + "'");
        }
        CentreId known = new CentreId(centre);
        return switch (format) {
            case "json" -> json(known, asked.get());
            case "pdf", "xlsx", "csv" -> file(known, asked.get(), format, Locale.of(lang));
            default -> refusal(HttpStatus.BAD_REQUEST, "format: expected pdf, xlsx, csv or json, not '" + format + "'");
        };
    }

    private ResponseEntity<byte[]> file(CentreId centre, ReportPeriod period, String ending, Locale language) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Reports.mediaType(ending)))
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(Reports.fileName(centre, period, ending))
                                .build()
                                .toString())
                .body(reports.file(centre, period, ending, language));
    }

    private ResponseEntity<byte[]> json(CentreId centre, ReportPeriod period) {
        Object answer = period.kind() == Kind.YEAR
                ? SummaryJson.year(reports.year(centre, period.first().getYear()))
                : SummaryJson.of(reports.summary(centre, period));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(answer));
    }

    private static ResponseEntity<byte[]> refusal(HttpStatus status, String why) {
        return ResponseEntity.status(status).contentType(TEXT).body(why.getBytes(StandardCharsets.UTF_8));
    }
}
