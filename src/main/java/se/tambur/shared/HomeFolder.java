package se.tambur.shared;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Makes the data folder's name an absolute one, counted from where Tambur was started: H2 refuses a file named from where
 * one stands.
 */
final class HomeFolder implements EnvironmentPostProcessor, Ordered {

    private static final String NAME = "tambur.home";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String home = environment.getProperty(NAME);
        if (home != null && !home.isBlank()) {
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "home folder",
                            Map.of(
                                    NAME,
                                    Path.of(home).toAbsolutePath().normalize().toString())));
        }
    }

    /** After the settings were read, which name the folder. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
