package se.tambur.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A manager's word for the numbers of a month, as they were then. */
@Entity
class Approval {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String centre;

    @Column(name = "\"month\"")
    private String month;

    private int number;
    private int revision;
    private String numbers;
    private String hash;
    private String approvedBy;
    private Instant approvedAt;
    private @Nullable String withdrawnBy;
    private @Nullable Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init") // filled by JPA
    protected Approval() {}

    /**
     * @param number how many approvals the month then has had
     * @param revision how many of them stand
     */
    Approval(MonthNumbers numbers, int number, int revision, String by, Instant at) {
        this.centre = numbers.centre().value();
        this.month = numbers.month().toString();
        this.number = number;
        this.revision = revision;
        this.numbers = numbers.text();
        this.hash = numbers.hash();
        this.approvedBy = by;
        this.approvedAt = at;
    }

    void withdraw(String by, Instant at) {
        withdrawnBy = by;
        withdrawnAt = at;
    }

    boolean stands() {
        return withdrawnAt == null;
    }

    boolean isFor(YearMonth wanted) {
        return month.equals(wanted.toString());
    }

    MonthNumbers numbers() {
        return MonthNumbers.read(numbers);
    }

    Approvals.Approved shown() {
        return new Approvals.Approved(revision, approvedAt, approvedBy, hash);
    }
}
