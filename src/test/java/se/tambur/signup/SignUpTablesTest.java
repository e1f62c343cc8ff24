package se.tambur.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.ResultSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tambur.DatabaseTest;

/** What the tables of sign-ups can hold, read from the real schema: who somebody is has its place in "sealed" alone. */
@DatabaseTest
class SignUpTablesTest {

    private static final Map<String, String> ALLOWED = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    "sign_up",
                    "centre:40 course:60 echo_of email_hash:64 id line made_at offer_until phone_hash:64 sealed:4000"
                            + " state:9 token_hash:64"),
            Map.entry("attendance_mark", "day sign_up"),
            Map.entry("attendance", "adults centre:40 children course:60 day families level:9"),
            Map.entry("course_message", "centre:40 course:60 id made_at sealed:8000"),
            Map.entry("letter", "due_at id kind:16 message posted_at sent_at sign_up tries"),
            Map.entry("sign_up_erasure", "centre:40 course:60 erased_at places sign_ups waiting"),
            Map.entry("course_scan", "centre:40 course:60 day number")));

    @Autowired
    private JdbcClient jdbc;

    @Test
    void everyColumnOfTheSignUpTablesIsOnTheList() {
        Map<String, TreeSet<String>> found = new TreeMap<>();
        jdbc.sql("""
                        select table_name, column_name, data_type, character_maximum_length
                        from information_schema.columns where table_schema = 'public'""").query((ResultSet row) -> {
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
    void noOtherTableLeadsToASignUp() {
        List<String> leading =
                jdbc.sql("""
                        select table_name from information_schema.columns
                        where table_schema = 'public' and column_name in ('sign_up', 'sealed', 'echo_of', 'email_hash', 'phone_hash')""").query((ResultSet row, int n) -> row.getString(1)).list();

        assertThat(ALLOWED.keySet()).containsAll(leading);
    }
}
