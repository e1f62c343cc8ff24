package se.tambur.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.time.LocalTime;
import java.util.List;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Activity;
import se.tambur.centre.Plan.Opening;
import se.tambur.centre.Plan.Slot;
import se.tambur.centre.Plan.Weeks;
import se.tambur.centre.Text;
import se.tambur.shared.OfficeShell.Notice;

/** The sessions of a day, as fields; those of a weekday, or of one date. */
class SessionsPart extends Div {

    static final int LONGEST_NAME = 100;

    private static final LocalTime USUAL_OPENING = LocalTime.of(9, 0);
    private static final LocalTime USUAL_CLOSING = LocalTime.of(12, 0);
    private static final LocalTime AFTERNOON_OPENING = LocalTime.of(13, 0);
    private static final LocalTime AFTERNOON_CLOSING = LocalTime.of(16, 0);

    /** Whether it is told for every week, or for one date. */
    enum Of {
        WEEK,
        DATE
    }

    private final transient PlanWords say;
    private final transient Plan plan;
    private final Of of;
    private final transient Runnable told;
    private final Div sessions = new Div();
    private final Paragraph flaw = new Paragraph();

    /** @param told when a session has come or gone, and while one is filled in */
    SessionsPart(PlanWords say, Plan plan, Of of, Runnable told) {
        this.say = say;
        this.plan = plan;
        this.of = of;
        this.told = told;
        addClassName("sessions-part");
        flaw.addClassName("flaw");
        flaw.getElement().setAttribute("role", "alert");
        add(sessions, flaw);
    }

    void show(List<Opening> openings) {
        put(openings.stream()
                .map(opening -> new SessionPart(say, plan, of, opening, this::remove, told))
                .toList());
    }

    /** Shows others instead; what it returns brings back the fields that were here, as they were typed. */
    Runnable replace(List<Opening> openings) {
        List<SessionPart> before = parts();
        show(openings);
        return () -> put(before);
    }

    private void put(List<SessionPart> parts) {
        sessions.removeAll();
        parts.forEach(sessions::add);
        tell();
    }

    /** One more, as it most likely is meant: the morning, else the afternoon, with what can be done at any time. */
    void addUsual() {
        Activity first = plan.activities().stream()
                .filter(Activity::kiosk)
                .findFirst()
                .orElse(plan.activities().getFirst());
        var opening = new Opening(
                isEmpty() ? USUAL_OPENING : AFTERNOON_OPENING,
                isEmpty() ? USUAL_CLOSING : AFTERNOON_CLOSING,
                Text.NONE,
                List.of(new Slot(first.id(), null, null, Weeks.ALL)));
        var part = new SessionPart(say, plan, of, opening, this::remove, told);
        sessions.add(part);
        tell();
        part.focus();
    }

    private void remove(SessionPart part) {
        int place = sessions.indexOf(part);
        sessions.remove(part);
        tell();
        Notice.say(say.word("plan.week.session-removed"), () -> {
            sessions.addComponentAtIndex(Math.min(place, sessions.getComponentCount()), part);
            tell();
        });
    }

    private List<SessionPart> parts() {
        return sessions.getChildren().map(SessionPart.class::cast).toList();
    }

    private void tell() {
        flaw.setText("");
        told.run();
    }

    boolean isEmpty() {
        return parts().isEmpty();
    }

    void object(String words) {
        flaw.setText(words);
    }

    /** Marks what is wrong where it stands, and says whether nothing is. */
    boolean isSound() {
        flaw.setText("");
        boolean sound = true;
        for (SessionPart part : parts()) {
            sound &= part.isSound();
        }
        if (parts().stream().anyMatch(SessionPart::isForNothing)) {
            object(say.word("plan.week.flaw.none"));
        }
        return sound;
    }

    /** What can be read from the fields so far. */
    List<Opening> drafted() {
        return parts().stream().flatMap(part -> part.drafted().stream()).toList();
    }

    /** Only when it {@link #isSound}. */
    List<Opening> openings() {
        return parts().stream().map(SessionPart::opening).toList();
    }

    /** A small cross that takes something away. */
    static Button remover(String words, Runnable remove) {
        var button = new Button(VaadinIcon.CLOSE_SMALL.create(), click -> remove.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        button.setAriaLabel(words);
        button.setTooltipText(words);
        return button;
    }
}
