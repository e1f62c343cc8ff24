package se.tambur.centre;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The centres of this installation and their plans. */
@Service
public class Centres {

    /** All centres in the order they came. */
    public List<CentreId> all() {
        throw new UnsupportedOperationException();
    }

    public boolean exists(CentreId centre) {
        throw new UnsupportedOperationException();
    }

    /**
     * The plan that holds today.
     *
     * @throws NoSuchCentre when there is none of that id
     */
    public Plan plan(CentreId centre) {
        throw new UnsupportedOperationException();
    }

    /**
     * The sessions of any date, by the version that held then.
     *
     * @throws NoSuchCentre when there is none of that id
     */
    public Timetable timetable(CentreId centre) {
        throw new UnsupportedOperationException();
    }

    /** The newest plan's word on an age group, also one that the plan of today has dropped. */
    public Optional<Plan.Age> age(CentreId centre, AgeId age) {
        throw new UnsupportedOperationException();
    }

    /** The newest plan's word on an activity, also one that the plan of today has dropped. */
    public Optional<Plan.Activity> activity(CentreId centre, ActivityId activity) {
        throw new UnsupportedOperationException();
    }

    /** Every age group any version knew, in the newest plan's order, dropped ones last. */
    public List<Plan.Age> ages(CentreId centre) {
        throw new UnsupportedOperationException();
    }

    /** Every activity any version knew, in the newest plan's order, dropped ones last. */
    public List<Plan.Activity> activities(CentreId centre) {
        throw new UnsupportedOperationException();
    }

    /**
     * Checks a plan and takes it in as a new version; a new id makes a centre, whose first version holds from the
     * beginning of time.
     *
     * @param file the name to use in messages
     * @param from the first day it holds; null: today
     * @return the number of the version
     * @throws PlanRefused with every flaw, and nothing changed
     */
    public int adopt(String file, String yaml, @Nullable LocalDate from, String author) {
        throw new UnsupportedOperationException();
    }
}
