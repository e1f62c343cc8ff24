package se.tambur.bench;

import java.io.IOException;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import se.tambur.house.House;

/** A paired tablet on a connection of its own that hands over families as fast as it is told to. */
final class Sender implements AutoCloseable {

    /** Up for days already, so that what waited on it has a time of its own boot. */
    private static final long UP_BEFORE = 100L * 3_600_000;

    private final String boot = UUID.randomUUID().toString();
    private final long started = System.nanoTime();
    private final Wire wire;
    private String headers = "X-Tambur: kiosk\r\n";
    private @Nullable String tag;

    private Sender(Wire wire) {
        this.wire = wire;
    }

    static Sender pair(House house) throws IOException {
        var sender = new Sender(new Wire(house.address()));
        Wire.Answer answer =
                sender.wire.post("/api/kiosk/v1/pair", sender.headers, "{\"code\":\"" + house.newCode() + "\"}");
        if (answer.status() != 204) {
            throw new IOException("Not paired: " + answer.status() + " " + answer.text());
        }
        sender.keep(answer);
        return sender;
    }

    private void keep(Wire.Answer answer) {
        if (answer.cookie() != null) {
            headers = "X-Tambur: kiosk\r\nCookie: " + answer.cookie() + "\r\n";
        }
    }

    /**
     * Hands over {@code number} new families, one child and one adult each.
     *
     * @param spread they came any time during these last milliseconds
     * @return how many are in the house's keeping now
     */
    int hand(int number, long spread) throws IOException {
        long uptime = UP_BEFORE + (System.nanoTime() - started) / 1_000_000;
        Instant now = Instant.now();
        var body = new StringBuilder(200 + 240 * number)
                .append("{\"version\":\"1.0.0\",\"bootId\":\"")
                .append(boot)
                .append("\",\"sentAt\":\"")
                .append(now)
                .append("\",\"uptimeMs\":")
                .append(uptime)
                .append(",\"queue\":")
                .append(number)
                .append(",\"awake\":[],\"events\":[");
        for (int i = 0; i < number; i++) {
            long ago = spread == 0 ? 0 : ThreadLocalRandom.current().nextLong(spread);
            body.append(i == 0 ? "" : ",")
                    .append("{\"id\":\"")
                    .append(UUID.randomUUID())
                    .append("\",\"type\":\"check-in\",\"bootId\":\"")
                    .append(boot)
                    .append("\",\"at\":\"")
                    .append(now.minusMillis(ago))
                    .append("\",\"uptimeMs\":")
                    .append(uptime - ago)
                    .append(",\"activity\":\"oppen-lek\",\"adults\":1,\"expecting\":false,\"children\":{\"1y\":1}}");
        }
        Wire.Answer answer =
                wire.post("/api/kiosk/v1/sync", headers, body.append("]}").toString());
        keep(answer);
        if (answer.status() != 200) {
            throw new IOException("sync: " + answer.status() + " " + answer.text());
        }
        return stored(answer.text());
    }

    private static int stored(String answer) {
        int stored = 0;
        for (int at = answer.indexOf("\"stored\""); at >= 0; at = answer.indexOf("\"stored\"", at + 8)) {
            stored++;
        }
        return stored;
    }

    /** The tablet's world, asked for as tablets do: only if it has changed. */
    Wire.Answer state() throws IOException {
        Wire.Answer answer = wire.get(
                "/api/kiosk/v1/state",
                headers + "Accept-Encoding: gzip\r\n" + (tag == null ? "" : "If-None-Match: " + tag + "\r\n"));
        keep(answer);
        if (answer.status() != 200 && answer.status() != 304) {
            throw new IOException("state: " + answer.status() + " " + answer.text());
        }
        if (answer.tag() != null) {
            tag = answer.tag();
        }
        return answer;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
