package se.tambur.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How long the next guess of a password has to wait. It grows with each wrong one and nobody is ever locked out: whoever
 * knows the password gets in after the wait. Kept in memory only, for names and addresses alike.
 */
@Component
class Patience {

    static final Duration LONGEST = Duration.ofSeconds(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(15);
    private static final int FREE_GUESSES = 3;
    private static final int REMEMBERED = 10_000;

    private final Clock clock;
    private final Map<String, Guesses> wrong = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Guesses> eldest) {
            return size() > REMEMBERED;
        }
    };

    Patience(Clock clock) {
        this.clock = clock;
    }

    /** What stands for somebody whose password is guessed. */
    static String name(String name) {
        return "name " + Account.key(name);
    }

    /** What stands for where guesses come from. */
    static String address(String address) {
        return "from " + address;
    }

    private record Guesses(int number, Instant last) {}

    /** Nothing for the first few wrong ones, then half a second, doubled each time up to {@link #LONGEST}. */
    synchronized Duration before(String who) {
        Guesses guesses = wrong.get(who);
        if (guesses == null || guesses.number() < FREE_GUESSES || forgotten(guesses)) {
            return Duration.ZERO;
        }
        Duration wait = Duration.ofMillis(500L << Math.min(guesses.number() - FREE_GUESSES, 10));
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }

    /**
     * Takes a guess, or says how long it still has to wait. What was taken counts as wrong until {@link #right} is said, so
     * that many at once are no quicker than one after the other.
     */
    synchronized Duration take(String who, Duration longest) {
        Guesses guesses = wrong.get(who);
        if (guesses != null && guesses.number() >= FREE_GUESSES && !forgotten(guesses)) {
            Duration wait = Duration.ofMillis(500L << Math.min(guesses.number() - FREE_GUESSES, 20));
            Instant free = guesses.last().plus(wait.compareTo(longest) < 0 ? wait : longest);
            if (free.isAfter(clock.instant())) {
                return Duration.between(clock.instant(), free);
            }
        }
        wrong(who);
        return Duration.ZERO;
    }

    synchronized void wrong(String who) {
        wrong.merge(
                who,
                new Guesses(1, clock.instant()),
                (old, one) -> forgotten(old) ? one : new Guesses(old.number() + 1, one.last()));
    }

    synchronized void right(String who) {
        wrong.remove(who);
    }

    private boolean forgotten(Guesses guesses) {
        return guesses.last().plus(FORGOTTEN_AFTER).isBefore(clock.instant());
    }
}
