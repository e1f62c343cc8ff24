package se.tambur.visit;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.centre.CentreId;
import se.tambur.shared.Durability;

/**
 * The one who writes visits: everything that changes them goes through one thread, so that many hand-overs share one
 * transaction and one write to disk, and nobody is answered before it. Two processes on one database stay right by
 * unique keys, row locks and increments.
 */
@Component
class Writer implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int MOST_EVENTS = 5000;

    private final Intake intake;
    private final Bursts bursts;
    private final TransactionTemplate transaction;
    private final Durability durability;
    private final ApplicationEventPublisher announcer;
    private final Clock clock;
    private final Duration gather;
    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final BlockingQueue<CentreId> changed = new LinkedBlockingQueue<>();
    private final Thread writing = Thread.ofPlatform().name("visits").daemon().unstarted(this::writeOn);
    private final Thread announcing = Thread.ofVirtual().name("visits-changed").unstarted(this::announceOn);
    private volatile boolean closed;

    Writer(
            Intake intake,
            Bursts bursts,
            TransactionTemplate transaction,
            Durability durability,
            ApplicationEventPublisher announcer,
            Clock clock,
            VisitSettings settings) {
        this.intake = intake;
        this.bursts = bursts;
        this.transaction = transaction;
        this.durability = durability;
        this.announcer = announcer;
        this.clock = clock;
        this.gather = settings.gather();
        writing.start();
        announcing.start();
    }

    /** Stores events; returns when the answers are true on disk. */
    List<Taken> store(List<Handed> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        return submit(new Store(events, new CompletableFuture<>()));
    }

    /** Does something in a transaction of its own and returns when it is on disk; its exception is thrown here. */
    <T> T run(CentreId centre, Supplier<T> deed) {
        return submit(new Deed<>(centre, true, deed, new CompletableFuture<>()));
    }

    /** As {@link #run}, for what no view shows. */
    <T> T runQuietly(CentreId centre, Supplier<T> deed) {
        return submit(new Deed<>(centre, false, deed, new CompletableFuture<>()));
    }

    private <T> T submit(Work work, CompletableFuture<T> answer) {
        if (closed) {
            throw new IllegalStateException("Visits are no longer taken in: the house is closing");
        }
        queue.add(work);
        try {
            return answer.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private List<Taken> submit(Store store) {
        return submit(store, store.answer());
    }

    private <T> T submit(Deed<T> deed) {
        return submit(deed, deed.answer());
    }

    /** Never interrupted: an interrupt in the middle of a write would close H2's file. */
    private void writeOn() {
        while (true) {
            List<Work> batch = gather();
            try {
                write(batch);
            } catch (RuntimeException | Error e) {
                LOG.error("Visits could not be written", e);
                batch.forEach(work -> work.answer().completeExceptionally(e));
            }
            if (batch.contains(Close.NOW)) {
                queue.forEach(
                        work -> work.answer().completeExceptionally(new IllegalStateException("The house is closing")));
                return;
            }
        }
    }

    private List<Work> gather() {
        List<Work> batch = new ArrayList<>();
        try {
            Work first = queue.take();
            batch.add(first);
            int events = first.events();
            long until = System.nanoTime() + gather.toNanos();
            while (events < MOST_EVENTS && !(batch.getLast() instanceof Close)) {
                Work next = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    break;
                }
                batch.add(next);
                events += next.events();
            }
        } catch (InterruptedException e) {
            LOG.warn("Somebody interrupted the writer of visits; it goes on");
        }
        return batch;
    }

    private void write(List<Work> batch) {
        List<Runnable> answers = new ArrayList<>();
        Set<CentreId> touched = new HashSet<>();
        storeAll(
                batch.stream()
                        .filter(Store.class::isInstance)
                        .map(Store.class::cast)
                        .toList(),
                answers,
                touched);
        for (Work work : batch) {
            if (work instanceof Deed<?> deed) {
                deed.perform(transaction, answers, touched);
            }
        }
        if (answers.isEmpty()) {
            return;
        }
        durability.settle();
        answers.forEach(Runnable::run);
        changed.addAll(touched);
        bursts.tidy(clock.instant());
    }

    private void storeAll(List<Store> stores, List<Runnable> answers, Set<CentreId> touched) {
        if (stores.isEmpty()) {
            return;
        }
        List<Handed> events = stores.stream().flatMap(s -> s.handed().stream()).toList();
        try {
            List<Taken> taken = inTransaction(events);
            int next = 0;
            for (Store store : stores) {
                List<Taken> mine = taken.subList(next, next += store.events());
                note(store, mine, touched);
                answers.add(() -> store.answer().complete(mine));
            }
        } catch (RuntimeException e) {
            forget(events);
            LOG.warn("{} events could not be stored together and are tried one by one: {}", events.size(), kind(e));
            stores.forEach(store -> storeOneByOne(store, answers, touched));
        }
    }

    /** So that an event the database will not have only hurts itself. */
    private void storeOneByOne(Store store, List<Runnable> answers, Set<CentreId> touched) {
        List<Taken> taken = new ArrayList<>();
        for (Handed handed : store.handed()) {
            try {
                taken.addAll(inTransaction(List.of(handed)));
            } catch (DataIntegrityViolationException e) {
                forget(List.of(handed));
                LOG.warn("The database refuses an event: {}", kind(e));
                taken.add(new Taken(handed.event().id(), Taken.Result.REFUSED, Refusal.NOT_STORABLE));
            } catch (RuntimeException e) {
                forget(List.of(handed));
                answers.add(() -> store.answer().completeExceptionally(e));
                note(store, taken, touched);
                return;
            }
        }
        note(store, taken, touched);
        answers.add(() -> store.answer().complete(List.copyOf(taken)));
    }

    private List<Taken> inTransaction(List<Handed> events) {
        return transaction.execute(status -> intake.store(events));
    }

    private void forget(List<Handed> events) {
        events.forEach(handed -> bursts.forget(handed.door()));
    }

    private static void note(Store store, List<Taken> taken, Set<CentreId> touched) {
        boolean any =
                taken.stream().anyMatch(t -> t.result() == Taken.Result.STORED || t.result() == Taken.Result.HELD);
        if (any) {
            touched.add(store.handed().getFirst().centre());
        }
    }

    /** An exception's message may hold the row; its kind does not. */
    private static String kind(Throwable e) {
        Throwable deepest = e;
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        return deepest instanceof java.sql.SQLException sql
                ? "SQL state " + sql.getSQLState()
                : deepest.getClass().getSimpleName();
    }

    /** In a thread of its own, so that a slow view never holds up a door; wake-ups that pile up become one. */
    private void announceOn() {
        while (!closed) {
            try {
                Set<CentreId> woken = new HashSet<>();
                woken.add(changed.take());
                changed.drainTo(woken);
                woken.forEach(this::announce);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void announce(CentreId centre) {
        try {
            announcer.publishEvent(new VisitsChanged(centre));
        } catch (RuntimeException e) {
            LOG.warn("Somebody who listens for visits failed", e);
        }
    }

    @Override
    public void destroy() throws InterruptedException {
        closed = true;
        queue.add(Close.NOW);
        writing.join(Duration.ofSeconds(10));
        announcing.interrupt();
    }

    private sealed interface Work {

        CompletableFuture<?> answer();

        default int events() {
            return 1;
        }
    }

    private record Store(List<Handed> handed, CompletableFuture<List<Taken>> answer) implements Work {

        @Override
        public int events() {
            return handed.size();
        }
    }

    private record Deed<T>(CentreId centre, boolean shown, Supplier<T> deed, CompletableFuture<T> answer)
            implements Work {

        void perform(TransactionTemplate transaction, List<Runnable> answers, Set<CentreId> touched) {
            try {
                @Nullable T done = transaction.execute(status -> deed.get());
                answers.add(() -> answer.complete(done));
                if (shown) {
                    touched.add(centre);
                }
            } catch (RuntimeException e) {
                answers.add(() -> answer.completeExceptionally(e));
            }
        }
    }

    private enum Close implements Work {
        NOW;

        private final CompletableFuture<Void> answer = new CompletableFuture<>();

        @Override
        public CompletableFuture<?> answer() {
            return answer;
        }
    }
}
