package se.tambur.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import se.tambur.centre.CentreId;
import se.tambur.centre.DayChanges;
import se.tambur.centre.DayMoved;
import se.tambur.centre.Session;
import se.tambur.shared.OfficeShell.Notice;

/** Changes today and no other day: calls something off, closes early, opens after all. A click does it, and can be undone. */
class ChangeDayDialog extends Dialog {

    private static final int QUARTER = 15;
    private static final LocalTime USUAL_OPENING = LocalTime.of(9, 0);
    private static final Duration USUAL_HOURS = Duration.ofHours(3);

    private final transient Say say;
    private final transient HouseNow now;
    private final transient DayChanges changes;
    private final CentreId centre;
    private final String me;
    private final Paragraph flaw = new Paragraph();

    ChangeDayDialog(Say say, HouseNow now, DayChanges changes, CentreId centre, String me) {
        this.say = say;
        this.now = now;
        this.changes = changes;
        this.centre = centre;
        this.me = me;
        setHeaderTitle(say.word("today.change"));
        addClassNames("ask", "change-day");
        flaw.addClassName("flaw");
        flaw.getElement().setAttribute("role", "alert");
        add(new Paragraph(say.word("today.change.what")));
        List<Session> left = now.sessions().stream()
                .filter(session -> session.closes().isAfter(time()))
                .toList();
        left.forEach(session -> add(session(session)));
        if (left.isEmpty()) {
            add(opening());
        }
        add(flaw);
        getFooter().add(new Button(say.word("today.change.close"), click -> close()));
    }

    private LocalTime time() {
        return now.at().toLocalTime();
    }

    private Component session(Session session) {
        var list = new UnorderedList();
        list.addClassName("lines");
        if (session.activities().size() > 1) {
            session.activities().stream()
                    .filter(held -> held.to() == null || held.to().isAfter(time()))
                    .forEach(held -> list.add(activity(session, held)));
        }
        list.add(session.opens().isAfter(time()) ? coming(session) : going(session));
        var part = new Section(new H3(say.word("today.change.session", say.times(session.opens(), session.closes()))));
        part.add(list);
        return part;
    }

    private ListItem activity(Session session, Session.Held held) {
        String name = say.name(held.activity().name(), now.plan());
        String when = held.from() == null || held.to() == null ? "" : say.times(held.from(), held.to());
        var times = new Span(when);
        times.addClassName("muted");
        String what = (name + " " + when).strip();
        var off = new Button(
                say.word("today.change.call-off"),
                click -> make(
                        () -> changes.callOff(
                                centre,
                                session.day(),
                                session.opens(),
                                held.activity().id(),
                                held.from(),
                                me),
                        say.word("today.change.called-off", what)));
        off.setAriaLabel(say.word("today.change.call-off.name", what));
        return new ListItem(new Span(name), times, off);
    }

    private ListItem coming(Session session) {
        String times = say.times(session.opens(), session.closes());
        var off = new Button(
                say.word("today.change.call-off-session"),
                click -> make(
                        () -> changes.callOff(centre, session.day(), session.opens(), me),
                        say.word("today.change.session-called-off", times)));
        var close = new Button(say.word("today.change.close-early"));
        var at = closing(session);
        close.addClickListener(click -> close(session, at.getValue()));
        return deeds(at, close, off);
    }

    private ListItem going(Session session) {
        var at = closing(session);
        var early = new Button(say.word("today.change.close-early"), click -> close(session, at.getValue()));
        var here = new Button(say.word("today.change.close-now"), click -> close(session, time()));
        // in its very first minute there is no time to have been open
        here.setEnabled(time().isAfter(session.opens()));
        return deeds(at, early, here);
    }

    private static ListItem deeds(Component... parts) {
        var item = new ListItem(parts);
        item.addClassName("deeds");
        return item;
    }

    /** Proposes half an hour earlier, or the next quarter when the end is nearer. */
    private TimePicker closing(Session session) {
        LocalTime half = session.closes().minusMinutes(2L * QUARTER);
        var at = clock(say.word("today.change.closes"));
        at.setValue(
                half.isAfter(time()) && half.isAfter(session.opens())
                        ? half
                        : session.closes().minusMinutes(5));
        return at;
    }

    private void close(Session session, LocalTime at) {
        if (at == null || !at.isAfter(session.opens()) || !at.isBefore(session.closes())) {
            flaw.setText(say.word("today.change.closes.flaw", say.time(session.opens()), say.time(session.closes())));
            return;
        }
        make(
                () -> changes.close(centre, session.day(), session.opens(), at, me),
                say.word("today.change.closes-at", say.time(at)));
    }

    private Component opening() {
        LocalTime usual = now.plan().week().getOrDefault(now.day().getDayOfWeek(), List.of()).stream()
                .map(each -> each.opens())
                .filter(opens -> opens.isAfter(time()))
                .findFirst()
                .orElse(USUAL_OPENING.isAfter(time()) ? USUAL_OPENING : quarter(time()));
        var from = clock(say.word("today.change.from"));
        from.setValue(usual);
        var to = clock(say.word("today.change.to"));
        long minutes = Math.min(
                USUAL_HOURS.toMinutes(),
                Duration.between(usual, LocalTime.of(23, 45)).toMinutes());
        to.setValue(usual.plusMinutes(Math.max(minutes, 1)));
        var open = new Button(say.word("today.change.open"), click -> open(from.getValue(), to.getValue()));
        open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var row = new Div(from, to, open);
        row.addClassName("deeds");
        var part = new Section(new H3(say.word("today.change.opening")), row);
        return part;
    }

    private static LocalTime quarter(LocalTime time) {
        return time.withMinute(time.getMinute() / QUARTER * QUARTER);
    }

    private void open(LocalTime from, LocalTime to) {
        if (from == null || to == null || !to.isAfter(from)) {
            flaw.setText(say.word("today.change.open.flaw"));
            return;
        }
        make(() -> changes.open(centre, now.day(), from, to, me), say.word("today.change.opened", say.times(from, to)));
    }

    private TimePicker clock(String label) {
        var picker = new TimePicker(label);
        picker.setLocale(AskDialog.clock(say.locale()));
        picker.setStep(Duration.ofMinutes(QUARTER));
        return picker;
    }

    private void make(Supplier<DayChanges.Done> change, String said) {
        close();
        try {
            DayChanges.Done done = change.get();
            Notice.say(said + " " + say.word("today.change.tablets"), () -> undo(done));
        } catch (DayMoved e) {
            Notice.warn(say.word("today.change.moved"));
        }
    }

    private void undo(DayChanges.Done done) {
        try {
            changes.undo(centre, done, me);
            Notice.say(say.word("today.change.undone"));
        } catch (DayMoved e) {
            Notice.warn(say.word("today.change.moved"));
        }
    }
}
