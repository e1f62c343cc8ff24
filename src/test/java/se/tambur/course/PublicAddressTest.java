package se.tambur.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import se.tambur.shared.Settings;

class PublicAddressTest {

    private static final MockEnvironment ENVIRONMENT =
            new MockEnvironment().withProperty("server.port", "0").withProperty("local.server.port", "8171");

    @Test
    void theAddressTheHouseWasGivenIsSaidWithoutASlashAtItsEnd() {
        assertThat(address("https://tambur.example.se/")).isEqualTo("https://tambur.example.se");
        assertThat(address("https://tambur.example.se")).isEqualTo("https://tambur.example.se");
    }

    @Test
    void withoutOneItIsThisMachinesPrivateAddressAndThePortTheServerReallyHas() throws Exception {
        URI address = URI.create(address(null));

        assertThat(address.getScheme()).isEqualTo("http");
        assertThat(address.getPort()).isEqualTo(8171);
        if (!address.getHost().equals("localhost")) {
            assertThat(InetAddress.getByName(address.getHost()).isSiteLocalAddress())
                    .isTrue();
        }
    }

    private static String address(@Nullable String set) {
        return new PublicAddress(new Settings(Path.of("data"), Path.of("kiosk-config"), set, false), ENVIRONMENT).url();
    }
}
