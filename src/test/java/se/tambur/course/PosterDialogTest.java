package se.tambur.course;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.context.support.WithMockUser;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.visit.Doors;

@DatabaseTest
@ViewPackages(packages = "se.tambur")
@WithMockUser(username = "Kim", roles = "STAFF")
class PosterDialogTest extends SpringBrowserlessTest {

    private static final List<String> LANGUAGES = List.of("sv", "en", "ar");

    @Autowired
    private TestClock clock;

    @Autowired
    private Centres centres;

    @Autowired
    private Courses courses;

    @Autowired
    private Posters posters;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aHouseInNovember() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));
    }

    @Test
    void staffGetAPosterInTheHousesFirstLanguageAsItIs() throws Exception {
        PosterDialog dialog = open(new PosterDialog(posters, course(), LANGUAGES));

        assertThat(dialog.getHeaderTitle()).isEqualTo("Affisch: Babymassage");
        assertThat($(Anchor.class).withText("Ladda ned PDF").single().getHref()).isNotEmpty();
        assertThat(dialog.offered().name()).isEqualTo("massage-a4.pdf");
        assertThat(text(dialog)).contains("Skanna och ta en plats").doesNotContain("Scan and");
    }

    @Test
    void theyChooseASmallerOneInTwoLanguages() throws Exception {
        PosterDialog dialog = open(new PosterDialog(posters, course(), LANGUAGES));

        size().setValue(Posters.Size.A5);
        language("Ett språk till").setValue("en");

        assertThat(dialog.offered().name()).isEqualTo("massage-a5.pdf");
        assertThat(text(dialog)).contains("Skanna och ta en plats", "Scan and get a place");
    }

    @Test
    void theSecondLanguageIsNeverTheFirst() throws Exception {
        PosterDialog dialog = open(new PosterDialog(posters, course(), LANGUAGES));
        language("Ett språk till").setValue("en");

        language("Språk").setValue("en");

        assertThat(language("Ett språk till").getValue()).isNull();
        assertThat(text(dialog)).contains("Scan and get a place").doesNotContain("Skanna");
    }

    @Test
    void aDraftsPosterSaysThatItsCodeLeadsNowhereYet() {
        Course course = course();
        courses.become(centre, course.id(), Course.State.DRAFT, "test");

        open(new PosterDialog(posters, courses.find(centre, course.id()).orElseThrow(), LANGUAGES));

        assertThat($(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anyMatch(words -> words.startsWith("Kursen är ett utkast."));
    }

    @Test
    void theSheetHoldsEveryCourse() throws Exception {
        course();
        PosterDialog dialog = open(new PosterDialog(posters, centre, LANGUAGES));

        assertThat(dialog.offered().name()).isEqualTo(centre + "-kurser-2026-11-24.pdf");
        assertThat(text(dialog)).contains("Kurser och grupper", "Babymassage");
    }

    private Course course() {
        return courses.save(Groups.massage(centre, "massage", 8), "test");
    }

    private static PosterDialog open(PosterDialog dialog) {
        dialog.open();
        return dialog;
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Posters.Size> size() {
        return (RadioButtonGroup<Posters.Size>) $(RadioButtonGroup.class).single();
    }

    @SuppressWarnings("unchecked")
    private Select<String> language(String label) {
        return (Select<String>) $(Select.class)
                .withCondition(select -> label.equals(select.getLabel()))
                .single();
    }

    private static String text(PosterDialog dialog) throws Exception {
        try (PDDocument pages = Loader.loadPDF(dialog.offered().pdf().get())) {
            return new PDFTextStripper().getText(pages).replaceAll("\\s+", " ");
        }
    }
}
