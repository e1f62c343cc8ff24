package se.tambur.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tambur.visit.Taken.Result.ALREADY;
import static se.tambur.visit.Taken.Result.STORED;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.shared.Durability;

/** Two processes on one database: each has a writer and a memory of its own, only the rows are common. */
@DatabaseTest
class TwoWritersTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    private final Tallies tallies;
    private final Centres centres;
    private final TestClock clock;
    private final VisitRows rows;
    private final TallyBook book;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Durability durability;
    private final VisitSettings settings;
    private final List<Writer> writers = new ArrayList<>();
    private final BlockingQueue<Object> announced = new LinkedBlockingQueue<>();
    private CentreId centre = new CentreId("none");

    @Autowired
    TwoWritersTest(
            Tallies tallies,
            Centres centres,
            TestClock clock,
            VisitRows rows,
            TallyBook book,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Durability durability,
            VisitSettings settings) {
        this.tallies = tallies;
        this.centres = centres;
        this.clock = clock;
        this.rows = rows;
        this.book = book;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.durability = durability;
        this.settings = settings;
    }

    @BeforeEach
    void aHouse() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
    }

    @AfterEach
    void close() throws Exception {
        for (Writer writer : writers) {
            writer.destroy();
        }
    }

    @Test
    void theSameVisitsHandedToBothAreCountedOnceAndTheSumsAreRight() throws Exception {
        List<CheckIns> processes = List.of(process(clock), process(clock));
        List<List<DoorEvent>> batches = new ArrayList<>();
        for (int batch = 0; batch < 20; batch++) {
            List<DoorEvent> visits = new ArrayList<>();
            for (int i = 0; i < 25; i++) {
                visits.add(Doors.family(Doors.at("2026-11-24T04:00").plusSeconds(25L * 25 * batch + 25L * i)));
            }
            batches.add(visits);
        }
        List<Taken> answers = Collections.synchronizedList(new ArrayList<>());
        try (ExecutorService tablets = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> sent = new ArrayList<>();
            for (List<DoorEvent> batch : batches) {
                for (CheckIns process : processes) {
                    sent.add(tablets.submit(() -> answers.addAll(process.take(centre, "entren", batch))));
                }
            }
            for (Future<?> each : sent) {
                each.get();
            }
        }

        assertThat(answers.stream().filter(t -> t.result() == STORED)).hasSize(500);
        assertThat(answers.stream().filter(t -> t.result() == ALREADY)).hasSize(500);
        assertThat(Doors.sum(tallies.of(centre, TUESDAY, TUESDAY, Tallies.Axis.HOUR), Tallies.VISITS))
                .isEqualTo(500);
        assertThat(Doors.sum(tallies.of(centre, TUESDAY, TUESDAY, Tallies.Axis.ACTIVITY), Tallies.VISITS))
                .isEqualTo(500);
    }

    @Test
    void anUndoHandedToTheOtherProcessIsFound() {
        var family = Doors.family(clock.instant());
        process(clock).take(centre, "entren", List.of(family));

        assertThat(process(clock)
                        .take(centre, "entren", List.of(Doors.undo(family)))
                        .getFirst()
                        .result())
                .isEqualTo(STORED);
        assertThat(tallies.of(centre, TUESDAY, TUESDAY, Tallies.Axis.HOUR)).isEmpty();
    }

    @Test
    void afterARestartABurstIsStillSeen() {
        for (int i = 0; i < 12; i++) {
            process(clock).take(centre, "entren", List.of(Doors.family(clock.instant())));
        }

        assertThat(process(clock)
                        .take(centre, "entren", List.of(Doors.family(clock.instant())))
                        .getFirst()
                        .result())
                .isEqualTo(Taken.Result.HELD);
        assertThat(tallies.suspects(centre, TUESDAY, TUESDAY)).isEqualTo(13);
    }

    @Test
    void whoLooksIsWokenOnceForAHandOverAndNotForARepeat() throws Exception {
        CheckIns process = process(clock);
        List<DoorEvent> visits = List.of(Doors.family(clock.instant()), Doors.family(clock.instant()));

        process.take(centre, "entren", visits);
        assertThat(announced.poll(5, TimeUnit.SECONDS)).isEqualTo(new VisitsChanged(centre));

        process.take(centre, "entren", visits);
        assertThat(announced.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    private CheckIns process(Clock clock) {
        var bursts = new Bursts(settings);
        var notes = new DayNotes(jdbc, clock);
        var intake = new Intake(rows, book, bursts, notes, jdbc, centres, clock);
        var writer = new Writer(intake, bursts, transaction, durability, announced::add, clock, settings);
        writers.add(writer);
        return new CheckIns(writer, rows, book, bursts, notes, centres, jdbc, announced::add, clock, settings);
    }
}
