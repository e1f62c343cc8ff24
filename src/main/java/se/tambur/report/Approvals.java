package se.tambur.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.centre.CentreId;
import se.tambur.report.ApprovalRefused.Why;
import se.tambur.report.MonthNumbers.Change;
import se.tambur.shared.Audited;

/**
 * Which months managers stand for. The numbers that were approved are kept as they were; whatever changes them later
 * makes the month a new revision that somebody has to approve again.
 */
@Service
public class Approvals {

    private final ApprovalRepository approvals;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Approvals(
            ApprovalRepository approvals,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.approvals = approvals;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * How a month stands.
     *
     * @param summary a whole month's numbers as they are now
     * @param today at the centre
     */
    Standing of(CentreId centre, Summary summary, LocalDate today) {
        MonthNumbers now = MonthNumbers.of(centre, summary);
        List<Approval> standing = standing(centre, now.month());
        List<Approved> history = standing.stream().map(Approval::shown).toList();
        if (standing.isEmpty()) {
            boolean running = !today.isAfter(summary.period().last());
            return new Standing(running ? State.RUNNING : State.PRELIMINARY, now.hash(), history, List.of());
        }
        Approval last = standing.getLast();
        List<Change> open = now.since(last.numbers());
        if (!open.isEmpty()) {
            return new Standing(State.CHANGED, now.hash(), history, open);
        }
        return new Standing(
                State.APPROVED,
                now.hash(),
                history,
                standing.size() == 1
                        ? List.of()
                        : now.since(standing.get(standing.size() - 2).numbers()));
    }

    private List<Approval> standing(CentreId centre, YearMonth month) {
        return approvals.findByCentreAndMonthOrderByNumber(centre.value(), month.toString()).stream()
                .filter(Approval::stands)
                .toList();
    }

    /** The last approval of a month that stands, whatever the numbers are now; null: there is none. */
    @Nullable
    Approved last(CentreId centre, YearMonth month) {
        List<Approval> standing = standing(centre, month);
        return standing.isEmpty() ? null : standing.getLast().shown();
    }

    /**
     * A manager stands for a month.
     *
     * @param summary the month's numbers as they are now
     * @param seen the hash of the numbers she was shown
     * @throws ApprovalRefused when it cannot be, and nothing changed
     */
    Approved approve(CentreId centre, Summary summary, LocalDate today, String seen, String by) {
        Standing standing = of(centre, summary, today);
        if (!today.isAfter(summary.period().last())) {
            throw new ApprovalRefused(Why.RUNNING);
        }
        if (summary.suspect() > 0) {
            throw new ApprovalRefused(Why.SUSPECTS);
        }
        if (!standing.hash().equals(seen)) {
            throw new ApprovalRefused(Why.MOVED);
        }
        if (standing.state() == State.APPROVED) {
            throw new ApprovalRefused(Why.DONE);
        }
        MonthNumbers numbers = MonthNumbers.of(centre, summary);
        int revision = standing.history().size() + 1;
        Approved approved;
        try {
            approved = transaction.execute(status -> {
                int number = approvals
                                .findByCentreAndMonthOrderByNumber(
                                        centre.value(), numbers.month().toString())
                                .size()
                        + 1;
                return approvals
                        .save(new Approval(numbers, number, revision, by, clock.instant()))
                        .shown();
            });
        } catch (DataIntegrityViolationException e) {
            // another manager was quicker
            throw new ApprovalRefused(Why.DONE);
        }
        events.publishEvent(new Audited(
                by,
                centre.value(),
                "report.approved",
                numbers.month() + " · revision " + revision + " · " + numbers.hash()));
        return approved;
    }

    /** Takes the last approval of a month back; the one before it, if any, stands again. */
    @Transactional
    public void withdraw(CentreId centre, YearMonth month, String by) {
        List<Approval> standing = standing(centre, month);
        if (!standing.isEmpty()) {
            Approval last = standing.getLast();
            last.withdraw(by, clock.instant());
            approvals.save(last);
            events.publishEvent(new Audited(
                    by,
                    centre.value(),
                    "report.withdrawn",
                    month + " · revision " + last.shown().revision()));
        }
    }

    /** How far a month has come. */
    public enum State {
        RUNNING,
        PRELIMINARY,
        APPROVED,
        /** Approved once, and its numbers are others now. */
        CHANGED
    }

    /** A manager's word. */
    public record Approved(int revision, Instant at, String by, String hash) {}

    /**
     * How a month stands.
     *
     * @param hash of the numbers as they are now
     * @param history the approvals that stand, oldest first
     * @param changes of a changed month: since its approval; of an approved one: since the revision before
     */
    record Standing(State state, String hash, List<Approved> history, List<Change> changes) {

        /** Which revision the numbers are that are shown. */
        int revision() {
            return state == State.APPROVED ? history.size() : history.size() + 1;
        }
    }
}
