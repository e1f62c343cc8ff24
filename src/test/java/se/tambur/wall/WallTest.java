package se.tambur.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.kiosk.Kiosks;
import se.tambur.visit.CheckIns;
import se.tambur.visit.Party;

/** A screen on the wall, and what its token is good for. */
@DatabaseTest
@AutoConfigureMockMvc
class WallTest {

    @Autowired
    private WallScreens screens;

    @Autowired
    private Centres centres;

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private Kiosks kiosks;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestClock clock;

    private CentreId house;

    @BeforeEach
    void aHouseThatIsOpen() throws Exception {
        clock.set("2026-11-24T10:12");
        house = house();
    }

    private CentreId house() throws Exception {
        var id = new CentreId("vagg-" + UUID.randomUUID().toString().substring(0, 8));
        try (var file = Objects.requireNonNull(WallTest.class.getResourceAsStream("/year-2025/plan.yaml"))) {
            String plan = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            centres.adopt("plan.yaml", plan.replace("id: lekladan", "id: " + id), null, "test");
        }
        return id;
    }

    @Test
    void showsTheHouseToWhoTypedTheCode() throws Exception {
        checkIns.add(
                house,
                LocalDateTime.parse("2026-11-24T10:05"),
                new ActivityId("oppen-lek"),
                new Party(2, Map.of(new AgeId("1y"), 3), false),
                "Maja");
        String cookie = open();

        String page = ask(get("/wall"), cookie).getContentAsString();

        assertThat(page)
                .contains("data-children-today>3<", ">10.05<", "Öppet till 12.00")
                .doesNotContain("Maja", "2 vuxna");
        assertThat(ask(get("/wall/now"), cookie).getContentAsString()).contains("<main", "10.05");
    }

    @Test
    void aCodeOpensOneScreenOnly() throws Exception {
        String code = screens.newCode(house, "Personalrummet", "Maja").code();

        assertThat(type(code.toLowerCase(Locale.ROOT)).getStatus()).isEqualTo(303);
        MockHttpServletResponse again = type(code);

        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getHeader("Set-Cookie")).isNull();
        assertThat(again.getContentAsString()).contains("Koden stämmer inte");
    }

    @Test
    void aCodeIsGoodForTenMinutes() throws Exception {
        String code = screens.newCode(house, "Personalrummet", "Maja").code();
        clock.set("2026-11-24T10:22");

        assertThat(type(code).getStatus()).isEqualTo(422);
        assertThat(screens.of(house)).isEmpty();
    }

    @Test
    void goesDarkWhenItIsRemovedAndComesBack() throws Exception {
        String cookie = open();
        UUID id = screens.of(house).getFirst().id();

        screens.revoke(house, id, "Maja");

        assertThat(ask(get("/wall/now"), cookie).getStatus()).isEqualTo(401);
        assertThat(ask(get("/wall"), cookie).getContentAsString()).doesNotContain("data-here-now");
        screens.restore(house, id, "Maja");
        assertThat(ask(get("/wall/now"), cookie).getStatus()).isEqualTo(200);
    }

    @Test
    void nobodyOfAnotherHouseCanRemoveIt() throws Exception {
        String cookie = open();
        CentreId other = house();

        screens.revoke(other, screens.of(house).getFirst().id(), "Kim");

        assertThat(ask(get("/wall/now"), cookie).getStatus()).isEqualTo(200);
        assertThat(screens.of(other)).isEmpty();
    }

    @Test
    void canDoNothingButLook() throws Exception {
        String cookie = open();
        String token = cookie.substring(cookie.indexOf('=') + 1);

        for (var asked : List.of(
                get("/api/kiosk/v1/state"),
                post("/api/kiosk/v1/sync")
                        .header("X-Tambur", "kiosk")
                        .contentType("application/json")
                        .content("{}"))) {
            MockHttpServletResponse answer = mvc.perform(
                            asked.cookie(new Cookie("__Host-kiosk", token), new Cookie("__Host-wall", token)))
                    .andReturn()
                    .getResponse();
            assertThat(answer.getStatus()).isEqualTo(401);
        }
        assertThat(ask(post("/wall/now"), cookie).getStatus()).isEqualTo(401);
        MockHttpServletResponse office = ask(get("/office"), cookie);
        assertThat(String.valueOf(office.getRedirectedUrl())).contains("/login");
    }

    @Test
    void aTabletsTokenOpensNoScreen() throws Exception {
        String code = kiosks.newCode(house, "Dörren", "Maja").code();
        MockHttpServletResponse paired = mvc.perform(post("/api/kiosk/v1/pair")
                        .header("X-Tambur", "kiosk")
                        .contentType("application/json")
                        .content("{\"code\": \"" + code + "\"}"))
                .andReturn()
                .getResponse();
        String cookie = Objects.requireNonNull(paired.getHeader("Set-Cookie"));
        String token = cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';'));

        assertThat(ask(get("/wall/now"), "__Host-wall=" + token).getStatus()).isEqualTo(401);
    }

    @Test
    void keepsNoSessionAndOnlyHashes() throws Exception {
        String cookie = open();
        String token = cookie.substring(cookie.indexOf('=') + 1);

        MockHttpServletResponse page = ask(get("/wall"), cookie);

        assertThat(page.getHeader("Set-Cookie")).isNull();
        assertThat(page.getHeader("Cache-Control")).contains("no-store");
        assertThat(page.getHeader("Content-Security-Policy")).doesNotContain("unsafe");
        assertThat(jdbc.queryForList(
                        "select token_hash from wall_screen where centre = ?", String.class, house.value()))
                .singleElement()
                .isNotEqualTo(token);
    }

    private String open() throws Exception {
        MockHttpServletResponse answer =
                type(screens.newCode(house, "Personalrummet", "Maja").code());
        assertThat(answer.getStatus()).isEqualTo(303);
        String cookie = Objects.requireNonNull(answer.getHeader("Set-Cookie"));
        assertThat(cookie).startsWith("__Host-wall=").contains("HttpOnly", "Secure", "SameSite=Strict", "Path=/");
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private MockHttpServletResponse type(String code) throws Exception {
        return mvc.perform(post("/wall").param("code", code).header("Accept-Language", "sv"))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder asked, String cookie) throws Exception {
        int equals = cookie.indexOf('=');
        return mvc.perform(asked.cookie(new Cookie(cookie.substring(0, equals), cookie.substring(equals + 1)))
                        .header("Accept-Language", "sv"))
                .andReturn()
                .getResponse();
    }
}
