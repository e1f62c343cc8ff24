package se.tambur.bench;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import se.tambur.house.Chromium;
import se.tambur.house.House;
import se.tambur.house.Office;

/** Office views of <i>I dag</i> that stand open side by side. */
final class Views implements AutoCloseable {

    private static final String CHILDREN = "[data-children-today]";

    /** Notes when each new number was painted. */
    private static final String WATCH = """
            () => {
              window.benchSeen = [];
              let last = null;
              new MutationObserver(() => {
                const number = parseInt(document.querySelector('[data-children-today]')?.textContent ?? '', 10);
                if (Number.isNaN(number) || number === last) return;
                last = number;
                requestAnimationFrame(() => window.benchSeen.push([performance.timeOrigin + performance.now(), number]));
              }).observe(document.body, {subtree: true, childList: true, characterData: true});
            }
            """;

    private final Chromium chromium = Chromium.office("sv-SE");
    private final List<Page> pages = new ArrayList<>();

    Views(House house, int number) {
        Page first = chromium.context().pages().getFirst();
        new Office(first).settleIn(house);
        pages.add(first);
        more(house, number - 1);
    }

    void more(House house, int number) {
        for (int i = 0; i < number; i++) {
            Page page = chromium.context().newPage();
            page.navigate(house.address() + "/office");
            page.locator(CHILDREN).waitFor();
            pages.add(page);
        }
    }

    void watch() {
        pages.forEach(page -> page.evaluate(WATCH));
    }

    /** The number of children on the first view. */
    int children() {
        pages.getFirst().locator(CHILDREN).waitFor();
        return Integer.parseInt(pages.getFirst().locator(CHILDREN).textContent().strip());
    }

    /** When each view first showed {@code number} children or more, in milliseconds since 1970; empty from a view that has not. */
    List<Double> seen(int number) {
        var seen = new ArrayList<Double>();
        for (Page page : pages) {
            for (Object each : (List<?>) page.evaluate("() => window.benchSeen")) {
                List<?> pair = (List<?>) each;
                if (((Number) pair.get(1)).intValue() >= number) {
                    seen.add(((Number) pair.getFirst()).doubleValue());
                    break;
                }
            }
        }
        return seen;
    }

    @Override
    public void close() {
        chromium.close();
    }
}
