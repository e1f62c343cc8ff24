package se.tambur.course;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.centre.Timetable;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;
import se.tambur.shared.Words;

/** The courses of a centre as a list, {@code ?show=past}, or as a month, {@code ?month=2027-01}. */
@Route("office/courses")
@Menu(title = "course.title", order = 20)
@RolesAllowed(Roles.STAFF)
@StyleSheet("context://courses.css")
class CoursesView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    static final String PATH = "office/courses";

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2199;

    private final transient Courses courses;
    private final transient Seating seating;
    private final transient Preview preview;
    private final transient LinkCheck links;
    private final transient Scans scans;
    private final transient Posters posters;
    private final transient Pictures pictures;
    private final transient Timetable house;
    private final transient Tongue tongue;
    private final transient Clock clock;
    private final CentreId centre;
    private final List<String> languages;
    private final String me;
    private final Div place = new Div();
    private Show show = Show.COMING;
    private @Nullable YearMonth month;

    CoursesView(
            Courses courses,
            Seating seating,
            Preview preview,
            LinkCheck links,
            Scans scans,
            Posters posters,
            Pictures pictures,
            Centres centres,
            CurrentCentre current,
            Words words,
            Clock clock,
            AuthenticationContext somebody) {
        this.courses = courses;
        this.seating = seating;
        this.preview = preview;
        this.links = links;
        this.scans = scans;
        this.posters = posters;
        this.pictures = pictures;
        this.clock = clock;
        this.centre = current.id();
        this.house = centres.timetable(centre);
        this.languages = centres.plan(centre).languages();
        this.tongue = new Tongue(
                words, getLocale().getLanguage(), centres.plan(centre).language());
        this.me = somebody.getPrincipalName().orElse("");
        addClassName("courses");
        var fresh = new Button(
                getTranslation("course.new"), click -> UI.getCurrent().navigate(PATH + "/new"));
        fresh.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var sheet = new Button(
                getTranslation("posteroffice.sheet"), click -> new PosterDialog(posters, centre, languages).open());
        sheet.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var head = new Div(new H1(getTranslation("course.title")), sheet, fresh);
        head.addClassName("head");
        add(head, place);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        QueryParameters asked = entering.getLocation().getQueryParameters();
        show = asked.getSingleParameter("show").flatMap(Show::of).orElse(Show.COMING);
        month = asked.getSingleParameter("month").flatMap(CoursesView::month).orElse(null);
        show();
    }

    private static Optional<YearMonth> month(String words) {
        try {
            YearMonth month = YearMonth.parse(words);
            return month.getYear() < FIRST_YEAR || month.getYear() > LAST_YEAR ? Optional.empty() : Optional.of(month);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void show() {
        List<Course> all = courses.of(centre);
        place.removeAll();
        place.add(choices(all));
        YearMonth shown = month;
        place.add(
                all.isEmpty()
                        ? welcome()
                        : shown == null ? list(all) : new CourseMonth(shown, all, house, tongue, today()));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), house.zone());
    }

    private Component choices(List<Course> all) {
        var row = new Div();
        row.addClassName("choices");
        row.getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("course.show"));
        for (Show each : Show.values()) {
            long number =
                    all.stream().filter(course -> each.holds(course, today())).count();
            row.add(choice(
                    getTranslation("course.show." + each.word(), number),
                    month == null && show == each,
                    QueryParameters.of("show", each.word())));
        }
        row.add(choice(
                getTranslation("course.show.month"),
                month != null,
                QueryParameters.of("month", YearMonth.from(today()).toString())));
        return row;
    }

    private static Button choice(String words, boolean chosen, QueryParameters there) {
        var button = new Button(words, click -> UI.getCurrent().navigate(CoursesView.class, there));
        button.getElement().setAttribute("aria-pressed", String.valueOf(chosen));
        return button;
    }

    /** What a house without courses is told. */
    private Component welcome() {
        var card = new Div(new H2(getTranslation("course.none.title")));
        card.addClassNames("card", "form");
        Stream.of("course.none.what", "course.none.how", "course.none.then")
                .map(key -> new Paragraph(getTranslation(key)))
                .forEach(card::add);
        return card;
    }

    private Component list(List<Course> all) {
        List<Course> shown = all.stream()
                .filter(course -> show.holds(course, today()))
                .sorted(show.order())
                .toList();
        var card = new Div();
        card.addClassName("card");
        if (shown.isEmpty()) {
            card.add(new Paragraph(getTranslation("course.none." + show.word())));
            return card;
        }
        Map<String, Seats> seats = seating.seats(centre);
        Map<String, List<LinkCheck.Silence>> silent = links.flaws(centre);
        Map<String, Integer> opened = scans.of(centre, today().minusYears(1), today());
        var list = new UnorderedList();
        list.addClassName("lines");
        shown.forEach(course -> list.add(line(
                course,
                Optional.ofNullable(seats.get(course.id())),
                opened.getOrDefault(course.id(), 0),
                silent.getOrDefault(course.id(), List.of()))));
        card.add(list);
        return card;
    }

    private ListItem line(Course course, Optional<Seats> found, int opened, List<LinkCheck.Silence> silent) {
        Seats seats = found.orElseGet(() -> seating.seats(course));
        String name = tongue.said(course.name()).words();
        var picture = pictures.svg(course.picture()).map(Svg::new).orElseGet(Svg::new);
        picture.addClassName("picture");
        picture.getElement().setAttribute("aria-hidden", "true");
        String state = state(course, seats, today());
        var word = new Span(getTranslation("course.state." + state));
        word.addClassNames("state", state);
        var title = new Div(strong(name), word);
        title.addClassName("title");
        var what = new Div(title, new Paragraph(tongue.facts(course.meetings())));
        what.addClassName("what");
        what.add(muted(seats(course, seats) + " · " + getTranslation("course.opened", opened)));
        what.add(muted(courses.address(course).replaceFirst("^https?://", "")));
        List<String> own = LinkCheck.links(course);
        silent.stream().filter(flaw -> own.contains(flaw.address())).forEach(flaw -> {
            var said = new Paragraph(said(flaw));
            said.addClassName("flaw");
            what.add(said);
        });
        return new ListItem(picture, what, deeds(course, name));
    }

    private String said(LinkCheck.Silence flaw) {
        return getTranslation(
                "course.link." + flaw.flaw().stored(), tongue.date(LocalDate.ofInstant(flaw.since(), house.zone())));
    }

    private static Span strong(String words) {
        var span = new Span(words);
        span.addClassName("strong");
        return span;
    }

    private static Paragraph muted(String words) {
        var line = new Paragraph(words);
        line.addClassName("muted");
        return line;
    }

    /** The state in one word: what staff decided, or what follows from its days and seats. */
    static String state(Course course, Seats seats, LocalDate today) {
        return switch (course.state()) {
            case CANCELLED -> "cancelled";
            case DRAFT -> "draft";
            case PUBLISHED -> today.isAfter(course.ends()) ? "over" : seats.full() ? "full" : "published";
        };
    }

    private String seats(Course course, Seats seats) {
        return switch (course.signUp()) {
            case Course.SignUpWay.Here() -> {
                Integer of = seats.of();
                String taken = of == null
                        ? getTranslation("course.seats.taken", seats.taken())
                        : getTranslation("course.seats.of", seats.taken(), of);
                yield seats.waiting() == 0
                        ? taken
                        : taken + " · " + getTranslation("course.seats.waiting", seats.waiting());
            }
            case Course.SignUpWay.Link(String address) -> getTranslation("course.seats.link");
            case Course.SignUpWay.Call() -> getTranslation("course.seats.call");
            case Course.SignUpWay.DropIn() -> getTranslation("course.seats.drop-in");
        };
    }

    private Component deeds(Course course, String name) {
        var edit = new Anchor(PATH + "/" + course.id(), getTranslation("course.edit"));
        edit.getElement().setAttribute("aria-label", getTranslation("course.edit.name", name));
        var deeds = new Div(edit);
        deeds.addClassName("deeds");
        if (course.state() == Course.State.DRAFT) {
            deeds.add(preview(course, name));
        }
        if (course.signUp() instanceof Course.SignUpWay.Here) {
            var list = new Anchor(PATH + "/" + course.id() + "/sign-ups", getTranslation("course.sign-ups"));
            list.getElement().setAttribute("aria-label", getTranslation("course.sign-ups.name", name));
            deeds.add(list);
        }
        var bar = new MenuBar();
        bar.addThemeVariants(MenuBarVariant.LUMO_TERTIARY);
        MenuItem more = bar.addItem(getTranslation("course.more"));
        more.setAriaLabel(getTranslation("course.more.name", name));
        more(course, name, more.getSubMenu());
        deeds.add(bar);
        return deeds;
    }

    /** Drawn within this log-in alone: a draft has no address that anybody else could open. */
    private Anchor preview(Course course, String name) {
        var link = new Anchor(
                event -> {
                    event.getResponse().setHeader("Cache-Control", "no-store");
                    event.getResponse().setHeader("X-Robots-Tag", "noindex, nofollow");
                    event.setContentType("text/html;charset=utf-8");
                    event.getOutputStream()
                            .write(preview.of(courses.fresh(course), (HttpServletRequest) event.getRequest())
                                    .getBytes(StandardCharsets.UTF_8));
                },
                AttachmentType.INLINE,
                getTranslation("course.preview"));
        link.setTarget(AnchorTarget.BLANK);
        link.getElement().setAttribute("aria-label", getTranslation("course.preview.name", name));
        return link;
    }

    /** Everything else that can be done with a course. */
    private void more(Course course, String name, SubMenu menu) {
        if (course.state() != Course.State.DRAFT && !today().isAfter(course.ends())) {
            menu.addItem(
                    getTranslation("course.look"),
                    click -> UI.getCurrent().getPage().open("/k/" + course.code(), "_blank"));
        }
        menu.addItem(getTranslation("course.poster"), click -> new PosterDialog(posters, course, languages).open());
        menu.addItem(getTranslation("course.copy"), click -> copy(course, name));
        switch (course.state()) {
            case DRAFT -> deed(menu, "publish", course, name, Course.State.PUBLISHED);
            case PUBLISHED -> {
                deed(menu, "hide", course, name, Course.State.DRAFT);
                if (!today().isAfter(course.ends())) {
                    deed(menu, "cancel", course, name, Course.State.CANCELLED);
                }
            }
            case CANCELLED -> deed(menu, "restore", course, name, Course.State.PUBLISHED);
        }
    }

    private void deed(SubMenu menu, String deed, Course course, String name, Course.State after) {
        menu.addItem(getTranslation("course." + deed), click -> {
            courses.become(centre, course.id(), after, me);
            Notice.say(getTranslation("course." + deed + ".done", name), () -> {
                courses.become(centre, course.id(), course.state(), me);
                show();
            });
            show();
        });
    }

    private void copy(Course course, String name) {
        LocalDate first = NextTerm.first(course.starts(), today());
        String id = courses.newId(centre, course.name().in(tongue.language(), tongue.language()), first);
        Course again = courses.save(NextTerm.of(course, id, today(), house), me);
        UI.getCurrent().navigate(PATH + "/" + again.id());
        Notice.say(getTranslation("course.copy.done", name, tongue.date(again.starts())));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("course.title") + " – " + getTranslation("shell.name");
    }

    /** Which courses are listed. */
    private enum Show {
        COMING,
        DRAFT,
        PAST;

        static Optional<Show> of(String word) {
            return Stream.of(values()).filter(show -> show.word().equals(word)).findFirst();
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        boolean holds(Course course, LocalDate today) {
            boolean over = today.isAfter(course.ends());
            return switch (this) {
                case DRAFT -> course.state() == Course.State.DRAFT;
                case COMING -> course.state() != Course.State.DRAFT && !over;
                case PAST -> course.state() != Course.State.DRAFT && over;
            };
        }

        /** What is nearest to today comes first. */
        Comparator<Course> order() {
            Comparator<Course> order = Comparator.comparing(Course::starts);
            return (this == PAST ? order.reversed() : order).thenComparing(Course::id);
        }
    }
}
