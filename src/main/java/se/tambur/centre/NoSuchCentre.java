package se.tambur.centre;

/** There is no centre of that id here. */
public class NoSuchCentre extends RuntimeException {

    public NoSuchCentre(String id) {
        super("There is no centre called '" + id + "'");
    }
}
