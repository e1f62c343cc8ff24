package se.tambur.house;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The office's screens, used as staff use them. */
final class Office {

    static final String NAME = "Maja";
    static final String PASSWORD = "hallen luktar kaffe";

    private final Page page;

    Office(Page page) {
        this.page = page;
    }

    /** Makes the first account by the one-time link and logs in; stands on I dag afterwards. */
    Office settleIn(House house) {
        return settleIn(house, house.setup().orElseThrow());
    }

    Office settleIn(House house, String link) {
        page.navigate(link);
        page.getByLabel("Användarnamn", new Page.GetByLabelOptions().setExact(true))
                .fill(NAME);
        page.getByLabel("Lösenord", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByLabel("Lösenordet en gång till").fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Gör kontot"))
                .click();
        return logIn(house);
    }

    Office logIn(House house) {
        page.navigate(house.address() + "/office");
        page.getByLabel("Användarnamn", new Page.GetByLabelOptions().setExact(true))
                .fill(NAME);
        page.getByLabel("Lösenord", new Page.GetByLabelOptions().setExact(true)).fill(PASSWORD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Logga in"))
                .click();
        page.waitForURL("**/office");
        return this;
    }

    /** Switches the office's language by the shell's own switch. */
    Office language(String code) {
        page.locator("[data-lang='" + code + "']").click();
        return this;
    }

    Page page() {
        return page;
    }
}
