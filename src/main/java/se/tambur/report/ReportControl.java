package se.tambur.report;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import tools.jackson.databind.json.JsonMapper;

/** {@code scripts/report}: a month or a year as exact, internal numbers. */
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
        CentreId known = new CentreId(centre);
        try {
            boolean year = period.matches("[0-9]{4}");
            YearMonth month = year ? Year.parse(period).atMonth(1) : YearMonth.parse(period);
            if (!Reports.isThinkable(month)) {
                throw new DateTimeException("far from any report");
            }
            return switch (format) {
                case "json" -> json(known, month, year);
                case "pdf" ->
                    year
                            ? refusal(
                                    HttpStatus.BAD_REQUEST,
                                    "format: a year is given as json; ask for a month such as " + period + "-01 as pdf")
                            : pdf(known, month, Locale.of(lang));
                default -> refusal(HttpStatus.BAD_REQUEST, "format: expected pdf or json, not '" + format + "'");
            };
        } catch (DateTimeException e) {
            return refusal(
                    HttpStatus.BAD_REQUEST,
                    "period: expected a month such as 2025-03 or a year such as 2025, not '" + period + "'");
        }
    }

    private ResponseEntity<byte[]> pdf(CentreId centre, YearMonth month, Locale language) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(Reports.fileName(centre, month))
                                .build()
                                .toString())
                .body(reports.pdf(centre, month, language));
    }

    private ResponseEntity<byte[]> json(CentreId centre, YearMonth month, boolean year) {
        Object answer = year
                ? MonthJson.year(reports.year(centre, month.getYear()))
                : MonthJson.month(reports.month(centre, month));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(answer));
    }

    private static ResponseEntity<byte[]> refusal(HttpStatus status, String why) {
        return ResponseEntity.status(status).contentType(TEXT).body(why.getBytes(StandardCharsets.UTF_8));
    }
}
