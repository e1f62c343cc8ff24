package se.tambur.signup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Seats;
import se.tambur.shared.Audited;
import se.tambur.signup.SealedFamily.Opened;
import se.tambur.signup.SignUp.Standing;

/**
 * A course's list as staff keep it. Each look at it and each deed is in the audit log; what a deed tells the families goes
 * out when there has been time to take the deed back.
 */
@Service
class Desk {

    /** Longer than the notice with its button stands. */
    static final Duration TIME_TO_REGRET = Duration.ofSeconds(20);

    private final SignUps signUps;
    private final Courses courses;
    private final SignUpRepository rows;
    private final SealedFamily seal;
    private final Letters letters;
    private final CourseMessages messages;
    private final Attendance attendance;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Desk(
            SignUps signUps,
            Courses courses,
            SignUpRepository rows,
            SealedFamily seal,
            Letters letters,
            CourseMessages messages,
            Attendance attendance,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock) {
        this.signUps = signUps;
        this.courses = courses;
        this.rows = rows;
        this.seal = seal;
        this.letters = letters;
        this.messages = messages;
        this.attendance = attendance;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** The list, for somebody who opens it. */
    Roll look(Course course, String actor) {
        return looked(course, actor, "signups.seen");
    }

    /** The list as it is now, for somebody who keeps it open: a new look only when a new day has come. */
    Roll lookAgain(Roll before, String actor) {
        Course course = courses.fresh(before.course());
        return signUps.today(course).equals(before.day())
                ? transaction.execute(status -> roll(course))
                : look(course, actor);
    }

    /** The list, for somebody who takes it along on paper. */
    Roll print(Course course, String actor) {
        return looked(course, actor, "signups.printed");
    }

    private Roll looked(Course course, String actor, String deed) {
        return transaction.execute(status -> {
            audit(course, actor, deed);
            return roll(courses.fresh(course));
        });
    }

    private Roll roll(Course course) {
        List<SignUp> all = signUps.all(course);
        Map<UUID, Set<LocalDate>> marks = attendance.marks(course);
        Set<UUID> repeated = echoed(all, Standing.ECHO);
        Set<UUID> givenBack = echoed(all, Standing.CANCELLED);
        Map<UUID, SignUp> byId = all.stream().collect(Collectors.toMap(SignUp::getId, each -> each));
        List<Roll.Row> list = Stream.of(
                        all.stream().filter(each -> each.standing() == Standing.PLACED),
                        all.stream().filter(each -> each.standing() == Standing.OFFERED),
                        all.stream().filter(each -> each.standing() == Standing.WAITING),
                        all.stream().filter(each -> isLeft(each, byId)))
                .flatMap(each -> each)
                .map(each -> new Roll.Row(
                        each.getId(),
                        each.standing(),
                        SignUps.placeInLine(all, each),
                        family(course, each),
                        each.madeAt(),
                        each.offerUntil(),
                        marks.getOrDefault(each.getId(), Set.of()),
                        repeated.contains(each.getId()),
                        givenBack.contains(each.getId())))
                .toList();
        long cancelled = all.stream()
                .filter(each -> each.standing() == Standing.CANCELLED && each.echoOf() == null)
                .count();
        return new Roll(
                course,
                new Seats(course.seats(), seated(all), SignUps.waiting(all).size()),
                signUps.today(course),
                list,
                Math.toIntExact(cancelled),
                attendance.sums(course),
                hasBegun(course),
                all.isEmpty() && isErased(course));
    }

    private static Set<UUID> echoed(List<SignUp> all, Standing standing) {
        return all.stream()
                .filter(each -> each.standing() == standing)
                .map(SignUp::echoOf)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** Whether she repeated a sign-up that is no more: she believes that she is in, and she is not. */
    private static boolean isLeft(SignUp signUp, Map<UUID, SignUp> all) {
        if (signUp.standing() != Standing.ECHO) {
            return false;
        }
        SignUp first = all.get(signUp.echoOf());
        return first == null || first.standing() == Standing.CANCELLED;
    }

    private @Nullable Family family(Course course, SignUp signUp) {
        try {
            return seal.open(course.code(), signUp).family();
        } catch (CourseKeys.KeyLost e) {
            return null;
        }
    }

    private boolean hasBegun(Course course) {
        return !signUps.starts(course).isAfter(clock.instant());
    }

    private boolean isErased(Course course) {
        return jdbc.sql("select count(*) from sign_up_erasure where centre = ? and course = ?")
                        .params(course.centre().value(), course.id())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * Signs a family up by hand: to a free seat when nobody waits for it, else to the line. Where somebody can be reached
     * in the same way already, nothing is done.
     */
    Deed add(Course course, Family family, Seat seat, String actor) {
        return deed(course, actor, "signups.added", (now, all) -> {
            if (now.state() == Course.State.CANCELLED || signUps.today(now).isAfter(now.ends())) {
                return Result.OVER;
            }
            if (signUps.known(now, family).isPresent()) {
                return Result.KNOWN;
            }
            boolean placed = seat == Seat.EXTRA
                    || hasSeat(now, all) && SignUps.waiting(all).isEmpty();
            if (!placed && !now.waitingList()) {
                return Result.FULL;
            }
            UUID id = UUID.randomUUID();
            SignUp.Secret secret = seal.seal(now.code(), id, new Opened(family, signUps.newToken()));
            Standing standing = placed ? Standing.PLACED : Standing.WAITING;
            rows.saveAndFlush(new SignUp(id, now, standing, rows.nextLine(), secret, null, clock.instant()));
            letters.post(id, placed ? Letters.Kind.PLACED : Letters.Kind.WAITING);
            return placed ? Result.DONE : Result.IN_LINE;
        });
    }

    /** Gives a place now, also to one who is not first in the line. */
    Deed give(Course course, UUID id, Seat seat, String actor) {
        return deed(course, id, actor, "signups.placed", (now, all, signUp) -> {
            Standing standing = signUp.standing();
            if (standing == Standing.PLACED || standing == Standing.CANCELLED) {
                return Result.GONE;
            }
            if (standing != Standing.OFFERED && seat == Seat.FREE && !hasSeat(now, all)) {
                return Result.FULL;
            }
            signUp.place();
            letters.post(id, Letters.Kind.PLACED);
            return Result.DONE;
        });
    }

    /** Moves one with a place to the end of the line; until the course starts her seat is offered to the next. */
    Deed back(Course course, UUID id, String actor) {
        return deed(course, id, actor, "signups.back", (now, all, signUp) -> {
            if (!signUp.seated()) {
                return Result.GONE;
            }
            Integer seats = now.seats();
            if (!hasBegun(now)
                    && (seats == null
                            || seats - seated(all) + 1 > SignUps.waiting(all).size())) {
                return Result.POINTLESS;
            }
            signUp.waitAt(rows.nextLine());
            letters.post(id, Letters.Kind.WAITING);
            signUps.advance(now);
            return Result.DONE;
        });
    }

    /** Moves one a step towards the head of the line, or away from it. */
    Deed move(Course course, UUID id, boolean up, String actor) {
        return deed(course, id, actor, "signups.moved", (now, all, signUp) -> {
            List<SignUp> line = SignUps.waiting(all);
            int at = line.indexOf(signUp);
            int to = up ? at - 1 : at + 1;
            if (at < 0 || to < 0 || to >= line.size()) {
                return Result.GONE;
            }
            SignUp other = line.get(to);
            long place = signUp.line();
            signUp.standAt(other.line());
            other.standAt(place);
            return Result.DONE;
        });
    }

    /** Takes a family off the list; its seat is offered to the next. */
    Deed cancel(Course course, UUID id, String actor) {
        return deed(course, id, actor, "signups.cancelled", (now, all, signUp) -> {
            if (signUp.standing() == Standing.CANCELLED) {
                return Result.GONE;
            }
            signUp.cancel();
            letters.post(id, Letters.Kind.CANCELLED);
            signUps.advance(now);
            return Result.DONE;
        });
    }

    /** Staff have asked a family whether it wants to leave: the hint need not stand there any more. */
    void asked(Course course, UUID id, String actor) {
        deed(course, actor, "signups.asked", (now, all) -> {
            rows.deleteAll(all.stream()
                    .filter(each -> each.standing() == Standing.CANCELLED && id.equals(each.echoOf()))
                    .toList());
            return Result.DONE;
        });
    }

    /** Marks one with a place as there at a meeting that has been, or takes the mark away. */
    Deed mark(Course course, UUID id, LocalDate meeting, boolean present, String actor) {
        return deed(course, id, actor, "signups.marked", (now, all, signUp) -> {
            boolean held = now.meetings().stream().anyMatch(each -> each.day().equals(meeting));
            if (!held || meeting.isAfter(signUps.today(now)) || !signUp.seated()) {
                return Result.GONE;
            }
            attendance.mark(id, meeting, present);
            return Result.DONE;
        });
    }

    /** From today nobody signs up here any more; staff still can. */
    Course close(Course course, String actor) {
        Course now = courses.fresh(course);
        LocalDate yesterday = signUps.today(now).minusDays(1);
        LocalDate opens = now.opens();
        return courses.save(
                now.openBetween(opens != null && opens.isAfter(yesterday) ? yesterday : opens, yesterday), actor);
    }

    /** One can sign up until the course starts, or as long as {@code before} said. */
    Course reopen(Course course, @Nullable LocalDate opens, @Nullable LocalDate closes, String actor) {
        return courses.save(courses.fresh(course).openBetween(opens, closes), actor);
    }

    /** Whether families are written to: only where the house has a mail server. */
    boolean writes() {
        return letters.goOut();
    }

    /**
     * Writes to everyone with a place: one letter for each family that has an e-mail address.
     *
     * @param text at most {@link CourseMessages#LONGEST} characters
     * @param line also to those in the line
     * @throws IllegalArgumentException when there is no text, or too much
     */
    Sent write(Course course, String text, boolean line, String actor) {
        String words = text.strip();
        if (words.isEmpty() || words.length() > CourseMessages.LONGEST) {
            throw new IllegalArgumentException("message");
        }
        return signUps.changing(course, () -> {
            Course now = courses.fresh(course);
            List<SignUp> to = signUps.all(now).stream()
                    .filter(each -> each.seated() || line && each.standing() == Standing.WAITING)
                    .toList();
            List<Family> call = new ArrayList<>();
            List<UUID> write = new ArrayList<>();
            int lost = 0;
            for (SignUp each : to) {
                Family family = family(now, each);
                if (family == null) {
                    lost++;
                } else if (family.email() == null) {
                    call.add(family);
                } else {
                    write.add(each.getId());
                }
            }
            if (!write.isEmpty()) {
                UUID message = messages.keep(now, words);
                write.forEach(each -> letters.post(each, Letters.Kind.MESSAGE, message));
            }
            audit(now, actor, "signups.written");
            return new Sent(write.size(), call, lost);
        });
    }

    /**
     * Takes a deed back, and the letters it made: as long as none has gone out, nobody else has touched those it touched
     * and nobody has taken the seat.
     */
    boolean undo(Course course, Undo undo, String actor) {
        return signUps.changing(course, () -> {
            Course now = courses.fresh(course);
            Map<UUID, SignUp> byId = new LinkedHashMap<>();
            List<SignUp> all = signUps.all(now);
            all.forEach(each -> byId.put(each.getId(), each));
            Map<UUID, Stand> stands = stands(all);
            boolean same = undo.touched().stream()
                    .allMatch(id -> Objects.equals(stands.get(id), undo.after().get(id)));
            if (!same || !seatsAllow(now, stands, undo) || !letters.takeBack(undo.letters())) {
                return false;
            }
            for (UUID id : undo.touched()) {
                SignUp signUp = Objects.requireNonNull(byId.get(id));
                Stand was = undo.before().get(id);
                if (was == null) {
                    rows.delete(signUp);
                } else {
                    signUp.standAgain(was.standing(), was.line(), was.until());
                }
            }
            audit(now, actor, "signups.undone");
            return true;
        });
    }

    private static boolean seatsAllow(Course course, Map<UUID, Stand> stands, Undo undo) {
        Map<UUID, Stand> then = new LinkedHashMap<>(stands);
        undo.touched().forEach(then::remove);
        undo.before().forEach((id, was) -> {
            if (undo.touched().contains(id)) {
                then.put(id, was);
            }
        });
        Integer seats = course.seats();
        return seats == null || seated(then) <= Math.max(seats, Math.max(seated(undo.before()), seated(stands)));
    }

    private Deed deed(Course course, UUID id, String actor, String word, OneDeed what) {
        return deed(
                course,
                actor,
                word,
                (now, all) -> all.stream()
                        .filter(each -> each.getId().equals(id))
                        .findFirst()
                        .map(signUp -> what.of(now, all, signUp))
                        .orElse(Result.GONE));
    }

    private Deed deed(Course course, String actor, String word, BiFunction<Course, List<SignUp>, Result> what) {
        return signUps.changing(course, () -> {
            Course now = courses.fresh(course);
            List<SignUp> all = signUps.all(now);
            Map<UUID, Stand> before = stands(all);
            long letter = letters.newest();
            Result result = what.apply(now, all);
            if (!result.done()) {
                return new Deed(result, Undo.NOTHING);
            }
            audit(now, actor, word);
            List<Long> told = letters.hold(now, letter, TIME_TO_REGRET);
            return new Deed(result, new Undo(before, stands(signUps.all(now)), told));
        });
    }

    private void audit(Course course, String actor, String deed) {
        events.publishEvent(new Audited(actor, course.centre().value(), deed, course.id()));
    }

    private static boolean hasSeat(Course course, List<SignUp> all) {
        Integer seats = course.seats();
        return seats == null || seated(all) < seats;
    }

    private static int seated(List<SignUp> all) {
        return Math.toIntExact(all.stream().filter(SignUp::seated).count());
    }

    private static int seated(Map<UUID, Stand> stands) {
        return Math.toIntExact(stands.values().stream()
                .filter(stand -> stand.standing().seated())
                .count());
    }

    private static Map<UUID, Stand> stands(List<SignUp> all) {
        Map<UUID, Stand> stands = new LinkedHashMap<>();
        all.forEach(each -> stands.put(each.getId(), new Stand(each.standing(), each.line(), each.offerUntil())));
        return stands;
    }

    private interface OneDeed {
        Result of(Course course, List<SignUp> all, SignUp signUp);
    }

    /** Which seat staff mean to give. */
    enum Seat {
        /** One that is free. */
        FREE,
        /** One more than the course has, where none is free: only by an explicit choice. */
        EXTRA
    }

    /** What came of a deed. */
    enum Result {
        DONE,
        /** Done, but in the line: there was no seat. */
        IN_LINE,
        /** No seat is free. */
        FULL,
        /** Somebody who can be reached in the same way is on the list already. */
        KNOWN,
        /** She would be offered the seat again at once, as more are free than others wait. */
        POINTLESS,
        /** The course is over or called off. */
        OVER,
        /** It does not stand as it did any more. */
        GONE;

        boolean done() {
            return this == DONE || this == IN_LINE;
        }
    }

    /** What came of a deed, and how to take it back. */
    record Deed(Result result, Undo undo) {}

    /** How everyone stood before a deed and after it, and the letters it made. */
    record Undo(Map<UUID, Stand> before, Map<UUID, Stand> after, List<Long> letters) {

        static final Undo NOTHING = new Undo(Map.of(), Map.of(), List.of());

        Set<UUID> touched() {
            return Stream.concat(before.keySet().stream(), after.keySet().stream())
                    .filter(id -> !Objects.equals(before.get(id), after.get(id)))
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }

    /** Where one stood; the time an offer ends says nothing of its own. */
    record Stand(Standing standing, long line, @Nullable Instant until) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Stand stand && standing == stand.standing && line == stand.line;
        }

        @Override
        public int hashCode() {
            return Objects.hash(standing, line);
        }
    }

    /**
     * Whom a message reaches.
     *
     * @param letters how many are written to
     * @param call those who have a phone only
     * @param lost how many cannot be read any more
     */
    record Sent(int letters, List<Family> call, int lost) {}
}
