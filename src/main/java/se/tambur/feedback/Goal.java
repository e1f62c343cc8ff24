package se.tambur.feedback;

import java.util.Arrays;
import java.util.Optional;

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

    /** The key of the question that adults are asked, for {@code Words}. */
    public String questionKey() {
        return "feedback." + id;
    }

    /** The goal of an id; empty when there is none. */
    public static Optional<Goal> of(String id) {
        return Arrays.stream(values()).filter(goal -> goal.id.equals(id)).findFirst();
    }
}
