package se.tambur.today;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
import se.tambur.centre.DayChanges;
import se.tambur.visit.CheckIns;
import se.tambur.visit.Corrections;
import se.tambur.visit.DoorEvent;
import se.tambur.visit.Doors;
import se.tambur.visit.HandCounts;
import se.tambur.visit.Party;
import se.tambur.visit.Tallies;

@DatabaseTest
@ViewPackages(packages = "se.tambur")
@WithMockUser(username = "Kim", roles = "STAFF")
class TodayViewTest extends SpringBrowserlessTest {

    private static final AgeId BABY = new AgeId("0-11m");
    private static final AgeId TWO = new AgeId("2y");

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private HandCounts handCounts;

    @Autowired
    private Centres centres;

    @Autowired
    private DayChanges changes;

    @Autowired
    private TestClock clock;

    @Autowired
    private ObjectProvider<CurrentCentre> currentCentre;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aHouseOnATuesdayAtTwelvePastTen() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
        currentCentre.getObject().choose(centre);
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));
    }

    @Test
    void aFamilyAtTheDoorIsSeenOnAnOpenPage() throws Exception {
        navigate(TodayView.class);
        assertThat(marked("data-children-today")).isEqualTo("0");

        arrive("2026-11-24T09:11:00Z", new Party(1, Map.of(BABY, 1, TWO, 1), false));

        soon(() -> marked("data-children-today").equals("2"));
        assertThat(marked("data-adults-today")).isEqualTo("1");
        assertThat(words()).contains("10.11", "2 barn, 1 vuxen", "ingen väntar barn");
    }

    @Test
    void theHeadingSaysTheDayAndTheOpeningHours() {
        navigate(TodayView.class);

        assertThat($(H1.class).single().getText()).isEqualTo("I dag · tisdag 24 november");
        assertThat(words()).contains("Öppna förskolan Lekladan · öppet 10.00–12.00 och 13.00–16.00 · uppdaterad 10.12");
    }

    @Test
    void onAClosedDayItSaysWhyAndWhenItOpensAgain() {
        clock.set("2026-12-24T10:00");

        navigate(TodayView.class);

        assertThat(words()).anySatisfy(line -> assertThat(line).contains("stängt i dag", "öppnar"));
    }

    @Test
    void theTableHasTheNumbersOfThePictureByHalfHour() throws Exception {
        arrive("2026-11-24T09:11:00Z", new Party(1, Map.of(BABY, 1, TWO, 1), false));
        arrive("2026-11-24T09:02:00Z", new Party(1, Map.of(TWO, 3), false));

        navigate(TodayView.class);

        String table = $(NativeTable.class).single().getElement().getTextRecursively();
        assertThat(table).contains("10.00", "15.30").doesNotContain("12.30");
        assertThat(table.replaceAll("\\s+", "")).contains("Bebis10000000001").contains("2år40000000004");
    }

    @Test
    void aMissedVisitIsAddedAndCanBeRegretted() throws Exception {
        navigate(TodayView.class);

        press("Lägg till besök");
        $(TimePicker.class).single().setValue(LocalTime.of(10, 5));
        $(IntegerField.class).all().getFirst().setValue(2);
        press("Lägg till");

        soon(() -> marked("data-children-today").equals("2"));
        assertThat(words()).contains("Besöket 10.05 är tillagt: 2 barn, 1 vuxen.");

        press("Ångra");
        soon(() -> marked("data-children-today").equals("0"));
        assertThat(checkIns.visits(
                        centre, clock.instant().atZone(ZoneOffset.UTC).toLocalDate()))
                .isEmpty();
    }

    @Test
    void aGroupCountedByHandIsPartOfTheDayAndTheChartSaysWhatItLacks() throws Exception {
        navigate(TodayView.class);
        arrive("2026-11-24T09:11:00Z", new Party(1, Map.of(TWO, 1), false));

        handCounts.count(
                centre,
                UUID.randomUUID(),
                new Corrections.Change(
                        LocalDate.of(2026, 11, 24),
                        LocalTime.of(10, 0),
                        new ActivityId("oppen-lek"),
                        Map.of("2y", 12, Tallies.ADULTS, 9)),
                10,
                Corrections.Reason.OUTDOORS,
                "Kim");

        soon(() -> marked("data-children-today").equals("13"));
        assertThat(marked("data-adults-today")).isEqualTo("10");
        assertThat(words())
                .contains("13 barn i dag med det som är räknat för hand eller rättat; där är klockslaget inte känt.");
    }

    @Test
    void aVisitToComeIsNotTaken() {
        navigate(TodayView.class);

        press("Lägg till besök");
        $(TimePicker.class).single().setValue(LocalTime.of(23, 0));
        press("Lägg till");

        assertThat(words()).contains("Tiden har inte varit än.");
    }

    @Test
    void theLatestVisitIsUndoneAndPutBack() throws Exception {
        arrive("2026-11-24T09:11:00Z", new Party(2, Map.of(TWO, 1), true));
        navigate(TodayView.class);
        assertThat(words()).contains("1 väntar barn");

        press("Ångra senaste");
        soon(() -> marked("data-adults-today").equals("0"));

        press("Ångra");
        soon(() -> marked("data-adults-today").equals("2"));
        assertThat(words()).contains("1 väntar barn");
    }

    @Test
    void theRoomIsCountedByEye() throws Exception {
        arrive("2026-11-24T09:11:00Z", new Party(1, Map.of(TWO, 1), false));
        navigate(TodayView.class);

        press("Räkna rummet");
        List<? extends IntegerField> numbers = $(IntegerField.class).all();
        numbers.get(0).setValue(14);
        numbers.get(1).setValue(9);
        press("Spara");

        soon(() -> marked("data-here-now").endsWith("23"));
    }

    @Test
    void theSignThatItIsFullIsPutUpAndTakenDown() throws Exception {
        navigate(TodayView.class);
        press("Full just nu");
        soon(() -> pressed("Full just nu").equals("true"));
        press("Full just nu");
        soon(() -> pressed("Full just nu").equals("false"));
    }

    @Test
    void aBurstIsKeptAsACrowd() throws Exception {
        var burst = new ArrayList<DoorEvent>();
        for (int i = 0; i < 14; i++) {
            burst.add(arrived(
                    Instant.parse("2026-11-24T09:05:00Z").plusSeconds(i * 3L), new Party(1, Map.of(TWO, 1), false)));
        }
        checkIns.take(centre, "entren", burst);
        navigate(TodayView.class);
        assertThat(words()).contains("14 snabba incheckningar kl. 10.05");
        assertThat(marked("data-children-today")).isEqualTo("0");

        press("Räkna");

        soon(() -> marked("data-children-today").equals("14"));
        assertThat(words()).doesNotContain("14 snabba incheckningar kl. 10.05");
    }

    @Test
    void aVisitOfUnknownTimeIsPlacedOnTheDay() throws Exception {
        checkIns.take(centre, "entren", List.of(arrived(null, new Party(1, Map.of(TWO, 2), false))));
        navigate(TodayView.class);
        assertThat(marked("data-children-today")).isEqualTo("0");

        press("Välj dag");
        $(TimePicker.class).single().setValue(LocalTime.of(10, 0));
        press("Räkna");

        soon(() -> marked("data-children-today").equals("2"));
    }

    @Test
    void aSongTimeIsCalledOffInTwoClicksAndHeldAfterAll() throws Exception {
        navigate(TodayView.class);
        assertThat(words()).contains("Sångstund");

        press("Ändra dagen");
        test($(Button.class).all().stream()
                        .filter(button -> "Ställ in Sångstund 14.00–14.30"
                                .equals(button.getAriaLabel().orElse("")))
                        .findFirst()
                        .orElseThrow())
                .click();

        soon(() -> !words().contains("Sångstund"));
        assertThat(words()).contains("Sångstund 14.00–14.30 är inställt i dag. Surfplattorna följer strax efter.");
        press("Ångra");
        soon(() -> words().contains("Sångstund"));
    }

    @Test
    void theHouseClosesNow() throws Exception {
        navigate(TodayView.class);
        press("Ändra dagen");
        press("Stäng nu");
        soon(() -> words().stream().anyMatch(line -> line.contains("öppet 10.00–10.12 och 13.00–16.00")));
    }

    @Test
    void aHouseThatIsClosedOpensAnyway() throws Exception {
        clock.set("2026-12-24T10:00");
        navigate(TodayView.class);
        press("Ändra dagen");
        press("Öppna ändå");

        soon(() -> words().stream().anyMatch(line -> line.contains("öppet 10.00–13.00")));
    }

    @Test
    void aChangeOfADayThatHasMovedIsToldKindly() {
        navigate(TodayView.class);
        press("Ändra dagen");
        changes.callOff(centre, LocalDate.parse("2026-11-24"), LocalTime.of(13, 0), "Sam");

        press("Ställ in passet");

        assertThat(words()).anySatisfy(line -> assertThat(line).contains("Någon annan har ändrat dagen under tiden"));
    }

    @Test
    void whoReadsEnglishReadsEnglish() {
        UI.getCurrent().setLocale(Locale.of("en"));

        navigate(TodayView.class);

        assertThat($(H1.class).single().getText()).isEqualTo("Today · Tuesday 24 November");
        assertThat(words()).contains("Open play", "nobody is expecting");
        assertThat(words()).noneMatch(line -> line.contains("!today."));
    }

    @Test
    void staffSeeTheDayButNeitherImportsNorAccounts() {
        navigate(TodayView.class);
        assertThat($(SideNavItem.class).all().stream().map(SideNavItem::getLabel))
                .contains("I dag")
                .doesNotContain("Konton", "Läs in historik", "Plan");

        for (String page : List.of("office/accounts", "office/import", "office/reports", "office/plan")) {
            UI.getCurrent().navigate(page);
            assertThat(getCurrentView().getClass().getSimpleName())
                    .isNotIn("AccountsView", "ImportView", "ReportsView", "PlanView");
        }
    }

    private void arrive(String at, Party party) {
        checkIns.take(centre, "entren", List.of(arrived(Instant.parse(at), party)));
    }

    private static DoorEvent.Arrived arrived(@Nullable Instant at, Party party) {
        return new DoorEvent.Arrived(UUID.randomUUID(), at, new ActivityId("oppen-lek"), party);
    }

    private String marked(String mark) {
        return $(Span.class).all().stream()
                .filter(span -> span.getElement().hasAttribute(mark))
                .findFirst()
                .orElseThrow()
                .getText();
    }

    private String pressed(String button) {
        return String.valueOf(button(button).getElement().getAttribute("aria-pressed"));
    }

    private void press(String words) {
        test(button(words)).click();
    }

    /** The last one of that name: a dialog's or a notice's before the page's own. */
    private Button button(String words) {
        return $(Button.class).all().stream()
                .filter(button -> button.getText().equals(words) && button.isEnabled())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private List<String> words() {
        return $(Component.class).all().stream()
                .filter(HasText.class::isInstance)
                .map(component -> ((HasText) component).getText())
                .toList();
    }

    /** What arrives by push arrives soon, not at once. */
    private static void soon(Callable<Boolean> what) throws Exception {
        for (int i = 0; i < 100 && !what.call(); i++) {
            Thread.sleep(50);
            roundTrip();
        }
        assertThat(what.call()).isTrue();
    }
}
