package se.tambur.bench;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import se.tambur.house.Chromium;
import se.tambur.house.Door;
import se.tambur.house.House;

/** How the tablet feels under a finger, on a processor four times slower than this one. */
final class TapPart implements Part {

    private static final double SLOW = 4;
    private static final double FRAME = 16.7;

    /** Long enough that neither the repeat guard nor the play of bubbles takes part. */
    private static final int BETWEEN_TAPS = 600;

    private static final Set<String> SEEN_NOT_NEEDED = Set.of("font", "image", "media");

    /** Finds an element in the page or in any element's shadow. */
    private static final String FIND = """
            const find = (root, selector) => {
              const here = root.querySelector(selector);
              if (here) return here;
              for (const each of root.querySelectorAll('*')) {
                const inside = each.shadowRoot && find(each.shadowRoot, selector);
                if (inside) return inside;
              }
              return null;
            };
            const afterPaint = (then) => {
              const channel = new MessageChannel();
              channel.port1.onmessage = then;
              channel.port2.postMessage(0);
            };
            """;

    private static final String WATCH_THANKS = "() => {" + FIND + """
              window.benchThanks = [];
              addEventListener('pointerdown', (event) => {
                if (!event.composedPath().some((node) => node.dataset?.go === 'done')) return;
                const look = () => {
                  if (find(document, '[data-go=next]')) afterPaint(() => window.benchThanks.push(performance.now() - event.timeStamp));
                  else requestAnimationFrame(look);
                };
                requestAnimationFrame(look);
              }, {capture: true});
            }
            """;

    private static final String WATCH_START = "(() => {" + FIND + """
              const look = () => {
                if (document.documentElement && find(document, '[data-age]')) afterPaint(() => { window.benchStarted = performance.now(); });
                else requestAnimationFrame(look);
              };
              requestAnimationFrame(look);
            })()
            """;

    @Override
    public void measure(Sheet sheet) throws Exception {
        Path profile = Chromium.freshProfile();
        try (House house = House.fresh()) {
            try (Chromium chromium = Chromium.tablet(profile, 1280, 800)) {
                Page page = chromium.context().pages().getFirst();
                var door = new Door(page).open(house).pair(house.kioskCode());
                page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
                weigh(sheet, chromium, page);
                page.waitForTimeout(2_000);
                slow(chromium, page, SLOW);
                taps(sheet, chromium, door);
                thanks(sheet, door, "with network");
                house.stop();
                thanks(sheet, door, "server gone");
            }
            coldStarts(sheet, house, profile, 1, Budget.atMost(2_000));
            coldStarts(sheet, house, profile, SLOW, Budget.NONE);
        }
    }

    private static void slow(Chromium chromium, Page page, double rate) {
        var params = new JsonObject();
        params.addProperty("rate", rate);
        chromium.context().newCDPSession(page).send("Emulation.setCPUThrottlingRate", params);
    }

    private static void weigh(Sheet sheet, Chromium chromium, Page page) throws Exception {
        CDPSession cdp = chromium.context().newCDPSession(page);
        cdp.send("Network.enable");
        var bypass = new JsonObject();
        bypass.addProperty("bypass", true);
        cdp.send("Network.setBypassServiceWorker", bypass);
        var disabled = new JsonObject();
        disabled.addProperty("cacheDisabled", true);
        cdp.send("Network.setCacheDisabled", disabled);
        List<Response> loaded = new ArrayList<>();
        page.onResponse(loaded::add);
        page.reload();
        new Door(page).age("1y").waitFor();
        page.waitForTimeout(1_500);
        double brotli = 0;
        double sent = 0;
        for (Response each : List.copyOf(loaded)) {
            if (!SEEN_NOT_NEEDED.contains(each.request().resourceType()) && each.status() == 200) {
                brotli += brotli(each.body());
                sent += each.request().sizes().responseBodySize;
            }
        }
        cdp.detach();
        page.reload();
        new Door(page).age("1y").waitFor();
        sheet.line(
                "what counting loads, brotli, without fonts and pictures",
                "KB",
                Budget.atMost(150),
                List.of(brotli / 1000));
        sheet.line("  the same as this server sends it", "KB", Budget.NONE, List.of(sent / 1000));
    }

    /** The JDK has no brotli; Node, which the build needs anyway, has. */
    private static int brotli(byte[] body) throws IOException {
        Process node = new ProcessBuilder(
                        "node",
                        "-e",
                        "const c=[];process.stdin.on('data',d=>c.push(d)).on('end',()=>console.log(require('zlib').brotliCompressSync(Buffer.concat(c)).length))")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var in = node.getOutputStream()) {
            in.write(body);
        }
        return Integer.parseInt(new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }

    private static void taps(Sheet sheet, Chromium chromium, Door door) {
        lap(door);
        List<Double> rounds = new ArrayList<>();
        List<Double> painted = new ArrayList<>();
        int taps = 0;
        for (int i = 0; i < sheet.rounds(5); i++) {
            var trace = new Trace(chromium.context(), door.page());
            lap(door);
            lap(door);
            List<Trace.Tap> seen = trace.taps();
            taps += seen.size();
            rounds.add(Sheet.quantile(seen.stream().mapToDouble(Trace.Tap::work).toArray(), 0.95));
            painted.add(Sheet.quantile(
                    seen.stream().mapToDouble(Trace.Tap::untilPainted).toArray(), 0.95));
        }
        sheet.line(
                "tap to painted feedback: script, style, layout, paint; p95, 4x", "ms", Budget.atMost(FRAME), rounds);
        sheet.line("  the same with waiting for the screen's next frame, p95, 4x", "ms", Budget.NONE, painted);
        sheet.note("  " + taps + " taps on ages, adults, expecting and activities, processor throttled 4x");
    }

    /** One of everything, and back again. */
    private static void lap(Door door) {
        for (String age : List.of("0-11m", "1y", "2y", "3-5y", "6y+")) {
            touch(door, "[data-age='" + age + "']");
        }
        for (String age : List.of("0-11m", "1y", "2y", "3-5y", "6y+")) {
            touch(door, "[data-age-minus='" + age + "']");
        }
        touch(door, "[data-adults=plus]");
        touch(door, "[data-adults=minus]");
        touch(door, "[data-expecting]");
        touch(door, "[data-expecting]");
    }

    private static void touch(Door door, String what) {
        Page page = door.page();
        BoundingBox box = page.locator(what).first().boundingBox();
        page.waitForTimeout(BETWEEN_TAPS);
        page.touchscreen().tap(box.x + box.width / 2, box.y + box.height / 2);
    }

    private static void thanks(Sheet sheet, Door door, String network) {
        Page page = door.page();
        page.evaluate(WATCH_THANKS);
        for (int i = 0; i < sheet.rounds(9); i++) {
            touch(door, "[data-age='1y']");
            touch(door, "[data-go=done]");
            door.go("next").waitFor();
            touch(door, "[data-go=next]");
            door.go("done").waitFor();
        }
        List<?> millis = (List<?>) page.evaluate("() => window.benchThanks");
        sheet.line(
                "Klar to painted thanks, 4x, " + network,
                "ms",
                Budget.atMost(100),
                millis.stream().map(each -> ((Number) each).doubleValue()).toList());
        page.evaluate("() => { window.benchThanks = []; }");
    }

    private static void coldStarts(Sheet sheet, House house, Path profile, double rate, Budget budget) {
        List<Double> rounds = new ArrayList<>();
        for (int i = 0; i < sheet.rounds(5); i++) {
            try (Chromium chromium = Chromium.tablet(profile, 1280, 800)) {
                Page page = chromium.context().pages().getFirst();
                page.addInitScript(WATCH_START);
                slow(chromium, page, rate);
                page.navigate(house.address() + "/kiosk");
                page.waitForFunction("() => window.benchStarted");
                rounds.add(((Number) page.evaluate("() => window.benchStarted")).doubleValue());
            }
        }
        String how = rate == 1 ? "" : ", " + Math.round(rate) + "x";
        sheet.line("browser just started, server gone: /kiosk to counting screen" + how, "ms", budget, rounds);
    }
}
