package se.tambur.course;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.centre.Plan;
import se.tambur.centre.PlanRefused;
import se.tambur.centre.Text;
import se.tambur.centre.Timetable;
import se.tambur.shared.OfficeShell.DayPicker;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;
import se.tambur.shared.Words;

/** Everything about one course, or about a new one at {@code office/courses/new}. */
@Route("office/courses/:course")
@RolesAllowed(Roles.STAFF)
@StyleSheet("context://courses.css")
class CourseFormView extends Main implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final String NEW = "new";
    private static final int LONGEST_PLACE = 100;
    private static final int LONGEST_ADDRESS = 1000;

    private final transient Courses courses;
    private final transient Seating seating;
    private final transient LinkCheck links;
    private final transient Pictures pictures;
    private final transient Centres centres;
    private final transient Timetable house;
    private final transient Plan plan;
    private final transient Tongue tongue;
    private final transient Clock clock;
    private final CentreId centre;
    private final String me;
    private transient @Nullable Form form;
    private String title = "";

    CourseFormView(
            Courses courses,
            Seating seating,
            LinkCheck links,
            Pictures pictures,
            Centres centres,
            CurrentCentre current,
            Words words,
            Clock clock,
            AuthenticationContext somebody) {
        this.courses = courses;
        this.seating = seating;
        this.links = links;
        this.pictures = pictures;
        this.centres = centres;
        this.centre = current.id();
        this.house = centres.timetable(centre);
        this.plan = centres.plan(centre);
        this.tongue = new Tongue(words, getLocale().getLanguage(), plan.language());
        this.clock = clock;
        this.me = somebody.getPrincipalName().orElse("");
        addClassNames("courses", "course-form");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        String id = entering.getRouteParameters().get("course").orElse(NEW);
        Optional<Course> known = courses.find(centre, id);
        if (known.isEmpty() && !id.equals(NEW)) {
            Notice.say(getTranslation("course.missing"));
            entering.forwardTo(CoursesView.class);
            return;
        }
        Course course = known.orElseGet(this::blank);
        title = known.isEmpty()
                ? getTranslation("course.new")
                : tongue.said(course.name()).words();
        Form shown = new Form(course, known.isEmpty());
        form = shown;
        removeAll();
        add(shown);
    }

    /** What is likeliest for a new one. */
    private Course blank() {
        return new Course(
                "",
                centre,
                "",
                Course.State.DRAFT,
                Text.NONE,
                Text.NONE,
                Text.NONE,
                "family",
                Set.of(),
                false,
                "preschool",
                Plan.Level.UNIVERSAL,
                null,
                null,
                List.of(),
                null,
                true,
                null,
                null,
                new Course.SignUpWay.Here());
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        Form left = form;
        if (left == null || !left.isChanged()) {
            return;
        }
        BeforeLeaveEvent.ContinueNavigationAction go = leaving.postpone();
        var ask = new ConfirmDialog();
        ask.setHeader(getTranslation("course.leave"));
        ask.setText(getTranslation("course.leave.what"));
        ask.setConfirmText(getTranslation("course.leave.stay"));
        ask.setRejectable(true);
        ask.setRejectText(getTranslation("course.leave.go"));
        ask.addRejectListener(rejected -> go.proceed());
        ask.addConfirmListener(confirmed -> go.cancel());
        ask.open();
    }

    @Override
    public String getPageTitle() {
        return title + " – " + getTranslation("shell.name");
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(CourseFormView::within));
    }

    /** How to get a place, as it is chosen. */
    enum Way {
        HERE,
        LINK,
        CALL,
        DROP_IN;

        static Way of(Course.SignUpWay way) {
            return switch (way) {
                case Course.SignUpWay.Here() -> HERE;
                case Course.SignUpWay.Link(String address) -> LINK;
                case Course.SignUpWay.Call() -> CALL;
                case Course.SignUpWay.DropIn() -> DROP_IN;
            };
        }

        Course.SignUpWay to(String address) {
            return switch (this) {
                case HERE -> new Course.SignUpWay.Here();
                case LINK -> new Course.SignUpWay.Link(address);
                case CALL -> new Course.SignUpWay.Call();
                case DROP_IN -> new Course.SignUpWay.DropIn();
            };
        }
    }

    /** The fields of one course. */
    private class Form extends Div {

        private final transient Course course;
        private final boolean fresh;
        private final WordsPart words;
        private final PicturePicker picture;
        private final MeetingsPart meetings;
        private final CheckboxGroup<Plan.Age> ages = new CheckboxGroup<>();
        private final Checkbox expecting = new Checkbox(getTranslation("course.expecting"));
        private final Select<String> host = new Select<>();
        private final RadioButtonGroup<Plan.Level> level = new RadioButtonGroup<>();
        private final TextField place = new TextField(getTranslation("course.place"));
        private final TextField web = new TextField(getTranslation("course.web"));
        private final RadioButtonGroup<Way> way = new RadioButtonGroup<>();
        private final TextField link = new TextField(getTranslation("course.link"));
        private final IntegerField seats = new IntegerField(getTranslation("course.seats"));
        private final Checkbox waitingList = new Checkbox(getTranslation("course.waiting-list"));
        private final DayPicker opens = new DayPicker(getTranslation("course.opens"));
        private final DayPicker closes = new DayPicker(getTranslation("course.closes"));
        private final Span objection = new Span(getTranslation("course.flawed"));
        private List<Object> before = List.of();

        Form(Course course, boolean fresh) {
            this.course = course;
            this.fresh = fresh;
            this.words = new WordsPart(plan.languages(), course);
            this.picture = new PicturePicker(pictures, course.picture());
            this.meetings = new MeetingsPart(course.meetings(), house, tongue);
            fill();
            add(
                    head(),
                    card("course.part.what", words, picture),
                    card("course.part.whom", ages, expecting, host, level),
                    card("course.part.when", meetings),
                    card("course.part.where", row(place, web)),
                    card("course.part.places", way, link, row(seats, opens, closes), waitingList),
                    foot());
            tellLinks();
            before = typed();
        }

        private Component head() {
            var back = new Anchor(CoursesView.PATH, getTranslation("course.back"));
            var head = new Div(new Div(back, new H1(title)));
            head.addClassName("head");
            if (!fresh) {
                var state = new Span(
                        getTranslation("course.state." + CoursesView.state(course, seating.seats(course), today())));
                state.addClassNames("state", CoursesView.state(course, seating.seats(course), today()));
                head.add(state);
            }
            return head;
        }

        private LocalDate today() {
            return LocalDate.ofInstant(clock.instant(), house.zone());
        }

        private Component card(String title, Component... parts) {
            var card = new Section(new H2(getTranslation(title)));
            card.addClassNames("card", "form");
            card.add(parts);
            return card;
        }

        private static Component row(Component... fields) {
            var row = new Div(fields);
            row.addClassName("row");
            return row;
        }

        private void fill() {
            ages.setLabel(getTranslation("course.ages"));
            ages.setItems(centres.ages(centre).stream()
                    .filter(age ->
                            plan.age(age.id()).isPresent() || course.ages().contains(age.id()))
                    .toList());
            ages.setItemLabelGenerator(age -> tongue.said(age.name()).words());
            ages.setHelperText(getTranslation("course.ages.help"));
            ages.setValue(centres.ages(centre).stream()
                    .filter(age -> course.ages().contains(age.id()))
                    .collect(Collectors.toCollection(LinkedHashSet::new)));
            expecting.setValue(course.expecting());
            host.setLabel(getTranslation("course.host"));
            host.setItems(Course.HOSTS);
            host.setItemLabelGenerator(each -> tongue.say("phone.host." + each));
            host.setValue(course.host());
            level.addClassName("stacked");
            level.setLabel(getTranslation("course.level"));
            level.setItems(Plan.Level.values());
            level.setItemLabelGenerator(
                    each -> getTranslation("course.level." + each.name().toLowerCase(Locale.ROOT)));
            level.setHelperText(getTranslation("course.level.help"));
            level.setValue(course.level());
            place.setMaxLength(LONGEST_PLACE);
            place.setPlaceholder(getTranslation("course.place.example"));
            place.setValue(Objects.requireNonNullElse(course.place(), ""));
            web.setHelperText(getTranslation("course.web.help"));
            web.setValue(Objects.requireNonNullElse(course.web(), ""));
            way.addClassName("stacked");
            way.setLabel(getTranslation("course.way"));
            way.setItems(Way.values());
            way.setItemLabelGenerator(
                    each -> getTranslation("course.way." + each.name().toLowerCase(Locale.ROOT)));
            way.setValue(Way.of(course.signUp()));
            way.addValueChangeListener(change -> suit());
            link.setHelperText(getTranslation("course.link.help"));
            if (course.signUp() instanceof Course.SignUpWay.Link(String address)) {
                link.setValue(address);
            }
            seats.setHelperText(getTranslation("course.seats.help"));
            seats.setMin(1);
            seats.setMax(Course.MOST_SEATS);
            seats.setStepButtonsVisible(true);
            seats.setI18n(new IntegerField.IntegerFieldI18n()
                    .setBadInputErrorMessage(getTranslation("course.flaw.seats", Course.MOST_SEATS))
                    .setMinErrorMessage(getTranslation("course.flaw.seats", Course.MOST_SEATS))
                    .setMaxErrorMessage(getTranslation("course.flaw.seats", Course.MOST_SEATS)));
            seats.setValue(course.seats());
            waitingList.setValue(course.waitingList());
            opens.setHelperText(getTranslation("course.opens.help"));
            opens.setClearButtonVisible(true);
            opens.setValue(course.opens());
            closes.setHelperText(getTranslation("course.closes.help"));
            closes.setClearButtonVisible(true);
            closes.setValue(course.closes());
            for (TextField field : List.of(place, web, link)) {
                field.setManualValidation(true);
                field.addClassName("wide");
                field.addValueChangeListener(change -> field.setInvalid(false));
            }
            // either will do
            web.addValueChangeListener(change -> place.setInvalid(false));
            web.setMaxLength(LONGEST_ADDRESS);
            link.setMaxLength(LONGEST_ADDRESS);
            suit();
        }

        /** Asks only what the chosen way needs. */
        private void suit() {
            Way chosen = way.getValue();
            link.setVisible(chosen == Way.LINK);
            waitingList.setVisible(chosen == Way.HERE);
            opens.setVisible(chosen != Way.DROP_IN);
            closes.setVisible(chosen != Way.DROP_IN);
        }

        private Component foot() {
            var foot = new Div();
            foot.addClassNames("foot-deeds", "deeds");
            objection.addClassName("objection");
            objection.setVisible(false);
            objection.getElement().setAttribute("role", "alert");
            foot.add(objection);
            var save = new Button(
                    getTranslation(course.state() == Course.State.DRAFT ? "course.save.draft" : "course.save"),
                    click -> save(false));
            if (course.state() == Course.State.DRAFT) {
                var publish = new Button(getTranslation("course.publish"), click -> save(true));
                publish.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                foot.add(publish, save);
            } else {
                save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
                foot.add(save);
            }
            if (!fresh && course.shown(today())) {
                var look = new Anchor("/k/" + course.code(), getTranslation("course.look"), AnchorTarget.BLANK);
                look.setRouterIgnore(true);
                foot.add(look);
            } else if (course.state() == Course.State.DRAFT) {
                var soon = new Span(getTranslation("course.look.soon"));
                soon.addClassName("muted");
                foot.add(soon);
            }
            return foot;
        }

        private void tellLinks() {
            if (fresh) {
                return;
            }
            links.flaws(course).forEach(silence -> {
                var said = getTranslation(
                        "course.link." + silence.flaw().stored(),
                        tongue.date(LocalDate.ofInstant(silence.since(), house.zone())));
                TextField field = silence.address().equals(course.web()) ? web : link;
                field.setHelperText(said);
                field.addClassName("flawed");
            });
        }

        private List<Object> typed() {
            return within(this)
                    .filter(HasValue.class::isInstance)
                    .map(field -> Optional.ofNullable(((HasValue<?, ?>) field).getValue()))
                    .map(Object.class::cast)
                    .toList();
        }

        boolean isChanged() {
            return !typed().equals(before);
        }

        private boolean mark(HasValidation field, boolean sound, String flaw, Object... params) {
            field.setErrorMessage(getTranslation("course.flaw." + flaw, params));
            field.setInvalid(!sound);
            return sound;
        }

        /** Says at every field what is wrong with it. */
        private boolean isSound() {
            boolean noDay = opens.isEmpty() && opens.isInvalid() || closes.isEmpty() && closes.isInvalid();
            boolean noSeats = seats.isInvalid();
            boolean sound = !noDay && !noSeats && meetings.isSound();
            sound &= mark(words.firstName(), words.name().byLanguage().containsKey(plan.language()), "name");
            sound &= mark(words.firstText(), !words.lacksFirst(words.text()), "first-language");
            sound &= mark(words.firstPractical(), !words.lacksFirst(words.practical()), "first-language");
            String address = web.getValue().strip();
            sound &= mark(web, address.isEmpty() || CourseYaml.isSafe(address), "address");
            sound &= mark(place, !address.isEmpty() || !place.getValue().isBlank(), "place");
            sound &= mark(
                    link,
                    way.getValue() != Way.LINK
                            || CourseYaml.isSafe(link.getValue().strip()),
                    "address");
            if (!noDay) {
                sound &= mark(closes, isInOrder(opens.getValue(), closes.getValue()), "closes");
            }
            return sound;
        }

        private boolean isInOrder(@Nullable LocalDate first, @Nullable LocalDate last) {
            return way.getValue() == Way.DROP_IN || first == null || last == null || !last.isBefore(first);
        }

        private void save(boolean publish) {
            if (!isSound()) {
                object();
                return;
            }
            Course saved;
            try {
                saved = courses.save(read(), me);
            } catch (PlanRefused refused) {
                refused.flaws().forEach(this::mark);
                object();
                return;
            }
            if (publish) {
                courses.become(centre, saved.id(), Course.State.PUBLISHED, me);
            }
            Course now = courses.fresh(saved);
            links.lookSoon(now);
            before = typed();
            UI.getCurrent()
                    .navigate(
                            CoursesView.class,
                            QueryParameters.of("show", now.state() == Course.State.DRAFT ? "draft" : "coming"));
            Notice.say(getTranslation(
                    publish
                            ? "course.publish.done"
                            : now.state() == Course.State.DRAFT ? "course.save.draft.done" : "course.save.done",
                    tongue.said(now.name()).words()));
        }

        /** The flaws stand at their fields; this leads there. */
        private void object() {
            objection.setVisible(true);
            within(this)
                    .filter(part -> part instanceof HasValidation field && field.isInvalid())
                    .findFirst()
                    .ifPresent(part -> {
                        if (part instanceof Focusable<?> field) {
                            field.focus();
                        }
                    });
        }

        /** What the house itself refuses, at the field it speaks of. */
        private void mark(PlanRefused.Flaw flaw) {
            String part = flaw.field().replaceFirst("^course\\.", "").replaceFirst("[.\\[].*", "");
            Map<String, HasValidation> fields = Map.of(
                    "name", words.firstName(),
                    "text", words.firstText(),
                    "practical", words.firstPractical(),
                    "picture", picture,
                    "ages", ages,
                    "place", place,
                    "web", web,
                    "seats", seats,
                    "closes", closes,
                    "sign-up", link);
            HasValidation field = fields.get(part);
            if (field != null) {
                mark(field, false, "refused");
            } else {
                Notice.warn(flaw.toString());
            }
        }

        private Course read() {
            Text name = words.name();
            List<Course.Meeting> times = meetings.meetings();
            boolean dropIn = way.getValue() == Way.DROP_IN;
            String id = fresh
                    ? courses.newId(
                            centre,
                            name.in(plan.language(), plan.language()),
                            times.getFirst().day())
                    : course.id();
            return new Course(
                    id,
                    centre,
                    "",
                    fresh ? Course.State.DRAFT : courses.fresh(course).state(),
                    name,
                    words.text(),
                    words.practical(),
                    picture.getValue(),
                    ages.getValue().stream().map(Plan.Age::id).collect(Collectors.toSet()),
                    expecting.getValue(),
                    host.getValue(),
                    level.getValue(),
                    written(place),
                    written(web),
                    times,
                    seats.getValue(),
                    waitingList.getValue(),
                    dropIn ? null : opens.getValue(),
                    dropIn ? null : closes.getValue(),
                    way.getValue().to(link.getValue().strip()));
        }

        private static @Nullable String written(TextField field) {
            String words = field.getValue().strip();
            return words.isEmpty() ? null : words;
        }
    }
}
