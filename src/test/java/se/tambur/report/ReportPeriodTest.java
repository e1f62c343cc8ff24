package se.tambur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2025-02,2025-02-01,2025-02-28,2025-01,2025-03,2024-02",
        "2024-02,2024-02-01,2024-02-29,2024-01,2024-03,2023-02",
        "2025-vt,2025-01-01,2025-06-30,2024-ht,2025-ht,2024-vt",
        "2025-ht,2025-07-01,2025-12-31,2025-vt,2026-vt,2024-ht",
        "2025-t1,2025-01-01,2025-04-30,2024-t3,2025-t2,2024-t1",
        "2025-t3,2025-09-01,2025-12-31,2025-t2,2026-t1,2024-t3",
        "2025,2025-01-01,2025-12-31,2024,2026,2024",
        "2024-02-29..2024-03-01,2024-02-29,2024-03-01,2024-02-27..2024-02-28,2024-03-02..2024-03-03,2023-02-28..2023-03-01"
    })
    void aPeriodKnowsItsDaysAndItsNeighbours(
            String id, String first, String last, String before, String after, String yearBefore) {
        ReportPeriod period = ReportPeriod.parse(id).orElseThrow();

        assertThat(period.id()).isEqualTo(id);
        assertThat(period.first()).hasToString(first);
        assertThat(period.last()).hasToString(last);
        assertThat(period.before()).hasToString(before);
        assertThat(period.after()).hasToString(after);
        assertThat(period.yearBefore()).hasToString(yearBefore);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mars",
                "2025-13",
                "2025-t4",
                "1969",
                "3000-01",
                "2025-02-30..2025-03-01",
                "2025-03-02..2025-03-01",
                "1990-01-01..2025-01-01",
                "20250",
                "٢٠٢٥"
            })
    void whatIsNoPeriodIsNone(String id) {
        assertThat(ReportPeriod.parse(id)).isEqualTo(Optional.empty());
    }
}
