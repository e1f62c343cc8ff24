package se.tambur.signup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All that somebody with the database in her hands can read, in small letters. */
record Dump(String text) {

    /** On H2 the script of everything and the file's own bytes, on PostgreSQL every column of every table. */
    static Dump of(JdbcClient jdbc, Path home) {
        Path file = home.resolve("tambur.mv.db");
        StringBuilder all = new StringBuilder();
        if (Files.exists(file)) {
            jdbc.sql("checkpoint sync").update();
            jdbc.sql("script")
                    .query((ResultSet row, int n) -> row.getString(1))
                    .list()
                    .forEach(all::append);
            all.append(bytes(file));
        } else {
            List<String> tables = jdbc.sql(
                            "select table_name from information_schema.tables where table_schema = 'public'")
                    .query((ResultSet row, int n) -> row.getString(1))
                    .list();
            for (String table : tables) {
                jdbc.sql("select t::text from \"" + table + "\" t")
                        .query((ResultSet row, int n) -> row.getString(1))
                        .list()
                        .forEach(all::append);
            }
        }
        return new Dump(all.toString().toLowerCase(Locale.ROOT));
    }

    /** As one byte a letter, and once more without the zeros that two bytes a letter would have. */
    private static String bytes(Path file) {
        try {
            String raw = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            return raw + raw.replace("\0", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean holds(String words) {
        return text.contains(words.toLowerCase(Locale.ROOT));
    }
}
