package se.tambur.visit;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.tambur.centre.Centres;
import se.tambur.visit.VisitRows.Row;
import se.tambur.visit.VisitRows.State;

/** Stores what the doors handed over, many at a time, within the transaction that is open. */
@Component
class Intake {

    private final VisitRows rows;
    private final TallyBook tallies;
    private final Bursts bursts;
    private final DayNotes notes;
    private final JdbcTemplate jdbc;
    private final Centres centres;
    private final Clock clock;

    Intake(
            VisitRows rows,
            TallyBook tallies,
            Bursts bursts,
            DayNotes notes,
            JdbcTemplate jdbc,
            Centres centres,
            Clock clock) {
        this.rows = rows;
        this.tallies = tallies;
        this.bursts = bursts;
        this.notes = notes;
        this.jdbc = jdbc;
        this.centres = centres;
        this.clock = clock;
    }

    /** One answer per event, in order. */
    List<Taken> store(List<Handed> events) {
        Map<UUID, Handed> byId = new LinkedHashMap<>();
        events.forEach(handed -> byId.putIfAbsent(handed.event().id(), handed));
        Set<UUID> fresh = receipts(byId.values());
        var deltas = new TallyBook.Deltas();

        Set<UUID> takenBack = new HashSet<>();
        Map<UUID, Taken.Result> results = new HashMap<>();
        for (Handed handed : byId.values()) {
            if (handed.event() instanceof DoorEvent.Undone undone && fresh.contains(undone.id())) {
                results.put(
                        undone.id(), takeBack(handed, undone.of(), byId.get(undone.of()), fresh, takenBack, deltas));
            }
        }
        Map<UUID, UUID> suspects = setAside(byId.values(), fresh, deltas);
        List<Row> arrived = new ArrayList<>();
        List<Handed> leavings = new ArrayList<>();
        for (Handed handed : byId.values()) {
            UUID id = handed.event().id();
            if (!fresh.contains(id)) {
                results.put(id, Taken.Result.ALREADY);
            } else if (handed.event() instanceof DoorEvent.Arrived arrival) {
                UUID burst = suspects.get(id);
                if (takenBack.contains(id)) {
                    results.put(id, Taken.Result.STORED);
                } else {
                    results.put(id, burst == null ? Taken.Result.STORED : Taken.Result.HELD);
                    arrived.add(row(handed, arrival, burst, deltas));
                }
            } else if (handed.event() instanceof DoorEvent.Left) {
                results.put(id, Taken.Result.STORED);
                leavings.add(handed);
            }
        }
        rows.insert(arrived);
        insertLeavings(leavings);
        tallies.apply(deltas);
        return answers(events, results);
    }

    /** Also the target of an undo gets a receipt, unless it is among those here: then it can never count later. */
    private Set<UUID> receipts(Collection<Handed> events) {
        Set<UUID> ids = new HashSet<>();
        for (Handed handed : events) {
            ids.add(handed.event().id());
            if (handed.event() instanceof DoorEvent.Undone undone) {
                ids.add(undone.of());
            }
        }
        return rows.receipts(ids, clock.instant().atZone(ZoneOffset.UTC).toLocalDate());
    }

    private Taken.Result takeBack(
            Handed undo,
            UUID target,
            @Nullable Handed here,
            Set<UUID> fresh,
            Set<UUID> takenBack,
            TallyBook.Deltas deltas) {
        if (fresh.contains(target)) {
            boolean foreign = here != null && !here.centre().equals(undo.centre());
            if (foreign || !takenBack.add(target)) {
                return Taken.Result.ALREADY;
            }
            return Taken.Result.STORED;
        }
        List<Row> found = rows.lock(undo.centre(), List.of(target), State.COUNTED, State.SUSPECT, State.TIMELESS);
        if (found.isEmpty()) {
            return Taken.Result.ALREADY;
        }
        for (Row row : found) {
            if (row.state() == State.COUNTED) {
                deltas.visit(row.centre(), row.spot(), row.party(), -1);
                notes.takenAtDoor(row.centre(), row.day());
            }
        }
        rows.become(List.of(target), State.UNDONE, null, null);
        return Taken.Result.STORED;
    }

    /** Which of the new arrivals are play; those counted earlier within such a burst are pulled back. */
    private Map<UUID, UUID> setAside(Collection<Handed> events, Set<UUID> fresh, TallyBook.Deltas deltas) {
        Map<String, List<Handed>> byDoor = events.stream()
                .filter(handed ->
                        handed.spot() != null && fresh.contains(handed.event().id()))
                .collect(Collectors.groupingBy(Handed::door, LinkedHashMap::new, Collectors.toList()));
        Map<UUID, UUID> suspects = new HashMap<>();
        byDoor.forEach((door, arrivals) -> {
            Handed any = arrivals.getFirst();
            List<Instant> moments = arrivals.stream().map(Intake::moment).toList();
            List<Bursts.Span> spans = bursts.note(door, moments, clock.instant(), span -> earlier(any, span));
            for (Bursts.Span span : spans) {
                UUID burst = burst(any, span);
                pullBack(any, span, burst, deltas);
                arrivals.stream()
                        .filter(handed -> span.holds(moment(handed)))
                        .forEach(handed -> suspects.put(handed.event().id(), burst));
            }
        });
        return suspects;
    }

    private static Instant moment(Handed handed) {
        if (handed.event() instanceof DoorEvent.Arrived(UUID _, Instant at, var _, var _) && at != null) {
            return at;
        }
        throw new IllegalStateException("Only an arrival with a time can be part of a burst");
    }

    private List<Instant> earlier(Handed handed, Bursts.Span span) {
        ZoneId zone = centres.timetable(handed.centre()).zone();
        return jdbc.query(
                """
                        select arrived_at from check_in
                        where centre = ? and kiosk = ? and arrived_at between ? and ? and "day" between ? and ?
                          and decided_on is null and state in ('counted', 'suspect', 'undone')""",
                (ResultSet row, int n) -> row.getObject(1, LocalDateTime.class)
                        .atZone(zone)
                        .toInstant()
                        .plusSeconds(30),
                about(handed, span, zone));
    }

    private Object[] about(Handed handed, Bursts.Span span, ZoneId zone) {
        LocalDateTime from = minute(span.first(), zone);
        LocalDateTime to = minute(span.last(), zone);
        return new Object[] {handed.centre().value(), handed.kiosk(), from, to, from.toLocalDate(), to.toLocalDate()};
    }

    private static LocalDateTime minute(long second, ZoneId zone) {
        return Instant.ofEpochSecond(second).atZone(zone).toLocalDateTime().withSecond(0);
    }

    /** The burst these belong to: one that is still open there and then, else a new one. */
    private UUID burst(Handed handed, Bursts.Span span) {
        List<UUID> open = rows.ids(
                """
                        select burst from check_in
                        where centre = ? and kiosk = ? and arrived_at between ? and ? and "day" between ? and ?
                          and state = 'suspect' order by arrived_at, burst""", about(handed, span, centres.timetable(handed.centre()).zone()));
        return open.isEmpty() ? UUID.randomUUID() : open.getFirst();
    }

    /** To the minute, for that is what the rows know; those that staff have decided on stay as they are. */
    private void pullBack(Handed handed, Bursts.Span span, UUID burst, TallyBook.Deltas deltas) {
        List<UUID> counted = rows.ids(
                """
                        select id from check_in
                        where centre = ? and kiosk = ? and arrived_at between ? and ? and "day" between ? and ?
                          and state = 'counted' and decided_on is null""", about(handed, span, centres.timetable(handed.centre()).zone()));
        if (counted.isEmpty()) {
            return;
        }
        List<Row> locked = rows.lock(handed.centre(), counted, State.COUNTED);
        locked.forEach(row -> deltas.visit(row.centre(), row.spot(), row.party(), -1));
        rows.become(locked.stream().map(Row::id).toList(), State.SUSPECT, burst, null);
    }

    private static Row row(Handed handed, DoorEvent.Arrived arrival, @Nullable UUID burst, TallyBook.Deltas deltas) {
        Spot spot = handed.spot();
        if (spot == null) {
            return new Row(
                    arrival.id(),
                    handed.centre(),
                    handed.kiosk(),
                    handed.today(),
                    handed.today().atStartOfDay(),
                    handed.today(),
                    "",
                    arrival.activity() == null ? null : arrival.activity().value(),
                    arrival.party(),
                    State.TIMELESS,
                    null);
        }
        if (burst == null) {
            deltas.visit(handed.centre(), spot, arrival.party(), 1);
        }
        return Row.of(
                arrival.id(),
                handed.centre(),
                handed.kiosk(),
                handed.today(),
                spot,
                arrival.party(),
                burst == null ? State.COUNTED : State.SUSPECT,
                burst);
    }

    private void insertLeavings(List<Handed> leavings) {
        List<Handed> known =
                leavings.stream().filter(handed -> handed.left() != null).toList();
        if (known.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                        insert into leaving (centre, left_at, "day", received_on, adults, children)
                        values (?, ?, ?, ?, ?, ?)""", known, known.size(), (row, handed) -> {
            if (handed.event() instanceof DoorEvent.Left left && handed.left() != null) {
                row.setString(1, handed.centre().value());
                row.setObject(2, handed.left());
                row.setObject(3, handed.left().toLocalDate());
                row.setObject(4, handed.today());
                row.setInt(5, left.adults());
                row.setInt(6, left.children());
            }
        });
    }

    /** A second event of the same id in one hand-over is a repeat like any other. */
    private static List<Taken> answers(List<Handed> events, Map<UUID, Taken.Result> results) {
        Set<UUID> answered = new HashSet<>();
        List<Taken> answers = new ArrayList<>();
        for (Handed handed : events) {
            UUID id = handed.event().id();
            Taken.Result result = results.getOrDefault(id, Taken.Result.ALREADY);
            if (!answered.add(id)) {
                result = Taken.Result.ALREADY;
            }
            answers.add(new Taken(id, result, result == Taken.Result.HELD ? "burst" : null));
        }
        return answers;
    }
}
