package se.tambur.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.visit.CheckIns;
import se.tambur.visit.DoorEvent;
import se.tambur.visit.Doors;
import se.tambur.visit.Party;

@DatabaseTest
class PresenceTest {

    private final Presence presence;
    private final CheckIns checkIns;
    private final Centres centres;
    private final TestClock clock;
    private CentreId centre = new CentreId("none");

    @Autowired
    PresenceTest(Presence presence, CheckIns checkIns, Centres centres, TestClock clock) {
        this.presence = presence;
        this.checkIns = checkIns;
        this.centres = centres;
        this.clock = clock;
    }

    @BeforeEach
    void aTuesdayAtTwoInTheAfternoon() {
        clock.set("2026-11-24T14:00");
        centre = Doors.open(centres);
    }

    @Test
    void thoseWhoJustCameAreHere() {
        came("2026-11-24T13:59", 1, 2);
        came("2026-11-24T14:00", 2, 1);

        assertThat(now()).isEqualTo(new Presence.Estimate(6, 6, 6, 3, 80));
    }

    @Test
    void afterAUsualStayAboutFourInTenAreStillHereAndNobodyKnowsExactly() {
        for (int i = 0; i < 20; i++) {
            came("2026-11-24T13:00", 1, 1);
        }

        clock.set("2026-11-24T14:30");

        // the fourth-order Erlang at its mean: 0.4335
        assertThat(now().likely()).isEqualTo(17);
        assertThat(now().children()).isEqualTo(9);
        assertThat(now().low()).isEqualTo(10);
        assertThat(now().high()).isEqualTo(24);
    }

    @Test
    void nobodyIsHereHalfAnHourAfterClosing() {
        clock.set("2026-11-24T15:55");
        came("2026-11-24T15:55", 1, 1);
        clock.set("2026-11-24T16:29");
        assertThat(now().likely()).isEqualTo(2);

        clock.set("2026-11-24T16:30");

        assertThat(now()).isEqualTo(new Presence.Estimate(0, 0, 0, 0, 80));
    }

    @Test
    void theMorningsFamiliesAreGoneInTheAfternoon() {
        came("2026-11-24T11:55", 3, 3);

        assertThat(now().likely()).isZero();
    }

    @Test
    void aFamilyThatToldItLeftIsNotHere() {
        came("2026-11-24T13:50", 1, 2);
        came("2026-11-24T13:51", 1, 1);
        clock.set("2026-11-24T14:05");

        checkIns.take(centre, "entren", List.of(new DoorEvent.Left(UUID.randomUUID(), clock.instant(), 1, 2)));

        assertThat(now().likely()).isEqualTo(2);
        assertThat(now().children()).isEqualTo(1);
    }

    @Test
    void moreLeavingThanCameMakesNobodyNegative() {
        came("2026-11-24T13:50", 1, 1);

        checkIns.take(centre, "entren", List.of(new DoorEvent.Left(UUID.randomUUID(), clock.instant(), 5, 5)));

        assertThat(now()).isEqualTo(new Presence.Estimate(0, 0, 0, 0, 80));
    }

    @Test
    void aHeadCountIsTheTruthAndThenPeopleLeaveAsUsual() {
        came("2026-11-24T13:05", 1, 1);
        came("2026-11-24T13:10", 1, 1);

        checkIns.countRoom(centre, 9, 7, "Asta");

        assertThat(now()).isEqualTo(new Presence.Estimate(16, 16, 16, 9, 80));
        clock.set("2026-11-24T14:10");
        came("2026-11-24T14:10", 1, 0);
        assertThat(now().likely()).isBetween(14, 17);
        clock.set("2026-11-24T15:30");
        assertThat(now().likely()).isBetween(2, 6);
        clock.set("2026-11-24T16:30");
        assertThat(now().likely()).isZero();
    }

    @Test
    void aHeadCountWithoutAnyVisitDecaysByTheUsualStay() {
        checkIns.countRoom(centre, 10, 10, "Asta");
        clock.set("2026-11-24T15:30");

        assertThat(now().likely()).isEqualTo(9);
    }

    @Test
    void staffPutUpTheFullSignUntilTheSessionEnds() {
        assertThat(presence.full(centre, clock.instant())).isFalse();

        presence.setFull(centre, true, "Asta");

        assertThat(presence.full(centre, clock.instant())).isTrue();
        assertThat(presence.full(centre, at("2026-11-24T15:59"))).isTrue();
        assertThat(presence.full(centre, at("2026-11-24T16:00"))).isFalse();
        presence.setFull(centre, false, "Asta");
        assertThat(presence.full(centre, clock.instant())).isFalse();
    }

    @Test
    void theChanceOfStayingFallsFromOneWithTheUsualStayAsItsMean() {
        var stay = new Stay(Duration.ofMinutes(90), 4);

        assertThat(stay.stillOn(Duration.ZERO)).isEqualTo(1);
        double mean = 0;
        for (int minute = 0; minute < 2000; minute++) {
            mean += stay.stillOn(Duration.ofMinutes(minute).plusSeconds(30));
        }
        assertThat(mean).isBetween(89.9, 90.1);
    }

    @Test
    void theIntervalHoldsNineOfTenOfTheHousesThatCouldBe() {
        var crowd = new Crowd();
        Instant since = at("2026-11-24T13:00");
        for (int i = 0; i < 30; i++) {
            crowd.add(since, 1, i % 3, at -> 0.5);
        }

        Presence.Estimate estimate = crowd.at(since, 80);

        var random = new java.util.Random(7);
        int within = 0;
        for (int house = 0; house < 20_000; house++) {
            int persons = 0;
            for (int i = 0; i < 30; i++) {
                persons += random.nextBoolean() ? 1 + i % 3 : 0;
            }
            within += persons >= estimate.low() && persons <= estimate.high() ? 1 : 0;
        }
        assertThat(estimate.likely()).isEqualTo(30);
        assertThat(within / 20_000.0).isBetween(0.90, 0.95);
    }

    private void came(String local, int adults, int children) {
        checkIns.add(
                centre,
                LocalDateTime.parse(local),
                new ActivityId("oppen-lek"),
                new Party(adults, children == 0 ? Map.of() : Map.of(new AgeId("2y"), children), false),
                "Asta");
    }

    private Presence.Estimate now() {
        return presence.at(centre, clock.instant());
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Europe/Stockholm")).toInstant();
    }
}
