package se.tambur.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.context.TestPropertySource;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.shared.Roles;

/** A house that asks everyone for a second step, and somebody who has none yet. */
@DatabaseTest
@TestPropertySource(properties = "tambur.security.second-step=required")
@ViewPackages(packages = "se.tambur")
@WithMockUser(username = "Nora", roles = Staff.NEWCOMER)
class RequiredStepTest extends SpringBrowserlessTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Staff staff;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void noraHasAnAccount() {
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));
        accounts.named("Nora").ifPresent(before -> accounts.remove(before.id(), "test"));
        accounts.add(
                new Account(UUID.randomUUID(), "Nora", "-", List.of(Held.everywhere(Roles.STAFF)), clock.instant()),
                "test");
    }

    @Test
    void aNewcomerHoldsNoOtherRole() {
        assertThat(staff.loadUserByUsername("Nora").getAuthorities())
                .extracting("authority")
                .containsExactly("ROLE_NEWCOMER");
    }

    @Test
    void aNewcomerComesToTheOwnAccountWhereverShePointsAndNowhereElse() {
        for (String page : List.of("office", "office/day", "office/accounts", "office/courses", "login")) {
            UI.getCurrent().navigate(page);
            assertThat($(MyAccountView.class).all()).as(page).hasSize(1);
        }
    }

    @Test
    void withTheSecondStepSheHoldsHerRole() {
        UI.getCurrent().navigate("office/me");
        press("Slå på andra steget");
        String secret = $(Span.class).withClassName("secret").single().getText().replace(" ", "");
        $(TextField.class).single().setValue(new Phone(secret, clock).code());
        press("Slå på");
        press("Jag har sparat dem");

        var nora = Objects.requireNonNull(SecurityContextHolder.getContext().getAuthentication());
        assertThat(nora.getAuthorities()).extracting("authority").containsExactly("HELD_STAFF@*", "ROLE_STAFF");
        assertThat($(Button.class).all())
                .as("nobody may do without")
                .noneMatch(button -> button.isVisible() && button.getText().equals("Stäng av andra steget"));
    }

    private void press(String words) {
        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals(words))
                        .findFirst()
                        .orElseThrow())
                .click();
    }
}
