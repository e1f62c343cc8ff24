package se.tambur.daybook;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts that were begun on this device and are not saved: nothing that was tapped is forgotten. */
class WaitingPart extends Section {

    private static final Pattern DRAFT = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)/(outside|([01]\\d|2[0-3]):[0-5]\\d)");
    private static final int MOST = 20;

    private final UnorderedList list = new UnorderedList();

    /** @param drafts as the device names them, such as {@code 2026-11-24/10:00} */
    WaitingPart(DayWords say, Iterable<String> drafts) {
        addClassNames("card", "waiting");
        list.addClassName("lines");
        add(new H2(say.word("count.waiting")), list);
        for (String draft : drafts) {
            Matcher named = DRAFT.matcher(draft);
            Optional<LocalDate> day = named.matches() ? Counting.day(named.group(1)) : Optional.empty();
            if (day.isPresent() && list.getComponentCount() < MOST) {
                String session = named.group(2);
                LocalTime opens = session.equals("outside") ? null : LocalTime.parse(session);
                list.add(new ListItem(new Anchor(
                        "office/count?date=" + day.get() + "&session=" + session,
                        say.date(day.get()) + ", " + say.session(opens))));
            }
        }
    }

    boolean any() {
        return list.getComponentCount() > 0;
    }
}
