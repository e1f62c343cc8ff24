package se.tambur.centre;

/** Somebody else has made a version of the plan since it was looked at; nothing is changed now. */
public class PlanMoved extends RuntimeException {

    PlanMoved(CentreId centre, int seen) {
        super(centre + " has a newer plan than version " + seen);
    }
}
