package se.tambur.today;

import com.vaadin.flow.shared.Registration;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.tambur.centre.CentreId;
import se.tambur.centre.PlanChanged;
import se.tambur.kiosk.KiosksChanged;
import se.tambur.visit.VisitsChanged;

/**
 * Tells those who look at a house how it is now, each time something has happened and twice a minute besides, as the
 * estimate moves with the time. A house is read once for all its lookers, at most a few times a second.
 */
@Component
class HouseWatch {

    private static final Logger LOG = LoggerFactory.getLogger(HouseWatch.class);

    /** Well under the quarter of a second within which a check-in is to be seen. */
    private static final Duration BETWEEN_READINGS = Duration.ofMillis(100);

    private final HouseReader reader;
    private final Map<CentreId, House> houses = new ConcurrentHashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("house-watch").factory());
    private final ExecutorService readings = Executors.newVirtualThreadPerTaskExecutor();

    HouseWatch(HouseReader reader) {
        this.reader = reader;
    }

    /** How it is now. */
    HouseNow now(CentreId centre) {
        return reader.read(centre);
    }

    /** Calls {@code looker} on a thread of its own with each reading, until the registration is removed. */
    Registration look(CentreId centre, Consumer<HouseNow> looker) {
        House house = houses.computeIfAbsent(centre, House::new);
        house.lookers.add(looker);
        return () -> house.lookers.remove(looker);
    }

    @EventListener
    void on(VisitsChanged changed) {
        wake(changed.centre());
    }

    @EventListener
    void on(KiosksChanged changed) {
        wake(changed.centre());
    }

    @EventListener
    void on(PlanChanged changed) {
        wake(changed.centre());
    }

    @Scheduled(fixedDelay = 30, timeUnit = TimeUnit.SECONDS)
    void beat() {
        houses.keySet().forEach(this::wake);
    }

    private void wake(CentreId centre) {
        House house = houses.get(centre);
        if (house != null && !house.lookers.isEmpty()) {
            house.wake();
        }
    }

    @PreDestroy
    void end() {
        timer.shutdownNow();
        readings.shutdownNow();
    }

    private final class House {

        private final CentreId centre;
        private final Set<Consumer<HouseNow>> lookers = new CopyOnWriteArraySet<>();
        private final AtomicBoolean asked = new AtomicBoolean();
        private volatile long lastReading = System.nanoTime() - BETWEEN_READINGS.toNanos();

        House(CentreId centre) {
            this.centre = centre;
        }

        /** Wake-ups until the reading begins are one. */
        void wake() {
            if (asked.compareAndSet(false, true)) {
                long wait = lastReading + BETWEEN_READINGS.toNanos() - System.nanoTime();
                if (wait <= 0) {
                    readings.execute(this::tell);
                } else {
                    timer.schedule(() -> readings.execute(this::tell), wait, TimeUnit.NANOSECONDS);
                }
            }
        }

        private synchronized void tell() {
            asked.set(false);
            lastReading = System.nanoTime();
            try {
                HouseNow now = reader.read(centre);
                lookers.forEach(looker -> looker.accept(now));
            } catch (RuntimeException e) {
                // Who looks notices that nothing comes; the next wake-up tries again
                LOG.warn("Could not read how {} is", centre, e);
            }
        }
    }
}
