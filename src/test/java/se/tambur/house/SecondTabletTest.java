package se.tambur.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two tablets in one house, looked after from the office. */
@Tag("browser")
class SecondTabletTest {

    /** A tablet hands over every 2 s here, 15 s in a house. */
    private static final LocatorAssertions.HasTextOptions SOON =
            new LocatorAssertions.HasTextOptions().setTimeout(20_000);

    @Test
    void aTeacherPairsASecondKiosk() throws Exception {
        try (House house = House.fresh("--tambur.kiosk.timers.state-seconds=2");
                Chromium first = Chromium.tablet(Chromium.freshProfile(), 1280, 800);
                Chromium second = Chromium.tablet(Chromium.freshProfile(), 1080, 810);
                Chromium inTheOffice = Chromium.office("sv-SE")) {
            Page office = new Office(inTheOffice.context().pages().getFirst())
                    .settleIn(house)
                    .page();
            Door old = new Door(first.context().pages().getFirst()).open(house).pair(house.kioskCode());

            office.navigate(house.address() + "/office/kiosks");
            office.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true))
                    .fill("Ateljén");
            button(office, "Ny kod").click();
            String scanned = scan(office.locator(".qr"));
            assertThat(scanned).startsWith(house.address() + "/kiosk#");

            Door fresh = new Door(second.context().pages().getFirst());
            fresh.page().navigate(scanned);
            fresh.age("1y").waitFor();
            assertThat(office.locator("#new-tablet")).containsText("Surfplattan är ansluten.");
            Locator line = office.locator(".lines > li").filter(new Locator.FilterOptions().setHasText("Ateljén"));
            assertThat(line)
                    .containsText("skärm 1080 × 810", new LocatorAssertions.ContainsTextOptions().setTimeout(20_000));
            assertThat(line).containsText("Uppkopplad");

            button(office, "Visa vilken som är Ateljén").click();
            assertThat(fresh.page().locator("kiosk-notice h1")).hasText("Ateljén", SOON);
            assertThat(old.go("done")).isVisible();

            old.tap("1y").done();
            fresh.go("done").waitFor();
            fresh.tap("2y").done().next();

            fresh.page().evaluate("() => { window.before = true; }");
            button(office, "Ladda om Ateljén").click();
            fresh.page().waitForFunction("() => !window.before");
            fresh.age("1y").waitFor();

            button(office, "Pausa Ateljén").click();
            assertThat(fresh.page().locator("kiosk-notice h1")).hasText("Paus", SOON);
            assertThat(old.age("1y")).isVisible();

            office.navigate(house.address() + "/office");
            assertThat(office.locator("[data-children-today]")).hasText("2", SOON);
        }
    }

    @Test
    void whatAFamilyIsTappingOutlivesTheWishToReload() {
        try (House house = House.fresh("--tambur.kiosk.timers.state-seconds=2");
                Chromium tablet = Chromium.tablet(Chromium.freshProfile(), 1280, 800);
                Chromium inTheOffice = Chromium.office("sv-SE")) {
            Page office = new Office(inTheOffice.context().pages().getFirst())
                    .settleIn(house)
                    .page();
            Door door =
                    new Door(tablet.context().pages().getFirst()).open(house).pair(house.kioskCode());
            office.navigate(house.address() + "/office/kiosks");
            door.tap("1y").tap("2y");
            door.page().evaluate("() => { window.before = true; }");

            button(office, "Ladda om Surfplatta 1").click();
            door.page().waitForTimeout(5_000);
            assertThat(door.page().evaluate("() => window.before")).isEqualTo(true);

            door.done();
            door.go("next").tap();
            door.page().waitForFunction("() => !window.before");
            office.navigate(house.address() + "/office");
            assertThat(office.locator("[data-children-today]")).hasText("2", SOON);
        }
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** As a camera would. */
    private static String scan(Locator square) throws IOException, com.google.zxing.ReaderException {
        var picture = ImageIO.read(new ByteArrayInputStream(square.screenshot()));
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        var source = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }
}
