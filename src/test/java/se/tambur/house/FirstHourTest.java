package se.tambur.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A house with nothing in it is led from the one-time link to a tablet that counts. */
@Tag("browser")
class FirstHourTest {

    private static final LocatorAssertions.ContainsTextOptions SOON =
            new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);

    @Test
    void fromTheOneTimeLinkToATabletThatCounts() throws Exception {
        try (House house = House.fresh(nothingButExamples(), "--tambur.kiosk.timers.state-seconds=2");
                Chromium tablet = Chromium.tablet(Chromium.freshProfile(), 1280, 800);
                Chromium inTheOffice = Chromium.office("sv-SE")) {
            Page office = new Office(inTheOffice.context().pages().getFirst())
                    .settleIn(house)
                    .page();
            assertThat(office.locator("h1")).hasText("Kom igång");
            assertThat(Axe.flaws(office)).isEmpty();

            button(office, "Skapa huset").click();
            assertThat(office.locator("main")).containsText("Skriv vad huset heter.");
            office.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true))
                    .pressSequentially("Öppna förskolan Ängen");
            assertThat(office.getByLabel("Kort namn")).hasValue("angen");
            office.getByLabel("Arabiska").check();
            office.getByLabel("tisdag 9.00–12.00, onsdag 9.00–12.00, torsdag 9.00–12.00, fredag 9.00–12.00")
                    .check();
            button(office, "Skapa huset").click();

            office.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true))
                    .fill("Entrén");
            button(office, "Ny kod").click();
            assertThat(Axe.flaws(office)).isEmpty();
            Door door = new Door(tablet.context().pages().getFirst())
                    .open(house)
                    .pair(office.locator(".code").textContent().strip());
            assertThat(office.locator("main")).containsText("Surfplattan är ansluten.", SOON);
            button(office, "Vidare").click();

            assertThat(office.locator("main")).containsText("Väntar på ett besök");
            door.tap("1y").done();
            assertThat(office.locator("main")).containsText("ett barn och en vuxen", SOON);
            assertThat(Axe.flaws(office)).isEmpty();
            button(office, "Ta bort provbesöket och gå vidare").click();

            assertThat(office.locator("main")).containsText("Öppna förskolan Ängen är på plats");
            assertThat(Axe.flaws(office)).isEmpty();
            office.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Till I dag"))
                    .click();
            assertThat(office.locator("[data-children-today]")).hasText("0");
            door.next();
            assertThat(door.page().locator("[data-lang=ar]")).isVisible();

            Page phone = inTheOffice.context().newPage();
            phone.navigate(house.address() + "/c/angen");
            assertThat(phone.locator("h1")).containsText("Ängen");
        }
    }

    @Test
    void anEmptyHouseSaysSoToEverybodyElse() throws Exception {
        try (House house = House.fresh(nothingButExamples());
                Chromium phone = Chromium.phone("sv-SE")) {
            Page page = phone.context().pages().getFirst();
            assertThat(page.navigate(house.address() + "/").status()).isLessThan(500);
            assertThat(page.navigate(house.address() + "/om").status()).isLessThan(500);
            assertThat(page.navigate(house.address() + "/kiosk").status()).isEqualTo(200);
        }
    }

    /** A configuration with no house in it. */
    private static String nothingButExamples() throws IOException {
        Path config = Files.createTempDirectory("tambur-empty");
        Path examples = Files.createDirectories(config.resolve("examples"));
        for (String example : new String[] {"tisdag-fredag.yaml", "manga-aldrar.yaml"}) {
            Files.copy(Path.of("kiosk-config", "examples", example), examples.resolve(example));
        }
        return "--tambur.config=" + config;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
