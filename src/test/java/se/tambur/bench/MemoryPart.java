package se.tambur.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.tambur.house.House;

/** What the server takes of the machine, with the options of {@code scripts/run}. */
final class MemoryPart implements Part {

    private static final Pattern RESIDENT = Pattern.compile("(?m)^VmRSS:\\s+(\\d+) kB");
    /** A line for each generation, whatever the collector calls it. */
    private static final Pattern USED = Pattern.compile("(?m)^\\s*[\\w ]+\\btotal \\d+K, used (\\d+)K");

    private static final int TABLETS = 3;
    private static final int WAITING = 2_000;
    private static final int BATCH = 100;
    private static final Duration OUTAGE = Duration.ofHours(72);
    private static final int VIEWS = 5;
    private static final int MORE_VIEWS = 10;
    private static final Budget MOST = Budget.atMost(350);

    @Override
    public void measure(Sheet sheet) throws Exception {
        var tablets = new ArrayList<Sender>();
        try (House house = House.fresh(Settings.LOAD)) {
            sheet.line("just started", "MB", Budget.NONE, List.of(resident(house)));
            for (int i = 0; i < TABLETS; i++) {
                tablets.add(Sender.pair(house));
            }
            try (var views = new Views(house, VIEWS)) {
                for (Sender tablet : tablets) {
                    tablet.state();
                    tablet.hand(1, 0);
                }
                Thread.sleep(2_000);
                sheet.line("1 centre, 3 tablets, 5 office views", "MB", MOST, List.of(resident(house)));
                sheet.line(
                        "  highest while each tablet hands over 2 000 visits of three days",
                        "MB",
                        MOST,
                        List.of(handOver(house, tablets)));
                for (int i = 0; i < 3; i++) {
                    house.control(
                            "GET",
                            "report?centre=lekladan&format=pdf&period="
                                    + java.time.YearMonth.now(java.time.ZoneId.of("Europe/Stockholm")));
                }
                sheet.line("  after three month PDFs as well", "MB", Budget.NONE, List.of(resident(house)));
                double before = heap(house);
                views.more(house, MORE_VIEWS);
                Thread.sleep(1_000);
                sheet.line(
                        "heap kept for each further office view, after a full collection",
                        "KB",
                        Budget.atMost(300),
                        List.of((heap(house) - before) / MORE_VIEWS));
            }
        } finally {
            for (Sender tablet : tablets) {
                tablet.close();
            }
        }
    }

    /** Each tablet has {@value #WAITING} visits of the last three days to tell; seen every 20 ms until the dust has settled. */
    private static double handOver(House house, List<Sender> tablets) throws Exception {
        var over = new AtomicBoolean();
        var seen = new ArrayList<Double>();
        Thread watch = Thread.ofPlatform().start(() -> {
            while (!over.get()) {
                try {
                    seen.add(resident(house));
                    Thread.sleep(20);
                } catch (IOException | InterruptedException e) {
                    return;
                }
            }
        });
        var waiting = new AtomicInteger(WAITING / BATCH * tablets.size());
        try {
            while (waiting.get() > 0) {
                Load load = Load.once(tablets.stream()
                        .<Load.Deed>map(tablet -> () -> {
                            waiting.decrementAndGet();
                            return tablet.hand(BATCH, OUTAGE.toMillis());
                        })
                        .toList());
                if (load.errors() > 0) {
                    throw new IllegalStateException("The hand-over failed", load.first());
                }
            }
            Thread.sleep(5_000);
        } finally {
            over.set(true);
            watch.join();
        }
        return seen.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }

    private static double resident(House house) throws IOException {
        Matcher line = RESIDENT.matcher(Files.readString(Path.of("/proc/" + house.pid() + "/status")));
        if (!line.find()) {
            throw new IOException("The server has ended");
        }
        return Long.parseLong(line.group(1)) / 1024.0;
    }

    /** What is still used of the heap after a full collection, in KB. */
    private static double heap(House house) throws IOException {
        ask(house, "GC.run");
        ask(house, "GC.run");
        Matcher used = USED.matcher(ask(house, "GC.heap_info"));
        double kilobytes = 0;
        while (used.find()) {
            kilobytes += Long.parseLong(used.group(1));
        }
        if (kilobytes == 0) {
            throw new IOException("The heap is not told of as expected: " + ask(house, "GC.heap_info"));
        }
        return kilobytes;
    }

    private static String ask(House house, String what) throws IOException {
        Process jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(house.pid()),
                        what)
                .redirectErrorStream(true)
                .start();
        return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
