package se.tambur.daybook;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tambur.centre.ActivityId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.Session;
import se.tambur.centre.Timetable;
import se.tambur.daybook.Day.Passage;
import se.tambur.daybook.Day.Row;
import se.tambur.report.Reports;
import se.tambur.visit.CheckIns;
import se.tambur.visit.Corrections;
import se.tambur.visit.DayNotes;
import se.tambur.visit.Imports;
import se.tambur.visit.SessionStates;
import se.tambur.visit.Tallies;
import se.tambur.visit.Tallies.Tally;

/** Gathers what is known of a day. */
@Component
class DayReader {

    private final Centres centres;
    private final Tallies tallies;
    private final SessionStates states;
    private final CheckIns checkIns;
    private final Corrections corrections;
    private final DayNotes notes;
    private final Imports imports;
    private final Reports reports;
    private final Clock clock;

    DayReader(
            Centres centres,
            Tallies tallies,
            SessionStates states,
            CheckIns checkIns,
            Corrections corrections,
            DayNotes notes,
            Imports imports,
            Reports reports,
            Clock clock) {
        this.centres = centres;
        this.tallies = tallies;
        this.states = states;
        this.checkIns = checkIns;
        this.corrections = corrections;
        this.notes = notes;
        this.imports = imports;
        this.reports = reports;
        this.clock = clock;
    }

    LocalDate today(CentreId centre) {
        return clock.instant().atZone(centres.timetable(centre).zone()).toLocalDate();
    }

    /** The next day after another that had begun a session by now. */
    Optional<LocalDate> openAfter(CentreId centre, LocalDate day) {
        Timetable timetable = centres.timetable(centre);
        Instant now = clock.instant();
        LocalDate today = today(centre);
        return day.isBefore(today)
                ? day.plusDays(1)
                        .datesUntil(today.plusDays(1))
                        .filter(each -> timetable.sessions(each).stream().anyMatch(session -> session.begun(now)))
                        .findFirst()
                : Optional.empty();
    }

    Day read(CentreId centre, LocalDate date) {
        Timetable timetable = centres.timetable(centre);
        Instant now = clock.instant();
        Plan plan = timetable.planOn(date);
        List<Tally> counted = tallies.of(centre, date, date, Tallies.Axis.ACTIVITY);
        Set<String> categories = new HashSet<>();
        counted.forEach(tally -> categories.add(tally.category()));
        return new Day(
                date,
                timetable.zone(),
                plan,
                date.isAfter(now.atZone(timetable.zone()).toLocalDate()),
                centres.ages(centre).stream()
                        .filter(age -> plan.age(age.id()).isPresent()
                                || categories.contains(age.id().value()))
                        .toList(),
                centres.activities(centre),
                passages(centre, date, timetable, counted),
                timetable.closure(date).orElse(null),
                reports.state(centre, YearMonth.from(date)),
                checkIns.suspects(centre).stream()
                        .filter(burst -> burst.day().equals(date))
                        .toList(),
                checkIns.headCounts(centre, date),
                corrections.of(centre, date, date),
                notes.of(centre, date),
                imports.runs(centre).stream()
                        .filter(run -> !date.isBefore(run.first()) && !date.isAfter(run.last()))
                        .toList(),
                imports.undone(centre, date),
                now);
    }

    private List<Passage> passages(CentreId centre, LocalDate date, Timetable timetable, List<Tally> counted) {
        Map<LocalTime, Session> planned = new TreeMap<>();
        timetable.sessions(date).forEach(session -> planned.put(session.opens(), session));
        Map<LocalTime, Tallies.State> known = new TreeMap<>();
        tallies.sessions(centre, date, date)
                .forEach(held -> known.put(held.session().opens(), held.state()));
        Map<LocalTime, SessionStates.Said> said = states.said(centre, date);
        Set<LocalTime> opens = new TreeSet<>(planned.keySet());
        counted.stream().map(Tally::session).filter(Objects::nonNull).forEach(opens::add);
        List<Passage> passages = new ArrayList<>();
        for (LocalTime each : opens) {
            passages.add(
                    new Passage(planned.get(each), each, rows(centre, counted, each), known.get(each), said.get(each)));
        }
        List<Row> outside = rows(centre, counted, null);
        if (!outside.isEmpty()) {
            passages.add(new Passage(null, null, outside, null, null));
        }
        return passages;
    }

    private List<Row> rows(CentreId centre, List<Tally> counted, @Nullable LocalTime session) {
        Map<ActivityId, Map<String, Integer>> sums = new LinkedHashMap<>();
        counted.stream()
                .filter(tally -> Objects.equals(tally.session(), session))
                .forEach(tally -> sums.computeIfAbsent(new ActivityId(tally.key()), a -> new TreeMap<>())
                        .merge(tally.category(), tally.number(), Integer::sum));
        List<ActivityId> order =
                centres.activities(centre).stream().map(Plan.Activity::id).toList();
        return sums.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingInt(row -> order.indexOf(row.activity())))
                .toList();
    }
}
