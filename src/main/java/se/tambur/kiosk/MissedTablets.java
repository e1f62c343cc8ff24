package se.tambur.kiosk;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Session;
import se.tambur.centre.Timetable;

/** Notices a tablet that falls silent while the house is open, once, and that it is back. */
@Component
class MissedTablets {

    private final Kiosks kiosks;
    private final KioskRepository rows;
    private final AlertLetters letters;
    private final Centres centres;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate whole;
    private final KioskSettings settings;
    private final Clock clock;

    MissedTablets(
            Kiosks kiosks,
            KioskRepository rows,
            AlertLetters letters,
            Centres centres,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            KioskSettings settings,
            Clock clock) {
        this.kiosks = kiosks;
        this.rows = rows;
        this.letters = letters;
        this.centres = centres;
        this.events = events;
        this.whole = new TransactionTemplate(transactions);
        this.settings = settings;
        this.clock = clock;
    }

    /** Begins late: after a restart tablets need a moment to find the house again. */
    @Scheduled(initialDelayString = "${tambur.kiosk.missed-after:5m}", fixedDelayString = "15s")
    void look() {
        centres.all().forEach(this::look);
    }

    void look(CentreId centre) {
        Instant now = clock.instant();
        Optional<Session> open = open(centre, now);
        boolean news = false;
        for (Kiosks.Health tablet : kiosks.health(centre)) {
            news |= whole.execute(status -> tablet.missedSince() != null
                    ? back(centre, tablet, tablet.missedSince())
                    : open.isPresent() && missed(centre, tablet, open.get(), now));
        }
        if (news) {
            events.publishEvent(new KiosksChanged(centre));
        }
    }

    private Optional<Session> open(CentreId centre, Instant now) {
        Timetable timetable = centres.timetable(centre);
        return timetable.sessions(LocalDate.ofInstant(now, timetable.zone())).stream()
                .filter(session -> !now.isBefore(session.opensAt()) && now.isBefore(session.closesAt()))
                .findFirst();
    }

    /** The night does not count: a tablet that is off when the house opens has five minutes to wake. */
    private boolean missed(CentreId centre, Kiosks.Health tablet, Session open, Instant now) {
        Instant since = Stream.of(Optional.ofNullable(tablet.lastContact()), Optional.of(open.opensAt()))
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElseThrow();
        boolean news = !now.isBefore(since.plus(settings.missedAfter())) && rows.missed(tablet.id(), since);
        if (news) {
            letters.write(centre, tablet.name(), AlertLetters.Kind.SILENT, since, now);
        }
        return news;
    }

    private boolean back(CentreId centre, Kiosks.Health tablet, Instant missedSince) {
        Instant heard = tablet.lastContact();
        boolean news = heard != null && heard.isAfter(missedSince) && rows.back(tablet.id());
        if (news && heard != null) {
            letters.write(centre, tablet.name(), AlertLetters.Kind.BACK, heard, clock.instant());
        }
        return news;
    }
}
