package se.tambur.today;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.Session;
import se.tambur.centre.Timetable;
import se.tambur.kiosk.Kiosks;
import se.tambur.presence.Presence;
import se.tambur.today.HouseNow.ActivityRow;
import se.tambur.today.HouseNow.AgeRow;
import se.tambur.today.HouseNow.Span;
import se.tambur.today.HouseNow.Sums;
import se.tambur.visit.CheckIns;
import se.tambur.visit.CheckIns.Visit;
import se.tambur.visit.Tallies;

/** Reads how a house is. */
@Component
public class HouseReader {

    private static final int HALF_HOUR = 30;
    private static final int DAYS_AHEAD = 120;

    private final Centres centres;
    private final CheckIns checkIns;
    private final Tallies tallies;
    private final Presence presence;
    private final Kiosks kiosks;
    private final Clock clock;

    HouseReader(Centres centres, CheckIns checkIns, Tallies tallies, Presence presence, Kiosks kiosks, Clock clock) {
        this.centres = centres;
        this.checkIns = checkIns;
        this.tallies = tallies;
        this.presence = presence;
        this.kiosks = kiosks;
        this.clock = clock;
    }

    public HouseNow read(CentreId centre) {
        Instant moment = clock.instant();
        Timetable timetable = centres.timetable(centre);
        LocalDateTime now = moment.atZone(timetable.zone()).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
        LocalDate day = now.toLocalDate();
        List<Session> sessions = timetable.sessions(day);
        List<Visit> visits = checkIns.visits(centre, day);
        List<Tallies.Tally> counted = tallies.of(centre, day, day, Tallies.Axis.ACTIVITY);
        List<LocalTime> halfHours = halfHours(sessions, visits);
        return new HouseNow(
                moment,
                timetable.planOn(day),
                now,
                sessions,
                timetable.closedBecause(day),
                next(timetable, moment, day),
                presence.at(centre, moment),
                presence.full(centre, moment),
                sums(counted),
                lastWeek(centre, day.minusWeeks(1)),
                visits.isEmpty() ? Optional.empty() : Optional.of(visits.getLast()),
                halfHours,
                ages(centre, timetable.planOn(day), visits, halfHours),
                activities(centre, sessions, counted),
                kiosks.health(centre),
                checkIns.suspects(centre),
                checkIns.timeless(centre));
    }

    private static Optional<Session> next(Timetable timetable, Instant moment, LocalDate day) {
        return day.datesUntil(day.plusDays(DAYS_AHEAD))
                .flatMap(each -> timetable.sessions(each).stream())
                .filter(session -> session.opensAt().isAfter(moment))
                .findFirst();
    }

    /** Of the tallies, as in the month: what staff counted by hand or corrected is part of the day. */
    private static Sums sums(List<Tallies.Tally> counted) {
        return new Sums(
                sum(counted, Tallies.VISITS::equals),
                sum(counted, HouseReader::isAge),
                sum(counted, Tallies.ADULTS::equals),
                sum(counted, Tallies.EXPECTING::equals));
    }

    private static int sum(List<Tallies.Tally> counted, Predicate<String> category) {
        return counted.stream()
                .filter(tally -> category.test(tally.category()))
                .mapToInt(Tallies.Tally::number)
                .sum();
    }

    private static boolean isAge(String category) {
        return !Set.of(Tallies.VISITS, Tallies.ADULTS, Tallies.EXPECTING).contains(category);
    }

    /** A day on which the door could not count says nothing, which is not the same as nobody. */
    private OptionalInt lastWeek(CentreId centre, LocalDate day) {
        List<Tallies.Tally> sums = tallies.of(centre, day, day, Tallies.Axis.HOUR);
        boolean known = !sums.isEmpty()
                || tallies.sessions(centre, day, day).stream()
                        .anyMatch(held -> held.state() != Tallies.State.NOT_COUNTED);
        return known ? OptionalInt.of(sum(sums, HouseReader::isAge)) : OptionalInt.empty();
    }

    private static List<LocalTime> halfHours(List<Session> sessions, List<Visit> visits) {
        var all = new TreeSet<LocalTime>();
        for (Session session : sessions) {
            int first = minutes(halfHour(session.opens()));
            IntStream.iterate(first, minute -> minute < minutes(session.closes()), minute -> minute + HALF_HOUR)
                    .mapToObj(minute -> LocalTime.MIN.plusMinutes(minute))
                    .forEach(all::add);
        }
        visits.forEach(visit -> all.add(halfHour(visit.arrived())));
        return List.copyOf(all);
    }

    private static int minutes(LocalTime time) {
        return time.toSecondOfDay() / 60;
    }

    private static LocalTime halfHour(LocalTime time) {
        return time.truncatedTo(ChronoUnit.HOURS).plusMinutes(time.getMinute() / HALF_HOUR * HALF_HOUR);
    }

    private List<AgeRow> ages(CentreId centre, Plan plan, List<Visit> visits, List<LocalTime> halfHours) {
        Map<AgeId, int[]> children = new HashMap<>();
        for (Visit visit : visits) {
            int column = halfHours.indexOf(halfHour(visit.arrived()));
            visit.party()
                    .children()
                    .forEach((age, number) ->
                            children.computeIfAbsent(age, each -> new int[halfHours.size()])[column] += number);
        }
        var ages = new LinkedHashSet<>(plan.ages());
        centres.ages(centre).stream()
                .filter(age ->
                        children.containsKey(age.id()) && plan.age(age.id()).isEmpty())
                .forEach(ages::add);
        return ages.stream()
                .map(age -> new AgeRow(age, list(children.getOrDefault(age.id(), new int[halfHours.size()]))))
                .toList();
    }

    private static List<Integer> list(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    private List<ActivityRow> activities(CentreId centre, List<Session> sessions, List<Tallies.Tally> counted) {
        Map<ActivityId, List<Span>> held = new HashMap<>();
        var order = new LinkedHashSet<ActivityId>();
        for (Session session : sessions) {
            for (Session.Held each : session.activities()) {
                order.add(each.activity().id());
                LocalTime from = each.from() == null ? session.opens() : each.from();
                LocalTime to = each.to() == null ? session.closes() : each.to();
                held.computeIfAbsent(each.activity().id(), id -> new ArrayList<>())
                        .add(new Span(from, to));
            }
        }
        Map<ActivityId, Integer> children = new HashMap<>();
        for (Tallies.Tally tally : counted) {
            var activity = new ActivityId(tally.key());
            order.add(activity);
            children.merge(activity, isAge(tally.category()) ? tally.number() : 0, Integer::sum);
        }
        return order.stream()
                .flatMap(id -> centres.activity(centre, id).stream())
                .map(activity -> new ActivityRow(
                        activity, held.getOrDefault(activity.id(), List.of()), children.getOrDefault(activity.id(), 0)))
                .toList();
    }
}
