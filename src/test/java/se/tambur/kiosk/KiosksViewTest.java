package se.tambur.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.web.context.WebApplicationContext;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;

@DatabaseTest
@ViewPackages(packages = "se.tambur")
@WithMockUser(username = "Kim", roles = "STAFF")
class KiosksViewTest extends SpringBrowserlessTest {

    @Autowired
    private WebApplicationContext house;

    @Autowired
    private TestClock clock;

    @Autowired
    private Centres centres;

    @Autowired
    private Kiosks kiosks;

    @Autowired
    private ObjectProvider<CurrentCentre> currentCentre;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aHouseOnATuesdayAtTwelvePastTen() {
        clock.set("2026-11-24T10:12");
        centre = DoorTablet.centre(centres);
        currentCentre.getObject().choose(centre);
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));
    }

    private DoorTablet pair(String code) {
        DoorTablet tablet = new DoorTablet(house, clock);
        atTheDoor(() -> tablet.pair(code));
        return tablet;
    }

    /** On a thread of its own: what the tablet's chain does must not log the office out of this one. */
    private static <T> T atTheDoor(Supplier<T> deed) {
        return CompletableFuture.supplyAsync(deed).join();
    }

    @Test
    void staffPairATabletAndSeeItComeWithoutReloading() {
        navigate(KiosksView.class);
        assertThat(texts()).contains("Ingen surfplatta är ansluten än.");
        test($(TextField.class).single()).setValue("Entrén");
        press("Ny kod");
        String code = $(Span.class).withClassName("code").single().getText();
        assertThat(texts()).contains("Gäller till kl. 10.22.");

        DoorTablet tablet = pair(code);
        atTheDoor(() -> tablet.sync());
        roundTrip();

        assertThat(texts()).contains("Entrén", "Uppkopplad", "Surfplattan är ansluten.");
        assertThat(texts()).contains("hördes senast 10.12 · kö 0 · version 1.0.0");
        assertThat($(Span.class).withClassName("code").exists()).isFalse();
    }

    @Test
    void aTabletThatWasLetGoByMistakeComesBackByUndo() {
        DoorTablet tablet = pair(kiosks.newCode(centre, "Entrén", "Astrid").code());
        navigate(KiosksView.class);

        press("Koppla från");
        assertThat(kiosks.health(centre)).isEmpty();
        assertThat(atTheDoor(() -> tablet.state(null).getStatus())).isEqualTo(401);

        press("Ångra");
        assertThat(kiosks.health(centre)).hasSize(1);
        assertThat(atTheDoor(() -> tablet.state(null).getStatus())).isEqualTo(200);
    }

    @Test
    void aTabletGetsAnotherName() {
        pair(kiosks.newCode(centre, "Entren", "Astrid").code());
        navigate(KiosksView.class);

        press("Byt namn");
        test($(TextField.class).withValue("Entren").single()).setValue("Entrén");
        press("Spara");

        assertThat(texts()).contains("Entrén").doesNotContain("Entren");
    }

    @Test
    void theDigitsOfTheStaffCornerStandThere() {
        navigate(KiosksView.class);

        assertThat(texts()).contains(kiosks.pin(centre));
    }

    @Test
    void theCornerGetsOtherDigitsAndTabletsGoByThemAtOnce() {
        DoorTablet tablet = pair(kiosks.newCode(centre, "Entrén", "Astrid").code());
        String before = kiosks.pin(centre);
        String locked = atTheDoor(() -> tablet.state().get("pin").get("hash").stringValue());
        navigate(KiosksView.class);

        press("Ny kod till hörnet");

        String after = kiosks.pin(centre);
        assertThat(after).isNotEqualTo(before).matches("[0-9]{4}");
        assertThat(texts()).contains(after).doesNotContain(before);
        assertThat(atTheDoor(() -> tablet.state().get("pin").get("hash").stringValue()))
                .isNotEqualTo(locked);

        press("Ångra");
        assertThat(kiosks.pin(centre)).isEqualTo(before);
    }

    @Test
    void aTabletIsToldOnceToReload() {
        DoorTablet tablet = pair(kiosks.newCode(centre, "Entrén", "Astrid").code());
        navigate(KiosksView.class);

        press("Ladda om");

        assertThat(atTheDoor(() -> tablet.sync().get("command").stringValue())).isEqualTo("reload");
        assertThat(atTheDoor(() -> tablet.sync().get("command").isNull())).isTrue();
    }

    @Test
    void withoutAMailServerNobodyIsAskedForAnAddressInVain() {
        navigate(KiosksView.class);

        assertThat($(EmailField.class).exists()).isFalse();
        assertThat(texts())
                .contains("Mejl kan inte skickas: Tambur har ingen e-postserver. Den som driver Tambur kan ange en.");
    }

    private void press(String label) {
        test($(Button.class).withText(label).single()).click();
    }

    private List<String> texts() {
        return Stream.concat(
                        $(Span.class).all().stream().map(Span::getText),
                        $(Paragraph.class).all().stream().map(Paragraph::getText))
                .toList();
    }
}
