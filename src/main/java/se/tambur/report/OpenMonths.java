package se.tambur.report;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.tambur.centre.CentreId;
import se.tambur.report.Approvals.State;
import se.tambur.visit.Tallies;

/** The months that are over and that nobody stands for as they are now. */
@Component
class OpenMonths {

    /** A month is to be whole before this day of the next, when the committee's figures are drawn. */
    private static final int DUE = 10;

    private static final int LOOKED_AT = 13;

    private final Reports reports;

    OpenMonths(Reports reports) {
        this.reports = reports;
    }

    /** Newest first, at most thirteen months back; those in which nothing was held and nobody came left out. */
    List<OpenMonth> of(CentreId centre) {
        LocalDate today = reports.today(centre);
        List<OpenMonth> open = new ArrayList<>();
        YearMonth last = YearMonth.from(today).minusMonths(1);
        for (int i = 0; i < LOOKED_AT; i++) {
            YearMonth month = last.minusMonths(i);
            Summary summary = reports.month(centre, month);
            if (summary.held() > 0 || summary.visits() > 0) {
                State state = reports.standing(centre, summary).state();
                if (state != State.APPROVED) {
                    open.add(new OpenMonth(
                            month,
                            state,
                            missing(summary),
                            summary.suspect(),
                            month.plusMonths(1).atDay(DUE)));
                }
            }
        }
        return open;
    }

    static List<LocalDate> missing(Summary summary) {
        return summary.sessions().stream()
                .filter(session -> session.state() == Tallies.State.NOT_COUNTED)
                .map(Summary.BySession::day)
                .toList();
    }

    /**
     * A month to finish.
     *
     * @param missing the day of each session that is not counted
     * @param suspects visits that wait for a decision
     * @param due before the end of this day
     */
    record OpenMonth(YearMonth month, State state, List<LocalDate> missing, int suspects, LocalDate due) {}
}
