package se.tambur.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditSheetTest {

    @Test
    void aSpreadsheetReadsTheLocalTimeAndEveryWordAsItWas() {
        assertThat(sheet("Kök \"stora\"; hallen"))
                .isEqualTo(
                        "\uFEFF\"Tid\";\"Vem\";\"Öppen förskola\";\"Vad\";\"Om\"\r\n"
                                + "\"2026-11-24 10:12:00\";\"Kim\";\"lekladan\";\"kiosk.code\";\"Kök \"\"stora\"\"; hallen\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\uFF1D1"})
    void noCellStartsAFormula(String name) {
        assertThat(sheet(name)).contains("\"'" + name + "\"");
    }

    private static String sheet(String detail) {
        var entry =
                new AuditEntry(1, Instant.parse("2026-11-24T09:12:00Z"), "Kim", "lekladan", "kiosk.code", detail, null);
        return new String(
                AuditSheet.write(
                        List.of("Tid", "Vem", "Öppen förskola", "Vad", "Om"),
                        List.of(entry),
                        ZoneId.of("Europe/Stockholm")),
                StandardCharsets.UTF_8);
    }
}
