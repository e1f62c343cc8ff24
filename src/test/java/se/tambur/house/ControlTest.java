package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Only a script on this very machine may tell the house what to do. */
@Tag("browser")
class ControlTest {

    @Test
    void aScriptIsHeardButNobodyBehindAProxyWhateverAddressItClaims() throws Exception {
        try (House house = House.fresh()) {
            assertThat(ask(house, "X-Nothing", "-")).isEqualTo(200);
            assertThat(ask(house, "X-Forwarded-For", "127.0.0.1")).isEqualTo(403);
            assertThat(ask(house, "X-Forwarded-For", "127.0.0.1, 192.168.1.5")).isEqualTo(403);
            assertThat(ask(house, "X-Forwarded-For", "192.0.2.7")).isEqualTo(403);
            assertThat(ask(house, "Forwarded", "for=127.0.0.1")).isEqualTo(403);
            assertThat(ask(house, "X-Real-IP", "127.0.0.1")).isEqualTo(403);
        }
    }

    private static int ask(House house, String header, String value) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            String token =
                    Files.readString(house.home().resolve("control-token")).strip();
            return client.send(
                            HttpRequest.newBuilder(URI.create(house.address() + "/api/control/v1/admin/reset"))
                                    .header("Authorization", "Bearer " + token)
                                    .header(header, value)
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }
}
