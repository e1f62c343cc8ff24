package se.tambur.today;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;
import se.tambur.centre.CurrentCentre;
import se.tambur.centre.DayChanges;
import se.tambur.presence.Presence;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;
import se.tambur.shared.Words;
import se.tambur.visit.CheckIns;
import se.tambur.visit.CheckIns.Visit;

/** The office's first page: how the house is now, and how to mend the day. */
@Route("office")
@Menu(title = "today.menu", order = 10)
@RolesAllowed(Roles.STAFF)
class TodayView extends Main implements HasDynamicTitle {

    /** A page that has heard nothing for so long says so: three missed beats. */
    private static final Duration LOST_AFTER = Duration.ofSeconds(90);

    private final transient HouseWatch watch;
    private final transient CheckIns checkIns;
    private final transient Presence presence;
    private final transient DayChanges changes;
    private final transient Say say;
    private final CentreId centre;
    private final String me;

    private final H1 title = new H1();
    private final Paragraph state = new Paragraph();
    private final Div lost = new Div();
    private final Button full = new Button();
    private final Button undo = new Button();
    private final List<Part> parts;
    private transient HouseNow now;
    private @Nullable Registration looking;

    TodayView(
            HouseWatch watch,
            CheckIns checkIns,
            Presence presence,
            DayChanges changes,
            CurrentCentre currentCentre,
            Words words,
            AuthenticationContext somebody) {
        this.watch = watch;
        this.checkIns = checkIns;
        this.presence = presence;
        this.changes = changes;
        this.say = new Say(words, getLocale());
        this.centre = currentCentre.id();
        this.me = somebody.getPrincipalName().orElse("");
        this.now = watch.now(centre);
        addClassName("today");

        lost.addClassName("lost");
        lost.setText(say.word("today.lost"));
        lost.getElement().setAttribute("role", "alert").setAttribute("hidden", true);

        var tiles = new Tiles(say);
        var chart = new ArrivalsCard(say);
        var suspects = new SuspectsCard(say, checkIns, centre, me);
        var timeless = new TimelessCard(say, checkIns, centre, me);
        var activities = new ActivitiesCard(say);
        var kiosks = new KiosksCard(say);
        var missed = new MissedPart(say);
        parts = List.of(missed, tiles, chart, suspects, timeless, activities, kiosks);

        var side = new Div(suspects, timeless, activities, kiosks);
        side.addClassName("side");
        var body = new Div(chart, side);
        body.addClassName("body");
        add(head(), lost, missed, tiles, body);
        show(now);
    }

    private Header head() {
        full.addClickListener(click -> {
            presence.setFull(centre, !now.full(), me);
            reread();
        });
        undo.setText(say.word("today.undo"));
        undo.addClickListener(click -> undoLast());
        var count = new Button(
                say.word("today.count"), click -> new CountRoomDialog(say, now, checkIns, centre, me).open());
        var add = new Button(say.word("today.add"), click -> new AddVisitDialog(say, now, checkIns, centre, me).open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var change = new Button(
                say.word("today.change"), click -> new ChangeDayDialog(say, now, changes, centre, me).open());
        var deeds = new Div(change, full, undo, count, add);
        deeds.addClassName("deeds");
        var ways = new Div(
                new Anchor("office/day", say.word("today.day")), new Anchor("office/count", say.word("today.by-hand")));
        ways.addClassName("ways");
        var words = new Div(title, state, ways);
        var head = new Header(words, deeds);
        head.addClassName("head");
        return head;
    }

    private void undoLast() {
        checkIns.undoLast(centre, me)
                .ifPresentOrElse(
                        visit -> Notice.say(
                                say.word("today.undone", say.time(visit.arrived()), say.party(visit.party())),
                                () -> putBack(visit)),
                        () -> Notice.say(say.word("today.nothing-to-undo")));
    }

    private void putBack(Visit visit) {
        checkIns.add(centre, visit.day().atTime(visit.arrived()), visit.activity(), visit.party(), me);
    }

    private void reread() {
        show(watch.now(centre));
    }

    private void show(HouseNow fresh) {
        now = fresh;
        title.setText(say.word("today.title", say.day(fresh.day())));
        state.setText(String.join(
                " · ",
                fresh.plan().name(),
                open(fresh),
                say.word("today.updated", say.time(fresh.at().toLocalTime()))));
        full.setText(say.word("today.full"));
        full.getElement().setAttribute("aria-pressed", String.valueOf(fresh.full()));
        undo.setEnabled(fresh.last().isPresent());
        parts.forEach(part -> part.show(fresh));
    }

    private String open(HouseNow fresh) {
        if (!fresh.sessions().isEmpty()) {
            return say.word("today.open", say.opening(fresh.sessions()));
        }
        String why = fresh.closedBecause()
                .map(text -> say.name(text, fresh.plan()))
                .filter(text -> !text.isEmpty())
                .map(text -> say.word("today.closed-because", text))
                .orElseGet(() -> say.word("today.closed"));
        return fresh.next()
                .map(session -> why + ", " + say.word("today.next", say.day(session.day()), say.time(session.opens())))
                .orElse(why);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        super.onAttach(attached);
        var ui = attached.getUI();
        getElement()
                .executeJs(
                        "this.heard = Date.now(); clearInterval(this.listening);"
                                + "this.listening = setInterval(() => {"
                                + "  const silent = Date.now() - this.heard > $1;"
                                + "  if ($0.hidden === silent) { $0.hidden = !silent; this.classList.toggle('stale', silent); }"
                                + "}, 1000);",
                        lost.getElement(),
                        LOST_AFTER.toMillis());
        looking = watch.look(
                centre,
                fresh -> ui.access(() -> {
                    show(fresh);
                    getElement().executeJs("this.heard = Date.now()");
                }));
        reread();
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (looking != null) {
            looking.remove();
        }
        super.onDetach(detached);
    }

    @Override
    public String getPageTitle() {
        return say.word("today.menu") + " – " + say.word("shell.name");
    }

    /** A piece of the page that shows some of a reading. */
    interface Part {
        void show(HouseNow now);
    }
}
