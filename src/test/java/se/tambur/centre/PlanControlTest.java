package se.tambur.centre;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import se.tambur.DatabaseTest;

/** Somebody types {@code scripts/plan}. */
@DatabaseTest
class PlanControlTest {

    @Autowired
    PlanControl control;

    private MockHttpServletResponse post(String query, byte[] body) throws Exception {
        MockMvc web = MockMvcBuilders.standaloneSetup(control).build();
        MockHttpServletResponse answer = web.perform(MockMvcRequestBuilders.post("/api/control/v1/plan?" + query)
                        .contentType(MediaType.TEXT_PLAIN)
                        .content(body))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentType()).isEqualTo("text/plain;charset=UTF-8");
        return answer;
    }

    private static byte[] yaml(String id, String lek) {
        return CentresTest.yaml(new CentreId(id), "09:00-12:00", lek).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void isToldWhichVersionHoldsFromWhen() throws Exception {
        assertThat(post("centre=typat&file=typat.yaml", yaml("typat", "Lek")).getContentAsString())
                .isEqualTo("typat: version 1 holds from the beginning of time");
        assertThat(post("centre=typat&file=typat.yaml", yaml("typat", "Fri lek"))
                        .getContentAsString())
                .isEqualTo("typat: version 2 holds from 2026-11-24");
        assertThat(post("centre=typat&file=typat.yaml&from=2027-01-07", yaml("typat", "Vårlek"))
                        .getContentAsString())
                .isEqualTo("typat: version 3 holds from 2027-01-07");
        assertThat(post("centre=typat&file=typat.yaml&from=2027-01-07", yaml("typat", "Vårlek"))
                        .getContentAsString())
                .isEqualTo("typat: version 3 holds from 2027-01-07");
    }

    @Test
    void isToldEveryFlawOnALineOfItsOwn() throws Exception {
        String wrong =
                CentresTest.yaml(new CentreId("fel"), "12:00-09:00", "Lek").replace("capacity: 40", "capacity: 0");
        MockHttpServletResponse answer = post("centre=fel&file=fel.yaml", wrong.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString()).isEqualTo("""
                        fel.yaml:6: centre.capacity: Expected a whole number from 1 to 10000, found '0'.
                        fel.yaml:8: week.monday[0].open: Expected an end after 12:00, found 09:00.""");
    }

    @Test
    void isToldThatTheFileIsForAnotherHouse() throws Exception {
        MockHttpServletResponse answer = post("centre=ratt&file=f.yaml", yaml("annan", "Lek"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString())
                .isEqualTo("f.yaml:2: centre.id: Expected 'ratt', the centre it is meant for, found 'annan'.");
    }

    @Test
    void isToldWhatIsWrongWithTheCommandItself() throws Exception {
        assertThat(post("file=f.yaml", yaml("a", "Lek")).getStatus()).isEqualTo(400);
        assertThat(post("centre=Fel Id&file=f.yaml", yaml("a", "Lek")).getStatus())
                .isEqualTo(400);
        assertThat(post("centre=a&file=f.yaml&from=imorgon", yaml("a", "Lek")).getContentAsString())
                .isEqualTo("from: Expected a date such as 2026-11-24.");
    }

    @Test
    void whatIsNotATextOrFarTooLargeIsRefused() throws Exception {
        assertThat(post("centre=a&file=f.yaml", new byte[] {(byte) 0xE5, (byte) 0xE4})
                        .getContentAsString())
                .isEqualTo("f.yaml:1: file: Expected a text in UTF-8, found other bytes.");
        assertThat(post("centre=a&file=f.yaml", new byte[3_000_000]).getContentAsString())
                .isEqualTo("f.yaml:1: file: Expected at most 256 KB, found more.");
    }
}
