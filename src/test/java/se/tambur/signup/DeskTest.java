package se.tambur.signup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Groups;
import se.tambur.course.Seats;
import se.tambur.signup.Desk.Deed;
import se.tambur.signup.Desk.Result;
import se.tambur.signup.Desk.Seat;
import se.tambur.signup.SignUps.Answer;
import se.tambur.signup.SignUps.Outcome;
import se.tambur.visit.Doors;

@DatabaseTest
class DeskTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 11);

    @Autowired
    private Desk desk;

    @Autowired
    private SignUps signUps;

    @Autowired
    private Courses courses;

    @Autowired
    private Attendance attendance;

    @Autowired
    private CourseMessages messages;

    @Autowired
    private CourseKeys keys;

    @Autowired
    private Centres centres;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aHouseInNovember() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
    }

    @Test
    void thoseWithAPlaceStandFirstAndTheLineInItsOrder() {
        Course course = course(2);
        signUp(course, "Amina");
        signUp(course, "Bo");
        signUp(course, "Cia");
        signUp(course, "Dan");

        Roll roll = desk.look(course, "Kim");

        assertThat(said(roll)).containsExactly("Amina PLACED 0", "Bo PLACED 0", "Cia WAITING 1", "Dan WAITING 2");
        assertThat(roll.seats()).isEqualTo(new Seats(2, 2, 2));
        assertThat(roll.rows().getFirst().madeAt()).isEqualTo(clock.instant());
        assertThat(roll.hasSeat()).isFalse();
    }

    @Test
    void whoGaveHerPlaceBackIsOnlyANumberAndTheNextIsOfferedIt() {
        Course course = course(1);
        Answer first = signUp(course, "Amina");
        signUp(course, "Bo");
        signUps.cancel(link(first));

        Roll roll = desk.look(course, "Kim");

        assertThat(said(roll)).containsExactly("Bo OFFERED 0");
        assertThat(roll.cancelled()).isEqualTo(1);
        assertThat(roll.rows().getFirst().offerUntil())
                .isEqualTo(clock.instant().plusSeconds(48 * 3600));
    }

    @Test
    void everyLookIsInTheAuditLogButNotEachRefreshOfTheSameDay() {
        Course course = course(2);

        Roll roll = desk.look(course, "Kim");
        desk.lookAgain(roll, "Kim");
        assertThat(deeds(course)).containsExactly("Kim signups.seen");

        clock.set("2026-11-25T08:00");
        desk.lookAgain(roll, "Kim");
        desk.print(course, "Alex");
        assertThat(deeds(course)).containsExactly("Kim signups.seen", "Kim signups.seen", "Alex signups.printed");
    }

    @Test
    void whatStaffDoIsInTheAuditLogWithoutAWordAboutTheFamily() {
        Course course = course(1);
        signUp(course, "Amina");
        signUp(course, "Bo");
        desk.cancel(course, id(course, "Amina"), "Kim");
        desk.give(course, id(course, "Bo"), Seat.FREE, "Kim");

        assertThat(deeds(course)).containsExactly("Kim signups.cancelled", "Kim signups.placed");
        assertThat(jdbc.sql("select detail from audit where centre = ? and actor = 'Kim'")
                        .param(centre.value())
                        .query(String.class)
                        .list())
                .containsOnly(course.id());
    }

    @Test
    void staffMoveAFamilyUpAndDownTheLine() {
        Course course = course(1);
        List.of("Amina", "Bo", "Cia", "Dan").forEach(name -> signUp(course, name));

        assertThat(desk.move(course, id(course, "Dan"), true, "Kim").result()).isEqualTo(Result.DONE);
        Deed down = desk.move(course, id(course, "Bo"), false, "Kim");

        assertThat(said(course)).containsExactly("Amina PLACED 0", "Dan WAITING 1", "Bo WAITING 2", "Cia WAITING 3");
        assertThat(desk.move(course, id(course, "Dan"), true, "Kim").result()).isEqualTo(Result.GONE);
        assertThat(desk.move(course, id(course, "Amina"), true, "Kim").result()).isEqualTo(Result.GONE);
        assertThat(desk.undo(course, down.undo(), "Kim")).isTrue();
        assertThat(said(course)).containsExactly("Amina PLACED 0", "Bo WAITING 1", "Dan WAITING 2", "Cia WAITING 3");
    }

    @Test
    void aPlaceIsGivenOutOfOrderAndBeyondTheSeatsOnlyByChoice() {
        Course course = course(1);
        List.of("Amina", "Bo", "Cia").forEach(name -> signUp(course, name));
        UUID cia = id(course, "Cia");

        assertThat(desk.give(course, cia, Seat.FREE, "Kim").result()).isEqualTo(Result.FULL);
        assertThat(said(course)).containsExactly("Amina PLACED 0", "Bo WAITING 1", "Cia WAITING 2");

        assertThat(desk.give(course, cia, Seat.EXTRA, "Kim").result()).isEqualTo(Result.DONE);
        assertThat(said(course)).containsExactly("Amina PLACED 0", "Cia PLACED 0", "Bo WAITING 1");
        assertThat(letters(cia)).containsExactly("waiting", "placed");
    }

    @Test
    void anOfferedPlaceCanBeAcceptedForTheFamilyThatCalls() {
        Course course = course(1);
        Answer first = signUp(course, "Amina");
        signUp(course, "Bo");
        signUps.cancel(link(first));

        assertThat(desk.give(course, id(course, "Bo"), Seat.FREE, "Kim").result())
                .isEqualTo(Result.DONE);

        assertThat(said(course)).containsExactly("Bo PLACED 0");
    }

    @Test
    void whoIsMovedBackStandsLastAndTheNextIsOfferedTheSeat() {
        Course course = course(1);
        List.of("Amina", "Bo", "Cia").forEach(name -> signUp(course, name));
        UUID amina = id(course, "Amina");

        Deed back = desk.back(course, amina, "Kim");

        assertThat(said(course)).containsExactly("Bo OFFERED 0", "Cia WAITING 1", "Amina WAITING 2");
        assertThat(letters(amina)).containsExactly("placed", "waiting");
        assertThat(desk.undo(course, back.undo(), "Kim")).isTrue();
        assertThat(said(course)).containsExactly("Amina PLACED 0", "Bo WAITING 1", "Cia WAITING 2");
        assertThat(letters(amina)).containsExactly("placed");
        assertThat(letters(id(course, "Bo"))).containsExactly("waiting");
    }

    @Test
    void nobodyIsMovedBackToALineWhereTheSeatWouldBeOfferedHerAgain() {
        Course course = course(2);
        signUp(course, "Amina");

        assertThat(desk.back(course, id(course, "Amina"), "Kim").result()).isEqualTo(Result.POINTLESS);

        assertThat(said(course)).containsExactly("Amina PLACED 0");
    }

    @Test
    void whenTheCourseHasBegunNoSeatIsOfferedByItselfAndStaffMoveAsTheyLike() {
        Course course = course(2);
        signUp(course, "Amina");
        clock.set("2027-01-11T13:00");

        assertThat(desk.look(course, "Kim").begun()).isTrue();
        assertThat(desk.back(course, id(course, "Amina"), "Kim").result()).isEqualTo(Result.DONE);

        assertThat(said(course)).containsExactly("Amina WAITING 1");
    }

    @Test
    void aCancelledFamilyGetsItsPlaceBackWhileNobodyHasBeenToldOfIt() {
        Course course = course(1);
        signUp(course, "Amina");
        signUp(course, "Bo");
        UUID amina = id(course, "Amina");

        Deed cancelled = desk.cancel(course, amina, "Kim");
        assertThat(said(course)).containsExactly("Bo OFFERED 0");
        assertThat(dueAt(amina, "cancelled")).isEqualTo(clock.instant().plus(Desk.TIME_TO_REGRET));

        assertThat(desk.undo(course, cancelled.undo(), "Kim")).isTrue();
        assertThat(said(course)).containsExactly("Amina PLACED 0", "Bo WAITING 1");
        assertThat(letters(amina)).containsExactly("placed");
    }

    @Test
    void whatTheFamiliesHaveBeenToldIsNotTakenBack() {
        Course course = course(1);
        signUp(course, "Amina");
        signUp(course, "Bo");

        Deed cancelled = desk.cancel(course, id(course, "Amina"), "Kim");
        clock.set("2026-11-24T10:13");

        assertThat(desk.undo(course, cancelled.undo(), "Kim")).isFalse();
        assertThat(said(course)).containsExactly("Bo OFFERED 0");
    }

    @Test
    void aSeatThatAnotherFamilyHasTakenMeanwhileIsNotTakenFromIt() {
        Course course = course(1);
        signUp(course, "Amina");
        Deed cancelled = desk.cancel(course, id(course, "Amina"), "Kim");

        signUp(course, "Bo");

        assertThat(desk.undo(course, cancelled.undo(), "Kim")).isFalse();
        assertThat(said(course)).containsExactly("Bo PLACED 0");
    }

    @Test
    void staffSignAFamilyUpByHand() {
        Course course = course(1);

        Deed first = desk.add(course, byPhone("Amina", "070-123 45 67"), Seat.FREE, "Kim");
        Deed second = desk.add(course, byPhone("Bo", "070-123 45 68"), Seat.FREE, "Kim");
        Deed third = desk.add(course, byPhone("Cia", "070-123 45 69"), Seat.EXTRA, "Kim");
        Deed again = desk.add(course, byPhone("A", "+46701234567"), Seat.EXTRA, "Kim");

        assertThat(List.of(first.result(), second.result(), third.result(), again.result()))
                .containsExactly(Result.DONE, Result.IN_LINE, Result.DONE, Result.KNOWN);
        assertThat(said(course)).containsExactly("Amina PLACED 0", "Cia PLACED 0", "Bo WAITING 1");
        assertThat(desk.undo(course, second.undo(), "Kim")).isTrue();
        assertThat(said(course)).containsExactly("Amina PLACED 0", "Cia PLACED 0");
    }

    @Test
    void aFreeSeatGoesToTheLineBeforeAFamilyAddedByHand() {
        Course course = course(1);
        signUp(course, "Amina");
        signUp(course, "Bo");
        courses.save(withSeats(course, 2), "test");

        assertThat(desk.add(course, byPhone("Cia", "070-123 45 67"), Seat.FREE, "Kim")
                        .result())
                .isEqualTo(Result.IN_LINE);
    }

    @Test
    void nobodyIsAddedToACourseThatIsOverOrCalledOff() {
        Course course = course(2);
        clock.set("2027-02-09T09:00");
        assertThat(desk.add(course, byPhone("Bo", "070-123 45 67"), Seat.FREE, "Kim")
                        .result())
                .isEqualTo(Result.OVER);

        clock.set("2026-11-24T10:12");
        courses.become(centre, course.id(), Course.State.CANCELLED, "test");
        assertThat(desk.add(course, byPhone("Bo", "070-123 45 67"), Seat.EXTRA, "Kim")
                        .result())
                .isEqualTo(Result.OVER);
    }

    @Test
    void aRepeatIsAHintOnTheFirstSignUpAndNoRowOfItsOwn() {
        Course course = course(3);
        signUp(course, "Amina", "amina@example.se");
        Answer stranger = signUp(course, "Någon", "amina@example.se");

        Roll.Row row = desk.look(course, "Kim").rows().getFirst();
        assertThat(said(course)).containsExactly("Amina PLACED 0");
        assertThat(row.again()).isTrue();
        assertThat(row.wantsOut()).isFalse();

        signUps.cancel(link(stranger));
        Roll roll = desk.look(course, "Kim");
        assertThat(roll.rows().getFirst().again()).isFalse();
        assertThat(roll.rows().getFirst().wantsOut()).isTrue();
        assertThat(roll.cancelled()).isZero();

        desk.asked(course, row.id(), "Kim");
        assertThat(desk.look(course, "Kim").rows().getFirst().wantsOut()).isFalse();
        assertThat(said(course)).containsExactly("Amina PLACED 0");
    }

    @Test
    void whoRepeatedASignUpThatIsNoMoreIsSeenAndCanBeGivenAPlace() {
        Course course = course(3);
        Answer first = signUp(course, "Amina", "amina@example.se");
        signUp(course, "Ali", "amina@example.se");
        signUps.cancel(link(first));

        assertThat(said(course)).containsExactly("Ali ECHO 0");
        desk.give(course, id(course, "Ali"), Seat.FREE, "Kim");

        assertThat(said(course)).containsExactly("Ali PLACED 0");
    }

    @Test
    void marksAreForMeetingsThatHaveBeenAndBecomeSums() {
        Course course = course(4);
        signUp(course, "Amina");
        signUp(course, "Bo");
        UUID amina = id(course, "Amina");
        UUID bo = id(course, "Bo");
        assertThat(desk.mark(course, amina, FIRST, true, "Kim").result()).isEqualTo(Result.GONE);

        clock.set("2027-01-18T13:10");
        assertThat(desk.mark(course, amina, FIRST, true, "Kim").result()).isEqualTo(Result.DONE);
        desk.mark(course, amina, FIRST, true, "Kim");
        desk.mark(course, bo, FIRST, true, "Kim");
        desk.mark(course, bo, FIRST.plusWeeks(1), true, "Kim");
        assertThat(desk.mark(course, bo, FIRST.plusDays(1), true, "Kim").result())
                .isEqualTo(Result.GONE);

        Roll roll = desk.look(course, "Kim");
        assertThat(roll.row(bo).orElseThrow().present()).containsExactlyInAnyOrder(FIRST, FIRST.plusWeeks(1));
        assertThat(roll.nearestMeeting()).isEqualTo(FIRST.plusWeeks(1));
        assertThat(roll.sums())
                .containsExactly(
                        new Attendance.Sum(FIRST, Plan.Level.UNIVERSAL, 2, 2, 2),
                        new Attendance.Sum(FIRST.plusWeeks(1), Plan.Level.UNIVERSAL, 1, 1, 1));

        desk.mark(course, bo, FIRST, false, "Kim");
        assertThat(attendance.sums(course).getFirst()).isEqualTo(sum(FIRST, 1));
    }

    @Test
    void theSumsAreTheSameWhenTheFamiliesAreErased() {
        Course course = course(4);
        signUp(course, "Amina");
        clock.set("2027-01-11T13:10");
        desk.mark(course, id(course, "Amina"), FIRST, true, "Kim");
        List<Attendance.Sum> before = attendance.sums(course);

        before.forEach(sum -> jdbc.sql(
                        "insert into attendance (centre, course, \"day\", level, families, children, adults) values (?, ?, ?, 'universal', ?, ?, ?)")
                .params(centre.value(), course.id(), sum.day(), sum.families(), sum.children(), sum.adults())
                .update());
        jdbc.sql("delete from sign_up where centre = ? and course = ?")
                .params(centre.value(), course.id())
                .update();

        assertThat(before).containsExactly(sum(FIRST, 1));
        assertThat(attendance.sums(course)).isEqualTo(before);
        assertThat(desk.look(course, "Kim").rows()).isEmpty();
    }

    @Test
    void howManyCameStaysTrueWhenAFamilyErasesItself() {
        Course course = course(3);
        Answer amina = signUp(course, "Amina");
        signUp(course, "Bo");
        Answer cia = signUp(course, "Cia");
        clock.set("2027-01-18T15:00");
        desk.mark(course, id(course, "Amina"), FIRST, true, "Kim");
        desk.mark(course, id(course, "Amina"), FIRST.plusWeeks(1), true, "Kim");
        desk.mark(course, id(course, "Bo"), FIRST, true, "Kim");
        desk.mark(course, id(course, "Cia"), FIRST, true, "Kim");
        assertThat(signUps.traces(link(amina)).present()).containsExactly(FIRST, FIRST.plusWeeks(1));

        signUps.erase(link(amina));
        signUps.erase(link(cia));

        assertThat(attendance.sums(course)).containsExactly(sum(FIRST, 3), sum(FIRST.plusWeeks(1), 1));
        assertThat(said(course)).containsExactly("Bo PLACED 0");
    }

    @Test
    void aMessageIsALetterToEachFamilyWithEmailAndANumberToCallForTheOthers() {
        Course course = course(2);
        signUp(course, "Amina");
        desk.add(course, byPhone("Bo", "070-123 45 67"), Seat.FREE, "Kim");
        signUp(course, "Cia");

        Desk.Sent sent = desk.write(course, " Vi ses i Lilla rummet i stället. ", false, "Kim");

        assertThat(sent.letters()).isEqualTo(1);
        assertThat(sent.call()).extracting(Family::phone).containsExactly("070-123 45 67");
        assertThat(letters(id(course, "Amina"))).containsExactly("placed", "message");
        assertThat(letters(id(course, "Bo"))).containsExactly("placed");
        assertThat(letters(id(course, "Cia"))).containsExactly("waiting");
        UUID message = jdbc.sql("select id from course_message where centre = ? and course = ?")
                .params(centre.value(), course.id())
                .query(UUID.class)
                .single();
        assertThat(messages.read(course, message)).isEqualTo("Vi ses i Lilla rummet i stället.");
        assertThat(jdbc.sql("select sealed from course_message where id = ?")
                        .param(message)
                        .query(String.class)
                        .single())
                .doesNotContain("Lilla");

        assertThat(desk.write(course, "Hej", true, "Kim").letters()).isEqualTo(2);
        assertThat(letters(id(course, "Cia"))).containsExactly("waiting", "message");
    }

    @Test
    void theLongestMessageFitsInEveryScriptAndALongerOneIsRefused() {
        Course course = course(2);
        signUp(course, "Amina");

        assertThat(desk.write(course, "ም".repeat(CourseMessages.LONGEST), false, "Kim")
                        .letters())
                .isEqualTo(1);
        assertThatThrownBy(() -> desk.write(course, "x".repeat(CourseMessages.LONGEST + 1), false, "Kim"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> desk.write(course, "  ", false, "Kim")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aClosedSignUpTakesNobodyAndOpensAgain() {
        Course course = course(4);

        desk.close(course, "Kim");
        assertThat(signUp(course, "Amina").outcome()).isEqualTo(Outcome.CLOSED);
        assertThat(desk.look(course, "Kim").closed()).isTrue();
        assertThat(desk.add(course, byPhone("Bo", "070-123 45 67"), Seat.FREE, "Kim")
                        .result())
                .isEqualTo(Result.DONE);

        desk.reopen(course, course.opens(), course.closes(), "Kim");
        assertThat(signUp(course, "Amina").outcome()).isEqualTo(Outcome.PLACED);
        assertThat(deeds(course)).contains("Kim course.saved");
    }

    @Test
    void aSignUpThatHasNotOpenedYetCanBeClosedToo() {
        Course course = course(4);
        courses.save(course.openBetween(LocalDate.of(2026, 12, 1), null), "test");

        Course closed = desk.close(course, "Kim");

        assertThat(closed.canBeJoined(LocalDate.of(2026, 12, 2))).isFalse();
    }

    @Test
    void aLostKeyHidesTheFamilyAndNothingElse() {
        Course course = course(1);
        signUp(course, "Amina");
        signUp(course, "Bo");
        UUID amina = id(course, "Amina");
        keys.destroy(course.code());

        Roll roll = desk.look(course, "Kim");
        assertThat(roll.rows()).hasSize(2).allMatch(row -> row.family() == null);
        assertThat(desk.write(course, "Hej", true, "Kim")).isEqualTo(new Desk.Sent(0, List.of(), 2));

        clock.set("2027-01-11T13:10");
        desk.mark(course, amina, FIRST, true, "Kim");
        assertThat(attendance.sums(course)).containsExactly(new Attendance.Sum(FIRST, Plan.Level.UNIVERSAL, 1, 0, 0));
        assertThat(desk.cancel(course, amina, "Kim").result()).isEqualTo(Result.DONE);
    }

    @Test
    void twoCentresWithACourseOfTheSameIdNeverSeeEachOther() {
        Course ours = courses.save(Groups.massage(centre, "samma", 2), "test");
        CentreId other = Doors.open(centres);
        Course theirs = courses.save(Groups.massage(other, "samma", 2), "test");
        signUp(ours, "Amina");
        signUp(theirs, "Bo");
        UUID amina = id(ours, "Amina");
        clock.set("2027-01-11T13:10");
        desk.mark(ours, amina, FIRST, true, "Kim");

        assertThat(said(ours)).containsExactly("Amina PLACED 0");
        assertThat(said(theirs)).containsExactly("Bo PLACED 0");
        assertThat(attendance.sums(theirs)).isEmpty();
        assertThat(desk.write(theirs, "Hej", true, "Kim").letters()).isEqualTo(1);
        assertThat(List.of(
                        desk.cancel(theirs, amina, "Kim").result(),
                        desk.give(theirs, amina, Seat.EXTRA, "Kim").result(),
                        desk.back(theirs, amina, "Kim").result(),
                        desk.move(theirs, amina, true, "Kim").result(),
                        desk.mark(theirs, amina, FIRST, false, "Kim").result()))
                .containsOnly(Result.GONE);
        Deed cancelled = desk.cancel(ours, amina, "Kim");
        assertThat(desk.undo(theirs, cancelled.undo(), "Kim")).isFalse();
        assertThat(said(ours)).isEmpty();
        assertThat(letters(amina)).containsExactly("placed", "cancelled");
    }

    private Course course(int seats) {
        return courses.save(Groups.massage(centre, courses.newId(centre, "Babymassage", FIRST), seats), "test");
    }

    private static Course withSeats(Course course, int seats) {
        return Groups.massage(course.centre(), course.id(), seats);
    }

    private Answer signUp(Course course, String name) {
        return signUp(course, name, name.toLowerCase(Locale.ROOT) + "@example.se");
    }

    private Answer signUp(Course course, String name, String email) {
        return signUps.signUp(course, UUID.randomUUID(), Families.family(name, email));
    }

    private static Family byPhone(String name, String phone) {
        return new Family(name, null, phone, 1, Map.of(new AgeId("0-11m"), 1), "sv", false);
    }

    private static Attendance.Sum sum(LocalDate day, int families) {
        return new Attendance.Sum(day, Plan.Level.UNIVERSAL, families, families, families);
    }

    private static String link(Answer answer) {
        return Objects.requireNonNull(answer.token());
    }

    private UUID id(Course course, String name) {
        return desk.look(course, "test").rows().stream()
                .filter(row -> row.family() != null && row.family().name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<String> said(Course course) {
        return said(desk.look(course, "test"));
    }

    private static List<String> said(Roll roll) {
        return roll.rows().stream()
                .map(row -> Objects.requireNonNull(row.family()).name() + " " + row.standing() + " " + row.place())
                .toList();
    }

    private List<@Nullable String> letters(UUID signUp) {
        return jdbc.sql("select kind from letter where sign_up = ? order by id")
                .param(signUp)
                .query(String.class)
                .list();
    }

    private Instant dueAt(UUID signUp, String kind) {
        return jdbc.sql("select due_at from letter where sign_up = ? and kind = ?")
                .params(signUp, kind)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private List<@Nullable String> deeds(Course course) {
        return jdbc.sql(
                        "select actor || ' ' || deed from audit where centre = ? and detail = ? and actor <> 'test' order by at, id")
                .params(course.centre().value(), course.id())
                .query(String.class)
                .list();
    }
}
