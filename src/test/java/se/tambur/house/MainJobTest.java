package se.tambur.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.time.YearMonth;
import java.time.ZoneId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The main job, end to end: check in at the door, see it live, download the month. */
@Tag("browser")
class MainJobTest {

    @Test
    void twoFamiliesComeOneTapsWrongAndTheManagerGetsTheMonth() throws Exception {
        try (House house = House.fresh();
                Chromium atTheDoor = Chromium.tablet(Chromium.freshProfile(), 1280, 800);
                Chromium inTheOffice = Chromium.office("sv-SE")) {
            Office office = new Office(inTheOffice.context().pages().getFirst()).settleIn(house);
            Page today = office.page();
            today.evaluate("() => { window.notReloaded = true; }");
            Door door =
                    new Door(atTheDoor.context().pages().getFirst()).open(house).pair(house.kioskCode());

            door.tap("0-11m").tap("2y").done().next();
            assertThat(today.locator("[data-children-today]")).hasText("2");
            assertThat(today.locator("[data-adults-today]")).hasText("1");

            door.tap("1y").done();
            assertThat(today.locator("[data-children-today]")).hasText("3");
            assertThat(today.locator("[data-adults-today]")).hasText("2");

            door.undo();
            assertThat(today.locator("[data-children-today]")).hasText("2");
            assertThat(today.locator("[data-adults-today]")).hasText("1");
            assertThat(today.evaluate("() => window.notReloaded")).isEqualTo(true);

            String text = pdf(house, office);
            assertThat(text)
                    .contains("Öppna förskolan Lekladan", "pågår")
                    .containsPattern("(?s)1\\s+besök|besök\\s+1")
                    .containsPattern("(?s)2\\s+barn|barn\\s+2");
        }
    }

    private static String pdf(House house, Office office) throws Exception {
        Page page = office.page();
        page.navigate(house.address() + "/office/reports?month=" + YearMonth.now(ZoneId.of("Europe/Stockholm")));
        Download download =
                page.waitForDownload(() -> page.locator("[data-pdf=sv]").click());
        assertThat(download.suggestedFilename()).startsWith("lekladan-").endsWith(".pdf");
        try (var document = Loader.loadPDF(Files.readAllBytes(download.path()))) {
            return new PDFTextStripper().getText(document);
        }
    }
}
