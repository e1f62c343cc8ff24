package se.tambur.planning;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.centre.FirstPlans;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Closure;
import se.tambur.centre.Plan.ExtraDay;
import se.tambur.centre.Plan.Opening;
import se.tambur.centre.Plan.Slot;
import se.tambur.centre.Session;
import se.tambur.centre.Text;
import se.tambur.centre.Timetable;
import se.tambur.course.PicturePicker;

/** The timetables of three real houses, each made in the office alone by somebody who reads it from a paper. */
@DatabaseTest
@ViewPackages(packages = "se.tambur")
@WithMockUser(
        username = "Maja",
        roles = {"STAFF", "MANAGER"})
class ThreeHousesTest extends SpringBrowserlessTest {

    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
    private static final LocalDate LAST = LocalDate.parse("2027-12-31");

    @Autowired
    private Centres centres;

    @Autowired
    private FirstPlans firstPlans;

    @Autowired
    private TestClock clock;

    @Autowired
    private ObjectProvider<CurrentCentre> currentCentre;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void beforeTheFirstDayOfTheTimetables() {
        clock.set(FIRST + "T08:00");
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"centres/lekladan", "examples/tisdag-fredag", "examples/manga-aldrar"})
    void itIsMadeFromAnEmptyHouseAndEveryDayOfThreeYearsIsRight(String name) throws Exception {
        String paper = Files.readString(Path.of("kiosk-config", name + ".yaml"));
        Plan wanted = read(paper);
        centre = new CentreId("house-" + UUID.randomUUID().toString().substring(0, 8));
        var unreached = new Plan.Contact(null, null, null);
        centres.found(firstPlans.empty().forHouse(centre, "Huset", wanted.languages(), 40, unreached), "Maja");
        currentCentre.getObject().choose(centre);

        ages(wanted);
        activities(wanted);
        week(wanted);
        days(wanted);

        Timetable made = centres.timetable(centre);
        Timetable expected = Timetable.of(wanted);
        int open = 0;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            assertThat(told(made, day)).as(day.toString()).isEqualTo(told(expected, day));
            open += made.sessions(day).size();
        }
        assertThat(open).as("sessions in three years").isGreaterThan(300);
        assertThat(centres.history(centre).versions())
                .hasSizeGreaterThan(2)
                .last()
                .satisfies(version -> assertThat(version.author()).isEqualTo("Maja"));
    }

    private Plan read(String paper) {
        CentreId other = new CentreId("paper-" + UUID.randomUUID().toString().substring(0, 8));
        String yaml = paper.replaceFirst("(?m)^  id: .*$", "  id: " + other);
        centres.adopt("paper.yaml", yaml, null, "system");
        return centres.plan(other);
    }

    /** Everything a visitor could see of a day; ids are the house's own business. */
    private static String told(Timetable timetable, LocalDate day) {
        Plan plan = timetable.planOn(day);
        return timetable.sessions(day).stream()
                        .map(session -> session.opens() + "-" + session.closes() + " "
                                + session.name().byLanguage() + held(session, plan))
                        .collect(Collectors.joining("; "))
                + timetable
                        .closure(day)
                        .map(why -> " closed: " + why.byLanguage())
                        .orElse("");
    }

    private static String held(Session session, Plan plan) {
        return session.activities().stream()
                .map(held -> " " + held.from() + "-" + held.to() + " " + said(held.activity(), plan))
                .collect(Collectors.joining(","));
    }

    private static String said(Plan.Activity activity, Plan plan) {
        return String.join(
                " ",
                activity.name().byLanguage().toString(),
                activity.note().byLanguage().toString(),
                activity.picture(),
                activity.level().toString(),
                activity.host(),
                activity.stay().toString(),
                String.valueOf(activity.kiosk()),
                activity.ages().stream()
                        .map(age -> plan.age(age).orElseThrow().name().byLanguage() + " "
                                + plan.age(age).orElseThrow().span().byLanguage() + " "
                                + plan.age(age).orElseThrow().picture())
                        .toList()
                        .toString());
    }

    private void ages(Plan wanted) {
        navigate(AgesView.class);
        for (int i = 0; i < wanted.ages().size(); i++) {
            Plan.Age age = wanted.ages().get(i);
            if ($(AgeRow.class).all().size() <= i) {
                press("Lägg till åldersgrupp");
            }
            AgeRow row = $(AgeRow.class).all().get(i);
            write(row, "Namn", age.name());
            write(row, "Förtydligande", age.span());
            picture(row, age.picture());
        }
        press("Spara åldrarna");
    }

    @SuppressWarnings("unchecked")
    private void activities(Plan wanted) {
        navigate(ActivitiesView.class);
        for (int i = 0; i < wanted.activities().size(); i++) {
            Plan.Activity activity = wanted.activities().get(i);
            if ($(ActivityRow.class).all().size() <= i) {
                press("Lägg till aktivitet");
            }
            ActivityRow row = $(ActivityRow.class).all().get(i);
            write(row, "Namn", activity.name());
            write(row, "Rad under namnet", activity.note());
            picture(row, activity.picture());
            in(row, RadioButtonGroup.class, any -> true).setValue(activity.level());
            in(row, Checkbox.class, tick -> "Visas på surfplattan".equals(tick.getLabel()))
                    .setValue(activity.kiosk());
            ((Select<String>) in(row, Select.class, select -> "Vem håller i den?".equals(select.getLabel())))
                    .setValue(activity.host());
            in(row, IntegerField.class, any -> true)
                    .setValue((int) activity.stay().toMinutes());
            Set<String> whom = activity.ages().stream()
                    .map(age -> wanted.age(age).orElseThrow().name().in("sv", "sv"))
                    .collect(Collectors.toSet());
            CheckboxGroup<Plan.Age> ages = in(row, CheckboxGroup.class, any -> true);
            ages.setValue(ages.getListDataView()
                    .getItems()
                    .filter(age -> whom.contains(age.name().in("sv", "sv")))
                    .collect(Collectors.toSet()));
        }
        press("Spara aktiviteterna");
    }

    private void week(Plan wanted) {
        navigate(WeekView.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Opening> openings = wanted.week().getOrDefault(day, List.of());
            Component part = $(WeekDayPart.class).all().get(day.ordinal());
            openings.forEach(opening -> {
                press(part, "Lägg till pass");
                fill(all(part, SessionPart.class).getLast(), opening, wanted);
            });
        }
        press("Spara veckan");
    }

    private void fill(SessionPart session, Opening opening, Plan wanted) {
        times(session, "Öppnar").setValue(opening.opens());
        times(session, "Stänger").setValue(opening.closes());
        write(session, "Passets namn", opening.name());
        for (int i = 0; i < opening.activities().size(); i++) {
            if (all(session, SlotRow.class).size() <= i) {
                press(session, "Lägg till aktivitet");
            }
            fill(all(session, SlotRow.class).get(i), opening.activities().get(i), wanted);
        }
    }

    @SuppressWarnings("unchecked")
    private void fill(SlotRow row, Slot slot, Plan wanted) {
        String name = wanted.activity(slot.activity()).orElseThrow().name().in("sv", "sv");
        Select<Plan.Activity> activity = in(row, Select.class, select -> "Aktivitet".equals(select.getLabel()));
        activity.setValue(activity.getListDataView()
                .getItems()
                .filter(each -> each.name().in("sv", "sv").equals(name))
                .findFirst()
                .orElseThrow());
        times(row, "Börjar").setValue(slot.from());
        times(row, "Slutar").setValue(slot.to());
        ((Select<Plan.Weeks>) in(row, Select.class, select -> "Veckor".equals(select.getLabel())))
                .setValue(slot.weeks());
    }

    private void days(Plan wanted) {
        navigate(DaysView.class);
        for (Closure closure : wanted.closed()) {
            switch (closure) {
                case Closure.PublicHolidays holidays ->
                    assertThat(in(
                                            (Component) getCurrentView(),
                                            Checkbox.class,
                                            tick -> tick.getLabel().equals("Röda dagar är stängda"))
                                    .getValue())
                            .isTrue();
                case Closure.Period period -> {
                    press("Stäng en dag eller en period");
                    Dialog dialog = $(ClosureDialog.class).single();
                    day(dialog, "Från och med").setValue(period.from());
                    day(dialog, "Till och med").setValue(period.to());
                    write(dialog, "Anledning", period.why());
                    press("Klar");
                }
            }
        }
        YearMonth shown = YearMonth.from(FIRST);
        for (ExtraDay extra : wanted.extra()) {
            for (long i = ChronoUnit.MONTHS.between(shown, YearMonth.from(extra.date())); i > 0; i--) {
                press("Nästa månad");
            }
            shown = YearMonth.from(extra.date());
            extra(extra, wanted);
        }
        press("Spara dagarna");
    }

    private void extra(ExtraDay extra, Plan wanted) {
        DayCell cell = $(DayCell.class).all().stream()
                .filter(each -> extra.date().toString().equals(each.getElement().getAttribute("data-day")))
                .findFirst()
                .orElseThrow();
        test(all(cell, NativeButton.class).getFirst()).click();
        Dialog dialog = $(DayDialog.class).single();
        test(in(dialog, RadioButtonGroup.class, any -> true)).selectItem("öppen med egna tider");
        write(dialog, "Vad dagen heter", extra.name());
        while (!all(dialog, SessionPart.class).isEmpty()) {
            press(dialog, "Ta bort passet");
        }
        extra.openings().forEach(opening -> {
            press(dialog, "Lägg till pass");
            fill(all(dialog, SessionPart.class).getLast(), opening, wanted);
        });
        press("Klar");
    }

    private void picture(Component row, String picture) {
        test(all(row, PictureButton.class).getFirst()).click();
        $(PicturePicker.class).single().setValue(picture);
        press("Klar");
    }

    private static void write(Component root, String label, Text words) {
        all(root, TextField.class).stream()
                .filter(field ->
                        label.equals(field.getLabel()) || field.getLabel().startsWith(label + " på "))
                .forEach(field -> field.setValue(
                        words.byLanguage().getOrDefault(field.getElement().getAttribute("data-language"), "")));
    }

    private static TimePicker times(Component root, String label) {
        return in(root, TimePicker.class, picker -> label.equals(picker.getLabel()));
    }

    private static DatePicker day(Component root, String label) {
        return in(root, DatePicker.class, picker -> label.equals(picker.getLabel()));
    }

    private void press(String name) {
        test($(Button.class).all().stream()
                        .filter(button -> isCalled(button, name))
                        .reduce((first, second) -> second)
                        .orElseThrow())
                .click();
    }

    private void press(Component root, String name) {
        test(all(root, Button.class).stream()
                        .filter(button -> isCalled(button, name))
                        .findFirst()
                        .orElseThrow())
                .click();
    }

    private static boolean isCalled(Button button, String name) {
        return button.getText().equals(name)
                || name.equals(button.getAriaLabel().orElse(""));
    }

    private static <C extends Component> C in(Component root, Class<C> type, Predicate<C> which) {
        return all(root, type).stream().filter(which).findFirst().orElseThrow();
    }

    private static <C extends Component> List<C> all(Component root, Class<C> type) {
        return within(root).filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(ThreeHousesTest::within));
    }
}
