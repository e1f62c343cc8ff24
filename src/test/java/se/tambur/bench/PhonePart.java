package se.tambur.bench;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.tambur.house.Chromium;
import se.tambur.house.House;

/** What the page behind a QR code weighs and how soon it comes. */
final class PhonePart implements Part {

    private static final Pattern COURSE = Pattern.compile("href=\"[^\"]*(/k/[A-Z2-9]{6})");
    private static final String PHONE = "Accept: text/html\r\nAccept-Encoding: gzip\r\nAccept-Language: sv\r\n";
    private static final int PHONES = 50;
    private static final int PER_SECOND = 200;

    @Override
    public void measure(Sheet sheet) throws Exception {
        try (House house = House.fresh()) {
            String course = course(house);
            weigh(sheet, house, course);
            load(sheet, house, course);
        }
    }

    /** Any open course of the only centre. */
    private static String course(House house) throws Exception {
        try (var wire = new Wire(house.address())) {
            Matcher link = COURSE.matcher(
                    wire.get("/c/lekladan", "Accept: text/html\r\n").text());
            if (!link.find()) {
                throw new IllegalStateException("The centre's page shows no course");
            }
            return link.group(1);
        }
    }

    private static void weigh(Sheet sheet, House house, String course) throws Exception {
        List<String> asked = Collections.synchronizedList(new ArrayList<>());
        int scripts = 0;
        int cookies = 0;
        try (Chromium phone = Chromium.phone("sv-SE")) {
            Page page = phone.context().pages().getFirst();
            page.onRequest((Request request) -> asked.add(request.url()));
            page.navigate(house.address() + course);
            page.waitForTimeout(1_000);
            scripts = page.locator("script").count();
            cookies = phone.context().cookies().size();
        }
        int bytes = 0;
        try (var wire = new Wire(house.address())) {
            for (String url : asked) {
                bytes +=
                        wire.get(url.substring(house.address().length()), PHONE).sent();
            }
        }
        sheet.line(
                "course page, all of it as sent, gzip and headers included",
                "KB",
                Budget.atMost(30),
                List.of(bytes / 1000.0));
        sheet.line("course page, requests", "", Budget.atMost(2), List.of((double) asked.size()));
        sheet.line("course page, cookies", "", Budget.atMost(0), List.of((double) cookies));
        sheet.line("course page, scripts", "", Budget.atMost(0), List.of((double) scripts));
    }

    private static void load(Sheet sheet, House house, String course) throws Exception {
        var wires = new ArrayList<Wire>();
        try {
            List<Load.Deed> deeds = new ArrayList<>();
            for (int i = 0; i < PHONES; i++) {
                var wire = new Wire(house.address());
                wires.add(wire);
                deeds.add(() -> {
                    int status = wire.get(course, PHONE).status();
                    if (status != 200) {
                        throw new IllegalStateException("status " + status);
                    }
                    return 1;
                });
            }
            double each = (double) PER_SECOND / PHONES;
            Load.open(deeds, each, Duration.ofSeconds(sheet.quick() ? 3 : 6));
            List<Load> rounds = new ArrayList<>();
            for (int i = 0; i < sheet.rounds(3); i++) {
                rounds.add(Load.open(deeds, each, Duration.ofSeconds(8)));
            }
            sheet.line(
                    "course page at 200/s, open model: p50",
                    "ms",
                    Budget.NONE,
                    rounds.stream().map(l -> l.quantile(0.5)).toList());
            sheet.line(
                    "course page at 200/s, open model: p99",
                    "ms",
                    Budget.atMost(25),
                    rounds.stream().map(l -> l.quantile(0.99)).toList());
            sheet.errors(rounds);
        } finally {
            for (Wire wire : wires) {
                wire.close();
            }
        }
    }
}
