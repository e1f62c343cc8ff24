package se.tambur.visit;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.visit.CorrectionRefused.Flaw;
import se.tambur.visit.CorrectionRefused.Why;
import se.tambur.visit.Corrections.Balance;
import se.tambur.visit.Corrections.Change;
import se.tambur.visit.Corrections.Entry;
import se.tambur.visit.Corrections.Reason;
import se.tambur.visit.Corrections.Slip;

/**
 * Groups that staff counted by hand: outdoors, from a paper list, where the tablet was dark, or where it never stands.
 * They are sums and no visits (decision 0010): how many parties they were is only known where somebody counted them.
 */
@Service
public class HandCounts {

    private final Corrections corrections;
    private final Centres centres;
    private final Clock clock;

    HandCounts(Corrections corrections, Centres centres, Clock clock) {
        this.corrections = corrections;
        this.centres = centres;
        this.clock = clock;
    }

    /**
     * Counts a group. A session that staff have called empty or not counted before is counted from then on.
     *
     * @param id made once by whoever asks; the same id again changes nothing
     * @param group its numbers; without {@link Tallies#VISITS} nobody knows in how many parties they came
     * @param hour about when, 0 to 23; null: nobody knows, and it is guessed as with a correction
     * @return as it stands; with the numbers first sent where the id was known already
     * @throws CorrectionRefused with everything that is wrong; nothing is changed then
     * @throws IllegalArgumentException when a number is negative, or the plans know no such activity or age
     */
    public Entry count(CentreId centre, UUID id, Change group, @Nullable Integer hour, Reason reason, String author) {
        if (!Reason.BY_HAND.contains(reason)
                || group.numbers().values().stream().anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException("A count by hand adds, for a reason of its own");
        }
        refuseParties(group.numbers());
        if (hour != null
                && group.day()
                        .atTime(hour, 0)
                        .atZone(centres.timetable(centre).zone())
                        .toInstant()
                        .isAfter(clock.instant())) {
            throw new CorrectionRefused(new Flaw(Why.TO_COME, "", 0));
        }
        return corrections.enter(centre, new Slip(id, group, reason, true, hour), author);
    }

    private static void refuseParties(Map<String, Integer> numbers) {
        int parties = numbers.getOrDefault(Tallies.VISITS, 0);
        int people = numbers.values().stream().mapToInt(Integer::intValue).sum() - parties;
        if (parties > people || parties > 0 && numbers.getOrDefault(Tallies.EXPECTING, 0) > parties) {
            throw new CorrectionRefused(new Flaw(Why.PARTIES, Tallies.VISITS, 0));
        }
    }

    /** The counts of a span of days that stand, both ends in, in the order they were made. */
    public List<Entry> of(CentreId centre, LocalDate from, LocalDate to) {
        return corrections.of(centre, from, to).stream()
                .filter(entry -> entry.byHand() && entry.stands())
                .toList();
    }

    /** What the counts of a span of days come to. */
    public Sum sum(CentreId centre, LocalDate from, LocalDate to) {
        List<Entry> counts = of(centre, from, to);
        int withoutParties = (int) counts.stream()
                .filter(count -> !count.numbers().containsKey(Tallies.VISITS))
                .count();
        Balance all = Corrections.balance(counts);
        return new Sum(all.corrections(), all.visits(), all.children(), all.adults(), all.expecting(), withoutParties);
    }

    /**
     * Counts by hand together.
     *
     * @param withoutParties how many of them do not know their parties, and are missing among the visits
     */
    public record Sum(int counts, int visits, int children, int adults, int expecting, int withoutParties) {}
}
