package se.tambur.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedRestTest {

    private final SharedRest rest = SharedRest.of(bytes("\"words\":\"" + "Välkommen! ".repeat(5_000) + "\"}"));

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 300, 65_535})
    void anyReaderOfGzipGetsBeginningAndRest(int length) throws Exception {
        byte[] beginning = bytes("x".repeat(length));
        var out = new ByteArrayOutputStream();

        rest.writeGzip(beginning, out);

        assertThat(out.size()).isEqualTo(rest.gzipLength(beginning)).isLessThan(length + 2_000);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            assertThat(in.readAllBytes()).isEqualTo(whole(beginning));
        }
    }

    @Test
    void whoCannotUnpackGetsItPlain() throws Exception {
        var out = new ByteArrayOutputStream();

        rest.write(bytes("{\"tag\":1,"), out);

        assertThat(out.toByteArray()).isEqualTo(whole(bytes("{\"tag\":1,"))).hasSize(rest.length(bytes("{\"tag\":1,")));
    }

    @Test
    void aLongBeginningIsAMistake() {
        assertThatThrownBy(() -> rest.writeGzip(new byte[65_536], new ByteArrayOutputStream()))
                .hasMessageContaining("65536");
    }

    private byte[] whole(byte[] beginning) throws Exception {
        var all = new ByteArrayOutputStream();
        all.write(beginning);
        all.write(rest.plain());
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
