package se.tambur.kiosk;

import java.time.Duration;
import org.springframework.stereotype.Component;
import se.tambur.course.Tries;

/** How often codes may be tried: from one network and in all. */
@Component
public class PairingTries {

    private static final String EVERYWHERE = "";

    private final Tries all;
    private final Tries byNetwork;

    PairingTries(KioskSettings settings) {
        this.all = new Tries(settings.triesInAll(), Duration.ofMinutes(1));
        this.byNetwork = new Tries(settings.triesPerAddress(), Duration.ofMinutes(1));
    }

    /** Whether one more try is allowed; it is spent then. */
    public boolean spend(String address) {
        return byNetwork.spend(address) && all.spend(EVERYWHERE);
    }

    /** A right code was no guess. */
    public void giveBack(String address) {
        byNetwork.giveBack(address);
        all.giveBack(EVERYWHERE);
    }
}
