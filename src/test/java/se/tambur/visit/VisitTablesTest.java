package se.tambur.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.tambur.DatabaseTest;

/** What the tables of visits can hold, read from the real schema: nothing of a person has a place there. */
@DatabaseTest
class VisitTablesTest {

    private static final Map<String, String> ALLOWED = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "check_in",
                    "activity:40 adults arrived_at burst centre:40 day decided_on expecting id kiosk:64 received_on"
                            + " session:5 source:6 state:8"),
            Map.entry("check_in_child", "age:20 check_in number"),
            Map.entry("receipt", "id received_on"),
            Map.entry("tally", "axis:9 category:20 centre:40 day key:40 number session:5"),
            Map.entry("leaving", "adults centre:40 children day left_at number received_on"),
            // author, said_by: accounts of staff, never visitors
            Map.entry("head_count", "adults at author:80 centre:40 children day number"),
            Map.entry("import_run", "at author:80 centre:40 children file_hash:64 first_day last_day number visits"),
            Map.entry("import_undone", "at author:80 centre:40 first_day last_day run taken_at taken_by:80 visits"),
            Map.entry("import_tally", "axis:9 category:20 day key:40 number run session:5"),
            Map.entry("session_state", "centre:40 day held said_at said_by:80 session:5 state:11"),
            Map.entry("correction", "activity:40 at author:80 by_hand centre:40 day id reason:12 session:5 undoes"),
            Map.entry("correction_tally", "axis:9 category:20 correction key:40 number"),
            Map.entry("day_note", "at author:80 centre:40 day number session:5 state:11 visits what:10"),
            Map.entry("awake", "centre:40 day kiosk:64 since until"),
            Map.entry("occupancy", "centre:40 day estimate half_hour:5"),
            Map.entry("full_sign", "centre:40 until"),
            // of courses: sums of those who came to a meeting
            Map.entry("attendance", "adults centre:40 children course:60 day families level:9")));

    private final JdbcTemplate jdbc;

    @Autowired
    VisitTablesTest(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    @Test
    void everyColumnOfTheVisitTablesIsOnTheListAndNoneHoldsFreeText() {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        jdbc.query("""
                select table_name, column_name, data_type, character_maximum_length
                from information_schema.columns where table_schema = 'public'""", (ResultSet row) -> {
            String table = row.getString(1);
            if (ALLOWED.containsKey(table)) {
                boolean text = row.getString(3).startsWith("char");
                found.computeIfAbsent(table, t -> new TreeSet<>())
                        .add(row.getString(2) + (text ? ":" + row.getLong(4) : ""));
                assertThat(row.getString(3)).isNotIn("text", "json", "jsonb", "bytea", "inet");
            }
        });
        Map<String, String> columns = new TreeMap<>();
        found.forEach((table, names) -> columns.put(table, String.join(" ", names)));

        assertThat(columns).isEqualTo(ALLOWED);
    }

    @Test
    void noOtherTableOfTheHouseHoldsVisits() {
        List<String> aboutVisits = jdbc.query(
                "select table_name from information_schema.columns where table_schema = 'public' and column_name in "
                        + "('arrived_at', 'check_in', 'adults', 'expecting', 'estimate', 'visits')",
                (ResultSet row, int n) -> row.getString(1));

        // how many came to a meeting of a course is no visit
        assertThat(aboutVisits).filteredOn(table -> !table.equals("attendance")).isSubsetOf(ALLOWED.keySet());
    }
}
