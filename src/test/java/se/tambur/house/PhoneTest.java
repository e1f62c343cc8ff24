package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.tambur.shared.QrCode;

/** The phone's pages on a phone. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhoneTest {

    private House house;

    @BeforeAll
    void open() {
        house = House.fresh();
    }

    @AfterAll
    void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv-SE", "en-GB", "fi-FI", "ar", "so-SO"})
    void everyPageIsWholeOnANarrowPhoneAndInTextOfTwiceTheSize(String language) {
        try (Chromium phone = Chromium.phone(language)) {
            Page page = phone.context().pages().getFirst();
            page.setViewportSize(320, 640);
            for (String path : pages(page)) {
                page.navigate(house.address() + path);
                assertThat(page.evaluate("() => document.documentElement.lang")).isEqualTo(language.substring(0, 2));
                assertThat(Axe.flaws(page)).as(path).isEmpty();
                assertThat(Reflow.flaws(page)).as(path).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv-SE", "en-GB", "ar"})
    void whoOpensTheListOfLanguagesSeesAllOfIt(String language) {
        try (Chromium phone = Chromium.phone(language)) {
            Page page = phone.context().pages().getFirst();
            page.setViewportSize(320, 640);
            page.navigate(house.address() + "/k/AAAAAA");
            page.locator("summary").tap();
            page.locator(".languages a").first().waitFor();

            assertThat(page.locator(".languages a").all()).hasSize(5).allSatisfy(each -> {
                var box = each.boundingBox();
                assertThat(box.x).isGreaterThanOrEqualTo(0);
                assertThat(box.x + box.width).isLessThanOrEqualTo(320);
                assertThat(box.height).isGreaterThanOrEqualTo(44);
            });
            assertThat(page.evaluate("() => document.scrollingElement.scrollWidth"))
                    .isEqualTo(320);
            assertThat(Axe.flaws(page)).isEmpty();
        }
    }

    @Test
    void aPageIsAtMostThirtyKilobytesInTwoRequestsWithoutScriptAndLeavesNothingOnThePhone() {
        for (String path : pages()) {
            try (Chromium phone = Chromium.phone("sv-SE")) {
                Page page = phone.context().pages().getFirst();
                List<Response> answers = new ArrayList<>();
                page.onResponse(answers::add);
                page.navigate(house.address() + path);
                page.waitForLoadState(LoadState.NETWORKIDLE);

                assertThat(answers).as(path).hasSize(2);
                assertThat(answers.stream()
                                .mapToInt(answer -> answer.body().length)
                                .sum())
                        .as(path)
                        .isLessThanOrEqualTo(30 * 1024);
                assertThat(page.locator("script").count()).as(path).isZero();
                assertThat(phone.context().cookies()).as(path).isEmpty();
                assertThat(page.evaluate("() => localStorage.length + sessionStorage.length"))
                        .as(path)
                        .isEqualTo(0);
            }
        }
    }

    @Test
    void aParentWhoReadsArabicChoosesItAndKeepsIt() {
        try (Chromium phone = Chromium.phone("sv-SE")) {
            Page page = phone.context().pages().getFirst();
            page.navigate(house.address() + "/");
            assertThat(page.url()).endsWith("/c/lekladan");

            page.locator("summary").tap();
            page.getByText("العربية").tap();
            page.waitForURL("**/c/lekladan?lang=ar");
            page.locator(".cards a").first().tap();
            page.waitForURL("**/k/*?lang=ar");

            assertThat(page.evaluate("() => document.documentElement.dir")).isEqualTo("rtl");
            assertThat(page.locator("h1").innerText()).isEqualTo("تدليك الأطفال الرضّع");
        }
    }

    @Test
    void aCodeDrawnByUsIsReadByAReaderThatIsNotOurs() throws Exception {
        try (Chromium phone = Chromium.phone("sv-SE")) {
            Page page = phone.context().pages().getFirst();
            page.setContent("<div style='width: 180px'>" + QrCode.svg("https://tambur.example.se/k/KOBI4T") + "</div>");

            assertThat(Zbar.scan(page)).containsExactly("https://tambur.example.se/k/KOBI4T");
        }
    }

    private List<String> pages() {
        try (Chromium phone = Chromium.phone("sv-SE")) {
            return pages(phone.context().pages().getFirst());
        }
    }

    private List<String> pages(Page page) {
        page.navigate(house.address() + "/c/lekladan");
        List<String> pages = new ArrayList<>(List.of("/c/lekladan", "/om", "/k/AAAAAA", "/c/nowhere", "/p/nowhere"));
        page.locator(".cards a").all().forEach(card -> pages.add(card.getAttribute("href")));
        return pages;
    }
}
