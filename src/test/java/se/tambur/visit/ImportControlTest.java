package se.tambur.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

/** Somebody types {@code scripts/import}. */
@DatabaseTest
class ImportControlTest {

    private static final String CSV = "arrived_at,activity,1y,adults,expecting\n2025-03-03T09:30,sang,2,1,0\n";

    private final ImportControl control;
    private final Imports imports;
    private final Centres centres;
    private final TestClock clock;
    private CentreId centre = new CentreId("none");

    @Autowired
    ImportControlTest(ImportControl control, Imports imports, Centres centres, TestClock clock) {
        this.control = control;
        this.imports = imports;
        this.centres = centres;
        this.clock = clock;
    }

    @BeforeEach
    void aHouse() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
    }

    @Test
    void isToldWhatWasTakenInAndThatTheSameFileChangesNothing() throws Exception {
        MockHttpServletResponse first = take(CSV);
        long run = imports.runs(centre).getFirst().id();

        assertThat(first.getStatus()).isEqualTo(200);
        assertThat(first.getContentType()).isEqualTo("text/plain;charset=UTF-8");
        assertThat(first.getContentAsString())
                .isEqualTo("1 visit with 2 children taken in, 2025-03-03 to 2025-03-03 (import " + run + ").");
        assertThat(take(CSV).getContentAsString())
                .isEqualTo("The same file has been taken in before: 1 visit, 2025-03-03 to 2025-03-03 (import " + run
                        + "). Nothing was changed.");
    }

    @Test
    void isToldEveryFlawWithFileAndLine() throws Exception {
        MockHttpServletResponse answer = take(CSV + "2025-03-03T9:30,yoga,2,1,0\n");

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).isEqualTo("""
                        2025.csv:3: The time ”2025-03-03T9:30” cannot be read. Write it as 2025-01-02T09:22.
                        2025.csv:3: The plan has no activity ”yoga”.
                        Nothing was changed.""");
    }

    @Test
    void isToldWhichDaysAreAlreadyCounted() throws Exception {
        take(CSV);

        MockHttpServletResponse answer = take(CSV + "2025-03-04T10:30,sang,2,1,0\n");

        assertThat(answer.getStatus()).isEqualTo(409);
        assertThat(answer.getContentAsString())
                .isEqualTo("2025.csv: Already counted: 2025-03-03.\nNothing was changed.");
    }

    @Test
    void takesAWholeImportOutAgain() throws Exception {
        take(CSV);
        long run = imports.runs(centre).getFirst().id();

        assertThat(undo(Long.toString(run)).getContentAsString())
                .isEqualTo("The whole of import " + run + " has been taken out.");
        assertThat(imports.runs(centre)).isEmpty();
        assertThat(undo(Long.toString(run)).getStatus()).isEqualTo(404);
        assertThat(undo("first").getStatus()).isEqualTo(400);
    }

    @Test
    void isToldThatThereIsNoSuchHouse() throws Exception {
        MockHttpServletResponse answer = perform(post("/api/control/v1/import?centre=nowhere&file=a.csv")
                .contentType(MediaType.TEXT_PLAIN)
                .content(CSV));

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).isEqualTo("There is no centre called 'nowhere'");
    }

    private MockHttpServletResponse take(String csv) throws Exception {
        return perform(post("/api/control/v1/import?file=2025.csv&centre=" + centre)
                .contentType(MediaType.TEXT_PLAIN)
                .content(csv.getBytes(StandardCharsets.UTF_8)));
    }

    private MockHttpServletResponse undo(String run) throws Exception {
        return perform(delete("/api/control/v1/import?centre=" + centre + "&run=" + run));
    }

    private MockHttpServletResponse perform(RequestBuilder request) throws Exception {
        return MockMvcBuilders.standaloneSetup(control)
                .build()
                .perform(request)
                .andReturn()
                .getResponse();
    }
}
