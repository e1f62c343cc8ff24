package se.tambur.visit;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import se.tambur.centre.CentreId;

/** What changed the numbers of a day beside check-ins, corrections and imports; as sums, never what a party was. */
@Service
public class DayNotes {

    private final JdbcTemplate jdbc;
    private final Clock clock;

    DayNotes(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Staff changed by how many visits a session counts; within the transaction that is open. */
    void visits(CentreId centre, LocalDate day, String session, What what, int visits, String author) {
        insert(centre, day, session, what, visits, null, author);
    }

    /** Staff said a session's state; null: took their word back. */
    void state(CentreId centre, LocalDate day, String session, @Nullable String state, String author) {
        insert(centre, day, session, What.SAID, 0, state, author);
    }

    /** A visitor took a counted visit back: one more of the day, without a time. */
    void takenAtDoor(CentreId centre, LocalDate day) {
        int more = jdbc.update(
                "update day_note set visits = visits + 1 where centre = ? and \"day\" = ? and what = ?",
                centre.value(),
                day,
                What.TAKEN_DOOR.stored());
        if (more == 0) {
            jdbc.update(
                    "insert into day_note (centre, \"day\", session, what, visits) values (?, ?, '', ?, 1)",
                    centre.value(),
                    day,
                    What.TAKEN_DOOR.stored());
        }
    }

    private void insert(
            CentreId centre,
            LocalDate day,
            String session,
            What what,
            int visits,
            @Nullable String state,
            String author) {
        jdbc.update(
                """
                insert into day_note (centre, "day", session, what, visits, state, author, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                centre.value(),
                day,
                session,
                what.stored(),
                visits,
                state,
                author,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** The notes of a day in the order they were made. */
    public List<Note> of(CentreId centre, LocalDate day) {
        return jdbc.query(
                """
                select session, what, visits, state, author, at from day_note
                where centre = ? and "day" = ? order by number""",
                (ResultSet row, int n) -> {
                    OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
                    return new Note(
                            Spot.sessionOf(row.getString("session")),
                            What.of(row.getString("what")),
                            row.getInt("visits"),
                            row.getString("state"),
                            row.getString("author"),
                            at == null ? null : at.toInstant());
                },
                centre.value(),
                day);
    }

    /** What was done. */
    public enum What {
        /** Staff added a visit. */
        ADDED,
        /** Staff took a visit back. */
        TAKEN,
        /** Visitors took visits back. */
        TAKEN_DOOR,
        /** Suspects were counted. */
        KEPT,
        /** Suspects were dropped. */
        DROPPED,
        /** Visits of unknown time were placed here. */
        PLACED,
        /** Staff said a session's state. */
        SAID;

        /** As in the database and in word keys, such as {@code taken-door}. */
        public String stored() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static What of(String stored) {
            return valueOf(stored.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /**
     * One change.
     *
     * @param session null: outside hours, or the day as a whole
     * @param visits how many it was about
     * @param state of {@link What#SAID}: {@code counted}, {@code empty}, {@code not_counted} or {@code closed}; null: the
     *     word was taken back
     * @param author null: visitors at the door
     * @param at null: a sum over the day
     */
    public record Note(
            @Nullable LocalTime session,
            What what,
            int visits,
            @Nullable String state,
            @Nullable String author,
            @Nullable Instant at) {}
}
