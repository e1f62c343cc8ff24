package se.tambur.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The configuration of this repository, for houses that are to differ from it. */
final class Config {

    private Config() {}

    /** One plan and nothing else, as the setting that a house is opened with. */
    static String of(String file, String plan) {
        try {
            Path config = Files.createTempDirectory("tambur-config");
            Path centres = Files.createDirectories(config.resolve("centres"));
            Files.writeString(centres.resolve(file), plan);
            return "--tambur.config=" + config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy with one course more, as the setting that a house is opened with. */
    static String with(String file, String course) {
        try {
            Path config = Files.createTempDirectory("tambur-config");
            try (Stream<Path> files = Files.walk(Path.of("kiosk-config"))) {
                for (Path each : files.filter(Files::isRegularFile).toList()) {
                    Path copy = config.resolve(Path.of("kiosk-config").relativize(each));
                    Files.createDirectories(copy.getParent());
                    Files.copy(each, copy);
                }
            }
            Files.writeString(config.resolve("courses").resolve(file), course);
            return "--tambur.config=" + config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
