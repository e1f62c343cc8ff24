package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
                assertThat(page.evaluate("() => document.scrollingElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(320);
                page.setViewportSize(640, 640);
                page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }");
                assertThat(page.evaluate("() => document.scrollingElement.scrollWidth"))
                        .as(path + " at 200 %")
                        .isEqualTo(640);
                page.setViewportSize(320, 640);
            }
        }
    }

    @Test
    void aPageIsTwoRequestsAndLeavesNothingOnThePhone() {
        try (Chromium phone = Chromium.phone("sv-SE")) {
            Page page = phone.context().pages().getFirst();
            for (String path : pages(page)) {
                List<String> asked = new ArrayList<>();
                page.onRequest(request -> asked.add(request.url()));
                page.navigate(house.address() + path);

                assertThat(asked).as(path).hasSizeBetween(1, 2);
                assertThat(phone.context().cookies()).isEmpty();
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
            Path picture = Files.createTempFile("tambur-code", ".png");
            page.screenshot(new Page.ScreenshotOptions().setPath(picture));

            Process zbar = new ProcessBuilder("zbarimg", "--quiet", "--raw", picture.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();

            assertThat(new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo("https://tambur.example.se/k/KOBI4T");
        }
    }

    private List<String> pages(Page page) {
        page.navigate(house.address() + "/c/lekladan");
        List<String> pages =
                new ArrayList<>(List.of("/c/lekladan", "/om", "/c/lekladan/om", "/om/tillganglighet", "/k/AAAAAA"));
        page.locator(".cards a").all().forEach(card -> pages.add(card.getAttribute("href")));
        return pages;
    }
}
