package se.tambur.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The plan is changed in the office: the page shows the tablet as it will be, and the tablet by the door becomes so. */
@Tag("browser")
class ChangedPlanTest {

    /** Every day and all day, so that the real clock can be any. */
    private static final String PLAN = """
            centre: {id: lekladan, name: Lekladan, timezone: Europe/Stockholm, languages: [sv, en], capacity: 40}
            ages: [{id: 1y, picture: chick, name: {sv: 1 år}}]
            activities:
              - {id: oppen-lek, picture: teddy, name: {sv: Öppen lek}}
              - {id: sang, picture: notes, name: {sv: Sångstund}}
            week:
            """;

    private static final String DAY = """
              %s: [{open: "00:00-23:59", activities: [oppen-lek, {id: sang, at: "00:00-23:59"}]}]
            """;

    @Test
    void aNewNameStandsOnTheTabletBesideBeforeItIsSavedAndByTheDoorAfterwards() {
        try (House house = open();
                Chromium atTheDoor = Chromium.tablet(Chromium.freshProfile(), 1280, 800);
                Chromium inTheOffice = Chromium.office("sv-SE")) {
            Page office = office(house, inTheOffice);
            Door door =
                    new Door(atTheDoor.context().pages().getFirst()).open(house).pair(house.newCode());
            office.navigate(house.address() + "/office/plan/ages");
            Locator beside = office.locator("tambur-preview [data-age='1y']");
            assertThat(beside).containsText("1 år");

            office.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true))
                    .fill("Ettåringar");
            assertThat(beside).containsText("Ettåringar");
            assertThat(door.age("1y")).containsText("1 år");

            button(office, "Spara åldrarna").click();

            assertThat(door.age("1y"))
                    .containsText("Ettåringar", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        }
    }

    /** Thursday's in the issue; today's here, whatever day it is, so that the tablet shows it at once. */
    @Test
    void aNewTeacherMovesTheSongTimeAndSeesItBesideBeforeItStandsByTheDoor() {
        try (House house = open();
                Chromium atTheDoor = Chromium.tablet(Chromium.freshProfile(), 1280, 800);
                Chromium inTheOffice = Chromium.office("sv-SE")) {
            Page office = office(house, inTheOffice);
            Door door =
                    new Door(atTheDoor.context().pages().getFirst()).open(house).pair(house.newCode());
            assertThat(door.activity("sang")).containsText("0.00–23.59");
            office.navigate(house.address() + "/office/plan/week");
            Locator beside = office.locator("tambur-preview [data-activity='sang']");
            assertThat(beside).containsText("0.00–23.59");

            String today = LocalDate.now(ZoneId.of("Europe/Stockholm"))
                    .getDayOfWeek()
                    .name()
                    .toLowerCase(Locale.ROOT);
            Locator ends = office.locator("[data-weekday='" + today + "']")
                    .getByLabel("Slutar", new Locator.GetByLabelOptions().setExact(true))
                    .last();
            ends.fill("23:30");
            ends.press("Tab");
            assertThat(beside).containsText("0.00–23.30");
            assertThat(door.activity("sang")).containsText("0.00–23.59");

            button(office, "Spara veckan").click();

            assertThat(door.activity("sang"))
                    .containsText("0.00–23.30", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
        }
    }

    @Test
    void theTabletInTheOfficeIsTheSameAsTheOneByTheDoor() {
        try (House house = open();
                Chromium atTheDoor = Chromium.tablet(Chromium.freshProfile(), 1280, 800);
                Chromium inTheOffice = Chromium.office("sv-SE")) {
            Page office = office(house, inTheOffice);
            Door door =
                    new Door(atTheDoor.context().pages().getFirst()).open(house).pair(house.newCode());
            office.navigate(house.address() + "/office/plan/house");
            office.locator("tambur-preview [data-age='1y']").waitFor();

            double scale =
                    ((Number) office.locator("kiosk-preview").evaluate("e => e.clientWidth / 1280")).doubleValue();
            List<double[]> real = places(door.page().locator("kiosk-counting"), 1);
            List<double[]> small = places(office.locator("tambur-preview kiosk-counting"), scale);
            assertThat(small).hasSameSizeAs(real).hasSizeGreaterThan(8);
            for (int i = 0; i < real.size(); i++) {
                assertThat(small.get(i)).containsExactly(real.get(i), Offset.offset(2.5));
            }
        }
    }

    /** Where each button stands, from the corner of its screen and in the tablet's own pixels. */
    private static List<double[]> places(Locator screen, double scale) {
        Object found = screen.evaluate("""
                (screen, scale) => {
                  const corner = screen.getBoundingClientRect();
                  const all = [];
                  const walk = (root) => root.querySelectorAll('*').forEach((e) => {
                    if (e.localName === 'button') {
                      const box = e.getBoundingClientRect();
                      all.push([box.left - corner.left, box.top - corner.top, box.width, box.height].map((n) => n / scale));
                    }
                    if (e.shadowRoot) walk(e.shadowRoot);
                  });
                  walk(screen.shadowRoot);
                  return all;
                }""", scale);
        var places = new ArrayList<double[]>();
        ((List<?>) found)
                .forEach(each -> places.add(((List<?>) each)
                        .stream()
                                .mapToDouble(number -> ((Number) number).doubleValue())
                                .toArray()));
        return places;
    }

    @Test
    void theOfficeLoadsTheTabletOnlyWhereItIsShownAndTheTabletNothingOfTheOffice() {
        try (House house = open();
                Chromium atTheDoor = Chromium.tablet(Chromium.freshProfile(), 1280, 800);
                Chromium inTheOffice = Chromium.office("sv-SE")) {
            var loaded = new ArrayList<String>();
            Page office = inTheOffice.context().pages().getFirst();
            office.onRequest(request -> loaded.add(request.url()));
            office(house, inTheOffice);
            office.navigate(house.address() + "/office/handbook");
            office.locator("h1").waitFor();
            assertThat(loaded).noneMatch(url -> url.contains("kiosk-"));
            office.navigate(house.address() + "/office/plan/ages");
            office.locator("tambur-preview [data-age='1y']").waitFor();
            assertThat(loaded).anyMatch(url -> url.contains("kiosk-preview"));

            var byTheDoor = new ArrayList<String>();
            Page tablet = atTheDoor.context().pages().getFirst();
            tablet.onRequest(request -> byTheDoor.add(request.url()));
            new Door(tablet).open(house).pair(house.newCode());
            assertThat(byTheDoor).noneMatch(url -> url.contains("preview") || url.contains("office"));
        }
    }

    private static Page office(House house, Chromium chromium) {
        return new Office(chromium.context().pages().getFirst()).settleIn(house).page();
    }

    static House open() {
        House house = House.fresh();
        String week = List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday").stream()
                .map(DAY::formatted)
                .reduce("", String::concat);
        assertThat(house.control("POST", "plan?centre=lekladan", (PLAN + week).getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(200);
        return house;
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
