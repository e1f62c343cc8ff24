package se.tambur.centre;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/** What the plan of a new centre can begin from. */
@Service
public class FirstPlans {

    private static final Logger log = LoggerFactory.getLogger(FirstPlans.class);

    private final PlanFolder folder;

    FirstPlans(PlanFolder folder) {
        this.folder = folder;
    }

    /** The most usual age groups, open play and no session yet. */
    public Plan empty() {
        var file = new ClassPathResource("plans/empty.yaml");
        try {
            return PlanYaml.read("empty.yaml", YamlField.decode("empty.yaml", file.getContentAsByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The installation's examples; a broken one is told in the log and left out. */
    public List<Plan> examples() {
        return folder.examples().stream().flatMap(FirstPlans::read).toList();
    }

    private static Stream<Plan> read(Path file) {
        String name = file.getFileName().toString();
        try {
            return Stream.of(PlanYaml.read(name, YamlField.decode(name, Files.readAllBytes(file))));
        } catch (PlanRefused e) {
            log.error("Example {} left out:\n{}", file, e.getMessage());
        } catch (IOException e) {
            log.error("Example {} left out: it cannot be read ({})", file, e.toString());
        }
        return Stream.empty();
    }
}
