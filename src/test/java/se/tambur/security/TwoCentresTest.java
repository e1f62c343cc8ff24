package se.tambur.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.router.QueryParameters;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.test.context.support.WithMockUser;
import org.springframework.test.web.servlet.MockMvc;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.course.Courses;
import se.tambur.course.Groups;
import se.tambur.kiosk.Kiosks;
import se.tambur.security.Routes.Place;
import se.tambur.shared.Audited;
import se.tambur.shared.Roles;
import se.tambur.visit.CheckIns;
import se.tambur.visit.DoorEvent;
import se.tambur.visit.Party;

/** Two houses beside each other, and somebody who belongs to one of them, or to both as different people. */
@DatabaseTest
@AutoConfigureMockMvc
@ViewPackages(packages = "se.tambur")
@WithMockUser("Robin")
class TwoCentresTest extends SpringBrowserlessTest {

    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    /** Stands in everything that is the neighbours', and nowhere else. */
    private static final String MARK = "Grannhuset";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private ApplicationContext house;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private Centres centres;

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private Courses courses;

    @Autowired
    private Kiosks kiosks;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Reach reach;

    @Autowired
    private ObjectProvider<CurrentCentre> current;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestClock clock;

    private CentreId ours = new CentreId("none");
    private CentreId theirs = new CentreId("none");
    private String course = "";
    private UUID visit = UUID.randomUUID();

    @BeforeEach
    void twoHousesOnTheSameMorning() throws Exception {
        clock.set("2026-11-24T10:30");
        ours = open("vart-" + short4(), "Vårt hus");
        theirs = open("grann-" + short4(), MARK);
        course = "kurs-" + short4();
        courses.save(Groups.massage(theirs, course, 8), MARK);
        visit = UUID.randomUUID();
        checkIns.take(
                theirs,
                "k",
                List.of(new DoorEvent.Arrived(
                        visit, clock.instant(), null, new Party(1, Map.of(new AgeId("2y"), 6), false))));
        checkIns.countRoom(theirs, 6, 1, MARK);
        events.publishEvent(new Audited(MARK, theirs.value(), "room.counted", MARK));
        String code = kiosks.newCode(theirs, MARK, MARK).code();
        mvc.perform(post("/api/kiosk/v1/pair")
                        .header("X-Tambur", "kiosk")
                        .contentType("application/json")
                        .content("{\"code\": \"" + code + "\"}"))
                .andExpect(status().isNoContent());
    }

    @Test
    void whoIsStaffHereAndManagerThereSeesReportsThereOnly() {
        logIn(new Held(Roles.STAFF, ours.value()), new Held(Roles.MANAGER, theirs.value()));

        current.getObject().choose(ours);
        assertThat(opened()).isEqualTo(views(Roles.STAFF));

        current.getObject().choose(theirs);
        assertThat(opened()).isEqualTo(views(Roles.STAFF, Roles.MANAGER));

        current.getObject().choose(ours);
        assertThat(opened()).isEqualTo(views(Roles.STAFF));
    }

    @Test
    void aCentreThatOneHasNoRoleAtCannotBeChosen() {
        logIn(new Held(Roles.ADMIN, ours.value()));
        current.getObject().choose(ours);

        current.getObject().choose(theirs);

        assertThat(current.getObject().id()).isEqualTo(ours);
        assertThat(reach.open()).containsExactly(ours);
    }

    @Test
    void whoComesInStandsAtACentreOfHerOwn() {
        logIn(new Held(Roles.STAFF, theirs.value()));
        assertThat(current.getObject().id()).isEqualTo(theirs);
        assertThat(reach.onTheWayIn(List.of(new Held(Roles.STAFF, theirs.value()))))
                .extracting("authority")
                .containsExactly("HELD_STAFF@" + theirs.value(), "ROLE_STAFF");
    }

    @Test
    void noPageOfOursShowsAnythingOfTheirsWhateverItsAddressAsksFor() {
        logIn(new Held(Roles.ADMIN, ours.value()));
        current.getObject().choose(ours);
        var flaws = new TreeSet<String>();
        for (String asked : List.of(
                "",
                "centre=" + theirs.value(),
                "date=2026-11-24",
                "month=2026-11",
                "course=" + course,
                "id=" + visit)) {
            Routes.views().keySet().stream()
                    .filter(place -> place.path().startsWith("/office"))
                    .forEach(place -> {
                        String address = place.path().substring(1).replaceAll(":[a-z]+", course);
                        UI.getCurrent().navigate(address, QueryParameters.fromString(asked));
                        String page = UI.getCurrent().getElement().getOuterHTML();
                        if (page.contains(MARK) || page.contains("Babymassage") || page.contains(visit.toString())) {
                            flaws.add(address + "?" + asked);
                        }
                    });
        }
        assertThat(flaws).isEmpty();
    }

    @Test
    void anAdministratorOfOursSeesOurAccountsOnlyAndCannotRemoveOneThatCountsThereToo() {
        String mine = someone(new Held(Roles.STAFF, ours.value()));
        String both = someone(new Held(Roles.STAFF, ours.value()), new Held(Roles.MANAGER, theirs.value()));
        String neighbour = someone(new Held(Roles.STAFF, theirs.value()));
        String boss = someone(Held.everywhere(Roles.STAFF));
        logIn(new Held(Roles.ADMIN, ours.value()));
        current.getObject().choose(ours);
        UI.getCurrent().setLocale(Locale.of("sv", "SE"));

        UI.getCurrent().navigate("office/accounts");

        assertThat(line(mine)).contains("Personal på Vårt hus").contains("Ta bort");
        assertThat(line(both))
                .contains("Personal på Vårt hus")
                .doesNotContain("Chef")
                .doesNotContain("Ta bort");
        assertThat(line(neighbour)).isEmpty();
        assertThat(line(boss)).isEmpty();
    }

    /** Every question and every deed of the house that is about a centre, asked as ours with all that is theirs. */
    @Test
    void nothingThatIsAskedAsOursAnswersWithOrChangesAnythingOfTheirs() {
        logIn(new Held(Roles.ADMIN, ours.value()));
        Map<String, List<String>> before = everythingOf(theirs);
        var tried = new TreeSet<String>();
        var flaws = new TreeSet<String>();
        for (String name : house.getBeanDefinitionNames()) {
            if (!house.isSingleton(name)) {
                continue;
            }
            Object bean = house.getBean(name);
            Class<?> kind = AopUtils.getTargetClass(bean);
            if (!kind.getName().startsWith("se.tambur.") || kind.getName().contains("Test")) {
                continue;
            }
            for (Method method : kind.getDeclaredMethods()) {
                Class<?>[] params = method.getParameterTypes();
                if (params.length == 0 || params[0] != CentreId.class || method.isSynthetic()) {
                    continue;
                }
                for (int round = 0; round < 4; round++) {
                    Object[] with = with(params, round);
                    if (with == null) {
                        break;
                    }
                    tried.add(kind.getSimpleName() + "." + method.getName());
                    if (String.valueOf(ask(bean, method, with)).contains(MARK)) {
                        flaws.add(kind.getSimpleName() + "." + method.getName());
                    }
                }
            }
        }
        assertThat(flaws).isEmpty();
        assertThat(tried)
                .contains("Kiosks.revoke", "Kiosks.rename", "CheckIns.undo", "Courses.find", "Courses.become")
                .hasSizeGreaterThan(40);
        assertThat(everythingOf(theirs)).isEqualTo(before);
    }

    private static @Nullable Object ask(Object bean, Method method, Object[] with) {
        try {
            method.setAccessible(true);
            Object answer = method.invoke(bean, with);
            return answer instanceof Stream<?> stream ? stream.toList() : answer;
        } catch (InvocationTargetException e) {
            // refused
            return e.getTargetException();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is theirs, for each kind of question; null: it asks for something that has no address. */
    private Object @Nullable [] with(Class<?>[] params, int round) {
        Map<Class<?>, Object> theirThings = Map.ofEntries(
                Map.entry(
                        String.class,
                        List.of(theirKiosk(), course, theirs.value(), "2026-11").get(round)),
                Map.entry(UUID.class, visit),
                Map.entry(LocalDate.class, TUESDAY),
                Map.entry(LocalDateTime.class, TUESDAY.atTime(10, 0)),
                Map.entry(LocalTime.class, LocalTime.of(10, 0)),
                Map.entry(YearMonth.class, YearMonth.of(2026, 11)),
                Map.entry(Instant.class, clock.instant()),
                Map.entry(ActivityId.class, new ActivityId("sang")),
                Map.entry(boolean.class, true),
                Map.entry(int.class, round),
                Map.entry(long.class, (long) round));
        var with = new ArrayList<Object>(List.of(ours));
        for (Class<?> param : Arrays.asList(params).subList(1, params.length)) {
            Object thing = param.isEnum() ? param.getEnumConstants()[0] : theirThings.get(param);
            if (thing == null) {
                return null;
            }
            with.add(thing);
        }
        return with.toArray();
    }

    private String theirKiosk() {
        return kiosks.health(theirs).getFirst().id();
    }

    /** Every row of every table that belongs to a centre. */
    private Map<String, List<String>> everythingOf(CentreId centre) {
        var all = new TreeMap<String, List<String>>();
        jdbc.sql("select table_name from information_schema.columns"
                        + " where table_schema = 'public' and column_name = 'centre'")
                .query((row, number) -> row.getString(1))
                .list()
                .forEach(table -> all.put(
                        table,
                        jdbc
                                .sql("select * from " + table + " where centre = ?")
                                .param(centre.value())
                                .query((row, number) -> {
                                    var cells = new ArrayList<String>();
                                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                                        cells.add(String.valueOf(row.getObject(i)));
                                    }
                                    return cells.toString();
                                })
                                .list()
                                .stream()
                                .sorted()
                                .toList()));
        assertThat(all).containsKeys("check_in", "kiosk", "course", "head_count", "audit");
        return all;
    }

    private void logIn(Held... held) {
        var somebody = UsernamePasswordAuthenticationToken.authenticated("Robin", "", reach.onTheWayIn(List.of(held)));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(somebody);
        SecurityContextHolder.setContext(context);
    }

    /** The pages of the office that let one in now. */
    private static Collection<String> opened() {
        var opened = new TreeSet<String>();
        Routes.views().forEach((place, view) -> {
            if (place.path().startsWith("/office")) {
                UI.getCurrent().navigate(place.example().substring(1));
                Class<?> list = place.path().startsWith("/office/courses/")
                        ? Routes.views().get(new Place("VIEW", "/office/courses"))
                        : view;
                if (UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                        .anyMatch(target -> view.isInstance(target)
                                || Objects.requireNonNull(list).isInstance(target))) {
                    opened.add(place.path());
                }
            }
        });
        return opened;
    }

    private static Collection<String> views(String... roles) {
        var views = new TreeSet<String>();
        Routes.views().keySet().stream()
                .filter(place -> place.path().startsWith("/office"))
                .filter(place -> List.of(roles).contains(Routes.table().get(place)))
                .forEach(place -> views.add(place.path()));
        return views;
    }

    private String line(String name) {
        return $(ListItem.class).all().stream()
                .map(line -> line.getElement().getTextRecursively())
                .filter(words -> words.contains(name))
                .findFirst()
                .orElse("");
    }

    private String someone(Held... held) {
        String name = "Kim " + UUID.randomUUID().toString().substring(0, 13);
        accounts.add(new Account(UUID.randomUUID(), name, "-", List.of(held), clock.instant()), "test");
        return name;
    }

    private CentreId open(String id, String name) throws IOException {
        String plan = Files.readString(Path.of("kiosk-config/centres/lekladan.yaml"));
        centres.adopt(
                id + ".yaml",
                plan.replace("id: lekladan", "id: " + id).replaceFirst("(?m)^( *)name: .*$", "$1name: " + name),
                null,
                "test");
        return new CentreId(id);
    }

    private static String short4() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
