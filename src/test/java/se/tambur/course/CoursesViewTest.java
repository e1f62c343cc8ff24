package se.tambur.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarTester;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import com.vaadin.flow.router.QueryParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.centre.Plan;
import se.tambur.shared.OfficeShell.DayPicker;
import se.tambur.signup.Families;
import se.tambur.signup.SignUps;
import se.tambur.visit.Doors;

@DatabaseTest
@ViewPackages(packages = "se.tambur")
@WithMockUser(username = "Kim", roles = "STAFF")
class CoursesViewTest extends SpringBrowserlessTest {

    @Autowired
    private TestClock clock;

    @Autowired
    private Centres centres;

    @Autowired
    private Courses courses;

    @Autowired
    private SignUps signUps;

    @Autowired
    private Preview preview;

    @Autowired
    private Scans scans;

    @Autowired
    private JdbcClient jdbc;

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
    void aHouseWithoutCoursesLearnsHowToMakeOne() {
        navigate(CoursesView.class);

        assertThat(words()).contains("Här samlas husets kurser", "Tryck på Ny kurs");
    }

    @Test
    void aListTellsWhenHowFullAndWhere() {
        Course course = massage(2);
        signUp(course, "amina@example.se");
        navigate(CoursesView.class);
        assertThat(line("Babymassage"))
                .contains("Publicerad", "Start 11 januari · 5 måndagar 13.00–14.00", "1 av 2 platser tagna")
                .contains("/k/" + course.code());

        signUp(course, "bo@example.se");
        signUp(course, "cia@example.se");
        navigate(CoursesView.class);

        assertThat(line("Babymassage")).contains("Full", "2 av 2 platser tagna · 1 på väntelistan");
    }

    @Test
    void aCourseThatIsOverLiesAmongThePast() {
        massage(8);
        clock.set("2027-03-01T10:00");
        navigate(CoursesView.class);
        assertThat(words()).contains("Inga kommande kurser");

        press("Tidigare (1)");

        assertThat(line("Babymassage")).contains("Slut");
    }

    @Test
    void fiveMondaysAreMadeInOneGoAndEasterMondayIsPassedOver() {
        open("new");
        test(field("Namn")).setValue("Babymassage");
        series(LocalDate.of(2027, 3, 15), 5);

        assertThat(words()).contains("hoppades över: 29 mars (Annandag påsk)");
        assertThat(words()).contains("Start 15 mars · 5 måndagar 13.00–14.00");
        test(field("Rum")).setValue("Stora rummet");
        press("Spara utkast");

        Course made = only();
        assertThat(made.state()).isEqualTo(Course.State.DRAFT);
        assertThat(made.id()).isEqualTo("babymassage-vt27");
        assertThat(made.meetings())
                .extracting(Course.Meeting::day)
                .containsExactly(
                        LocalDate.of(2027, 3, 15),
                        LocalDate.of(2027, 3, 22),
                        LocalDate.of(2027, 4, 5),
                        LocalDate.of(2027, 4, 12),
                        LocalDate.of(2027, 4, 19));
        assertThat(line("Babymassage")).contains("Utkast");
        assertThat(deeds()).containsExactly("course.saved");
    }

    @Test
    void aMeetingIsMovedRemovedAndAddedByHand() {
        Course course = massage(8);
        open(course.id());
        test(day(0)).setValue(LocalDate.of(2027, 1, 12));
        test(button("Ta bort tillfälle 5")).click();
        press("Lägg till ett tillfälle");
        press("Spara");

        assertThat(only().meetings())
                .extracting(Course.Meeting::day)
                .containsExactly(
                        LocalDate.of(2027, 1, 12),
                        LocalDate.of(2027, 1, 18),
                        LocalDate.of(2027, 1, 25),
                        LocalDate.of(2027, 2, 1),
                        LocalDate.of(2027, 2, 8));
    }

    @Test
    void aMeetingOnAClosedDayIsToldKindlyAndKept() {
        Course course = massage(8);
        open(course.id());

        test(day(4)).setValue(LocalDate.of(2027, 3, 29));

        assertThat(day(4).getHelperText()).isEqualTo("måndag · huset är stängt: Annandag påsk");
        press("Spara");
        assertThat(only().ends()).isEqualTo(LocalDate.of(2027, 3, 29));
    }

    @Test
    void whatIsWrongIsToldAtItsFieldAndNothingTypedIsLost() {
        open("new");
        test(area("Beskrivning")).setValue("Du lär dig massera ditt barn.\n\nTa det lugnt.");
        test(field("Webbadress")).setValue("http://example.se/rum");
        ways().setValue(CourseFormView.Way.LINK);
        test(field("Adress till anmälan")).setValue("www.example.se");
        press("Spara utkast");

        assertThat(courses.of(centre)).isEmpty();
        assertThat(field("Namn").getErrorMessage()).isEqualTo("Skriv ett namn på husets första språk.");
        assertThat(field("Namn").isInvalid()).isTrue();
        assertThat(field("Webbadress").getErrorMessage()).contains("https://");
        assertThat(field("Webbadress").isInvalid()).isTrue();
        assertThat(field("Adress till anmälan").isInvalid()).isTrue();
        assertThat(words()).contains("Inga tillfällen än.");
        assertThat(area("Beskrivning").getValue()).isEqualTo("Du lär dig massera ditt barn.\n\nTa det lugnt.");
        assertThat(field("Adress till anmälan").getValue()).isEqualTo("www.example.se");
        assertThat(words()).contains("Kursen är inte sparad än.");

        test(field("Namn")).setValue("Babymassage");
        assertThat(field("Namn").isInvalid()).isFalse();
        test(field("Webbadress")).setValue("https://example.se/rum");
        test(field("Adress till anmälan")).setValue("https://example.se/anmalan");
        series(LocalDate.of(2027, 1, 11), 5);
        press("Spara utkast");

        Course made = only();
        assertThat(made.web()).isEqualTo("https://example.se/rum");
        assertThat(made.text().in("sv", "sv")).isEqualTo("Du lär dig massera ditt barn. Ta det lugnt.");
        assertThat(made.signUp()).isEqualTo(new Course.SignUpWay.Link("https://example.se/anmalan"));
    }

    @Test
    void meetingsThatClashAreTold() {
        Course course = massage(8);
        open(course.id());
        test(day(1)).setValue(LocalDate.of(2027, 1, 11));
        press("Spara");

        assertThat(day(0).getErrorMessage()).isEqualTo("Två tillfällen krockar. Flytta eller ta bort det ena.");
        assertThat(only().meetings()).isEqualTo(course.meetings());
    }

    @Test
    void theSignUpDoesNotCloseBeforeItOpens() {
        open(massage(8).id());
        test(day("Anmälan öppnar")).setValue(LocalDate.of(2026, 12, 10));
        test(day("Anmälan stänger")).setValue(LocalDate.of(2026, 12, 1));
        press("Spara");
        assertThat(day("Anmälan stänger").isInvalid()).isTrue();

        test(day("Anmälan stänger")).setValue(LocalDate.of(2026, 12, 20));
        press("Spara");

        assertThat(only().opens()).isEqualTo(LocalDate.of(2026, 12, 10));
        assertThat(only().closes()).isEqualTo(LocalDate.of(2026, 12, 20));
    }

    @Test
    void everyFieldOfACourseIsKeptWhenNothingIsChanged() {
        Course course = massage(8);
        open(course.id());
        press("Spara");

        assertThat(only()).isEqualTo(course);
    }

    @Test
    void wordsInAnotherLanguageLieFoldedUnderTheFirst() {
        open(massage(8).id());

        TextField arabic = $(TextField.class).all().stream()
                .filter(field -> "ar".equals(field.getElement().getAttribute("data-language")))
                .findFirst()
                .orElseThrow();
        arabic.setValue("تدليك الأطفال");
        press("Spara");

        assertThat(only().name().byLanguage())
                .containsEntry("sv", "Babymassage")
                .containsEntry("en", "Baby massage")
                .containsEntry("ar", "تدليك الأطفال");
    }

    @Test
    void staffChooseForWhomAndHowMany() {
        open(massage(8).id());
        @SuppressWarnings("unchecked")
        CheckboxGroup<Plan.Age> ages = $(CheckboxGroup.class).single();
        ages.deselectAll();
        test($(IntegerField.class).all().getLast()).setValue(null);
        levels().setValue(Plan.Level.SELECTIVE);
        press("Spara");

        assertThat(only().ages()).isEmpty();
        assertThat(only().seats()).isNull();
        assertThat(only().level()).isEqualTo(Plan.Level.SELECTIVE);
        assertThat(courses.open(centre, LocalDate.of(2026, 12, 1))).isEmpty();
    }

    @Test
    void staffSeeADraftAsVisitorsWillAndNobodyElseDoes() {
        Course draft = courses.save(Groups.massage(centre, "utkast", 8).become(Course.State.DRAFT), "Kim");
        courses.save(Groups.massage(centre, "ute", 8), "Kim");
        UI.getCurrent().navigate(CoursesView.class, QueryParameters.of("show", "draft"));
        assertThat($(Anchor.class).all().stream().map(Anchor::getText)).contains("Förhandsvisa");
        UI.getCurrent().navigate(CoursesView.class, QueryParameters.of("show", "coming"));
        assertThat($(Anchor.class).all().stream().map(Anchor::getText)).doesNotContain("Förhandsvisa");

        String page = preview.of(draft, new MockHttpServletRequest("GET", "/VAADIN/dynamic/resource/1"));

        assertThat(page)
                .contains("Förhandsvisning.", "Babymassage", "Ta en plats", "8 av 8 kvar")
                .doesNotContain("<script");
        assertThat(scans.of(centre, "utkast", LocalDate.EPOCH, LocalDate.of(2030, 1, 1)))
                .isZero();
        assertThat(courses.find(centre, "utkast").orElseThrow().state()).isEqualTo(Course.State.DRAFT);
    }

    @Test
    void moreSeatsGoToThoseWhoStandInLine() {
        Course course = massage(1);
        signUp(course, "amina@example.se");
        signUp(course, "bo@example.se");
        assertThat(signUps.seats(course)).isEqualTo(new Seats(1, 1, 1));

        open(course.id());
        test($(IntegerField.class).all().getLast()).setValue(2);
        press("Spara");

        await().untilAsserted(() -> assertThat(signUps.seats(only())).isEqualTo(new Seats(2, 2, 0)));
    }

    @Test
    void aDraftIsPublishedFromItsForm() {
        Course draft = draft();
        open(draft.id());
        press("Publicera");

        assertThat(only().state()).isEqualTo(Course.State.PUBLISHED);
        assertThat(words()).contains("Babymassage är publicerad.", "Kommande (1)");
        assertThat(deeds()).endsWith("course.published");
    }

    @Test
    void aCourseIsHiddenAndShownAgainFromTheList() {
        massage(8);
        navigate(CoursesView.class);
        choose("Dölj");
        assertThat(only().state()).isEqualTo(Course.State.DRAFT);

        press("Utkast (1)");
        choose("Publicera");
        assertThat(only().state()).isEqualTo(Course.State.PUBLISHED);
    }

    @Test
    void aCourseThatWasCalledOffByMistakeComesBackByUndo() {
        massage(8);
        navigate(CoursesView.class);
        choose("Ställ in");
        assertThat(only().state()).isEqualTo(Course.State.CANCELLED);
        assertThat(line("Babymassage")).contains("Inställd");

        press("Ångra");

        assertThat(only().state()).isEqualTo(Course.State.PUBLISHED);
        assertThat(line("Babymassage")).contains("Publicerad");
        assertThat(deeds()).containsExactly("course.saved", "course.cancelled", "course.published");
    }

    @Test
    void aCourseIsCopiedToTheNextTermAsADraftOfItsOwn() {
        Course course = massage(8);
        navigate(CoursesView.class);
        choose("Kopiera till nästa termin");

        assertThat($(H1.class).single().getText()).isEqualTo("Babymassage");
        assertThat(words()).contains("Babymassage är kopierad som utkast med start 23 augusti.");
        Course again = courses.find(centre, "babymassage-ht27").orElseThrow();
        assertThat(again.state()).isEqualTo(Course.State.DRAFT);
        assertThat(again.code()).isNotEqualTo(course.code());
        assertThat(again.starts()).isEqualTo(LocalDate.of(2027, 8, 23));
        assertThat(courses.find(centre, course.id())).contains(course);
    }

    @Test
    void theMonthShowsEveryMeetingAndWhyTheHouseIsClosed() {
        massage(8);
        draft();
        UI.getCurrent().navigate(CoursesView.class, QueryParameters.of("month", "2027-01"));

        NativeTable table = $(NativeTable.class).single();
        assertThat(table.getCaptionText()).isEqualTo("Kurstillfällen i Januari 2027");
        assertThat(cell("11")).contains("13.00–14.00", "Babymassage", "Utkast");
        assertThat(cell("12")).isEqualTo("12");
        assertThat(cell("4")).contains("Julstängt");
        test(button("Nästa månad")).click();
        assertThat(cell("8")).contains("Babymassage");
        assertThat($(Anchor.class).all().stream().map(Anchor::getHref)).contains("office/courses/massage");
    }

    @Test
    void aMonthThatIsNoneLeadsToTheList() {
        massage(8);
        UI.getCurrent().navigate(CoursesView.class, QueryParameters.of("month", "januari"));

        assertThat(line("Babymassage")).contains("Publicerad");
    }

    @Test
    void anotherHousesCourseIsNeitherSeenNorOpenedNorSaved() {
        Course theirs = massage(8);
        CentreId mine = Doors.open(centres);
        currentCentre.getObject().choose(mine);

        navigate(CoursesView.class);
        assertThat(words()).doesNotContain("Babymassage");
        open(theirs.id());

        assertThat(words()).contains("Den kursen finns inte här.", "Här samlas husets kurser");
        assertThat($(TextField.class).exists()).isFalse();
        assertThat(courses.find(centre, theirs.id())).contains(theirs);
    }

    @Test
    void aFormThatWasOpenedForOneHouseStaysWithItWhenAnotherIsChosen() {
        Course course = massage(8);
        open(course.id());
        CentreId other = Doors.open(centres);
        currentCentre.getObject().choose(other);
        test(field("Rum")).setValue("Lilla rummet");
        press("Spara");

        assertThat(courses.of(other)).isEmpty();
        assertThat(only().place()).isEqualTo("Lilla rummet");
    }

    @Test
    @WithAnonymousUser
    void aStrangerSeesNoCourse() {
        massage(8);
        UI.getCurrent().navigate(CoursesView.PATH);
        assertThat(words()).doesNotContain("Babymassage");
        UI.getCurrent().navigate(CoursesView.PATH + "/massage");
        assertThat(words()).doesNotContain("Babymassage");
    }

    @Test
    void whoLeavesWithoutSavingIsAskedFirst() {
        open(massage(8).id());
        test(field("Rum")).setValue("Lilla rummet");
        UI.getCurrent().navigate(CoursesView.class);

        assertThat($(ConfirmDialog.class).exists()).isTrue();
        assertThat(field("Rum").getValue()).isEqualTo("Lilla rummet");
        test($(ConfirmDialog.class).single()).reject();
        assertThat(line("Babymassage")).contains("Publicerad");
    }

    @Test
    void whoLeavesWithNothingChangedIsNotAsked() {
        open(massage(8).id());
        UI.getCurrent().navigate(CoursesView.class);

        assertThat($(ConfirmDialog.class).exists()).isFalse();
        assertThat(line("Babymassage")).contains("Publicerad");
    }

    @Test
    void aLinkThatDoesNotAnswerIsToldInTheListAndAtItsField() {
        Course course =
                courses.save(Variant.link(Groups.massage(centre, "massage", 8), "https://e-tjanst.example.se"), "Kim");
        jdbc.sql("insert into link_check (centre, course, address, looked_at, flaw, flaw_since)"
                        + " values (?, ?, 'https://e-tjanst.example.se', timestamp with time zone '2026-11-23 03:40:00+01',"
                        + " 'silent', timestamp with time zone '2026-11-22 03:40:00+01')")
                .params(centre.value(), course.id())
                .update();
        navigate(CoursesView.class);
        assertThat(line("Babymassage")).contains("Länken svarar inte sedan 22 november.");

        open(course.id());
        assertThat(field("Adress till anmälan").getHelperText()).startsWith("Länken svarar inte sedan 22 november.");
    }

    @Test
    void theEnglishReaderReadsEnglish() {
        UI.getCurrent().setLocale(Locale.ENGLISH);
        massage(8);
        navigate(CoursesView.class);
        assertThat(line("Baby massage")).contains("Published", "0 of 8 places taken");

        open("massage");
        assertThat(words()).contains("For whom", "Several meetings in one go");
    }

    @Test
    void everyPictureToChooseFromIsOneTheHouseHas() throws IOException {
        String drawn = Files.readString(Path.of("scripts/lib/pictures.mjs"));

        assertThat(PicturePicker.ALL).allSatisfy(name -> assertThat(drawn).contains("\n  " + name + ": "));
    }

    private Course massage(int seats) {
        return courses.save(Groups.massage(centre, "massage", seats), "Kim");
    }

    private Course draft() {
        return courses.save(Groups.massage(centre, "utkast", 8).become(Course.State.DRAFT), "Kim");
    }

    private Course only() {
        assertThat(courses.of(centre)).hasSize(1);
        return courses.of(centre).getFirst();
    }

    private void signUp(Course course, String email) {
        signUps.signUp(course, UUID.randomUUID(), Families.family("Familj", email));
    }

    private List<String> deeds() {
        return jdbc.sql("select deed from audit where centre = ? and deed like 'course.%' order by id")
                .param(centre.value())
                .query((row, number) -> row.getString("deed"))
                .list();
    }

    private void open(String course) {
        UI.getCurrent().navigate(CoursesView.PATH + "/" + course);
        roundTrip();
    }

    private void series(LocalDate first, int count) {
        test(day("Första dagen")).setValue(first);
        test(clock("Börjar")).setValue(LocalTime.of(13, 0));
        test(clock("Slutar")).setValue(LocalTime.of(14, 0));
        test($(IntegerField.class).all().getFirst()).setValue(count);
        press("Lägg in");
    }

    private TextField field(String label) {
        return $(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private TextArea area(String label) {
        return $(TextArea.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private DatePicker day(String label) {
        return $(DayPicker.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private DatePicker day(int meeting) {
        return $(DayPicker.class).all().stream()
                .filter(field -> field.hasClassName("day"))
                .toList()
                .get(meeting);
    }

    private TimePicker clock(String label) {
        return $(ClockPicker.class).all().stream()
                .filter(field -> label.equals(field.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<CourseFormView.Way> ways() {
        return (RadioButtonGroup<CourseFormView.Way>) group("Hur får man en plats?");
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Plan.Level> levels() {
        return (RadioButtonGroup<Plan.Level>) group("Nivå");
    }

    private RadioButtonGroup<?> group(String label) {
        return $(RadioButtonGroup.class).all().stream()
                .filter(group -> label.equals(group.getLabel()))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String name) {
        return $(Button.class).all().stream()
                .filter(button -> button.getAriaLabel().filter(name::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private void press(String words) {
        test($(Button.class).withText(words).single()).click();
        roundTrip();
    }

    private void choose(String deed) {
        new MenuBarTester<>($(MenuBar.class).single()).clickItem("Mer", deed);
        roundTrip();
    }

    private String line(String name) {
        return $(ListItem.class).all().stream()
                .map(item -> item.getElement().getTextRecursively())
                .filter(text -> text.contains(name))
                .findFirst()
                .orElseThrow();
    }

    private String cell(String day) {
        return $(NativeTableCell.class).all().stream()
                .filter(cell -> within(cell)
                        .anyMatch(part -> part.hasClassName("number")
                                && part.getElement().getText().equals(day)))
                .map(cell -> String.join(
                        " ",
                        within(cell)
                                .filter(part -> part.getChildren().findAny().isEmpty())
                                .filter(part -> !part.hasClassName("weekday"))
                                .map(part -> part.getElement().getText())
                                .toList()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Component> within(Component component) {
        return Stream.concat(Stream.of(component), component.getChildren().flatMap(CoursesViewTest::within));
    }

    /** All that stands on the page. */
    private static String words() {
        return String.join(
                " ",
                within(UI.getCurrent())
                        .filter(component -> component.getChildren().findAny().isEmpty())
                        .map(component -> component.getElement().getText())
                        .filter(text -> !text.isEmpty())
                        .toList());
    }
}
