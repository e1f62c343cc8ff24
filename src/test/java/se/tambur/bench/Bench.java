package se.tambur.bench;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Started by {@code scripts/bench}: measures the parts asked for, all of them when none is named. */
final class Bench {

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Map<String, Part> PARTS = new LinkedHashMap<>();

    static {
        PARTS.put("start", new StartPart());
        PARTS.put("memory", new MemoryPart());
        PARTS.put("phone", new PhonePart());
        PARTS.put("tap", new TapPart());
        PARTS.put("live", new LivePart());
        PARTS.put("report", new ReportPart());
        PARTS.put("sync", new SyncPart());
    }

    private Bench() {}

    public static void main(String[] args) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        // what a house in this process says is not a measure
        System.setOut(System.err);
        List<String> asked = new ArrayList<>(List.of(args));
        var sheet = new Sheet(out, asked.remove("--quick"));
        for (String part : asked) {
            if (!PARTS.containsKey(part)) {
                System.err.println("Usage: scripts/bench [--quick] [PART...] with any of " + PARTS.keySet());
                System.exit(2);
            }
        }
        bound(out);
        out.println("Tambur bench, " + LocalDateTime.now().truncatedTo(ChronoUnit.MINUTES)
                + (sheet.quick() ? ", quick" : ""));
        out.println(ManagementFactory.getOperatingSystemMXBean().getAvailableProcessors() + " cores, load average "
                + load() + ", Java " + Runtime.version() + ", data in " + System.getProperty("java.io.tmpdir"));
        out.println("server: " + System.getProperty("tambur.house.java"));
        sheet.head();
        for (Map.Entry<String, Part> part : PARTS.entrySet()) {
            if (asked.isEmpty() || asked.contains(part.getKey())) {
                sheet.begin(part.getKey());
                try {
                    part.getValue().measure(sheet);
                } catch (Exception e) {
                    sheet.failed(e);
                    e.printStackTrace();
                }
            }
        }
        out.println("load average at the end " + load());
        out.println(sheet.over() == 0 ? "all within budget" : sheet.over() + " over budget or not measured");
        System.exit(sheet.over() == 0 ? 0 : 1);
    }

    /** Whatever happens, it ends, and nothing that it started is left. */
    private static void bound(PrintStream out) {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep(LONGEST);
            } catch (InterruptedException e) {
                return;
            }
            out.println("stopped after " + LONGEST.toMinutes() + " minutes");
            System.exit(1);
        });
    }

    private static String load() throws Exception {
        String[] load = Files.readString(Path.of("/proc/loadavg")).split(" ");
        return load[0] + " " + load[1] + " " + load[2];
    }
}
