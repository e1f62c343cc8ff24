package se.tambur.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.visit.Doors;

@DatabaseTest
class ScansTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Autowired
    private Scans scans;

    @Autowired
    private Courses courses;

    @Autowired
    private Centres centres;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aHouseInNovember() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
    }

    @Test
    void openingsAreToldPerCourseAndDay() {
        Course massage = course("massage");
        Course songs = course("sang");
        scans.opened(massage);
        scans.opened(massage);
        scans.opened(songs);
        clock.set("2026-11-25T00:01");
        scans.opened(massage);

        assertThat(scans.of(centre, massage.id(), TUESDAY, TUESDAY)).isEqualTo(2);
        assertThat(scans.of(centre, massage.id(), TUESDAY.plusDays(1), TUESDAY.plusDays(9)))
                .isEqualTo(1);
        assertThat(scans.of(centre, TUESDAY, TUESDAY.plusDays(1))).isEqualTo(Map.of("massage", 3, "sang", 1));
        assertThat(scans.of(centre, "nobody-opened-it", TUESDAY, TUESDAY)).isZero();
        assertThat(scans.of(Doors.open(centres), massage.id(), TUESDAY, TUESDAY))
                .isZero();
    }

    @Test
    void whatIsWrittenLaterIsAddedToWhatIsThere() {
        Course massage = course("massage");
        scans.opened(massage);
        scans.write();
        scans.opened(massage);
        scans.opened(massage);
        scans.write();
        scans.write();

        assertThat(stored()).isEqualTo(3);
    }

    @Test
    void twoServersOnOneDatabaseAddUpTheirs() throws Exception {
        Course massage = course("massage");
        Scans other = new Scans(jdbc, transaction, centres, clock);
        List<Callable<Boolean>> phones = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Scans server = i % 2 == 0 ? scans : other;
            phones.add(() -> {
                server.opened(massage);
                server.write();
                return true;
            });
        }
        try (var street = Executors.newFixedThreadPool(16)) {
            for (Future<Boolean> phone : street.invokeAll(phones)) {
                assertThat(phone.get()).isTrue();
            }
        }
        scans.write();
        other.write();

        assertThat(stored()).isEqualTo(200);
    }

    private int stored() {
        return jdbc.sql("select number from course_scan where centre = ? and course = 'massage'")
                .params(centre.value())
                .query(Integer.class)
                .single();
    }

    private Course course(String id) {
        return courses.save(Groups.massage(centre, id, 8), "test");
    }
}
