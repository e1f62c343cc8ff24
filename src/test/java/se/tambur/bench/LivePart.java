package se.tambur.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import se.tambur.house.House;

/** How soon the office sees a family that has checked in. */
final class LivePart implements Part {

    private static final int VIEWS = 10;
    private static final int FAMILIES = 20;

    @Override
    public void measure(Sheet sheet) throws Exception {
        try (House house = House.fresh(Settings.LOAD);
                Sender tablet = Sender.pair(house);
                var views = new Views(house, VIEWS)) {
            tablet.state();
            views.watch();
            round(tablet, views);
            List<Double> p50 = new ArrayList<>();
            List<Double> p95 = new ArrayList<>();
            for (int i = 0; i < sheet.rounds(3); i++) {
                double[] millis = round(tablet, views);
                p50.add(Sheet.quantile(millis, 0.5));
                p95.add(Sheet.quantile(millis, 0.95));
            }
            sheet.line("check-in at the door to painted on 10 office views: p50", "ms", Budget.NONE, p50);
            sheet.line("check-in at the door to painted on 10 office views: p95", "ms", Budget.atMost(250), p95);
        }
    }

    private static double[] round(Sender tablet, Views views) throws Exception {
        int children = views.children();
        List<Double> sent = new ArrayList<>();
        for (int i = 0; i < FAMILIES; i++) {
            // at no rhythm that something else could share
            Thread.sleep(ThreadLocalRandom.current().nextInt(350, 1_000));
            sent.add(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()) / 1000.0);
            if (tablet.hand(1, 0) != 1) {
                throw new IllegalStateException("A family was not taken in");
            }
        }
        Thread.sleep(1_500);
        var millis = new ArrayList<Double>();
        for (int i = 0; i < FAMILIES; i++) {
            List<Double> seen = views.seen(children + i + 1);
            if (seen.size() < VIEWS) {
                throw new IllegalStateException("Family " + (i + 1) + " was seen on " + seen.size() + " views");
            }
            for (double at : seen) {
                millis.add(at - sent.get(i));
            }
        }
        return millis.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
