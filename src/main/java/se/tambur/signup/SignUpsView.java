package se.tambur.signup;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.shared.Registration;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Seats;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;
import se.tambur.shared.Words;
import se.tambur.signup.Desk.Deed;
import se.tambur.signup.Desk.Seat;

/** Everyone of one course: who has a place, who stands in the line, who came. It moves by itself. */
@Route("office/courses/:course/sign-ups")
@RolesAllowed(Roles.STAFF)
@StyleSheet("context://signups.css")
class SignUpsView extends Main implements BeforeEnterObserver, HasDynamicTitle, RollCards.Doings {

    private final transient Desk desk;
    private final transient RollPaper paper;
    private final transient Courses courses;
    private final transient CourseWatch watch;
    private final transient RollWords say;
    private final CentreId centre;
    private final String me;
    private transient @Nullable Roll roll;
    private transient @Nullable RollCards cards;
    private final Div head = new Div();
    private @Nullable Registration looking;

    SignUpsView(
            Desk desk,
            RollPaper paper,
            Courses courses,
            CourseWatch watch,
            Words words,
            Centres centres,
            CurrentCentre current,
            AuthenticationContext somebody) {
        this.desk = desk;
        this.paper = paper;
        this.courses = courses;
        this.watch = watch;
        this.centre = current.id();
        this.say = RollWords.of(words, getLocale(), centres.plan(centre));
        this.me = somebody.getPrincipalName().orElse("");
        addClassName("signups");
        head.addClassName("head");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        Optional<Course> course = entering.getRouteParameters().get("course").flatMap(id -> courses.find(centre, id));
        removeAll();
        if (course.isEmpty()) {
            roll = null;
            add(new Missing());
            return;
        }
        Roll seen = desk.look(course.get(), me);
        cards = new RollCards(say, this);
        add(head);
        add(cards.parts());
        show(seen);
    }

    @Override
    protected void onAttach(AttachEvent attached) {
        UI ui = attached.getUI();
        looking = watch.look(centre, () -> ui.access(this::lookAgain));
    }

    @Override
    protected void onDetach(DetachEvent detached) {
        if (looking != null) {
            looking.remove();
            looking = null;
        }
    }

    private void lookAgain() {
        Roll before = roll;
        if (before != null) {
            show(desk.lookAgain(before, me));
        }
    }

    private void show(Roll now) {
        Roll before = roll;
        roll = now;
        if (before == null || !Head.of(before).equals(Head.of(now))) {
            head.removeAll();
            head.add(title(now), deeds(now));
        }
        if (cards != null) {
            cards.show(now);
        }
    }

    private Component title(Roll now) {
        var facts = new Paragraph(say.facts(now.course()));
        facts.addClassName("muted");
        var seats = new Paragraph(say.seats(now));
        seats.addClassName("strong");
        var state = new Paragraph(state(now));
        var title = new Div(new H1(say.name(now.course())), facts, seats, state);
        if (!desk.writes()) {
            var silent = new Paragraph(say.say("no-mail"));
            silent.addClassName("muted");
            title.add(silent);
        }
        return title;
    }

    private String state(Roll now) {
        Course course = now.course();
        LocalDate opens = course.opens();
        return switch (course.state()) {
            case DRAFT -> say.say("draft");
            case CANCELLED -> say.say("called-off");
            case PUBLISHED -> {
                if (now.erased()) {
                    yield say.say("erased");
                }
                if (opens != null && opens.isAfter(now.day())) {
                    yield say.say("opens", say.day(opens));
                }
                yield course.canBeJoined(now.day())
                        ? say.say("open", say.day(course.lastDayToJoin()))
                        : say.say("closed");
            }
        };
    }

    private Component deeds(Roll now) {
        var add = new Button(say.say("add"), click -> new AddFamilyDialog(say, now, this::add).open());
        add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var write = new Button(
                say.say("write"),
                click -> (desk.writes() ? new WriteDialog(say, this::write) : new WriteDialog(say, roll())).open());
        write.setEnabled(!now.seated().isEmpty() || !now.line().isEmpty());
        var deeds = new Div(add, write, print(now.course()));
        if (now.closed()) {
            deeds.add(new Button(say.say("reopen"), click -> reopen()));
        } else if (now.course().state() == Course.State.PUBLISHED
                && !now.day().isAfter(now.course().lastDayToJoin())) {
            deeds.add(new Button(say.say("close"), click -> closeSignUp()));
        }
        deeds.addClassName("deeds");
        return deeds;
    }

    private Component print(Course course) {
        Locale language = getLocale();
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] pdf = paper.of(course, language, me);
                    return new DownloadResponse(
                            new ByteArrayInputStream(pdf), RollPaper.fileName(course), "application/pdf", pdf.length);
                }),
                say.say("print"));
        link.addClassName("download");
        return link;
    }

    private Desk.Result add(Family family, Seat seat) {
        Deed deed = desk.add(course(), family, seat, me);
        if (deed.result().done()) {
            boolean line = deed.result() == Desk.Result.IN_LINE;
            done(deed, say.say(line ? "add.done.line" : "add.done", family.name()));
        }
        return deed.result();
    }

    private Desk.Sent write(String text, boolean line) {
        return desk.write(course(), text, line, me);
    }

    private void closeSignUp() {
        Course before = course();
        desk.close(before, me);
        Notice.say(say.say("close.done"), () -> {
            desk.reopen(before, before.opens(), before.closes(), me);
            lookAgain();
        });
        lookAgain();
    }

    private void reopen() {
        Course before = course();
        LocalDate opens = before.opens();
        boolean both = opens != null && opens.equals(before.closes());
        desk.reopen(before, both ? null : opens, null, me);
        Notice.say(say.say("reopen.done"), () -> {
            desk.reopen(before, before.opens(), before.closes(), me);
            lookAgain();
        });
        lookAgain();
    }

    @Override
    public void give(UUID id) {
        Deed deed = desk.give(course(), id, Seat.FREE, me);
        if (deed.result() == Desk.Result.FULL) {
            askForExtra(id);
        } else {
            done(deed, say.say("given", name(id)));
        }
    }

    private void askForExtra(UUID id) {
        Seats seats = roll().seats();
        var ask = new ConfirmDialog();
        ask.setHeader(say.say("full"));
        ask.setText(say.say("full.text", name(id), seats.taken() + 1, seats.of() == null ? 0 : seats.of()));
        ask.setCancelable(true);
        ask.setCancelText(say.say("cancel-dialog"));
        ask.setConfirmText(say.say("full.extra"));
        ask.addConfirmListener(confirm -> done(desk.give(course(), id, Seat.EXTRA, me), say.say("given", name(id))));
        ask.open();
    }

    @Override
    public void back(UUID id) {
        Deed deed = desk.back(course(), id, me);
        if (deed.result() == Desk.Result.POINTLESS) {
            Notice.warn(say.say("back.pointless", name(id)));
        } else {
            done(deed, say.say("back.done", name(id)));
        }
    }

    @Override
    public void move(UUID id, boolean up) {
        if (!desk.move(course(), id, up, me).result().done()) {
            Notice.say(say.say("gone"));
        }
        lookAgain();
    }

    @Override
    public void cancel(UUID id) {
        done(desk.cancel(course(), id, me), say.say("cancel.done", name(id)));
    }

    @Override
    public void asked(UUID id) {
        desk.asked(course(), id, me);
        lookAgain();
    }

    @Override
    public void mark(UUID id, LocalDate meeting, boolean present) {
        if (!desk.mark(course(), id, meeting, present, me).result().done()) {
            Notice.say(say.say("gone"));
        }
        lookAgain();
    }

    private void done(Deed deed, String said) {
        if (deed.result().done()) {
            Notice.say(said, () -> undo(deed));
        } else {
            Notice.say(say.say("gone"));
        }
        lookAgain();
    }

    private void undo(Deed deed) {
        if (!desk.undo(course(), deed.undo(), me)) {
            Notice.warn(say.say("undo.late"));
        }
        lookAgain();
    }

    private String name(UUID id) {
        return say.name(roll().row(id).orElse(null));
    }

    private Roll roll() {
        if (roll == null) {
            throw new IllegalStateException("There is no list to do something to");
        }
        return roll;
    }

    private Course course() {
        return roll().course();
    }

    @Override
    public String getPageTitle() {
        String title = roll == null ? say.say("missing") : say.say("title", say.name(course()));
        return title + " – " + getTranslation("shell.name");
    }

    /** What the top of the page is made of: it stays, with its focus, as long as this does. */
    private record Head(Course course, Seats seats, LocalDate day, boolean erased) {
        static Head of(Roll roll) {
            return new Head(roll.course(), roll.seats(), roll.day(), roll.erased());
        }
    }

    /** Another centre's course, or none at all: which of them, nobody is told. */
    private class Missing extends Div {
        Missing() {
            addClassNames("card", "form");
            add(
                    new H1(say.say("missing")),
                    new Paragraph(say.say("missing.text")),
                    new Anchor("office/courses", say.say("missing.way")));
        }
    }
}
