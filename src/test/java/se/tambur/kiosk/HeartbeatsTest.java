package se.tambur.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

@DatabaseTest
class HeartbeatsTest {

    @Autowired
    private WebApplicationContext house;

    @Autowired
    private TestClock clock;

    @Autowired
    private Centres centres;

    @Autowired
    private Kiosks kiosks;

    @Autowired
    private KioskWatch watch;

    @Autowired
    private Heartbeats heartbeats;

    @Autowired
    private JdbcClient jdbc;

    private CentreId centre = new CentreId("none");
    private int news;

    @BeforeEach
    void aMorningAtTheDoor() {
        clock.set("2026-11-24T10:12");
        centre = DoorTablet.centre(centres);
        watch.look(centre, () -> news++);
    }

    private DoorTablet paired() {
        DoorTablet tablet = new DoorTablet(house, clock);
        tablet.pair(kiosks.newCode(centre, null, "Astrid").code());
        news = 0;
        return tablet;
    }

    @Test
    void whoLooksIsToldOfWhatIsNewAndNotOfEveryBeat() {
        DoorTablet tablet = paired();
        tablet.sync();
        int first = news;
        for (int second = 15; second < 60; second += 15) {
            clock.set("2026-11-24T10:12:" + second);
            tablet.state();
            tablet.sync();
        }
        assertThat(first).isEqualTo(1);
        assertThat(news).isEqualTo(1);

        tablet.waiting(3).sync();
        assertThat(news).isEqualTo(2);
    }

    @Test
    void whoLooksIsToldWhenATabletFallsSilentAndWhenItIsBack() {
        DoorTablet tablet = paired();
        tablet.sync();
        clock.set("2026-11-24T10:13:29");
        heartbeats.lookForSilent();
        assertThat(news).isEqualTo(1);

        clock.set("2026-11-24T10:13:31");
        heartbeats.lookForSilent();
        heartbeats.lookForSilent();
        assertThat(news).isEqualTo(2);

        tablet.state();
        assertThat(news).isEqualTo(3);
    }

    @Test
    void aBeatIsWrittenWithTheMinute() {
        DoorTablet tablet = paired();
        tablet.waiting(5).sync();
        assertThat(queueInDatabase()).isZero();

        heartbeats.write();

        assertThat(queueInDatabase()).isEqualTo(5);
    }

    private int queueInDatabase() {
        return jdbc.sql("select queue from kiosk where centre = ?")
                .param(centre.value())
                .query(Integer.class)
                .single();
    }
}
