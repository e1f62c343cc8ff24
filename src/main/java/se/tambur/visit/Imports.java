package se.tambur.visit;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.shared.Audited;
import se.tambur.visit.TallyBook.Cell;

/** History taken in from a file: all or nothing, and a whole import can be taken out again. */
@Service
public class Imports {

    private static final int CELLS_PER_STEP = 2000;

    /** Reading is the longer half of the work. */
    private static final int READ = 70;

    private final Writer writer;
    private final TallyBook tallies;
    private final JdbcTemplate jdbc;
    private final Centres centres;
    private final ApplicationEventPublisher announcer;
    private final Clock clock;

    Imports(
            Writer writer,
            TallyBook tallies,
            JdbcTemplate jdbc,
            Centres centres,
            ApplicationEventPublisher announcer,
            Clock clock) {
        this.writer = writer;
        this.tallies = tallies;
        this.jdbc = jdbc;
        this.centres = centres;
        this.announcer = announcer;
        this.clock = clock;
    }

    /**
     * Takes in a CSV whose header is {@code arrived_at,activity,AGE...,adults,expecting}. It speaks for every day from its
     * first to its last: a session of those days that it does not name was empty.
     *
     * @param file its name, for messages
     * @param progress told the per cent done, from any thread; may be called often
     * @throws ImportRefused with every flaw by line, or the days already counted; nothing is changed then
     */
    public Outcome take(CentreId centre, String file, byte[] csv, String author, IntConsumer progress) {
        String hash = hash(csv);
        Optional<Outcome> before = standing(centre, hash);
        if (before.isPresent()) {
            return before.get();
        }
        progress.accept(0);
        ImportFile.Content content = new ImportFile(file, centre, centres, clock.instant())
                .read(csv, percent -> progress.accept(percent * READ / 100));
        Outcome outcome = writer.run(
                centre,
                () -> standing(centre, hash).orElseGet(() -> {
                    refuseDaysCounted(centre, file, content.span());
                    return store(centre, hash, content, author, progress);
                }));
        progress.accept(100);
        if (!outcome.again()) {
            announcer.publishEvent(new Audited(author, centre.value(), "import.taken", describe(outcome)));
        }
        return outcome;
    }

    private Optional<Outcome> standing(CentreId centre, String hash) {
        return jdbc
                .query(
                        """
                        select number, visits, children, first_day, last_day from import_run
                        where centre = ? and file_hash = ?""",
                        (ResultSet row, int n) -> new Outcome(
                                row.getLong(1),
                                true,
                                row.getInt(2),
                                row.getInt(3),
                                row.getObject(4, LocalDate.class),
                                row.getObject(5, LocalDate.class)),
                        centre.value(),
                        hash)
                .stream()
                .findFirst();
    }

    private void refuseDaysCounted(CentreId centre, String file, Tallies.Span span) {
        List<LocalDate> counted = jdbc.query(
                """
                select "day" from tally where centre = ? and "day" between ? and ? and number > 0
                union
                select "day" from check_in where centre = ? and "day" between ? and ? and state in ('counted', 'suspect')
                order by 1""",
                (ResultSet row, int n) -> row.getObject(1, LocalDate.class),
                centre.value(),
                span.first(),
                span.last(),
                centre.value(),
                span.first(),
                span.last());
        List<Tallies.Span> covered = jdbc.query(
                """
                select first_day, last_day from import_run
                where centre = ? and last_day >= ? and first_day <= ? order by first_day""",
                (ResultSet row, int n) ->
                        new Tallies.Span(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class)),
                centre.value(),
                span.first(),
                span.last());
        if (!counted.isEmpty()) {
            throw refused(file, counted.stream().map(LocalDate::toString).toList());
        }
        if (!covered.isEmpty()) {
            throw refused(
                    file,
                    covered.stream()
                            .map(run -> run.first() + " – " + run.last())
                            .toList());
        }
    }

    private static ImportRefused refused(String file, List<String> days) {
        return new ImportRefused(days.stream()
                .map(day -> new ImportRefused.Flaw(file, 0, ImportFile.COUNTED, day))
                .toList());
    }

    private Outcome store(
            CentreId centre, String hash, ImportFile.Content content, String author, IntConsumer progress) {
        Tallies.Span span = content.span();
        jdbc.update(
                """
                insert into import_run (centre, file_hash, first_day, last_day, visits, children, author, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""",
                centre.value(),
                hash,
                span.first(),
                span.last(),
                content.visits(),
                content.children(),
                author,
                clock.instant().atOffset(ZoneOffset.UTC));
        Outcome stored = standing(centre, hash).orElseThrow();
        List<Map.Entry<Cell, Integer>> cells = content.deltas().inOrder();
        for (int from = 0; from < cells.size(); from += CELLS_PER_STEP) {
            List<Map.Entry<Cell, Integer>> step = cells.subList(from, Math.min(cells.size(), from + CELLS_PER_STEP));
            jdbc.batchUpdate("""
                            insert into import_tally (run, "day", session, axis, "key", category, number)
                            values (?, ?, ?, ?, ?, ?, ?)""", step, step.size(), (row, move) -> {
                Cell cell = move.getKey();
                row.setLong(1, stored.run());
                row.setObject(2, cell.day());
                row.setString(3, cell.session());
                row.setString(4, cell.axis());
                row.setString(5, cell.key());
                row.setString(6, cell.category());
                row.setInt(7, move.getValue());
            });
            progress.accept(READ + (100 - READ) * from / cells.size());
        }
        tallies.apply(content.deltas());
        return new Outcome(stored.run(), false, stored.visits(), stored.children(), stored.first(), stored.last());
    }

    /** The imports that stand, newest first. */
    public List<Run> runs(CentreId centre) {
        return jdbc.query("""
                select number, first_day, last_day, visits, author, at from import_run
                where centre = ? order by at desc, number desc""", Imports::run, centre.value());
    }

    private static Run run(ResultSet row, int n) throws SQLException {
        return new Run(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                row.getInt(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }

    /**
     * Takes a whole import out again.
     *
     * @throws IllegalArgumentException when the centre has no such import
     * @throws ImportRefused when corrections have taken away some of what it added; nothing is changed then
     */
    public void undo(CentreId centre, long run, String author) {
        Run undone = writer.run(centre, () -> {
            Run standing = runs(centre).stream()
                    .filter(r -> r.id() == run)
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no import " + run + " at " + centre));
            var deltas = new TallyBook.Deltas();
            jdbc.query(
                    "select \"day\", session, axis, \"key\", category, number from import_tally where run = ?",
                    (ResultSet row) -> deltas.add(
                            new Cell(
                                    centre.value(),
                                    row.getObject(1, LocalDate.class),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5)),
                            -row.getInt(6)),
                    run);
            if (jdbc.update("delete from import_run where number = ?", run) == 1) {
                takeAway(standing, deltas);
                remember(centre, standing, author);
                jdbc.update(
                        "delete from tally where centre = ? and \"day\" between ? and ? and number = 0",
                        centre.value(),
                        standing.first(),
                        standing.last());
            }
            return standing;
        });
        announcer.publishEvent(new Audited(
                author, centre.value(), "import.undone", undone.id() + " " + undone.first() + "/" + undone.last()));
    }

    private void remember(CentreId centre, Run run, String author) {
        jdbc.update(
                """
                insert into import_undone (run, centre, first_day, last_day, visits, taken_by, taken_at, author, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                run.id(),
                centre.value(),
                run.first(),
                run.last(),
                run.visits(),
                run.author(),
                run.at().atOffset(ZoneOffset.UTC),
                author,
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    /** The imports that spoke for a day until they were taken out, in that order. */
    public List<Undone> undone(CentreId centre, LocalDate day) {
        return jdbc.query(
                """
                select run, first_day, last_day, visits, taken_by, taken_at, author, at from import_undone
                where centre = ? and first_day <= ? and last_day >= ? order by at, run""",
                (ResultSet row, int n) -> new Undone(
                        run(row, n),
                        row.getString(7),
                        row.getObject(8, OffsetDateTime.class).toInstant()),
                centre.value(),
                day,
                day);
    }

    private void takeAway(Run run, TallyBook.Deltas deltas) {
        try {
            tallies.apply(deltas);
        } catch (DataIntegrityViolationException e) {
            // the whole transaction goes with it
            throw new ImportRefused(List.of(new ImportRefused.Flaw(
                    Long.toString(run.id()), 0, "visit.import.corrected", run.first() + " – " + run.last())));
        }
    }

    private static String describe(Outcome outcome) {
        return outcome.run() + " " + outcome.first() + "/" + outcome.last() + " " + outcome.visits();
    }

    private static String hash(byte[] csv) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(csv));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /**
     * What an import did.
     *
     * @param again true: the same file had been taken in before, nothing was changed
     */
    public record Outcome(long run, boolean again, int visits, int children, LocalDate first, LocalDate last) {}

    /** An import. */
    public record Run(long id, LocalDate first, LocalDate last, int visits, String author, Instant at) {}

    /** An import that was taken out again, by whom and when. */
    public record Undone(Run run, String author, Instant at) {}
}
