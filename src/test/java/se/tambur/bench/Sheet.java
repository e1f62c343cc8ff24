package se.tambur.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The table as it is printed, a line as soon as it is known. */
final class Sheet {

    private static final String LINE = "%-7s %-66s %-30s %-14s %s";

    private final PrintStream out;
    private final boolean quick;
    private String part = "";
    private int over;

    Sheet(PrintStream out, boolean quick) {
        this.out = out;
        this.quick = quick;
    }

    /** A shorter run: fewer and shorter rounds, the same kinds. */
    boolean quick() {
        return quick;
    }

    /** As many rounds as {@code full}, fewer in a quick run. */
    int rounds(int full) {
        return quick ? Math.max(1, full / 3) : full;
    }

    void begin(String part) {
        this.part = part;
    }

    void head() {
        out.println(
                LINE.formatted("part", "what", "median (min–max)", "budget", "").stripTrailing());
    }

    /** The lines over budget or failed so far. */
    int over() {
        return over;
    }

    void note(String text) {
        out.println(LINE.formatted(part, text, "", "", "").stripTrailing());
    }

    /** A part that could not be measured. */
    void failed(Exception why) {
        over++;
        String first = why.toString().lines().findFirst().orElse("");
        out.println(LINE.formatted(part, "not measured: " + first, "", "", "FAILED"));
    }

    /** Something that is so or is not. */
    void check(String what, String found, boolean holds) {
        say(what, found, "", holds ? "ok" : "OVER", holds);
    }

    /** A number from several rounds; its median is judged. */
    void line(String what, String unit, Budget budget, List<Double> rounds) {
        double[] sorted =
                rounds.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double median = median(sorted);
        String found = write(median, unit) + " " + unit;
        if (sorted.length > 1) {
            found += " (" + write(sorted[0], unit) + "–" + write(sorted[sorted.length - 1], unit) + ")";
        }
        boolean holds = budget.holds(median);
        say(what, found, bound(budget, unit), budget.equals(Budget.NONE) ? "" : holds ? "ok" : "OVER", holds);
    }

    /** Says nothing when there were none. */
    void errors(List<Load> rounds) {
        int errors = rounds.stream().mapToInt(Load::errors).sum();
        if (errors > 0) {
            Load first = rounds.stream()
                    .filter(load -> load.errors() > 0)
                    .findFirst()
                    .orElseThrow();
            check("  errors, such as " + first.first(), String.valueOf(errors), false);
        }
    }

    private void say(String what, String found, String bound, String verdict, boolean holds) {
        if (!holds) {
            over++;
        }
        out.println(LINE.formatted(part, what, found, bound, verdict).stripTrailing());
    }

    private static String bound(Budget budget, String unit) {
        String text = "";
        if (budget.least() != null) {
            text = "≥ " + write(budget.least(), unit) + " " + unit;
        }
        if (budget.most() != null) {
            text = "≤ " + write(budget.most(), unit) + " " + unit;
        }
        return text;
    }

    static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** The value that {@code share} of all lie at or below. */
    static double quantile(double[] all, double share) {
        double[] sorted = all.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }

    private static String write(double number, String unit) {
        if (unit.equals("x")) {
            return String.format(Locale.ROOT, "%.2f", number);
        }
        return String.format(Locale.ROOT, number < 100 && number != Math.rint(number) ? "%.1f" : "%.0f", number);
    }
}
