package se.tambur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import tools.jackson.databind.json.JsonMapper;

/** What {@code scripts/report} is answered; who may ask is tried where the doors are. */
@DatabaseTest
class ReportControlTest {

    @Autowired
    private ReportControl control;

    @Autowired
    private Centres centres;

    @Autowired
    private TestClock clock;

    private CentreId house = new CentreId("none");

    @BeforeEach
    void aHouse() {
        clock.set("2026-11-24T10:12");
        house = Months.house(centres);
    }

    @Test
    void whoAsksForAMonthGetsOneObject() {
        var answer = control.report(house.value(), "2026-07", "json", "sv");

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.OK);
        var month = new JsonMapper().readTree(answer.getBody());
        assertThat(month.get("visits").asInt()).isZero();
        assertThat(month.get("childrenByAge").get("6y+").asInt()).isZero();
        assertThat(month.get("childrenPerSessionHeld").isNull()).isTrue();
        assertThat(month.get("suspect").asInt()).isZero();
    }

    @Test
    void whoAsksForAYearGetsItsMonths() {
        var year = new JsonMapper()
                .readTree(control.report(house.value(), "2026", "json", "sv").getBody());

        assertThat(year.propertyNames()).containsExactly("year", "months");
        assertThat(year.get("months").propertyNames()).contains("2026-01", "2026-12");
    }

    @Test
    void whoMistypesIsToldWhatAndWhere() {
        assertThat(said(control.report("ingen", "2026-07", "json", "sv")))
                .startsWith("404 There is no centre called 'ingen'; there are: ");
        assertThat(said(control.report("Ö/..", "2026-07", "json", "sv"))).startsWith("404 ");
        assertThat(said(control.report(house.value(), "2026-13", "json", "sv")))
                .isEqualTo(
                        "400 period: expected a month such as 2025-03, a term such as 2025-vt, four months such as 2025-t1,"
                                + " a year such as 2025 or days such as 2025-03-03..2025-04-11, not '2026-13'");
        assertThat(said(control.report(house.value(), "0000", "json", "sv"))).startsWith("400 period:");
        assertThat(said(control.report(house.value(), "", "json", "sv"))).startsWith("400 period:");
        assertThat(said(control.report(house.value(), "2026-07", "docx", "sv")))
                .isEqualTo("400 format: expected pdf, xlsx, csv or json, not 'docx'");
        assertThat(said(control.report(house.value(), "2026", "xml", "sv"))).startsWith("400 format: expected");
        assertThat(said(control.report(house.value(), "2026-07", "pdf", "fi")))
                .isEqualTo("400 lang: expected sv or en, not 'fi'");
    }

    private static String said(ResponseEntity<byte[]> answer) {
        return answer.getStatusCode().value() + " "
                + new String(Objects.requireNonNull(answer.getBody()), StandardCharsets.UTF_8);
    }
}
