package se.tambur.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.visit.CheckIns;
import se.tambur.visit.Doors;
import se.tambur.visit.Party;
import se.tambur.visit.VisitsChanged;

/** A house that lets the estimate put up its sign. */
@DatabaseTest
@RecordApplicationEvents
@TestPropertySource(properties = "tambur.presence.full-by-estimate=true")
class FullByEstimateTest {

    private final Presence presence;
    private final CheckIns checkIns;
    private final Centres centres;
    private final TestClock clock;

    @Autowired
    ApplicationEvents events;

    @Autowired
    FullByEstimateTest(Presence presence, CheckIns checkIns, Centres centres, TestClock clock) {
        this.presence = presence;
        this.checkIns = checkIns;
        this.centres = centres;
        this.clock = clock;
    }

    @Test
    void theSignGoesUpWhenTheRoomIsFullAndDownByItselfAndBothAreAnnounced() {
        clock.set("2026-11-24T13:30");
        CentreId centre = Doors.open(centres);
        presence.watchSigns();
        checkIns.countRoom(centre, 40, 39, "Asta");
        assertThat(presence.full(centre, clock.instant())).isFalse();

        checkIns.add(centre, LocalDateTime.parse("2026-11-24T13:30"), null, new Party(1, Map.of(), false), "Asta");
        checkIns.countRoom(centre, 40, 40, "Asta");
        assertThat(presence.full(centre, clock.instant())).isTrue();
        events.clear();
        presence.watchSigns();
        assertThat(announced(centre)).hasSize(1);

        clock.set("2026-11-24T15:30");
        assertThat(presence.full(centre, clock.instant())).isFalse();
        presence.watchSigns();
        assertThat(announced(centre)).hasSize(2);
        presence.watchSigns();
        assertThat(announced(centre)).hasSize(2);
    }

    private List<VisitsChanged> announced(CentreId centre) {
        return events.stream(VisitsChanged.class)
                .filter(event -> event.centre().equals(centre))
                .toList();
    }
}
