package se.tambur.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.centre.CentreId;
import se.tambur.shared.Audited;

/**
 * Writes down who did what. Rows are only ever added, and each holds a hash over the one before: who changes, removes or
 * slips in an entry afterwards breaks the chain there.
 */
@Component
class AuditTrail {

    private static final String NOTHING = "0".repeat(64);
    private static final int AT_A_TIME = 1000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    AuditTrail(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Runs in the transaction of the deed, so that neither stands without the other, and last in it: the end of the chain is
     * a row that all wait for, so it is held for a moment only and never while waiting for another.
     */
    @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT, fallbackExecution = true)
    void on(Audited deed) {
        transaction.executeWithoutResult(status -> append(deed));
    }

    @EventListener
    void on(AuthenticationSuccessEvent signedIn) {
        on(new Audited(signedIn.getAuthentication().getName(), "", "account.signed-in", ""));
    }

    /** Where the chain ends: so many entries, and the hash of the last. */
    record Head(long entries, String hash) {}

    /** How a look along the whole chain ended; the number is the place in it of the first entry that is not as it was. */
    sealed interface Finding {

        record Whole(Head head) implements Finding {}

        record Broken(long number, AuditEntry entry) implements Finding {}

        /** The entries hold together but are not as many as were written, or do not end as they did. */
        record CutShort(long found, Head written) implements Finding {}

        /** The chain holds together but is not the one somebody wrote down the end of. */
        record Another(Head noted) implements Finding {}
    }

    /** @param noted an end of the chain as an earlier look told it, kept elsewhere; shows a chain that was made anew */
    Finding verify(@Nullable Head noted) {
        return transaction.execute(status -> {
            // held, so that nobody adds while we look
            Head written = lockedHead();
            String hash = NOTHING;
            long number = 0;
            boolean met = noted == null || noted.entries() == 0;
            for (List<AuditEntry> some = after(0);
                    !some.isEmpty();
                    some = after(some.getLast().id())) {
                if (written.entries() == 0 && some.getFirst().hash() == null) {
                    return new Finding.Whole(written);
                }
                for (AuditEntry entry : some) {
                    number++;
                    hash = entry.chained(hash);
                    if (!hash.equals(entry.hash())) {
                        return new Finding.Broken(number, entry);
                    }
                    met |= noted != null && noted.equals(new Head(number, hash));
                }
            }
            if (number != written.entries() || !hash.equals(written.hash())) {
                return new Finding.CutShort(number, written);
            }
            return met || noted == null ? new Finding.Whole(written) : new Finding.Another(noted);
        });
    }

    /**
     * What is looked for.
     *
     * @param centre null: every one, and what concerns the whole house
     * @param since null: from the beginning
     * @param actor null: anyone
     * @param deeds first words of deeds; empty: all
     */
    record Question(
            @Nullable CentreId centre,
            @Nullable Instant since,
            @Nullable String actor,
            List<String> deeds) {}

    /** The newest first. */
    List<AuditEntry> entries(Question question, int most) {
        String deeds = question.deeds().isEmpty()
                ? ""
                : " and ("
                        + String.join(
                                " or ",
                                question.deeds().stream()
                                        .map(d -> "deed like ?")
                                        .toList()) + ")";
        var query = jdbc.sql("select * from audit where (cast(? as varchar) is null or centre = ?) and at >= ?"
                + " and (cast(? as varchar) is null or actor = ?)" + deeds + " order by id desc limit ?");
        String centre = centre(question.centre());
        query = query.param(centre)
                .param(centre)
                .param(at(Optional.ofNullable(question.since()).orElse(Instant.EPOCH)))
                .param(question.actor())
                .param(question.actor());
        for (String deed : question.deeds()) {
            query = query.param(deed + ".%");
        }
        return query.param(most).query(AuditTrail::read).list();
    }

    /** Who has done anything there. */
    List<String> actors(@Nullable CentreId centre) {
        return jdbc.sql("select distinct actor from audit"
                        + " where (cast(? as varchar) is null or centre = ?) order by actor")
                .param(centre(centre))
                .param(centre(centre))
                .query((row, number) -> row.getString("actor"))
                .list();
    }

    private void append(Audited deed) {
        Head head = lockedHead();
        if (head.entries() == 0) {
            head = chainWhatIsThere(head);
        }
        var entry = new AuditEntry(
                0,
                // as exact as both databases keep it
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                cut(deed.actor(), 80),
                cut(deed.centre(), 40),
                cut(deed.deed(), 80),
                cut(deed.detail(), 1000),
                null);
        String hash = entry.chained(head.hash());
        jdbc.sql("insert into audit (at, actor, centre, deed, detail, hash) values (?, ?, ?, ?, ?, ?)")
                .params(at(entry.at()), entry.actor(), entry.centre(), entry.deed(), entry.detail(), hash)
                .update();
        keep(new Head(head.entries() + 1, hash));
    }

    /** Entries from before there was a chain become its beginning. */
    private Head chainWhatIsThere(Head head) {
        Head end = head;
        for (List<AuditEntry> some = after(0);
                !some.isEmpty();
                some = after(some.getLast().id())) {
            for (AuditEntry entry : some) {
                end = new Head(end.entries() + 1, entry.chained(end.hash()));
                jdbc.sql("update audit set hash = ? where id = ? and hash is null")
                        .params(end.hash(), entry.id())
                        .update();
            }
        }
        return end;
    }

    private Head lockedHead() {
        return jdbc.sql("select entries, hash from audit_head where id = 1 for update")
                .query((row, number) -> new Head(row.getLong("entries"), row.getString("hash")))
                .single();
    }

    private void keep(Head head) {
        jdbc.sql("update audit_head set entries = ?, hash = ? where id = 1")
                .params(head.entries(), head.hash())
                .update();
    }

    private List<AuditEntry> after(long id) {
        return jdbc.sql("select * from audit where id > ? order by id limit ?")
                .params(id, AT_A_TIME)
                .query(AuditTrail::read)
                .list();
    }

    private static AuditEntry read(ResultSet row, int number) throws SQLException {
        return new AuditEntry(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("centre"),
                row.getString("deed"),
                row.getString("detail"),
                row.getString("hash"));
    }

    private static @Nullable String centre(@Nullable CentreId centre) {
        return centre == null ? null : centre.value();
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        // never through the middle of a letter of two
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }
}
