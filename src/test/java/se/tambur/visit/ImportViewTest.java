package se.tambur.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;

@DatabaseTest
@ViewPackages(packages = "se.tambur")
@WithMockUser(
        username = "Maja",
        roles = {"STAFF", "MANAGER"})
class ImportViewTest extends SpringBrowserlessTest {

    private static final String HEADER = "arrived_at,activity,0-11m,1y,2y,3-5y,6y+,adults,expecting\n";

    @Autowired
    private Imports imports;

    @Autowired
    private Centres centres;

    @Autowired
    private TestClock clock;

    @Autowired
    private ObjectProvider<CurrentCentre> currentCentre;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aHouseOfItsOwn() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
        currentCentre.getObject().choose(centre);
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));
    }

    @Test
    void aFileIsTakenInAndCanBeTakenOutWhole() throws Exception {
        navigate(ImportView.class);

        hand("2025.csv", HEADER + "2025-01-13T09:22,oppen-lek,1,0,0,0,0,1,0\n2025-01-13T09:30,sang,0,2,0,0,0,1,1\n");

        soon("2 besök med 3 barn har lästs in, 2025-01-13 till 2025-01-13");
        assertThat(imports.runs(centre)).hasSize(1);
        assertThat(words()).contains("2025-01-13 – 2025-01-13");

        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals("Ta bort"))
                        .findFirst()
                        .orElseThrow())
                .click();
        test($(ConfirmDialog.class).single()).confirm();
        assertThat(imports.runs(centre)).isEmpty();
        assertThat(words()).contains("Ingen fil har lästs in.");
    }

    @Test
    void everyFlawIsNamedByItsLineAndNothingIsTakenIn() throws Exception {
        navigate(ImportView.class);

        hand(
                "fel.csv",
                HEADER
                        + "2025-01-13T09:22,oppen-lek,1,0,0,0,0,1,0\ni går,sang,0,2,0,0,0,1,1\n2025-01-13T09:30,dans,0,2,0,0,0,1,1\n");

        soon("fel.csv lästes inte in, inget har ändrats.");
        assertThat(words())
                .anyMatch(line -> line.startsWith("Rad 3: Tiden"))
                .anyMatch(line -> line.startsWith("Rad 4: Planen har ingen aktivitet"));
        assertThat(imports.runs(centre)).isEmpty();
    }

    @Test
    void aManagerMakesNoAccounts() {
        navigate(ImportView.class);
        assertThat($(SideNavItem.class).all().stream().map(SideNavItem::getLabel))
                .contains("I dag", "Läs in historik")
                .doesNotContain("Konton");

        UI.getCurrent().navigate("office/accounts");
        assertThat(getCurrentView().getClass().getSimpleName()).isNotEqualTo("AccountsView");
    }

    private void hand(String name, String csv) {
        test($(Upload.class).single()).upload(name, "text/csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    private void soon(String start) throws InterruptedException {
        for (int i = 0; i < 200 && words().stream().noneMatch(line -> line.contains(start)); i++) {
            Thread.sleep(50);
            roundTrip();
        }
        assertThat(words()).anyMatch(line -> line.contains(start));
    }

    private List<String> words() {
        return $(Component.class).all().stream()
                .map(component -> component.getElement().getText())
                .toList();
    }
}
