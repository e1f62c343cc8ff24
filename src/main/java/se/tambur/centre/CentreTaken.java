package se.tambur.centre;

/** There is a centre of that id already; nothing is changed. */
public class CentreTaken extends RuntimeException {

    CentreTaken(CentreId centre) {
        super("There is a centre " + centre + " already");
    }
}
