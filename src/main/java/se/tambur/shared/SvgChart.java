package se.tambur.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws small charts as SVG: one string that looks the same on a page and in a PDF. All sizes are whole numbers, there
 * are no styles, classes or scripts, and every word comes from the caller. A chart is a picture with a title and a
 * description, never the only place of a number: a table stands beside it.
 */
public final class SvgChart {

    /** Colours that can be told apart beside each other, also without colour vision, in order of use. */
    private static final List<String> COLOURS =
            List.of("#115E4C", "#63AA8B", "#F4B73F", "#8A5A83", "#C9DDD3", "#B5543A", "#3F6C9B", "#D9C79B");

    private static final String INK = "#1C2B29";
    private static final String MUTED = "#55625E";
    private static final String LINE = "#E3DCCB";

    private static final int COLUMNS_WIDTH = 720;
    private static final int COLUMNS_HEIGHT = 280;
    private static final int BARS_WIDTH = 360;
    private static final int BAR_ROW = 26;
    private static final int BAR = 16;
    private static final int TEXT = 14;

    private SvgChart() {}

    /** The colour of the n:th series, from 0; begins again after the eighth. */
    public static String colour(int n) {
        return COLOURS.get(n % COLOURS.size());
    }

    /** Stacked columns, {@value #COLUMNS_WIDTH} wide: see {@link #columns(String, String, List, List, int, int)}. */
    public static String columns(String title, String description, List<String> labels, List<Series> series) {
        return columns(title, description, labels, series, COLUMNS_WIDTH, COLUMNS_HEIGHT);
    }

    /**
     * Stacked columns with each column's total above it, and a legend below when there are two series or more. Where
     * labels would run into each other only every second, third ... is written.
     *
     * @param title what a screen reader calls the picture
     * @param description what it shows, in a sentence
     * @param labels one for each column
     * @param series from the bottom up, each with one value for each column, none below 0
     * @param height without the legend
     */
    public static String columns(
            String title, String description, List<String> labels, List<Series> series, int width, int height) {
        List<Entry> legend = series.size() > 1 ? legend(series, width) : List.of();
        int legendHeight = legend.isEmpty() ? 0 : legend.getLast().row() * 24 + 32;
        int ground = height - 28;
        int top = 26;
        int[] totals = IntStream.range(0, labels.size())
                .map(column -> series.stream().mapToInt(s -> s.value(column)).sum())
                .toArray();
        int most = Math.max(1, IntStream.of(totals).max().orElse(0));
        int slot = labels.isEmpty() ? width : width / labels.size();
        int bar = Math.clamp(slot * 4L / 5, 1, 96);
        int widestLabel =
                labels.stream().mapToInt(label -> width(label, TEXT)).max().orElse(0);
        int every = Math.max(1, Math.ceilDiv(widestLabel + 8, Math.max(1, slot)));
        boolean roomForTotals = slot >= width(Integer.toString(most), TEXT);

        StringBuilder svg = open(title, description, width, height + legendHeight);
        for (int column = 0; column < labels.size(); column++) {
            int middle = column * slot + slot / 2;
            int stacked = 0;
            int below = ground;
            for (Series one : series) {
                stacked += one.value(column);
                // from the running sum, so that rounding never makes a column taller than its total
                int above = ground - Math.toIntExact(Math.round((double) stacked * (ground - top) / most));
                if (above < below) {
                    rectangle(svg, middle - bar / 2, above, bar, below - above, 0, one.colour());
                    if (below < ground) {
                        line(svg, middle - bar / 2, below, middle - bar / 2 + bar, "#FFFFFF", 1);
                    }
                    below = above;
                }
            }
            if (totals[column] > 0 && roomForTotals) {
                text(svg, middle, below - 8, "middle", true, INK, Integer.toString(totals[column]));
            }
            if (column % every == 0) {
                text(svg, middle, ground + 20, "middle", false, MUTED, labels.get(column));
            }
        }
        line(svg, 0, ground, width, LINE, 2);
        for (int i = 0; i < legend.size(); i++) {
            int y = height + legend.get(i).row() * 24 + 8;
            int x = legend.get(i).x();
            rectangle(svg, x, y, 14, 14, 3, series.get(i).colour());
            text(svg, x + 20, y + 12, "start", false, INK, series.get(i).name());
        }
        return svg.append("</svg>").toString();
    }

    /** Horizontal bars, {@value #BARS_WIDTH} wide: see {@link #bars(String, String, List, int)}. */
    public static String bars(String title, String description, List<Bar> bars) {
        return bars(title, description, bars, BARS_WIDTH);
    }

    /**
     * Horizontal bars from the same start, each with its label before and its number after it.
     *
     * @param title what a screen reader calls the picture
     * @param description what it shows, in a sentence
     */
    public static String bars(String title, String description, List<Bar> bars, int width) {
        long most = Math.max(1, bars.stream().mapToLong(Bar::value).max().orElse(0));
        int labels = Math.min(
                width * 55 / 100,
                bars.stream().mapToInt(bar -> width(bar.label(), TEXT)).max().orElse(0));
        int numbers =
                bars.stream().mapToInt(bar -> width(bar.shown(), TEXT)).max().orElse(0);
        int start = labels + 12;
        int longest = Math.max(20, width - start - numbers - 8);

        StringBuilder svg = open(title, description, width, Math.max(1, bars.size()) * BAR_ROW);
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            int y = i * BAR_ROW + (BAR_ROW - BAR) / 2;
            int length = Math.toIntExact(bar.value() * longest / most);
            if (bar.value() > 0) {
                length = Math.max(2, length);
                rectangle(svg, start, y, length, BAR, Math.min(3, length / 2), COLOURS.getFirst());
            }
            text(svg, 0, y + 13, "start", false, INK, shortened(bar.label(), labels));
            text(svg, start + length + 8, y + 13, "start", false, INK, bar.shown());
        }
        return svg.append("</svg>").toString();
    }

    /** A part of every column. */
    public record Series(String name, String colour, List<Integer> values) {

        public Series {
            values = List.copyOf(values);
        }

        int value(int column) {
            return values.get(column);
        }
    }

    /**
     * One bar.
     *
     * @param value how long it is, not below 0
     * @param shown how its number is written
     */
    public record Bar(String label, long value, String shown) {}

    private record Entry(int x, int row) {}

    private static List<Entry> legend(List<Series> series, int width) {
        List<Entry> places = new ArrayList<>();
        int x = 0;
        int row = 0;
        for (Series one : series) {
            int needed = 20 + width(one.name(), TEXT) + 22;
            if (x > 0 && x + needed > width) {
                x = 0;
                row++;
            }
            places.add(new Entry(x, row));
            x += needed;
        }
        return places;
    }

    private static StringBuilder open(String title, String description, int width, int height) {
        return new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"")
                .append(width)
                .append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" aria-label=\"")
                .append(escaped(title))
                .append("\" font-family=\"Noto Sans, sans-serif\" font-size=\"")
                .append(TEXT)
                .append("\"><title>")
                .append(escaped(title))
                .append("</title><desc>")
                .append(escaped(description))
                .append("</desc>");
    }

    private static void rectangle(StringBuilder svg, int x, int y, int width, int height, int radius, String colour) {
        svg.append("<rect x=\"").append(x).append("\" y=\"").append(y);
        svg.append("\" width=\"").append(width).append("\" height=\"").append(height);
        if (radius > 0) {
            svg.append("\" rx=\"").append(radius);
        }
        svg.append("\" fill=\"").append(colour).append("\"/>");
    }

    private static void line(StringBuilder svg, int from, int y, int to, String colour, int thick) {
        svg.append("<line x1=\"").append(from).append("\" y1=\"").append(y);
        svg.append("\" x2=\"").append(to).append("\" y2=\"").append(y);
        svg.append("\" stroke=\"").append(colour).append("\" stroke-width=\"").append(thick);
        svg.append("\"/>");
    }

    private static void text(
            StringBuilder svg, int x, int y, String anchor, boolean bold, String colour, String words) {
        svg.append("<text x=\"").append(x).append("\" y=\"").append(y);
        if (!anchor.equals("start")) {
            svg.append("\" text-anchor=\"").append(anchor);
        }
        if (bold) {
            svg.append("\" font-weight=\"700");
        }
        svg.append("\" fill=\"").append(colour).append("\">");
        svg.append(escaped(words)).append("</text>");
    }

    private static String shortened(String words, int width) {
        if (width(words, TEXT) <= width) {
            return words;
        }
        int end = words.length();
        while (end > 1 && width(words.substring(0, end) + "…", TEXT) > width) {
            end--;
        }
        return words.substring(0, end).stripTrailing() + "…";
    }

    /** How wide words are in Noto Sans, rather too much than too little. */
    private static int width(String words, int size) {
        double em = words.codePoints()
                .mapToDouble(c -> {
                    if ("iljI.,:;|!' \u00a0".indexOf(c) >= 0) {
                        return 0.30;
                    } else if ("mwMW".indexOf(c) >= 0) {
                        return 0.95;
                    }
                    return Character.isUpperCase(c) ? 0.68 : 0.59;
                })
                .sum();
        return (int) Math.ceil(em * size);
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
