package se.tambur.shared;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** Makes what has been committed outlive a power cut. */
public interface Durability {

    /** Returns when everything committed before the call is on disk. Blocks; call it once per batch, outside a transaction. */
    void settle();

    /**
     * Chooses by the database that is really there. H2 answers a commit up to a second before the rows are on disk, so it is
     * told to write them out; PostgreSQL's commit is enough.
     */
    @Configuration(proxyBeanMethods = false)
    class OfDatabase {

        @Bean
        Durability durability(DataSource database) throws SQLException {
            try (Connection connection = database.getConnection()) {
                if (connection.getMetaData().getDatabaseProductName().equals("H2")) {
                    var jdbc = new JdbcTemplate(database);
                    return () -> jdbc.execute("checkpoint sync");
                }
            }
            return () -> {};
        }
    }
}
