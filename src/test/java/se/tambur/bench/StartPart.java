package se.tambur.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import se.tambur.house.House;

/** From the start of the process to its first answer, on a data folder that has been used. */
final class StartPart implements Part {

    @Override
    public void measure(Sheet sheet) throws Exception {
        List<Double> answered = new ArrayList<>();
        try (House house = House.fresh()) {
            for (int i = 0; i < sheet.rounds(5); i++) {
                house.stop();
                var first = new FutureTask<>(() -> untilAnswered(house));
                Thread.ofPlatform().daemon().start(first);
                house.open();
                answered.add(first.get());
            }
        }
        sheet.line("plain jar, start to first answer", "ms", Budget.NONE, answered);
        sheet.note("packaged start (AOT cache; ≤ 4 s and half of the plain jar's): not packaged yet");
    }

    private static double untilAnswered(House house) throws InterruptedException {
        long started = System.nanoTime();
        while (System.nanoTime() - started < 90_000_000_000L) {
            try (var wire = new Wire(house.address())) {
                if (wire.get("/om", "").status() == 200) {
                    return (System.nanoTime() - started) / 1e6;
                }
            } catch (IOException notYet) {
                // nobody listens yet
            }
            Thread.sleep(5);
        }
        throw new IllegalStateException("no answer within 90 s");
    }
}
