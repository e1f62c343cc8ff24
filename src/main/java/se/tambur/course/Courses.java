package se.tambur.course;

import jakarta.annotation.PostConstruct;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
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
import se.tambur.shared.Durability;
import se.tambur.shared.Settings;
import se.tambur.shared.Words;

/** The courses of the centres. */
@Service
public class Courses {

    private static final Logger log = LoggerFactory.getLogger(Courses.class);

    private final Settings settings;
    private final Centres centres;
    private final CourseCodeRepository codes;
    private final PublicAddress publicAddress;
    private final Words words;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Durability> durability;
    private final SecureRandom random = new SecureRandom();

    private volatile List<Course> all = List.of();

    Courses(
            Settings settings,
            Centres centres,
            CourseCodeRepository codes,
            PublicAddress publicAddress,
            Words words,
            Clock clock,
            PlatformTransactionManager transactions,
            ObjectProvider<Durability> durability) {
        this.settings = settings;
        this.centres = centres;
        this.codes = codes;
        this.publicAddress = publicAddress;
        this.words = words;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        // a plan's change is announced when its own transaction is over, where nothing would be committed any more
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.durability = durability;
    }

    /**
     * Courses that can still be joined on a day, those starting first before others. A course that has begun is joined
     * only if one may just come; aimed groups are never among them, for a look at one would reveal a need.
     */
    public List<Course> open(CentreId centre, LocalDate day) {
        return all.stream()
                .filter(course -> course.centre().equals(centre))
                .filter(course -> course.level() == Plan.Level.UNIVERSAL && course.canBeJoined(day))
                .sorted(Comparator.comparing(Course::starts).thenComparing(Course::id))
                .toList();
    }

    /** The course behind a code; look-alike letters and small ones are accepted. */
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
     * Reads the files of the configuration folder, at start and whenever a plan has changed: it may have made the centre
     * that a file speaks of. A broken file is told in the log, the others are taken in.
     */
    @PostConstruct
    @EventListener(PlanChanged.class)
    synchronized void read() {
        Path folder = settings.config().resolve("courses");
        if (!Files.isDirectory(folder)) {
            all = List.of();
            return;
        }
        Map<String, Course> read = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            try {
                Course course = new CourseYaml(centres, this::code)
                        .read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
                if (read.putIfAbsent(course.code(), course) != null) {
                    log.error("{} was not taken in: there is a course '{}' already", file, course.id());
                }
            } catch (PlanRefused e) {
                log.error("{} was not taken in:\n{}", file, e.getMessage());
            } catch (IOException e) {
                log.error("{} could not be read: {}", file, e.getMessage());
            }
        }
        all = List.copyOf(read.values());
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
