package se.tambur.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import se.tambur.house.House;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How fast visits are taken in, each on disk before its answer; and that every one of them was counted. */
final class SyncPart implements Part {

    private static final int TABLETS = 500;
    private static final int CONNECTIONS = 32;
    private static final int CROWD = 8;
    private static final Duration OUTAGE = Duration.ofHours(8);

    @Override
    public void measure(Sheet sheet) throws Exception {
        sheet.note("burst threshold raised to 1 000 000 visits; every answer is durable (fsync before it)");
        var tablets = new ArrayList<Sender>();
        try (House house = House.fresh(Settings.LOAD)) {
            long before = counted(house);
            // the rhythm of every day first: the other two fill one day of one centre with more visits than a year
            // brings
            long sent = everyone(sheet, more(house, tablets, sheet.quick() ? TABLETS / 5 : TABLETS));
            sent += singles(sheet, house, more(house, tablets, CONNECTIONS));
            sent += batches(sheet, house, more(house, tablets, CROWD));
            long counted = counted(house) - before;
            sheet.check("counted in the month's report / sent and answered", counted + " / " + sent, counted == sent);
        } finally {
            for (Sender tablet : tablets) {
                tablet.close();
            }
        }
    }

    /** Fresh ones: the server hangs up on a tablet that has been silent for long. */
    private static List<Sender> more(House house, List<Sender> tablets, int number) throws IOException {
        int from = tablets.size();
        for (int i = 0; i < number; i++) {
            tablets.add(Sender.pair(house));
        }
        return tablets.subList(from, tablets.size());
    }

    private static long singles(Sheet sheet, House house, List<Sender> tablets) throws InterruptedException {
        List<Load.Deed> deeds = tablets.stream()
                .<Load.Deed>map(tablet -> () -> tablet.hand(1, 0))
                .toList();
        long sent = warmed(sheet, Load.closed(deeds, warm(sheet)));
        List<Load> rounds = new ArrayList<>();
        Duration before = processor(house);
        for (int i = 0; i < sheet.rounds(5); i++) {
            rounds.add(Load.closed(deeds, Duration.ofSeconds(5)));
        }
        Duration used = processor(house).minus(before);
        sheet.line("one event a request, 32 connections: rate", "/s", Budget.atLeast(1_500), each(rounds, Load::rate));
        sheet.line("one event a request, 32 connections: p50", "ms", Budget.NONE, each(rounds, l -> l.quantile(0.5)));
        sheet.line(
                "one event a request, 32 connections: p99",
                "ms",
                Budget.atMost(100),
                each(rounds, l -> l.quantile(0.99)));
        processorEach(sheet, used, rounds);
        sheet.errors(rounds);
        return sent + done(rounds);
    }

    /** After an outage: a crowd of tablets with a morning each to tell. */
    private static long batches(Sheet sheet, House house, List<Sender> tablets) throws InterruptedException {
        List<Load.Deed> deeds = tablets.stream()
                .<Load.Deed>map(tablet -> () -> tablet.hand(100, OUTAGE.toMillis()))
                .toList();
        long sent = warmed(sheet, Load.closed(deeds, warm(sheet)));
        List<Load> rounds = new ArrayList<>();
        Duration before = processor(house);
        for (int i = 0; i < sheet.rounds(5); i++) {
            rounds.add(Load.closed(deeds, Duration.ofSeconds(4)));
        }
        Duration used = processor(house).minus(before);
        sheet.line(
                "peak, batches of 100 from 8 tablets, 8 hours each: events",
                "/s",
                Budget.atLeast(10_000),
                each(rounds, Load::rate));
        sheet.line("peak, batches of 100: p99 of a batch", "ms", Budget.NONE, each(rounds, l -> l.quantile(0.99)));
        processorEach(sheet, used, rounds);
        sheet.errors(rounds);
        return sent + done(rounds);
    }

    /** Says what does not depend on who else uses the machine. */
    private static void processorEach(Sheet sheet, Duration used, List<Load> rounds) {
        sheet.line(
                "  processor time of the server per event",
                "µs",
                Budget.NONE,
                List.of(used.toNanos() / 1e3 / Math.max(1, done(rounds))));
    }

    private static Duration processor(House house) {
        return ProcessHandle.of(house.pid())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** Each tablet one family a second, and its state every 15 seconds as always. */
    private static long everyone(Sheet sheet, List<Sender> tablets) throws InterruptedException {
        List<Load.Deed> deeds = new ArrayList<>();
        for (int i = 0; i < tablets.size(); i++) {
            deeds.add(new Morning(tablets.get(i), i));
        }
        long sent = warmed(sheet, Load.open(deeds, 1, warm(sheet)));
        List<Load> rounds = new ArrayList<>();
        for (int i = 0; i < sheet.rounds(3); i++) {
            rounds.add(Load.open(deeds, 1, Duration.ofSeconds(15)));
        }
        String who = tablets.size() + " tablets, 1 event/s each, open model: ";
        sheet.line(who + "rate", "/s", Budget.NONE, each(rounds, Load::rate));
        sheet.line(who + "p50", "ms", Budget.NONE, each(rounds, l -> l.quantile(0.5)));
        sheet.line(who + "p99 (aim 50)", "ms", Budget.atMost(250), each(rounds, l -> l.quantile(0.99)));
        sheet.line(who + "slowest", "ms", Budget.NONE, each(rounds, l -> l.quantile(1)));
        sheet.errors(rounds);
        return sent + done(rounds);
    }

    /** A tablet's own rhythm. */
    private static final class Morning implements Load.Deed {

        private static final int STATE_EVERY = 15;

        private final Sender tablet;
        private int turn;

        Morning(Sender tablet, int turn) {
            this.tablet = tablet;
            this.turn = turn;
        }

        @Override
        public int once() throws Exception {
            if (turn++ % STATE_EVERY == 0) {
                tablet.state();
            }
            return tablet.hand(1, 0);
        }
    }

    /** The warm-up is not timed, but what goes wrong in it is told. */
    private static long warmed(Sheet sheet, Load load) {
        sheet.errors(List.of(load));
        return load.done();
    }

    private static Duration warm(Sheet sheet) {
        return Duration.ofSeconds(sheet.quick() ? 3 : 6);
    }

    private static List<Double> each(List<Load> rounds, ToDoubleFunction<Load> number) {
        return rounds.stream().map(number::applyAsDouble).toList();
    }

    private static long done(List<Load> rounds) {
        return rounds.stream().mapToLong(Load::done).sum();
    }

    /** The visits of the months that the last hours lie in. */
    private static long counted(House house) {
        var months = new TreeSet<YearMonth>();
        ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Europe/Stockholm"));
        months.add(YearMonth.from(now));
        months.add(YearMonth.from(now.minus(OUTAGE)));
        return months.stream()
                .mapToLong(month -> {
                    byte[] json = house.control("GET", "report?centre=lekladan&format=json&period=" + month)
                            .body();
                    JsonNode report = JsonMapper.builder().build().readTree(new String(json, StandardCharsets.UTF_8));
                    return report.get("visits").asLong();
                })
                .sum();
    }
}
