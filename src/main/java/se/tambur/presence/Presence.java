package se.tambur.presence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import se.tambur.centre.ActivityId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.Session;
import se.tambur.centre.Timetable;
import se.tambur.shared.Audited;
import se.tambur.shared.Durability;
import se.tambur.visit.CheckIns;
import se.tambur.visit.NightFalls;
import se.tambur.visit.VisitsChanged;

/** How many are in the house now. */
@Service
public class Presence {

    /** Nobody is in the house longer than this after closing. */
    private static final Duration AFTER_CLOSING = Duration.ofMinutes(30);

    private static final Duration USUAL_STAY = Duration.ofMinutes(90);
    private static final int HALF_HOUR = 30;

    private final CheckIns checkIns;
    private final Centres centres;
    private final JdbcTemplate jdbc;
    private final Durability durability;
    private final ApplicationEventPublisher announcer;
    private final Clock clock;
    private final PresenceSettings settings;
    private final Map<CentreId, Boolean> signs = new ConcurrentHashMap<>();

    Presence(
            CheckIns checkIns,
            Centres centres,
            JdbcTemplate jdbc,
            Durability durability,
            ApplicationEventPublisher announcer,
            Clock clock,
            PresenceSettings settings) {
        this.checkIns = checkIns;
        this.centres = centres;
        this.jdbc = jdbc;
        this.durability = durability;
        this.announcer = announcer;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * The estimate at a moment: each visit of the day counts with the chance that a stay of its activity's usual length
     * is still going on; nobody after closing + 30 minutes; those who told they left and head counts correct it.
     */
    public Estimate at(CentreId centre, Instant moment) {
        Day day = new Day(centre, moment);
        return day.crowd(moment).at(moment, centres.plan(centre).capacity());
    }

    /** Whether the sign "full just now" is up: set by staff until the session ends, or by the estimate where that option is on. */
    public boolean full(CentreId centre, Instant moment) {
        if (moment.isBefore(signUntil(centre))) {
            return true;
        }
        if (!settings.fullByEstimate()) {
            return false;
        }
        Estimate estimate = at(centre, moment);
        return estimate.likely() >= estimate.capacity();
    }

    private Instant signUntil(CentreId centre) {
        return jdbc
                .query(
                        "select until from full_sign where centre = ?",
                        (row, n) -> row.getObject(1, OffsetDateTime.class).toInstant(),
                        centre.value())
                .stream()
                .findFirst()
                .orElse(Instant.MIN);
    }

    /** Staff put the sign up, until the session ends (outside hours: until the day does), or take it down. */
    public void setFull(CentreId centre, boolean full, String author) {
        Instant until = full ? signEnds(centre) : clock.instant();
        OffsetDateTime stored = until.atOffset(ZoneOffset.UTC);
        if (jdbc.update("update full_sign set until = ? where centre = ?", stored, centre.value()) == 0) {
            jdbc.update(
                    "insert into full_sign (centre, until) values (?, ?) on conflict do nothing",
                    centre.value(),
                    stored);
        }
        durability.settle();
        signs.put(centre, full);
        announcer.publishEvent(new Audited(author, centre.value(), full ? "full.set" : "full.cleared", ""));
        announcer.publishEvent(new VisitsChanged(centre));
    }

    private Instant signEnds(CentreId centre) {
        Timetable timetable = centres.timetable(centre);
        Instant now = clock.instant();
        LocalDate today = now.atZone(timetable.zone()).toLocalDate();
        return timetable.sessions(today).stream()
                .map(Session::closesAt)
                .filter(now::isBefore)
                .findFirst()
                .orElseGet(
                        () -> today.plusDays(1).atStartOfDay(timetable.zone()).toInstant());
    }

    /** The sign also changes by itself, when a session ends or the estimate passes the limit. */
    @Scheduled(fixedDelay = 20_000)
    void watchSigns() {
        Instant now = clock.instant();
        for (CentreId centre : centres.all()) {
            boolean full = full(centre, now);
            Boolean before = signs.put(centre, full);
            if (before != null && before != full) {
                announcer.publishEvent(new VisitsChanged(centre));
            }
        }
    }

    /** Keeps what was estimated for each half hour of a day whose check-ins are about to be erased. */
    @EventListener
    void keepOccupancy(NightFalls night) {
        CentreId centre = night.centre();
        ZoneId zone = centres.timetable(centre).zone();
        Instant midnight = night.day().plusDays(1).atStartOfDay(zone).toInstant();
        Day day = new Day(centre, midnight.minusSeconds(1));
        LocalTime from = halfHour(day.first());
        LocalTime to = halfHour(day.last());
        for (LocalTime half = from; !half.isAfter(to); half = half.plusMinutes(HALF_HOUR)) {
            Instant moment = night.day().atTime(half).atZone(zone).toInstant();
            jdbc.update(
                    "insert into occupancy (centre, \"day\", half_hour, estimate) values (?, ?, ?, ?) on conflict do nothing",
                    centre.value(),
                    night.day(),
                    half.toString(),
                    day.crowd(moment).at(moment, 0).likely());
            if (half.getHour() == 23 && half.getMinute() == HALF_HOUR) {
                return;
            }
        }
    }

    private static LocalTime halfHour(LocalTime time) {
        return LocalTime.of(time.getHour(), time.getMinute() / HALF_HOUR * HALF_HOUR);
    }

    /** A day as it is known up to a moment. */
    private final class Day {

        private final CentreId centre;
        private final LocalDate date;
        private final ZoneId zone;
        private final List<Session> sessions;
        private final List<CheckIns.Visit> visits;
        private final List<CheckIns.Leaving> leavings;
        private final List<CheckIns.HeadCount> headCounts;
        private final Map<ActivityId, Stay> stays = new HashMap<>();

        Day(CentreId centre, Instant moment) {
            Timetable timetable = centres.timetable(centre);
            this.centre = centre;
            this.zone = timetable.zone();
            this.date = moment.atZone(zone).toLocalDate();
            this.sessions = timetable.sessions(date);
            this.visits = checkIns.visits(centre, date);
            this.leavings = checkIns.leavings(centre, date);
            this.headCounts = checkIns.headCounts(centre, date);
        }

        LocalTime first() {
            LocalTime came =
                    visits.isEmpty() ? LocalTime.NOON : visits.getFirst().arrived();
            return sessions.isEmpty() || came.isBefore(sessions.getFirst().opens())
                    ? came
                    : sessions.getFirst().opens();
        }

        LocalTime last() {
            LocalTime came =
                    visits.isEmpty() ? LocalTime.NOON : visits.getLast().arrived();
            return sessions.isEmpty() || came.isAfter(sessions.getLast().closes())
                    ? came
                    : sessions.getLast().closes();
        }

        Crowd crowd(Instant moment) {
            var crowd = new Crowd();
            Optional<CheckIns.HeadCount> counted = headCounts.stream()
                    .filter(count -> !count.at().isAfter(moment))
                    .reduce((earlier, later) -> later);
            Instant base = counted.map(count -> count.at().truncatedTo(ChronoUnit.MINUTES))
                    .orElse(Instant.MIN);
            counted.ifPresent(count -> addCounted(crowd, count, base));
            for (CheckIns.Visit visit : visits) {
                Instant since = instant(visit.arrived());
                if (since.isAfter(base) && !since.isAfter(moment)) {
                    int heads = visit.party().heads();
                    // a party that only expects a child is one person all the same
                    int adults = Math.max(visit.party().adults(), heads == 0 ? 1 : 0);
                    crowd.add(since, adults, heads, at -> chance(visit, at));
                }
            }
            for (CheckIns.Leaving leaving : leavings) {
                Instant at = instant(leaving.at());
                if (at.isAfter(base) && !at.isAfter(moment)) {
                    crowd.leave(at, leaving.adults(), leaving.children());
                }
            }
            return crowd;
        }

        /** Those counted by eye leave as the visits that were here then do, each adult with a share of the children. */
        private void addCounted(Crowd crowd, CheckIns.HeadCount count, Instant base) {
            Map<Instant, Double> chances = new HashMap<>();
            int groups = count.adults() > 0 ? count.adults() : count.children();
            for (int i = 0; i < groups; i++) {
                int children = count.children() / groups + (i < count.children() % groups ? 1 : 0);
                crowd.add(
                        base,
                        count.adults() > 0 ? 1 : 0,
                        children,
                        at -> chances.computeIfAbsent(at, moment -> chanceSince(base, moment)));
            }
        }

        private double chanceSince(Instant base, Instant at) {
            double then = 0;
            double now = 0;
            for (CheckIns.Visit visit : visits) {
                if (!instant(visit.arrived()).isAfter(base)) {
                    int heads = visit.party().adults() + visit.party().heads();
                    then += heads * chance(visit, base);
                    now += heads * chance(visit, at);
                }
            }
            if (then > 0) {
                return now / then;
            }
            boolean gone = end(base).map(end -> !at.isBefore(end)).orElse(false);
            return gone ? 0 : new Stay(USUAL_STAY, shape()).stillOn(Duration.between(base, at));
        }

        private double chance(CheckIns.Visit visit, Instant at) {
            Instant since = instant(visit.arrived());
            boolean gone = end(visit, since).map(end -> !at.isBefore(end)).orElse(false);
            return gone ? 0 : stay(visit).stillOn(Duration.between(since, at));
        }

        private Optional<Instant> end(CheckIns.Visit visit, Instant since) {
            return sessions.stream()
                    .filter(session -> session.opens().equals(visit.session()))
                    .findFirst()
                    .map(session -> session.closesAt().plus(AFTER_CLOSING))
                    .or(() -> end(since));
        }

        private Stay stay(CheckIns.Visit visit) {
            return stays.computeIfAbsent(
                    visit.activity(),
                    id -> new Stay(
                            centres.activity(centre, id)
                                    .map(Plan.Activity::stay)
                                    .orElse(USUAL_STAY),
                            shape()));
        }

        /** When nobody is left of those who were here outside any session: after the one that was on or came next. */
        private Optional<Instant> end(Instant since) {
            return sessions.stream()
                    .map(session -> session.closesAt().plus(AFTER_CLOSING))
                    .filter(since::isBefore)
                    .findFirst();
        }

        private int shape() {
            return Math.max(1, settings.stayShape());
        }

        private Instant instant(LocalTime time) {
            return date.atTime(time).atZone(zone).toInstant();
        }
    }

    /**
     * Persons in the house.
     *
     * @param likely the expected number, rounded
     * @param low 5 in 100 that it is fewer
     * @param high 5 in 100 that it is more
     * @param children of the likely ones
     */
    public record Estimate(int likely, int low, int high, int children, int capacity) {}
}
