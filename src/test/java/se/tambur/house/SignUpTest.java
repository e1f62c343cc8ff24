package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A parent with a phone takes a place and gives it back. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignUpTest {

    private House house;

    private String course = "";

    @BeforeAll
    void open() {
        // a browser types faster than a parent
        house = House.fresh("--tambur.phone.fastest=0s");
        try (Chromium phone = Chromium.phone("sv-SE")) {
            Page page = phone.context().pages().getFirst();
            page.navigate(house.address() + "/c/lekladan");
            course = page.locator(".cards a").first().getAttribute("href");
        }
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void aParentGoesFromTheCourseToAPlaceAndBack() {
        try (Chromium phone = Chromium.phone("sv-SE")) {
            Page page = phone.context().pages().getFirst();
            List<String> asked = new ArrayList<>();
            page.onRequest(request -> asked.add(request.url()));
            page.navigate(house.address() + course);
            assertThat(page.locator(".badge").innerText()).matches("[1-8] av 8 kvar");

            page.getByText("Ta en plats").tap();
            page.waitForURL("**/plats");
            page.getByLabel("Namn").fill("Amina");
            page.waitForNavigation(() -> page.locator("button.big").tap());
            assertThat(page.locator(".flaws").innerText()).contains("Något behöver rättas");
            assertThat(page.evaluate("() => document.activeElement.className")).isEqualTo("flaws");
            assertThat(page.getByLabel("Namn").inputValue()).isEqualTo("Amina");

            page.getByLabel("E-post").fill("amina@example.se");
            page.waitForNavigation(() -> page.locator("button.big").tap());
            assertThat(page.url()).contains("/p/");
            assertThat(page.locator("h1").innerText()).isEqualTo("Du har en plats");

            page.getByText("Avanmäl dig").tap();
            page.waitForURL("**/avboka");
            page.waitForNavigation(() -> page.getByText("Ja, avanmäl mig").tap());
            assertThat(page.locator("h1").innerText()).isEqualTo("Du är inte längre anmäld");
            assertThat(phone.context().cookies()).isEmpty();
            assertThat(asked).allMatch(url -> url.startsWith(house.address()));
        }
    }

    @Test
    void theFormIsFilledInWithAKeyboardAlone() {
        try (Chromium phone = Chromium.phone("sv-SE")) {
            Page page = phone.context().pages().getFirst();
            page.navigate(house.address() + course + "/plats");
            page.locator("#name").focus();
            page.keyboard().type("Bo");
            page.keyboard().press("Tab");
            page.keyboard().press("Tab");
            page.keyboard().type("070-174 06 05");
            page.waitForNavigation(() -> page.keyboard().press("Enter"));

            assertThat(page.locator("main").innerText()).contains("Bo", "070-174 06 05");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv-SE", "en-GB", "fi-FI", "ar", "so-SO"})
    void everyPageIsWholeOnANarrowPhoneInTextOfTwiceTheSizeAndSpacedOut(String language) {
        try (Chromium phone = Chromium.phone(language)) {
            Page page = phone.context().pages().getFirst();
            String spoken = language.substring(0, 2);
            page.navigate(house.address() + course + "/plats");
            whole(page, "form");

            page.locator("#phone").fill("12");
            page.locator("#adults").selectOption("0");
            page.locator("select[name^=child]").first().selectOption("0");
            page.waitForNavigation(() -> page.locator("button.big").tap());
            assertThat(page.locator(".flaw").count()).isEqualTo(3);
            whole(page, "flaws");

            page.locator("#name").fill("Amina med ett ovanligt långtnamnutanmellanslag");
            page.locator("#phone").fill("");
            page.locator("#email").fill("ett.mycket.langt.namn.som.aldrig.tar.slut." + spoken + "@example.se");
            page.locator("#adults").selectOption("2");
            page.locator("#language").selectOption(spoken);
            page.locator("[type=checkbox]").check();
            page.waitForNavigation(() -> page.locator("button.big").tap());
            assertThat(page.url()).contains("/p/");
            assertThat(page.evaluate("() => document.documentElement.lang")).isEqualTo(spoken);
            String mine = page.url();
            whole(page, "my place");
            for (String deed : List.of("/andra", "/avboka", "/radera")) {
                page.navigate(mine + deed);
                whole(page, deed);
            }
            page.waitForNavigation(() -> page.locator("button.big").tap());
            whole(page, "erased");
        }
    }

    private static void whole(Page page, String what) {
        assertThat(Axe.flaws(page)).as(what).isEmpty();
        assertThat(Reflow.flaws(page)).as(what).isEmpty();
    }
}
