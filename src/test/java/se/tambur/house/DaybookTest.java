package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A day afterwards, on the office's PC and on a telephone. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DaybookTest {

    private House house;

    @BeforeAll
    void open() {
        house = House.fresh();
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void staffCorrectTheLatestMondayAndSeeWhyTheNumberChanged() {
        var flaws = new ArrayList<String>();
        LocalDate monday = LocalDate.now(ZoneId.of("Europe/Stockholm")).minusDays(1);
        while (monday.getDayOfWeek() != DayOfWeek.MONDAY) {
            monday = monday.minusDays(1);
        }
        try (Chromium chromium = Chromium.office("sv-SE")) {
            Page page = chromium.context().pages().getFirst();
            String link = new String(house.control("POST", "admin/reset").body(), StandardCharsets.UTF_8).strip();
            Office office = new Office(page).settleIn(house, house.address() + link);
            page.navigate(house.address() + "/office/day?date=" + monday);
            page.getByText("Inga besök.").waitFor();
            check(flaws, "empty", page);

            press(page, "Rätta 9.00–12.00");
            field(page, "Besök").fill("4");
            field(page, "1 år").fill("5");
            field(page, "Vuxna").fill("4");
            page.getByLabel("Orsak").click();
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Räknat för hand"))
                    .click();
            check(flaws, "correct", page);
            press(page, "Spara rättelsen");

            Locator log = page.locator(".log li");
            log.first().waitFor();
            assertThat(log.first().innerText())
                    .contains("Besök +4, 1 år +5, Vuxna +4 (Räknat för hand)")
                    .contains("Maja");
            assertThat(page.locator("[data-session='09:00'] tbody tr")
                            .innerText()
                            .replaceAll("\\s+", " "))
                    .contains("Öppen lek 4 0 5 0 0 0 4 0 5");
            check(flaws, "corrected", page);

            press(page, "Rätta 9.00–12.00");
            field(page, "1 år").fill("-6");
            page.getByLabel("Orsak").click();
            page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName("Lek eller dubbelt"))
                    .click();
            press(page, "Spara rättelsen");
            page.getByText("Så många finns inte: 1 år är 5.").waitFor();
            check(flaws, "refused", page);
            press(page, "Avbryt");

            log.getByRole(AriaRole.BUTTON).click();
            page.locator(".log .undone").waitFor();
            assertThat(log.count()).isEqualTo(2);
            page.getByText("Inga besök.").waitFor();

            page.setViewportSize(360, 740);
            check(flaws, "telephone", page);
            assertThat(page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            page.setViewportSize(1280, 800);
            office.language("en");
            page.getByText("Correction taken back").waitFor();
            check(flaws, "english", page);
        }
        assertThat(flaws).isEmpty();
    }

    /** Not the button that takes a correction back, which names them all. */
    private static Locator field(Page page, String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .last()
                .click();
    }

    private static void check(ArrayList<String> flaws, String screen, Page page) {
        Axe.flaws(page).forEach(flaw -> flaws.add(screen + ": " + flaw));
    }
}
