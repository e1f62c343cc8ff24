package se.tambur.firsthour;

import com.vaadin.flow.spring.annotation.VaadinSessionScope;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.kiosk.Kiosks;
import se.tambur.visit.CheckIns;
import se.tambur.visit.CheckIns.Visit;

/** How far somebody has come in setting up a house; remembered while logged in, the rest is read off the house. */
@Component
@VaadinSessionScope
class FirstHour {

    private final Centres centres;
    private final Kiosks kiosks;
    private final CheckIns checkIns;
    private final Clock clock;
    private final Map<CentreId, Progress> houses = new HashMap<>();
    private boolean anotherHouse;

    FirstHour(Centres centres, Kiosks kiosks, CheckIns checkIns, Clock clock) {
        this.centres = centres;
        this.kiosks = kiosks;
        this.checkIns = checkIns;
        this.clock = clock;
    }

    /** What is to be done next. */
    Step next(CentreId centre) {
        Progress progress = progress(centre);
        if (!progress.passed.contains(Step.TABLET) && !tabletIsHere(centre)) {
            return Step.TABLET;
        }
        return progress.passed.contains(Step.TRIAL) ? Step.READY : Step.TRIAL;
    }

    /** Whether there is no house to look at, or one more is wanted. */
    boolean houseIsMissing() {
        return anotherHouse || centres.all().isEmpty();
    }

    void wantAnotherHouse() {
        anotherHouse = true;
    }

    void houseIsHere() {
        anotherHouse = false;
    }

    boolean tabletIsHere(CentreId centre) {
        return !kiosks.health(centre).isEmpty();
    }

    void pass(CentreId centre, Step step) {
        progress(centre).passed.add(step);
        if (step == Step.TABLET && !tabletIsHere(centre)) {
            // nothing to try
            progress(centre).passed.add(Step.TRIAL);
        }
    }

    /** Visits of today that have come since the trial began; whoever came before is real. */
    List<Visit> trials(CentreId centre) {
        List<Visit> all = checkIns.visits(centre, today(centre));
        Progress progress = progress(centre);
        if (!progress.trying) {
            progress.real = all.stream().map(Visit::id).collect(Collectors.toSet());
            progress.trying = true;
        }
        return all.stream().filter(visit -> !progress.real.contains(visit.id())).toList();
    }

    /** Takes the trial visits away again, and ends the trial. */
    int endTrial(CentreId centre, String author) {
        int gone = 0;
        for (Visit visit : trials(centre)) {
            gone += checkIns.undo(centre, visit.id(), author).isPresent() ? 1 : 0;
        }
        progress(centre).trying = false;
        pass(centre, Step.TRIAL);
        return gone;
    }

    private LocalDate today(CentreId centre) {
        return LocalDate.ofInstant(clock.instant(), centres.timetable(centre).zone());
    }

    private Progress progress(CentreId centre) {
        return houses.computeIfAbsent(centre, each -> new Progress());
    }

    /** The steps after the account, in order. */
    enum Step {
        HOUSE,
        TABLET,
        TRIAL,
        READY
    }

    private static class Progress implements Serializable {
        private final Set<Step> passed = EnumSet.noneOf(Step.class);
        private Set<UUID> real = Set.of();
        private boolean trying;
    }
}
