package se.tambur.report;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import se.tambur.report.SummaryPage.Cell;
import se.tambur.report.SummaryPage.Column;
import se.tambur.report.SummaryPage.Row;
import se.tambur.report.SummaryPage.Section;
import se.tambur.report.SummaryPage.Table;
import se.tambur.shared.Words;

/**
 * A period for spreadsheets that read no workbook: every table below the other, with semicolons, in UTF-8 with its mark,
 * which is what the Swedish ones open without a question.
 */
final class SummaryCsv {

    private static final CSVFormat FORMAT =
            CSVFormat.EXCEL.builder().setDelimiter(';').get();

    private final SummaryPage page;
    private final Words words;

    SummaryCsv(SummaryPage page, Words words) {
        this.page = page;
        this.words = words;
    }

    byte[] write() {
        var text = new StringWriter();
        text.append('\uFEFF');
        try (var csv = new CSVPrinter(text, FORMAT)) {
            csv.printRecord(harmless(page.document()));
            csv.printRecord(page.status() + " · " + page.created());
            csv.printRecord(words.say(page.language().getLanguage(), "report.sheet.internal"));
            if (page.demo()) {
                csv.printRecord(words.say(page.language().getLanguage(), "report.demo"));
            }
            for (Section section : page.sections()) {
                Table table = section.table();
                if (table != null) {
                    csv.println();
                    csv.printRecord(section.title());
                    csv.printRecord(table.head().stream().map(Column::title).toList());
                    for (Row row : table.rows()) {
                        csv.printRecord(line(row));
                    }
                    Row foot = table.foot();
                    if (foot != null) {
                        csv.printRecord(line(foot));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> line(Row row) {
        List<String> cells = new ArrayList<>(List.of(harmless(row.label())));
        row.cells().forEach(cell -> cells.add(cell(cell)));
        return cells;
    }

    /** Without the spaces between thousands, which would make words of numbers. */
    private String cell(Cell cell) {
        BigDecimal exact = cell.exact();
        if (exact == null) {
            return harmless(cell.shown());
        }
        return switch (cell.shape()) {
            case MEAN -> decimal(exact.setScale(1, RoundingMode.HALF_UP));
            case SHARE -> decimal(exact.movePointRight(2).setScale(1, RoundingMode.HALF_UP)) + "%";
            default -> exact.toPlainString();
        };
    }

    private String decimal(BigDecimal number) {
        String plain = number.toPlainString();
        return page.language().getLanguage().equals("en") ? plain : plain.replace('.', ',');
    }

    /** A spreadsheet takes what begins so for a formula; an apostrophe before it makes it words again (OWASP, CSV injection). */
    private static String harmless(String words) {
        boolean formula = !words.isEmpty() && "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20".indexOf(words.charAt(0)) >= 0;
        return formula ? "'" + words : words;
    }
}
