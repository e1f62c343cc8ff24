package se.tambur.feedback;

/** The four goals of the open preschool, each followed up at 85 %. */
public enum Goal {
    TILLGANGLIGHET("tillganglighet"),
    BEMOTANDE("bemotande"),
    KOMPETENS("kompetens"),
    DELAKTIGHET("delaktighet");

    private final String id;

    Goal(String id) {
        this.id = id;
    }

    /** The id a tablet sends as {@code question}. */
    public String id() {
        return id;
    }
}
