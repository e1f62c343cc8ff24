package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** QR codes on the tablet are read by a reader that is not the one that drew them. */
@Tag("browser")
class QrTest {

    @Test
    void aParentScansACourseOnTheTabletAndComesToItsPage() throws Exception {
        try (House house = House.fresh();
                Chromium chromium = Chromium.tablet(Chromium.freshProfile(), 1280, 800)) {
            Door door =
                    new Door(chromium.context().pages().getFirst()).open(house).pair(house.kioskCode());
            door.go("courses").tap();
            door.page().getByText("Babymassage").first().waitFor();

            List<String> addresses = Zbar.scan(door.page());

            assertThat(addresses).isNotEmpty().allMatch(each -> each.startsWith(house.address() + "/k/"));
            List<String> pages = addresses.stream().map(QrTest::get).toList();
            assertThat(pages).anyMatch(page -> page.contains("Babymassage"));
        }
    }

    @Test
    void theThankYouOffersACourseThatFitsTheBaby() throws Exception {
        try (House house = House.fresh();
                Chromium chromium = Chromium.tablet(Chromium.freshProfile(), 1280, 800)) {
            Door door =
                    new Door(chromium.context().pages().getFirst()).open(house).pair(house.kioskCode());
            door.tap("0-11m").done();

            List<String> addresses = Zbar.scan(door.page());

            assertThat(addresses).isNotEmpty();
            assertThat(addresses.stream().map(QrTest::get)).anyMatch(page -> page.contains("Babymassage"));
        }
    }

    private static String get(String address) {
        try (var client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
