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

/** A day becomes another than planned, and the door knows it in time. */
@Tag("browser")
class ChangedDayTest {

    /** Every day and all day, so that the real clock can be any. */
    private static final String PLAN = """
            centre: {id: lekladan, name: Lekladan, timezone: Europe/Stockholm, languages: [sv, en], capacity: 40}
            ages: [{id: 1y, picture: chick, name: {sv: 1 år}}]
            activities:
              - {id: oppen-lek, picture: teddy, name: {sv: Öppen lek}}
              - {id: sang, picture: notes, name: {sv: Sångstund}}
            week:
              monday: &day
                - {open: "00:00-23:59", activities: [oppen-lek, {id: sang, at: "00:00-23:59"}]}
              tuesday: *day
              wednesday: *day
              thursday: *day
              friday: *day
              saturday: *day
              sunday: *day
            """;

    @Test
    void aSongTimeCalledOffInTwoClicksIsGoneFromTheTabletWithin20Seconds() {
        try (House house = House.fresh();
                Chromium atTheDoor = Chromium.tablet(Chromium.freshProfile(), 1280, 800);
                Chromium inTheOffice = Chromium.office("sv-SE")) {
            assertThat(house.control("POST", "plan?centre=lekladan", plan()).statusCode())
                    .isEqualTo(200);
            Page today = new Office(inTheOffice.context().pages().getFirst())
                    .settleIn(house)
                    .page();
            Door door =
                    new Door(atTheDoor.context().pages().getFirst()).open(house).pair(house.newCode());
            assertThat(door.activity("sang")).isVisible();

            button(today, "Ändra dagen").click();
            button(today, "Ställ in Sångstund 0.00–23.59").click();

            assertThat(door.activity("sang")).isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(20_000));
            assertThat(door.activity("oppen-lek")).isVisible();
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static byte[] plan() {
        String day = PLAN.lines()
                .filter(line -> line.contains("- {open"))
                .findFirst()
                .orElseThrow();
        return PLAN.replace(" &day", "").replace(" *day", "\n" + day).getBytes(StandardCharsets.UTF_8);
    }
}
