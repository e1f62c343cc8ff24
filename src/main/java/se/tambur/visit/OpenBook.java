package se.tambur.visit;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

/**
 * What lies in the database right now, for visitors to see, without showing any of them (decision 0014): values of the
 * day's visits, each of another family, and of earlier days only sums that are not small.
 */
@Service
public class OpenBook {

    /** So many families stand behind what is shown, and so large is the smallest sum. */
    public static final int FAMILIES = 5;

    /** A visit is not shown while those who saw the family come may still stand in the hall. */
    public static final Duration DELAY = Duration.ofMinutes(15);

    private static final int SUMS = 6;

    private final CheckIns checkIns;
    private final Centres centres;
    private final JdbcTemplate jdbc;
    private final Clock clock;

    OpenBook(CheckIns checkIns, Centres centres, JdbcTemplate jdbc, Clock clock) {
        this.checkIns = checkIns;
        this.centres = centres;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Values as they are stored, each of another of the last five families; empty while fewer have come. */
    public Optional<Pieces> today(CentreId centre) {
        LocalDateTime now =
                clock.instant().atZone(centres.timetable(centre).zone()).toLocalDateTime();
        LocalDate day = now.toLocalDate();
        List<CheckIns.Visit> settled = checkIns.visits(centre, day).stream()
                .filter(visit -> !day.atTime(visit.arrived()).plus(DELAY).isAfter(now))
                .toList();
        int whole = settled.size() / FAMILIES * FAMILIES;
        return whole == 0 ? Optional.empty() : Optional.of(pieces(settled.subList(whole - FAMILIES, whole)));
    }

    /** The ids are random, so their order is one that no arrival tells; it stays the same until five more have come. */
    private static Pieces pieces(List<CheckIns.Visit> five) {
        List<CheckIns.Visit> mixed = new ArrayList<>(five);
        mixed.sort(Comparator.comparing(CheckIns.Visit::id));
        Optional<CheckIns.Visit> withChildren = mixed.stream()
                .filter(visit -> !visit.party().children().isEmpty())
                .findFirst();
        withChildren.ifPresent(mixed::remove);
        CheckIns.Visit when = mixed.removeFirst();
        CheckIns.Visit what = mixed.removeFirst();
        CheckIns.Visit who = mixed.removeFirst();
        Map.Entry<AgeId, Integer> child = withChildren
                .map(visit -> visit.party().children().entrySet().stream()
                        .min(Map.Entry.comparingByKey(Comparator.comparing(AgeId::value)))
                        .orElseThrow())
                .orElse(null);
        return new Pieces(
                when.day(),
                when.arrived(),
                when.session(),
                what.activity(),
                who.party().adults(),
                child == null ? null : child.getKey(),
                child == null ? null : child.getValue());
    }

    /** Sums of the last earlier day that has any of at least {@link #FAMILIES}; on one axis, so that none can be worked out from others. */
    public List<Sum> sums(CentreId centre) {
        LocalDate today =
                LocalDate.ofInstant(clock.instant(), centres.timetable(centre).zone());
        Set<String> known =
                centres.ages(centre).stream().map(age -> age.id().value()).collect(Collectors.toSet());
        return jdbc
                .query(
                        """
                        select "day", session, "key", category, number from tally
                        where centre = ? and axis = 'activity' and number >= ? and "day" = (
                            select max("day") from tally
                            where centre = ? and axis = 'activity' and number >= ? and "day" < ?)
                        order by session, "key", category""",
                        (ResultSet row, int n) -> new Sum(
                                row.getObject(1, LocalDate.class),
                                Spot.sessionOf(row.getString(2)),
                                new ActivityId(row.getString(3)),
                                row.getString(4),
                                row.getInt(5)),
                        centre.value(),
                        FAMILIES,
                        centre.value(),
                        FAMILIES,
                        today)
                .stream()
                .filter(sum -> known.contains(sum.category()) || Tallies.VISITS.equals(sum.category()))
                .filter(sum -> centres.activity(centre, sum.activity())
                        .filter(activity -> activity.kiosk())
                        .isPresent())
                .limit(SUMS)
                .toList();
    }

    /**
     * Stored values of a day, no two of the same visit.
     *
     * @param session when it opens; null: outside hours
     * @param age null, as {@code children}: only adults came
     */
    public record Pieces(
            LocalDate day,
            LocalTime arrived,
            @Nullable LocalTime session,
            ActivityId activity,
            int adults,
            @Nullable AgeId age,
            @Nullable Integer children) {}

    /** A row of what remains of a day. */
    public record Sum(LocalDate day, @Nullable LocalTime session, ActivityId activity, String category, int number) {}
}
