package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A page that was left open on another screen after its owner has logged out. */
@Tag("browser")
class LogOutTest {

    @Test
    void anOpenPageIsToldAndHearsNoMoreOfTheHouse() {
        try (House house = House.fresh("--tambur.demo=true");
                Chromium tablet = Chromium.tablet(Chromium.freshProfile(), 1280, 800);
                Chromium chromium = Chromium.office("sv-SE")) {
            Page mine = chromium.context().pages().getFirst();
            new Office(mine).settleIn(house);
            Page left = chromium.context().newPage();
            List<WebSocket> sockets = new ArrayList<>();
            left.onWebSocket(sockets::add);
            left.navigate(house.address() + "/office");
            left.locator("[data-children-today]").waitFor();
            Door door =
                    new Door(tablet.context().pages().getFirst()).open(house).pair(house.newCode());
            String before = left.locator("[data-children-today]").textContent();
            door.tap("2y").done().next();
            left.waitForFunction(
                    "before => document.querySelector('[data-children-today]').textContent !== before", before);
            assertThat(sockets).as("it is moved by push").isNotEmpty();

            mine.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga ut"))
                    .click();
            mine.waitForURL("**/login**");

            left.waitForFunction(
                    "() => location.pathname.startsWith('/login') || document.body.textContent.includes('Du har loggats ut')"
                            + " || document.querySelector('.v-system-error') !== null");
            List<String> heard = new ArrayList<>();
            sockets.forEach(socket -> socket.onFrameReceived(frame -> heard.add(frame.text())));
            door.tap("2y").done().next();
            left.waitForTimeout(1500);
            assertThat(heard).noneMatch(words -> words.contains("data-children-today") || words.contains("text"));
            assertThat(left.context().request().get(house.address() + "/office").url())
                    .contains("/login");
        }
    }
}
