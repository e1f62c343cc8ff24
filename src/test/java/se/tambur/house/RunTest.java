package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's own command, on a data folder named as it names it: from where one stands. */
@Tag("browser")
class RunTest {

    @Test
    void theHouseOpensOnAFolderNamedFromWhereOneStands(@TempDir Path there) throws Exception {
        Path log = there.resolve("run.log");
        Path home = Path.of("target", "run-home-" + ProcessHandle.current().pid());
        ProcessBuilder run = new ProcessBuilder("bash", "scripts/run", "--port", "0")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        run.environment().put("TAMBUR_HOME", home.toString());
        run.environment().put("SERVER_ADDRESS", "127.0.0.1");
        Process house = run.start();
        try {
            long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(4);
            while (house.isAlive()
                    && System.nanoTime() < until
                    && !Files.readString(log).contains("tambur: ready")) {
                Thread.sleep(200);
            }
            assertThat(log).content().contains("tambur: ready");
            assertThat(home.resolve("tambur.mv.db")).exists();
        } finally {
            house.destroy();
            house.waitFor(20, TimeUnit.SECONDS);
        }
    }
}
