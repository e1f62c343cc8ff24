package se.tambur.report;

import java.time.YearMonth;
import java.util.Locale;
import org.springframework.stereotype.Service;
import se.tambur.centre.CentreId;

/** What a month says. */
@Service
public class Reports {

    /** The month's numbers, exact and internal, from tallies alone. */
    public MonthSummary month(CentreId centre, YearMonth month) {
        throw new UnsupportedOperationException();
    }

    /** The month as tagged PDF/A-2a and PDF/UA-1, in Swedish or English. */
    public byte[] pdf(CentreId centre, YearMonth month, Locale language) {
        throw new UnsupportedOperationException();
    }
}
