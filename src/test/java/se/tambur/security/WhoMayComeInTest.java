package se.tambur.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.security.Invitations.Flaw;
import se.tambur.security.Invitations.Invitation;
import se.tambur.security.Invitations.Purpose;
import se.tambur.shared.Roles;
import se.tambur.shared.Settings;

@DatabaseTest
@AutoConfigureMockMvc
class WhoMayComeInTest {

    private static final String PASSWORD = "fyra blå vantar";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Invitations invitations;

    @Autowired
    private FirstAccount firstAccount;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private Settings settings;

    @Autowired
    private TestClock clock;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/office",
                "/office/accounts",
                "/office/reports",
                "/office/import",
                "/office/day",
                "/office/count",
                "/office/kiosks",
                "/office/plan",
                "/office/handbook",
                "/office/plan/week",
                "/office/courses",
                "/office/courses/new",
                "/nowhere"
            })
    void aStrangerAtAnyOfficePageIsShownTheLogIn(String page) throws Exception {
        mvc.perform(get(page)).andExpect(status().is3xxRedirection()).andExpect(redirectedUrl("/login"));
    }

    @Test
    void theDatabaseConsoleIsNowhere() throws Exception {
        mvc.perform(get("/h2-console")).andExpect(redirectedUrl("/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/c/lekladan", "/k/ABCDEF", "/om", "/kiosk", "/office.css"})
    void nobodyWritesToPublicPages(String page) throws Exception {
        mvc.perform(post(page)).andExpect(status().isForbidden());
    }

    @Test
    void officePagesAreKeptInNoCacheAndNoFrame() throws Exception {
        mvc.perform(get("/office"))
                .andExpect(header().string("Cache-Control", org.hamcrest.Matchers.containsString("no-store")))
                .andExpect(header().string("X-Frame-Options", "DENY"))
                .andExpect(header().string(
                                "Content-Security-Policy",
                                org.hamcrest.Matchers.containsString("frame-ancestors 'none'")));
    }

    @Test
    void capitalsInTheNameDoNotMatter() throws Exception {
        String name = someone(Roles.STAFF);
        mvc.perform(logIn(" " + name.toUpperCase(java.util.Locale.ROOT), PASSWORD))
                .andExpect(redirectedUrl("/office"));
    }

    @Test
    void aWrongPasswordAndAWrongNameAreAnsweredAlike() throws Exception {
        mvc.perform(logIn(someone(Roles.STAFF), "något helt annat")).andExpect(redirectedUrl("/login?error"));
        mvc.perform(logIn("ingen", PASSWORD)).andExpect(redirectedUrl("/login?error"));
    }

    @Test
    void afterLoggingOutTheSessionIsGone() throws Exception {
        var session = (MockHttpSession) mvc.perform(logIn(someone(Roles.STAFF), PASSWORD))
                .andReturn()
                .getRequest()
                .getSession();

        mvc.perform(post("/logout")
                .session(java.util.Objects.requireNonNull(session))
                .with(csrf()));

        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void anAccountIsMadeOnceWithALink() {
        String token = token(invitations.make(new Invitation(Purpose.INVITE, Roles.MANAGER, null)));
        String name = freshName();

        assertThat(invitations.accept(token, name, PASSWORD)).isEmpty();

        assertThat(accounts.named(name)).hasValueSatisfying(account -> {
            assertThat(account.held()).containsExactly(Held.everywhere(Roles.MANAGER));
            assertThat(account.passwordHash()).startsWith("$argon2id$").doesNotContain(PASSWORD);
        });
        assertThat(invitations.accept(token, freshName(), PASSWORD)).contains(Flaw.LINK);
    }

    @Test
    void aLinkThatMetAFlawCanBeTriedAgain() {
        String taken = someone(Roles.STAFF);
        String token = token(invitations.make(new Invitation(Purpose.INVITE, Roles.STAFF, null)));

        assertThat(invitations.accept(token, freshName(), "elva tecken")).contains(Flaw.PASSWORD_SHORT);
        assertThat(invitations.accept(token, freshName(), "x".repeat(201))).contains(Flaw.PASSWORD_LONG);
        assertThat(invitations.accept(token, " ", PASSWORD)).contains(Flaw.NAME);
        assertThat(invitations.accept(token, taken.toUpperCase(java.util.Locale.ROOT), PASSWORD))
                .contains(Flaw.NAME_TAKEN);
        assertThat(invitations.accept(token, freshName(), PASSWORD)).isEmpty();
    }

    @Test
    void aLinkIsDeadAfterADay() {
        String token = token(invitations.make(new Invitation(Purpose.INVITE, Roles.STAFF, null)));
        var made = clock.instant();
        try {
            clock.set(made.plusSeconds(24 * 3600));
            assertThat(invitations.of(token)).isEmpty();
            assertThat(invitations.accept(token, freshName(), PASSWORD)).contains(Flaw.LINK);
        } finally {
            clock.set(made);
        }
    }

    @Test
    void onceSomeoneExistsThereIsNoFirstAccountButALostLogInCanBeReset() {
        someone(Roles.ADMIN);
        assertThat(firstAccount.link()).isEmpty();
        assertThat(invitations.of(token(firstAccount.reset())))
                .hasValueSatisfying(invitation -> assertThat(invitation.role()).isEqualTo(Roles.ADMIN));
    }

    @Test
    void anAdministratorHoldsEveryRoleAndStaffOnlyTheirs() {
        assertThat(SignIn.held(Roles.ADMIN)).containsExactlyInAnyOrder("STAFF", "MANAGER", "ADMIN");
        assertThat(SignIn.held(Roles.MANAGER)).containsExactlyInAnyOrder("STAFF", "MANAGER");
        assertThat(SignIn.held(Roles.STAFF)).containsExactly("STAFF");
    }

    @Test
    void scriptsOnThisMachineNeedTheToken() throws Exception {
        mvc.perform(post("/api/control/v1/admin/reset")).andExpect(status().isUnauthorized());
        mvc.perform(post("/api/control/v1/admin/reset").header("Authorization", "Bearer guess"))
                .andExpect(status().isUnauthorized());
    }

    @Test
    void theTokenIsForItsOwnersEyesAndOpensTheControl() throws Exception {
        var file = settings.home().resolve("control-token");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");

        var answer = mvc.perform(reset()).andExpect(status().isOk()).andReturn().getResponse();

        assertThat(answer.getContentAsString()).startsWith("/setup/");
        assertThat(answer.getHeader("Set-Cookie")).isNull();
    }

    @Test
    void theTokenIsWorthNothingFromElsewhereOrThroughAProxy() throws Exception {
        mvc.perform(reset().with(request -> {
                    request.setRemoteAddr("192.0.2.7");
                    return request;
                }))
                .andExpect(status().isForbidden());
        mvc.perform(reset().header("X-Forwarded-For", "127.0.0.1")).andExpect(status().isForbidden());
    }

    private MockHttpServletRequestBuilder reset() throws Exception {
        return post("/api/control/v1/admin/reset")
                .header(
                        "Authorization",
                        "Bearer " + Files.readString(settings.home().resolve("control-token")));
    }

    private static MockHttpServletRequestBuilder logIn(String name, String password) {
        return post("/login")
                .param("username", name)
                .param("password", password)
                .with(csrf());
    }

    private String someone(String role) {
        String name = freshName();
        accounts.add(
                new Account(
                        UUID.randomUUID(),
                        name,
                        java.util.Objects.requireNonNull(passwords.encode(PASSWORD)),
                        List.of(Held.everywhere(role)),
                        clock.instant()),
                "test");
        return name;
    }

    private static String freshName() {
        return "Kim " + UUID.randomUUID().toString().substring(0, 13);
    }

    private static String token(String path) {
        return path.substring("/setup/".length());
    }
}
