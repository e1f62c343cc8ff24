package se.tambur.course;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.PlanChanged;
import se.tambur.centre.PlanRefused;
import se.tambur.centre.Text;
import se.tambur.shared.Audited;
import se.tambur.shared.Durability;
import se.tambur.shared.Settings;
import se.tambur.shared.Words;

/** The courses of the centres. */
@Service
public class Courses {

    private static final Logger log = LoggerFactory.getLogger(Courses.class);

    /** Who took in the files of the configuration folder. */
    private static final String HOUSE = "system";

    private static final int LONGEST_NAME_IN_ID = 40;

    private final Settings settings;
    private final Centres centres;
    private final CourseDocumentRepository documents;
    private final CourseCodeRepository codes;
    private final PublicAddress publicAddress;
    private final Words words;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Durability> durability;
    private final ApplicationEventPublisher events;
    private final SecureRandom random = new SecureRandom();

    private volatile List<Course> all = List.of();

    Courses(
            Settings settings,
            Centres centres,
            CourseDocumentRepository documents,
            CourseCodeRepository codes,
            PublicAddress publicAddress,
            Words words,
            Clock clock,
            PlatformTransactionManager transactions,
            ObjectProvider<Durability> durability,
            ApplicationEventPublisher events) {
        this.settings = settings;
        this.centres = centres;
        this.documents = documents;
        this.codes = codes;
        this.publicAddress = publicAddress;
        this.words = words;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        // a plan's change is announced when its own transaction is over, where nothing would be committed any more
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.durability = durability;
        this.events = events;
    }

    /** Every course of a centre in whatever state, those starting last first. */
    public List<Course> of(CentreId centre) {
        return all.stream()
                .filter(course -> course.centre().equals(centre))
                .sorted(Comparator.comparing(Course::starts).reversed().thenComparing(Course::id))
                .toList();
    }

    /** A course of a centre by its id. */
    public Optional<Course> find(CentreId centre, String id) {
        return all.stream()
                .filter(course -> course.centre().equals(centre) && course.id().equals(id))
                .findFirst();
    }

    /** A course as it is now: staff may have changed it since a page was drawn. */
    public Course fresh(Course course) {
        return find(course.centre(), course.id()).orElse(course);
    }

    /** Locks a course until the transaction ends: whoever gives or takes a place in it waits for the other. */
    public void lock(Course course) {
        documents.findLockedByKey(new CourseDocument.Key(course.centre(), course.id()));
    }

    /**
     * Courses that can still be joined on a day, those starting first before others. A course that has begun is joined
     * only if one may just come; aimed groups are never among them, for a look at one would reveal a need.
     */
    public List<Course> open(CentreId centre, LocalDate day) {
        return forEveryone(centre).filter(course -> course.canBeJoined(day)).toList();
    }

    /** As {@link #open}, with those whose sign-up opens on a later day. */
    public List<Course> coming(CentreId centre, LocalDate day) {
        return forEveryone(centre)
                .filter(course -> course.shown(day) && !day.isAfter(course.lastDayToJoin()))
                .toList();
    }

    private Stream<Course> forEveryone(CentreId centre) {
        return all.stream()
                .filter(course -> course.centre().equals(centre) && course.level() == Plan.Level.UNIVERSAL)
                .sorted(Comparator.comparing(Course::starts).thenComparing(Course::id));
    }

    /** The course behind a code, in whatever state; look-alike letters and small ones are accepted. */
    public Optional<Course> byCode(String code) {
        String read = CourseCode.read(code);
        return all.stream().filter(course -> course.code().equals(read)).findFirst();
    }

    /** The address that a course's QR code carries. */
    public String address(Course course) {
        return publicAddress.url() + "/k/" + course.code();
    }

    /**
     * When a course is, on one line, in every language of the tablet: {@code Start 11 januari · 5 måndagar 13.00–14.00}.
     */
    public Text facts(Course course) {
        Map<String, String> lines = new LinkedHashMap<>();
        for (String language : Tongue.SPOKEN) {
            lines.put(language, new Tongue(words, language, language).facts(course.meetings()));
        }
        return new Text(lines);
    }

    /**
     * Keeps a course as it is now; one with an id that its centre does not know yet is a new one and gets a code.
     *
     * @param course its code is not looked at
     * @return with its code
     * @throws PlanRefused with everything that is wrong with it
     */
    public Course save(Course course, String author) {
        Course sound = read(course.centre() + "/" + course.id(), CourseWriter.text(course), course.state());
        keep(sound, author, "course.saved");
        return sound;
    }

    /** Lets visitors see a course, hides it again, or calls it off; those who have a place are told by who listens. */
    public void become(CentreId centre, String id, Course.State state, String author) {
        Course course = find(centre, id).orElseThrow();
        if (course.state() != state) {
            keep(course.become(state), author, "course." + state.stored());
        }
    }

    /** An id for a new course that the centre has not used yet, such as {@code babymassage-vt27}. */
    public String newId(CentreId centre, String name, LocalDate first) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+", "");
        String shortened =
                plain.substring(0, Math.min(plain.length(), LONGEST_NAME_IN_ID)).replaceAll("-+$", "");
        String term = (first.getMonthValue() < 7 ? "vt" : "ht") + "%02d".formatted(first.getYear() % 100);
        String id = (shortened.isEmpty() ? "kurs" : shortened) + "-" + term;
        String free = id;
        for (int n = 2;
                find(centre, free).isPresent()
                        || codes.findByCentreAndCourse(centre.value(), free).isPresent();
                n++) {
            free = id + "-" + n;
        }
        return free;
    }

    private void keep(Course course, String author, String deed) {
        transaction.executeWithoutResult(status -> {
            var key = new CourseDocument.Key(course.centre(), course.id());
            documents
                    .findLockedByKey(key)
                    .ifPresentOrElse(
                            known -> known.change(course, author, clock.instant()),
                            () -> documents.save(new CourseDocument(course, author, clock.instant())));
            if (!author.equals(HOUSE)) {
                events.publishEvent(new Audited(author, course.centre().value(), deed, course.id()));
            }
        });
        durability.ifAvailable(Durability::settle);
        look();
        events.publishEvent(new CoursesChanged(course.centre()));
    }

    /**
     * Takes in the files of the configuration folder whose course is not known yet, at start and whenever a plan has
     * changed: it may have made the centre that a file speaks of. From then on the office has the say. A broken file is
     * told in the log, the others are taken in.
     */
    @PostConstruct
    @EventListener(PlanChanged.class)
    synchronized void read() {
        look();
        Path folder = settings.config().resolve("courses");
        if (!Files.isDirectory(folder)) {
            return;
        }
        Map<String, Path> taken = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            try {
                Course course = new CourseYaml(centres, this::code)
                        .read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
                if (taken.putIfAbsent(course.code(), file) != null) {
                    log.error("{} was not taken in: there is a course '{}' already", file, course.id());
                } else if (find(course.centre(), course.id()).isEmpty()) {
                    keep(course, HOUSE, "");
                }
            } catch (PlanRefused e) {
                log.error("{} was not taken in:\n{}", file, e.getMessage());
            } catch (IOException e) {
                log.error("{} could not be read: {}", file, e.getMessage());
            }
        }
    }

    /** Sees what is stored, every quarter of a minute too: another server on the same database may have changed it. */
    @Scheduled(fixedDelay = 15_000, initialDelay = 15_000)
    synchronized void look() {
        Map<CourseDocument.Key, Course> known = new LinkedHashMap<>();
        all.forEach(course -> known.put(new CourseDocument.Key(course.centre(), course.id()), course));
        List<Course> seen = new ArrayList<>();
        for (CourseDocument document : documents.findAll()) {
            try {
                CourseDocument.Key key = document.key();
                seen.add(read(key.centre() + "/" + key.id(), document.text(), document.state()));
            } catch (PlanRefused e) {
                // an age group of its centre's plan is gone, say: it is shown as it was
                Course before = known.get(document.key());
                if (before != null) {
                    seen.add(before);
                } else {
                    log.error("A stored course cannot be read:\n{}", e.getMessage());
                }
            }
        }
        all = List.copyOf(seen);
    }

    private Course read(String name, String text, Course.State state) {
        return new CourseYaml(centres, this::code)
                .read(name, text.getBytes(StandardCharsets.UTF_8))
                .become(state);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String code(CentreId centre, String course) {
        Optional<CourseCode> known = codes.findByCentreAndCourse(centre.value(), course);
        return known.orElseGet(() -> newCode(centre, course)).code();
    }

    /** A code is printed and scanned from now on, so it must outlive a power cut. */
    private CourseCode newCode(CentreId centre, String course) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), centres.plan(centre).zone());
        while (true) {
            CourseCode made = new CourseCode(centre, course, today, random);
            if (codes.existsById(made.code())) {
                continue;
            }
            try {
                transaction.executeWithoutResult(status -> codes.save(made));
                durability.ifAvailable(Durability::settle);
                return made;
            } catch (DataIntegrityViolationException e) {
                // another server on the same database was faster
                Optional<CourseCode> theirs = codes.findByCentreAndCourse(centre.value(), course);
                if (theirs.isPresent()) {
                    return theirs.get();
                }
            }
        }
    }
}
