package se.tambur.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A period in words, ready to be laid out: the page in the office and the PDF draw the same one, so they cannot say
 * different numbers.
 *
 * @param foot what stands at the foot of every page
 * @param document the title of the document as a whole
 * @param lede the period in two sentences
 * @param demo whether the numbers are made
 */
record SummaryPage(
        Locale language,
        String centre,
        String title,
        String foot,
        String document,
        String status,
        String created,
        boolean demo,
        String lede,
        List<Figure> figures,
        List<Section> sections,
        List<String> rules,
        String privacy) {

    /**
     * One of the numbers on top.
     *
     * @param then the same month last year, or empty
     */
    record Figure(String number, String unit, String then) {}

    /**
     * A heading and what stands below it.
     *
     * @param id stable, for links
     * @param beside whether the chart fits beside the table
     */
    record Section(
            String id,
            String title,
            List<String> lines,
            @Nullable Chart chart,
            boolean beside,
            @Nullable Table table) {}

    /** A picture and what it says to those who do not see it. */
    record Chart(String svg, String alternative) {}

    /** Rows below a head; the last one is a sum when {@code foot} is there. */
    record Table(
            String caption,
            List<Column> head,
            List<Row> rows,
            @Nullable Row foot) {}

    /** A column; numbers stand to the right. */
    record Column(String title, boolean number) {}

    /**
     * A row.
     *
     * @param language of the label, when it is another than the page's
     * @param day the day it is about, when the office has a page of it
     */
    record Row(
            String label,
            @Nullable String language,
            List<Cell> cells,
            @Nullable LocalDate day) {

        Row(String label, @Nullable String language, List<Cell> cells) {
            this(label, language, cells, null);
        }
    }

    /**
     * A cell.
     *
     * @param exact the number it stands for; null: there is none
     */
    record Cell(String shown, @Nullable BigDecimal exact, Shape shape) {}

    /** What a cell's number is. */
    enum Shape {
        WORDS,
        NUMBER,
        MEAN,
        /** 1 is the whole. */
        SHARE
    }
}
