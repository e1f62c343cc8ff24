package se.tambur.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.ServletException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import se.tambur.DatabaseTest;
import se.tambur.security.Routes.Place;
import se.tambur.shared.Roles;
import se.tambur.shared.Settings;

/** Nobody comes where the table does not let them, and no address is forgotten in it. */
@DatabaseTest
@AutoConfigureMockMvc
class RoutesTest {

    private static final Map<String, RequestPostProcessor> PEOPLE = Map.of(
            "nobody", anonymous(),
            "staff", user("Robin").roles(SignIn.held(Roles.STAFF)),
            "a manager", user("Chefen").roles(SignIn.held(Roles.MANAGER)),
            "an administrator", user("Kim").roles(SignIn.held(Roles.ADMIN)));

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private Settings settings;

    @Test
    void everyAddressOfTheHouseStandsInTheTable() {
        assertThat(Stream.concat(Routes.mappings(house).stream(), Routes.views().keySet().stream()))
                .as("add what is new to src/test/resources/routes.txt, with who may come there")
                .hasSizeGreaterThan(40)
                .allSatisfy(place -> assertThat(Routes.table()).containsKey(place));
    }

    @Test
    void whatIsForAnyoneAsksNobodyForALogIn() throws Exception {
        var flaws = new ArrayList<String>();
        for (Place place : mappings("anyone")) {
            Answer answer = ask(place, anonymous(), "");
            // the error page repeats what went wrong, which is nothing here
            if (!place.path().equals("/error") && (answer.refused() || answer.toLogIn())) {
                flaws.add(place + " answers nobody with " + answer.status());
            }
        }
        assertThat(flaws).isEmpty();
    }

    @Test
    void whatIsForScriptsAndTabletsIsForNoneOfTheStaff() throws Exception {
        var flaws = new ArrayList<String>();
        for (String whose : List.of("control", "kiosk", "wall")) {
            for (Place place : mappings(whose)) {
                for (var who : PEOPLE.entrySet()) {
                    if (!ask(place, who.getValue(), "").refused()) {
                        flaws.add(place + " lets in " + who.getKey());
                    }
                }
            }
        }
        assertThat(flaws).isEmpty();
    }

    @Test
    void theTokenOfTheScriptsOpensWhatIsForThemAndNoTabletsDoor() throws Exception {
        String token = Files.readString(settings.home().resolve("control-token"));
        assertThat(ask(new Place("GET", "/api/control/v1/audit/verify"), anonymous(), token)
                        .status())
                .isEqualTo(200);
        assertThat(ask(new Place("GET", "/api/kiosk/v1/state"), anonymous(), token)
                        .refused())
                .isTrue();
    }

    private List<Place> mappings(String whose) {
        List<Place> places = Routes.mappings(house).stream()
                .filter(place -> whose.equals(Routes.table().get(place)))
                .toList();
        assertThat(places).isNotEmpty();
        return places;
    }

    private Answer ask(Place place, RequestPostProcessor who, String token) throws Exception {
        HttpMethod method = place.method().equals("ANY") ? HttpMethod.GET : HttpMethod.valueOf(place.method());
        var asked = request(method, URI.create(place.example()))
                .header("X-Tambur", "kiosk")
                .with(who);
        if (place.path().startsWith("/api/kiosk")) {
            asked.contentType("application/json").content("{}");
        }
        if (!token.isEmpty()) {
            asked.header("Authorization", "Bearer " + token);
        }
        try {
            MockHttpServletResponse answer = mvc.perform(asked).andReturn().getResponse();
            return new Answer(answer.getStatus(), String.valueOf(answer.getRedirectedUrl()));
        } catch (ServletException e) {
            // let in, and failed there: the tablet's page before it has been built
            return new Answer(500, "");
        }
    }

    private record Answer(int status, String to) {

        boolean refused() {
            return status == 401 || status == 403;
        }

        boolean toLogIn() {
            return to.contains("/login");
        }
    }
}
