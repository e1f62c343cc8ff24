package se.tambur.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.signup.MailCatcher;

/** A Tuesday on which the house is open from ten. */
@DatabaseTest
@TestPropertySource(
        properties = {
            "tambur.mail.from=tambur@example.se",
            "tambur.public-url=https://tambur.example.se",
            "tambur.kiosk.missed-after=5m"
        })
class MissedTabletsTest {

    private static final MailCatcher MAIL = new MailCatcher();

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        MAIL.register(properties);
    }

    @AfterAll
    static void stop() {
        MAIL.close();
    }

    @Autowired
    private WebApplicationContext house;

    @Autowired
    private TestClock clock;

    @Autowired
    private Centres centres;

    @Autowired
    private Kiosks kiosks;

    @Autowired
    private MissedTablets missed;

    @Autowired
    private AlertLetters letters;

    private CentreId centre = new CentreId("none");
    private String address = "";

    @BeforeEach
    void aMorningAtTheDoor() {
        clock.set("2026-11-24T10:00");
        centre = DoorTablet.centre(centres);
        address = centre + "@example.se";
    }

    private DoorTablet paired(String name) {
        DoorTablet tablet = new DoorTablet(house, clock);
        tablet.pair(kiosks.newCode(centre, name, "Astrid").code());
        tablet.sync();
        return tablet;
    }

    private void at(String time) {
        clock.set("2026-11-24T" + time);
        missed.look(centre);
        letters.deliver();
    }

    private List<String> subjects() {
        return MAIL.to(address).stream().map(MailCatcher.Caught::subject).toList();
    }

    @Test
    void aTabletThatFallsSilentWhileTheHouseIsOpenIsToldOfOnceAndWhenItIsBack() {
        letters.sendTo(centre, address, "sv", "Astrid");
        DoorTablet entrance = paired("Entrén");
        DoorTablet hall = paired("Hallen");

        clock.set("2026-11-24T10:04:59");
        hall.sync();
        at("10:04:59");
        assertThat(MAIL.to(address)).isEmpty();

        at("10:05");
        clock.set("2026-11-24T10:07");
        hall.sync();
        at("10:08");
        at("10:09");
        assertThat(MAIL.to(address)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Entrén hörs inte (Öppna förskolan Lekladan)");
            assertThat(letter.language()).isEqualTo("sv");
            assertThat(letter.text())
                    .contains("har inte hörts av sedan kl. 10.00, fast det är öppet")
                    .contains("https://tambur.example.se/office/kiosks");
        });
        assertThat(kiosks.health(centre))
                .filteredOn(tablet -> tablet.missedSince() != null)
                .extracting(Kiosks.Health::name)
                .containsExactly("Entrén");

        clock.set("2026-11-24T10:11");
        entrance.sync();
        hall.sync();
        at("10:11");
        at("10:12");
        assertThat(subjects())
                .containsExactly(
                        "Entrén hörs inte (Öppna förskolan Lekladan)", "Entrén hörs igen (Öppna förskolan Lekladan)");
        assertThat(kiosks.health(centre)).allMatch(tablet -> tablet.missedSince() == null);

        clock.set("2026-11-24T10:13");
        hall.sync();
        at("10:16");
        at("10:17");
        assertThat(subjects()).hasSize(3).last().isEqualTo("Entrén hörs inte (Öppna förskolan Lekladan)");
    }

    @Test
    void theNightDoesNotCount() {
        letters.sendTo(centre, address, "sv", "Astrid");
        clock.set("2026-11-23T15:00");
        paired("Entrén");

        for (String night : List.of("2026-11-23T23:00", "2026-11-24T09:59", "2026-11-24T10:04")) {
            clock.set(night);
            missed.look(centre);
        }
        assertThat(kiosks.health(centre).getFirst().missedSince()).isNull();

        at("10:05");
        assertThat(MAIL.to(address)).hasSize(1);
    }

    @Test
    void aLetterThatTheMailServerDoesNotTakeComesLater() {
        letters.sendTo(centre, address, "en", "Astrid");
        paired("Entrén");
        MAIL.stop();
        at("10:06");
        MAIL.startAgain();
        at("10:08");
        assertThat(MAIL.to(address)).isEmpty();

        at("10:11");
        assertThat(MAIL.to(address)).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Entrén is not heard of (Öppna förskolan Lekladan)");
            assertThat(letter.text()).contains("since 10:00");
        });
    }

    @Test
    void whoHasSetNoAddressGetsNoLetterAndSeesItAllTheSame() {
        letters.sendTo(centre, address, "sv", "Astrid");
        letters.sendTo(centre, " ", "sv", "Astrid");
        paired("Entrén");
        at("10:06");

        assertThat(MAIL.to(address)).isEmpty();
        assertThat(kiosks.health(centre).getFirst().missedSince()).isNotNull();
    }

    @Test
    void aTabletThatWasLetGoIsNotMissed() {
        letters.sendTo(centre, address, "sv", "Astrid");
        paired("Entrén");
        String id = kiosks.health(centre).getFirst().id();
        kiosks.revoke(centre, id, "Astrid");
        at("10:06");

        assertThat(MAIL.to(address)).isEmpty();
    }
}
