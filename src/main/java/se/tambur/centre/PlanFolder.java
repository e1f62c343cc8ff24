package se.tambur.centre;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import se.tambur.shared.Settings;

/** The plans that came with the installation: {@code centres/*.yaml} and {@code examples/*.yaml} in the configuration folder. */
@Component
class PlanFolder {

    private static final Logger log = LoggerFactory.getLogger(PlanFolder.class);

    private final Path centres;
    private final Path examples;

    PlanFolder(Settings settings) {
        this.centres = settings.config().resolve("centres");
        this.examples = settings.config().resolve("examples");
    }

    /** The houses to take in, in order of their files' names; none when there is no such folder. */
    List<Path> files() {
        return in(centres);
    }

    /** Plans to begin from, in order of their files' names. */
    List<Path> examples() {
        return in(examples);
    }

    private static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            log.warn("No plans there: there is no folder {}", folder.toAbsolutePath());
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml") && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            log.error("No plans read: the folder {} cannot be read ({})", folder.toAbsolutePath(), e.toString());
            return List.of();
        }
    }
}
