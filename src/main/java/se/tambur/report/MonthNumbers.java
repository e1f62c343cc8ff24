package se.tambur.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import se.tambur.centre.CentreId;
import se.tambur.report.Summary.Sums;
import se.tambur.visit.Tallies.State;

/**
 * What a manager stands for when she approves a month: its whole numbers, from which every mean and share follows.
 *
 * @param numbers by names such as {@code childrenByAge.1y}; what is not there is 0
 */
record MonthNumbers(CentreId centre, YearMonth month, SortedMap<String, Integer> numbers) {

    /** Changes with the names, so that another choice of numbers is never taken for another count. */
    private static final String FORM = "tambur-month 1";

    MonthNumbers {
        numbers = new TreeMap<>(numbers);
        numbers.values().removeIf(number -> number == 0);
    }

    static MonthNumbers of(CentreId centre, Summary summary) {
        var numbers = new TreeMap<String, Integer>();
        put(numbers, "", new Sums(summary.visits(), summary.children(), summary.adults(), summary.expecting()));
        summary.childrenByAge().forEach((age, children) -> numbers.put("childrenByAge." + age.value(), children));
        summary.activities().forEach(one -> put(numbers, "activity." + one.activity() + ".", one.sums()));
        summary.levels().forEach((level, sums) -> put(numbers, "level." + level + ".", sums));
        summary.weekdays().forEach(one -> put(numbers, "weekday." + one.day().getValue() + ".", one.sums()));
        put(numbers, "outsideHours.", summary.outsideHours());
        numbers.put("sessionsHeld", summary.held());
        numbers.put("sessionsCounted", summary.in(State.COUNTED));
        numbers.put("sessionsEmpty", summary.in(State.EMPTY));
        numbers.put("sessionsNotCounted", summary.in(State.NOT_COUNTED));
        numbers.put("droppedUndecided", summary.droppedUndecided());
        return new MonthNumbers(centre, YearMonth.from(summary.period().first()), numbers);
    }

    private static void put(Map<String, Integer> numbers, String prefix, Sums sums) {
        numbers.put(prefix + "visits", sums.visits());
        numbers.put(prefix + "children", sums.children());
        numbers.put(prefix + "adults", sums.adults());
        numbers.put(prefix + "expecting", sums.expecting());
    }

    /** One line for each number, in the order of their names; the form, the centre and the month stand above. */
    String text() {
        var text = new StringBuilder(FORM + "\n" + centre + "\n" + month + "\n");
        numbers.forEach(
                (name, number) -> text.append(name).append('=').append(number).append('\n'));
        return text.toString();
    }

    /** Reads what {@link #text} wrote. */
    static MonthNumbers read(String text) {
        List<String> lines = text.lines().toList();
        var numbers = new TreeMap<String, Integer>();
        for (String line : lines.subList(3, lines.size())) {
            int equals = line.lastIndexOf('=');
            numbers.put(line.substring(0, equals), Integer.valueOf(line.substring(equals + 1)));
        }
        return new MonthNumbers(new CentreId(lines.get(1)), YearMonth.parse(lines.get(2)), numbers);
    }

    /** SHA-256 of {@link #text} in UTF-8, 64 hexadecimal digits: {@code sha256sum} of that text says the same. */
    String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is another number than before, in the order of the names. */
    List<Change> since(MonthNumbers before) {
        var names = new TreeSet<>(numbers.keySet());
        names.addAll(before.numbers.keySet());
        return names.stream()
                .map(name -> new Change(name, before.numbers.getOrDefault(name, 0), numbers.getOrDefault(name, 0)))
                .filter(change -> change.before() != change.now())
                .toList();
    }

    /**
     * A number that is another than it was.
     *
     * @param name such as {@code childrenByAge.1y} or {@code activity.sang.visits}
     */
    record Change(String name, int before, int now) {}
}
