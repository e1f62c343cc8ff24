package se.tambur.centre;

import java.util.List;

/** Says which centres are open to who is logged in. */
public interface CentreGate {

    /** Those, in the order of the house. */
    List<CentreId> open();

    /** Lets somebody in with the roles held there; false: it is not open to them, and nothing has changed. */
    boolean enter(CentreId centre);

    /** Whether who is logged in runs the whole house, and not only one or the other centre. */
    boolean wholeHouse();
}
