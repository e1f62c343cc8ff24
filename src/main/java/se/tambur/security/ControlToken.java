package se.tambur.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import se.tambur.shared.Settings;

/** The secret that lets scripts talk to this server: 256 random bits, new at each start, readable by its owner only. */
@Component
class ControlToken {

    private final byte[] token;

    ControlToken(Settings settings) {
        byte[] bits = new byte[32];
        new SecureRandom().nextBytes(bits);
        String words = HexFormat.of().formatHex(bits);
        token = words.getBytes(StandardCharsets.US_ASCII);
        try {
            write(settings.home(), words);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write control-token in " + settings.home(), e);
        }
    }

    private static void write(Path home, String words) throws IOException {
        Files.createDirectories(home);
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        Path fresh = posix
                ? Files.createTempFile(
                        home,
                        "control-token",
                        null,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createTempFile(home, "control-token", null);
        Files.writeString(fresh, words);
        // Moved into place, so that a script never reads half of it
        Files.move(
                fresh,
                home.resolve("control-token"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.ATOMIC_MOVE);
    }

    boolean is(String candidate) {
        return MessageDigest.isEqual(token, candidate.getBytes(StandardCharsets.UTF_8));
    }
}
