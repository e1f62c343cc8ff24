package se.tambur.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import se.tambur.report.SummaryPage.Cell;
import se.tambur.report.SummaryPage.Column;
import se.tambur.report.SummaryPage.Row;
import se.tambur.report.SummaryPage.Section;
import se.tambur.report.SummaryPage.Table;
import se.tambur.shared.Words;

/** A period as a workbook: a sheet with what it is and how it is counted, and one for each table. Numbers are numbers. */
final class SummarySheets {

    /** Longer names are refused by spreadsheets, and so are these characters in them. */
    private static final int LONGEST_NAME = 31;

    private static final String UNNAMEABLE = "[\\\\/?*:\\[\\]]";
    private static final double LABELS = 34;
    private static final double NUMBERS = 16;

    private final SummaryPage page;
    private final Words words;
    private final Set<String> names = new HashSet<>();

    SummarySheets(SummaryPage page, Words words) {
        this.page = page;
        this.words = words;
    }

    byte[] write() {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Tambur", null)) {
            front(sheet(book, say("sheet.front")));
            for (Section section : page.sections()) {
                Table table = section.table();
                if (table != null) {
                    fill(sheet(book, section.title()), section.title(), table);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private Worksheet sheet(Workbook book, String title) {
        String name = cut(title.replaceAll(UNNAMEABLE, " "), "");
        for (int n = 2; !names.add(name.toLowerCase(page.language())); n++) {
            name = cut(title.replaceAll(UNNAMEABLE, " "), " " + n);
        }
        Worksheet sheet = book.newWorksheet(name);
        sheet.paperSize(org.dhatim.fastexcel.PaperSize.A4_PAPER);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
        sheet.header(page.centre() + " – " + page.title(), org.dhatim.fastexcel.Position.LEFT);
        sheet.footer(page.status() + " · " + page.created(), org.dhatim.fastexcel.Position.LEFT);
        return sheet;
    }

    private static String cut(String title, String suffix) {
        return title.substring(0, Math.min(title.length(), LONGEST_NAME - suffix.length())) + suffix;
    }

    private void front(Worksheet sheet) {
        sheet.width(0, LABELS * 3);
        int at = 0;
        sheet.value(at, 0, page.document());
        sheet.style(at++, 0).bold().fontSize(16).set();
        sheet.value(at++, 0, page.status() + " · " + page.created());
        sheet.value(at++, 0, say("sheet.internal"));
        if (page.demo()) {
            sheet.value(at++, 0, say("demo"));
        }
        sheet.value(at++, 0, page.lede());
        at = paragraphs(sheet, at + 1, say("rules"), page.rules());
        paragraphs(sheet, at + 1, page.privacy(), List.of());
    }

    private static int paragraphs(Worksheet sheet, int from, String title, List<String> lines) {
        int at = from;
        sheet.value(at, 0, title);
        sheet.style(at++, 0).bold().wrapText(true).set();
        for (int i = 0; i < lines.size(); i++) {
            sheet.value(at, 0, (i + 1) + ". " + lines.get(i));
            sheet.style(at++, 0).wrapText(true).set();
        }
        return at;
    }

    private static void fill(Worksheet sheet, String title, Table table) {
        sheet.value(0, 0, title);
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.width(0, LABELS);
        for (int column = 0; column < table.head().size(); column++) {
            Column head = table.head().get(column);
            sheet.value(2, column, head.title());
            sheet.style(2, column)
                    .bold()
                    .wrapText(true)
                    .horizontalAlignment(head.number() ? "right" : "left")
                    .borderStyle(org.dhatim.fastexcel.BorderSide.BOTTOM, org.dhatim.fastexcel.BorderStyle.MEDIUM)
                    .set();
            if (column > 0) {
                sheet.width(column, NUMBERS);
            }
        }
        int at = 3;
        for (Row row : table.rows()) {
            line(sheet, at++, row, false);
        }
        Row foot = table.foot();
        if (foot != null) {
            line(sheet, at, foot, true);
        }
        sheet.freezePane(1, 3);
        sheet.repeatRows(2);
    }

    private static void line(Worksheet sheet, int at, Row row, boolean sum) {
        sheet.value(at, 0, row.label());
        if (sum) {
            sheet.style(at, 0).bold().set();
        }
        for (int i = 0; i < row.cells().size(); i++) {
            cell(sheet, at, i + 1, row.cells().get(i), sum);
        }
    }

    private static void cell(Worksheet sheet, int at, int column, Cell cell, boolean sum) {
        BigDecimal exact = cell.exact();
        if (exact == null) {
            sheet.value(at, column, cell.shown());
        } else {
            sheet.value(at, column, exact);
        }
        var style = sheet.style(at, column);
        switch (cell.shape()) {
            case WORDS -> {}
            case NUMBER -> style.format("#,##0");
            case MEAN -> style.format("0.0");
            case SHARE -> style.format("0.0%");
        }
        if (exact == null && cell.shape() != SummaryPage.Shape.WORDS) {
            style.horizontalAlignment("right");
        }
        if (sum) {
            style.bold();
        }
        style.set();
    }

    private String say(String key) {
        return words.say(page.language().getLanguage(), "report." + key);
    }
}
