package se.tambur.signup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * All that somebody with the database in her hands can read, in small letters.
 *
 * @param rows what stands in its tables now
 * @param files what else lies in its file and in a backup of it, also of rows that are gone; nothing on PostgreSQL
 */
record Dump(String rows, String files) {

    /** On H2 the script of everything, the file's own bytes and a backup's, on PostgreSQL every column of every table. */
    static Dump of(JdbcClient jdbc, Path home) {
        Path file = home.resolve("tambur.mv.db");
        StringBuilder all = new StringBuilder();
        String files = "";
        if (Files.exists(file)) {
            jdbc.sql("checkpoint sync").update();
            jdbc.sql("script")
                    .query((ResultSet row, int n) -> row.getString(1))
                    .list()
                    .forEach(all::append);
            files = bytes(file) + backup(jdbc);
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
        return new Dump(all.toString().toLowerCase(Locale.ROOT), files.toLowerCase(Locale.ROOT));
    }

    private static String backup(JdbcClient jdbc) {
        try {
            Path packed = Files.createTempFile("tambur-backup", ".zip");
            jdbc.sql("backup to '" + packed + "'").update();
            StringBuilder all = new StringBuilder();
            try (var zip = new ZipInputStream(Files.newInputStream(packed))) {
                while (zip.getNextEntry() != null) {
                    all.append(read(zip.readAllBytes()));
                }
            }
            Files.delete(packed);
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String bytes(Path file) {
        try {
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As one byte a letter, and once more without the zeros that two bytes a letter would have. */
    private static String read(byte[] bytes) {
        String raw = new String(bytes, StandardCharsets.ISO_8859_1);
        return raw + raw.replace("\0", "");
    }

    boolean holds(String words) {
        return holdsNow(words) || files.contains(words.toLowerCase(Locale.ROOT));
    }

    boolean holdsNow(String words) {
        return rows.contains(words.toLowerCase(Locale.ROOT));
    }
}
