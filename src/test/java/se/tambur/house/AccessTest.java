package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is shut out: axe finds no flaw on any screen. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTest {

    private House house;

    @BeforeAll
    void open() {
        house = House.fresh("--tambur.demo=true");
    }

    @AfterAll
    void close() {
        house.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "ar"})
    void theTabletIsOpenToEveryone(String language) {
        var flaws = new ArrayList<String>();
        try (Chromium chromium = Chromium.tablet(Chromium.freshProfile(), 1280, 800)) {
            Door door = new Door(chromium.context().pages().getFirst()).open(house);
            door.go("pair").waitFor();
            check(flaws, "pairing", door.page());
            door.pair(house.newCode()).language(language);
            check(flaws, "counting", door.page());
            door.tap("0-11m").tap("2y");
            check(flaws, "counting two", door.page());
            door.done();
            check(flaws, "thanks", door.page());
            door.next().language(language);
            door.go("courses").tap();
            door.go("home").waitFor();
            check(flaws, "courses", door.page());
            door.go("home").tap();
            door.go("goodbye").tap();
            door.go("leaving").waitFor();
            check(flaws, "goodbye", door.page());
            door.go("leaving").tap();
            door.go("left").waitFor();
            check(flaws, "leaving", door.page());
        }
        assertThat(flaws).isEmpty();
    }

    @Test
    void theOfficeIsOpenToEveryone() {
        var flaws = new ArrayList<String>();
        try (Chromium chromium = Chromium.office("sv-SE")) {
            Page page = chromium.context().pages().getFirst();
            String link = new String(house.control("POST", "admin/reset").body(), StandardCharsets.UTF_8).strip();
            page.navigate(house.address() + link);
            page.getByLabel("Lösenordet en gång till").waitFor();
            check(flaws, "setup", page);
            Office office = new Office(page).settleIn(house, house.address() + link);
            for (String language : List.of("sv", "en")) {
                office.language(language);
                for (String view : List.of(
                        "",
                        "/courses",
                        "/courses?month=2027-01",
                        "/courses/new",
                        "/courses/babymassage-vt27",
                        "/reports?month=2026-03",
                        "/day?date=2026-03-03",
                        "/count?date=2026-03-03",
                        "/import",
                        "/kiosks",
                        "/walls",
                        "/start",
                        "/start?new",
                        "/plan",
                        "/plan/week",
                        "/plan/days",
                        "/plan/ages",
                        "/plan/activities",
                        "/plan/house",
                        "/handbook",
                        "/accounts",
                        "/me",
                        "/audit")) {
                    page.navigate(house.address() + "/office" + view);
                    page.locator("h1").first().waitFor();
                    check(flaws, "office" + view + " " + language, page);
                }
            }
        }
        assertThat(flaws).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en", "ar"})
    void thePhonePagesAreOpenToEveryone(String language) {
        var flaws = new ArrayList<String>();
        try (Chromium chromium = Chromium.phone("sv-SE")) {
            Page page = chromium.context().pages().getFirst();
            page.navigate(house.address() + "/c/lekladan?lang=" + language);
            check(flaws, "week", page);
            String course = page.locator("a[href*='/k/']").first().getAttribute("href");
            page.navigate(house.address() + course.replaceFirst("https?://[^/]+", ""));
            check(flaws, "course", page);
            page.navigate(house.address() + "/k/QQQQQQ?lang=" + language);
            check(flaws, "no such course", page);
            page.navigate(house.address() + "/om?lang=" + language);
            check(flaws, "about", page);
            page.navigate(house.address() + "/c/lekladan/om?lang=" + language);
            check(flaws, "what is stored", page);
            page.navigate(house.address() + "/om/tillganglighet?lang=" + language);
            check(flaws, "accessibility", page);
        }
        assertThat(flaws).isEmpty();
    }

    private static void check(List<String> flaws, String screen, Page page) {
        Axe.flaws(page).forEach(flaw -> flaws.add(screen + ": " + flaw));
    }
}
