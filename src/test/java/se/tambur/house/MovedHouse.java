package se.tambur.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.context.support.GenericApplicationContext;
import se.tambur.Tambur;

/** The packaged house with another clock on its wall: how far it is from the true one stands in a file of its data folder. */
public final class MovedHouse {

    static final String FILE = "clock-offset";

    private MovedHouse() {}

    public static void main(String[] args) {
        var house = new SpringApplication(Tambur.class);
        house.addInitializers(context -> {
            var wall = new WallClock(Path.of(context.getEnvironment().getRequiredProperty("tambur.home"), FILE));
            ((GenericApplicationContext) context)
                    .registerBean("wallClock", Clock.class, () -> wall, MovedHouse::preferred);
        });
        house.run(args);
    }

    private static void preferred(BeanDefinition clock) {
        clock.setPrimary(true);
    }

    private static final class WallClock extends Clock {

        private final Path file;

        WallClock(Path file) {
            this.file = file;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.offset(Clock.system(zone), off());
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(off());
        }

        private Duration off() {
            try {
                return Duration.parse(Files.readString(file).strip());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
