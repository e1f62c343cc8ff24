package se.tambur.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tambur.visit.Doors.at;
import static se.tambur.visit.Taken.Result.ALREADY;
import static se.tambur.visit.Taken.Result.HELD;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

@DatabaseTest
class ErasureTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    private final Erasure erasure;
    private final CheckIns checkIns;
    private final Tallies tallies;
    private final Centres centres;
    private final TestClock clock;
    private final JdbcTemplate jdbc;
    private CentreId centre = new CentreId("none");

    @Autowired
    ErasureTest(
            Erasure erasure, CheckIns checkIns, Tallies tallies, Centres centres, TestClock clock, JdbcTemplate jdbc) {
        this.erasure = erasure;
        this.checkIns = checkIns;
        this.tallies = tallies;
        this.centres = centres;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @BeforeEach
    void aHouse() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
    }

    @Test
    void theNightAfterADayOnlyItsSumsRemain() {
        checkIns.take(
                centre,
                "entren",
                List.of(Doors.family(clock.instant()), new DoorEvent.Left(UUID.randomUUID(), clock.instant(), 1, 0)));
        clock.set("2026-11-24T23:59");
        erasure.run();
        assertThat(rows()).isEqualTo(1);

        clock.set("2026-11-25T00:10");
        erasure.run();

        assertThat(rows()).isZero();
        assertThat(checkIns.leavings(centre, TUESDAY)).isEmpty();
        assertThat(Doors.sum(tallies.of(centre, TUESDAY, TUESDAY, Tallies.Axis.HOUR), Tallies.VISITS))
                .isEqualTo(1);
        assertThat(jdbc.queryForList(
                        "select estimate from occupancy where centre = ? and \"day\" = ? and half_hour = '10:30'",
                        Integer.class,
                        centre.value(),
                        TUESDAY))
                .containsExactly(1);
    }

    @Test
    void aVisitThatALateTabletBringsCanBeTakenBackUntilTheNightAfter() {
        clock.set("2026-11-26T10:00");
        var late = Doors.family(at("2026-11-24T10:15"));
        checkIns.take(centre, "entren", List.of(late));
        erasure.run();
        assertThat(rows()).isEqualTo(1);

        checkIns.take(centre, "entren", List.of(Doors.undo(late)));

        assertThat(tallies.of(centre, TUESDAY, TUESDAY, Tallies.Axis.HOUR)).isEmpty();
    }

    @Test
    void aRepeatIsKnownLongAfterTheVisitItselfIsErased() {
        var family = Doors.family(clock.instant());
        checkIns.take(centre, "entren", List.of(family));
        clock.set("2027-05-20T10:00");
        erasure.run();

        assertThat(checkIns.take(centre, "entren", List.of(family)).getFirst().result())
                .isEqualTo(ALREADY);

        clock.set("2027-05-25T10:00");
        erasure.run();
        assertThat(checkIns.take(centre, "entren", List.of(family)).getFirst())
                .isEqualTo(new Taken(family.id(), Taken.Result.REFUSED, "too-old"));
    }

    @Test
    void aBurstNobodyDecidedOnIsDroppedAfterSevenDaysAndTheSumSaysSo() {
        crowd();
        clock.set("2026-11-30T23:59");
        erasure.run();
        assertThat(tallies.suspects(centre, TUESDAY, TUESDAY)).isEqualTo(13);

        clock.set("2026-12-01T00:10");
        erasure.run();

        assertThat(tallies.suspects(centre, TUESDAY, TUESDAY)).isZero();
        assertThat(tallies.droppedUndecided(centre, TUESDAY, TUESDAY)).isEqualTo(13);
        assertThat(rows()).isZero();
        assertThat(tallies.of(centre, TUESDAY, TUESDAY, Tallies.Axis.HOUR)).isEmpty();
        assertThat(tallies.span(centre)).isEmpty();
    }

    @Test
    void aBurstThatStaffKeptIsErasedTheNightAfterTheyDecided() {
        crowd();
        clock.set("2026-11-26T10:00");
        checkIns.keep(centre, checkIns.suspects(centre).getFirst().id(), "Asta");
        erasure.run();
        assertThat(rows()).isEqualTo(13);

        clock.set("2026-11-27T00:10");
        erasure.run();

        assertThat(rows()).isZero();
        assertThat(Doors.sum(tallies.of(centre, TUESDAY, TUESDAY, Tallies.Axis.HOUR), Tallies.VISITS))
                .isEqualTo(13);
    }

    @Test
    void aVisitOfUnknownTimeWaitsForStaff() {
        var lost = Doors.arrived(null, null, Doors.party(1));
        checkIns.take(centre, "entren", List.of(lost));
        clock.set("2027-02-24T10:00");
        erasure.run();

        assertThat(tallies.timeless(centre)).isEqualTo(1);
        checkIns.place(centre, List.of(lost.id()), LocalDateTime.parse("2026-11-24T10:30"), "Asta");
        clock.set("2027-02-25T10:00");
        erasure.run();
        assertThat(rows()).isZero();
        assertThat(Doors.sum(tallies.of(centre, TUESDAY, TUESDAY, Tallies.Axis.HOUR), Tallies.VISITS))
                .isEqualTo(1);
    }

    private void crowd() {
        List<DoorEvent> crowd = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            crowd.add(Doors.family(clock.instant().minusSeconds(i)));
        }
        assertThat(checkIns.take(centre, "entren", crowd))
                .extracting(Taken::result)
                .containsOnly(HELD);
    }

    private int rows() {
        Integer rows =
                jdbc.queryForObject("select count(*) from check_in where centre = ?", Integer.class, centre.value());
        return rows == null ? 0 : rows;
    }
}
