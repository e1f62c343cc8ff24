package se.tambur.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Service;
import se.tambur.centre.CentreId;

/** History taken in from a file: all or nothing, and a whole import can be taken out again. */
@Service
public class Imports {

    /**
     * Takes in a CSV whose header is {@code arrived_at,activity,AGE...,adults,expecting}.
     *
     * @param file its name, for messages
     * @param progress told the per cent done, from any thread; may be called often
     * @throws ImportRefused with every flaw by line, or the days already counted; nothing is changed then
     */
    public Outcome take(CentreId centre, String file, byte[] csv, String author, IntConsumer progress) {
        throw new UnsupportedOperationException();
    }

    /** The imports that stand, newest first. */
    public List<Run> runs(CentreId centre) {
        throw new UnsupportedOperationException();
    }

    /** Takes a whole import out again. */
    public void undo(CentreId centre, long run, String author) {
        throw new UnsupportedOperationException();
    }

    /**
     * What an import did.
     *
     * @param again true: the same file had been taken in before, nothing was changed
     */
    public record Outcome(long run, boolean again, int visits, int children, LocalDate first, LocalDate last) {}

    /** An import that stands. */
    public record Run(long id, LocalDate first, LocalDate last, int visits, String author, Instant at) {}
}
