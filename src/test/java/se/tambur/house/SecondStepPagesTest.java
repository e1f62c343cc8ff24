package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A second step from the first click to the first log-in with it, in a real browser. */
@Tag("browser")
class SecondStepPagesTest {

    @Test
    void aTeacherTurnsOnTheSecondStepAndComesInWithTheCodeOfHerPhone() throws Exception {
        var flaws = new ArrayList<String>();
        try (House house = House.fresh("--tambur.demo=true");
                Chromium chromium = Chromium.office("sv-SE")) {
            Page page = chromium.context().pages().getFirst();
            var office = new Office(page).settleIn(house);
            page.locator(".foot .who").click();
            press(page, "Slå på andra steget");
            String secret = page.locator(".second-step .secret").textContent().replace(" ", "");
            check(flaws, "turning on", page);
            page.getByLabel("Kod från appen").fill(code(secret, 0));
            press(page, "Slå på");
            page.locator(".recovery li").first().waitFor();
            check(flaws, "recovery codes", page);
            String recovery = page.locator(".recovery li").first().textContent();
            press(page, "Jag har sparat dem");
            press(page, "Logga ut");
            page.waitForURL("**/login**");

            password(page);
            page.waitForURL("**/login/code");
            var field = page.locator("#code");
            assertThat(field.getAttribute("autocomplete")).isEqualTo("one-time-code");
            assertThat(field.getAttribute("inputmode")).isEqualTo("numeric");
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("code");
            check(flaws, "asking for the code", page);
            field.fill("000000");
            page.keyboard().press("Enter");
            page.locator(".said.wrong").waitFor();
            check(flaws, "a wrong code", page);
            page.locator("#code").fill(code(secret, 30));
            page.keyboard().press("Enter");
            page.waitForURL("**/office");
            page.locator("h1").first().waitFor();

            press(page, "Logga ut");
            page.waitForURL("**/login**");
            password(page);
            page.waitForURL("**/login/code");
            page.navigate(house.address() + "/office/accounts");
            page.waitForURL("**/login");
            password(page);
            page.waitForURL("**/login/code");
            page.locator("#code").fill(recovery);
            page.keyboard().press("Enter");
            page.waitForURL("**/office/**");
            assertThat(office.page().locator(".foot .who").textContent()).isEqualTo(Office.NAME);
        }
        assertThat(flaws).isEmpty();
    }

    private static void password(Page page) {
        page.getByLabel("Användarnamn", new Page.GetByLabelOptions().setExact(true))
                .fill(Office.NAME);
        page.getByLabel("Lösenord", new Page.GetByLabelOptions().setExact(true)).fill(Office.PASSWORD);
        press(page, "Logga in");
    }

    private static void press(Page page, String words) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }

    private static void check(List<String> flaws, String screen, Page page) {
        Axe.flaws(page).forEach(flaw -> flaws.add(screen + ": " + flaw));
    }

    private static String code(String secret, int seconds) throws Exception {
        BigInteger bits = BigInteger.ONE;
        for (char letter : secret.toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter)));
        }
        byte[] all = bits.toByteArray();
        return new TimeBasedOneTimePasswordGenerator()
                .generateOneTimePasswordString(
                        new SecretKeySpec(Arrays.copyOfRange(all, 1, all.length), "HmacSHA1"),
                        Instant.now().plusSeconds(seconds));
    }
}
