package se.tambur.visit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;

/** The check-ins of the day as rows. */
@Component
class VisitRows {

    private static final int CHUNK = 500;

    private final JdbcTemplate jdbc;

    VisitRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaves receipts and tells which ids are new: the unique key decides, also between two processes. */
    Set<UUID> receipts(Collection<UUID> ids, LocalDate today) {
        List<UUID> sorted = ids.stream().distinct().sorted().toList();
        if (sorted.isEmpty()) {
            return Set.of();
        }
        int[] left = jdbc.batchUpdate(
                        "insert into receipt (id, received_on) values (?, ?) on conflict do nothing",
                        sorted,
                        sorted.size(),
                        (row, id) -> {
                            row.setObject(1, id);
                            row.setObject(2, today);
                        })[0];
        Set<UUID> fresh = new HashSet<>();
        for (int i = 0; i < left.length; i++) {
            if (left[i] > 0) {
                fresh.add(sorted.get(i));
            }
        }
        return fresh;
    }

    void insert(List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        jdbc.batchUpdate("""
                        insert into check_in (id, centre, kiosk, received_on, arrived_at, "day", session, activity,
                                              adults, expecting, source, state, burst)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""", rows, rows.size(), VisitRows::fill);
        List<Heads> children = rows.stream()
                .flatMap(row -> row.party().children().entrySet().stream()
                        .map(age -> new Heads(row.id(), age.getKey().value(), age.getValue())))
                .toList();
        if (!children.isEmpty()) {
            jdbc.batchUpdate(
                    "insert into check_in_child (check_in, age, number) values (?, ?, ?)",
                    children,
                    children.size(),
                    (row, heads) -> {
                        row.setObject(1, heads.visit());
                        row.setString(2, heads.age());
                        row.setInt(3, heads.number());
                    });
        }
    }

    private static void fill(PreparedStatement statement, Row row) throws SQLException {
        statement.setObject(1, row.id());
        statement.setString(2, row.centre().value());
        statement.setString(3, row.kiosk());
        statement.setObject(4, row.receivedOn());
        statement.setObject(5, row.arrived());
        statement.setObject(6, row.day());
        statement.setString(7, row.session());
        statement.setString(8, row.activity());
        statement.setInt(9, row.party().adults());
        statement.setBoolean(10, row.party().expecting());
        statement.setString(11, row.kiosk() == null ? "staff" : "kiosk");
        statement.setString(12, row.state().stored());
        setUuid(statement, 13, row.burst());
    }

    private static void setUuid(PreparedStatement statement, int place, @Nullable UUID id) throws SQLException {
        if (id == null) {
            statement.setNull(place, Types.OTHER);
        } else {
            statement.setObject(place, id);
        }
    }

    /**
     * Rows with their children, in order of arrival.
     *
     * @param where ends the SQL; names the table {@code v}
     */
    List<Row> select(String where, Object... values) {
        Map<UUID, Row> rows = new HashMap<>();
        List<UUID> order = new ArrayList<>();
        Map<UUID, Map<AgeId, Integer>> children = new HashMap<>();
        jdbc.query(
                """
                        select v.id, v.centre, v.kiosk, v.received_on, v.arrived_at, v."day", v.session, v.activity,
                               v.adults, v.expecting, v.state, v.burst, c.age, c.number
                        from check_in v left join check_in_child c on c.check_in = v.id
                        where """ + " " + where + " order by v.arrived_at, v.id",
                (ResultSet row) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Map<AgeId, Integer> ofVisit = children.get(id);
                    if (ofVisit == null) {
                        ofVisit = new TreeMap<>();
                        children.put(id, ofVisit);
                        order.add(id);
                    }
                    String age = row.getString("age");
                    if (age != null) {
                        ofVisit.put(new AgeId(age), row.getInt("number"));
                    }
                    rows.put(id, read(row, id, ofVisit));
                },
                values);
        return order.stream().map(rows::get).toList();
    }

    private static Row read(ResultSet row, UUID id, Map<AgeId, Integer> children) throws SQLException {
        return new Row(
                id,
                new CentreId(row.getString("centre")),
                row.getString("kiosk"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("arrived_at", LocalDateTime.class),
                row.getObject("day", LocalDate.class),
                row.getString("session"),
                row.getString("activity"),
                new Party(row.getInt("adults"), children, row.getBoolean("expecting")),
                State.of(row.getString("state")),
                row.getObject("burst", UUID.class));
    }

    /** The ids that a query answers with. */
    List<UUID> ids(String sql, Object... values) {
        return jdbc.query(sql, (ResultSet row, int n) -> row.getObject(1, UUID.class), values);
    }

    /** Rows locked until the transaction ends, those of other states left out. */
    List<Row> lock(CentreId centre, Collection<UUID> ids, State... states) {
        List<UUID> sorted = ids.stream().distinct().sorted().toList();
        List<Row> locked = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += CHUNK) {
            List<UUID> chunk = sorted.subList(from, Math.min(sorted.size(), from + CHUNK));
            List<Object> values = new ArrayList<>(List.of(centre.value()));
            Arrays.stream(states).forEach(state -> values.add(state.stored()));
            values.addAll(chunk);
            String where =
                    "centre = ? and state in (" + marks(states.length) + ") and id in (" + marks(chunk.size()) + ")";
            List<UUID> mine =
                    ids("select id from check_in where " + where + " order by id for update", values.toArray());
            if (!mine.isEmpty()) {
                locked.addAll(select("v.id in (" + marks(mine.size()) + ")", mine.toArray()));
            }
        }
        return locked;
    }

    /** Moves rows that {@link #lock} gave to another state. */
    void become(Collection<UUID> ids, State state, @Nullable UUID burst, @Nullable LocalDate decidedOn) {
        if (ids.isEmpty()) {
            return;
        }
        jdbc.batchUpdate(
                "update check_in set state = ?, burst = coalesce(?, burst), decided_on = coalesce(?, decided_on) where id = ?",
                ids,
                ids.size(),
                (row, id) -> {
                    row.setString(1, state.stored());
                    setUuid(row, 2, burst);
                    row.setObject(3, decidedOn, Types.DATE);
                    row.setObject(4, id);
                });
    }

    static String marks(int count) {
        return String.join(", ", java.util.Collections.nCopies(count, "?"));
    }

    /** What a check-in is. */
    enum State {
        COUNTED,
        SUSPECT,
        DROPPED,
        UNDONE,
        /** Its time is unknown and nobody has placed it yet. */
        TIMELESS;

        private final String stored = name().toLowerCase(java.util.Locale.ROOT);

        String stored() {
            return stored;
        }

        static State of(String stored) {
            return valueOf(stored.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /**
     * A check-in as stored.
     *
     * @param kiosk null: entered by staff
     * @param activity null only while the time is unknown
     */
    record Row(
            UUID id,
            CentreId centre,
            @Nullable String kiosk,
            LocalDate receivedOn,
            LocalDateTime arrived,
            LocalDate day,
            String session,
            @Nullable String activity,
            Party party,
            State state,
            @Nullable UUID burst) {

        static Row of(
                UUID id,
                CentreId centre,
                @Nullable String kiosk,
                LocalDate today,
                Spot spot,
                Party party,
                State state,
                @Nullable UUID burst) {
            return new Row(
                    id,
                    centre,
                    kiosk,
                    today,
                    spot.arrived(),
                    spot.day(),
                    spot.session(),
                    spot.activity(),
                    party,
                    state,
                    burst);
        }

        Spot spot() {
            if (activity == null) {
                throw new IllegalStateException("Nobody knows when this visit was");
            }
            return new Spot(day, session, arrived, activity);
        }

        /** For those who look at the day. */
        CheckIns.Visit visit(ActivityId otherwise) {
            return new CheckIns.Visit(
                    id,
                    day,
                    arrived.toLocalTime(),
                    Spot.sessionOf(session),
                    activity == null ? otherwise : new ActivityId(activity),
                    party);
        }
    }

    private record Heads(UUID visit, String age, int number) {}
}
