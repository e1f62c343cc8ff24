package se.tambur.kiosk;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import se.tambur.centre.Plan;

/** What a tablet would be told by a plan that nobody has saved. */
@Component
public class TabletPreview {

    private final TabletStates states;

    TabletPreview(TabletStates states) {
        this.states = states;
    }

    /** The tablet's world of a day and the days after it, as JSON; {@code frontend/kiosk/state.ts} reads it. */
    public String state(Plan draft, LocalDate day, String language) {
        return new String(Answer.bytes(states.draft(draft, day, language)), StandardCharsets.UTF_8);
    }
}
