package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A course's list on the office's PC and on a telephone in the room, with a course that meets today. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignUpListTest {

    private House house;

    @BeforeAll
    void open() {
        LocalDate first = LocalDate.now(ZoneId.of("Europe/Stockholm")).minusWeeks(1);
        house = House.fresh(
                Config.with("babycafe.yaml", """
                course:
                  id: babycafe
                  centre: lekladan
                  name: {sv: Babycafé, en: Baby café}
                  picture: baby
                  ages: [0-11m]
                  host: preschool
                  place: Stora rummet
                  meetings: {first: %s, time: "13:00-14:00", every: week, count: 5}
                  seats: 3
                  sign-up: here
                """.formatted(first)),
                // nobody answers there: a letter is written, and waits
                "--spring.mail.host=127.0.0.1",
                "--spring.mail.port=9",
                "--tambur.mail.from=kurs@example.se");
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void staffKeepTheListOnThePcAndTickWhoIsThereOnTheTelephone() throws IOException {
        var flaws = new ArrayList<String>();
        try (Chromium chromium = Chromium.office("sv-SE")) {
            Page page = chromium.context().pages().getFirst();
            String link = new String(house.control("POST", "admin/reset").body(), StandardCharsets.UTF_8).strip();
            new Office(page).settleIn(house, house.address() + link);
            page.navigate(house.address() + "/office/courses/babycafe/sign-ups");
            page.getByText("Ingen har en plats än.").waitFor();
            check(flaws, "empty", page);

            add(page, "Amina Nur", "070-123 45 67", "");
            add(page, "Åsa Öberg", "070-123 45 68", "asa.oberg@example.se");
            add(page, "محمد عبد الله", "070-123 45 69", "m@example.se");
            add(page, "Familjen Bergström-Johansson", "070-123 45 70", "bergstrom.johansson@skola.example.se");
            add(page, "Cia", "070-123 45 71", "");
            press(page, "Flytta upp Cia i kön");
            page.locator(".line li").first().getByText("Cia").waitFor();
            assertThat(page.evaluate("() => document.activeElement.getAttribute('aria-label')"))
                    .isEqualTo("Flytta ner Cia i kön");
            tick(page, "Amina Nur").check();
            page.getByText("1 familj: 1 barn och 1 vuxen").first().waitFor();
            check(flaws, "list", page);

            Download paper =
                    page.waitForDownload(() -> page.getByText("Skriv ut listan").click());
            assertThat(new String(Files.readAllBytes(paper.path()), 0, 5, StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");

            press(page, "Ge plats åt Cia");
            page.getByText("Då blir det 4 familjer på 3 platser").waitFor();
            check(flaws, "extra", page);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Avbryt"))
                    .click();
            press(page, "Lägg till familj");
            page.getByLabel("Namn eller alias").waitFor();
            check(flaws, "add", page);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Avbryt"))
                    .click();
            press(page, "Skriv till alla");
            page.getByLabel("Meddelande").fill("Vi ses i Lilla rummet i stället.");
            check(flaws, "write", page);
            press(page, "Skicka");
            page.getByText("1 familj har bara telefon. Ring:").waitFor();
            check(flaws, "written", page);
            press(page, "Stäng");

            page.setViewportSize(390, 844);
            page.waitForTimeout(400);
            tick(page, "Åsa Öberg").check();
            page.getByText("2 familjer: 2 barn och 2 vuxna").first().waitFor();
            assertThat(page.evaluate("() => document.documentElement.scrollWidth"))
                    .isEqualTo(390);
            check(flaws, "telephone", page);

            page.navigate(house.address() + "/office/courses/ingen/sign-ups");
            page.getByText("Den här kursen finns inte här").waitFor();
            check(flaws, "missing", page);
        }
        assertThat(flaws).isEmpty();
    }

    private static void add(Page page, String name, String phone, String email) {
        press(page, "Lägg till familj");
        page.getByLabel("Namn eller alias").fill(name);
        page.getByLabel("Telefon").fill(phone);
        page.getByLabel("E-post").fill(email);
        page.getByLabel("Bebis").fill("1");
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Lägg till").setExact(true))
                .click();
        page.locator(".signups .who").getByText(name).waitFor();
    }

    private static void press(Page page, String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .first()
                .click();
    }

    private static Locator tick(Page page, String name) {
        return page.getByRole(
                AriaRole.CHECKBOX, new Page.GetByRoleOptions().setName(Pattern.compile("^" + name + " är här")));
    }

    private static void check(List<String> flaws, String screen, Page page) {
        Axe.flaws(page).forEach(flaw -> flaws.add(screen + ": " + flaw));
    }
}
