package se.tambur.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static se.tambur.visit.Doors.at;
import static se.tambur.visit.Tallies.State.COUNTED;
import static se.tambur.visit.Tallies.State.EMPTY;
import static se.tambur.visit.Tallies.State.NOT_COUNTED;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

@DatabaseTest
class SessionStatesTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final LocalTime TEN = LocalTime.of(10, 0);

    private final SessionStates states;
    private final CheckIns checkIns;
    private final Tallies tallies;
    private final Centres centres;
    private final TestClock clock;
    private CentreId centre = new CentreId("none");

    @Autowired
    SessionStatesTest(SessionStates states, CheckIns checkIns, Tallies tallies, Centres centres, TestClock clock) {
        this.states = states;
        this.checkIns = checkIns;
        this.tallies = tallies;
        this.centres = centres;
        this.clock = clock;
    }

    @BeforeEach
    void aTuesdayEveningWithTwoSessionsBehind() {
        clock.set("2026-11-24T18:00");
        centre = Doors.open(centres);
    }

    @Test
    void aSessionThatNobodyWatchedIsNotCounted() {
        assertThat(states()).containsExactly(NOT_COUNTED, NOT_COUNTED);
    }

    @Test
    void aSessionSomebodyCameToIsCounted() {
        checkIns.take(centre, "entren", List.of(Doors.family(at("2026-11-24T09:45"))));

        assertThat(states()).containsExactly(COUNTED, NOT_COUNTED);
    }

    @Test
    void aTabletAwakeForHalfOfASessionMakesItEmpty() {
        states.awake(centre, "entren", at("2026-11-24T09:00"), at("2026-11-24T10:20"));
        states.awake(centre, "entren", at("2026-11-24T09:00"), at("2026-11-24T10:30"));
        states.awake(centre, "garden", at("2026-11-24T10:25"), at("2026-11-24T10:59"));
        assertThat(states()).containsExactly(NOT_COUNTED, NOT_COUNTED);

        states.awake(centre, "entren", at("2026-11-24T11:40"), at("2026-11-24T11:41"));
        assertThat(states()).containsExactly(EMPTY, NOT_COUNTED);
    }

    @Test
    void aTabletThatTellsDaysAfterwardsIsHeard() {
        clock.set("2026-11-27T08:00");
        states.awake(centre, "entren", at("2026-11-23T20:00"), at("2026-11-25T06:00"));

        assertThat(states()).containsExactly(EMPTY, EMPTY);
    }

    @Test
    void whatStaffSayWinsUntilTheyTakeItBack() {
        checkIns.take(centre, "entren", List.of(Doors.family(at("2026-11-24T10:15"))));

        states.say(centre, TUESDAY, TEN, NOT_COUNTED, "Asta");
        states.say(centre, TUESDAY, TEN, EMPTY, "Asta");
        assertThat(states()).containsExactly(EMPTY, NOT_COUNTED);

        states.say(centre, TUESDAY, TEN, null, "Asta");
        assertThat(states()).containsExactly(COUNTED, NOT_COUNTED);
    }

    @Test
    void aSessionStillGoingOnIsListedOnceSomebodyCame() {
        clock.set("2026-11-24T10:12");
        assertThat(states()).isEmpty();

        checkIns.take(centre, "entren", List.of(Doors.family(at("2026-11-24T10:11"))));
        assertThat(states()).containsExactly(COUNTED);
    }

    private List<Tallies.State> states() {
        return tallies.sessions(centre, TUESDAY, TUESDAY).stream()
                .map(Tallies.HeldSession::state)
                .toList();
    }
}
