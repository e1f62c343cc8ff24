package se.tambur.visit;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.Timetable;
import se.tambur.shared.Audited;
import se.tambur.visit.VisitRows.Row;
import se.tambur.visit.VisitRows.State;

/** Taking in visits once and only once, and mending the day. */
@Service
public class CheckIns {

    /** A tablet's time is never in the future; two machines' clocks may still differ a little. */
    private static final Duration AHEAD = Duration.ofMinutes(2);

    private static final int MOST_IN_ROOM = 10_000;

    private final Writer writer;
    private final VisitRows rows;
    private final TallyBook tallies;
    private final Bursts bursts;
    private final DayNotes notes;
    private final Centres centres;
    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher announcer;
    private final Clock clock;
    private final VisitSettings settings;

    CheckIns(
            Writer writer,
            VisitRows rows,
            TallyBook tallies,
            Bursts bursts,
            DayNotes notes,
            Centres centres,
            JdbcTemplate jdbc,
            ApplicationEventPublisher announcer,
            Clock clock,
            VisitSettings settings) {
        this.writer = writer;
        this.rows = rows;
        this.tallies = tallies;
        this.bursts = bursts;
        this.notes = notes;
        this.centres = centres;
        this.jdbc = jdbc;
        this.announcer = announcer;
        this.clock = clock;
        this.settings = settings;
    }

    /**
     * Takes in what a tablet hands over. When it returns, everything answered {@code STORED}, {@code ALREADY} or
     * {@code HELD} is on disk. One bad event never stops the rest. An exception says that nothing can be promised, and
     * the tablet keeps everything.
     *
     * @param kiosk the tablet's stable id, for bursts and nothing else
     * @return one answer per event, in order
     */
    public List<Taken> take(CentreId centre, String kiosk, List<? extends DoorEvent> events) {
        var door = new Door(centre, kiosk);
        Taken[] answers = new Taken[events.size()];
        List<Handed> sound = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            DoorEvent event = events.get(i);
            Optional<String> refusal = door.refusal(event);
            if (refusal.isPresent()) {
                answers[i] = new Taken(event.id(), Taken.Result.REFUSED, refusal.get());
            } else {
                sound.add(door.hand(event));
                places.add(i);
            }
        }
        List<Taken> stored = writer.store(sound);
        for (int i = 0; i < stored.size(); i++) {
            answers[places.get(i)] = stored.get(i);
        }
        return List.of(answers);
    }

    /**
     * Staff add a visit that the door missed.
     *
     * @param at local time of the centre
     * @return its id
     * @throws IllegalArgumentException when the activity or an age is not in the plan, or the time is to come
     */
    public UUID add(CentreId centre, LocalDateTime at, @Nullable ActivityId activity, Party party, String author) {
        Timetable timetable = centres.timetable(centre);
        Instant moment = past(timetable, at);
        if (activity != null && centres.activity(centre, activity).isEmpty()) {
            throw new IllegalArgumentException("The plan knows no activity " + activity);
        }
        party.children().keySet().stream()
                .filter(age -> centres.age(centre, age).isEmpty())
                .findFirst()
                .ifPresent(age -> {
                    throw new IllegalArgumentException("The plan knows no age group " + age);
                });
        Spot spot = Spot.of(timetable, timetable.place(moment), activity);
        UUID id = UUID.randomUUID();
        writer.run(centre, () -> {
            rows.insert(List.of(Row.of(id, centre, null, today(timetable), spot, party, State.COUNTED, null)));
            count(centre, List.of(spot), List.of(party), 1);
            notes.visits(centre, spot.day(), spot.session(), DayNotes.What.ADDED, 1, author);
            return id;
        });
        announcer.publishEvent(
                new Audited(author, centre.value(), "visit.added", spot.day().toString()));
        return id;
    }

    /** Staff take back the latest counted visit of today; empty when there is none. */
    public Optional<Visit> undoLast(CentreId centre, String author) {
        LocalDate today = today(centres.timetable(centre));
        return undo(centre, author, () -> rows.ids("""
                            select id from check_in where centre = ? and "day" = ? and state = 'counted'
                            order by arrived_at desc, id desc fetch first 1 rows only""", centre.value(), today));
    }

    /** Staff take back one visit; empty when it is not counted, or when a correction has taken its numbers away already. */
    public Optional<Visit> undo(CentreId centre, UUID visit, String author) {
        return undo(centre, author, () -> List.of(visit));
    }

    private Optional<Visit> undo(CentreId centre, String author, Supplier<List<UUID>> which) {
        Optional<Visit> undone;
        try {
            undone = takeBack(centre, author, which);
        } catch (DataIntegrityViolationException e) {
            // the sums it stands in are smaller than the visit
            return Optional.empty();
        }
        undone.ifPresent(visit -> announcer.publishEvent(
                new Audited(author, centre.value(), "visit.undone", visit.day().toString())));
        return undone;
    }

    private Optional<Visit> takeBack(CentreId centre, String author, Supplier<List<UUID>> which) {
        return writer.run(centre, () -> {
            List<Row> locked = rows.lock(centre, which.get(), State.COUNTED);
            note(centre, locked.stream().map(Row::spot).toList(), DayNotes.What.TAKEN, author);
            locked.forEach(row -> count(centre, List.of(row.spot()), List.of(row.party()), -1));
            rows.become(locked.stream().map(Row::id).toList(), State.UNDONE, null, null);
            return locked.stream()
                    .findFirst()
                    .map(row -> row.visit(new ActivityId(row.spot().activity())));
        });
    }

    /** Counted visits of a day that are not yet erased, in time order; the basis of the live view and the estimate. */
    public List<Visit> visits(CentreId centre, LocalDate day) {
        return rows.select("v.centre = ? and v.\"day\" = ? and v.state = 'counted'", centre.value(), day).stream()
                .map(row -> row.visit(new ActivityId(row.spot().activity())))
                .toList();
    }

    /** Those who told that they left on a day. */
    public List<Leaving> leavings(CentreId centre, LocalDate day) {
        return jdbc.query(
                "select left_at, adults, children from leaving where centre = ? and \"day\" = ? order by left_at, number",
                (ResultSet row, int n) -> new Leaving(
                        row.getObject("left_at", LocalDateTime.class).toLocalTime(),
                        row.getInt("adults"),
                        row.getInt("children")),
                centre.value(),
                day);
    }

    /** Bursts set aside, waiting for staff, oldest first. */
    public List<Suspects> suspects(CentreId centre) {
        return rows.select("v.centre = ? and v.state = 'suspect'", centre.value()).stream()
                .collect(Collectors.groupingBy(CheckIns::burst))
                .entrySet()
                .stream()
                .map(burst -> suspects(burst.getKey(), burst.getValue()))
                .sorted(Comparator.comparing(Suspects::day).thenComparing(Suspects::from))
                .toList();
    }

    private static UUID burst(Row row) {
        UUID burst = row.burst();
        if (burst == null) {
            throw new IllegalStateException("A suspect belongs to no burst");
        }
        return burst;
    }

    private Suspects suspects(UUID id, List<Row> burst) {
        Row first = burst.getFirst();
        LocalDate received = burst.stream()
                .map(Row::receivedOn)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Suspects(
                id,
                String.valueOf(first.kiosk()),
                first.day(),
                first.arrived().toLocalTime(),
                burst.getLast().arrived().toLocalTime(),
                burst.size(),
                burst.stream().mapToInt(row -> row.party().heads()).sum(),
                received.plusDays(settings.suspectsKept().toDays()));
    }

    /** A burst was a real crowd: its visits are counted. */
    public void keep(CentreId centre, UUID burst, String author) {
        decide(centre, burst, State.COUNTED, author);
        announcer.publishEvent(new Audited(author, centre.value(), "burst.kept", burst.toString()));
    }

    /** A burst was play: its visits are dropped. */
    public void drop(CentreId centre, UUID burst, String author) {
        decide(centre, burst, State.DROPPED, author);
        announcer.publishEvent(new Audited(author, centre.value(), "burst.dropped", burst.toString()));
    }

    private void decide(CentreId centre, UUID burst, State state, String author) {
        LocalDate today = today(centres.timetable(centre));
        writer.run(centre, () -> {
            List<UUID> waiting = rows.ids(
                    "select id from check_in where centre = ? and burst = ? and state = 'suspect'",
                    centre.value(),
                    burst);
            List<Row> locked = rows.lock(centre, waiting, State.SUSPECT);
            if (state == State.COUNTED) {
                count(
                        centre,
                        locked.stream().map(Row::spot).toList(),
                        locked.stream().map(Row::party).toList(),
                        1);
            }
            note(
                    centre,
                    locked.stream().map(Row::spot).toList(),
                    state == State.COUNTED ? DayNotes.What.KEPT : DayNotes.What.DROPPED,
                    author);
            rows.become(locked.stream().map(Row::id).toList(), state, null, today);
            locked.forEach(row -> bursts.forget(Handed.door(centre, String.valueOf(row.kiosk()))));
            return locked.size();
        });
    }

    /** Visits whose time nobody can know. */
    public List<Visit> timeless(CentreId centre) {
        Timetable timetable = centres.timetable(centre);
        return rows.select("v.centre = ? and v.state = 'timeless'", centre.value()).stream()
                .map(row -> row.visit(timetable.unchosen(
                        timetable.place(row.arrived().atZone(timetable.zone()).toInstant()))))
                .toList();
    }

    /**
     * Staff place visits of unknown time on a day; they are outside hours unless the time falls in a session.
     *
     * @throws IllegalArgumentException when the time is to come
     */
    public void place(CentreId centre, List<UUID> visits, LocalDateTime at, String author) {
        Timetable timetable = centres.timetable(centre);
        Timetable.Place place = timetable.place(past(timetable, at));
        LocalDate today = today(timetable);
        int placed = writer.run(centre, () -> {
            List<Row> locked = rows.lock(centre, visits, State.TIMELESS);
            for (Row row : locked) {
                Spot spot = Spot.of(timetable, place, row.activity() == null ? null : new ActivityId(row.activity()));
                jdbc.update("""
                        update check_in set state = 'counted', arrived_at = ?, "day" = ?, session = ?, activity = ?,
                               received_on = ?, decided_on = ? where id = ?""", spot.arrived(), spot.day(), spot.session(), spot.activity(), today, today, row.id());
                count(centre, List.of(spot), List.of(row.party()), 1);
                note(centre, List.of(spot), DayNotes.What.PLACED, author);
            }
            return locked.size();
        });
        announcer.publishEvent(new Audited(author, centre.value(), "visits.placed", placed + " " + place.day()));
    }

    /**
     * Staff counted the room by eye just now.
     *
     * @throws IllegalArgumentException when a number is negative or absurd
     */
    public void countRoom(CentreId centre, int children, int adults, String author) {
        if (children < 0 || adults < 0 || children > MOST_IN_ROOM || adults > MOST_IN_ROOM) {
            throw new IllegalArgumentException("A room holds 0 to " + MOST_IN_ROOM);
        }
        Instant now = clock.instant();
        LocalDate today = today(centres.timetable(centre));
        writer.run(
                centre,
                () -> jdbc.update(
                        "insert into head_count (centre, \"day\", at, children, adults, author) values (?, ?, ?, ?, ?, ?)",
                        centre.value(),
                        today,
                        now.atOffset(ZoneOffset.UTC),
                        children,
                        adults,
                        author));
        announcer.publishEvent(new Audited(author, centre.value(), "room.counted", children + " + " + adults));
    }

    /** The head counts of a day, in time order. */
    public List<HeadCount> headCounts(CentreId centre, LocalDate day) {
        return jdbc.query(
                "select at, children, adults from head_count where centre = ? and \"day\" = ? order by at, number",
                (ResultSet row, int n) -> new HeadCount(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getInt("children"),
                        row.getInt("adults")),
                centre.value(),
                day);
    }

    private void note(CentreId centre, List<Spot> spots, DayNotes.What what, String author) {
        spots.stream()
                .collect(Collectors.groupingBy(
                        spot -> new SessionStates.Key(spot.day(), spot.session()), Collectors.summingInt(spot -> 1)))
                .forEach((session, visits) ->
                        notes.visits(centre, session.day(), session.session(), what, visits, author));
    }

    private void count(CentreId centre, List<Spot> spots, List<Party> parties, int times) {
        var deltas = new TallyBook.Deltas();
        for (int i = 0; i < spots.size(); i++) {
            deltas.visit(centre, spots.get(i), parties.get(i), times);
        }
        tallies.apply(deltas);
    }

    private Instant past(Timetable timetable, LocalDateTime at) {
        Instant moment = at.atZone(timetable.zone()).toInstant();
        if (moment.isAfter(clock.instant())) {
            throw new IllegalArgumentException("A visit cannot be in the future");
        }
        return moment;
    }

    private LocalDate today(Timetable timetable) {
        return clock.instant().atZone(timetable.zone()).toLocalDate();
    }

    /** One tablet handing over: what it may say, and where each event belongs. */
    private final class Door {

        private final CentreId centre;
        private final String kiosk;
        private final Timetable timetable;
        private final Instant now = clock.instant();
        private final LocalDate today;
        private final Set<AgeId> ages;
        private final Map<ActivityId, Plan.Activity> activities = new HashMap<>();

        Door(CentreId centre, String kiosk) {
            this.centre = centre;
            this.kiosk = kiosk;
            this.timetable = centres.timetable(centre);
            this.today = today(timetable);
            this.ages = centres.ages(centre).stream().map(Plan.Age::id).collect(Collectors.toSet());
            centres.activities(centre).forEach(activity -> activities.put(activity.id(), activity));
        }

        Optional<String> refusal(DoorEvent event) {
            return switch (event) {
                case DoorEvent.Arrived arrived -> refusal(arrived);
                case DoorEvent.Left left ->
                    left.adults() < 0 || left.children() < 0 || left.adults() + left.children() > MOST_IN_ROOM
                            ? Optional.of(Refusal.NUMBERS)
                            : time(left.at());
                case DoorEvent.Undone _ -> Optional.empty();
            };
        }

        private Optional<String> refusal(DoorEvent.Arrived arrived) {
            ActivityId chosen = arrived.activity();
            Plan.Activity activity = chosen == null ? null : activities.get(chosen);
            if (chosen != null && activity == null) {
                return Optional.of(Refusal.UNKNOWN_ACTIVITY);
            }
            if (activity != null && !atTheDoor(activity, arrived.at())) {
                return Optional.of(Refusal.NOT_AT_THE_DOOR);
            }
            if (!ages.containsAll(arrived.party().children().keySet())) {
                return Optional.of(Refusal.UNKNOWN_AGE);
            }
            return time(arrived.at());
        }

        /** A tablet that was offline may still offer what the plan of that day had. */
        private boolean atTheDoor(Plan.Activity activity, @Nullable Instant at) {
            return activity.kiosk()
                    || timetable
                            .planOn(
                                    at == null
                                            ? today
                                            : at.atZone(timetable.zone()).toLocalDate())
                            .activity(activity.id())
                            .map(Plan.Activity::kiosk)
                            .orElse(false);
        }

        private Optional<String> time(@Nullable Instant at) {
            if (at == null) {
                return Optional.empty();
            }
            if (at.isAfter(now.plus(AHEAD))) {
                return Optional.of(Refusal.FUTURE);
            }
            return at.isBefore(now.minus(settings.receiptsKept())) ? Optional.of(Refusal.TOO_OLD) : Optional.empty();
        }

        Handed hand(DoorEvent event) {
            Spot spot = null;
            LocalDateTime left = null;
            if (event instanceof DoorEvent.Arrived arrived && arrived.at() != null) {
                spot = Spot.of(timetable, timetable.place(arrived.at()), arrived.activity());
            } else if (event instanceof DoorEvent.Left leave && leave.at() != null) {
                left = leave.at().atZone(timetable.zone()).toLocalDateTime().truncatedTo(ChronoUnit.MINUTES);
            }
            return new Handed(centre, kiosk, event, spot, left, today);
        }
    }

    /**
     * A visit of today.
     *
     * @param arrived local time to the minute; midnight of the day it was received for one without time
     * @param session when its session opens; null: outside hours
     */
    public record Visit(
            UUID id,
            LocalDate day,
            LocalTime arrived,
            @Nullable LocalTime session,
            ActivityId activity,
            Party party) {}

    /** Some left at a time, local, to the minute. */
    public record Leaving(LocalTime at, int adults, int children) {}

    /**
     * A burst that looks like play.
     *
     * @param id names it for {@link #keep} and {@link #drop}
     * @param from local time of its first visit
     * @param dropsOn the day it is dropped if nobody decides
     */
    public record Suspects(
            UUID id,
            String kiosk,
            LocalDate day,
            LocalTime from,
            LocalTime to,
            int visits,
            int children,
            LocalDate dropsOn) {}

    /** What somebody counted by eye. */
    public record HeadCount(Instant at, int children, int adults) {}
}
