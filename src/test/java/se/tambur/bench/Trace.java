package se.tambur.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Chromium's own record of what a page's main thread did, the one that its developer tools draw. */
final class Trace {

    private static final Set<String> WORK = Set.of(
            "EventDispatch",
            "FunctionCall",
            "RunMicrotasks",
            "TimerFire",
            "FireAnimationFrame",
            "FireIdleCallback",
            "HitTest",
            "ScheduleStyleRecalculation",
            "UpdateLayoutTree",
            "Layout",
            "PrePaint",
            "Paint",
            "Layerize",
            "Commit",
            "MinorGC",
            "MajorGC");

    private final Page page;
    private final CDPSession cdp;
    private final List<JsonObject> events = new ArrayList<>();
    private boolean complete;

    Trace(BrowserContext context, Page page) {
        this.page = page;
        cdp = context.newCDPSession(page);
        cdp.on(
                "Tracing.dataCollected",
                data -> data.getAsJsonArray("value").forEach(each -> events.add(each.getAsJsonObject())));
        cdp.on("Tracing.tracingComplete", done -> complete = true);
        var categories = new JsonArray();
        categories.add("devtools.timeline");
        categories.add("disabled-by-default-devtools.timeline");
        categories.add("v8");
        var config = new JsonObject();
        config.add("includedCategories", categories);
        var params = new JsonObject();
        params.addProperty("transferMode", "ReportEvents");
        params.add("traceConfig", config);
        cdp.send("Tracing.start", params);
    }

    /**
     * A tap, in milliseconds.
     *
     * @param work of the main thread from the touch until the frame that shows its effect was handed over
     * @param untilPainted the whole time between, waiting included
     */
    record Tap(double work, double untilPainted) {}

    /** Ends the record and reads the taps from it. */
    List<Tap> taps() {
        page.waitForTimeout(700);
        cdp.send("Tracing.end");
        page.waitForCondition(() -> complete);
        cdp.detach();
        List<Span> clicks = new ArrayList<>();
        List<Span> downs = new ArrayList<>();
        List<Span> work = new ArrayList<>();
        List<Span> commits = new ArrayList<>();
        for (JsonObject event : events) {
            if (!event.has("dur")) {
                continue;
            }
            String name = event.get("name").getAsString();
            var span = new Span(
                    event.get("pid").getAsLong() << 32 | event.get("tid").getAsLong(),
                    event.get("ts").getAsLong(),
                    event.get("ts").getAsLong() + event.get("dur").getAsLong());
            if (WORK.contains(name)) {
                work.add(span);
            }
            if (name.equals("Commit")) {
                commits.add(span);
            } else if (name.equals("EventDispatch")) {
                String type = type(event);
                if (type.equals("click")) {
                    clicks.add(span);
                } else if (type.equals("pointerdown")) {
                    downs.add(span);
                }
            }
        }
        work.sort(Comparator.comparingLong(Span::from));
        return clicks.stream().map(click -> tap(click, downs, commits, work)).toList();
    }

    private static Tap tap(Span click, List<Span> downs, List<Span> commits, List<Span> work) {
        long from = downs.stream()
                .filter(down -> down.thread == click.thread && down.from <= click.from)
                .mapToLong(Span::from)
                .max()
                .orElse(click.from);
        long to = commits.stream()
                .filter(commit -> commit.thread == click.thread && commit.from >= click.to)
                .mapToLong(Span::to)
                .min()
                .orElseThrow(() -> new IllegalStateException("A tap that nothing was painted for"));
        long busy = 0;
        long counted = from;
        for (Span span : work) {
            if (span.thread == click.thread && span.to > counted && span.from < to) {
                busy += Math.min(span.to, to) - Math.max(span.from, counted);
                counted = Math.max(counted, Math.min(span.to, to));
            }
        }
        return new Tap(busy / 1000.0, (to - from) / 1000.0);
    }

    private static String type(JsonObject event) {
        JsonElement data = event.getAsJsonObject("args").get("data");
        JsonElement type = data == null ? null : data.getAsJsonObject().get("type");
        return type == null ? "" : type.getAsString();
    }

    /** Something a thread did, in microseconds. */
    private record Span(long thread, long from, long to) {}
}
