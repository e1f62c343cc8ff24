package se.tambur.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.visit.Tallies;

@DatabaseTest
class AwakeTimesTest {

    @Autowired
    private WebApplicationContext house;

    @Autowired
    private TestClock clock;

    @Autowired
    private Centres centres;

    @Autowired
    private Kiosks kiosks;

    @Autowired
    private AwakeTimes awakeTimes;

    @Autowired
    private Tallies tallies;

    @Test
    void piecesThatTouchAreOne() {
        assertThat(AwakeTimes.joined(List.of(
                        span("09:30:00", "09:45:00"),
                        span("09:00:00", "09:15:00"),
                        span("09:15:05", "09:31:00"),
                        span("11:00:00", "11:05:00"))))
                .containsExactly(span("09:00:00", "09:45:00"), span("11:00:00", "11:05:00"));
    }

    @Test
    void aTabletThatStoodAwakeAllMorningAndSawNobodyMakesTheSessionEmpty() {
        clock.set("2026-11-23T09:00");
        CentreId centre = DoorTablet.centre(centres);
        DoorTablet tablet = new DoorTablet(house, clock);
        tablet.pair(kiosks.newCode(centre, null, "Astrid").code());
        // its clock is an hour slow
        clock.set("2026-11-23T12:05");
        tablet.clockWrongBy(-3_600_000);
        tablet.post(
                "/api/kiosk/v1/sync",
                tablet.envelope(List.of())
                        .replace("\"awake\": []", "\"awake\": [[\"2026-11-23T07:00:00Z\", \"2026-11-23T09:00:00Z\"]]"));
        awakeTimes.handOn();

        LocalDate monday = LocalDate.parse("2026-11-23");
        assertThat(tallies.sessions(centre, monday, monday))
                .extracting(Tallies.HeldSession::state)
                .containsExactly(Tallies.State.EMPTY);
    }

    private static Envelope.Span span(String from, String to) {
        return new Envelope.Span(Instant.parse("2026-11-24T" + from + "Z"), Instant.parse("2026-11-24T" + to + "Z"));
    }
}
