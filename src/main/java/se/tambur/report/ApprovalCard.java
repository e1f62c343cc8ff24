package se.tambur.report;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import se.tambur.report.Approvals.Standing;
import se.tambur.report.Approvals.State;
import se.tambur.shared.Words;

/** Where a manager stands for a month that is over, and what she had better look at first. */
class ApprovalCard extends Div {

    private final transient Words words;

    /** @param approve is run when she approves */
    ApprovalCard(Summary summary, Standing standing, String month, Words words, Runnable approve) {
        this.words = words;
        addClassNames("card", "approve");
        setId("approve");
        add(new H2(say("approve", Map.of("month", month))));
        add(new Paragraph(
                standing.state() == State.CHANGED
                        ? say("approve.again", Map.of("month", month, "revision", standing.revision()))
                        : getTranslation("report.approve.what")));
        List<LocalDate> missing = OpenMonths.missing(summary);
        if (!missing.isEmpty()) {
            add(attention("approve.missing", Map.of("sessions", missing.size(), "days", days(missing))));
        }
        if (summary.suspect() > 0) {
            add(attention("approve.suspects", Map.of("visits", summary.suspect())));
        }
        var button = new Button(say("approve", Map.of("month", month)), click -> approve.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(button);
    }

    private Paragraph attention(String key, Map<String, ?> named) {
        var line = new Paragraph(say(key, named));
        line.addClassName("attention");
        return line;
    }

    private String days(List<LocalDate> days) {
        DateTimeFormatter format = DateTimeFormatter.ofPattern("d MMMM", getLocale());
        return days.stream().distinct().map(format::format).collect(Collectors.joining(", "));
    }

    private String say(String key, Map<String, ?> named) {
        return words.say(getLocale().getLanguage(), "report." + key, named);
    }
}
