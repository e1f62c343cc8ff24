package se.tambur.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.test.context.support.WithMockUser;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.security.Invitations.Invitation;
import se.tambur.security.Invitations.Purpose;
import se.tambur.shared.Roles;

@DatabaseTest
@ViewPackages(packages = "se.tambur")
@WithMockUser(
        username = "Kim",
        authorities = {"ROLE_STAFF", "ROLE_MANAGER", "ROLE_ADMIN", "HELD_ADMIN@*"})
class OfficePagesTest extends SpringBrowserlessTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void speakSwedish() {
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));
    }

    @Test
    void anAdministratorRemovesAnAccountAndRegretsIt() {
        someone(Roles.ADMIN);
        Account gone = someone(Roles.STAFF);
        UI.getCurrent().navigate("office/accounts");

        press(line(gone), "Ta bort");
        assertThat(accounts.named(gone.name())).isEmpty();

        press("Ångra");
        assertThat(accounts.named(gone.name())).contains(gone);
        assertThat(deeds(gone)).containsExactly("account.made", "account.removed", "account.made");
    }

    @Test
    void anAdministratorInvitesSomeoneByALink() {
        UI.getCurrent().navigate("office/accounts");

        press("Gör länk");

        String path = $(TextField.class).all().getLast().getValue();
        assertThat(invitations.of(path.substring("/setup/".length())))
                .contains(new Invitation(Purpose.INVITE, Roles.STAFF, null));
    }

    private Component line(Account account) {
        return $(ListItem.class).all().stream()
                .filter(line -> line.getElement().getTextRecursively().contains(account.name()))
                .findFirst()
                .orElseThrow();
    }

    private void press(Component place, String words) {
        test($(Button.class, place).all().stream()
                        .filter(button -> button.getText().equals(words))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private void press(String words) {
        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals(words))
                        .reduce((first, second) -> second)
                        .orElseThrow())
                .click();
    }

    private List<String> deeds(Account account) {
        return jdbc.sql("select deed from audit where detail = ? order by id")
                .param(account.name() + " " + Account.inWords(account.held()))
                .query((row, number) -> row.getString("deed"))
                .list();
    }

    private Account someone(String role) {
        var account = new Account(
                UUID.randomUUID(),
                "Kim " + UUID.randomUUID().toString().substring(0, 13),
                Objects.requireNonNull(passwords.encode("fyra blå vantar")),
                List.of(Held.everywhere(role)),
                clock.instant());
        accounts.add(account, "test");
        return account;
    }
}
