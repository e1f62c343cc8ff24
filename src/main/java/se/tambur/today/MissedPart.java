package se.tambur.today;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tambur.kiosk.Kiosks;

/** Says on top of the page that a tablet has fallen silent while the house is open. */
class MissedPart extends Div implements TodayView.Part {

    private final transient Say say;
    private transient @Nullable List<String> shown;

    MissedPart(Say say) {
        this.say = say;
        addClassNames("lost", "missed");
        getElement().setAttribute("role", "alert");
        setVisible(false);
    }

    /** A reader of screens hears what is new, not the same twice a minute. */
    @Override
    public void show(HouseNow now) {
        List<String> lines =
                now.kiosks().stream().flatMap(kiosk -> line(kiosk, now)).toList();
        if (!lines.equals(shown)) {
            shown = lines;
            removeAll();
            lines.forEach(line -> add(new Anchor("office/kiosks", line)));
            setVisible(!lines.isEmpty());
        }
    }

    private Stream<String> line(Kiosks.Health kiosk, HouseNow now) {
        Instant since = kiosk.missedSince();
        if (since == null) {
            return Stream.empty();
        }
        LocalTime time = since.atZone(now.plan().zone()).toLocalTime();
        return Stream.of(say.word("today.kiosks.missed", kiosk.name(), say.time(time)));
    }
}
