package se.tambur.security;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import se.tambur.security.SignIns.Outcome;
import se.tambur.security.SignIns.SignIn;

/** When one has logged in and somebody has failed to; and the way out everywhere. */
class SessionsCard extends Section {

    SessionsCard(List<SignIn> last, ZoneId zone, Runnable endAll) {
        addClassNames("card", "form");
        var list = new UnorderedList();
        list.addClassName("lines");
        var time = DateTimeFormatter.ofPattern(getTranslation("security.sign-in.time"), getLocale());
        last.forEach(each -> list.add(line(each, time.format(each.at().atZone(zone)))));
        var all = new Button(getTranslation("security.sessions.end"), click -> endAll.run());
        add(
                new H2(getTranslation("security.sessions")),
                new Paragraph(getTranslation("security.sessions.what", SignIns.KEPT.toDays())));
        if (last.isEmpty()) {
            add(new Paragraph(getTranslation("security.sessions.none")));
        } else {
            add(new Div(list));
        }
        add(all, new Paragraph(getTranslation("security.sessions.end.what")));
    }

    private ListItem line(SignIn each, String time) {
        var when = new Span(time);
        when.addClassName("strong");
        var how = new Span(getTranslation("security.sign-in." + lower(each.outcome())));
        if (each.outcome() != Outcome.IN) {
            how.addClassName("failed");
        }
        var device = new Span(getTranslation("security.device." + lower(each.device())));
        device.addClassName("muted");
        return new ListItem(when, how, device);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
