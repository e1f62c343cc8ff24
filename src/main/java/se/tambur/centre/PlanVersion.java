package se.tambur.centre;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One version of a centre's plan, with its text as it was written; never changed once taken in. */
@Entity
@Table(name = "plan_version")
class PlanVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private String centre;
    private int version;
    private @Nullable LocalDate validFrom;
    private String text;
    private String author;
    private Instant takenAt;

    /** For JPA alone. */
    @SuppressWarnings("NullAway.Init")
    protected PlanVersion() {}

    PlanVersion(
            CentreId centre, int version, @Nullable LocalDate validFrom, String text, String author, Instant takenAt) {
        this.centre = centre.value();
        this.version = version;
        this.validFrom = validFrom;
        this.text = text;
        this.author = author;
        this.takenAt = takenAt;
    }

    String centre() {
        return centre;
    }

    int version() {
        return version;
    }

    /** The first day it holds; null: from the beginning of time. */
    @Nullable
    LocalDate validFrom() {
        return validFrom;
    }

    String text() {
        return text;
    }

    String author() {
        return author;
    }

    Instant takenAt() {
        return takenAt;
    }
}
