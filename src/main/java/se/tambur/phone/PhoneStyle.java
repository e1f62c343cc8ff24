package se.tambur.phone;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** The one stylesheet of the phone's pages; its name carries its content, so that phones may keep it for ever. */
@Component
class PhoneStyle {

    private final String text;
    private final String name;

    PhoneStyle() {
        try (InputStream file = PhoneStyle.class.getResourceAsStream("/phone/phone.css")) {
            if (file == null) {
                throw new IllegalStateException("phone/phone.css is missing");
            }
            byte[] bytes = file.readAllBytes();
            text = new String(bytes, StandardCharsets.UTF_8);
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            name = "style-" + HexFormat.of().formatHex(hash, 0, 6) + ".css";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String text() {
        return text;
    }

    String name() {
        return name;
    }
}
