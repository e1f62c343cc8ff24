package se.tambur.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.time.Instant;

/** The tablet's own first screen, small and not to be touched; its elements come from the tablet when it is shown. */
@Tag("tambur-preview")
@JsModule("./tambur-preview.ts")
class TabletScreen extends Component {

    /**
     * Draws a moment.
     *
     * @param state what the tablet would be told, as JSON
     * @param label what is seen, for those who do not see it
     */
    void show(String state, String language, Instant now, String label) {
        getElement().setProperty("state", state);
        getElement().setProperty("language", language);
        getElement().setProperty("now", (double) now.toEpochMilli());
        getElement().setProperty("label", label);
    }
}
