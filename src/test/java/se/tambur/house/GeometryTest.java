package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Everything that is tapped is large enough, far enough from its neighbours, and whole. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeometryTest {

    private static final double TILE = 200;
    private static final double ACTION = 120;
    private static final double SMALL = 72;
    private static final double GAP = 16;

    private House house;
    private Chromium chromium;
    private Door door;

    @BeforeAll
    void pair() {
        house = House.fresh();
        chromium = Chromium.tablet(Chromium.freshProfile(), 1280, 800);
        door = new Door(chromium.context().pages().getFirst()).open(house).pair(house.kioskCode());
    }

    @AfterAll
    void close() {
        chromium.close();
        house.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1280,800,sv", "1280,800,ar", "1280,800,so",
        "1080,810,sv", "1080,810,ar", "1080,810,so",
        "1920,1080,sv", "1920,1080,ar", "1920,1080,so",
        "800,1280,sv", "800,1280,ar", "800,1280,so",
    })
    void aThumbFindsEverythingOnTheCountingScreen(int width, int height, String language) {
        look(width, height, language);
        var flaws = new ArrayList<String>();
        measure(flaws, "[data-age]", TILE, TILE);
        measure(flaws, "[data-expecting]", TILE, TILE);
        measure(flaws, "[data-go=done], [data-go=courses], [data-go=goodbye]", ACTION, ACTION);
        measure(flaws, "[data-adults], [data-age-minus], [data-lang]", SMALL, SMALL);
        measure(flaws, "[data-activity]", SMALL, SMALL);
        gaps(flaws, "[data-age]", "[data-expecting]", "[data-go]", "[data-activity]", "[data-lang]");
        whole(flaws);
        assertThat(flaws).isEmpty();
    }

    /** As long as words of welcome may be, above the sign that says that it is full. */
    @ParameterizedTest
    @CsvSource({
        "1280,800,sv",
        "1280,800,ar",
        "1080,810,sv",
        "1080,810,ar",
        "1920,1080,sv",
        "800,1280,sv",
        "800,1280,ar",
        "1024,600,sv",
    })
    void wordsOfWelcomeTakeNoRoomFromTheTiles(int width, int height, String language) {
        String words = "Välkomna till oss allihop, stora och små, gamla som nya här!";
        String arabic = "أهلا وسهلا بكم جميعا كبارا وصغارا قدامى وجددا في بيتنا هذا!!";
        telling(state -> state.replaceFirst(
                        "\"centre\":\\{",
                        "\"centre\":{\"welcome\":{\"sv\":\"" + words + "\",\"ar\":\"" + arabic + "\"},")
                .replace("\"full\":false", "\"full\":true"));
        try {
            look(width, height, language);
            Locator welcome = door.page().locator("[data-welcome]");
            if (height > 600) {
                welcome.waitFor();
            }
            var flaws = new ArrayList<String>();
            measure(flaws, "[data-age]", height > 600 ? TILE : ACTION, height > 600 ? TILE : ACTION);
            measure(flaws, "[data-go=done]", ACTION, ACTION);
            gaps(flaws, "[data-age]", "[data-expecting]", "[data-go]", "[data-activity]", "[data-lang]");
            whole(flaws);
            assertThat(flaws).isEmpty();
            assertThat(welcome.count()).isEqualTo(height > 600 ? 1 : 0);
        } finally {
            door.page().unroute("**/api/kiosk/v1/state");
        }
    }

    @ParameterizedTest
    @CsvSource({"1280,800,sv", "1080,810,ar", "1920,1080,sv", "800,1280,so"})
    void aThumbFindsEverythingOnTheThanksScreen(int width, int height, String language) {
        look(width, height, language);
        door.tap("1y").done();
        var flaws = new ArrayList<String>();
        measure(flaws, "[data-go=undo], [data-go=next]", ACTION, ACTION);
        gaps(flaws, "[data-go]");
        whole(flaws);
        door.next();
        assertThat(flaws).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"sv", "ar", "so"})
    void onASmallScreenTilesMayBeSmallerButNothingIsCut(String language) {
        look(1024, 600, language);
        var flaws = new ArrayList<String>();
        measure(flaws, "[data-age]", ACTION, ACTION);
        measure(flaws, "[data-go=done]", ACTION, ACTION);
        gaps(flaws, "[data-age]", "[data-go]");
        whole(flaws);
        assertThat(flaws).isEmpty();
    }

    /** The longest that can stand beside a course's code: that it is full and has a line to stand in. */
    @ParameterizedTest
    @CsvSource({
        "1280,800,sv",
        "1280,800,ar",
        "1080,810,en",
        "1080,810,fi",
        "1080,810,so",
        "1080,810,ar",
        "800,1280,ar",
        "1024,600,ar",
    })
    void aFullCourseIsWholeOnTheThanksAndTheCoursesScreen(int width, int height, String language) {
        telling(state -> state.replaceAll("\"drop\":\"[a-z-]+\"", "\"drop\":\"here\",\"seatsLeft\":0")
                .replace("\"queue\":false", "\"queue\":true"));
        try {
            look(width, height, language);
            door.page().waitForTimeout(1500);
            var flaws = new ArrayList<String>();
            door.go("courses").tap();
            door.go("home").waitFor();
            seen(flaws);
            whole(flaws);
            door.go("home").tap();
            door.age("0-11m").waitFor();
            door.tap("0-11m").done();
            seen(flaws);
            whole(flaws);
            door.next();
            assertThat(flaws).isEmpty();
        } finally {
            door.page().unroute("**/api/kiosk/v1/state");
        }
    }

    /** Lets the tablet hear something else than the server says. */
    private void telling(UnaryOperator<String> instead) {
        door.page().route("**/api/kiosk/v1/state", route -> {
            APIResponse answer = route.fetch(new Route.FetchOptions()
                    .setHeaders(withoutTag(route.request().headers())));
            String told = answer.status() == 200 ? instead.apply(answer.text()) : "";
            route.fulfill(new Route.FulfillOptions().setResponse(answer).setBody(told));
        });
    }

    /** Asks anew for all of it, whatever the tablet knows already. */
    private static Map<String, String> withoutTag(Map<String, String> headers) {
        var plain = new HashMap<>(headers);
        plain.remove("if-none-match");
        return plain;
    }

    /** The courses' own tiles hold all their words. */
    private void seen(List<String> flaws) {
        Locator courses = door.page().locator("kiosk-course");
        courses.first().waitFor();
        if (!Boolean.TRUE.equals(
                courses.first().evaluate("tile => tile.course.seatsLeft === 0 && tile.course.queue"))) {
            flaws.add("no course is full");
        }
        Object cut = courses.evaluateAll("""
                tiles => tiles.flatMap((tile) => {
                  const room = tile.getBoundingClientRect();
                  const left = [...tile.shadowRoot.querySelectorAll('h2, p, .left')];
                  return left
                    .map((e) => [e, e.getBoundingClientRect()])
                    .filter(([, box]) => box.bottom > room.bottom + 1 || box.top < room.top - 1 || box.right > room.right + 1 || box.left < room.left - 1)
                    .map(([e]) => `${e.textContent.trim()} sticks out of its tile`);
                })""");
        ((List<?>) cut).forEach(each -> flaws.add(String.valueOf(each)));
    }

    private void look(int width, int height, String language) {
        door.page().setViewportSize(width, height);
        door.open(house);
        door.age("1y").waitFor();
        door.language(language);
    }

    private void measure(List<String> flaws, String selector, double width, double height) {
        List<Locator> found = visible(selector);
        if (found.isEmpty()) {
            flaws.add("nothing is " + selector);
        }
        for (Locator each : found) {
            BoundingBox box = each.boundingBox();
            if (box.width < width - 0.5 || box.height < height - 0.5) {
                flaws.add("%s is %.0f x %.0f, not %.0f".formatted(name(each), box.width, box.height, height));
            }
        }
    }

    /** Touch targets of one kind, or of two kinds, neither overlap nor crowd each other. */
    private void gaps(List<String> flaws, String... selectors) {
        var all = new ArrayList<Locator>();
        for (String selector : selectors) {
            all.addAll(visible(selector));
        }
        for (int i = 0; i < all.size(); i++) {
            for (int j = i + 1; j < all.size(); j++) {
                BoundingBox a = all.get(i).boundingBox();
                BoundingBox b = all.get(j).boundingBox();
                double across = Math.max(a.x, b.x) - Math.min(a.x + a.width, b.x + b.width);
                double down = Math.max(a.y, b.y) - Math.min(a.y + a.height, b.y + b.height);
                if (Math.max(across, down) < GAP - 0.5) {
                    flaws.add("%s and %s are %.0f apart"
                            .formatted(name(all.get(i)), name(all.get(j)), Math.max(across, down)));
                }
            }
        }
    }

    /** Nothing scrolls, sticks out of the screen, or has words cut off. */
    private void whole(List<String> flaws) {
        Object cut = door.page().evaluate("""
                () => {
                  const found = [];
                  const root = document.scrollingElement;
                  if (root.scrollHeight > innerHeight + 1 || root.scrollWidth > innerWidth + 1)
                    found.push(`the page scrolls: ${root.scrollWidth} x ${root.scrollHeight}`);
                  const walk = (node) => {
                    for (const e of node.querySelectorAll('*')) {
                      if (e.shadowRoot) walk(e.shadowRoot);
                      const box = e.getBoundingClientRect();
                      if (!box.width || !box.height || getComputedStyle(e).visibility === 'hidden') continue;
                      const words = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
                      if (!words || e.closest('svg, [data-visually-hidden]')) continue;
                      const range = document.createRange();
                      range.selectNodeContents(e);
                      const text = range.getBoundingClientRect();
                      if (text.width <= 1) continue;
                      const name = `"${e.textContent.trim().slice(0, 40)}"`;
                      if (text.left < -1 || text.top < -1 || text.right > innerWidth + 1 || text.bottom > innerHeight + 1)
                        found.push(`${name} sticks out of the screen`);
                      const button = e.closest('button, a, [role=button]');
                      if (button) {
                        const b = button.getBoundingClientRect();
                        if (text.left < b.left - 1 || text.right > b.right + 1 || text.top < b.top - 1 || text.bottom > b.bottom + 1)
                          found.push(`${name} sticks out of its button`);
                      }
                      if (e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflow !== 'visible' && e.clientWidth)
                        found.push(`${name} is cut`);
                    }
                  };
                  walk(document);
                  return found;
                }""");
        ((List<?>) cut).forEach(each -> flaws.add(String.valueOf(each)));
    }

    private List<Locator> visible(String selector) {
        return door.page().locator(selector).all().stream()
                .filter(Locator::isVisible)
                .toList();
    }

    private static String name(Locator each) {
        Object attributes = each.evaluate("e => Object.fromEntries([...e.attributes]"
                + ".filter(a => a.name.startsWith('data-')).map(a => [a.name, a.value]))");
        return attributes instanceof Map<?, ?> map ? map.toString() : "?";
    }
}
