package se.tambur;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.tambur.centre.Centres;
import se.tambur.course.PublicAddress;
import se.tambur.kiosk.Kiosks;
import se.tambur.security.FirstAccount;
import se.tambur.shared.Settings;

/**
 * Says that the house is open: a few lines for people and one for machines on standard output, and the address in the
 * data folder for the scripts.
 */
@Component
class ReadyLine {

    private final Settings settings;
    private final Centres centres;
    private final Kiosks kiosks;
    private final FirstAccount firstAccount;
    private final PublicAddress publicAddress;

    ReadyLine(
            Settings settings, Centres centres, Kiosks kiosks, FirstAccount firstAccount, PublicAddress publicAddress) {
        this.settings = settings;
        this.centres = centres;
        this.kiosks = kiosks;
        this.firstAccount = firstAccount;
        this.publicAddress = publicAddress;
    }

    @EventListener
    @Order(Ordered.LOWEST_PRECEDENCE)
    void open(ApplicationReadyEvent ready) throws IOException {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext web) || web.getWebServer() == null) {
            return;
        }
        String address = "http://localhost:" + web.getWebServer().getPort();
        Files.writeString(address(), address + "\n");
        var line = new StringBuilder("tambur: ready ").append(address);
        centres.all().stream()
                .findFirst()
                .ifPresent(centre -> line.append(" kiosk-code ")
                        .append(kiosks.newCode(centre, null, "system").code()));
        firstAccount
                .link()
                .ifPresent(path -> line.append(" setup ").append(address).append(path));
        System.out.println(line);
    }

    @EventListener
    void close(ContextClosedEvent closed) {
        try {
            Files.deleteIfExists(address());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path address() {
        return settings.home().resolve("address");
    }
}
