package se.tambur.planning;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.centre.DayChanges;
import se.tambur.centre.Plan;
import se.tambur.centre.PlanHistory;
import se.tambur.centre.Text;

@DatabaseTest
@ViewPackages(packages = "se.tambur")
@WithMockUser(
        username = "Maja",
        roles = {"STAFF", "MANAGER"})
class DaysViewTest extends SpringBrowserlessTest {

    private static final String PLAN = """
            centre: {id: ID, name: Huset, timezone: Europe/Stockholm, languages: [sv, en], capacity: 40}
            ages: [{id: 1y, name: {sv: 1 år}}]
            activities:
              - {id: lek, name: {sv: Lek}}
              - {id: sang, name: {sv: Sång}}
              - {id: tand, name: {sv: Tandsköterskan}}
            week:
              monday: [{open: "09:00-12:00", activities: [lek]}]
              wednesday: [{open: "09:00-12:00", activities: [lek, {id: sang, at: "10:00-10:30", weeks: even}]}]
              thursday: [{open: "09:00-12:00", activities: [lek]}]
              saturday: [{open: "10:00-12:00", activities: [lek]}]
            closed:
              - public-holidays
              - {from: 2025-07-01, to: 2025-08-01, why: {sv: Sommarstängt}}
              - {from: 2029-07-02, to: 2029-08-03, why: {sv: Sommarstängt}}
            extra:
              - {date: 2026-05-19, open: "10:00-12:00", activities: [lek]}
              - {date: 2026-12-07, open: "10:00-11:00", activities: [lek]}
            """;

    private static final LocalDate MONDAY = LocalDate.parse("2026-11-30");
    private static final LocalDate WEDNESDAY = LocalDate.parse("2026-12-02");

    @Autowired
    private Centres centres;

    @Autowired
    private DayChanges dayChanges;

    @Autowired
    private TestClock clock;

    @Autowired
    private ObjectProvider<CurrentCentre> currentCentre;

    private CentreId centre = new CentreId("none");
    private String plan = "";

    @BeforeEach
    void aHouseOnATuesday() {
        clock.set("2026-11-24T10:12");
        centre = new CentreId("days-" + UUID.randomUUID().toString().substring(0, 8));
        plan = PLAN.replace("ID", centre.value());
        centres.adopt("a.yaml", plan, null, "Anna");
        currentCentre.getObject().choose(centre);
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));
        navigate(DaysView.class);
    }

    @Test
    void aMondayIsClosedAndTheDoorIsToldWhy() {
        choose(MONDAY, "stängd");
        write("Anledning", "Planeringsdag");
        write("Anledning på engelska", "Planning day");
        press("Klar");
        assertThat(words()).contains("Det här sparas:", "Stängt: 30 november 2026 (Planeringsdag).");
        press("Spara dagarna");

        assertThat(told(MONDAY)).isEmpty();
        assertThat(centres.timetable(centre).closedBecause(MONDAY))
                .hasValueSatisfying(why -> assertThat(why.in("en", "sv")).isEqualTo("Planning day"));
        PlanHistory.Version newest = newest();
        assertThat(newest.number()).isEqualTo(2);
        assertThat(newest.author()).isEqualTo("Maja");
        assertThat(newest.from()).isEqualTo(LocalDate.parse("2026-11-24"));
        assertThat(words()).contains("Sparat som version 2.", "Allt är sparat.");
    }

    @Test
    void aGuestComesOnOneWednesdayOnly() {
        turn(1);
        choose(WEDNESDAY, "öppen med egna tider");
        write("Vad dagen heter", "Tandsköterskan är här");
        press("Lägg till aktivitet");
        last(activities()).setValue(activity("tand"));
        press("Klar");
        press("Spara dagarna");

        // the odd week has no song, and neither has the date that is made from it
        assertThat(told(WEDNESDAY)).containsExactly("09:00-12:00 (Tandsköterskan är här) lek tand");
        assertThat(told(WEDNESDAY.plusWeeks(1))).containsExactly("09:00-12:00 lek sang");
        assertThat(told(WEDNESDAY.plusWeeks(2))).containsExactly("09:00-12:00 lek");
    }

    @Test
    void anEvenWeeksDayIsCopiedWithItsSong() {
        turn(1);
        choose(LocalDate.parse("2026-12-09"), "öppen med egna tider");
        field("Stänger", LocalTime.of(12, 0)).setValue(LocalTime.of(11, 0));
        press("Klar");
        press("Spara dagarna");

        assertThat(told(LocalDate.parse("2026-12-09"))).containsExactly("09:00-11:00 lek sang");
    }

    @Test
    void theHouseOpensOnARedDay() {
        turn(7);
        // Midsummer's Day 2027 is a Saturday, and Saturdays are open by the week
        LocalDate midsummer = LocalDate.parse("2027-06-26");
        assertThat(label(midsummer)).isEqualTo("lördag 26 juni 2027: stängt (Midsommardagen)");

        choose(midsummer, "öppen med egna tider");
        press("Klar");
        press("Spara dagarna");

        assertThat(told(midsummer)).containsExactly("10:00-12:00 lek");
    }

    @Test
    void aDayBecomesAsTheWeekAgain() {
        turn(1);
        choose(LocalDate.parse("2026-12-07"), "som planen: 9.00–12.00 Lek");
        press("Klar");
        press("Spara dagarna");

        assertThat(told(LocalDate.parse("2026-12-07"))).containsExactly("09:00-12:00 lek");
    }

    @Test
    void aRemovalIsTakenBackAndNothingIsLeftToSave() {
        press("Ta bort de egna tiderna måndag 7 december 2026");
        assertThat(words()).contains("Inte längre egna tider 7 december 2026: 10.00–11.00 Lek.");
        press("Ångra");
        assertThat(words()).contains("Allt är sparat.");
        press("Ta bort stängningen måndag 2 juli 2029 – fredag 3 augusti 2029");
        press("Ångra");

        press("Spara dagarna");

        assertThat(centres.history(centre).versions()).hasSize(1);
        assertThat(words()).contains("Det finns inget att spara.");
    }

    @Test
    void whatIsOverAndWhatIsFarAheadStaysAsItIs() {
        choose(MONDAY, "stängd");
        press("Klar");
        press("Spara dagarna");

        Plan now = newest().plan();
        assertThat(now.closed())
                .startsWith(centres.history(centre)
                        .versions()
                        .getFirst()
                        .plan()
                        .closed()
                        .toArray(Plan.Closure[]::new));
        assertThat(now.extra()).extracting(day -> day.date().toString()).containsExactly("2026-05-19", "2026-12-07");
        assertThat(told(LocalDate.parse("2029-07-04"))).isEmpty();
    }

    @Test
    void aDayThatIsOverIsShownAndCannotBeChanged() {
        assertThat(button(LocalDate.parse("2026-11-23"))).isEmpty();
        assertThat(cell(LocalDate.parse("2026-11-23")).getElement().getTextRecursively())
                .contains("9.00–12.00", "Lek");
        assertThat(button(LocalDate.parse("2026-11-24"))).isPresent();
        assertThat(words()).anyMatch(line -> line.startsWith("Dagar som har varit ändras inte här"));
    }

    @Test
    void easterEveAndTheWinterBreakOfWeekEightAreTicked() {
        check("lördag 27 mars 2027, Påskafton");
        sportWeek().setValue(8);
        check("Sportlov");
        press("Spara dagarna");

        assertThat(centres.timetable(centre).closedBecause(LocalDate.parse("2027-03-27")))
                .hasValueSatisfying(why -> assertThat(why.in("en", "sv")).isEqualTo("Easter Eve"));
        assertThat(newest().plan().closed())
                .contains(new Plan.Closure.Period(
                        LocalDate.parse("2027-02-22"),
                        LocalDate.parse("2027-02-26"),
                        text("Sportlov", "Winter break")));
        assertThat(told(LocalDate.parse("2027-02-24"))).isEmpty();
        assertThat(told(LocalDate.parse("2027-03-03"))).isNotEmpty();
    }

    @Test
    void aTickedBreakFollowsTheDaysThatTheMunicipalityDecided() {
        check("Påsklov");
        picker("Påsklov, från och med").setValue(LocalDate.parse("2027-03-22"));
        press("Spara dagarna");

        assertThat(newest().plan().closed())
                .contains(new Plan.Closure.Period(
                        LocalDate.parse("2027-03-22"), LocalDate.parse("2027-04-02"), text("Påsklov", "Easter break")));
        assertThat(newest().plan().closed()).hasSize(4);
    }

    @Test
    void aHouseThatIsOpenOnRedDaysTicksTheFewWhenItIsNot() {
        uncheck("Röda dagar är stängda");
        check("onsdag 6 januari 2027, Trettondedag jul");
        press("Spara dagarna");

        assertThat(told(LocalDate.parse("2027-01-06"))).isEmpty();
        assertThat(told(LocalDate.parse("2027-05-06"))).containsExactly("09:00-12:00 lek");
        assertThat(words()).contains("Sparat som version 2.");
    }

    @Test
    void thoseChangesThatAColleagueMakesInTodayLiveBesideThese() {
        LocalDate thursday = LocalDate.parse("2026-11-26");
        choose(thursday, "öppen med egna tider");
        field("Öppnar", LocalTime.of(9, 0)).setValue(LocalTime.of(8, 0));
        press("Klar");
        DayChanges.Done done = dayChanges.close(centre, MONDAY, LocalTime.of(9, 0), LocalTime.of(11, 0), "Kim");

        press("Spara dagarna");
        assertThat(words()).anyMatch(line -> line.startsWith("Kim har sparat version 2 under tiden."));
        assertThat(told(thursday)).containsExactly("09:00-12:00 lek");
        assertThat(label(MONDAY)).contains("9.00–11.00");
        press("Spara dagarna");

        assertThat(told(thursday)).containsExactly("08:00-12:00 lek");
        assertThat(told(MONDAY)).containsExactly("09:00-11:00 lek");
        dayChanges.undo(centre, done, "Kim");
        assertThat(told(MONDAY)).containsExactly("09:00-12:00 lek");
        assertThat(told(thursday)).containsExactly("08:00-12:00 lek");
    }

    @Test
    void aDayMadeHereIsClosedEarlyInTodayAndOpensAgain() {
        LocalDate thursday = LocalDate.parse("2026-11-26");
        choose(thursday, "öppen med egna tider");
        write("Vad dagen heter", "I parken");
        press("Klar");
        press("Spara dagarna");

        DayChanges.Done done = dayChanges.close(centre, thursday, LocalTime.of(9, 0), LocalTime.of(10, 0), "Kim");
        assertThat(told(thursday)).containsExactly("09:00-10:00 (I parken) lek");
        dayChanges.undo(centre, done, "Kim");
        assertThat(told(thursday)).containsExactly("09:00-12:00 (I parken) lek");
    }

    @Test
    void aDayOfNextTermIsChangedInNextTermsPlan() {
        centres.adopt(
                "vt.yaml",
                plan.replace("monday: [{open: \"09:00-12:00\"", "monday: [{open: \"13:00-16:00\""),
                LocalDate.parse("2027-01-11"),
                "Kim");
        comeAgain();
        turn(2);
        LocalDate term = LocalDate.parse("2027-01-18");
        assertThat(label(term)).isEqualTo("måndag 18 januari 2027: 13.00–16.00 Lek");
        choose(term, "stängd");
        press("Klar");
        press("Spara dagarna");

        assertThat(told(term)).isEmpty();
        assertThat(told(LocalDate.parse("2027-01-25"))).containsExactly("13:00-16:00 lek");
        assertThat(told(MONDAY)).containsExactly("09:00-12:00 lek");
        assertThat(newest().from()).isEqualTo(LocalDate.parse("2027-01-11"));
    }

    @Test
    void aClosedPeriodOverTwoTermsHoldsInBoth() {
        centres.adopt("vt.yaml", plan.replace("capacity: 40", "capacity: 50"), LocalDate.parse("2027-01-11"), "Kim");
        comeAgain();
        press("Stäng en dag eller en period");
        // the dialog's own come last
        last($(DatePicker.class).all().stream()
                        .filter(picker -> "Från och med".equals(picker.getLabel()))
                        .toList())
                .setValue(LocalDate.parse("2026-12-28"));
        last($(DatePicker.class).all().stream()
                        .filter(picker -> "Till och med".equals(picker.getLabel()))
                        .toList())
                .setValue(LocalDate.parse("2027-01-13"));
        press("Klar");
        press("Spara dagarna");

        assertThat(told(LocalDate.parse("2026-12-30"))).isEmpty();
        assertThat(told(LocalDate.parse("2027-01-13"))).isEmpty();
        assertThat(told(LocalDate.parse("2027-01-14"))).isNotEmpty();
        assertThat(centres.timetable(centre)
                        .planOn(LocalDate.parse("2027-01-13"))
                        .capacity())
                .isEqualTo(50);
    }

    @Test
    void sessionsThatCollideAreToldAndNothingTypedIsLost() {
        choose(MONDAY, "öppen med egna tider");
        press("Lägg till pass");
        field("Öppnar", LocalTime.of(13, 0)).setValue(LocalTime.of(11, 0));
        press("Klar");

        assertThat(words()).contains("Två pass är öppna samtidigt.");
        field("Öppnar", LocalTime.of(11, 0)).setValue(LocalTime.of(12, 30));
        press("Klar");
        press("Spara dagarna");

        assertThat(told(MONDAY)).containsExactly("09:00-12:00 lek", "12:30-16:00 lek");
    }

    @Test
    void whoLeavesTheDayCanTakeItUpAgain() {
        choose(MONDAY, "stängd");
        write("Anledning", "Städdag");
        press("Avbryt");
        assertThat(words()).contains("Inget ändrades den 30 november 2026.", "Allt är sparat.");
        press("Ångra");

        press("Klar");
        press("Spara dagarna");

        assertThat(centres.timetable(centre).closedBecause(MONDAY))
                .hasValueSatisfying(why -> assertThat(why.in("sv", "sv")).isEqualTo("Städdag"));
    }

    @Test
    void whoGoesWithoutSavingIsAskedFirst() {
        choose(MONDAY, "stängd");
        press("Klar");

        UI.getCurrent().navigate(PlanView.class);

        assertThat($(ConfirmDialog.class).single().isOpened()).isTrue();
        assertThat(getCurrentView()).isInstanceOf(DaysView.class);
    }

    private static Text text(String swedish, String english) {
        var words = new LinkedHashMap<String, String>();
        words.put("sv", swedish);
        words.put("en", english);
        return new Text(words);
    }

    private void comeAgain() {
        navigate(PlanView.class);
        navigate(DaysView.class);
    }

    private PlanHistory.Version newest() {
        return centres.history(centre).newest();
    }

    private List<String> told(LocalDate day) {
        return centres.timetable(centre).sessions(day).stream()
                .map(session -> session.opens() + "-" + session.closes()
                        + (session.name().isEmpty() ? "" : " (" + session.name().in("sv", "sv") + ")")
                        + session.activities().stream()
                                .map(held -> " " + held.activity().id())
                                .reduce("", String::concat))
                .toList();
    }

    private void turn(int months) {
        for (int i = 0; i < months; i++) {
            press("Nästa månad");
        }
    }

    private DayCell cell(LocalDate day) {
        return $(DayCell.class).all().stream()
                .filter(cell -> day.toString().equals(cell.getElement().getAttribute("data-day")))
                .findFirst()
                .orElseThrow();
    }

    private Optional<NativeButton> button(LocalDate day) {
        return cell(day)
                .getChildren()
                .filter(NativeButton.class::isInstance)
                .map(NativeButton.class::cast)
                .findFirst();
    }

    private String label(LocalDate day) {
        return button(day).orElseThrow().getAriaLabel().orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private void choose(LocalDate day, String kind) {
        test(button(day).orElseThrow()).click();
        test($(RadioButtonGroup.class).single()).selectItem(kind);
    }

    private void write(String label, String words) {
        find(TextField.class, field -> label.equals(field.getLabel())).setValue(words);
    }

    private TimePicker field(String label, LocalTime value) {
        return find(TimePicker.class, picker -> label.equals(picker.getLabel()) && value.equals(picker.getValue()));
    }

    private DatePicker picker(String name) {
        return find(
                DatePicker.class, picker -> name.equals(picker.getAriaLabel().orElse("")));
    }

    private void check(String label) {
        test(find(Checkbox.class, tick -> label.equals(tick.getLabel()) && !tick.getValue()))
                .click();
    }

    private void uncheck(String label) {
        test(find(Checkbox.class, tick -> label.equals(tick.getLabel()) && tick.getValue()))
                .click();
    }

    @SuppressWarnings("unchecked")
    private Select<Integer> sportWeek() {
        return (Select<Integer>) find(Select.class, select -> "Sportlov i".equals(select.getLabel()));
    }

    @SuppressWarnings("unchecked")
    private List<Select<Plan.Activity>> activities() {
        return $(Select.class).all().stream()
                .filter(select -> "Aktivitet".equals(select.getLabel()))
                .map(select -> (Select<Plan.Activity>) select)
                .toList();
    }

    private Plan.Activity activity(String id) {
        return newest().plan().activities().stream()
                .filter(each -> each.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static <T> T last(List<T> all) {
        return all.getLast();
    }

    private <C extends Component> C find(Class<C> type, Predicate<C> which) {
        return $(type).all().stream().filter(which).findFirst().orElseThrow();
    }

    private void press(String name) {
        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals(name)
                                || name.equals(button.getAriaLabel().orElse("")))
                        .reduce((first, second) -> second)
                        .orElseThrow())
                .click();
    }

    private List<String> words() {
        return $(Component.class).all().stream()
                .filter(HasText.class::isInstance)
                .map(component -> ((HasText) component).getText())
                .toList();
    }
}
