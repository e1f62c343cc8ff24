package se.tambur.visit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import se.tambur.centre.CentreId;

/** Moves tallies by differences, within the transaction that is open. */
@Component
class TallyBook {

    /** The axis of what was dropped undecided; no margin of the visits. */
    static final String UNDECIDED = "undecided";

    private final JdbcTemplate jdbc;

    TallyBook(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds the differences; they are applied in the order of their cells, so that two writers never wait for each other in a ring. */
    void apply(Deltas deltas) {
        List<Map.Entry<Cell, Integer>> moves = deltas.inOrder();
        List<Map.Entry<Cell, Integer>> missing = update(moves);
        List<Map.Entry<Cell, Integer>> takenMeanwhile = untouched(missing, """
                        insert into tally (number, centre, "day", session, axis, "key", category)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""");
        if (!update(takenMeanwhile).isEmpty()) {
            throw new IllegalStateException("A tally is neither there nor can be made");
        }
    }

    private List<Map.Entry<Cell, Integer>> update(List<Map.Entry<Cell, Integer>> moves) {
        return untouched(moves, """
                        update tally set number = number + ?
                        where centre = ? and "day" = ? and session = ? and axis = ? and "key" = ? and category = ?""");
    }

    private List<Map.Entry<Cell, Integer>> untouched(List<Map.Entry<Cell, Integer>> moves, String sql) {
        if (moves.isEmpty()) {
            return List.of();
        }
        int[] touched = jdbc.batchUpdate(sql, moves, moves.size(), TallyBook::fill)[0];
        List<Map.Entry<Cell, Integer>> untouched = new ArrayList<>();
        for (int i = 0; i < touched.length; i++) {
            if (touched[i] == 0) {
                untouched.add(moves.get(i));
            }
        }
        return untouched;
    }

    private static void fill(PreparedStatement row, Map.Entry<Cell, Integer> move) throws SQLException {
        Cell cell = move.getKey();
        row.setInt(1, move.getValue());
        row.setString(2, cell.centre());
        row.setObject(3, cell.day());
        row.setString(4, cell.session());
        row.setString(5, cell.axis());
        row.setString(6, cell.key());
        row.setString(7, cell.category());
    }

    /** Where one sum stands. */
    record Cell(String centre, LocalDate day, String session, String axis, String key, String category)
            implements Comparable<Cell> {

        private static final Comparator<Cell> ORDER = Comparator.comparing(Cell::centre)
                .thenComparing(Cell::day)
                .thenComparing(Cell::session)
                .thenComparing(Cell::axis)
                .thenComparing(Cell::key)
                .thenComparing(Cell::category);

        @Override
        public int compareTo(Cell other) {
            return ORDER.compare(this, other);
        }
    }

    /** Differences gathered before they are applied. */
    static final class Deltas {

        private final Map<Cell, Integer> cells = new HashMap<>();

        /** @param times 1 to count a visit, -1 to take it back */
        void visit(CentreId centre, Spot spot, Party party, int times) {
            margin(centre, spot, Tallies.Axis.ACTIVITY, spot.activity(), party, times);
            margin(
                    centre,
                    spot,
                    Tallies.Axis.HOUR,
                    Integer.toString(spot.arrived().getHour()),
                    party,
                    times);
        }

        void undecided(CentreId centre, LocalDate day, int visits) {
            add(new Cell(centre.value(), day, "", UNDECIDED, "", Tallies.VISITS), visits);
        }

        void add(Cell cell, int number) {
            cells.merge(cell, number, Integer::sum);
        }

        List<Map.Entry<Cell, Integer>> inOrder() {
            return cells.entrySet().stream()
                    .filter(move -> move.getValue() != 0)
                    .sorted(Map.Entry.comparingByKey())
                    .toList();
        }

        private void margin(CentreId centre, Spot spot, Tallies.Axis axis, String key, Party party, int times) {
            add(cell(centre, spot, axis, key, Tallies.VISITS), times);
            if (party.adults() > 0) {
                add(cell(centre, spot, axis, key, Tallies.ADULTS), times * party.adults());
            }
            if (party.expecting()) {
                add(cell(centre, spot, axis, key, Tallies.EXPECTING), times);
            }
            party.children().forEach((age, number) -> add(cell(centre, spot, axis, key, age.value()), times * number));
        }

        private static Cell cell(CentreId centre, Spot spot, Tallies.Axis axis, String key, String category) {
            return new Cell(centre.value(), spot.day(), spot.session(), axis.stored(), key, category);
        }
    }
}
