package se.tambur.house;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The tablet's screen, used as a visitor uses it: by touch. */
public final class Door {

    private final Page page;

    public Door(Page page) {
        this.page = page;
    }

    /** Opens the tablet's page and waits for whatever it shows first. */
    public Door open(House house) {
        page.navigate(house.address() + "/kiosk");
        return this;
    }

    public Door pair(String code) {
        for (String letter : code.split("")) {
            page.locator("[data-key='" + letter + "']").tap();
        }
        go("pair").tap();
        age("1y").waitFor();
        return this;
    }

    public Locator age(String id) {
        return page.locator("[data-age='" + id + "']");
    }

    public Locator go(String where) {
        return page.locator("[data-go='" + where + "']");
    }

    public Locator activity(String id) {
        return page.locator("[data-activity='" + id + "']");
    }

    public Door tap(String age) {
        age(age).tap();
        // the repeat guard: the same tile again within 300 ms is one tap
        page.waitForTimeout(350);
        return this;
    }

    /** Klar, and waits for the thank-you. */
    public Door done() {
        go("done").tap();
        go("next").waitFor();
        return this;
    }

    public Door next() {
        go("next").tap();
        go("done").waitFor();
        page.waitForTimeout(350);
        return this;
    }

    public Door undo() {
        go("undo").tap();
        go("done").waitFor();
        return this;
    }

    public Door language(String code) {
        page.locator("[data-lang='" + code + "']").tap();
        return this;
    }

    public String heading() {
        return page.getByRole(AriaRole.HEADING).first().textContent().strip();
    }

    public Page page() {
        return page;
    }
}
