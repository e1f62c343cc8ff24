package se.tambur.house;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The office's screens, used as staff use them. */
public final class Office {

    public static final String NAME = "Maja";
    public static final String PASSWORD = "hallen luktar kaffe";

    private final Page page;

    public Office(Page page) {
        this.page = page;
    }

    /** Makes the first account by the one-time link and logs in; stands on I dag afterwards. */
    public Office settleIn(House house) {
        return settleIn(house, house.setup().orElseThrow());
    }

    public Office settleIn(House house, String link) {
        page.navigate(link);
        page.getByLabel("Användarnamn", new Page.GetByLabelOptions().setExact(true))
                .fill(NAME);
        page.getByLabel("Lösenord", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByLabel("Lösenordet en gång till").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gör kontot"))
                .click();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Inte nu, gå till inloggningen"))
                .click();
        page.waitForURL("**/login**");
        return logIn(house);
    }

    public Office logIn(House house) {
        page.navigate(house.address() + "/office");
        page.getByLabel("Användarnamn", new Page.GetByLabelOptions().setExact(true))
                .fill(NAME);
        page.getByLabel("Lösenord", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga in"))
                .click();
        page.waitForURL("**/office**");
        return this;
    }

    /** Switches the office's language by the shell's own switch. */
    public Office language(String code) {
        page.evaluate("() => { window.before = true; }");
        page.locator("[data-lang='" + code + "']").click();
        page.waitForFunction(
                "code => !window.before && document.querySelector("
                        + "`[data-lang='${code}'][aria-pressed=true]`) !== null",
                code);
        return this;
    }

    public Page page() {
        return page;
    }
}
