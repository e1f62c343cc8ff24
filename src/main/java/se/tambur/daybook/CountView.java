package se.tambur.daybook;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import se.tambur.centre.CentreId;
import se.tambur.centre.CurrentCentre;
import se.tambur.daybook.Day.Passage;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;
import se.tambur.shared.Words;
import se.tambur.visit.CorrectionRefused;
import se.tambur.visit.Corrections;
import se.tambur.visit.Corrections.Change;
import se.tambur.visit.Corrections.Entry;
import se.tambur.visit.HandCounts;
import se.tambur.visit.SessionStates;
import se.tambur.visit.Tallies;

/**
 * Counts a group by hand: outdoors with a telephone, where the tablet is dark, or from a paper list of a day gone by. What
 * is counted stands in the address, such as {@code ?date=2026-11-24&session=10:00&activity=oppen-lek}.
 */
@Route("office/count")
@Menu(title = "daybook.count.title", order = 12)
@RolesAllowed(Roles.STAFF)
@StyleSheet("context://daybook.css")
class CountView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient DayReader reader;
    private final transient HandCounts handCounts;
    private final transient Corrections corrections;
    private final transient SessionStates states;
    private final transient CountPaper paper;
    private final transient DayWords say;
    private final CentreId centre;
    private final String me;
    private final Counter counter;
    private final Div above = new Div();
    private final Paragraph flaw = new Paragraph();
    private final Div below = new Div();
    private final CountPlace place;
    private transient Counting counting;

    CountView(
            DayReader reader,
            HandCounts handCounts,
            Corrections corrections,
            SessionStates states,
            CountPaper paper,
            CurrentCentre currentCentre,
            Words words,
            AuthenticationContext somebody) {
        this.reader = reader;
        this.handCounts = handCounts;
        this.corrections = corrections;
        this.states = states;
        this.paper = paper;
        this.say = new DayWords(words, getLocale());
        this.centre = currentCentre.id();
        this.me = somebody.getPrincipalName().orElse("");
        this.counting = Counting.of(reader, centre, QueryParameters.empty());
        this.place = new CountPlace(say, this::go);
        addClassNames("daybook", "count");
        counter = new Counter(centre, say);
        counter.whenToBeSaved(this::save);
        counter.whenOthersWait(waiting -> waits(waiting.others()));
        flaw.addClassName("flaw");
        flaw.getElement().setAttribute("role", "alert");
        add(above, counter, flaw, below);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        counting = Counting.of(reader, centre, entering.getLocation().getQueryParameters());
        show();
    }

    private void show() {
        Day day = counting.day();
        above.removeAll();
        above.add(head());
        if (!day.toCome()) {
            place.show(counting);
            above.add(place, already());
        } else {
            above.add(new Paragraph(say.word("count.to-come")));
        }
        counter.setVisible(!day.toCome());
        counter.count(counting.draft(), CountSheet.of(day.plan(), say).lines());
        flaw.setText("");
        below.removeAll();
        below.add(deeds());
        below.add(new CountedCard(say, day, this::undo), new CountWays(say, day.date(), centre, paper));
    }

    private Header head() {
        var words = new Div(new H1(say.word("count.title")), new Paragraph(say.date(counting.date())));
        var picker = new DayPicker(
                say,
                counting.date(),
                reader.today(centre).plusDays(Counting.DAYS_AHEAD),
                day -> UI.getCurrent().navigate(CountView.class, QueryParameters.of("date", day.toString())));
        var head = new Header(words, picker);
        head.addClassName("head");
        return head;
    }

    private Paragraph already() {
        Passage passage = counting.passage();
        int children = DayWords.kinds(counting.day()).stream()
                .filter(kind -> !List.of(Tallies.VISITS, Tallies.ADULTS, Tallies.EXPECTING)
                        .contains(kind))
                .mapToInt(passage::number)
                .sum();
        var already = new Paragraph(
                passage.rows().isEmpty()
                        ? say.word("count.already.none")
                        : say.word("count.already", children, passage.number(Tallies.ADULTS)));
        already.addClassNames("already", "muted");
        return already;
    }

    private Div deeds() {
        var deeds = new Div();
        deeds.addClassName("deeds");
        Passage passage = counting.passage();
        if (!counting.day().toCome()
                && passage.session() != null
                && passage.rows().isEmpty()
                && SessionCard.Word.of(passage) != SessionCard.Word.EMPTY) {
            deeds.add(new Button(say.word("count.nobody"), click -> sayEmpty(passage)));
        }
        counting.next(reader, centre).ifPresent(next -> {
            var button = new Button(
                    next.date().equals(counting.date())
                            ? say.word("count.next-session", say.passage(next.passage(), next.day()))
                            : say.word("count.next-day", say.date(next.date())),
                    click -> go(next));
            deeds.add(button);
        });
        return deeds;
    }

    private void waits(Iterable<String> others) {
        above.getChildren().filter(WaitingPart.class::isInstance).toList().forEach(above::remove);
        var part = new WaitingPart(say, others);
        if (part.any()) {
            above.addComponentAtIndex(1, part);
        }
    }

    private void save(Counter.Pressed pressed) {
        Map<String, Integer> numbers =
                pressed.numbers(CountSheet.of(counting.day().plan(), say).lines());
        var group = new Change(
                counting.date(), counting.passage().opens(), counting.activity().id(), numbers);
        try {
            Entry made = handCounts.count(centre, pressed.id(), group, place.hour(), place.reason(), me);
            counter.saved(made.id(), made.numbers());
            tell(made, numbers);
            reread();
        } catch (CorrectionRefused e) {
            counter.refused();
            flaw.setText(String.join(
                    " ",
                    e.flaws().stream()
                            .map(each -> say.flaw(each, counting.day()))
                            .toList()));
        }
    }

    /** An answer that was lost on its way comes late, when more may have been tapped. */
    private void tell(Entry made, Map<String, Integer> asked) {
        String what = say.numbers(made.numbers(), counting.day());
        if (made.undone()) {
            Notice.warn(say.word("count.saved-and-undone", what));
        } else {
            boolean more = !made.numbers().equals(asked);
            Notice.say(say.word(more ? "count.saved-before" : "count.saved", what), () -> undo(made));
        }
    }

    private void undo(Entry made) {
        try {
            corrections.undo(centre, made.id(), me);
            Notice.say(say.word("count.undone", say.numbers(made.numbers(), counting.day())));
        } catch (CorrectionRefused e) {
            Notice.warn(say.word("flaw.undo"));
        }
        reread();
    }

    private void sayEmpty(Passage passage) {
        LocalDate date = counting.date();
        LocalTime opens = Objects.requireNonNull(passage.opens());
        SessionCard.Word before = SessionCard.Word.of(passage);
        states.say(centre, date, opens, Tallies.State.EMPTY, me);
        Notice.say(say.word("count.nobody.said"), () -> {
            if (before == SessionCard.Word.CLOSED) {
                states.sayClosed(centre, date, opens, me);
            } else {
                states.say(centre, date, opens, before.state(), me);
            }
            reread();
        });
        reread();
    }

    private void reread() {
        counting = counting.again(reader, centre);
        show();
    }

    private void go(Counting to) {
        UI.getCurrent().navigate(CountView.class, to.parameters());
    }

    @Override
    public String getPageTitle() {
        return say.word("count.title") + " – " + getTranslation("shell.name");
    }
}
