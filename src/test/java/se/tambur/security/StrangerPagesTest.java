package se.tambur.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithAnonymousUser;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.security.Invitations.Invitation;
import se.tambur.security.Invitations.Purpose;
import se.tambur.shared.Roles;

@DatabaseTest
@ViewPackages(packages = "se.tambur")
@WithAnonymousUser
class StrangerPagesTest extends SpringBrowserlessTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private SecondSteps secondSteps;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void speakSwedish() {
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));
    }

    @Test
    void whoHasALinkMakesAnAccountAndTheLinkIsSpent() {
        String path = invitations.make(new Invitation(Purpose.INVITE, Roles.STAFF, null));
        String name = "Robin " + UUID.randomUUID().toString().substring(0, 8);
        UI.getCurrent().navigate(path.substring(1));

        $(TextField.class).single().setValue(name);
        List<? extends PasswordField> both = $(PasswordField.class).all();
        both.get(0).setValue("en lång promenad");
        both.get(1).setValue("en långpromenad");
        press("Gör kontot");
        assertThat(both.get(1).getErrorMessage()).isEqualTo("Lösenorden är inte lika.");

        both.get(1).setValue("en lång promenad");
        press("Gör kontot");
        assertThat(accounts.named(name)).isPresent();

        assertThat(invitations.of(path.substring("/setup/".length()))).isEmpty();
    }

    @Test
    void aSpentLinkSaysSoAndAsksForNothing() {
        UI.getCurrent().navigate("setup/never-was");

        assertThat($(PasswordField.class).all()).isEmpty();
        assertThat($(Component.class).all().stream()
                        .map(each -> each.getElement().getText()))
                .anyMatch(text -> text.startsWith("Länken gäller inte längre."));
    }

    @Test
    void aStrangerInsideTheOfficeIsLedToTheLogIn() {
        UI.getCurrent().navigate("office");
        assertThat($(LoginView.class).all()).hasSize(1);
    }

    private void press(String words) {
        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals(words))
                        .findFirst()
                        .orElseThrow())
                .click();
    }
}
