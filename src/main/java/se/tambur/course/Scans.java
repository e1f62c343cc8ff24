package se.tambur.course;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

/**
 * How often a course's page was opened, per day; nothing about who opened it. Openings are counted in memory and written
 * together every few seconds and when the house shuts, so that a page costs no write: a power cut loses those seconds.
 */
@Service
public class Scans {

    private static final Logger log = LoggerFactory.getLogger(Scans.class);

    private static final int BETWEEN_WRITES = 5_000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Centres centres;
    private final Clock clock;
    private final Map<Cell, Integer> waiting = new ConcurrentHashMap<>();

    Scans(JdbcClient jdbc, TransactionTemplate transaction, Centres centres, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.centres = centres;
        this.clock = clock;
    }

    private record Cell(String centre, String course, LocalDate day) {}

    /** Somebody has opened a course's page, on the centre's day. */
    public void opened(Course course) {
        LocalDate today = LocalDate.ofInstant(
                clock.instant(), centres.plan(course.centre()).zone());
        waiting.merge(new Cell(course.centre().value(), course.id(), today), 1, Integer::sum);
    }

    /** The openings of one course from a first day to a last, both in. */
    public int of(CentreId centre, String course, LocalDate first, LocalDate last) {
        return of(centre, first, last).getOrDefault(course, 0);
    }

    /** By course id, from a first day to a last, both in; a course that nobody opened is not there. */
    public Map<String, Integer> of(CentreId centre, LocalDate first, LocalDate last) {
        write();
        Map<String, Integer> sums = new HashMap<>();
        jdbc.sql("""
                        select course, cast(sum(number) as integer) from course_scan
                        where centre = ? and "day" between ? and ? group by course""")
                .params(centre.value(), first, last)
                .query((row, i) -> Map.entry(row.getString(1), row.getInt(2)))
                .list()
                .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
        return sums;
    }

    /** Adds what has been counted since the last time to what is stored; what cannot be written now waits. */
    @Scheduled(fixedDelay = BETWEEN_WRITES)
    @PreDestroy
    synchronized void write() {
        // in one order, so that two servers never wait for each other in a ring
        List<Cell> cells = waiting.keySet().stream()
                .sorted(Comparator.comparing(Cell::centre)
                        .thenComparing(Cell::course)
                        .thenComparing(Cell::day))
                .toList();
        Map<Cell, Integer> taken = new HashMap<>();
        cells.forEach(cell -> taken.put(cell, Objects.requireNonNullElse(waiting.remove(cell), 0)));
        if (cells.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(
                    status -> cells.forEach(cell -> add(cell, Objects.requireNonNull(taken.get(cell)))));
        } catch (DataAccessException e) {
            taken.forEach((cell, number) -> waiting.merge(cell, number, Integer::sum));
            log.warn("Openings of course pages could not be written and wait: {}", e.getMessage());
        }
    }

    private void add(Cell cell, int number) {
        if (update(cell, number) == 0) {
            int made = jdbc.sql("""
                            insert into course_scan (centre, course, "day", number)
                            values (?, ?, ?, ?) on conflict do nothing""")
                    .params(cell.centre(), cell.course(), cell.day(), number)
                    .update();
            if (made == 0) {
                update(cell, number);
            }
        }
    }

    private int update(Cell cell, int number) {
        return jdbc.sql("""
                        update course_scan set number = number + ?
                        where centre = ? and course = ? and "day" = ?""")
                .params(number, cell.centre(), cell.course(), cell.day())
                .update();
    }
}
