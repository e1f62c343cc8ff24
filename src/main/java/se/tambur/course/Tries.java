package se.tambur.course;

import io.github.bucket4j.Bucket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often something may be tried from one network, or for one thing such as a course. Addresses stay in memory, the
 * latest ten thousand of them, and are never written anywhere.
 */
public final class Tries {

    private static final int MOST = 10_000;

    private final int often;
    private final Duration within;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST;
        }
    };

    public Tries(int often, Duration within) {
        this.often = often;
        this.within = within;
    }

    /**
     * Whether one more try is allowed; it is spent then.
     *
     * @param of an address, whose whole network is meant, or the name of a thing
     */
    public boolean spend(String of) {
        return bucket(of).tryConsume(1);
    }

    /** Takes back a try that turned out to be none. */
    public void giveBack(String of) {
        bucket(of).addTokens(1);
    }

    private Bucket bucket(String of) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    network(of),
                    n -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(often).refillGreedy(often, within))
                            .build());
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
}
