package se.tambur.visit;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Session;
import se.tambur.centre.Timetable;

/** What remains of the days: sums on two axes, never joint, and the states of the sessions held. */
@Service
public class Tallies {

    /** The category of a visit as such; others are an age's id, {@link #ADULTS} and {@link #EXPECTING}. */
    public static final String VISITS = "visits";

    public static final String ADULTS = "adults";
    public static final String EXPECTING = "expecting";

    /** Which margin a tally stands on. */
    public enum Axis {
        ACTIVITY,
        HOUR;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final JdbcTemplate jdbc;
    private final SessionStates states;
    private final Centres centres;
    private final Clock clock;

    Tallies(JdbcTemplate jdbc, SessionStates states, Centres centres, Clock clock) {
        this.jdbc = jdbc;
        this.states = states;
        this.centres = centres;
        this.clock = clock;
    }

    /** The sums of a span of days, both ends in, on one axis, without zeros, in order of day, session and key. */
    public List<Tally> of(CentreId centre, LocalDate from, LocalDate to, Axis axis) {
        List<Tally> tallies = jdbc.query(
                """
                select "day", session, "key", category, number from tally
                where centre = ? and "day" between ? and ? and axis = ? and number > 0""",
                (ResultSet row, int n) -> new Tally(
                        row.getObject(1, LocalDate.class),
                        Spot.sessionOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5)),
                centre.value(),
                from,
                to,
                axis.stored());
        return tallies.stream().sorted(Tally.ORDER).toList();
    }

    /**
     * Every session that the plan held in a span, both ends in, with its state: counting rule 5. One that is still going
     * on is there as soon as it has numbers, or once staff have said what it was. One that staff closed after all is not:
     * what a tablet tells of it later is counted, but in no session held.
     */
    public List<HeldSession> sessions(CentreId centre, LocalDate from, LocalDate to) {
        Timetable timetable = centres.timetable(centre);
        Instant now = clock.instant();
        LocalDate today = now.atZone(timetable.zone()).toLocalDate();
        LocalDate last = to.isBefore(today) ? to : today;
        List<Session> held = from.isAfter(last)
                ? List.of()
                : from.datesUntil(last.plusDays(1))
                        .flatMap(day -> timetable.sessions(day).stream())
                        .toList();
        if (held.isEmpty()) {
            return List.of();
        }
        Set<SessionStates.Key> visited = visited(centre, from, last);
        SessionStates.Known known = states.known(centre, from, last);
        return held.stream()
                .filter(session -> !known.closed().contains(SessionStates.Key.of(session)))
                .filter(session -> !session.closesAt().isAfter(now)
                        || visited.contains(SessionStates.Key.of(session))
                        || known.said().containsKey(SessionStates.Key.of(session)))
                .map(session ->
                        new HeldSession(session, known.state(session, visited.contains(SessionStates.Key.of(session)))))
                .toList();
    }

    private Set<SessionStates.Key> visited(CentreId centre, LocalDate from, LocalDate to) {
        return new HashSet<>(jdbc.query(
                """
                select distinct "day", session from tally
                where centre = ? and "day" between ? and ? and axis = 'hour' and number > 0""",
                (ResultSet row, int n) -> new SessionStates.Key(row.getObject(1, LocalDate.class), row.getString(2)),
                centre.value(),
                from,
                to));
    }

    /** Whether any child of an age group has ever been counted. */
    public boolean knows(CentreId centre, AgeId age) {
        return number(
                        "select count(*) from tally where centre = ? and category = ? and number > 0",
                        centre.value(),
                        age.value())
                > 0;
    }

    /** Whether any visit has ever been counted on an activity. */
    public boolean knows(CentreId centre, ActivityId activity) {
        return number("""
                        select count(*) from tally where centre = ? and axis = ? and "key" = ? and number > 0""", centre.value(), Axis.ACTIVITY.stored(), activity.value()) > 0;
    }

    /** Visits of a span that wait for a decision of staff. */
    public int suspects(CentreId centre, LocalDate from, LocalDate to) {
        return number(
                "select count(*) from check_in where centre = ? and \"day\" between ? and ? and state = 'suspect'",
                centre.value(),
                from,
                to);
    }

    /** Visits of a span that looked like play and were dropped undecided after seven days. */
    public int droppedUndecided(CentreId centre, LocalDate from, LocalDate to) {
        return number(
                "select sum(number) from tally where centre = ? and \"day\" between ? and ? and axis = ?",
                centre.value(),
                from,
                to,
                TallyBook.UNDECIDED);
    }

    /** Visits of unknown time that nobody has placed yet. */
    public int timeless(CentreId centre) {
        return number("select count(*) from check_in where centre = ? and state = 'timeless'", centre.value());
    }

    private int number(String sql, Object... values) {
        Integer number = jdbc.queryForObject(sql, Integer.class, values);
        return number == null ? 0 : number;
    }

    /** The first and last day that hold any number, or empty. */
    public Optional<Span> span(CentreId centre) {
        return Optional.ofNullable(edge(centre, "min"))
                .map(first -> new Span(first, Objects.requireNonNull(edge(centre, "max"))));
    }

    private @Nullable LocalDate edge(CentreId centre, String end) {
        return jdbc.queryForObject(
                "select " + end + "(\"day\") from tally where centre = ? and number > 0 and axis = 'hour'",
                LocalDate.class,
                centre.value());
    }

    /**
     * One sum.
     *
     * @param session when its session opened; null: outside hours
     * @param key an activity's id, or the hour as {@code 9}
     * @param category an age's id, {@link #VISITS}, {@link #ADULTS} or {@link #EXPECTING}
     */
    public record Tally(LocalDate day, @Nullable LocalTime session, String key, String category, int number) {

        /** Hours by their number: a shorter key comes first when all are digits. */
        private static final Comparator<String> KEYS = Comparator.comparingInt(
                        (String key) -> Character.isDigit(key.charAt(0)) && key.length() <= 2 ? key.length() : 0)
                .thenComparing(Comparator.naturalOrder());

        private static final Comparator<Tally> ORDER = Comparator.comparing(Tally::day)
                .thenComparing(Tally::session, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Tally::key, KEYS)
                .thenComparing(Tally::category);
    }

    /** A session that was held, and what is known of it. */
    public record HeldSession(Session session, State state) {}

    /** From the first day to the last, both in. */
    public record Span(LocalDate first, LocalDate last) {}

    /** The three states of a held session. */
    public enum State {
        COUNTED,
        EMPTY,
        NOT_COUNTED
    }
}
