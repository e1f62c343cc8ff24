package se.tambur.today;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tambur.kiosk.Kiosks;

/** How the tablets are. */
class KiosksCard extends Card {

    /** A tablet asks every 15 seconds; four missed ones are no chance. */
    private static final Duration SILENT_AFTER = Duration.ofMinutes(1);

    private final transient Say say;
    private final UnorderedList list = new UnorderedList();
    private final Anchor none;
    private transient @Nullable List<Line> shown;

    KiosksCard(Say say) {
        super(say.word("today.kiosks"));
        this.say = say;
        list.addClassName("lines");
        none = new Anchor("office/kiosks", say.word("today.kiosks.none"));
        add(list, none);
    }

    /** A tablet is heard every few seconds; only what that changes on the page is told. */
    @Override
    public void show(HouseNow now) {
        List<Line> lines = now.kiosks().stream().map(kiosk -> line(kiosk, now)).toList();
        if (lines.equals(shown)) {
            return;
        }
        shown = lines;
        list.removeAll();
        lines.forEach(line -> list.add(item(line)));
        list.setVisible(!now.kiosks().isEmpty());
        none.setVisible(now.kiosks().isEmpty());
    }

    private record Line(String name, boolean connected, String state, String more) {}

    private Line line(Kiosks.Health kiosk, HouseNow now) {
        boolean connected = kiosk.connected(now.moment(), SILENT_AFTER);
        return new Line(
                kiosk.name(),
                connected,
                say.word(state(kiosk, connected)),
                heard(kiosk, now, connected) + " · " + say.word("today.kiosks.queue", kiosk.queue()));
    }

    private static ListItem item(Line line) {
        var name = new Span(line.name());
        name.addClassName("strong");
        var state = new Span(line.state());
        state.addClassNames("state", line.connected() ? "good" : "bad");
        var more = new Span(line.more());
        more.addClassNames("muted", "end");
        return new ListItem(name, state, more);
    }

    private static String state(Kiosks.Health kiosk, boolean connected) {
        if (!connected) {
            return "today.kiosks.silent";
        }
        return kiosk.paused() ? "today.kiosks.paused" : "today.kiosks.connected";
    }

    private String heard(Kiosks.Health kiosk, HouseNow now, boolean connected) {
        Instant last = kiosk.lastContact();
        if (last == null) {
            return say.word("today.kiosks.never");
        }
        if (connected) {
            return say.word("today.kiosks.just-now");
        }
        LocalDateTime local = last.atZone(now.plan().zone()).toLocalDateTime();
        return say.word(
                "today.kiosks.heard",
                local.toLocalDate().equals(now.day())
                        ? say.time(local.toLocalTime())
                        : say.day(local.toLocalDate()) + " " + say.time(local.toLocalTime()));
    }
}
