package se.tambur.daybook;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.QueryParameters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
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
import se.tambur.visit.CheckIns;
import se.tambur.visit.Corrections;
import se.tambur.visit.DoorEvent;
import se.tambur.visit.Doors;
import se.tambur.visit.Imports;
import se.tambur.visit.Party;
import se.tambur.visit.SessionStates;
import se.tambur.visit.Tallies;

@DatabaseTest
@ViewPackages(packages = "se.tambur")
@WithMockUser(username = "Kim", roles = "STAFF")
class DayViewTest extends SpringBrowserlessTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
    private static final AgeId TWO = new AgeId("2y");

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Tallies tallies;

    @Autowired
    private SessionStates states;

    @Autowired
    private Imports imports;

    @Autowired
    private Centres centres;

    @Autowired
    private TestClock clock;

    @Autowired
    private ObjectProvider<CurrentCentre> currentCentre;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void theMorningAfterATuesdayWithOneFamily() {
        clock.set("2026-11-25T08:30");
        centre = Doors.open(centres);
        currentCentre.getObject().choose(centre);
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));
        arrive("2026-11-24T09:11:00Z", new Party(1, Map.of(TWO, 3), false));
    }

    @Test
    void staffCorrectYesterdayAndSeeWhyTheNumberChanged() {
        look(TUESDAY);
        assertThat($(H1.class).single().getText()).isEqualTo("Tisdag 24 november 2026");
        assertThat(table()).contains("Öppen lek100300103");

        press("Rätta");
        number("visits", 1);
        number("1y", 2);
        choose(Corrections.Reason.MISSED);
        press("Spara rättelsen");

        assertThat(table()).contains("Öppen lek202300105");
        assertThat(log())
                .containsExactly("Rättelse: passet 10.00 · Öppen lek · Besök +1, 1 år +2 (Kom förbi surfplattan)"
                        + "25 nov. 8.30 · KimÅngra");
    }

    @Test
    void aRegretStandsInTheLogAsTheOpposite() {
        look(TUESDAY);
        press("Rätta");
        number("2y", -1);
        choose(Corrections.Reason.WRONG);
        press("Spara rättelsen");

        press("Ångra");

        assertThat(table()).contains("Öppen lek100300103");
        assertThat(log())
                .hasSize(2)
                .anyMatch(line -> line.startsWith("Ångrad rättelse: passet 10.00 · Öppen lek · 2 år +1"))
                .anyMatch(line -> line.endsWith("ångrad"));
    }

    @Test
    void whoTakesAwayTooMuchIsToldWhatIsThereAndLosesNothingWritten() {
        look(TUESDAY);
        press("Rätta");
        number("2y", -5);
        press("Spara rättelsen");
        assertThat(words()).contains("Välj en orsak.");

        choose(Corrections.Reason.PLAY);
        press("Spara rättelsen");

        assertThat(words()).contains("Så många finns inte: 2 år är 3.");
        assertThat(field("2y").getValue()).isEqualTo(-5);
        assertThat(corrections.of(centre, TUESDAY, TUESDAY)).isEmpty();
    }

    @Test
    void aSessionThatWasNotHeldIsClosedAfterAllAndLeavesTheCoverage() {
        look(TUESDAY);
        assertThat(tallies.sessions(centre, TUESDAY, TUESDAY)).hasSize(2);

        state(1).setValue(SessionCard.Word.CLOSED);

        assertThat(tallies.sessions(centre, TUESDAY, TUESDAY))
                .extracting(held -> held.session().opens())
                .containsExactly(LocalTime.of(10, 0));
        assertThat(log()).containsExactly("passet 13.00: läget är Stängt ändå25 nov. 8.30 · Kim");

        press("Ångra");
        assertThat(tallies.sessions(centre, TUESDAY, TUESDAY)).hasSize(2);
        assertThat(log()).hasSize(2);
    }

    @Test
    void whatStaffSayOfASessionWins() {
        look(TUESDAY);

        state(1).setValue(SessionCard.Word.EMPTY);
        assertThat(tallies.sessions(centre, TUESDAY, TUESDAY))
                .extracting(Tallies.HeldSession::state)
                .containsExactly(Tallies.State.COUNTED, Tallies.State.EMPTY);

        state(1).setValue(SessionCard.Word.DOOR);
        assertThat(tallies.sessions(centre, TUESDAY, TUESDAY))
                .extracting(Tallies.HeldSession::state)
                .containsExactly(Tallies.State.COUNTED, Tallies.State.NOT_COUNTED);
    }

    @Test
    void aBurstOfYesterdayIsKeptAndTheLogSaysWhoKeptIt() {
        var burst = new ArrayList<DoorEvent>();
        for (int i = 0; i < 14; i++) {
            burst.add(arrived(
                    Instant.parse("2026-11-24T12:05:00Z").plusSeconds(i * 3L), new Party(1, Map.of(TWO, 1), false)));
        }
        checkIns.take(centre, "entren", burst);
        look(TUESDAY);
        assertThat(words()).contains("14 snabba incheckningar kl. 13.05");

        press("Räkna");

        assertThat(words()).doesNotContain("14 snabba incheckningar kl. 13.05");
        assertThat(log()).containsExactly("passet 13.00: 14 misstänkta besök räknas25 nov. 8.30 · Kim");
    }

    @Test
    void visitsAddedAndTakenBackStandInTheLogAndThoseAtTheDoorAsASum() {
        clock.set("2026-11-24T12:30");
        checkIns.add(centre, LocalDateTime.parse("2026-11-24T10:40"), null, new Party(2, Map.of(), false), "Asta");
        checkIns.undoLast(centre, "Kim");
        for (int i = 0; i < 2; i++) {
            var family = arrived(Instant.parse("2026-11-24T10:00:00Z"), new Party(1, Map.of(TWO, 1), false));
            checkIns.take(centre, "entren", List.of(family));
            checkIns.take(centre, "entren", List.of(new DoorEvent.Undone(UUID.randomUUID(), family.id())));
        }

        look(TUESDAY);

        assertThat(log())
                .containsExactly(
                        "passet 10.00: 1 besök ångrat12.30 · Kim",
                        "passet 10.00: 1 besök tillagt12.30 · Asta",
                        "2 besök ångrade av besökarevid surfplattan");
    }

    @Test
    void whatATabletTellsOfAClosedSessionStandsThereWithoutOpeningIt() {
        states.sayClosed(centre, TUESDAY, LocalTime.of(13, 0), "Asta");
        arrive("2026-11-24T12:30:00Z", new Party(1, Map.of(TWO, 1), false));

        look(TUESDAY);

        assertThat(state(1).getValue()).isEqualTo(SessionCard.Word.CLOSED);
        assertThat(words()).anyMatch(line -> line.startsWith("Personalen har sagt att passet var stängt"));
        assertThat(tallies.sessions(centre, TUESDAY, TUESDAY)).hasSize(1);

        state(1).setValue(SessionCard.Word.DOOR);
        assertThat(tallies.sessions(centre, TUESDAY, TUESDAY)).hasSize(2);
    }

    @Test
    void anImportThatWasTakenOutLeavesALineOnEveryDayItSpokeFor() {
        String csv = "arrived_at,activity,0-11m,1y,2y,3-5y,6y+,adults,expecting\n"
                + "2026-11-19T09:30,oppen-lek,3,0,0,0,0,1,0\n";
        long run = imports.take(centre, "x.csv", csv.getBytes(StandardCharsets.UTF_8), "Asta", done -> {})
                .run();
        clock.set("2026-11-25T08:40");
        imports.undo(centre, run, "Kim");

        look(LocalDate.of(2026, 11, 19));

        assertThat(log())
                .containsExactly(
                        "Import " + run + " togs bort igen25 nov. 8.40 · Kim",
                        "Läst in från fil, import " + run + "25 nov. 8.30 · Asta");
    }

    @Test
    void whatIsToComeCannotBeCorrected() {
        look(LocalDate.of(2026, 11, 26));

        assertThat(words()).contains("Passet har inte börjat.");
        assertThat($(Button.class).all().stream().map(Button::getText)).doesNotContain("Rätta");
    }

    @Test
    void aDayWithoutSessionsSaysSo() {
        look(LocalDate.of(2026, 11, 21));
        assertThat(words()).contains("Inget pass den här dagen.", "Ingenting har ändrats efter räkningen.");
    }

    @Test
    void anotherHousesDayIsNotSeen() {
        currentCentre.getObject().choose(Doors.open(centres));

        look(TUESDAY);

        assertThat($(NativeTable.class).all()).isEmpty();
    }

    @Test
    void whoReadsEnglishReadsEnglish() {
        UI.getCurrent().setLocale(Locale.of("en"));
        corrections.make(
                centre,
                UUID.randomUUID(),
                new Corrections.Change(TUESDAY, LocalTime.of(10, 0), new ActivityId("oppen-lek"), Map.of("1y", 1)),
                Corrections.Reason.PAPER,
                "Asta");

        look(TUESDAY);

        assertThat(log().getFirst())
                .startsWith("Correction: session 10:00 · Open play · 1 year +1 (Counted by hand)25 Nov 8:30 · Asta");
        assertThat(words()).noneMatch(line -> line.contains("!daybook."));
    }

    private void look(LocalDate day) {
        UI.getCurrent().navigate(DayView.class, QueryParameters.of("date", day.toString()));
    }

    private void arrive(String at, Party party) {
        checkIns.take(centre, "entren", List.of(arrived(Instant.parse(at), party)));
    }

    private static DoorEvent.Arrived arrived(Instant at, Party party) {
        return new DoorEvent.Arrived(UUID.randomUUID(), at, new ActivityId("oppen-lek"), party);
    }

    private String table() {
        return $(NativeTable.class).all().getFirst().getElement().getTextRecursively();
    }

    private List<String> log() {
        return $(ListItem.class).all().stream()
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }

    private IntegerField field(String kind) {
        return $(IntegerField.class).all().stream()
                .filter(field -> kind.equals(field.getElement().getAttribute("data-kind")))
                .findFirst()
                .orElseThrow();
    }

    private void number(String kind, int value) {
        field(kind).setValue(value);
    }

    @SuppressWarnings("unchecked")
    private void choose(Corrections.Reason reason) {
        $(Select.class).all().stream()
                .filter(select -> select.getLabel().equals("Orsak"))
                .findFirst()
                .orElseThrow()
                .setValue(reason);
    }

    @SuppressWarnings("unchecked")
    private Select<SessionCard.Word> state(int session) {
        return (Select<SessionCard.Word>) $(Select.class).all().stream()
                .filter(select -> select.getLabel().equals("Läge"))
                .toList()
                .get(session);
    }

    /** The last one of that name: a dialog's or a notice's before the page's own. */
    private void press(String words) {
        Button button = $(Button.class).all().stream()
                .filter(each -> each.getText().equals(words) && each.isEnabled())
                .reduce((first, second) -> words.equals("Rätta") ? first : second)
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
