package se.tambur.security;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Lets log-ins in two at a time, one address after the other. Looking at a password costs 19 MiB and a tenth of a second on
 * purpose, so a hundred at once would take all memory, and each that waits on a thread takes one from the tablets: here a
 * log-in that waits is a mere connection.
 */
@Component
class LogInTurns {

    static final int AT_ONCE = 2;
    private static final int WAITING = 400;
    private static final int WAITING_OF_ONE = 100;

    private final Map<String, Queue<Runnable>> ready = new LinkedHashMap<>();
    private final Map<String, Integer> waitingFrom = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("log-in-turns").factory());
    private int waiting;
    private int inside;

    /** Takes a place at once where one is free and nobody waits for it; {@link #leave} gives it back. */
    synchronized boolean enter() {
        if (inside < AT_ONCE && ready.isEmpty()) {
            inside++;
            return true;
        }
        return false;
    }

    /**
     * Waits for at least so long and then for a place.
     *
     * @param goIn called with a place taken; must return at once, and whatever it starts must {@link #leave}
     * @return false: so many wait that this one has to come again
     */
    synchronized boolean queue(String address, Duration pause, Runnable goIn) {
        int others = waitingFrom.getOrDefault(address, 0);
        if (waiting >= WAITING || others >= WAITING_OF_ONE) {
            return false;
        }
        waiting++;
        waitingFrom.put(address, others + 1);
        timer.schedule(() -> isReady(address, goIn), pause.toMillis(), TimeUnit.MILLISECONDS);
        return true;
    }

    synchronized void leave() {
        inside--;
        letIn();
    }

    private synchronized void isReady(String address, Runnable goIn) {
        ready.computeIfAbsent(address, from -> new ArrayDeque<>()).add(goIn);
        letIn();
    }

    private void letIn() {
        while (inside < AT_ONCE && !ready.isEmpty()) {
            var longestAgo = ready.entrySet().iterator().next();
            String address = longestAgo.getKey();
            Queue<Runnable> queue = longestAgo.getValue();
            ready.remove(address);
            Runnable goIn = queue.remove();
            if (!queue.isEmpty()) {
                // behind all the other addresses
                ready.put(address, queue);
            }
            waiting--;
            waitingFrom.computeIfPresent(address, (from, number) -> number == 1 ? null : number - 1);
            inside++;
            try {
                goIn.run();
            } catch (RuntimeException e) {
                // whoever waited has gone
                inside--;
            }
        }
    }

    @PreDestroy
    void end() {
        timer.shutdownNow();
    }
}
