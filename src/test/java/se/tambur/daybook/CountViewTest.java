package se.tambur.daybook;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.time.LocalTime;
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
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.centre.Plan;
import se.tambur.daybook.Day.Passage;
import se.tambur.visit.Corrections;
import se.tambur.visit.Corrections.Reason;
import se.tambur.visit.Doors;
import se.tambur.visit.HandCounts;
import se.tambur.visit.SessionStates;
import se.tambur.visit.Tallies;
import tools.jackson.databind.json.JsonMapper;

/** Counting by hand, as the server meets it; what happens on the telephone itself is told by HandCountTest. */
@DatabaseTest
@ViewPackages(packages = "se.tambur")
@WithMockUser(username = "Kim", roles = "STAFF")
class CountViewTest extends SpringBrowserlessTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalTime TEN = LocalTime.of(10, 0);
    private static final JsonMapper JSON = new JsonMapper();

    @Autowired
    private HandCounts handCounts;

    @Autowired
    private Corrections corrections;

    @Autowired
    private SessionStates states;

    @Autowired
    private Tallies tallies;

    @Autowired
    private Centres centres;

    @Autowired
    private TestClock clock;

    @Autowired
    private ObjectProvider<CurrentCentre> currentCentre;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aTuesdayAtElevenInThePark() {
        clock.set("2026-11-24T11:05");
        centre = Doors.open(centres);
        currentCentre.getObject().choose(centre);
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));
    }

    @Test
    void todayTheSessionThatGoesOnAndThePresentHourStandThere() {
        look("");

        assertThat(session().getValue().opens()).isEqualTo(TEN);
        assertThat(activity().getValue().id()).isEqualTo(new ActivityId("oppen-lek"));
        assertThat(hour().getValue()).isEqualTo(11);
        assertThat(counter().getElement().getProperty("what")).isEqualTo("2026-11-24/10:00");
        assertThat(words()).contains("Ingen är räknad än.");
    }

    @Test
    void aGroupOfTwelveIsSavedInOnePressAndCanBeTakenBack() {
        look("");

        save(UUID.randomUUID(), Map.of("1y", 5, "2y", 7, "adults", 9));

        assertThat(sum("2y")).isEqualTo(7);
        assertThat(sum(Tallies.VISITS)).isZero();
        assertThat(words())
                .contains(
                        "Sparat: 1 år +5, 2 år +7, Vuxna +9.",
                        "Redan räknat: 12 barn, 9 vuxna.",
                        "passet 10.00 · Öppen lek · 1 år +5, 2 år +7, Vuxna +9");

        press("Ångra");
        assertThat(sum("2y")).isZero();
        assertThat(words()).contains("Ångrat: 1 år +5, 2 år +7, Vuxna +9.");
        assertThat(handCounts.of(centre, TUESDAY, TUESDAY)).isEmpty();
    }

    @Test
    void pressedTwiceItCountsOnceAndWhatWasTappedInBetweenIsNotForgotten() {
        look("");
        UUID form = UUID.randomUUID();

        save(form, Map.of("1y", 5));
        save(form, Map.of("1y", 5));
        save(form, Map.of("1y", 6));

        assertThat(sum("1y")).isEqualTo(5);
        assertThat(words()).contains("Det här var redan sparat: 1 år +5. Det du har tryckt sedan dess står kvar.");
    }

    @Test
    void theReasonStandsInTheDaysLogWithAuthorAndTime() {
        look("");
        reason().setValue(Reason.OUTDOORS);
        save(UUID.randomUUID(), Map.of("1y", 5));

        UI.getCurrent().navigate(DayView.class, QueryParameters.of("date", TUESDAY.toString()));

        assertThat($(ListItem.class).all().getFirst().getElement().getTextRecursively())
                .startsWith("Räkning: passet 10.00 · Öppen lek · 1 år +5 (Vi var ute)11.05 · Kim");
    }

    @Test
    void whatTheRulesRefuseIsSaidInWordsAndNothingIsSaved() {
        look("");

        save(UUID.randomUUID(), Map.of("1y", 1, Tallies.VISITS, 2));

        assertThat(words()).anyMatch(line -> line.startsWith("Antalet sällskap stämmer inte"));
        assertThat(corrections.of(centre, TUESDAY, TUESDAY)).isEmpty();

        states.sayClosed(centre, TUESDAY, TEN, "Asta");
        save(UUID.randomUUID(), Map.of("1y", 1));
        assertThat(words())
                .contains("Passet är satt som stängt ändå. Ändra läget på Dagen först, så går det att räkna.");
    }

    @Test
    void aDayGoneByIsFilledInFromPaperSessionAfterSessionAndDayAfterDay() {
        clock.set("2026-11-25T08:30");
        look("date=2026-11-23");
        assertThat(session().getValue().opens()).isEqualTo(LocalTime.of(9, 0));
        assertThat(hour().getValue()).isNull();
        save(UUID.randomUUID(), Map.of("1y", 3, Tallies.VISITS, 3));

        press("Nästa dag: Tisdag 24 november 2026");
        save(UUID.randomUUID(), Map.of("1y", 4));
        press("Nästa pass: 13.00–16.00");
        assertThat(words()).contains("Ingen är räknad än.");
        press("Ingen kom");

        assertThat(tallies.sessions(centre, MONDAY, TUESDAY))
                .extracting(Tallies.HeldSession::state)
                .containsExactly(Tallies.State.COUNTED, Tallies.State.COUNTED, Tallies.State.EMPTY);
        assertThat($(Button.class).all().stream().map(Button::getText)).noneMatch(text -> text.startsWith("Nästa "));

        press("Ångra");
        assertThat(tallies.sessions(centre, TUESDAY, TUESDAY).getLast().state()).isEqualTo(Tallies.State.NOT_COUNTED);
    }

    @Test
    void aSelectiveGroupGetsItsTotalAlsoOnADayWithoutSessions() {
        look("date=2026-11-22&activity=riktad");

        assertThat(session().getValue().opens()).isNull();
        save(UUID.randomUUID(), Map.of("3-5y", 6, "adults", 5, Tallies.VISITS, 5));

        LocalDate sunday = LocalDate.of(2026, 11, 22);
        assertThat(tallies.of(centre, sunday, sunday, Tallies.Axis.ACTIVITY))
                .allSatisfy(tally -> assertThat(tally.key()).isEqualTo("riktad"))
                .extracting(Tallies.Tally::number)
                .containsExactlyInAnyOrder(6, 5, 5);
    }

    @Test
    void whatIsChosenStandsInTheAddressSoThatAReloadKeepsIt() {
        clock.set("2026-11-24T14:00");
        look("date=2026-11-24&session=10:00&activity=bvc");

        assertThat(session().getValue().opens()).isEqualTo(TEN);
        assertThat(activity().getValue().id()).isEqualTo(new ActivityId("bvc"));
        assertThat(hour().getListDataView().getItems().filter(each -> each != null))
                .containsExactly(9, 10, 11, 12);

        session().setValue(session().getListDataView().getItem(1));
        assertThat(UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters())
                .contains("session=13", "activity=bvc");
    }

    @Test
    void whatADeviceMakesUpIsNeitherCountedNorAFault() {
        look("date=2026-99-99&session=hej&activity=nej");
        assertThat(session().getValue().opens()).isEqualTo(TEN);

        save(UUID.randomUUID(), Map.of("dragon", 3, "1y", -4, "2y", 2));
        assertThat(corrections.of(centre, TUESDAY, TUESDAY))
                .singleElement()
                .satisfies(entry -> assertThat(entry.numbers()).isEqualTo(Map.of("2y", 2)));

        save(UUID.randomUUID(), Map.of("2y", 501));
        assertThat(words()).contains("Högst 500 åt gången: 2 år.");

        ComponentUtil.fireEvent(
                counter(),
                new Counter.Waiting(
                        counter(),
                        true,
                        JSON.readTree("[\"2026-11-23/09:00\",\"<b>\",\"2026-13-01/09:00\",\"2026-11-22/outside\",7]")));
        assertThat($(Anchor.class).all().stream().map(Anchor::getText))
                .contains("Måndag 23 november 2026, passet 9.00", "Söndag 22 november 2026, Utanför öppettid")
                .noneMatch(text -> text.contains("<"));
    }

    @Test
    void aDayToComeCanOnlyBePrinted() {
        look("date=2026-11-26");

        assertThat(words()).anyMatch(line -> line.startsWith("Dagen har inte varit än"));
        assertThat($(Counter.class).all()).isEmpty();
        assertThat($(Anchor.class).all().stream().map(Anchor::getText)).contains("Papperslista för dagen (PDF)");
    }

    @Test
    void whoReadsEnglishReadsEnglish() {
        UI.getCurrent().setLocale(Locale.of("en"));

        look("");
        save(UUID.randomUUID(), Map.of("1y", 5));

        assertThat(words())
                .contains("Saved: 1 year +5.", "Counted so far: 5 children, 0 adults.")
                .noneMatch(line -> line.contains("!daybook."));
        assertThat(counter().getElement().getPropertyRaw("words").toString())
                .contains("Undo last")
                .doesNotContain("!daybook");
    }

    private void look(String query) {
        UI.getCurrent().navigate(CountView.class, QueryParameters.fromString(query));
    }

    /** As the device tells it. */
    private void save(UUID id, Map<String, Integer> numbers) {
        ComponentUtil.fireEvent(
                counter(), new Counter.Pressed(counter(), true, id.toString(), JSON.valueToTree(numbers)));
    }

    private Counter counter() {
        return $(Counter.class).single();
    }

    private int sum(String category) {
        return tallies.of(centre, TUESDAY, TUESDAY, Tallies.Axis.HOUR).stream()
                .filter(tally -> tally.category().equals(category))
                .mapToInt(Tallies.Tally::number)
                .sum();
    }

    private Select<Passage> session() {
        return select("Pass");
    }

    private Select<Plan.Activity> activity() {
        return select("Aktivitet");
    }

    private Select<Integer> hour() {
        return select("Ungefär när");
    }

    private Select<Reason> reason() {
        return select("Orsak");
    }

    @SuppressWarnings("unchecked")
    private <T> Select<T> select(String label) {
        return (Select<T>) $(Select.class).all().stream()
                .filter(select -> select.getLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** The last one of that name: a notice's before the page's own. */
    private void press(String words) {
        Button button = $(Button.class).all().stream()
                .filter(each -> each.getText().equals(words) && each.isEnabled())
                .reduce((first, second) -> second)
                .orElseThrow();
        test(button).click();
    }

    private List<String> words() {
        return $(Component.class).all().stream()
                .filter(HasText.class::isInstance)
                .map(component -> ((HasText) component).getText())
                .toList();
    }
}
