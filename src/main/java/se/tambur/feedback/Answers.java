package se.tambur.feedback;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.centre.CentreId;

/** Anonymous answers to the goals' questions, kept as sums per day. */
@Service
public class Answers {

    /** A tablet may sleep through a summer; longer than this it is not asked to remember. */
    private static final int RECEIPT_DAYS = 180;

    private final JdbcClient jdbc;
    private final TransactionTemplate whole;
    private final Clock clock;

    Answers(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.whole = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Takes in answers once each, in one transaction that is committed on return.
     *
     * @return for each, in order: true stored, false it had been stored before
     */
    public List<Boolean> take(CentreId centre, List<Answer> answers) {
        if (answers.isEmpty()) {
            return List.of();
        }
        try {
            return takeAll(centre, answers);
        } catch (CannotAcquireLockException another) {
            // two tablets met on the same sum; nothing was kept of this one, so it may simply go again
            return takeAll(centre, answers);
        }
    }

    private List<Boolean> takeAll(CentreId centre, List<Answer> answers) {
        return Objects.requireNonNull(whole.execute(status -> {
            Set<UUID> fresh = keepReceipts(answers);
            var sums = new TreeMap<Key, Integer>();
            var stored = new ArrayList<Boolean>();
            for (Answer answer : answers) {
                // a repeat within the batch finds its id already taken
                boolean first = fresh.remove(answer.id());
                stored.add(first);
                if (first) {
                    sums.merge(Key.of(answer), 1, Integer::sum);
                }
            }
            sums.forEach((key, number) -> add(centre, key, number));
            return List.copyOf(stored);
        }));
    }

    /** In the order of the ids, so that two batches with the same ones wait for each other instead of for ever. */
    private Set<UUID> keepReceipts(List<Answer> answers) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var fresh = new HashSet<UUID>();
        answers.stream().map(Answer::id).distinct().sorted().forEach(id -> {
            int rows = jdbc.sql("insert into answer_receipt (id, received_on) values (?, ?) on conflict do nothing")
                    .params(id, today)
                    .update();
            if (rows == 1) {
                fresh.add(id);
            }
        });
        return fresh;
    }

    private void add(CentreId centre, Key key, int number) {
        if (addToRow(centre, key, number) == 0) {
            jdbc.sql("""
                    insert into answer_sum (centre, answered_on, goal, answered_by, face, number) values (?, ?, ?, ?, ?, 0)
                    on conflict do nothing""").params(key.row(centre)).update();
            addToRow(centre, key, number);
        }
    }

    private int addToRow(CentreId centre, Key key, int number) {
        return jdbc.sql("""
                update answer_sum set number = number + ?
                where centre = ? and answered_on = ? and goal = ? and answered_by = ? and face = ?""").param(number).params(key.row(centre)).update();
    }

    /** The sums of a span of days, both ends in. */
    public List<Sum> of(CentreId centre, LocalDate from, LocalDate to) {
        return jdbc
                .sql("""
                select goal, answered_by, face, sum(number) as total from answer_sum
                where centre = ? and answered_on between ? and ? group by goal, answered_by, face""")
                .params(centre.value(), from, to)
                .query((row, n) -> new Sum(
                        Goal.of(row.getString("goal")).orElseThrow(),
                        By.valueOf(row.getString("answered_by").toUpperCase(Locale.ROOT)),
                        row.getInt("face"),
                        row.getInt("total")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Sum::goal).thenComparing(Sum::by).thenComparing(Sum::face))
                .toList();
    }

    @Scheduled(cron = "0 20 3 * * *")
    void forgetOldReceipts() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("delete from answer_receipt where received_on < ?")
                .param(today.minusDays(RECEIPT_DAYS))
                .update();
    }

    /** Who answered: an adult with four faces or a child with three. */
    public enum By {
        ADULT,
        CHILD
    }

    /**
     * One answer.
     *
     * @param face 1 to 4 for an adult, 1 to 3 for a child; the highest is the happiest
     * @throws IllegalArgumentException when the face is not one of those
     */
    public record Answer(UUID id, LocalDate day, Goal goal, By by, int face) {

        public Answer {
            if (face < 1 || face > (by == By.ADULT ? 4 : 3)) {
                throw new IllegalArgumentException("answer must be 1 to " + (by == By.ADULT ? 4 : 3) + ", not " + face);
            }
        }
    }

    /** How many gave one face to one goal. */
    public record Sum(Goal goal, By by, int face, int number) {}

    /** What a sum is of; sorted, so that all batches lock sums in the same order. */
    private record Key(LocalDate day, Goal goal, By by, int face) implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::day)
                .thenComparing(Key::goal)
                .thenComparing(Key::by)
                .thenComparing(Key::face);

        static Key of(Answer answer) {
            return new Key(answer.day(), answer.goal(), answer.by(), answer.face());
        }

        List<Object> row(CentreId centre) {
            return List.of(centre.value(), day, goal.id(), by.name().toLowerCase(Locale.ROOT), face);
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
