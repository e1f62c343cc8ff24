package se.tambur.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.file.Files;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import se.tambur.DatabaseTest;
import se.tambur.centre.CentreId;
import se.tambur.security.AuditTrail.Question;
import se.tambur.shared.Audited;
import se.tambur.shared.Settings;

@DatabaseTest
@AutoConfigureMockMvc
class AuditControlTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ApplicationEventPublisher house;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Settings settings;

    @Test
    void theScriptSaysThatAllIsWellAndThenNamesTheEntryThatWasChanged() throws Exception {
        String centre = "c-" + UUID.randomUUID().toString().substring(0, 13);
        house.publishEvent(new Audited("Robin", centre, "room.counted", "3 + 2"));
        var well = verify();
        assertThat(well.getStatus()).isEqualTo(200);
        assertThat(well.getContentAsString()).contains("the chain is whole").containsPattern("[0-9a-f]{64}");

        long id = trail.entries(new Question(new CentreId(centre), null, null, List.of()), 1)
                .getFirst()
                .id();
        jdbc.sql("update audit set detail = '13 + 2' where id = ?").param(id).update();
        try {
            var broken = verify();
            assertThat(broken.getStatus()).isEqualTo(409);
            assertThat(broken.getContentAsString())
                    .startsWith("Broken at entry ")
                    .contains("Robin, room.counted");
        } finally {
            jdbc.sql("update audit set detail = '3 + 2' where id = ?").param(id).update();
        }
    }

    private MockHttpServletResponse verify() throws Exception {
        return mvc.perform(get("/api/control/v1/audit/verify")
                        .header(
                                "Authorization",
                                "Bearer " + Files.readString(settings.home().resolve("control-token"))))
                .andReturn()
                .getResponse();
    }
}
