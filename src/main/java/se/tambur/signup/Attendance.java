package se.tambur.signup;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.tambur.centre.Plan;
import se.tambur.course.Course;

/** Who came to a meeting, and how many came: the marks end with the sign-ups, the sums remain. */
@Component
class Attendance {

    private final JdbcClient jdbc;
    private final SignUpRepository signUps;
    private final SealedFamily seal;

    Attendance(JdbcClient jdbc, SignUpRepository signUps, SealedFamily seal) {
        this.jdbc = jdbc;
        this.signUps = signUps;
        this.seal = seal;
    }

    /** Marks a family as there, or takes the mark away, within the transaction that has locked the course. */
    void mark(UUID signUp, LocalDate day, boolean present) {
        jdbc.sql("delete from attendance_mark where sign_up = ? and \"day\" = ?")
                .params(signUp, day)
                .update();
        if (present) {
            jdbc.sql("insert into attendance_mark (sign_up, \"day\") values (?, ?)")
                    .params(signUp, day)
                    .update();
        }
    }

    /** The days on which each family of a course was there; one who never was is not among them. */
    Map<UUID, Set<LocalDate>> marks(Course course) {
        Map<UUID, Set<LocalDate>> marks = new HashMap<>();
        jdbc.sql("select m.sign_up, m.\"day\" from attendance_mark m join sign_up s on s.id = m.sign_up"
                        + " where s.centre = ? and s.course = ?")
                .params(course.centre().value(), course.id())
                .query(row -> {
                    marks.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>())
                            .add(row.getObject(2, LocalDate.class));
                });
        return marks;
    }

    /**
     * How many came to each meeting, in time order; one where nobody was marked is not there. What is kept of those whose
     * sign-up is erased and the marks of the others are added, so the same sums come out before and after an erasure that
     * keeps them. A family that cannot be read counts as one without heads.
     */
    List<Sum> sums(Course course) {
        Map<LocalDate, Sum> sums = new TreeMap<>();
        jdbc.sql("select \"day\", level, families, children, adults from attendance where centre = ? and course = ?")
                .params(course.centre().value(), course.id())
                .query((row, number) -> new Sum(
                        row.getObject(1, LocalDate.class),
                        Plan.Level.valueOf(row.getString(2).toUpperCase(Locale.ROOT)),
                        row.getInt(3),
                        row.getInt(4),
                        row.getInt(5)))
                .list()
                .forEach(kept -> sums.put(kept.day(), kept));
        Map<UUID, Set<LocalDate>> marks = marks(course);
        if (!marks.isEmpty()) {
            for (SignUp signUp : signUps.findAllById(marks.keySet())) {
                Heads heads = heads(course, signUp);
                marks.getOrDefault(signUp.getId(), Set.of())
                        .forEach(day -> sums.merge(
                                day, new Sum(day, course.level(), 1, heads.children(), heads.adults()), Sum::and));
            }
        }
        return List.copyOf(sums.values());
    }

    /** Keeps the sums for when the marks are gone, within the transaction that erases the sign-ups next. */
    void keep(Course course) {
        List<Sum> sums = sums(course);
        jdbc.sql("delete from attendance where centre = ? and course = ?")
                .params(course.centre().value(), course.id())
                .update();
        sums.forEach(sum -> insert(course, sum));
    }

    /** Keeps one family's share of the sums, within the transaction that erases its sign-up next. */
    void keep(Course course, SignUp signUp) {
        Heads heads = heads(course, signUp);
        for (LocalDate day : days(signUp.getId())) {
            int known = jdbc.sql("update attendance set families = families + 1, children = children + ?,"
                            + " adults = adults + ? where centre = ? and course = ? and \"day\" = ?")
                    .params(heads.children(), heads.adults(), course.centre().value(), course.id(), day)
                    .update();
            if (known == 0) {
                insert(course, new Sum(day, course.level(), 1, heads.children(), heads.adults()));
            }
        }
    }

    /** The days on which one family was there, in their order. */
    List<LocalDate> days(UUID signUp) {
        return jdbc.sql("select \"day\" from attendance_mark where sign_up = ? order by \"day\"")
                .param(signUp)
                .query((row, number) -> row.getObject(1, LocalDate.class))
                .list();
    }

    private void insert(Course course, Sum sum) {
        jdbc.sql("insert into attendance (centre, course, \"day\", level, families, children, adults)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        course.centre().value(),
                        course.id(),
                        sum.day(),
                        sum.level().name().toLowerCase(Locale.ROOT),
                        sum.families(),
                        sum.children(),
                        sum.adults())
                .update();
    }

    private Heads heads(Course course, SignUp signUp) {
        try {
            Family family = seal.open(course.code(), signUp).family();
            return new Heads(family.childrenInAll(), family.adults());
        } catch (CourseKeys.KeyLost e) {
            return new Heads(0, 0);
        }
    }

    private record Heads(int children, int adults) {}

    /** How many came on a day. */
    record Sum(LocalDate day, Plan.Level level, int families, int children, int adults) {

        Sum and(Sum other) {
            return new Sum(day, level, families + other.families, children + other.children, adults + other.adults);
        }
    }
}
