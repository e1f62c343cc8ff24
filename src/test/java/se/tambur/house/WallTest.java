package se.tambur.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A screen on the wall of the staff room. */
@Tag("browser")
class WallTest {

    @Test
    void showsTheFamilyThatComesAndGoesDarkWhenItIsRemoved() {
        try (House house = ChangedPlanTest.open();
                Chromium atTheDoor = Chromium.tablet(Chromium.freshProfile(), 1280, 800);
                Chromium onTheWall = Chromium.tablet(Chromium.freshProfile(), 1920, 1080);
                Chromium inTheOffice = Chromium.office("sv-SE")) {
            Page office = inTheOffice.context().pages().getFirst();
            String link = new String(house.control("POST", "admin/reset").body(), StandardCharsets.UTF_8).strip();
            new Office(office).settleIn(house, house.address() + link);
            office.navigate(house.address() + "/office/walls");
            button(office, "Gör en kod").click();
            String code = office.locator(".code").innerText();
            Page wall = onTheWall.context().pages().getFirst();
            wall.navigate(house.address() + "/wall");
            assertThat(Axe.flaws(wall)).isEmpty();
            wall.getByLabel("Kod, åtta bokstäver").fill(code);
            button(wall, "Visa huset").click();
            assertThat(wall.locator("[data-children-today]")).hasText("0");
            assertThat(Axe.flaws(wall)).isEmpty();

            Door door =
                    new Door(atTheDoor.context().pages().getFirst()).open(house).pair(house.newCode());
            door.tap("1y").tap("1y").done();

            var soon = new LocatorAssertions.HasTextOptions().setTimeout(10_000);
            assertThat(wall.locator("[data-children-today]")).hasText("2", soon);
            assertThat(wall.locator("[data-adults-today]")).hasText("1", soon);
            assertThat(wall.evaluate("document.documentElement.scrollHeight <= innerHeight"))
                    .isEqualTo(true);

            office.reload();
            office.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ta bort Väggskärm"))
                    .click();

            assertThat(wall.getByLabel("Kod, åtta bokstäver"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(10_000));
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
