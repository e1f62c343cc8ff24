package se.tambur.signup;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.CoursesChanged;
import se.tambur.course.Seating;
import se.tambur.course.Seats;
import se.tambur.shared.Durability;
import se.tambur.signup.SealedFamily.Opened;
import se.tambur.signup.SignUp.Standing;

/**
 * Places in courses: taken, waited for, given back. Whoever gives or takes one first locks the course, so that no seat is
 * given twice; every answer is on disk before it is given.
 */
@Service
public class SignUps implements Seating {

    private static final int TOKEN_BYTES = 24;

    private final Courses courses;
    private final SignUpRepository signUps;
    private final SealedFamily seal;
    private final Letters letters;
    private final Attendance attendance;
    private final Centres centres;
    private final SignUpSettings settings;
    private final TransactionTemplate transaction;
    private final Durability durability;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SignUps(
            Courses courses,
            SignUpRepository signUps,
            SealedFamily seal,
            Letters letters,
            Attendance attendance,
            Centres centres,
            SignUpSettings settings,
            TransactionTemplate transaction,
            Durability durability,
            ApplicationEventPublisher events,
            Clock clock) {
        this.courses = courses;
        this.signUps = signUps;
        this.seal = seal;
        this.letters = letters;
        this.attendance = attendance;
        this.centres = centres;
        this.settings = settings;
        this.transaction = transaction;
        this.durability = durability;
        this.events = events;
        this.clock = clock;
    }

    /** For how long a sign-up is kept after the last meeting. */
    public Duration keptFor() {
        return settings.erasedAfter();
    }

    @Override
    public Seats seats(Course course) {
        Seats found = seats(course.centre()).get(course.id());
        return found == null ? new Seats(course.seats(), 0, 0) : of(course, found);
    }

    @Override
    public Map<String, Seats> seats(CentreId centre) {
        Map<String, Seats> seats = new HashMap<>();
        for (SignUpRepository.Sum sum : signUps.sums(centre.value())) {
            Standing standing = Standing.of(sum.getState());
            int number = Math.toIntExact(sum.getNumber());
            Seats one = new Seats(null, standing.seated() ? number : 0, standing == Standing.WAITING ? number : 0);
            seats.merge(sum.getCourse(), one, SignUps::sum);
        }
        courses.of(centre).forEach(course -> seats.computeIfPresent(course.id(), (id, found) -> of(course, found)));
        return seats;
    }

    private static Seats sum(Seats some, Seats others) {
        return new Seats(some.of(), some.taken() + others.taken(), some.waiting() + others.waiting());
    }

    private static Seats of(Course course, Seats found) {
        return new Seats(course.seats(), found.taken(), found.waiting());
    }

    /** Whether a form has been sent before; once more it takes nothing. */
    public boolean has(UUID form) {
        return signUps.existsById(form);
    }

    /**
     * Takes a place, or stands in the line where it is full. The same form again has the same answer. Somebody who is in
     * already is not told from somebody who is not, or a stranger could ask who is: she gets an answer as a new family
     * would, which takes no seat, and a letter to the address that was given first.
     *
     * @param form made when the form was shown, a random UUID
     */
    public Answer signUp(Course course, UUID form, Family family) {
        return changing(course, () -> {
            Course now = courses.fresh(course);
            Optional<SignUp> same = signUps.findById(form);
            if (same.isPresent()) {
                return answer(now, same.get());
            }
            if (!(now.signUp() instanceof Course.SignUpWay.Here) || !now.canBeJoined(today(now))) {
                return new Answer(Outcome.CLOSED, null, 0);
            }
            List<SignUp> all = all(now);
            Standing free = free(now, all);
            Optional<SignUp> known = known(now, family);
            known.ifPresent(first -> letters.post(first.getId(), Letters.Kind.AGAIN));
            if (free == null) {
                return new Answer(Outcome.FULL, null, 0);
            }
            String token = newToken();
            SignUp.Secret secret = seal.seal(now.code(), form, new Opened(family, token));
            if (known.isPresent()) {
                int place = free == Standing.PLACED ? 0 : waiting(all).size() + 1;
                signUps.save(new SignUp(
                        form, now, Standing.ECHO, place, secret, known.get().getId(), clock.instant()));
                return new Answer(place == 0 ? Outcome.PLACED : Outcome.WAITING, token, place);
            }
            SignUp made = signUps.saveAndFlush(
                    new SignUp(form, now, free, signUps.nextLine(), secret, null, clock.instant()));
            letters.post(form, free == Standing.PLACED ? Letters.Kind.PLACED : Letters.Kind.WAITING);
            return free == Standing.PLACED
                    ? new Answer(Outcome.PLACED, token, 0)
                    : new Answer(Outcome.WAITING, token, placeInLine(all(now), made));
        });
    }

    private Answer answer(Course course, SignUp same) {
        Opened opened = seal.open(course.code(), same);
        Mine mine = mine(course, same, opened);
        Outcome outcome = switch (mine.standing()) {
            case PLACED, OFFERED -> Outcome.PLACED;
            case WAITING -> Outcome.WAITING;
            case CANCELLED -> Outcome.CLOSED;
        };
        return new Answer(outcome, opened.token(), mine.place());
    }

    /** The sign-up that a link's secret opens; empty when there is none, it has been erased, or its key is lost. */
    public Optional<Mine> mine(String token) {
        return signUps.findByTokenHash(SealedFamily.hash(token))
                .flatMap(signUp -> course(signUp).flatMap(course -> mine(course, signUp)));
    }

    private Optional<Mine> mine(Course course, SignUp signUp) {
        try {
            return Optional.of(mine(course, signUp, seal.open(course.code(), signUp)));
        } catch (CourseKeys.KeyLost e) {
            return Optional.empty();
        }
    }

    private Mine mine(Course course, SignUp signUp, Opened opened) {
        Standing standing = signUp.standing();
        int place = 0;
        if (standing == Standing.ECHO) {
            place = Math.toIntExact(signUp.line());
            standing = place == 0 ? Standing.PLACED : Standing.WAITING;
        } else if (standing == Standing.WAITING) {
            place = placeInLine(all(course), signUp);
        }
        return new Mine(
                course,
                SignUps.Place.valueOf(standing.name()),
                place,
                opened.family(),
                signUp.offerUntil(),
                signUp.madeAt());
    }

    /** What is kept of a family beside its own words; nothing where {@link #mine} finds nothing. */
    public Traces traces(String token) {
        return signUps.findByTokenHash(SealedFamily.hash(token))
                .map(signUp -> new Traces(attendance.days(signUp.getId()), letters.of(signUp.getId())))
                .orElse(new Traces(List.of(), List.of()));
    }

    /** Takes the place that was offered. Nothing happens when it is no longer. */
    public boolean accept(String token) {
        return theirs(token, (course, signUp) -> {
            Instant until = signUp.offerUntil();
            if (signUp.standing() != Standing.OFFERED || until == null || !until.isAfter(clock.instant())) {
                return signUp.standing() == Standing.PLACED;
            }
            signUp.place();
            letters.post(signUp.getId(), Letters.Kind.PLACED);
            return true;
        });
    }

    /** Gives the place back, or leaves the line; the next in it gets an offer. */
    public boolean cancel(String token) {
        return theirs(token, (course, signUp) -> {
            if (signUp.standing() != Standing.CANCELLED) {
                boolean echo = signUp.standing() == Standing.ECHO;
                signUp.cancel();
                if (!echo) {
                    letters.post(signUp.getId(), Letters.Kind.CANCELLED);
                    advance(course);
                }
            }
            return true;
        });
    }

    /** Changes who comes and how they are reached; the place stays theirs. */
    public boolean change(String token, Family family) {
        return theirs(token, (course, signUp) -> {
            signUp.seal(seal.seal(course.code(), signUp.getId(), new Opened(family, token)));
            return true;
        });
    }

    /** Forgets everything about this sign-up at once; its place goes to the next, and how many came stays true. */
    public boolean erase(String token) {
        return theirs(token, (course, signUp) -> {
            attendance.keep(course, signUp);
            signUps.delete(signUp);
            advance(course);
            return true;
        });
    }

    private boolean theirs(String token, BiFunction<Course, SignUp, Boolean> deed) {
        Optional<Course> of = signUps.findByTokenHash(SealedFamily.hash(token)).flatMap(this::course);
        return of.isPresent()
                && changing(
                        of.get(),
                        () -> signUps.findByTokenHash(SealedFamily.hash(token))
                                .map(signUp -> deed.apply(courses.fresh(of.get()), signUp))
                                .orElse(false));
    }

    /** Offers each free seat to the next in the line, within the transaction that has locked the course. */
    void advance(Course course) {
        Instant starts = starts(course);
        Instant now = clock.instant();
        if (course.state() != Course.State.PUBLISHED || !starts.isAfter(now)) {
            return;
        }
        Instant until = now.plus(settings.acceptWithin());
        List<SignUp> all = all(course);
        long free = course.seats() == null
                ? Long.MAX_VALUE
                : course.seats() - all.stream().filter(SignUp::seated).count();
        for (SignUp next : waiting(all)) {
            if (free-- <= 0) {
                break;
            }
            next.offer(until.isAfter(starts) ? starts : until);
            letters.post(next.getId(), Letters.Kind.OFFERED);
        }
    }

    /** Does something to a course's sign-ups while nobody else does; returns when it is on disk. */
    <T> T changing(Course course, Supplier<T> deed) {
        T done = transaction.execute(status -> {
            courses.lock(course);
            return deed.get();
        });
        durability.settle();
        events.publishEvent(new CoursesChanged(course.centre()));
        return done;
    }

    List<SignUp> all(Course course) {
        return signUps.findByCentreAndCourseOrderByLine(course.centre().value(), course.id());
    }

    static List<SignUp> waiting(List<SignUp> all) {
        return all.stream().filter(each -> each.standing() == Standing.WAITING).toList();
    }

    /** From 1; 0 when it does not stand in the line. */
    static int placeInLine(List<SignUp> all, SignUp signUp) {
        return waiting(all).stream().map(SignUp::getId).toList().indexOf(signUp.getId()) + 1;
    }

    /** The secret of a new link. */
    String newToken() {
        byte[] bits = new byte[TOKEN_BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }

    private Optional<Course> course(SignUp signUp) {
        return courses.find(new CentreId(signUp.centre()), signUp.course());
    }

    /** How the next family would stand; null: there is no room at all. */
    private static @Nullable Standing free(Course course, List<SignUp> all) {
        Integer seats = course.seats();
        boolean seat = seats == null
                || all.stream().filter(SignUp::seated).count() < seats
                        && waiting(all).isEmpty();
        return seat ? Standing.PLACED : course.waitingList() ? Standing.WAITING : null;
    }

    /** Somebody with the same way to reach her who has a place or stands in the line. */
    Optional<SignUp> known(Course course, Family family) {
        List<String> marks = Stream.of(
                        Optional.ofNullable(seal.mark(course.code(), family.plainEmail())),
                        Optional.ofNullable(seal.mark(course.code(), family.plainPhone())))
                .flatMap(Optional::stream)
                .toList();
        return signUps.known(course.centre().value(), course.id(), marks).stream()
                .filter(each -> each.seated() || each.standing() == Standing.WAITING)
                .findFirst();
    }

    LocalDate today(Course course) {
        return LocalDate.ofInstant(clock.instant(), zone(course));
    }

    Instant starts(Course course) {
        Course.Meeting first = course.meetings().getFirst();
        return first.day().atTime(first.from()).atZone(zone(course)).toInstant();
    }

    private ZoneId zone(Course course) {
        return centres.plan(course.centre()).zone();
    }

    /** What came of a sign-up. */
    public enum Outcome {
        PLACED,
        WAITING,
        /** No seat and no line. */
        FULL,
        /** Not open, over, called off or not to be had here. */
        CLOSED
    }

    /**
     * The answer to a sign-up.
     *
     * @param token the secret of the link to it; null: there is none
     * @param place in the line from 1; 0: a seat
     */
    public record Answer(Outcome outcome, @Nullable String token, int place) {}

    /**
     * What came to be known of a family.
     *
     * @param present the days on which staff marked it as there
     * @param letters what it has been written, oldest first
     */
    public record Traces(List<LocalDate> present, List<Note> letters) {}

    /**
     * That a letter was written.
     *
     * @param about what it says, such as {@code reminder}
     */
    public record Note(String about, Instant at) {}

    /** How a sign-up stands, as a family is told. */
    public enum Place {
        PLACED,
        WAITING,
        OFFERED,
        CANCELLED
    }

    /**
     * A family's own sign-up.
     *
     * @param place in the line from 1; 0: none
     * @param offerUntil until when an offered place is held; null: none is
     */
    public record Mine(
            Course course,
            Place standing,
            int place,
            Family family,
            @Nullable Instant offerUntil,
            Instant madeAt) {}
}
