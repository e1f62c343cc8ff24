package se.tambur.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

    @Test
    void aTabletTellsOfItsScreenAndItsBattery() {
        DoorTablet tablet = paired();
        tablet.saying("""
                "display": {"width": 1280, "height": 800}, "battery": {"percent": 76, "charging": true}""").sync();
        assertThat(hardware()).isEqualTo(new Hardware(1280, 800, 76, true));

        heartbeats.write();
        heartbeats.forget(kiosks.health(centre).getFirst().id());

        assertThat(hardware()).isEqualTo(new Hardware(1280, 800, 76, true));
    }

    @Test
    void aTabletThatTellsNonsenseOfItselfStillHandsOver() {
        DoorTablet tablet = paired();
        for (String nonsense : List.of(
                "\"display\": 7, \"battery\": []",
                "\"display\": {\"width\": -1, \"height\": 800}, \"battery\": {\"percent\": 101}",
                "\"display\": {\"width\": \"1280\"}, \"battery\": {\"charging\": true}",
                "\"display\": null, \"battery\": {\"percent\": 7.5, \"charging\": 1}")) {
            assertThat(tablet.saying(nonsense).results(tablet.family())).containsExactly("stored");
            assertThat(hardware()).isEqualTo(Hardware.UNKNOWN);
        }
    }

    private Hardware hardware() {
        return kiosks.health(centre).getFirst().hardware();
    }

    private int queueInDatabase() {
        return jdbc.sql("select queue from kiosk where centre = ?")
                .param(centre.value())
                .query(Integer.class)
                .single();
    }
}
