package se.tambur.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.context.support.WithAnonymousUser;
import org.springframework.security.test.context.support.WithMockUser;
import se.tambur.DatabaseTest;
import se.tambur.security.Routes.Place;
import se.tambur.shared.Roles;

/** Each page of the office, tried as everybody. */
@DatabaseTest
@ViewPackages(packages = "se.tambur")
class RolesTest extends SpringBrowserlessTest {

    @Test
    @WithAnonymousUser
    void nobodyComesToTheLogInAndALinkOnly() {
        comesOnlyTo("anyone");
    }

    @Test
    @WithMockUser(username = "Robin", roles = "STAFF")
    void staffComeToTheDayAndTheCourses() {
        comesOnlyTo(Roles.STAFF);
    }

    @Test
    @WithMockUser(
            username = "Chefen",
            roles = {"STAFF", "MANAGER"})
    void aManagerComesToTheReportsToo() {
        comesOnlyTo(Roles.STAFF, Roles.MANAGER);
    }

    @Test
    @WithMockUser(
            username = "Kim",
            roles = {"STAFF", "MANAGER", "ADMIN"})
    void anAdministratorComesEverywhere() {
        comesOnlyTo(Roles.STAFF, Roles.MANAGER, Roles.ADMIN);
    }

    @Test
    @WithMockUser(username = "tablet", roles = "KIOSK")
    void aTabletComesNowhere() {
        comesOnlyTo("kiosk");
    }

    private static void comesOnlyTo(String... whose) {
        List<String> held = Arrays.asList(whose);
        var flaws = new TreeSet<String>();
        Routes.views().forEach((place, view) -> {
            String least = Routes.table().getOrDefault(place, "none");
            boolean loggedIn = !held.contains("anyone");
            // who is logged in already is led on from there
            if (loggedIn && "anyone".equals(least)) {
                return;
            }
            UI.getCurrent().navigate(place.example().substring(1));
            // a course that is not there leads on to the list of courses, a code that nobody waits for to the log-in
            Class<?> list = place.path().startsWith("/office/courses/")
                    ? Routes.views().get(new Place("VIEW", "/office/courses"))
                    : place.path().equals(CodeFilter.PATH) ? LoginView.class : view;
            boolean shown = UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                    .anyMatch(target -> view.isInstance(target)
                            || Objects.requireNonNull(list).isInstance(target));
            if (shown != held.contains(least)) {
                flaws.add(place + (shown ? " lets in " : " shuts out ") + held);
            }
        });
        assertThat(flaws).isEmpty();
    }
}
