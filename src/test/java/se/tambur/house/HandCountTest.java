package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Staff in the park with a telephone in one hand, and a connection that comes and goes. */
@Tag("browser")
class HandCountTest {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private House house;
    private Chromium chromium;
    private Page page;

    @BeforeEach
    void outdoors() {
        house = House.fresh();
        chromium = Chromium.phone("sv-SE");
        page = chromium.context().pages().getFirst();
        page.setViewportSize(390, 844);
        String link = new String(house.control("POST", "admin/reset").body(), StandardCharsets.UTF_8).strip();
        new Office(page).settleIn(house, house.address() + link);
        open("");
    }

    @AfterEach
    void home() {
        chromium.close();
        house.close();
    }

    @Test
    void aGroupOfTwelveIsCountedInFourTapsAndStandsInTodayAndInTheMonth() {
        assertThat(Axe.flaws(page)).isEmpty();
        assertThat(page.evaluate("() => document.scrollingElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        for (Locator button : page.locator("hand-count button").all()) {
            assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(56);
            assertThat(button.boundingBox().width).isGreaterThanOrEqualTo(56);
        }

        more("1y", 5);
        more("2y", 5);
        more("2y", 1);
        more("3-5y", 1);
        assertThat(sum("children")).isEqualTo("12");
        more("adults", 5);
        more("adults", 5);
        press("undo");
        number("adults").fill("9");
        press("save");
        page.getByText("Sparat: 1 år +5, 2 år +6, 3–5 år +1, Vuxna +9.").waitFor();
        assertThat(sum("children")).isEqualTo("0");
        page.getByText("Redan räknat: 12 barn, 9 vuxna.").waitFor();
        assertThat(Axe.flaws(page)).isEmpty();

        page.navigate(house.address() + "/office");
        page.locator("[data-children-today]").waitFor();
        assertThat(page.locator("[data-children-today]").innerText()).isEqualTo("12");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Dagen i siffror, och rättelser"))
                .tap();
        page.locator(".log li").first().waitFor();
        assertThat(page.locator(".log li").first().innerText())
                .contains("Räkning:", "1 år +5, 2 år +6, 3–5 år +1, Vuxna +9 (Räknat för hand)", "Maja");
        page.navigate(house.address() + "/office/reports?month=" + month());
        page.getByText("1 grupp räknad för hand ingår i siffrorna. Sammanlagt: besök 0, barn 12, vuxna 9")
                .waitFor();
        assertThat(counted("children")).isEqualTo(12);
        assertThat(counted("visits")).isZero();
    }

    @Test
    void whatIsTappedWithoutANetworkIsKeptAndSavedOnceItIsBack() {
        BrowserContext outside = chromium.context();
        more("1y", 1);
        outside.setOffline(true);
        more("1y", 5);
        more("adults", 1);
        press("save");
        press("save");
        page.getByText("Ingen kontakt just nu.").waitFor();
        assertThat(sum("children")).isEqualTo("6");

        outside.setOffline(false);
        page.getByText("Redan räknat: 6 barn, 1 vuxen.").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        page.waitForCondition(() -> sum("children").equals("0"));
        assertThat(counted("children")).isEqualTo(6);
        assertThat(byHand()).isEqualTo(1);
    }

    @Test
    void aSaveWhoseAnswerIsLostCountsOnceAlsoAfterAReload() {
        more("1y", 5);
        AtomicInteger lost = new AtomicInteger();
        page.route("**/*v-r=uidl*", route -> {
            if (lost.getAndIncrement() < 1) {
                route.fetch();
            }
            route.abort();
        });
        press("save");
        page.waitForCondition(() -> lost.get() > 0 && counted("children") == 5);
        page.unroute("**/*v-r=uidl*");
        page.reload();
        page.locator("hand-count").waitFor();
        page.waitForCondition(() -> sum("children").equals("5"));
        more("2y", 1);
        press("save");

        page.getByText("Det här var redan sparat: 1 år +5. Det du har tryckt sedan dess står kvar.")
                .waitFor();
        page.waitForCondition(() -> sum("children").equals("1"));
        press("save");
        page.getByText("Redan räknat: 6 barn, 0 vuxna.").waitFor();
        assertThat(counted("children")).isEqualTo(6);
    }

    @Test
    void aReloadAndAnotherDayTakeNothingAwayAndTheUndoStillKnowsTheLastTap() {
        more("1y", 5);
        more("2y", 1);
        page.reload();
        page.waitForCondition(() -> sum("children").equals("6"));
        press("undo");
        assertThat(sum("children")).isEqualTo("5");

        open("?date=" + LocalDate.now(STOCKHOLM).minusDays(7));
        assertThat(sum("children")).isEqualTo("0");
        page.getByText("Räknat på den här enheten men inte sparat").waitFor();
        assertThat(Axe.flaws(page)).isEmpty();
        page.locator(".waiting a").tap();
        page.waitForCondition(() -> sum("children").equals("5"));
    }

    @Test
    void thePaperOfTheDayIsDownloadedFromThePage() {
        List.of("Papperslista för dagen (PDF)", "Tom papperslista (PDF)").forEach(name -> {
            var download =
                    page.waitForDownload(() -> page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name))
                            .tap());
            assertThat(download.suggestedFilename()).startsWith("rakna").endsWith(".pdf");
            assertThat(download.path()).isNotEmptyFile();
        });
    }

    private void open(String query) {
        page.navigate(house.address() + "/office/count" + query);
        page.locator("hand-count").waitFor();
    }

    private void more(String kind, int number) {
        page.locator("hand-count [data-kind='" + kind + "'] [data-more='" + number + "']")
                .tap();
    }

    private Locator number(String kind) {
        return page.locator("hand-count [data-kind='" + kind + "'] input");
    }

    private void press(String go) {
        page.locator("hand-count [data-go='" + go + "']").tap();
    }

    private String sum(String of) {
        return page.locator("hand-count [data-sum='" + of + "']").innerText();
    }

    private static YearMonth month() {
        return YearMonth.now(STOCKHOLM);
    }

    private int counted(String what) {
        return report().get(what).asInt();
    }

    private int byHand() {
        return report().get("byHand").get("number").asInt();
    }

    private JsonNode report() {
        return new JsonMapper()
                .readTree(house.control("GET", "report?centre=lekladan&format=json&period=" + month())
                        .body());
    }
}
