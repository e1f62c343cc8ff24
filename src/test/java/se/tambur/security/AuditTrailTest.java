package se.tambur.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.DatabaseTest;
import se.tambur.centre.CentreId;
import se.tambur.security.AuditTrail.Finding;
import se.tambur.security.AuditTrail.Head;
import se.tambur.security.AuditTrail.Question;
import se.tambur.shared.Audited;

/** Each test mends what it broke: all tests of the house write in the same log. */
@DatabaseTest
class AuditTrailTest {

    @Autowired
    private AuditTrail trail;

    @Autowired
    private ApplicationEventPublisher house;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whoeverChangesAnEntryIsFoundOutAtThatEntry() {
        String centre = centre();
        did(centre, "Robin", "session.said", "counted");
        did(centre, "Robin", "session.said", "empty");
        AuditEntry changed = entries(centre).getLast();
        for (String change : List.of("actor = 'Kim'", "detail = 'empty'", "deed = 'room.counted'", "centre = 'x'")) {
            jdbc.sql("update audit set " + change + " where id = ?")
                    .param(changed.id())
                    .update();
            try {
                assertThat(trail.verify(null))
                        .isInstanceOfSatisfying(
                                Finding.Broken.class,
                                broken -> assertThat(broken.entry().id()).isEqualTo(changed.id()));
            } finally {
                jdbc.sql("update audit set actor = ?, centre = ?, deed = ?, detail = ? where id = ?")
                        .params(changed.actor(), changed.centre(), changed.deed(), changed.detail(), changed.id())
                        .update();
            }
        }
        assertThat(trail.verify(null)).isInstanceOf(Finding.Whole.class);
    }

    @Test
    void whoeverTakesAnEntryAwayIsFoundOutAtTheNextOneAndAtTheEndToo() {
        String centre = centre();
        did(centre, "Robin", "visit.added", "1");
        did(centre, "Robin", "visit.added", "2");
        AuditEntry last = entries(centre).getFirst();
        AuditEntry first = entries(centre).getLast();

        withoutEntry(
                first,
                () -> assertThat(trail.verify(null))
                        .isInstanceOfSatisfying(
                                Finding.Broken.class,
                                broken -> assertThat(broken.entry().id()).isEqualTo(last.id())));
        withoutEntry(last, () -> assertThat(trail.verify(null)).isInstanceOf(Finding.CutShort.class));

        assertThat(trail.verify(null)).isInstanceOf(Finding.Whole.class);
    }

    @Test
    void aLogThatWasWrittenAnewDoesNotEndAsTheOneSomebodyNoted() {
        did(centre(), "Robin", "visit.added", "1");
        Head noted = ((Finding.Whole) trail.verify(null)).head();
        did(centre(), "Robin", "visit.added", "2");

        assertThat(trail.verify(noted)).isInstanceOf(Finding.Whole.class);
        var other = new Head(noted.entries(), "0".repeat(64));
        assertThat(trail.verify(other)).isEqualTo(new Finding.Another(other));
    }

    @Test
    void aDeedThatCameToNothingIsNotInTheLog() {
        String centre = centre();
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    did(centre, "Robin", "visit.added", "1");
                    throw new IllegalStateException("the power went");
                }))
                .hasMessage("the power went");

        assertThat(entries(centre)).isEmpty();
        assertThat(trail.verify(null)).isInstanceOf(Finding.Whole.class);
    }

    @Test
    void fortyWhoDoSomethingAtOnceAllStandInOneChain() {
        String centre = centre();
        try (var everyone = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, 40)
                    .forEach(n -> everyone.submit(() -> transaction.executeWithoutResult(
                            status -> did(centre, "Robin", "visit.added", String.valueOf(n)))));
        }

        assertThat(entries(centre)).hasSize(40);
        assertThat(trail.verify(null)).isInstanceOf(Finding.Whole.class);
    }

    @Test
    void entriesFromBeforeTheChainBecomeItsBeginning() {
        String centre = centre();
        Head head = ((Finding.Whole) trail.verify(null)).head();
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update audit set hash = null").update();
            jdbc.sql("update audit_head set entries = 0, hash = ?")
                    .param("0".repeat(64))
                    .update();
        });

        did(centre, "Robin", "visit.added", "1");

        assertThat(trail.verify(head))
                .isInstanceOfSatisfying(
                        Finding.Whole.class,
                        whole -> assertThat(whole.head().entries()).isGreaterThan(head.entries()));
    }

    @Test
    void aCentreSeesItsOwnDeedsOnlyAndFindsThemByWhoAndWhat() {
        String here = centre();
        String there = centre();
        did(here, "Robin", "visit.added", "här");
        did(here, "Kim", "kiosk.code", "Hallen");
        did(there, "Robin", "visit.added", "där");
        did("", "Kim", "account.made", "Robin STAFF");

        assertThat(entries(here)).extracting(AuditEntry::detail).containsExactly("Hallen", "här");
        assertThat(entries(there)).extracting(AuditEntry::detail).containsExactly("där");
        assertThat(trail.actors(new CentreId(there))).containsExactly("Robin");
        assertThat(trail.entries(new Question(new CentreId(here), null, "Kim", List.of()), 9))
                .extracting(AuditEntry::deed)
                .containsExactly("kiosk.code");
        assertThat(trail.entries(new Question(new CentreId(here), null, null, List.of("visit", "visits")), 9))
                .extracting(AuditEntry::deed)
                .containsExactly("visit.added");
    }

    private void withoutEntry(AuditEntry entry, Runnable look) {
        jdbc.sql("delete from audit where id = ?").param(entry.id()).update();
        try {
            look.run();
        } finally {
            jdbc.sql("insert into audit (id, at, actor, centre, deed, detail, hash) overriding system value"
                            + " values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            entry.id(),
                            java.time.OffsetDateTime.ofInstant(entry.at(), java.time.ZoneOffset.UTC),
                            entry.actor(),
                            entry.centre(),
                            entry.deed(),
                            entry.detail(),
                            java.util.Objects.requireNonNull(entry.hash()))
                    .update();
        }
    }

    private void did(String centre, String who, String deed, String what) {
        house.publishEvent(new Audited(who, centre, deed, what));
    }

    private List<AuditEntry> entries(String centre) {
        return trail.entries(new Question(new CentreId(centre), null, null, List.of()), 100);
    }

    private static String centre() {
        return "c-" + UUID.randomUUID().toString().substring(0, 13);
    }
}
