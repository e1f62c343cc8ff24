package se.tambur.visit;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Session;
import se.tambur.centre.Timetable;
import se.tambur.shared.Audited;
import se.tambur.visit.CorrectionRefused.Flaw;
import se.tambur.visit.CorrectionRefused.Why;
import se.tambur.visit.TallyBook.Cell;

/** Staff mend the sums of a session: counting rule 6. New entries only; tallies move with them. */
@Service
public class Corrections {

    /** More of one kind is added or taken away in no session. */
    public static final int MOST = 500;

    private static final int NOON = 12;
    private static final List<String> KINDS = List.of(Tallies.VISITS, Tallies.ADULTS, Tallies.EXPECTING);

    private final Writer writer;
    private final TallyBook tallies;
    private final JdbcTemplate jdbc;
    private final SessionStates states;
    private final Centres centres;
    private final ApplicationEventPublisher announcer;
    private final Clock clock;

    Corrections(
            Writer writer,
            TallyBook tallies,
            JdbcTemplate jdbc,
            SessionStates states,
            Centres centres,
            ApplicationEventPublisher announcer,
            Clock clock) {
        this.writer = writer;
        this.tallies = tallies;
        this.jdbc = jdbc;
        this.states = states;
        this.centres = centres;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * Adds to the sums of a session, or takes away. Nobody knows the hour of what is corrected: it is added where the
     * session had most of the kind, in its first hour if it had none, and taken from where there is most.
     *
     * @param id made once by whoever asks; the same id again changes nothing
     * @throws CorrectionRefused with everything that is wrong; nothing is changed then
     * @throws IllegalArgumentException when the plans know no such activity or age
     */
    public Entry make(CentreId centre, UUID id, Change change, Reason reason, String author) {
        if (reason == Reason.UNDO) {
            throw new IllegalArgumentException("Only an undo is one");
        }
        return enter(centre, new Slip(id, change, reason, false, null), author);
    }

    /** As {@link #make}, and for {@link HandCounts}. */
    Entry enter(CentreId centre, Slip slip, String author) {
        Change change = slip.change();
        known(centre, change);
        Session session = session(centre, change);
        return told(
                author,
                writer.run(
                        centre,
                        () -> find(centre, slip.id())
                                .map(before -> new Written(centre, before, false))
                                .orElseGet(() -> {
                                    refuseClosed(centre, change);
                                    var book = new Book(centre, change, slip.byHand());
                                    if (session == null && change.session() != null && book.empty()) {
                                        throw new CorrectionRefused(new Flaw(Why.NO_SESSION, "", 0));
                                    }
                                    int first =
                                            session != null ? session.opens().getHour() : NOON;
                                    return write(centre, slip, null, book.hours(slip.wish(), first), author);
                                })));
    }

    /** What staff say wins: nobody is added to what they said was closed, as long as they say so. */
    private void refuseClosed(CentreId centre, Change change) {
        boolean adds = change.numbers().values().stream().anyMatch(number -> number > 0);
        SessionStates.Said said = change.session() == null
                ? null
                : states.said(centre, change.day()).get(change.session());
        if (adds && said != null && !said.held()) {
            throw new CorrectionRefused(new Flaw(Why.CLOSED, "", 0));
        }
    }

    /**
     * Takes a correction back by its opposite; taken back before, nothing happens.
     *
     * @throws CorrectionRefused when what it added has been taken away otherwise since
     * @throws IllegalArgumentException when the centre has no such correction
     */
    public Entry undo(CentreId centre, UUID correction, String author) {
        return told(
                author,
                writer.run(
                        centre,
                        () -> undoing(centre, correction)
                                .map(before -> new Written(centre, before, false))
                                .orElseGet(() -> {
                                    Entry regretted = find(centre, correction)
                                            .orElseThrow(() -> new IllegalArgumentException(
                                                    "There is no correction " + correction));
                                    Map<String, Integer> opposite = new TreeMap<>();
                                    regretted.numbers().forEach((category, number) -> opposite.put(category, -number));
                                    var change = new Change(
                                            regretted.day(), regretted.session(), regretted.activity(), opposite);
                                    // who takes a count by hand back leaves what others counted, whoever they came with
                                    var hours = new Book(centre, change, regretted.byHand())
                                            .hours(backFrom(correction), NOON);
                                    var slip =
                                            new Slip(UUID.randomUUID(), change, Reason.UNDO, regretted.byHand(), null);
                                    return write(centre, slip, correction, hours, author);
                                })));
    }

    /** By kind, what a correction did to each hour, turned round. */
    private Map<String, Map<Integer, Integer>> backFrom(UUID correction) {
        Map<String, Map<Integer, Integer>> back = new HashMap<>();
        jdbc.query(
                "select \"key\", category, number from correction_tally where correction = ? and axis = 'hour'",
                (ResultSet row) -> {
                    back.computeIfAbsent(row.getString(2), c -> new TreeMap<>()).put(row.getInt(1), -row.getInt(3));
                },
                correction);
        return back;
    }

    private Entry told(String author, Written written) {
        Entry entry = written.entry();
        if (written.fresh()) {
            announcer.publishEvent(new Audited(
                    author,
                    written.centre().value(),
                    deed(entry),
                    String.join(
                            " ",
                            entry.day().toString(),
                            stored(entry.session()),
                            entry.activity().value(),
                            entry.numbers().toString(),
                            entry.reason().stored())));
        }
        return entry;
    }

    private static String deed(Entry entry) {
        if (!entry.byHand()) {
            return "correction.made";
        }
        return entry.undoes() == null ? "count.made" : "count.undone";
    }

    private Written write(
            CentreId centre,
            Slip slip,
            @Nullable UUID undoes,
            Map<String, Map<Integer, Integer>> hours,
            String author) {
        UUID id = slip.id();
        Change change = slip.change();
        var deltas = new TallyBook.Deltas();
        String session = stored(change.session());
        change.numbers()
                .forEach((category, number) -> deltas.add(
                        new Cell(
                                centre.value(),
                                change.day(),
                                session,
                                Tallies.Axis.ACTIVITY.stored(),
                                change.activity().value(),
                                category),
                        number));
        hours.forEach((category, each) -> each.forEach((hour, number) -> deltas.add(
                new Cell(
                        centre.value(),
                        change.day(),
                        session,
                        Tallies.Axis.HOUR.stored(),
                        Integer.toString(hour),
                        category),
                number)));
        jdbc.update(
                """
                insert into correction (id, centre, "day", session, activity, reason, by_hand, undoes, author, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                id,
                centre.value(),
                change.day(),
                session,
                change.activity().value(),
                slip.reason().stored(),
                slip.byHand(),
                undoes,
                author,
                clock.instant().atOffset(ZoneOffset.UTC));
        List<Map.Entry<Cell, Integer>> cells = deltas.inOrder();
        jdbc.batchUpdate(
                "insert into correction_tally (correction, axis, \"key\", category, number) values (?, ?, ?, ?, ?)",
                cells,
                cells.size(),
                (row, move) -> {
                    row.setObject(1, id);
                    row.setString(2, move.getKey().axis());
                    row.setString(3, move.getKey().key());
                    row.setString(4, move.getKey().category());
                    row.setInt(5, move.getValue());
                });
        tallies.apply(deltas);
        return new Written(centre, find(centre, id).orElseThrow(), true);
    }

    private void known(CentreId centre, Change change) {
        if (centres.activity(centre, change.activity()).isEmpty()) {
            throw new IllegalArgumentException("The plans know no activity " + change.activity());
        }
        for (String category : change.numbers().keySet()) {
            boolean age = !KINDS.contains(category);
            if (age && centres.age(centre, new AgeId(category)).isEmpty()) {
                throw new IllegalArgumentException("The plans know no age group " + category);
            }
        }
        if (change.numbers().isEmpty()) {
            throw new CorrectionRefused(new Flaw(Why.EMPTY, "", 0));
        }
        List<Flaw> absurd = change.numbers().entrySet().stream()
                .filter(number -> Math.abs(number.getValue()) > MOST)
                .map(number -> new Flaw(Why.TOO_MANY, number.getKey(), 0))
                .toList();
        if (!absurd.isEmpty()) {
            throw new CorrectionRefused(absurd);
        }
    }

    private @Nullable Session session(CentreId centre, Change change) {
        Timetable timetable = centres.timetable(centre);
        Instant now = clock.instant();
        @Nullable
        Session session = timetable.sessions(change.day()).stream()
                .filter(held -> held.opens().equals(change.session()))
                .findFirst()
                .orElse(null);
        boolean toCome = session != null
                ? !session.begun(now)
                : change.day().isAfter(now.atZone(timetable.zone()).toLocalDate());
        if (toCome) {
            throw new CorrectionRefused(new Flaw(Why.TO_COME, "", 0));
        }
        return session;
    }

    /** The corrections of a span of days, both ends in, in the order they were made. */
    public List<Entry> of(CentreId centre, LocalDate from, LocalDate to) {
        return read("c.centre = ? and c.\"day\" between ? and ?", centre.value(), from, to);
    }

    private Optional<Entry> find(CentreId centre, UUID id) {
        return read("c.centre = ? and c.id = ?", centre.value(), id).stream().findFirst();
    }

    private Optional<Entry> undoing(CentreId centre, UUID undone) {
        return read("c.centre = ? and c.undoes = ?", centre.value(), undone).stream()
                .findFirst();
    }

    private List<Entry> read(String where, Object... values) {
        Map<UUID, Entry> entries = new LinkedHashMap<>();
        Map<UUID, Map<String, Integer>> numbers = new HashMap<>();
        jdbc.query(
                """
                select c.id, c."day", c.session, c.activity, c.reason, c.by_hand, c.undoes, c.author, c.at,
                       t.category, t.number,
                       exists (select 1 from correction u where u.undoes = c.id) as undone
                from correction c join correction_tally t on t.correction = c.id and t.axis = 'activity'
                where\s""" + where + " order by c.at, c.id",
                (ResultSet row) -> {
                    UUID id = row.getObject("id", UUID.class);
                    numbers.computeIfAbsent(id, i -> new TreeMap<>())
                            .put(row.getString("category"), row.getInt("number"));
                    entries.put(
                            id,
                            new Entry(
                                    id,
                                    row.getObject("day", LocalDate.class),
                                    Spot.sessionOf(row.getString("session")),
                                    new ActivityId(row.getString("activity")),
                                    Map.of(),
                                    Reason.of(row.getString("reason")),
                                    row.getBoolean("by_hand"),
                                    row.getObject("undoes", UUID.class),
                                    row.getBoolean("undone"),
                                    row.getString("author"),
                                    row.getObject("at", OffsetDateTime.class).toInstant()));
                },
                values);
        return entries.values().stream()
                .map(entry -> entry.with(numbers.getOrDefault(entry.id(), Map.of())))
                .toList();
    }

    /** What the corrections of a span of days come to; those taken back again, and counts by hand, are left out. */
    public Balance balance(CentreId centre, LocalDate from, LocalDate to) {
        return balance(of(centre, from, to).stream()
                .filter(entry -> entry.stands() && !entry.byHand())
                .toList());
    }

    static Balance balance(List<Entry> standing) {
        int[] sums = new int[4];
        standing.forEach(entry -> entry.numbers().forEach((category, number) -> {
            int place = KINDS.indexOf(category);
            sums[place < 0 ? KINDS.size() : place] += number;
        }));
        return new Balance(standing.size(), sums[0], sums[3], sums[1], sums[2]);
    }

    private static String stored(@Nullable LocalTime session) {
        return session == null ? "" : session.toString();
    }

    /** The sums of one session as they are, locked until the transaction ends. */
    private final class Book {

        private final Change change;
        private final Map<String, Integer> ofActivity = new HashMap<>();
        private final Map<String, NavigableMap<Integer, Integer>> byHour = new HashMap<>();
        private final boolean withoutVisit;

        /** @param byHand whether people may be added without a visit that they came by */
        Book(CentreId centre, Change change, boolean byHand) {
            this.change = change;
            this.withoutVisit = byHand || anyWithoutVisit(centre);
            jdbc.query(
                    """
                    select axis, "key", category, number from tally
                    where centre = ? and "day" = ? and session = ? and axis in ('activity', 'hour')
                    order by axis, "key", category for update""",
                    (ResultSet row) -> {
                        if (row.getString(1).equals(Tallies.Axis.HOUR.stored())) {
                            byHour.computeIfAbsent(row.getString(3), c -> new TreeMap<>())
                                    .put(row.getInt(2), row.getInt(4));
                        } else if (row.getString(2).equals(change.activity().value())) {
                            ofActivity.put(row.getString(3), row.getInt(4));
                        }
                    },
                    centre.value(),
                    change.day(),
                    stored(change.session()));
        }

        /** Whether somebody was counted here by hand, nobody knows in how many parties. */
        private boolean anyWithoutVisit(CentreId centre) {
            Integer counts = jdbc.queryForObject(
                    """
                    select count(*) from correction c
                    where c.centre = ? and c."day" = ? and c.session = ? and c.activity = ? and c.by_hand
                      and c.undoes is null and not exists (select 1 from correction u where u.undoes = c.id)
                      and not exists (select 1 from correction_tally t where t.correction = c.id and t.category = ?)""",
                    Integer.class,
                    centre.value(),
                    change.day(),
                    stored(change.session()),
                    change.activity().value(),
                    Tallies.VISITS);
            return counts != null && counts > 0;
        }

        boolean empty() {
            return byHour.values().stream()
                    .flatMap(hours -> hours.values().stream())
                    .noneMatch(number -> number > 0);
        }

        /**
         * By kind, what each hour gets or gives.
         *
         * @param wish what it should, as far as it can
         * @param first the hour of what no hour is known of
         * @throws CorrectionRefused when a sum would fall below zero, or people lose their last visit
         */
        Map<String, Map<Integer, Integer>> hours(Map<String, Map<Integer, Integer>> wish, int first) {
            refuseTooMany();
            Map<String, Map<Integer, Integer>> moves = new TreeMap<>();
            change.numbers()
                    .forEach((category, number) -> moves.put(
                            category,
                            spread(
                                    byHour.getOrDefault(category, Collections.emptyNavigableMap()),
                                    number,
                                    wish.getOrDefault(category, Map.of()),
                                    first)));
            return moves;
        }

        private void refuseTooMany() {
            Map<String, Integer> after = new HashMap<>(ofActivity);
            List<Flaw> flaws = new ArrayList<>();
            change.numbers().forEach((category, number) -> {
                if (after.merge(category, number, Integer::sum) < 0) {
                    flaws.add(new Flaw(Why.BELOW_ZERO, category, ofActivity.getOrDefault(category, 0)));
                }
            });
            boolean people = after.values().stream().anyMatch(number -> number > 0);
            if (flaws.isEmpty() && people && !withoutVisit && after.getOrDefault(Tallies.VISITS, 0) == 0) {
                flaws.add(new Flaw(Why.NO_VISIT, Tallies.VISITS, 0));
            }
            if (!flaws.isEmpty()) {
                throw new CorrectionRefused(flaws);
            }
        }

        private static Map<Integer, Integer> spread(
                NavigableMap<Integer, Integer> there, int number, Map<Integer, Integer> wish, int first) {
            Map<Integer, Integer> moves = new TreeMap<>();
            int left = number;
            for (Map.Entry<Integer, Integer> wanted : wish.entrySet()) {
                int can = Math.max(wanted.getValue(), -there.getOrDefault(wanted.getKey(), 0));
                moves.merge(wanted.getKey(), can, Integer::sum);
                left -= can;
            }
            List<Map.Entry<Integer, Integer>> fullest = there.entrySet().stream()
                    .filter(hour -> hour.getValue() > 0)
                    .sorted(Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(Map.Entry.comparingByKey()))
                    .toList();
            if (left > 0) {
                moves.merge(fullest.isEmpty() ? first : fullest.getFirst().getKey(), left, Integer::sum);
            }
            for (Map.Entry<Integer, Integer> hour : fullest) {
                if (left < 0) {
                    int remains = hour.getValue() + moves.getOrDefault(hour.getKey(), 0);
                    int takes = Math.max(left, -remains);
                    moves.merge(hour.getKey(), takes, Integer::sum);
                    left -= takes;
                }
            }
            return moves;
        }
    }

    private record Written(CentreId centre, Entry entry, boolean fresh) {}

    /**
     * What is to be entered.
     *
     * @param hour in which it was; null: nobody knows
     */
    record Slip(
            UUID id,
            Change change,
            Reason reason,
            boolean byHand,
            @Nullable Integer hour) {

        private Map<String, Map<Integer, Integer>> wish() {
            Map<String, Map<Integer, Integer>> wish = new HashMap<>();
            if (hour != null) {
                change.numbers().forEach((category, number) -> wish.put(category, Map.of(hour, number)));
            }
            return wish;
        }
    }

    /** Why staff correct. */
    public enum Reason {
        /** Somebody came past the tablet. */
        MISSED,
        /** A child played, or somebody was counted twice. */
        PLAY,
        /** The wrong age or activity was tapped. */
        WRONG,
        /** The tablet was dark or broken. */
        DARK,
        /** Counted by hand. */
        PAPER,
        /** Everyone was outdoors, where no tablet is. */
        OUTDOORS,
        OTHER,
        /** Takes another correction back; nobody chooses it. */
        UNDO;

        /** The reasons to choose from. */
        public static final List<Reason> CHOICE = List.of(MISSED, PLAY, WRONG, DARK, PAPER, OTHER);

        /** Why a group is counted by hand. */
        public static final List<Reason> BY_HAND = List.of(PAPER, OUTDOORS, DARK);

        private String stored() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Reason of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * What to add and what to take away.
     *
     * @param session when it opens; null: outside hours
     * @param numbers by kind: an age's id, {@link Tallies#VISITS}, {@link Tallies#ADULTS} or {@link Tallies#EXPECTING};
     *     zeros are left out
     */
    public record Change(
            LocalDate day, @Nullable LocalTime session, ActivityId activity, Map<String, Integer> numbers) {

        public Change {
            var some = new TreeMap<>(numbers);
            some.values().removeIf(number -> number == 0);
            numbers = Collections.unmodifiableMap(some);
        }
    }

    /**
     * A correction as it was made.
     *
     * @param session null: outside hours
     * @param numbers by kind, without zeros
     * @param byHand whether it is a count by hand, or takes one back, and corrects nothing
     * @param undoes the one it takes back; null: none
     * @param undone whether it has been taken back
     */
    public record Entry(
            UUID id,
            LocalDate day,
            @Nullable LocalTime session,
            ActivityId activity,
            Map<String, Integer> numbers,
            Reason reason,
            boolean byHand,
            @Nullable UUID undoes,
            boolean undone,
            String author,
            Instant at) {

        /** Whether it is part of the numbers, and was not taken back. */
        public boolean stands() {
            return undoes == null && !undone;
        }

        private Entry with(Map<String, Integer> counted) {
            return new Entry(
                    id,
                    day,
                    session,
                    activity,
                    Collections.unmodifiableMap(counted),
                    reason,
                    byHand,
                    undoes,
                    undone,
                    author,
                    at);
        }
    }

    /** How many corrections stand, and what they come to, above or below zero. */
    public record Balance(int corrections, int visits, int children, int adults, int expecting) {}
}
