package se.tambur.security;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Entries as CSV: UTF-8 with its mark, semicolons, every cell in quotes, as a Swedish spreadsheet opens it by itself. */
class AuditSheet {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private AuditSheet() {}

    static byte[] write(List<String> heads, List<AuditEntry> entries, ZoneId zone) {
        Stream<List<String>> lines = entries.stream()
                .map(entry -> List.of(
                        TIME.format(entry.at().atZone(zone)),
                        entry.actor(),
                        entry.centre(),
                        entry.deed(),
                        entry.detail()));
        return Stream.concat(Stream.of(heads), lines)
                .map(cells -> cells.stream().map(AuditSheet::cell).collect(Collectors.joining(";", "", "\r\n")))
                .collect(Collectors.joining("", "\uFEFF", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A spreadsheet takes what begins so for a formula; an apostrophe before it makes it a word again (OWASP, CSV injection). */
    private static String cell(String words) {
        boolean formula = !words.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(words.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + words.replace("\"", "\"\"") + '"';
    }
}
