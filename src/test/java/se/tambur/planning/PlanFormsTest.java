package se.tambur.planning;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.centre.Plan;
import se.tambur.centre.PlanHistory;
import se.tambur.course.PicturePicker;
import se.tambur.kiosk.TabletPreview;
import se.tambur.report.Reports;
import se.tambur.visit.CheckIns;
import se.tambur.visit.Party;

@DatabaseTest
@ViewPackages(packages = "se.tambur")
@WithMockUser(
        username = "Maja",
        roles = {"STAFF", "MANAGER"})
class PlanFormsTest extends SpringBrowserlessTest {

    private static final String PLAN = """
            centre: {id: ID, name: Huset, timezone: Europe/Stockholm, languages: [sv, en], capacity: 40}
            ages:
              - {id: 0-11m, picture: baby, name: {sv: Bebis, en: Baby}, span: {sv: 0–11 mån}}
              - {id: 1y, picture: chick, name: {sv: 1 år}}
            activities:
              - {id: lek, picture: teddy, name: {sv: Lek, en: Play}}
              - {id: sang, picture: notes, name: {sv: Sång}, ages: [0-11m]}
              - {id: grupp, level: selective, name: {sv: Gruppen}}
            week:
              tuesday: [{open: "09:00-12:00", activities: [lek]}]
              thursday:
                - {open: "09:00-12:00", activities: [lek, {id: sang, at: "10:00-10:30"}]}
                - {open: "13:00-15:00", activities: [sang]}
            """;

    @Autowired
    private Centres centres;

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private Reports reports;

    @Autowired
    private TabletPreview tablet;

    @Autowired
    private TestClock clock;

    @Autowired
    private ObjectProvider<CurrentCentre> currentCentre;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aHouse() {
        clock.set("2026-11-24T10:12");
        centre = new CentreId("forms-" + UUID.randomUUID().toString().substring(0, 8));
        centres.adopt("a.yaml", PLAN.replace("ID", centre.value()), null, "Anna");
        currentCentre.getObject().choose(centre);
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));
    }

    @Test
    void anAgeGroupThatIsRetiredStaysInLastYearsReportWithItsNumbers() {
        var twins = new Party(1, Map.of(new AgeId("0-11m"), 2), false);
        checkIns.add(centre, LocalDateTime.parse("2026-11-24T10:05"), new ActivityId("lek"), twins, "Maja");
        clock.set("2027-01-12T10:12");
        navigate(AgesView.class);

        press("Ta bort Bebis");
        assertThat(words())
                .contains(
                        "Bebis räknas inte längre när du har sparat. Den finns kvar i äldre rapporter.",
                        "Finns kvar i äldre rapporter");
        press("Spara åldrarna");

        assertThat(centres.plan(centre).ages())
                .extracting(age -> age.id().value())
                .containsExactly("1y");
        assertThat(centres.plan(centre)
                        .activity(new ActivityId("sang"))
                        .orElseThrow()
                        .ages())
                .isEmpty();
        var november = reports.month(centre, YearMonth.of(2026, 11));
        assertThat(november.childrenByAge()).containsEntry(new AgeId("0-11m"), 2);
        assertThat(centres.age(centre, new AgeId("0-11m")))
                .hasValueSatisfying(age -> assertThat(age.name().in("sv", "sv")).isEqualTo("Bebis"));
    }

    @Test
    void whatIsRetiredIsTakenBackWithTheSameId() {
        navigate(AgesView.class);
        press("Ta bort Bebis");
        press("Spara åldrarna");
        navigate(AgesView.class);

        press("Ta tillbaka Bebis");
        press("Spara åldrarna");

        assertThat(centres.plan(centre).ages())
                .extracting(age -> age.id().value())
                .containsExactly("1y", "0-11m");
        assertThat(newest().number()).isEqualTo(3);
    }

    @Test
    void aNewGroupGetsAnIdFromItsNameThatNobodyHasHadBefore() {
        navigate(AgesView.class);
        press("Ta bort 1 år");
        press("Lägg till åldersgrupp");
        last("Namn").setValue("0–11 m");
        press("Spara åldrarna");

        assertThat(centres.plan(centre).ages())
                .extracting(age -> age.id().value())
                .containsExactly("0-11m", "0-11-m");

        navigate(AgesView.class);
        press("Lägg till åldersgrupp");
        last("Namn").setValue("0–11 M!");
        press("Spara åldrarna");

        assertThat(centres.plan(centre).ages().getLast().id()).isEqualTo(new AgeId("0-11-m-2"));
    }

    @Test
    void aGroupIsMovedAStepAndTheTabletShowsThemInThatOrder() {
        navigate(AgesView.class);
        press("Flytta ner Bebis");
        press("Spara åldrarna");

        assertThat(centres.plan(centre).ages())
                .extracting(age -> age.id().value())
                .containsExactly("1y", "0-11m");
        assertThat(newest().author()).isEqualTo("Maja");
        assertThat(newest().from()).isEqualTo(LocalDate.parse("2026-11-24"));
    }

    @Test
    void aGroupWithoutANameIsToldAtItsFieldAndNothingIsLost() {
        navigate(AgesView.class);
        press("Lägg till åldersgrupp");
        last("Förtydligande").setValue("syskon");
        press("Spara åldrarna");

        assertThat(((HasValidation) last("Namn")).getErrorMessage()).isEqualTo("Skriv ett namn på svenska.");
        assertThat(last("Förtydligande").getValue()).isEqualTo("syskon");
        assertThat(centres.history(centre).versions()).hasSize(1);
    }

    @Test
    void theTabletBesideFollowsWhileANameIsTyped() {
        navigate(AgesView.class);

        field("Namn", "Bebis").setValue("Småttingar");

        assertThat($(TabletScreen.class).single().getElement().getProperty("state"))
                .contains("Småttingar");
        assertThat(centres.history(centre).versions()).hasSize(1);
    }

    @Test
    void aNewActivityInTwoLanguagesStandsOnTheTabletWithItsPicture() {
        navigate(ActivitiesView.class);
        press("Lägg till aktivitet");
        last("Namn").setValue("Pyssel");
        last("Namn på engelska").setValue("Crafts");
        Button picture = $(PictureButton.class).all().getLast();
        test(picture).click();
        $(PicturePicker.class).single().setValue("scissors");
        press("Spara aktiviteterna");

        Plan plan = centres.plan(centre);
        Plan.Activity craft = plan.activity(new ActivityId("pyssel")).orElseThrow();
        assertThat(craft.name().byLanguage()).isEqualTo(Map.of("sv", "Pyssel", "en", "Crafts"));
        assertThat(tablet.state(plan, LocalDate.parse("2026-11-24"), "en"))
                .contains("{\"id\":\"pyssel\",\"picture\":\"scissors\",\"name\":{\"sv\":\"Pyssel\",\"en\":\"Crafts\"}");
    }

    @Test
    @SuppressWarnings("unchecked")
    void aSelectiveGroupCanNeverStandOnTheTablet() {
        navigate(ActivitiesView.class);
        RadioButtonGroup<Plan.Level> level = (RadioButtonGroup<Plan.Level>) $(RadioButtonGroup.class).all().stream()
                .filter(group -> "Nivå".equals(group.getLabel()))
                .findFirst()
                .orElseThrow();
        Checkbox kiosk = $(Checkbox.class).all().stream()
                .filter(box -> "Visas på surfplattan".equals(box.getLabel()))
                .findFirst()
                .orElseThrow();
        assertThat(kiosk.getValue()).isTrue();

        level.setValue(Plan.Level.INDICATED);
        assertThat(kiosk.getValue()).isFalse();
        assertThat(kiosk.isEnabled()).isFalse();
        assertThat(kiosk.getHelperText()).startsWith("Selektiva och indikerade grupper står aldrig på surfplattan");

        level.setValue(Plan.Level.UNIVERSAL);
        assertThat(kiosk.getValue()).isTrue();

        level.setValue(Plan.Level.SELECTIVE);
        press("Spara aktiviteterna");
        assertThat(centres.plan(centre)
                        .activity(new ActivityId("lek"))
                        .orElseThrow()
                        .kiosk())
                .isFalse();
        assertThat(tablet.state(centres.plan(centre), LocalDate.parse("2026-11-24"), "sv"))
                .doesNotContain("\"id\":\"lek\"");
    }

    @Test
    void anActivityThatStandsInTheWeekGoesFromThereOnlyWhenStaffSaySo() {
        navigate(ActivitiesView.class);

        press("Ta bort Sång");
        assertThat(words())
                .contains(
                        "Sång står fortfarande i planen:",
                        "torsdag 10.00–10.30",
                        "torsdag 13.00–15.00, där inget annat hålls: passet försvinner");
        press("Behåll den");
        press("Spara aktiviteterna");
        assertThat(centres.history(centre).versions()).hasSize(1);

        navigate(ActivitiesView.class);
        press("Ta bort Sång");
        press("Ta bort den därifrån också");
        press("Spara aktiviteterna");

        Plan plan = centres.plan(centre);
        assertThat(plan.activity(new ActivityId("sang"))).isEmpty();
        assertThat(plan.week().get(DayOfWeek.THURSDAY)).hasSize(1);
        assertThat(centres.activity(centre, new ActivityId("sang"))).isPresent();
    }

    @Test
    void anActivityThatColleaguesPutInTheWeekMeanwhileIsAskedAboutBeforeItGoes() {
        navigate(ActivitiesView.class);
        press("Ta bort Gruppen");
        centres.adopt(
                "b.yaml",
                PLAN.replace("ID", centre.value()).replace("activities: [lek]}", "activities: [lek, grupp]}"),
                null,
                "Kim");

        press("Spara aktiviteterna");
        assertThat(words()).anyMatch(line -> line.startsWith("Kim har sparat version 2 under tiden."));
        press("Spara aktiviteterna");
        assertThat(words()).contains("Gruppen står fortfarande i planen:", "tisdag 9.00–12.00");
        assertThat(centres.history(centre).versions()).hasSize(2);
    }

    @Test
    void theHouseIsRenamedAndWelcomesInTwoLanguages() {
        navigate(HouseView.class);
        field("Namn", "Huset").setValue("Familjens hus");
        last("Välkomsttext").setValue("Välkommen in!");
        last("Välkomsttext på engelska").setValue("Come on in!");
        press("Spara huset");

        Plan plan = centres.plan(centre);
        assertThat(plan.name()).isEqualTo("Familjens hus");
        assertThat(tablet.state(plan, LocalDate.parse("2026-11-24"), "en"))
                .contains("\"welcome\":{\"sv\":\"Välkommen in!\",\"en\":\"Come on in!\"}");
        assertThat(newest().text()).contains("welcome: {sv: Välkommen in!, en: Come on in!}");
    }

    @Test
    void aLanguageInWhichNamesAreMissingCannotStandFirst() {
        navigate(HouseView.class);
        press("Flytta upp Engelska");
        press("Spara huset");

        assertThat(words())
                .contains(
                        "Det här är inte skrivet på engelska än, så det språket kan inte stå först: 0–11 mån, 1 år, Sång, Gruppen.");
        assertThat(centres.history(centre).versions()).hasSize(1);
    }

    @Test
    @SuppressWarnings("unchecked")
    void aThirdLanguageIsSpoken() {
        navigate(HouseView.class);
        ((Select<String>) $(Select.class).all().stream()
                        .filter(select -> "Lägg till språk".equals(select.getLabel()))
                        .findFirst()
                        .orElseThrow())
                .setValue("ar");
        press("Spara huset");

        assertThat(centres.plan(centre).languages()).containsExactly("sv", "en", "ar");
    }

    @Test
    void whatCannotBeIsToldAtItsField() {
        navigate(HouseView.class);
        last("Webbplats").setValue("www.example.se");
        $(IntegerField.class).all().getFirst().setValue(0);
        press("Spara huset");

        assertThat(((HasValidation) last("Webbplats")).getErrorMessage())
                .isEqualTo("Skriv hela adressen, som https://www.example.se.");
        assertThat($(IntegerField.class).all().getFirst().getErrorMessage())
                .isEqualTo("Välj ett tal mellan 1 och 10\u00a0000.");
        assertThat(last("Webbplats").getValue()).isEqualTo("www.example.se");
    }

    @Test
    void whoLeavesUnsavedFieldsIsAskedFirst() {
        navigate(HouseView.class);
        field("Namn", "Huset").setValue("Något annat");

        UI.getCurrent().navigate(PlanView.class);

        assertThat($(ConfirmDialog.class).single().isOpened()).isTrue();
        assertThat(getCurrentView()).isInstanceOf(HouseView.class);
    }

    @Test
    void whoHasOnlyLookedGoesFreely() {
        navigate(ActivitiesView.class);

        UI.getCurrent().navigate(PlanView.class);

        assertThat(getCurrentView()).isInstanceOf(PlanView.class);
    }

    private PlanHistory.Version newest() {
        return centres.history(centre).newest();
    }

    private TextField field(String label, String value) {
        return $(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()) && value.equals(field.getValue()))
                .findFirst()
                .orElseThrow();
    }

    private TextField last(String label) {
        return $(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .reduce((one, other) -> other)
                .orElseThrow();
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
