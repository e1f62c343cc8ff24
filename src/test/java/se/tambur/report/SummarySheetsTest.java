package se.tambur.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.report.SummaryPage.Cell;
import se.tambur.report.SummaryPage.Section;
import se.tambur.report.SummaryPage.Shape;
import se.tambur.report.SummaryPage.Table;
import se.tambur.visit.Imports;

/** What a manager opens in her spreadsheet says what the page says. */
@DatabaseTest
class SummarySheetsTest {

    private static final Locale SWEDISH = Locale.of("sv");

    private static @Nullable CentreId house;

    @Autowired
    private Centres centres;

    @Autowired
    private Imports imports;

    @Autowired
    private Reports reports;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void theYearIsTakenIn() {
        clock.set("2026-11-24T10:12");
        if (house == null) {
            house = Months.houseWith2025(centres, imports);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03", "2025-07", "2025-12", "2025-vt", "2025", "2026-03"})
    void everyTableOfThePageIsASheetOfNumbers(String period) throws Exception {
        SummaryPage page = page(period);
        List<Section> tables = tables(page);
        byte[] file = reports.file(house(), asked(period), "xlsx", SWEDISH);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Sheet> sheets = book.getSheets().toList();
            assertThat(sheets).hasSize(tables.size() + 1);
            for (int i = 0; i < tables.size(); i++) {
                compare(
                        Objects.requireNonNull(tables.get(i).table()),
                        sheets.get(i + 1).read());
            }
        }
    }

    private static void compare(Table table, List<Row> read) {
        List<SummaryPage.Row> rows = rows(table);
        // a title and the heads stand above them
        List<Row> lines = read.subList(read.size() - rows.size(), read.size());
        for (int i = 0; i < rows.size(); i++) {
            assertThat(lines.get(i).getCellText(0)).isEqualTo(rows.get(i).label());
            for (int c = 0; c < rows.get(i).cells().size(); c++) {
                Cell cell = rows.get(i).cells().get(c);
                if (cell.exact() == null) {
                    assertThat(lines.get(i).getCellText(c + 1)).isEqualTo(cell.shown());
                } else {
                    var written = lines.get(i).getCell(c + 1);
                    assertThat(written.getType()).isEqualTo(CellType.NUMBER);
                    assertThat(written.asNumber()).isEqualByComparingTo(cell.exact());
                    assertThat(said(cell.shape(), written.asNumber())).isEqualTo(bare(cell.shown()));
                }
            }
        }
    }

    /** Without what only the page has: spaces between thousands, and signs of its own before a difference. */
    private static String bare(String shown) {
        return shown.replaceAll("[\u00a0\u202f](?=\\d)", "")
                .replace('\u2212', '-')
                .replaceFirst("^\\+", "");
    }

    /** As the spreadsheet shows it in Swedish; whole per cents are the page's own. */
    private static String said(Shape shape, BigDecimal number) {
        return switch (shape) {
            case MEAN ->
                number.setScale(1, RoundingMode.HALF_UP).toPlainString().replace('.', ',');
            case SHARE -> {
                BigDecimal hundredfold = number.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
                yield hundredfold.toPlainString().replace('.', ',').replaceFirst(",0$", "") + "\u00a0%";
            }
            default -> Long.toString(number.longValueExact());
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-03", "2025-07", "2025-12", "2025", "2026-03"})
    void theSemicolonFileHoldsEveryTableInOrder(String period) throws Exception {
        String text = new String(reports.file(house(), asked(period), "csv", SWEDISH), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFF");
        List<List<String>> lines = new ArrayList<>();
        try (var parser =
                CSVFormat.EXCEL.builder().setDelimiter(';').get().parse(new StringReader(text.substring(1)))) {
            parser.stream().map(CSVRecord::toList).forEach(lines::add);
        }

        int from = 0;
        for (Section section : tables(page(period))) {
            int title = lines.subList(from, lines.size()).indexOf(List.of(section.title())) + from;
            assertThat(title).isGreaterThanOrEqualTo(from);
            List<SummaryPage.Row> rows = rows(Objects.requireNonNull(section.table()));
            for (int i = 0; i < rows.size(); i++) {
                List<String> line = lines.get(title + 2 + i);
                assertThat(line.getFirst()).isEqualTo(rows.get(i).label());
                for (int c = 0; c < rows.get(i).cells().size(); c++) {
                    Cell cell = rows.get(i).cells().get(c);
                    String said = line.get(c + 1).replaceFirst(",0%$", "%");
                    assertThat(said)
                            .isEqualTo(
                                    cell.shape() == Shape.NUMBER && cell.exact() != null
                                            ? cell.exact().toPlainString()
                                            : cell.shown().replace("\u00a0%", "%"));
                }
            }
            from = title + rows.size();
        }
    }

    @Test
    void theFrontSheetSaysThatTheNumbersAreExactAndHowTheyAreCounted() throws Exception {
        byte[] file = reports.file(house(), asked("2025-03"), "xlsx", SWEDISH);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            String front = String.join(
                    "\n",
                    book.getFirstSheet().read().stream()
                            .map(row -> row.getCellCount() == 0 ? "" : row.getCellText(0))
                            .toList());
            assertThat(front)
                    .contains("Mars 2025", "Exakta tal, för eget bruk.", "17 pass hölls")
                    .contains("8. " + page("2025-03").rules().getLast());
        }
    }

    private SummaryPage page(String period) {
        return reports.page(house(), reports.summary(house(), asked(period)), SWEDISH);
    }

    private static List<Section> tables(SummaryPage page) {
        return page.sections().stream()
                .filter(section -> section.table() != null)
                .toList();
    }

    private static List<SummaryPage.Row> rows(Table table) {
        List<SummaryPage.Row> rows = new ArrayList<>(table.rows());
        if (table.foot() != null) {
            rows.add(table.foot());
        }
        return rows;
    }

    private static ReportPeriod asked(String period) {
        return ReportPeriod.parse(period).orElseThrow();
    }

    private static CentreId house() {
        return Objects.requireNonNull(house);
    }
}
