package se.tambur.house;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;

/** Makes the pictures of README.md from the running demo house; {@code scripts/pictures} runs it. */
final class ReadmePictures {

    private static final Path FOLDER = Path.of("src/docs/pictures");

    private ReadmePictures() {}

    public static void main(String[] args) throws Exception {
        Files.createDirectories(FOLDER);
        try (House house = House.fresh("--tambur.demo=true")) {
            tablet(house);
            office(house);
            phone(house);
        }
    }

    private static void tablet(House house) {
        try (Chromium chromium = Chromium.tablet(Chromium.freshProfile(), 1280, 800)) {
            Door door =
                    new Door(chromium.context().pages().getFirst()).open(house).pair(house.kioskCode());
            door.tap("0-11m").tap("2y");
            shoot(door.page(), "kiosk");
            door.done();
            shoot(door.page(), "thanks");
        }
    }

    private static void office(House house) throws Exception {
        try (Chromium chromium = Chromium.office("sv-SE")) {
            Page page = chromium.context().pages().getFirst();
            new Office(page).settleIn(house);
            page.locator("[data-children-today]").waitFor();
            shoot(page, "today");
        }
        YearMonth last = YearMonth.now(ZoneId.of("Europe/Stockholm")).minusMonths(1);
        Path pdf = Files.createTempFile("tambur", ".pdf");
        Files.write(
                pdf,
                house.control("GET", "report?centre=lekladan&format=pdf&lang=sv&period=" + last)
                        .body());
        Process drawn = new ProcessBuilder(List.of(
                        "pdftoppm",
                        "-png",
                        "-r",
                        "72",
                        "-singlefile",
                        pdf.toString(),
                        FOLDER.resolve("report").toString()))
                .inheritIO()
                .start();
        if (drawn.waitFor() != 0) {
            throw new IllegalStateException("The report could not be drawn");
        }
    }

    private static void phone(House house) {
        try (Chromium chromium = Chromium.phone("sv-SE")) {
            Page page = chromium.context().pages().getFirst();
            page.navigate(house.address() + "/c/lekladan");
            String course = page.getByText("Babymassage")
                    .first()
                    .locator("xpath=ancestor-or-self::a")
                    .getAttribute("href");
            page.navigate(house.address() + course.replaceFirst("https?://[^/]+", ""));
            shoot(page, "phone");
        }
    }

    private static void shoot(Page page, String name) {
        page.waitForTimeout(500);
        page.screenshot(new Page.ScreenshotOptions().setPath(FOLDER.resolve(name + ".png")));
    }
}
