package se.tambur.centre;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.shared.Audited;
import se.tambur.shared.Durability;

/** The centres of this installation and their plans. */
@Service
public class Centres {

    private static final Logger log = LoggerFactory.getLogger(Centres.class);

    /** The author of what no person did. */
    public static final String INSTALLATION = "system";

    private static final int ATTEMPTS = 5;

    private final PlanVersionRepository versions;
    private final PlanFolder folder;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<Durability> durability;
    private final Clock clock;
    private final Lock storing = new ReentrantLock();
    private final Map<CentreId, PlanHistory> histories = new ConcurrentHashMap<>();

    Centres(
            PlanVersionRepository versions,
            PlanFolder folder,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            ObjectProvider<Durability> durability,
            Clock clock) {
        this.versions = versions;
        this.folder = folder;
        this.transaction = new TransactionTemplate(transactions);
        // what is announced must have been committed, whatever the caller is in the middle of
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.events = events;
        this.durability = durability;
        this.clock = clock;
    }

    /**
     * Takes in the plans of the configuration folder whose centres are not here yet, before anybody asks for one. A
     * broken file is told in the log, the others are taken in; mended, it is taken in at the next start.
     */
    @PostConstruct
    void takeInFolder() {
        Map<CentreId, Path> seen = new HashMap<>();
        for (Path file : folder.files()) {
            String name = file.getFileName().toString();
            try {
                String text = YamlField.decode(name, Files.readAllBytes(file));
                CentreId centre = PlanYaml.read(name, text).id();
                Path other = seen.putIfAbsent(centre, file);
                if (other != null) {
                    log.error("Plan {} not taken in: {} is the centre {} too", file, other.getFileName(), centre);
                } else if (!exists(centre)) {
                    adopt(null, name, text, null, INSTALLATION);
                    log.info("Plan {} taken in: the centre {} is here", file, centre);
                }
            } catch (PlanRefused e) {
                log.error("Plan {} not taken in:\n{}", file, e.getMessage());
            } catch (IOException e) {
                log.error("Plan {} not taken in: it cannot be read ({})", file, e.toString());
            }
        }
    }

    /** All centres in the order they came. */
    public List<CentreId> all() {
        return versions.centres().stream().map(CentreId::new).toList();
    }

    public boolean exists(CentreId centre) {
        return histories.containsKey(centre) || versions.existsByCentre(centre.value());
    }

    /**
     * The plan that holds today.
     *
     * @throws NoSuchCentre when there is none of that id
     */
    public Plan plan(CentreId centre) {
        PlanHistory history = history(centre);
        return history.planOn(today(history));
    }

    /**
     * The sessions of any date, by the version that held then.
     *
     * @throws NoSuchCentre when there is none of that id
     */
    public Timetable timetable(CentreId centre) {
        return history(centre);
    }

    /** The newest plan's word on an age group, also one that the plan of today has dropped. */
    public Optional<Plan.Age> age(CentreId centre, AgeId age) {
        return history(centre).age(age);
    }

    /** The newest plan's word on an activity, also one that the plan of today has dropped. */
    public Optional<Plan.Activity> activity(CentreId centre, ActivityId activity) {
        return history(centre).activity(activity);
    }

    /** Every age group any version knew, in the newest plan's order, dropped ones last. */
    public List<Plan.Age> ages(CentreId centre) {
        return history(centre).ages();
    }

    /** Every activity any version knew, in the newest plan's order, dropped ones last. */
    public List<Plan.Activity> activities(CentreId centre) {
        return history(centre).activities();
    }

    /**
     * Checks a plan and takes it in as a new version; a new id makes a centre, whose first version holds from the
     * beginning of time. The very text that holds already is not taken in again.
     *
     * @param file the name to use in messages
     * @param from the first day it holds; null: today
     * @return the number of the version
     * @throws PlanRefused with every flaw, and nothing changed
     */
    public int adopt(String file, String yaml, @Nullable LocalDate from, String author) {
        return adopt(null, file, yaml, from, author).number();
    }

    /** @param expected the centre it must be for; null: any */
    PlanHistory.Version adopt(
            @Nullable CentreId expected, String file, String yaml, @Nullable LocalDate from, String author) {
        Plan plan = PlanYaml.read(file, yaml, expected, id -> find(id).map(PlanHistory::zone));
        CentreId centre = plan.id();
        Optional<PlanHistory.Version> taken =
                store(centre, before -> new Draft(plan, yaml, before.map(history -> beginning(from, history))), author);
        if (taken.isEmpty()) {
            PlanHistory history = history(centre);
            return history.versionOn(beginning(from, history));
        }
        announce(centre, taken.get(), "plan.adopted", author);
        return taken.get();
    }

    /**
     * Makes a new version out of how things are at the very moment it is taken in.
     *
     * @param next is asked again when another node was quicker; whatever it throws changes nothing
     * @throws NoSuchCentre when there is none of that id
     * @throws PlanRefused when what comes out is no sound plan
     */
    PlanHistory.Version change(
            CentreId centre, LocalDate from, Function<PlanHistory, Plan> next, String deed, String author) {
        Optional<PlanHistory.Version> taken = store(
                centre,
                before -> {
                    PlanHistory history = before.orElseThrow(() -> new NoSuchCentre(centre.value()));
                    String yaml = PlanYaml.write(next.apply(history));
                    return new Draft(PlanYaml.read(centre + ".yaml", yaml), yaml, Optional.of(from));
                },
                author);
        if (taken.isEmpty()) {
            return history(centre).versionOn(from);
        }
        announce(centre, taken.get(), deed, author);
        return taken.get();
    }

    /**
     * Makes a centre; its plan holds from the beginning of time.
     *
     * @throws CentreTaken when there is one of that id
     * @throws PlanRefused with every flaw, and nothing changed
     */
    public void found(Plan plan, String author) {
        String yaml = PlanYaml.write(plan);
        Plan sound = PlanYaml.read(plan.id() + ".yaml", yaml);
        store(
                        plan.id(),
                        before -> {
                            if (before.isPresent()) {
                                throw new CentreTaken(plan.id());
                            }
                            return new Draft(sound, yaml, Optional.empty());
                        },
                        author)
                .ifPresent(version -> announce(plan.id(), version, "plan.centre-made", author));
    }

    /**
     * Reads a file that is to be a centre's plan; changes nothing.
     *
     * @throws PlanRefused with every flaw
     */
    public PlanFile read(CentreId centre, String file, byte[] bytes) {
        String yaml = YamlField.decode(file, bytes);
        return new PlanFile(file, yaml, PlanYaml.read(file, yaml, centre, id -> find(id).map(PlanHistory::zone)));
    }

    /**
     * Looks whether a plan would be taken in; changes nothing.
     *
     * @throws PlanRefused with every flaw
     */
    public void check(Plan plan) {
        PlanYaml.read(plan.id() + ".yaml", PlanYaml.write(plan));
    }

    /**
     * Takes a plan in as a new version, in its canonical form, unless somebody was quicker.
     *
     * @param seen the newest version when it was looked at
     * @throws PlanMoved when there is a newer one; nothing is changed
     * @throws PlanRefused with every flaw, and nothing changed
     */
    public PlanHistory.Version adopt(Plan plan, LocalDate from, int seen, String deed, String author) {
        return adopt(plan.id(), plan.id() + ".yaml", PlanYaml.write(plan), from, seen, deed, author);
    }

    /**
     * Takes a text in as a new version of a centre's plan, as it was written, unless somebody was quicker.
     *
     * @param seen the newest version when it was looked at
     * @throws PlanMoved when there is a newer one; nothing is changed
     * @throws PlanRefused with every flaw, and nothing changed
     */
    public PlanHistory.Version adopt(
            CentreId centre, String file, String yaml, LocalDate from, int seen, String deed, String author) {
        Plan plan = PlanYaml.read(file, yaml, centre, id -> find(id).map(PlanHistory::zone));
        Optional<PlanHistory.Version> taken = store(
                centre,
                before -> {
                    PlanHistory history = before.orElseThrow(() -> new NoSuchCentre(centre.value()));
                    if (history.newest().number() != seen) {
                        throw new PlanMoved(centre, seen);
                    }
                    return new Draft(plan, yaml, Optional.of(from));
                },
                author);
        taken.ifPresent(version -> announce(centre, version, deed, author));
        return taken.orElseGet(() -> history(centre).versionOn(from));
    }

    /** @param from the first day it holds; of no meaning for a first version */
    private record Draft(Plan plan, String yaml, Optional<LocalDate> from) {}

    private LocalDate beginning(@Nullable LocalDate from, PlanHistory history) {
        return from != null ? from : today(history);
    }

    private void announce(CentreId centre, PlanHistory.Version taken, String deed, String author) {
        durability.ifAvailable(Durability::settle);
        events.publishEvent(new PlanChanged(centre));
        events.publishEvent(new Audited(author, centre.value(), deed, "version " + taken.number()));
    }

    /** Empty when the text holds on that day already. */
    private Optional<PlanHistory.Version> store(
            CentreId centre, Function<Optional<PlanHistory>, Draft> next, String author) {
        storing.lock();
        try {
            for (int attempt = 1; ; attempt++) {
                try {
                    Optional<PlanHistory> before = find(centre);
                    return storeNext(centre, before, next.apply(before), author);
                } catch (DataIntegrityViolationException e) {
                    if (attempt == ATTEMPTS) {
                        throw e;
                    }
                    // another node took that number a moment ago
                    histories.remove(centre);
                }
            }
        } finally {
            storing.unlock();
        }
    }

    private Optional<PlanHistory.Version> storeNext(
            CentreId centre, Optional<PlanHistory> before, Draft draft, String author) {
        // a centre's first version holds from the beginning of time
        LocalDate first = null;
        int number = 1;
        if (before.isPresent()) {
            first = draft.from().orElseThrow();
            number = before.get().newest().number() + 1;
            if (before.get().versionOn(first).text().equals(draft.yaml())) {
                return Optional.empty();
            }
        }
        Instant now = clock.instant();
        PlanVersion version = new PlanVersion(centre, number, first, draft.yaml(), author, now);
        transaction.executeWithoutResult(status -> versions.save(version));
        // here too, as nobody listens yet while the application starts
        histories.remove(centre);
        return Optional.of(new PlanHistory.Version(number, first, draft.yaml(), draft.plan(), author, now));
    }

    /** Another node may have taken it in; whoever re-reads on this event then finds the new version here too. */
    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void forget(PlanChanged event) {
        histories.remove(event.centre());
    }

    /** What day it is at a centre. */
    public LocalDate today(CentreId centre) {
        return today(history(centre));
    }

    private LocalDate today(PlanHistory history) {
        return LocalDate.ofInstant(clock.instant(), history.zone());
    }

    /**
     * Every version of a centre's plan.
     *
     * @throws NoSuchCentre when there is none of that id
     */
    public PlanHistory history(CentreId centre) {
        return find(centre).orElseThrow(() -> new NoSuchCentre(centre.value()));
    }

    private Optional<PlanHistory> find(CentreId centre) {
        PlanHistory known = histories.get(centre);
        if (known != null) {
            return Optional.of(known);
        }
        // within the map's lock, so that what is read here is never older than a version taken in meanwhile
        return Optional.ofNullable(histories.computeIfAbsent(centre, this::load));
    }

    private @Nullable PlanHistory load(CentreId centre) {
        List<PlanHistory.Version> read = versions.findByCentreOrderByVersion(centre.value()).stream()
                .map(version -> new PlanHistory.Version(
                        version.version(),
                        version.validFrom(),
                        version.text(),
                        PlanYaml.read(centre + " version " + version.version(), version.text()),
                        version.author(),
                        version.takenAt()))
                .toList();
        return read.isEmpty() ? null : new PlanHistory(read);
    }
}
