package se.tambur.report;

/** A month cannot be approved as it is. */
public class ApprovalRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;

    ApprovalRefused(Why why) {
        super("approval refused: " + why);
        this.why = why;
    }

    public Why why() {
        return why;
    }

    /** What stands in the way. */
    public enum Why {
        /** The month is not over. */
        RUNNING,
        /** Suspects wait for a decision of staff. */
        SUSPECTS,
        /** The numbers are no longer those that the manager saw. */
        MOVED,
        /** These very numbers are approved already. */
        DONE
    }
}
