package se.tambur.course;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The house's drawings, as SVG to stand within a page. */
@Component
public class Pictures {

    private static final Logger log = LoggerFactory.getLogger(Pictures.class);

    private final Map<String, Optional<String>> read = new ConcurrentHashMap<>();

    /** The drawing of a name such as {@code baby}; empty when there is none. */
    public Optional<String> svg(String name) {
        return read.computeIfAbsent(name, Pictures::read);
    }

    private static Optional<String> read(String name) {
        try (InputStream file = Pictures.class.getResourceAsStream("/pictures/" + name + ".svg")) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            log.warn("The picture {} could not be read: {}", name, e.getMessage());
            return Optional.empty();
        }
    }
}
