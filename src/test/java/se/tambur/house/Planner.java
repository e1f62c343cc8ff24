package se.tambur.house;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The pages of the plan, used as staff use them: by what stands at the fields and buttons. */
final class Planner {

    static final String OWN_HOURS = "öppen med egna tider";

    private final Page page;

    Planner(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    Planner go(House house, String tab) {
        page.navigate(house.address() + "/office/plan/" + tab);
        page.locator("h1").first().waitFor();
        return this;
    }

    void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** And waits until it is a version. */
    void save(String name) {
        press(name);
        page.getByText("Sparat som version").first().waitFor();
    }

    void write(String label, String words) {
        Locator field = page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
        field.fill(words);
        field.press("Tab");
    }

    /** Something more to come for, in a row that opens by itself. */
    void newActivity(String name) {
        Locator names = page.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true));
        int before = names.count();
        press("Lägg till aktivitet");
        names.nth(before).fill(name);
        names.nth(before).press("Tab");
    }

    Locator weekday(String weekday) {
        return page.locator("[data-weekday='" + weekday + "']");
    }

    /** One more session with one activity that goes on all the time. */
    void session(String weekday, String opens, String closes, String activity) {
        Locator day = weekday(weekday);
        int before = day.locator(".session").count();
        day.getByText("Lägg till pass").click();
        Locator session = day.locator(".session").nth(before);
        session.waitFor();
        time(session, "Öppnar", opens);
        time(session, "Stänger", closes);
        choose(session.locator(".slot vaadin-select").first(), activity);
    }

    /** One more activity, with times of its own, in the last session. */
    void activity(Locator in, String activity, String from, String to) {
        Locator session = in.locator(".session").last();
        int before = session.locator(".slot").count();
        session.getByText("Lägg till aktivitet").click();
        Locator slot = session.locator(".slot").nth(before);
        slot.waitFor();
        choose(slot.locator("vaadin-select").first(), activity);
        time(slot, "Börjar", from);
        time(slot, "Slutar", to);
    }

    void time(Locator in, String label, String time) {
        Locator field = in.getByLabel(label, new Locator.GetByLabelOptions().setExact(true))
                .first();
        field.fill(time);
        field.press("Tab");
    }

    private void choose(Locator select, String option) {
        select.click();
        page.getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(option).setExact(true))
                .click();
    }

    Locator day(String date) {
        return page.locator("td[data-day='" + date + "']");
    }

    Locator dialog() {
        return page.getByRole(AriaRole.DIALOG);
    }

    /** Opens a day's dialog and chooses what it is to be. */
    void change(String date, String kind) {
        day(date).locator("button").click();
        page.getByLabel(kind, new Page.GetByLabelOptions().setExact(true)).check();
        if (kind.equals(OWN_HOURS)) {
            // what the week has is put in first
            dialog().locator(".slot").first().waitFor();
        }
    }
}
