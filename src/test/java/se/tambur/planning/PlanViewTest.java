package se.tambur.planning;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.component.upload.Upload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
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
import se.tambur.centre.Plan;
import se.tambur.centre.PlanHistory;
import se.tambur.centre.Session;

@DatabaseTest
@ViewPackages(packages = "se.tambur")
@WithMockUser(
        username = "Maja",
        roles = {"STAFF", "MANAGER"})
class PlanViewTest extends SpringBrowserlessTest {

    private static final String PLAN = """
            centre: {id: ID, name: Huset, timezone: Europe/Stockholm, languages: [sv], capacity: 40}
            ages: [{id: 1y, name: {sv: 1 år}}, {id: 2y, name: {sv: 2 år}}]
            activities: [{id: lek, name: {sv: Lek}}, {id: sang, name: {sv: Sång}}]
            week:
              thursday: [{open: "09:00-12:00", activities: [lek, {id: sang, at: "10:00-10:30"}]}]
            """;

    @Autowired
    private Centres centres;

    @Autowired
    private TestClock clock;

    @Autowired
    private ObjectProvider<CurrentCentre> currentCentre;

    private CentreId centre = new CentreId("none");
    private String plan = "";

    @BeforeEach
    void aHouseWithThreeVersions() {
        clock.set("2026-11-24T10:12");
        centre = new CentreId("plan-" + UUID.randomUUID().toString().substring(0, 8));
        plan = PLAN.replace("ID", centre.value());
        centres.adopt("a.yaml", plan, null, "Anna");
        centres.adopt("b.yaml", plan.replace("10:00-10:30", "10:30-11:00"), null, "Kim");
        centres.adopt(
                "c.yaml",
                plan.replace(", {id: 2y, name: {sv: 2 år}}", "").replace("capacity: 40", "capacity: 35"),
                null,
                "Sam");
        currentCentre.getObject().choose(centre);
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));
        navigate(PlanView.class);
    }

    @Test
    void eachVersionSaysWhoMadeItAndWhatItChanged() {
        assertThat(words())
                .contains(
                        "Kim, 24 november 2026 kl. 10.12",
                        "På torsdag: 9.00–12.00 Lek, Sång 10.00–10.30 blir 9.00–12.00 Lek, Sång 10.30–11.00.",
                        "Rummet rymmer 35 personer i stället för 40.",
                        "Åldersgruppen 2 år används inte längre. Den finns kvar i äldre rapporter.",
                        "Den första planen.");
        assertThat(centres.ages(centre).stream().map(age -> age.id().value())).containsExactly("1y", "2y");
    }

    @Test
    void planVersionTwoIsRestoredAsANewVersionFromToday() {
        press("Återställ version 2");

        PlanHistory.Version newest = centres.history(centre).newest();
        assertThat(newest.number()).isEqualTo(4);
        assertThat(newest.author()).isEqualTo("Maja");
        assertThat(newest.from()).isEqualTo(LocalDate.parse("2026-11-24"));
        assertThat(newest.text()).isEqualTo(plan.replace("10:00-10:30", "10:30-11:00"));
        assertThat(words()).contains("Sparat som version 4.", "Åldersgruppen 2 år är ny.");
    }

    @Test
    void whoLooksAtAnOldHistoryIsToldKindlyAndNothingIsLost() {
        centres.adopt("d.yaml", plan.replace("capacity: 40", "capacity: 50"), null, "Kim");

        press("Återställ version 1");

        assertThat(centres.history(centre).newest().plan().capacity()).isEqualTo(50);
        assertThat(words()).anyMatch(line -> line.startsWith("Kim har sparat version 4 under tiden"));
    }

    @Test
    void aFileIsShownBeforeItIsSavedFromItsDay() {
        hand("huset.yaml", plan.replace("capacity: 40", "capacity: 60"));
        assertThat(words()).contains("Rummet rymmer 60 personer i stället för 35.");
        assertThat(centres.history(centre).versions()).hasSize(3);

        press("Spara som ny version");

        assertThat(centres.plan(centre).capacity()).isEqualTo(60);
        assertThat(centres.history(centre).newest().author()).isEqualTo("Maja");
    }

    @Test
    void everyFlawOfAFileIsNamedByItsLineAndField() {
        hand("fel.yaml", plan.replace("09:00-12:00", "12:00-09:00").replace("capacity: 40", "capacity: många"));

        assertThat(words())
                .contains("fel.yaml lästes inte in, inget har ändrats.", "Expected an end after 12:00, found 09:00.")
                .anyMatch(line -> line.startsWith("Rad 5, week.thursday[0].open:"))
                .anyMatch(line -> line.startsWith("Rad 1, centre.capacity:"));
        assertThat(centres.history(centre).versions()).hasSize(3);
    }

    @Test
    void thePlanOfAnotherHouseIsNotTakenIn() {
        hand("annat.yaml", PLAN.replace("ID", "annat-hus"));

        assertThat(words()).contains("annat.yaml lästes inte in, inget har ändrats.");
        assertThat(centres.exists(new CentreId("annat-hus"))).isFalse();
    }

    @Test
    void aNewTeacherMovesThursdaysSongTime() {
        navigate(WeekView.class);
        field("Börjar", LocalTime.of(10, 0)).setValue(LocalTime.of(10, 45));
        field("Slutar", LocalTime.of(10, 30)).setValue(LocalTime.of(11, 15));

        press("Spara veckan");

        Session thursday = centres.timetable(centre)
                .sessions(LocalDate.parse("2026-11-26"))
                .getFirst();
        assertThat(thursday.activities().getLast().from()).isEqualTo(LocalTime.of(10, 45));
        assertThat(centres.history(centre).newest().author()).isEqualTo("Maja");
        assertThat(words())
                .contains("På torsdag: 9.00–12.00 Lek, Sång 10.00–10.30 blir 9.00–12.00 Lek, Sång 10.45–11.15.");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aSecondSessionInOddWeeksIsMade() {
        navigate(WeekView.class);
        press("Lägg till pass, torsdag");
        $(Select.class).all().stream()
                .filter(select -> "Veckor".equals(select.getLabel()))
                .reduce((first, second) -> second)
                .map(select -> (Select<Plan.Weeks>) select)
                .orElseThrow()
                .setValue(Plan.Weeks.ODD);

        press("Spara veckan");

        assertThat(centres.timetable(centre).sessions(LocalDate.parse("2026-11-26")))
                .hasSize(1);
        assertThat(centres.timetable(centre).sessions(LocalDate.parse("2026-12-03")))
                .hasSize(2);
    }

    @Test
    void aNamedSessionIsCopiedToAnotherWeekdayAndCanBeTakenBack() {
        navigate(WeekView.class);
        $(TextField.class).all().stream()
                .filter(field -> "Passets namn".equals(field.getLabel()))
                .findFirst()
                .orElseThrow()
                .setValue("Förmiddag");

        copyThursdayTo("måndag");
        press("Ångra");
        copyThursdayTo("fredag");
        press("Spara veckan");

        assertThat(centres.timetable(centre).sessions(LocalDate.parse("2026-11-27")))
                .singleElement()
                .satisfies(session -> {
                    assertThat(session.name().in("sv", "sv")).isEqualTo("Förmiddag");
                    assertThat(session.activities()).hasSize(2);
                });
        assertThat(centres.timetable(centre).sessions(LocalDate.parse("2026-11-30")))
                .isEmpty();
    }

    @Test
    void timesThatCannotBeAreToldWhereTheyStandAndNothingIsLost() {
        navigate(WeekView.class);
        TimePicker closes = field("Stänger", LocalTime.of(12, 0));
        closes.setValue(LocalTime.of(10, 15));

        press("Spara veckan");

        assertThat(field("Slutar", LocalTime.of(10, 30)).getErrorMessage())
                .isEqualTo("Tiden ska ligga inom passet, 9.00–10.15.");
        assertThat(closes.getValue()).isEqualTo(LocalTime.of(10, 15));
        assertThat(centres.history(centre).versions()).hasSize(3);
    }

    @Test
    void aWeekChangedOnAnOlderLookIsToldAndSavedAtTheSecondPress() {
        navigate(WeekView.class);
        field("Stänger", LocalTime.of(12, 0)).setValue(LocalTime.of(13, 0));
        centres.adopt("d.yaml", plan.replace("capacity: 40", "capacity: 50"), null, "Kim");

        press("Spara veckan");
        assertThat(words()).anyMatch(line -> line.startsWith("Kim har sparat version 4 under tiden."));
        press("Spara veckan");

        assertThat(centres.plan(centre).capacity()).isEqualTo(50);
        assertThat(centres.timetable(centre)
                        .sessions(LocalDate.parse("2026-11-26"))
                        .getFirst()
                        .closes())
                .isEqualTo(LocalTime.of(13, 0));
    }

    @Test
    void whoLeavesAnUnsavedWeekIsAskedFirst() {
        navigate(WeekView.class);
        field("Stänger", LocalTime.of(12, 0)).setValue(LocalTime.of(13, 0));

        UI.getCurrent().navigate(PlanView.class);

        assertThat($(ConfirmDialog.class).single().isOpened()).isTrue();
        assertThat(getCurrentView()).isInstanceOf(WeekView.class);
    }

    private void copyThursdayTo(String weekday) {
        new MenuBarTester<>($(MenuBar.class).all().stream()
                        .filter(bar -> bar.getItems()
                                .getFirst()
                                .getAriaLabel()
                                .orElse("")
                                .contains("torsdag"))
                        .findFirst()
                        .orElseThrow())
                .clickItem("Kopiera till", weekday);
    }

    private TimePicker field(String label, LocalTime value) {
        return $(TimePicker.class).all().stream()
                .filter(picker -> label.equals(picker.getLabel()) && value.equals(picker.getValue()))
                .findFirst()
                .orElseThrow();
    }

    private void hand(String name, String yaml) {
        test($(Upload.class).single()).upload(name, "application/yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    private void press(String name) {
        test($(Button.class).all().stream()
                        .filter(button -> button.getText().equals(name)
                                || name.equals(button.getAriaLabel().orElse("")))
                        .findFirst()
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
