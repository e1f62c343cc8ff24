package se.tambur.shared;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Chooses by the database that is really there. H2 answers a commit up to a second before the rows are on disk, so it is
 * told to write them out; PostgreSQL's commit is enough.
 */
@Configuration(proxyBeanMethods = false)
class DurabilityOfDatabase {

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
