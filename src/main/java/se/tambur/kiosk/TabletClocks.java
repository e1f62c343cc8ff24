package se.tambur.kiosk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Remembers how wrong each tablet's clock was in each of its boots, as learnt from what it sends. A stretch is written
 * when it begins and at most once a minute while it lasts.
 */
@Component
class TabletClocks {

    /** What the network may add before the clock counts as moved. */
    private static final long SAME_MS = 5_000;

    /** No tablet starts oftener than this in half a year; what sends more boots is broken and loses the oldest. */
    private static final int MOST_STRETCHES = 2_000;

    private final JdbcClient jdbc;
    private final Map<String, Running> running = new ConcurrentHashMap<>();

    TabletClocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Running(UUID boot, TrueTime.Stretch stretch, boolean written) {}

    /** Learns from an envelope. Call it before asking. */
    void learn(String kiosk, Envelope envelope, Instant received) {
        long offset = TrueTime.offset(envelope, received);
        running.compute(kiosk, (id, before) -> {
            if (before != null && before.boot().equals(envelope.boot())) {
                TrueTime.Stretch last = before.stretch();
                boolean runsOn = envelope.uptimeMs() >= last.uptimeTo();
                if (runsOn && Math.abs(offset - last.offsetMs()) <= SAME_MS) {
                    return new Running(before.boot(), lengthened(last, envelope.uptimeMs(), received), false);
                }
                if (!runsOn) {
                    // an answer overtaken by a later one teaches nothing new
                    return before;
                }
            }
            if (before != null && !before.written()) {
                write(kiosk, before);
            }
            var begun = new Running(
                    envelope.boot(),
                    new TrueTime.Stretch(envelope.uptimeMs(), envelope.uptimeMs(), received, received, offset),
                    true);
            write(kiosk, begun);
            return begun;
        });
    }

    private static TrueTime.Stretch lengthened(TrueTime.Stretch stretch, long uptime, Instant received) {
        return new TrueTime.Stretch(stretch.uptimeFrom(), uptime, stretch.receivedFrom(), received, stretch.offsetMs());
    }

    /** Tells the time of what is in an envelope. */
    TrueTime reader(Device device, Envelope envelope, Instant received) {
        Map<UUID, List<TrueTime.Stretch>> read = new ConcurrentHashMap<>();
        Function<Envelope.Stamp, List<TrueTime.Stretch>> heard =
                stamp -> read.computeIfAbsent(stamp.boot(), boot -> stretches(device.id(), boot));
        boolean onlyPresent = envelope.events().stream()
                .allMatch(entry -> !(entry instanceof Envelope.Event event)
                        || event.stamp().boot().equals(envelope.boot()));
        return new TrueTime(
                envelope,
                received,
                device.firstPaired(),
                heard,
                onlyPresent ? OptionalLong.empty() : lastOffsetBefore(device.id(), envelope.boot()));
    }

    private List<TrueTime.Stretch> stretches(String kiosk, UUID boot) {
        return jdbc.sql("select * from kiosk_clock where kiosk = ? and boot = ? order by uptime_from")
                .params(kiosk, boot)
                .query((row, n) -> new TrueTime.Stretch(
                        row.getLong("uptime_from"),
                        row.getLong("uptime_to"),
                        KioskRepository.moment(row, "received_from"),
                        KioskRepository.moment(row, "received_to"),
                        row.getLong("offset_ms")))
                .list();
    }

    private OptionalLong lastOffsetBefore(String kiosk, UUID present) {
        return jdbc.sql("""
                        select offset_ms from kiosk_clock where kiosk = ? and boot <> ?
                        order by received_to desc limit 1""").params(kiosk, present).query(Long.class).optional().stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    @Scheduled(fixedDelay = 60_000)
    void write() {
        running.keySet()
                .forEach(kiosk -> running.computeIfPresent(kiosk, (id, now) -> {
                    if (!now.written()) {
                        write(id, now);
                    }
                    return new Running(now.boot(), now.stretch(), true);
                }));
    }

    private void write(String kiosk, Running now) {
        TrueTime.Stretch stretch = now.stretch();
        int rows = jdbc.sql("""
                update kiosk_clock set uptime_to = ?, received_to = ? where kiosk = ? and boot = ? and uptime_from = ?""")
                .params(
                        stretch.uptimeTo(),
                        KioskRepository.at(stretch.receivedTo()),
                        kiosk,
                        now.boot(),
                        stretch.uptimeFrom())
                .update();
        if (rows == 0) {
            jdbc.sql("""
                    insert into kiosk_clock
                        (kiosk, boot, uptime_from, uptime_to, received_from, received_to, offset_ms)
                    values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                    .params(
                            kiosk,
                            now.boot(),
                            stretch.uptimeFrom(),
                            stretch.uptimeTo(),
                            KioskRepository.at(stretch.receivedFrom()),
                            KioskRepository.at(stretch.receivedTo()),
                            stretch.offsetMs())
                    .update();
        }
    }

    /** A broken tablet that names a new boot each time must not fill the disk. */
    @Scheduled(cron = "0 25 3 * * *")
    void forgetTooMany() {
        jdbc.sql("select kiosk from kiosk_clock group by kiosk having count(*) > " + MOST_STRETCHES)
                .query(String.class)
                .list()
                .forEach(kiosk -> jdbc.sql("""
                        delete from kiosk_clock where kiosk = ? and received_to < (
                            select min(received_to) from (
                                select received_to from kiosk_clock where kiosk = ?
                                order by received_to desc limit %d) newest)""".formatted(MOST_STRETCHES))
                        .params(kiosk, kiosk)
                        .update());
    }
}
