package se.tambur.visit;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.Timetable;

/**
 * A CSV of check-ins being read: UTF-8, commas, a header {@code arrived_at,activity,AGE...,adults,expecting}, local times
 * to the minute as {@code 2025-01-02T09:22}, {@code expecting} 0 or 1; an empty activity means that none was chosen.
 * Gathers every flaw before it gives up.
 */
final class ImportFile {

    static final String COUNTED = "visit.import.counted";

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm").withResolverStyle(ResolverStyle.STRICT);
    private static final int LONGEST_QUOTE = 60;
    private static final int LINES_PER_STEP = 1000;

    private final String file;
    private final CentreId centre;
    private final Timetable timetable;
    private final Instant now;
    private final Map<String, AgeId> ages;
    private final Map<String, ActivityId> activities;
    private final List<ImportRefused.Flaw> flaws = new ArrayList<>();
    private final Map<String, Optional<LocalDateTime>> times = new HashMap<>();
    private final TallyBook.Deltas deltas = new TallyBook.Deltas();
    private List<AgeId> columns = List.of();
    private int visits;
    private int children;
    private Tallies.@Nullable Span span;

    ImportFile(String file, CentreId centre, Centres centres, Instant now) {
        this.file = file;
        this.centre = centre;
        this.now = now;
        this.timetable = centres.timetable(centre);
        this.ages = centres.ages(centre).stream().collect(Collectors.toMap(a -> a.id().value(), Plan.Age::id));
        this.activities =
                centres.activities(centre).stream().collect(Collectors.toMap(a -> a.id().value(), Plan.Activity::id));
    }

    /**
     * Reads the whole of it.
     *
     * @throws ImportRefused with every flaw
     */
    Content read(byte[] csv, IntConsumer progress) {
        String text = decode(csv);
        List<String> lines = text.lines().toList();
        if (lines.isEmpty()) {
            throw new ImportRefused(List.of(new ImportRefused.Flaw(file, 0, "visit.import.empty", "")));
        }
        header(lines.getFirst());
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                row(i + 1, lines.get(i));
            }
            if (i % LINES_PER_STEP == 0) {
                progress.accept((int) (100L * i / lines.size()));
            }
        }
        if (visits == 0 && flaws.isEmpty()) {
            flaw(0, "visit.import.empty", "");
        }
        Tallies.Span days = span;
        if (!flaws.isEmpty() || days == null) {
            throw new ImportRefused(flaws);
        }
        return new Content(deltas, visits, children, days);
    }

    private String decode(byte[] csv) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(csv);
        CharBuffer chars = CharBuffer.allocate(csv.length + 1);
        CoderResult result = decoder.decode(bytes, chars, true);
        chars.flip();
        if (result.isError()) {
            int line = 1 + (int) chars.chars().filter(c -> c == '\n').count();
            throw new ImportRefused(List.of(new ImportRefused.Flaw(file, line, "visit.import.utf8", "")));
        }
        String text = chars.toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private void header(String line) {
        List<String> names = cells(line);
        boolean framed = names.size() >= 4
                && names.get(0).equals("arrived_at")
                && names.get(1).equals("activity")
                && names.get(names.size() - 2).equals("adults")
                && names.getLast().equals("expecting");
        if (!framed) {
            throw new ImportRefused(List.of(new ImportRefused.Flaw(file, 1, "visit.import.header", quote(line))));
        }
        Set<String> seen = new HashSet<>();
        List<AgeId> known = new ArrayList<>();
        for (String name : names.subList(2, names.size() - 2)) {
            AgeId age = ages.get(name);
            if (!seen.add(name)) {
                flaw(1, "visit.import.column-twice", quote(name));
            } else if (age == null) {
                flaw(1, "visit.import.age", quote(name));
            } else {
                known.add(age);
            }
        }
        if (!flaws.isEmpty()) {
            throw new ImportRefused(flaws);
        }
        columns = known;
    }

    private void row(int line, String text) {
        List<String> cells = cells(text);
        if (cells.size() != columns.size() + 4) {
            flaw(line, "visit.import.columns", cells.size() + " (" + (columns.size() + 4) + ")");
            return;
        }
        int before = flaws.size();
        LocalDateTime at = time(line, cells.getFirst());
        ActivityId activity = activity(line, cells.get(1));
        Map<AgeId, Integer> heads = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            int number = number(line, cells.get(i + 2), Party.MOST_CHILDREN);
            if (number > 0) {
                heads.put(columns.get(i), number);
            }
        }
        int adults = number(line, cells.get(cells.size() - 2), Party.MOST_ADULTS);
        boolean expecting = number(line, cells.getLast(), 1) == 1;
        if (flaws.size() > before || at == null) {
            return;
        }
        int together = heads.values().stream().mapToInt(Integer::intValue).sum();
        if (together > Party.MOST_CHILDREN) {
            flaw(line, "visit.import.children", Integer.toString(together));
        } else if (together == 0 && adults == 0 && !expecting) {
            flaw(line, "visit.import.party", "");
        } else {
            count(at, activity, new Party(adults, heads, expecting));
        }
    }

    private void count(LocalDateTime at, @Nullable ActivityId activity, Party party) {
        Instant moment = at.atZone(timetable.zone()).toInstant();
        Spot spot = Spot.of(timetable, timetable.place(moment), activity);
        deltas.visit(centre, spot, party, 1);
        visits++;
        children += party.heads();
        Tallies.Span days = span;
        span = days == null
                ? new Tallies.Span(spot.day(), spot.day())
                : new Tallies.Span(
                        spot.day().isBefore(days.first()) ? spot.day() : days.first(),
                        spot.day().isAfter(days.last()) ? spot.day() : days.last());
    }

    private @Nullable LocalDateTime time(int line, String cell) {
        Optional<LocalDateTime> time = times.computeIfAbsent(cell, ImportFile::minute);
        if (time.isEmpty()) {
            flaw(line, "visit.import.time", quote(cell));
            return null;
        }
        if (time.get().atZone(timetable.zone()).toInstant().isAfter(now)) {
            flaw(line, "visit.import.future", quote(cell));
            return null;
        }
        return time.get();
    }

    private static Optional<LocalDateTime> minute(String cell) {
        try {
            return Optional.of(LocalDateTime.parse(cell, MINUTE));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private @Nullable ActivityId activity(int line, String cell) {
        ActivityId activity = activities.get(cell);
        if (activity == null && !cell.isEmpty()) {
            flaw(line, "visit.import.activity", quote(cell));
        }
        return activity;
    }

    /** @return 0 when it is flawed, and the flaw is noted */
    private int number(int line, String cell, int most) {
        boolean digits = !cell.isEmpty() && cell.length() <= 4 && cell.chars().allMatch(c -> c >= '0' && c <= '9');
        int number = digits ? Integer.parseInt(cell) : -1;
        if (number < 0 || number > most) {
            flaw(line, "visit.import.number", quote(cell) + " (0–" + most + ")");
            return 0;
        }
        return number;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toList();
    }

    private void flaw(int line, String key, String what) {
        flaws.add(new ImportRefused.Flaw(file, line, key, what));
    }

    private static String quote(String cell) {
        return "”" + (cell.length() > LONGEST_QUOTE ? cell.substring(0, LONGEST_QUOTE) + "…" : cell) + "”";
    }

    /** A sound file as sums. */
    record Content(TallyBook.Deltas deltas, int visits, int children, Tallies.Span span) {}
}
