package se.tambur.visit;

import java.sql.ResultSet;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

/**
 * Erases the check-ins of past days; what remains are sums. Asks every hour, so that it is done within the first hour of a
 * centre's night, and at start, for nights that the house slept through.
 */
@Component
class Erasure {

    private static final Logger LOG = LoggerFactory.getLogger(Erasure.class);

    private final Writer writer;
    private final TallyBook tallies;
    private final JdbcTemplate jdbc;
    private final Centres centres;
    private final ApplicationEventPublisher announcer;
    private final Clock clock;
    private final VisitSettings settings;

    Erasure(
            Writer writer,
            TallyBook tallies,
            JdbcTemplate jdbc,
            Centres centres,
            ApplicationEventPublisher announcer,
            Clock clock,
            VisitSettings settings) {
        this.writer = writer;
        this.tallies = tallies;
        this.jdbc = jdbc;
        this.centres = centres;
        this.announcer = announcer;
        this.clock = clock;
        this.settings = settings;
    }

    @Scheduled(cron = "0 10 * * * *")
    @EventListener(ApplicationReadyEvent.class)
    void run() {
        for (CentreId centre : centres.all()) {
            try {
                erase(centre);
            } catch (RuntimeException e) {
                LOG.error(
                        "The check-ins of past days at {} could not be erased; tried again within the hour", centre, e);
            }
        }
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        jdbc.update(
                "delete from receipt where received_on < ?",
                today.minusDays(settings.receiptsKept().toDays()));
    }

    private void erase(CentreId centre) {
        LocalDate today =
                clock.instant().atZone(centres.timetable(centre).zone()).toLocalDate();
        pastDays(centre, today).forEach(day -> announcer.publishEvent(new NightFalls(centre, day)));
        int erased = writer.run(centre, () -> {
            dropUndecided(centre, today);
            jdbc.update("delete from leaving where centre = ? and received_on < ?", centre.value(), today);
            return jdbc.update("""
                    delete from check_in where centre = ? and received_on < ? and state in ('counted', 'undone', 'dropped')
                      and (decided_on is null or decided_on < ?)""", centre.value(), today, today);
        });
        if (erased > 0) {
            LOG.info("{} check-ins at {} have become sums", erased, centre);
        }
    }

    private List<LocalDate> pastDays(CentreId centre, LocalDate today) {
        return jdbc.query("""
                select distinct "day" from check_in
                where centre = ? and state = 'counted' and "day" = received_on and "day" < ? order by "day\"""", (ResultSet row, int n) -> row.getObject(1, LocalDate.class), centre.value(), today);
    }

    private void dropUndecided(CentreId centre, LocalDate today) {
        LocalDate received = today.minusDays(settings.suspectsKept().toDays());
        String tooOld = """
                centre = ? and state = 'suspect' and burst in
                  (select o.burst from check_in o where o.centre = ? and o.state = 'suspect' and o.received_on <= ?)""";
        var deltas = new TallyBook.Deltas();
        jdbc.query(
                "select \"day\", count(*) from check_in where " + tooOld + " group by \"day\"",
                (ResultSet row) -> deltas.undecided(centre, row.getObject(1, LocalDate.class), row.getInt(2)),
                centre.value(),
                centre.value(),
                received);
        tallies.apply(deltas);
        jdbc.update("delete from check_in where " + tooOld, centre.value(), centre.value(), received);
    }
}
