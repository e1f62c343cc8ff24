package se.tambur.kiosk;

import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** How often codes may be tried: from one address and in all. Addresses stay in memory and are never written anywhere. */
@Component
class PairingTries {

    private static final int MOST_ADDRESSES = 10_000;

    private final KioskSettings settings;
    private final Bucket all;
    private final Map<String, Bucket> byAddress = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_ADDRESSES;
        }
    };

    PairingTries(KioskSettings settings) {
        this.settings = settings;
        this.all = bucket(settings.triesInAll());
    }

    /** Whether one more try is allowed; it is spent then. */
    boolean spend(String address) {
        return of(address).tryConsume(1) && all.tryConsume(1);
    }

    /** A right code was no guess. */
    void giveBack(String address) {
        of(address).addTokens(1);
        all.addTokens(1);
    }

    private Bucket of(String address) {
        synchronized (byAddress) {
            return byAddress.computeIfAbsent(network(address), n -> bucket(settings.triesPerAddress()));
        }
    }

    /** One house has a whole /64 of IPv6. */
    private static String network(String address) {
        if (address.indexOf(':') < 0) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return Arrays.toString(bytes.length == 16 ? Arrays.copyOf(bytes, 8) : bytes);
        } catch (IllegalArgumentException e) {
            // what a proxy wrote is no address; those all share one bucket
            return "";
        }
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
