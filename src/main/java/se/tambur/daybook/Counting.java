package se.tambur.daybook;

import com.vaadin.flow.router.QueryParameters;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import se.tambur.centre.CentreId;
import se.tambur.centre.Plan;
import se.tambur.centre.Session;
import se.tambur.daybook.Day.Passage;

/** What is counted by hand: a session of a day, and an activity. It stands in the address, so that a reload keeps it. */
record Counting(Day day, Passage passage, Plan.Activity activity) {

    /** Paper for the weeks to come can be printed. */
    static final int DAYS_AHEAD = 60;

    private static final String OUTSIDE = "outside";

    /** Who comes outside hours comes in daytime. */
    private static final int FIRST_HOUR = 6;

    private static final int LAST_HOUR = 21;

    /** What the address says; where it says nothing or nonsense, what is most likely. */
    static Counting of(DayReader reader, CentreId centre, QueryParameters said) {
        LocalDate today = reader.today(centre);
        LocalDate date = said.getSingleParameter("date")
                .flatMap(Counting::day)
                .filter(day -> !day.isAfter(today.plusDays(DAYS_AHEAD)))
                .orElse(today);
        Day day = reader.read(centre, date);
        List<Passage> open = day.open();
        Passage passage = said.getSingleParameter("session")
                .flatMap(name ->
                        open.stream().filter(each -> name(each).equals(name)).findFirst())
                .orElseGet(() -> likely(day, open));
        Plan.Activity activity = said.getSingleParameter("activity")
                .flatMap(id -> activities(day).stream()
                        .filter(each -> each.id().value().equals(id))
                        .findFirst())
                .orElseGet(() -> day.usual(passage, activities(day)));
        return new Counting(day, passage, activity);
    }

    static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written)).filter(day -> day.getYear() >= 1970 && day.getYear() <= 2999);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The one that goes on, else the first that nobody has counted yet, else the last. */
    private static Passage likely(Day day, List<Passage> open) {
        List<Passage> sessions =
                open.stream().filter(each -> each.session() != null).toList();
        return sessions.stream()
                .filter(each -> goesOn(each, day))
                .findFirst()
                .or(() -> sessions.stream()
                        .filter(each -> each.rows().isEmpty() && each.said() == null)
                        .findFirst())
                .or(() -> sessions.isEmpty() ? Optional.empty() : Optional.of(sessions.getLast()))
                .orElseGet(open::getLast);
    }

    private static boolean goesOn(Passage passage, Day day) {
        Session session = passage.session();
        return session != null
                && session.begun(day.now())
                && session.closesAt().plus(Session.MARGIN).isAfter(day.now());
    }

    private static List<Plan.Activity> activities(Day day) {
        return day.plan().activities();
    }

    private static String name(Passage passage) {
        return passage.opens() == null ? OUTSIDE : passage.opens().toString();
    }

    LocalDate date() {
        return day.date();
    }

    List<Plan.Activity> activities() {
        return activities(day);
    }

    /** Names what is tapped on the device until it is saved. */
    String draft() {
        return date() + "/" + name(passage);
    }

    /** In which hours it can have been; of today only those that have begun. */
    List<Integer> hours() {
        int first = FIRST_HOUR;
        int last = LAST_HOUR;
        Session session = passage.session();
        if (session != null) {
            first = session.day().atTime(session.opens()).minus(Session.MARGIN).getHour();
            // the closing minute is out
            last = session.day()
                    .atTime(session.closes())
                    .plus(Session.MARGIN)
                    .minusMinutes(1)
                    .getHour();
        }
        int now = day.now().atZone(day.zone()).getHour();
        boolean today = date().equals(day.now().atZone(day.zone()).toLocalDate());
        return IntStream.rangeClosed(first, today ? Math.min(last, now) : last)
                .boxed()
                .toList();
    }

    /** The present hour, where it can have been in it. */
    Optional<Integer> hourNow() {
        var now = day.now().atZone(day.zone());
        return Optional.of(now.getHour()).filter(hour -> now.toLocalDate().equals(date()) && hours().contains(hour));
    }

    /** The same with the numbers of now. */
    Counting again(DayReader reader, CentreId centre) {
        return of(reader, centre, parameters());
    }

    /** The next session to count: of this day, else of the next day that was open. */
    Optional<Counting> next(DayReader reader, CentreId centre) {
        List<Passage> sessions =
                day.open().stream().filter(each -> each.session() != null).toList();
        Optional<Passage> later = sessions.stream()
                .filter(each -> passage.opens() != null
                        && Objects.requireNonNull(each.opens()).isAfter(passage.opens()))
                .findFirst();
        if (later.isPresent()) {
            return later.map(next -> new Counting(day, next, day.usual(next, activities())));
        }
        return reader.openAfter(centre, date())
                .map(next -> reader.read(centre, next))
                .map(next -> {
                    Passage first = next.open().getFirst();
                    return new Counting(next, first, next.usual(first, activities(next)));
                });
    }

    QueryParameters parameters() {
        return QueryParameters.simple(Map.of(
                "date",
                date().toString(),
                "session",
                name(passage),
                "activity",
                activity.id().value()));
    }

    Counting in(Passage other) {
        return new Counting(day, other, activity);
    }

    Counting of(Plan.Activity other) {
        return new Counting(day, passage, other);
    }
}
