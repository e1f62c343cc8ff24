package se.tambur.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeTableBody;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.test.context.support.WithMockUser;
import se.tambur.DatabaseTest;
import se.tambur.centre.CurrentCentre;
import se.tambur.shared.Audited;

@DatabaseTest
@ViewPackages(packages = "se.tambur")
class AuditViewTest extends SpringBrowserlessTest {

    @Autowired
    private ApplicationEventPublisher house;

    @Autowired
    private ObjectProvider<CurrentCentre> current;

    @BeforeEach
    void speakSwedish() {
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));
    }

    @Test
    @WithMockUser(
            username = "Chefen",
            roles = {"STAFF", "MANAGER"})
    void aManagerReadsWhatWasDoneInTheOwnCentreAndNothingElse() {
        String here = UUID.randomUUID().toString();
        String there = UUID.randomUUID().toString();
        house.publishEvent(new Audited("Robin", current.getObject().id().value(), "kiosk.renamed", here));
        house.publishEvent(new Audited("Robin", "grannen", "kiosk.renamed", there));
        house.publishEvent(new Audited("Robin", "", "account.made", there));

        UI.getCurrent().navigate("office/audit");

        assertThat(rows()).contains("RobinDöpte om en surfplatta" + here).doesNotContain(there);
    }

    @Test
    @WithMockUser(
            username = "Chefen",
            roles = {"STAFF", "MANAGER"})
    void olderEntriesComeWhenTheyAreAskedFor() {
        String oldest = UUID.randomUUID().toString();
        house.publishEvent(new Audited("Robin", current.getObject().id().value(), "room.counted", oldest));
        for (int n = 0; n < 50; n++) {
            house.publishEvent(new Audited("Robin", current.getObject().id().value(), "room.counted", "3 + 2"));
        }
        UI.getCurrent().navigate("office/audit");
        assertThat(rows()).doesNotContain(oldest);

        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals("Visa äldre"))
                        .findFirst()
                        .orElseThrow())
                .click();

        assertThat(rows()).contains(oldest);
    }

    @Test
    @WithMockUser(username = "Robin", roles = "STAFF")
    void staffDoNotSeeTheLog() {
        UI.getCurrent().navigate("office/audit");

        assertThat($(AuditView.class).all()).isEmpty();
    }

    private String rows() {
        return $(NativeTableBody.class).single().getElement().getTextRecursively();
    }
}
