package se.tambur;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.Session;
import se.tambur.centre.Timetable;
import se.tambur.visit.CheckIns;
import se.tambur.visit.DoorEvent;
import se.tambur.visit.Imports;
import se.tambur.visit.Party;
import se.tambur.visit.Tallies;

/**
 * A made history for {@code scripts/run --demo}: thirteen months until yesterday by import, and the day so far by the
 * door. The same day always has the same families. It never runs on real data: the demo has a data folder of its own and
 * says on every page that its numbers are made.
 */
@Component
@ConditionalOnBooleanProperty("tambur.demo")
class DemoHistory {

    private static final int MONTHS = 13;
    private static final String AUTHOR = "demo";

    private final Centres centres;
    private final CheckIns checkIns;
    private final Imports imports;
    private final Tallies tallies;
    private final Clock clock;

    DemoHistory(Centres centres, CheckIns checkIns, Imports imports, Tallies tallies, Clock clock) {
        this.centres = centres;
        this.checkIns = checkIns;
        this.imports = imports;
        this.tallies = tallies;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void fill() {
        centres.all().forEach(this::fill);
    }

    private void fill(CentreId centre) {
        Timetable timetable = centres.timetable(centre);
        Instant now = clock.instant();
        LocalDate today = now.atZone(timetable.zone()).toLocalDate();
        LocalDate first = tallies.span(centre)
                .map(span -> span.last().plusDays(1))
                .orElse(today.minusMonths(MONTHS).withDayOfMonth(1));
        if (first.isAfter(today)) {
            return;
        }
        List<AgeId> ages =
                centres.plan(centre).ages().stream().map(Plan.Age::id).toList();
        var csv = new StringBuilder("arrived_at,activity,")
                .append(String.join(",", ages.stream().map(AgeId::value).toList()))
                .append(",adults,expecting\n");
        int header = csv.length();
        first.datesUntil(today)
                .flatMap(day -> families(timetable, day).stream())
                .forEach(family -> csv.append(family.row(ages)));
        if (csv.length() > header) {
            imports.take(centre, "demo.csv", csv.toString().getBytes(StandardCharsets.UTF_8), AUTHOR, percent -> {});
        }
        today(centre, timetable, today, now);
    }

    private void today(CentreId centre, Timetable timetable, LocalDate today, Instant now) {
        var events = new ArrayList<DoorEvent>();
        for (Family family : families(timetable, today)) {
            Instant at = today.atTime(family.at()).atZone(timetable.zone()).toInstant();
            if (at.isBefore(now)) {
                events.add(new DoorEvent.Arrived(
                        UUID.randomUUID(), at, family.activity().id(), family.party()));
            }
        }
        timetable.sessions(today).stream()
                .map(session -> session.opensAt().plus(Duration.ofMinutes(35)))
                .filter(at -> at.isBefore(now))
                .findFirst()
                .ifPresent(at -> events.addAll(play(centre, at)));
        events.sort(Comparator.comparing(
                event -> event instanceof DoorEvent.Arrived a && a.at() != null ? a.at() : now));
        // a kiosk a family, so that only the play looks like play
        for (int i = 0; i < events.size(); i++) {
            boolean played =
                    events.get(i) instanceof DoorEvent.Arrived a && a.party().adults() == 0;
            checkIns.take(centre, played ? "demo-play" : "demo-" + i % 8, List.of(events.get(i)));
        }
    }

    /** Somebody small found the big green button. */
    private List<DoorEvent.Arrived> play(CentreId centre, Instant from) {
        Plan plan = centres.plan(centre);
        var alone = new Party(0, Map.of(plan.ages().getFirst().id(), 1), false);
        var events = new ArrayList<DoorEvent.Arrived>();
        for (int i = 0; i < 14; i++) {
            events.add(new DoorEvent.Arrived(UUID.randomUUID(), from.plusSeconds(4L * i), null, alone));
        }
        return events;
    }

    private static List<Family> families(Timetable timetable, LocalDate day) {
        RandomGenerator random = random(day);
        var families = new ArrayList<Family>();
        for (Session session : timetable.sessions(day)) {
            // summer and the week before Christmas are thin, February and November full
            double season = switch (day.getMonth()) {
                case JUNE, AUGUST -> 0.6;
                case DECEMBER -> 0.75;
                case FEBRUARY, MARCH, OCTOBER, NOVEMBER -> 1.15;
                default -> 1.0;
            };
            if (random.nextDouble() < 0.02) {
                continue; // ice on the roads: held, and nobody came
            }
            int number = (int) Math.max(1, Math.round((12 + 3.5 * random.nextGaussian()) * season));
            for (int i = 0; i < number; i++) {
                families.add(family(timetable.planOn(day), session, random));
            }
        }
        if (!families.isEmpty() && day.getMonth() != Month.JULY && random.nextDouble() < 0.06) {
            Family late = families.getFirst();
            families.add(new Family(day, LocalTime.of(18, random.nextInt(60)), late.activity(), late.party()));
        }
        families.sort(Comparator.comparing(Family::at));
        return families;
    }

    private static Family family(Plan plan, Session session, RandomGenerator random) {
        long length = Duration.between(session.opens(), session.closes()).toMinutes();
        // most come within the first hour, a few just before the door opens
        long minute = Math.min(length - 20, Math.round(Math.abs(random.nextGaussian()) * length / 3 - 4));
        LocalTime at = session.opens().plusMinutes(minute);
        Session.Held chosen = session.activities().getFirst();
        for (Session.Held held : session.activities()) {
            LocalTime from = held.from();
            if (held.activity().kiosk()
                    && from != null
                    && Math.abs(Duration.between(at, from).toMinutes()) <= 45
                    && random.nextDouble() < 0.55) {
                chosen = held;
            }
        }
        return new Family(session.day(), at, chosen.activity(), party(plan, chosen.activity(), random));
    }

    private static Party party(Plan plan, Plan.Activity activity, RandomGenerator random) {
        // how likely a child is of each age, youngest first; the last group is siblings
        double[] share = {0.40, 0.23, 0.17, 0.16, 0.04};
        List<AgeId> ages = plan.ages().stream()
                .map(Plan.Age::id)
                .filter(age -> activity.ages().isEmpty() || activity.ages().contains(age))
                .toList();
        boolean expecting = random.nextDouble() < 0.025;
        var children = new TreeMap<AgeId, Integer>();
        int heads = expecting && random.nextDouble() < 0.4 ? 0 : random.nextDouble() < 0.24 ? 2 : 1;
        for (int i = 0; i < heads; i++) {
            double draw = random.nextDouble();
            int age = 0;
            while (age < ages.size() - 1 && draw > share[Math.min(age, share.length - 1)]) {
                draw -= share[Math.min(age, share.length - 1)];
                age++;
            }
            children.merge(ages.get(age), 1, Integer::sum);
        }
        return new Party(random.nextDouble() < 0.15 ? 2 : 1, children, expecting);
    }

    private static RandomGenerator random(LocalDate day) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(day.toEpochDay());
    }

    private record Family(LocalDate day, LocalTime at, Plan.Activity activity, Party party) {

        String row(List<AgeId> ages) {
            var row = new StringBuilder()
                    .append(day)
                    .append('T')
                    .append(at)
                    .append(',')
                    .append(activity.id());
            ages.forEach(age -> row.append(',').append(party.children().getOrDefault(age, 0)));
            return row.append(',')
                    .append(party.adults())
                    .append(',')
                    .append(party.expecting() ? 1 : 0)
                    .append('\n')
                    .toString();
        }
    }
}
