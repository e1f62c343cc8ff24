package se.tambur.phone;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.centre.Session;
import se.tambur.centre.Text;
import se.tambur.centre.Timetable;
import se.tambur.course.Tongue;
import se.tambur.course.Tongue.Said;

/**
 * What a phone shows of a centre's coming week: its days with something to say, from today.
 *
 * @param call the number as a link
 * @param opens when it opens again; null when it opens within these days, or no such day is known
 */
record WeekPage(
        List<Day> days,
        @Nullable String opens,
        @Nullable Said street,
        @Nullable String phone,
        @Nullable String call,
        @Nullable String web) {

    private static final int DAYS = 7;

    /** As far ahead as a tablet looks. */
    private static final int HORIZON = 90;

    /** @param address the page's own, whole */
    static WeekPage of(Plan plan, Timetable timetable, Tongue tongue, LocalDate today, String address) {
        List<Day> days = today.datesUntil(today.plusDays(DAYS))
                .map(day -> day(plan, timetable, tongue, day, today, address))
                .filter(day -> !day.openings().isEmpty() || day.closed() != null)
                .toList();
        boolean shut = days.stream().allMatch(day -> day.openings().isEmpty());
        String street = plan.contact().address();
        String phone = plan.contact().phone();
        return new WeekPage(
                days,
                shut ? opensAgain(timetable, tongue, today) : null,
                street == null ? null : tongue.said(street),
                phone,
                phone == null ? null : CoursePage.tel(phone),
                plan.contact().web());
    }

    private static @Nullable String opensAgain(Timetable timetable, Tongue tongue, LocalDate today) {
        return today.plusDays(DAYS)
                .datesUntil(today.plusDays(HORIZON))
                .flatMap(day -> timetable.sessions(day).stream())
                .findFirst()
                .map(session -> tongue.say(
                        "phone.opens",
                        Map.of(
                                "day", tongue.weekdayAndDate(session.day()),
                                "times", tongue.times(session.opens(), session.closes()))))
                .orElse(null);
    }

    private static Day day(
            Plan plan, Timetable timetable, Tongue tongue, LocalDate day, LocalDate today, String address) {
        String near = day.equals(today)
                ? tongue.say("phone.today")
                : day.equals(today.plusDays(1)) ? tongue.say("phone.tomorrow") : null;
        List<Opening> openings = timetable.sessions(day).stream()
                .map(session -> opening(session, plan, tongue, address))
                .toList();
        return new Day(
                near,
                tongue.weekdayAndDate(day),
                openings,
                openings.isEmpty()
                        ? timetable.closedBecause(day).map(tongue::said).orElse(null)
                        : null);
    }

    private static Opening opening(Session session, Plan plan, Tongue tongue, String address) {
        List<Offer> offers = session.activities().stream()
                .filter(WeekPage::isPublic)
                .map(held -> offer(held, tongue))
                .toList();
        return new Opening(
                tongue.times(session.opens(), session.closes()),
                session.name().isEmpty() ? null : tongue.said(session.name()),
                offers,
                offers.isEmpty() ? null : Happening.of(session, plan, tongue, address));
    }

    /** A look at anything else would reveal a need. */
    static boolean isPublic(Session.Held held) {
        return held.activity().kiosk() && held.activity().level() == Plan.Level.UNIVERSAL;
    }

    private static Offer offer(Session.Held held, Tongue tongue) {
        LocalTime from = held.from();
        LocalTime to = held.to();
        Text note = held.activity().note();
        return new Offer(
                tongue.said(held.activity().name()),
                from == null || to == null ? null : tongue.times(from, to),
                note.isEmpty() ? null : tongue.said(note));
    }

    /**
     * One day.
     *
     * @param near today or tomorrow in words; null: later
     * @param closed why the house is closed; null: it is open
     */
    record Day(
            @Nullable String near,
            String date,
            List<Opening> openings,
            @Nullable Said closed) {}

    /**
     * One opening with what is open to everyone in it.
     *
     * @param event the same for searchers; null: there is nothing in it for everyone
     */
    record Opening(
            String times,
            @Nullable Said name,
            List<Offer> offers,
            @Nullable Happening event) {}

    /** One activity. */
    record Offer(
            Said name, @Nullable String times, @Nullable Said note) {}
}
