package se.tambur.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.PlanHistory;
import se.tambur.centre.PlanMoved;
import se.tambur.centre.PlanRefused;
import se.tambur.planning.TabletPart.Shown;
import se.tambur.shared.OfficeShell.Notice;

/**
 * A page that changes one side of the plan and saves it whole, as a new version from a day; beside it the tablet as it
 * will be. Leaving with anything unsaved is asked about.
 */
abstract class PlanForm extends Main implements BeforeLeaveObserver, HasDynamicTitle {

    final transient PlanDesk desk;
    final transient PlanWords say;
    final CentreId centre;

    private final transient Centres centres;
    private final String title;
    private final String deed;
    private final String me;
    private final Div fields = new Div();
    private final DatePicker from;
    private final Paragraph flaw = new Paragraph();
    private final TabletPart tablet;
    private transient PlanHistory seen;
    private transient Plan before;

    /** What stands half written is no part of a plan, and is not to be lost either. */
    private transient List<Object> typed = List.of();

    private boolean saved;

    /**
     * @param key begins the page's words: {@code .title}, {@code .what}, {@code .save}
     * @param deed for the log
     */
    PlanForm(PlanDesk desk, String key, String deed) {
        this.desk = desk;
        this.centres = desk.centres();
        this.say = new PlanWords(desk.words(), getLocale());
        this.centre = desk.current().id();
        this.me = desk.somebody().getPrincipalName().orElse("");
        this.title = say.word(key + ".title");
        this.deed = deed;
        this.seen = centres.history(centre);
        this.before = plan();
        addClassNames("plan", "plan-form");
        from = new PlanFields(say).day(say.word("plan.file.from"));
        from.setValue(today());
        from.setMin(today());
        from.setHelperText(say.word("plan.form.from.help"));
        from.addValueChangeListener(change -> changed());
        tablet = new TabletPart(desk, say, day -> new Shown(seen.planOn(day), ""));
        fields.addClassName("fields");
        var beside = new Div(new Div(fields, foot(say.word(key + ".save"))), tablet);
        beside.addClassName("beside");
        add(new PlanTabs(say, getClass()), new Header(new H1(title), new Paragraph(say.word(key + ".what"))), beside);
    }

    private Component foot(String words) {
        flaw.addClassName("flaw");
        flaw.getElement().setAttribute("role", "alert");
        var save = new Button(words, click -> save());
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var foot = new Div(from, save, flaw);
        foot.addClassNames("card", "deeds", "save");
        coming().ifPresent(first -> {
            var later = new Paragraph(say.word(
                    "plan.form.coming", String.valueOf(seen.versionOn(first).number()), say.day(first)));
            later.addClassNames("muted", "coming-version");
            foot.add(later);
        });
        return foot;
    }

    /** The coming day on which a version made earlier takes over, whatever is saved here. */
    private Optional<LocalDate> coming() {
        return seen.versions().stream()
                .flatMap(version -> Stream.ofNullable(version.from()))
                .filter(first -> first.isAfter(today()))
                .min(Comparator.naturalOrder());
    }

    /** Puts what is to be filled in on the page; afterwards every change of it is to be told by {@link #changed}. */
    final void open(Component... parts) {
        fields.add(parts);
        before = draft(plan());
        typed = Typed.in(fields);
    }

    /** What stands typed on the page, put into a plan; never fails, whatever is typed. */
    abstract Plan draft(Plan plan);

    /** Marks what is wrong where it stands, and says whether nothing is. */
    abstract boolean isSound(Plan plan);

    /** Marks at its field what only the whole could know; false when it has none here. */
    boolean object(PlanRefused.Flaw refused) {
        return false;
    }

    final void changed() {
        LocalDate first = from.getValue() == null ? today() : from.getValue();
        Plan typed = draft(seen.planOn(first));
        tablet.show(day -> shown(day, first, typed), first);
    }

    private Shown shown(LocalDate day, LocalDate first, Plan typed) {
        PlanHistory.Version saved = seen.versionOn(day);
        boolean later = saved.from() != null && saved.from().isAfter(first);
        return day.isBefore(first) || later
                ? new Shown(saved.plan(), say.word("plan.tablet.other", String.valueOf(saved.number())))
                : new Shown(typed, "");
    }

    /** The plan of today, as it was when last looked at. */
    final Plan plan() {
        return seen.planOn(today());
    }

    final PlanHistory history() {
        return seen;
    }

    final LocalDate today() {
        return centres.today(centre);
    }

    private void save() {
        flaw.setText("");
        LocalDate day = from.getValue();
        boolean sound = PlanFields.mark(from, day != null && !day.isBefore(today()), say.word("plan.file.from.flaw"));
        sound &= isSound(seen.planOn(day == null ? today() : day));
        if (sound && day != null) {
            take(day, draft(seen.planOn(day)));
        } else {
            refuse(say.word("plan.week.flawed"));
        }
    }

    private void take(LocalDate day, Plan plan) {
        PlanHistory.Version holding = seen.versionOn(day);
        if (plan.equals(holding.plan())) {
            done("plan.same-already", holding);
            return;
        }
        try {
            done("plan.saved", centres.adopt(plan, day, seen.newest().number(), deed, me));
        } catch (PlanMoved e) {
            // the next press saves what stands here: whoever presses has been told
            seen = centres.history(centre);
            flaw.setText(say.word(
                    "plan.form.moved",
                    seen.newest().author(),
                    String.valueOf(seen.newest().number())));
        } catch (PlanRefused e) {
            List<PlanRefused.Flaw> homeless =
                    e.flaws().stream().filter(each -> !object(each)).toList();
            refuse(say.word("plan.week.flawed"));
            homeless.forEach(this::say);
        }
    }

    private void done(String key, PlanHistory.Version version) {
        saved = true;
        getUI().ifPresent(ui -> ui.navigate(PlanView.class));
        Notice.say(say.word(key, String.valueOf(version.number())));
    }

    private void say(PlanRefused.Flaw refused) {
        var expected = new Span(" " + refused.field() + ": " + refused.expected());
        expected.getElement().setAttribute("lang", "en");
        flaw.add(expected);
    }

    /** Leads to the first field that is marked, also where it lies folded away. */
    private void refuse(String words) {
        flaw.setText(words);
        within(this)
                .filter(part -> part instanceof HasValidation field && field.isInvalid())
                .findFirst()
                .ifPresent(part -> {
                    around(part).filter(Details.class::isInstance).forEach(fold -> ((Details) fold).setOpened(true));
                    if (part instanceof Focusable<?> field) {
                        field.focus();
                    }
                });
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(PlanForm::within));
    }

    private static Stream<Component> around(Component component) {
        return Stream.iterate(
                component, PlanForm::isSomething, each -> each.getParent().orElse(null));
    }

    private static boolean isSomething(@Nullable Component component) {
        return component != null;
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent leaving) {
        if (saved || draft(plan()).equals(before) && Typed.in(fields).equals(typed)) {
            return;
        }
        Typed.guard(leaving, say);
    }

    @Override
    public String getPageTitle() {
        return title + " – " + say.word("shell.name");
    }
}
