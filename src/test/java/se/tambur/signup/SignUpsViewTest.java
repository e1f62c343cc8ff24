package se.tambur.signup;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.context.support.WithMockUser;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Groups;
import se.tambur.shared.Words;
import se.tambur.signup.Desk.Seat;
import se.tambur.signup.SignUps.Answer;
import se.tambur.visit.Doors;

@DatabaseTest
@ViewPackages(packages = "se.tambur")
@WithMockUser(username = "Kim", roles = "STAFF")
class SignUpsViewTest extends SpringBrowserlessTest {

    private static final LocalDate FIRST = LocalDate.of(2027, 1, 11);

    @Autowired
    private Courses courses;

    @Autowired
    private SignUps signUps;

    @Autowired
    private Desk desk;

    @Autowired
    private Attendance attendance;

    @Autowired
    private CourseKeys keys;

    @Autowired
    private Centres centres;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Words words;

    @Autowired
    private ObjectProvider<CurrentCentre> currentCentre;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aHouseInNovember() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
        currentCentre.getObject().choose(centre);
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));
    }

    @Test
    void staffSeeWhoHasAPlaceAndWhoWaitsAndTheLookIsRemembered() {
        Course course = course(1);
        desk.add(
                course,
                new Family("Amina", "amina@example.se", "070-123 45 67", 2, babies(2), "so", true),
                Seat.FREE,
                "x");
        signUp(course, "Bo");

        open(course);

        assertThat($(H1.class).single().getText()).isEqualTo("Babymassage");
        assertThat(texts())
                .contains("Start 11 januari · 5 måndagar 13.00–14.00 · Stora rummet")
                .contains("1 av 1 plats är tagen, 1 i kö", "Anmälan är öppen till och med måndag 11 januari.")
                .contains("Amina", "2 vuxna, 2 barn (2 × Bebis)", "somaliska, behöver tolk")
                .contains("anmäld 24 november kl. 10.12", "Bo");
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("tel:+46701234567", "mailto:amina@example.se");
        assertThat(deeds(course)).containsExactly("signups.seen");
    }

    @Test
    void aFamilyThatSignsUpMeanwhileComesToTheListByItself() {
        Course course = course(4);
        open(course);
        assertThat(texts()).contains("Ingen har en plats än.");

        CompletableFuture.runAsync(() -> signUp(course, "Amina")).join();
        roundTrip();

        assertThat(texts()).contains("Amina", "1 av 4 platser är tagna");
        assertThat(deeds(course)).containsExactly("signups.seen");
    }

    @Test
    void anotherCentresCourseAndNoneAtAllAreAnsweredInTheSameKindWay() {
        CentreId other = Doors.open(centres);
        Course theirs = courses.save(Groups.massage(other, "deras", 2), "test");
        signUp(theirs, "Amina");

        open(theirs);
        List<String> foreign = texts();
        assertThat($(H1.class).single().getText()).isEqualTo("Den här kursen finns inte här");
        assertThat(foreign).doesNotContain("Amina");

        navigate("office/courses/ingen/sign-ups", SignUpsView.class);
        assertThat(texts()).isEqualTo(foreign);
        assertThat(jdbc.sql("select count(*) from audit where centre = ? and actor = 'Kim'")
                        .param(other.value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void aPlaceBeyondTheSeatsIsGivenOnlyWhenStaffSaySo() {
        Course course = course(1);
        signUp(course, "Amina");
        signUp(course, "Bo");
        open(course);

        press("Ge plats åt Bo");
        assertThat(names(course)).containsExactly("Amina", "Bo WAITING");
        test($(ConfirmDialog.class).single()).confirm();

        assertThat(names(course)).containsExactly("Amina", "Bo");
        assertThat(texts()).contains("2 av 1 plats är tagen", "Bo har fått plats.");
    }

    @Test
    void aFamilyCancelledByMistakeGetsItsPlaceBackByUndo() {
        Course course = course(1);
        signUp(course, "Amina");
        signUp(course, "Bo");
        open(course);

        press("Avboka Amina");
        assertThat(names(course)).containsExactly("Bo OFFERED");
        assertThat(texts()).contains("erbjuden plats till 26 november kl. 10.12", "Amina är avbokad.");

        test($(Button.class).withText("Ångra").single()).click();
        assertThat(names(course)).containsExactly("Amina", "Bo WAITING");
    }

    @Test
    void theLineIsMovedAndItsEndsCannotBe() {
        Course course = course(1);
        List.of("Amina", "Bo", "Cia").forEach(name -> signUp(course, name));
        open(course);
        assertThat(named("Flytta upp Bo i kön").isEnabled()).isFalse();
        assertThat(named("Flytta ner Cia i kön").isEnabled()).isFalse();

        press("Flytta upp Cia i kön");

        assertThat(names(course)).containsExactly("Amina", "Cia WAITING", "Bo WAITING");
        assertThat(named("Flytta upp Cia i kön").isEnabled()).isFalse();
        press("Flytta Amina till kön");
        assertThat(names(course)).containsExactly("Cia OFFERED", "Bo WAITING", "Amina WAITING");
    }

    @Test
    void staffTickWhoIsHereAndTheSumGrows() {
        Course course = course(4);
        signUp(course, "Amina");
        signUp(course, "Bo");
        open(course);
        assertThat($(Checkbox.class).all()).noneMatch(Checkbox::isEnabled);
        assertThat(texts()).contains("Närvaron kan fyllas i från och med dagen för träffen.");

        clock.set("2027-01-18T13:05");
        open(course);
        assertThat(meeting().getValue()).isEqualTo(FIRST.plusWeeks(1));
        Checkbox amina = box("Amina är här måndag 18 januari");
        test(amina).click();

        assertThat(attendance.sums(course)).extracting(Attendance.Sum::day).containsExactly(FIRST.plusWeeks(1));
        assertThat(texts()).contains("1 familj: 1 barn och 1 vuxen");
        assertThat(box("Amina är här måndag 18 januari")).isSameAs(amina);

        meeting().setValue(FIRST);
        assertThat(box("Amina är här måndag 11 januari").getValue()).isFalse();
        assertThat(texts()).contains("Ingen är markerad än.");
    }

    @Test
    void aFamilyThatCallsIsAddedByHandAndAWrongNumberIsTold() {
        Course course = course(1);
        signUp(course, "Amina");
        open(course);

        press("Lägg till familj");
        field("Namn eller alias").setValue("Bo");
        field("Telefon").setValue("12");
        test($(Button.class).withText("Lägg till").single()).click();
        assertThat(texts()).contains("Telefonnumret ser inte rätt ut.");

        field("Telefon").setValue("070-123 45 67");
        test($(Button.class).withText("Lägg till").single()).click();
        assertThat(names(course)).containsExactly("Amina", "Bo WAITING");
        assertThat(texts()).contains("Bo är tillagd och står i kön.");
    }

    @Test
    @SuppressWarnings("unchecked")
    void theExtraSeatIsAChoiceOfItsOwnWhenAFamilyIsAdded() {
        Course course = course(1);
        signUp(course, "Amina");
        open(course);

        press("Lägg till familj");
        field("Namn eller alias").setValue("Bo");
        field("Telefon").setValue("070-123 45 67");
        ((RadioButtonGroup<Seat>) $(RadioButtonGroup.class).single()).setValue(Seat.EXTRA);
        test($(Button.class).withText("Lägg till").single()).click();

        assertThat(names(course)).containsExactly("Amina", "Bo");
    }

    @Test
    void aMessageTellsWhomToCall() {
        Course course = course(4);
        signUp(course, "Amina");
        desk.add(course, new Family("Bo", null, "070-123 45 67", 1, Map.of(), "sv", false), Seat.FREE, "x");
        open(course);

        var say = RollWords.of(words, UI.getCurrent().getLocale(), centres.plan(centre));
        new WriteDialog(say, (text, line) -> desk.write(course, text, line, "Kim")).open();
        test($(Button.class).withText("Skicka").single()).click();
        assertThat(texts()).contains("Skriv ett meddelande, högst 1\u00a0500 tecken.");
        $(TextArea.class).single().setValue("Vi ses i Lilla rummet.");
        test($(Button.class).withText("Skicka").single()).click();

        assertThat(texts()).contains("Meddelandet skickas till 1 familj.", "1 familj har bara telefon. Ring:");
        assertThat($(Anchor.class).all().stream()
                        .filter(link -> link.getHref().equals("tel:+46701234567"))
                        .count())
                .isEqualTo(2);
    }

    @Test
    void whereNoLetterCanGoOutStaffAreToldSoAndWhomToReach() {
        Course course = course(1);
        signUp(course, "Amina");
        desk.add(course, new Family("Bo", null, "070-123 45 67", 1, Map.of(), "sv", false), Seat.FREE, "x");
        open(course);
        assertThat(texts()).anyMatch(text -> text.startsWith("Ingen e-postserver är inställd, så familjerna får inga"));

        press("Skriv till alla");

        assertThat($(TextArea.class).all()).isEmpty();
        assertThat(texts()).contains(words.say("sv", "signup.write.no-mail"));
        assertThat($(Anchor.class).all().stream().map(Anchor::getHref))
                .contains("mailto:amina@example.se", "tel:+46701234567");
    }

    @Test
    void aRepeatThatWasGivenBackAsksStaffToCallUntilTheyHave() {
        Course course = course(4);
        signUp(course, "Amina");
        Answer again = signUp(course, "Amina");
        open(course);
        assertThat(texts()).contains("anmäld igen");

        signUps.cancel(Objects.requireNonNull(again.token()));
        roundTrip();
        assertThat(texts()).contains("ville lämna platsen: ring och fråga").doesNotContain("anmäld igen");

        press("Jag har frågat Amina");
        assertThat(texts()).doesNotContain("ville lämna platsen: ring och fråga");
    }

    @Test
    void theSignUpIsClosedAndOpenedAgain() {
        Course course = course(4);
        open(course);

        press("Stäng anmälan");
        assertThat(texts()).contains("Anmälan är stängd.");
        assertThat(courses.find(centre, course.id()).orElseThrow().closes()).isEqualTo(LocalDate.of(2026, 11, 23));

        press("Öppna anmälan igen");
        assertThat(courses.find(centre, course.id()).orElseThrow().closes()).isNull();
        assertThat(texts()).contains("Anmälan är öppen till och med måndag 11 januari.");
    }

    @Test
    void aLostKeyIsARowThatSaysSo() {
        Course course = course(4);
        signUp(course, "Amina");
        keys.destroy(course.code());

        open(course);

        assertThat(texts()).contains("Kan inte läsas: nyckeln saknas").doesNotContain("Amina");
        assertThat($(ListItem.class).all()).hasSize(1);
    }

    @Test
    void theListCanBeTakenAlongOnPaper() {
        Course course = course(4);
        open(course);

        assertThat($(Anchor.class).all()).extracting(Anchor::getText).contains("Skriv ut listan");
        assertThat(RollPaper.fileName(course)).isEqualTo(course.id() + ".pdf");
    }

    private Course course(int seats) {
        return courses.save(Groups.massage(centre, courses.newId(centre, "Babymassage", FIRST), seats), "test");
    }

    private static Map<AgeId, Integer> babies(int number) {
        return Map.of(new AgeId("0-11m"), number);
    }

    private Answer signUp(Course course, String name) {
        return signUps.signUp(
                course, UUID.randomUUID(), Families.family(name, name.toLowerCase(Locale.ROOT) + "@example.se"));
    }

    private void open(Course course) {
        navigate("office/courses/" + course.id() + "/sign-ups", SignUpsView.class);
    }

    private List<String> names(Course course) {
        return desk.look(course, "test").rows().stream()
                .map(row -> Objects.requireNonNull(row.family()).name()
                        + (row.standing() == SignUp.Standing.PLACED ? "" : " " + row.standing()))
                .toList();
    }

    private List<String> deeds(Course course) {
        return jdbc.sql("select deed from audit where centre = ? and detail = ? and actor = 'Kim'")
                .params(centre.value(), course.id())
                .query((row, number) -> row.getString(1))
                .list();
    }

    /** By its accessible name, or what stands on it. */
    private Button named(String name) {
        return $(Button.class).all().stream()
                .filter(button -> button.getAriaLabel().orElse(button.getText()).equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void press(String name) {
        test(named(name)).click();
    }

    private TextField field(String label) {
        return $(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private Checkbox box(String name) {
        return $(Checkbox.class).all().stream()
                .filter(box -> box.getAriaLabel().orElse("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Select<LocalDate> meeting() {
        return (Select<LocalDate>) $(Select.class).withCaption("Träff").single();
    }

    private List<String> texts() {
        return Stream.concat(
                        $(Span.class).all().stream().map(Span::getText),
                        $(Paragraph.class).all().stream().map(Paragraph::getText))
                .toList();
    }
}
