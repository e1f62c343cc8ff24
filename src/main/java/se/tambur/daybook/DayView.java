package se.tambur.daybook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import se.tambur.centre.CentreId;
import se.tambur.centre.CurrentCentre;
import se.tambur.daybook.Day.Passage;
import se.tambur.report.Approvals;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;
import se.tambur.shared.Words;
import se.tambur.visit.CheckIns;
import se.tambur.visit.CheckIns.Suspects;
import se.tambur.visit.CorrectionRefused;
import se.tambur.visit.Corrections;
import se.tambur.visit.SessionStates;

/** A day afterwards: its sessions and numbers, what changed them, and how to mend them; {@code ?date=2026-11-24} leads to one. */
@Route("office/day")
@Menu(title = "daybook.menu", order = 15)
@RolesAllowed(Roles.STAFF)
@StyleSheet("context://daybook.css")
class DayView extends Main implements BeforeEnterObserver, HasDynamicTitle, SessionCard.Deeds {

    private final transient DayReader reader;
    private final transient Corrections corrections;
    private final transient SessionStates states;
    private final transient CheckIns checkIns;
    private final transient DayWords say;
    private final CentreId centre;
    private final String me;
    private LocalDate date;

    DayView(
            DayReader reader,
            Corrections corrections,
            SessionStates states,
            CheckIns checkIns,
            CurrentCentre currentCentre,
            Words words,
            AuthenticationContext somebody) {
        this.reader = reader;
        this.corrections = corrections;
        this.states = states;
        this.checkIns = checkIns;
        this.say = new DayWords(words, getLocale());
        this.centre = currentCentre.id();
        this.me = somebody.getPrincipalName().orElse("");
        this.date = reader.today(centre);
        addClassName("daybook");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        date = entering.getLocation()
                .getQueryParameters()
                .getSingleParameter("date")
                .flatMap(Counting::day)
                .orElse(reader.today(centre));
        show();
    }

    private void show() {
        Day day = reader.read(centre, date);
        removeAll();
        add(head(day));
        approval(day.month()).ifPresent(this::add);
        var sessions = new Div();
        sessions.addClassName("sessions");
        if (day.passages().isEmpty()) {
            sessions.add(empty(day));
        }
        day.passages().forEach(passage -> sessions.add(new SessionCard(say, day, passage, this)));
        var side = new Div();
        side.addClassName("side");
        day.suspects().forEach(burst -> side.add(suspects(burst)));
        if (!day.headCounts().isEmpty()) {
            side.add(headCounts(day));
        }
        side.add(new LogCard(say, day, this::undo));
        if (!day.toCome()) {
            var count = new Paragraph(new Anchor("office/count?date=" + date, say.word("count.way")));
            count.addClassName("ways");
            sessions.add(count);
        }
        var body = new Div(sessions, side);
        body.addClassName("body");
        add(body);
    }

    /** Whoever corrects a day of a month that somebody stands for should know. */
    private Optional<Component> approval(Approvals.State month) {
        String key = switch (month) {
            case APPROVED -> "approved";
            case CHANGED -> "changed";
            default -> "";
        };
        if (key.isEmpty()) {
            return Optional.empty();
        }
        var line = new Paragraph(say.word("month." + key, say.month(date)));
        line.addClassNames("card", "approval", key);
        return Optional.of(line);
    }

    private Component empty(Day day) {
        var why = new Paragraph(Optional.ofNullable(day.closed())
                .map(text -> say.name(text, day))
                .filter(text -> !text.isEmpty())
                .map(text -> say.word("closed-because", text))
                .orElse(say.word("closed")));
        var card = new Section(why);
        card.addClassName("card");
        return card;
    }

    private Header head(Day day) {
        var house = new Paragraph(day.plan().name());
        house.addClassName("muted");
        var days = new DayPicker(say, date, reader.today(centre), DayView::go);
        var head = new Header(new Div(new H1(say.date(date)), house), days);
        head.addClassName("head");
        return head;
    }

    private static void go(LocalDate day) {
        UI.getCurrent().navigate(DayView.class, QueryParameters.of("date", day.toString()));
    }

    private Component suspects(Suspects burst) {
        String title = say.word("suspects.burst", burst.visits(), say.time(burst.from()));
        var drop = new Button(say.word("suspects.drop"), click -> {
            checkIns.drop(centre, burst.id(), me);
            Notice.say(say.word("suspects.dropped", burst.visits()));
            show();
        });
        drop.setAriaLabel(say.word("suspects.drop") + ": " + title);
        var keep = new Button(say.word("suspects.keep"), click -> {
            checkIns.keep(centre, burst.id(), me);
            Notice.say(say.word("suspects.kept", burst.visits()));
            show();
        });
        keep.setAriaLabel(say.word("suspects.keep") + ": " + title);
        var deeds = new Div(drop, keep);
        deeds.addClassName("deeds");
        var card = new Section(
                new H2(title),
                new Paragraph(say.word(
                        "suspects.what", burst.children(), burst.dropsOn().toString())),
                deeds);
        card.addClassNames("card", "attention");
        return card;
    }

    private Component headCounts(Day day) {
        var list = new UnorderedList();
        list.addClassName("lines");
        day.headCounts()
                .forEach(count -> list.add(new ListItem(
                        new Span(say.moment(count.at(), day.date(), day.zone())),
                        new Span(say.word("head-count", count.children(), count.adults())))));
        var card = new Section(new H2(say.word("head-counts")), list);
        card.addClassName("card");
        return card;
    }

    @Override
    public void say(Passage passage, SessionCard.Word word) {
        var session = passage.session();
        if (session == null) {
            return;
        }
        if (word == SessionCard.Word.CLOSED) {
            states.sayClosed(centre, date, session.opens(), me);
        } else {
            states.say(centre, date, session.opens(), word.state(), me);
        }
        Notice.say(say.word("saved"), () -> {
            SessionCard.Word before = SessionCard.Word.of(passage);
            if (before == SessionCard.Word.CLOSED) {
                states.sayClosed(centre, date, session.opens(), me);
            } else {
                states.say(centre, date, session.opens(), before.state(), me);
            }
            show();
        });
        show();
    }

    @Override
    public void correct(Passage passage) {
        new CorrectDialog(say, reader.read(centre, date), passage, this::make).open();
    }

    private void make(UUID id, Corrections.Change change, Corrections.Reason reason) {
        Corrections.Entry made = corrections.make(centre, id, change, reason, me);
        Notice.say(say.word("corrected"), () -> undo(made));
        show();
    }

    private void undo(Corrections.Entry entry) {
        try {
            corrections.undo(centre, entry.id(), me);
            Notice.say(say.word("regretted"));
        } catch (CorrectionRefused e) {
            Notice.warn(say.word("flaw.undo"));
        }
        show();
    }

    @Override
    public String getPageTitle() {
        return say.date(date) + " – " + getTranslation("shell.name");
    }
}
