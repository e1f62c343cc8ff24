package se.tambur.visit;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Session;
import se.tambur.shared.Audited;

/** What is known of sessions that nobody checked in to. */
@Service
public class SessionStates {

    /** Two spells this close are one: a tablet tells in pieces. */
    private static final Duration TOUCHING = Duration.ofSeconds(60);

    /** Staff who count a session by hand say more than staff who said before that nobody counted it. */
    private static final String STILL_SAID = """
             and (not s.held or not exists (
                 select 1 from correction c
                 where c.centre = s.centre and c."day" = s."day" and c.session = s.session and c.by_hand
                   and c.undoes is null and c.at >= coalesce(s.said_at, c.at)
                   and not exists (select 1 from correction u where u.undoes = c.id)))""";

    private final Writer writer;
    private final JdbcTemplate jdbc;
    private final DayNotes notes;
    private final Centres centres;
    private final ApplicationEventPublisher announcer;
    private final Clock clock;
    private final VisitSettings settings;

    SessionStates(
            Writer writer,
            JdbcTemplate jdbc,
            DayNotes notes,
            Centres centres,
            ApplicationEventPublisher announcer,
            Clock clock,
            VisitSettings settings) {
        this.writer = writer;
        this.jdbc = jdbc;
        this.notes = notes;
        this.centres = centres;
        this.announcer = announcer;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * A tablet was awake with the counting screen up; it may tell long afterwards, and more than once. What lies ahead of
     * now or further back than repeats are recognised is left out. On disk when it returns.
     */
    public void awake(CentreId centre, String kiosk, Instant from, Instant to) {
        ZoneId zone = centres.timetable(centre).zone();
        Instant now = clock.instant();
        Instant oldest = now.minus(settings.receiptsKept());
        Instant since = from.isBefore(oldest) ? oldest : from;
        Instant until = to.isAfter(now) ? now : to;
        if (since.isBefore(until)) {
            writer.runQuietly(centre, () -> {
                cutAtMidnight(since, until, zone).forEach(spell -> join(centre, kiosk, spell, zone));
                return until;
            });
        }
    }

    private static List<Spell> cutAtMidnight(Instant since, Instant until, ZoneId zone) {
        List<Spell> spells = new ArrayList<>();
        Instant start = since;
        while (start.isBefore(until)) {
            Instant midnight = start.atZone(zone)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant();
            Instant end = until.isBefore(midnight) ? until : midnight;
            spells.add(new Spell(start, end));
            start = end;
        }
        return spells;
    }

    private void join(CentreId centre, String kiosk, Spell spell, ZoneId zone) {
        LocalDate day = spell.since().atZone(zone).toLocalDate();
        Instant since = spell.since();
        Instant until = spell.until();
        for (Spell other : spellsOf(centre, kiosk, day)) {
            boolean apart = other.since().isAfter(spell.until().plus(TOUCHING))
                    || other.until().isBefore(spell.since().minus(TOUCHING));
            if (!apart) {
                since = other.since().isBefore(since) ? other.since() : since;
                until = other.until().isAfter(until) ? other.until() : until;
                jdbc.update(
                        "delete from awake where centre = ? and \"day\" = ? and kiosk = ? and since = ?",
                        centre.value(),
                        day,
                        kiosk,
                        utc(other.since()));
            }
        }
        jdbc.update(
                "insert into awake (centre, \"day\", kiosk, since, until) values (?, ?, ?, ?, ?) on conflict do nothing",
                centre.value(),
                day,
                kiosk,
                utc(since),
                utc(until));
    }

    private List<Spell> spellsOf(CentreId centre, String kiosk, LocalDate day) {
        return jdbc.query(
                "select since, until from awake where centre = ? and \"day\" = ? and kiosk = ? for update",
                SessionStates::spell,
                centre.value(),
                day,
                kiosk);
    }

    private static Spell spell(ResultSet row, int n) throws java.sql.SQLException {
        return new Spell(
                row.getObject("since", OffsetDateTime.class).toInstant(),
                row.getObject("until", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }

    /** Staff say what a session was; null takes their word back. */
    public void say(CentreId centre, LocalDate day, LocalTime session, Tallies.@Nullable State state, String author) {
        writer.run(centre, () -> {
            write(centre, day, session, true, state, author);
            return centre;
        });
        announcer.publishEvent(new Audited(author, centre.value(), "session.said", day + " " + session + " " + state));
    }

    /**
     * Staff say that a planned session was not held after all.
     *
     * @throws IllegalStateException when somebody came to it
     */
    public void sayClosed(CentreId centre, LocalDate day, LocalTime session, String author) {
        writer.run(centre, () -> {
            Integer visits = jdbc.queryForObject("""
                    select coalesce(sum(number), 0) from tally
                    where centre = ? and "day" = ? and session = ? and axis = 'hour'""", Integer.class, centre.value(), day, session.toString());
            if (visits != null && visits > 0) {
                throw new IllegalStateException("Somebody came to the session of " + day + " " + session);
            }
            write(centre, day, session, false, Tallies.State.NOT_COUNTED, author);
            return centre;
        });
        announcer.publishEvent(new Audited(author, centre.value(), "session.said", day + " " + session + " closed"));
    }

    private void write(
            CentreId centre,
            LocalDate day,
            LocalTime session,
            boolean held,
            Tallies.@Nullable State state,
            String author) {
        jdbc.update(
                "delete from session_state where centre = ? and \"day\" = ? and session = ?",
                centre.value(),
                day,
                session.toString());
        String stored = state == null ? null : state.name().toLowerCase(Locale.ROOT);
        if (stored != null) {
            jdbc.update("""
                    insert into session_state (centre, "day", session, held, state, said_by, said_at)
                    values (?, ?, ?, ?, ?, ?, ?)""", centre.value(), day, session.toString(), held, stored, author, utc(clock.instant()));
        }
        notes.state(centre, day, session.toString(), held ? stored : "closed", author);
    }

    /** What staff have said of the sessions of a day, by when they open; not what a later count by hand has answered. */
    public Map<LocalTime, Said> said(CentreId centre, LocalDate day) {
        Map<LocalTime, Said> said = new HashMap<>();
        jdbc.query(
                "select session, held, state, said_by from session_state s where centre = ? and \"day\" = ?"
                        + STILL_SAID,
                (ResultSet row) -> {
                    said.put(
                            LocalTime.parse(row.getString(1)),
                            new Said(
                                    row.getBoolean(2),
                                    Tallies.State.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                                    row.getString(4)));
                },
                centre.value(),
                day);
        return said;
    }

    /** Everything known of a span of days. */
    Known known(CentreId centre, LocalDate from, LocalDate to) {
        Map<Key, Tallies.State> said = new HashMap<>();
        Set<Key> closed = new HashSet<>();
        jdbc.query(
                "select \"day\", session, state, held from session_state s where centre = ? and \"day\" between ? and ?"
                        + STILL_SAID,
                (ResultSet row) -> {
                    Key session = new Key(row.getObject(1, LocalDate.class), row.getString(2));
                    if (row.getBoolean(4)) {
                        said.put(session, Tallies.State.valueOf(row.getString(3).toUpperCase(Locale.ROOT)));
                    } else {
                        closed.add(session);
                    }
                },
                centre.value(),
                from,
                to);
        List<Tallies.Span> imported = jdbc.query(
                "select first_day, last_day from import_run where centre = ? and last_day >= ? and first_day <= ?",
                (ResultSet row, int n) ->
                        new Tallies.Span(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)),
                centre.value(),
                from,
                to);
        Map<LocalDate, List<Spell>> awake = new HashMap<>();
        jdbc.query(
                "select \"day\", since, until from awake where centre = ? and \"day\" between ? and ? order by since",
                (ResultSet row) -> {
                    awake.computeIfAbsent(row.getObject("day", LocalDate.class), d -> new ArrayList<>())
                            .add(spell(row, 0));
                },
                centre.value(),
                from,
                to);
        return new Known(said, closed, imported, awake);
    }

    /** A session by its day and opening time as stored. */
    record Key(LocalDate day, String session) {

        static Key of(Session session) {
            return new Key(session.day(), session.opens().toString());
        }
    }

    /** A tablet was awake from one moment to another. */
    record Spell(Instant since, Instant until) {}

    /**
     * What staff have said of a session.
     *
     * @param held false: it was closed after all, and its state says nothing
     */
    public record Said(boolean held, Tallies.State state, String by) {}

    /** What staff said, which sessions they closed after all, what imports cover and when tablets were awake. */
    record Known(
            Map<Key, Tallies.State> said,
            Set<Key> closed,
            List<Tallies.Span> imported,
            Map<LocalDate, List<Spell>> awake) {

        /** Counting rule 5. */
        Tallies.State state(Session session, boolean visited) {
            Tallies.State word = said.get(Key.of(session));
            if (word != null) {
                return word;
            }
            if (visited) {
                return Tallies.State.COUNTED;
            }
            boolean covered = imported.stream()
                    .anyMatch(run -> !session.day().isBefore(run.first())
                            && !session.day().isAfter(run.last()));
            return covered || halfAwake(session) ? Tallies.State.EMPTY : Tallies.State.NOT_COUNTED;
        }

        private boolean halfAwake(Session session) {
            Duration awakeFor = Duration.ZERO;
            Instant reached = session.opensAt();
            List<Spell> spells = awake.getOrDefault(session.day(), List.of()).stream()
                    .sorted(Comparator.comparing(Spell::since))
                    .toList();
            for (Spell spell : spells) {
                Instant since = spell.since().isAfter(reached) ? spell.since() : reached;
                Instant until = spell.until().isBefore(session.closesAt()) ? spell.until() : session.closesAt();
                if (since.isBefore(until)) {
                    awakeFor = awakeFor.plus(Duration.between(since, until));
                    reached = until;
                }
            }
            return awakeFor.multipliedBy(2).compareTo(Duration.between(session.opensAt(), session.closesAt())) >= 0;
        }
    }
}
