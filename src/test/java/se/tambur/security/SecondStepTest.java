package se.tambur.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.security.SecondSteps.Answer;
import se.tambur.shared.Roles;
import se.tambur.shared.Settings;

/** A teacher with an app in her telephone, and whoever has got hold of her password. */
@DatabaseTest
@AutoConfigureMockMvc
class SecondStepTest {

    private static final String PASSWORD = "fyra blå vantar";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SecondSteps secondSteps;

    @Autowired
    private PasswordEncoder passwords;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Settings settings;

    @Autowired
    private TestClock clock;

    private Instant before = Instant.EPOCH;

    @BeforeEach
    void rememberTheTime() {
        before = clock.instant();
    }

    @AfterEach
    void setTheClockBack() {
        clock.set(before);
    }

    @Test
    void thePasswordAloneOpensNothing() throws Exception {
        Account kim = withStep().account();
        MockHttpSession session = session(logIn(kim).andExpect(redirectedUrl("/login/code")));

        for (String page : List.of("/office", "/office/me", "/office/accounts", "/office/day")) {
            mvc.perform(get(page).session(session)).andExpect(redirectedUrl("/login"));
        }
    }

    @Test
    void theCodeOfTheAppOpensTheOfficeInASessionOfAnotherName() throws Exception {
        Teacher kim = withStep();
        MockHttpSession session = session(logIn(kim.account()));
        String half = session.getId();

        later(30);
        code(session, kim.code()).andExpect(redirectedUrl("/office"));

        assertThat(session.getId()).isNotEqualTo(half);
        assertThat(mvc.perform(get("/office").session(session))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isNull();
    }

    @Test
    void aSessionThatWasPlantedBeforeThePasswordHasAnotherNameAfterIt() throws Exception {
        var planted = new MockHttpSession();
        String name = planted.getId();
        Account kim = withStep().account();

        mvc.perform(post("/login")
                .session(planted)
                .param("username", kim.name())
                .param("password", PASSWORD)
                .with(csrf()));

        assertThat(planted.getId()).isNotEqualTo(name);
    }

    @Test
    void aCodeIsTakenOnceAlsoOfTwoAtTheSameTime() {
        Teacher kim = withStep();
        later(60);
        String code = kim.code();

        List<Answer> answers;
        try (var everyone = Executors.newVirtualThreadPerTaskExecutor()) {
            answers =
                    IntStream.range(0, 3)
                            .mapToObj(n -> everyone.submit(() -> secondSteps.take(kim.account(), code)))
                            .toList()
                            .stream()
                            .map(SecondStepTest::got)
                            .toList();
        }

        assertThat(answers.stream().filter(Answer.Right.class::isInstance)).hasSize(1);
    }

    @Test
    void theCodeThatTurnedItOnDoesNotLogInToo() {
        Teacher kim = withStep();
        assertThat(secondSteps.take(kim.account(), kim.code())).isInstanceOf(Answer.Wrong.class);
    }

    @Test
    void aClockThatGoesHalfAMinuteWrongDoesNoHarmButAMinuteDoes() {
        Teacher kim = withStep();
        later(300);
        assertThat(secondSteps.take(kim.account(), kim.code(-60))).isInstanceOf(Answer.Wrong.class);
        assertThat(secondSteps.take(kim.account(), kim.code(-30))).isInstanceOf(Answer.Right.class);
        assertThat(secondSteps.take(kim.account(), kim.code(60))).isInstanceOf(Answer.Wrong.class);
        assertThat(secondSteps.take(kim.account(), kim.code(30))).isInstanceOf(Answer.Right.class);
        // what is older than the last one taken is no use to who looked over her shoulder
        assertThat(secondSteps.take(kim.account(), kim.code(0))).isInstanceOf(Answer.Wrong.class);
    }

    @Test
    void whoGuessesIsSlowedDownHoweverManyAtOnceAndTheRightCodeStillOpensAfterTheWait() {
        Teacher kim = withStep();
        later(60);
        long looked;
        try (var everyone = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = IntStream.range(0, 200)
                    .mapToObj(n -> everyone.submit(() -> secondSteps.take(kim.account(), "%06d".formatted(n))))
                    .toList();
            looked = all.stream()
                    .filter(answer -> !(got(answer) instanceof Answer.Wait))
                    .count();
        }
        assertThat(looked).isEqualTo(3);

        assertThat(secondSteps.take(kim.account(), kim.code())).isInstanceOf(Answer.Wait.class);
        later(300);
        assertThat(secondSteps.take(kim.account(), kim.code())).isInstanceOf(Answer.Right.class);
    }

    @Test
    void aRecoveryCodeOpensOnceAndNewOnesEndTheOld() throws Exception {
        Teacher kim = withStep();
        MockHttpSession session = session(logIn(kim.account()));
        code(session, kim.recovery().getFirst()).andExpect(redirectedUrl("/office"));
        assertThat(secondSteps.recoveryCodesLeft(kim.account().id())).isEqualTo(9);
        assertThat(secondSteps.take(kim.account(), kim.recovery().getFirst())).isInstanceOf(Answer.Wrong.class);

        List<String> fresh = secondSteps.renewCodes(kim.account());

        assertThat(secondSteps.take(kim.account(), kim.recovery().get(1))).isInstanceOf(Answer.Wrong.class);
        assertThat(secondSteps.take(kim.account(), fresh.get(1))).isInstanceOf(Answer.Right.class);
    }

    @Test
    void fiveMinutesAfterThePasswordOneBeginsAnew() throws Exception {
        Teacher kim = withStep();
        MockHttpSession session = session(logIn(kim.account()));
        later(301);
        code(session, kim.code()).andExpect(redirectedUrl("/login"));
    }

    @Test
    void whoNeverShowedAPasswordIsNotAskedForACode() throws Exception {
        mvc.perform(post("/login/code").param("code", "123456").with(csrf())).andExpect(redirectedUrl("/login"));
    }

    @Test
    void theDatabaseAloneGivesNoSecondStepAway() throws Exception {
        Teacher kim = withStep();
        String everything = jdbc.sql("select s.secret || ' ' || string_agg(c.code_hash, ' ') from second_step s"
                        + " join recovery_code c on c.account = s.account where s.account = ? group by s.secret")
                .param(kim.account().id())
                .query(String.class)
                .single();

        assertThat(everything).doesNotContain(kim.secret());
        kim.recovery().forEach(code -> assertThat(everything).doesNotContain(code.replace(" ", "")));
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(settings.home().resolve("account-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aSecretMovedToAnotherAccountIsOfNoUseThere() {
        Teacher kim = withStep();
        Teacher robin = withStep();
        jdbc.sql("update second_step set secret = (select secret from second_step where account = ?) where account = ?")
                .params(kim.account().id(), robin.account().id())
                .update();
        later(60);
        assertThat(secondSteps.take(robin.account(), kim.code())).isInstanceOf(Answer.Wrong.class);
    }

    @Test
    void anAccountThatIsBroughtBackStillAsksForTheCode() {
        Teacher kim = withStep();
        Accounts.Removed removed = accounts.remove(kim.account().id(), "Chefen").orElseThrow();
        accounts.restore(removed, "Chefen");

        assertThat(secondSteps.recoveryCodesLeft(kim.account().id())).isEqualTo(10);
        later(60);
        assertThat(secondSteps.take(kim.account(), kim.code())).isInstanceOf(Answer.Right.class);
    }

    @Test
    void whatAnAdministratorDoesToSomebodysSecondStepIsInTheLog() {
        Teacher kim = withStep();
        SecondSteps.Kept kept = secondSteps.takeOff(kim.account(), "Chefen").orElseThrow();
        assertThat(secondSteps.on(kim.account().id())).isFalse();
        secondSteps.putBack(kim.account(), kept, "Chefen");
        assertThat(secondSteps.on(kim.account().id())).isTrue();

        assertThat(jdbc.sql("select actor || ' ' || deed from audit where detail = ? order by id")
                        .param(kim.account().name())
                        .query(String.class)
                        .list())
                .endsWith("Chefen account.step-taken-off", "Chefen account.step-put-back");
    }

    private static Answer got(Future<Answer> answer) {
        try {
            return answer.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Teacher withStep() {
        String name = "Kim " + UUID.randomUUID().toString().substring(0, 13);
        var account = new Account(
                UUID.randomUUID(),
                name,
                Objects.requireNonNull(passwords.encode(PASSWORD)),
                List.of(Held.everywhere(Roles.STAFF)),
                clock.instant());
        accounts.add(account, "test");
        var phone = new Phone(secondSteps.freshSecret(), clock);
        return new Teacher(
                account,
                phone,
                secondSteps.turnOn(account, phone.secret(), phone.code()).orElseThrow());
    }

    private record Teacher(Account account, Phone phone, List<String> recovery) {

        String code() {
            return phone.code();
        }

        String code(int wrong) {
            return phone.code(wrong);
        }

        String secret() {
            return phone.secret();
        }
    }

    private void later(int seconds) {
        clock.set(clock.instant().plus(Duration.ofSeconds(seconds)));
    }

    private ResultActions logIn(Account account) throws Exception {
        return mvc.perform(post("/login")
                .session(new MockHttpSession())
                .param("username", account.name())
                .param("password", PASSWORD)
                .with(csrf()));
    }

    private ResultActions code(MockHttpSession session, String code) throws Exception {
        return mvc.perform(
                post("/login/code").session(session).param("code", code).with(csrf()));
    }

    private static MockHttpSession session(ResultActions done) {
        return (MockHttpSession)
                Objects.requireNonNull(done.andReturn().getRequest().getSession(false));
    }
}
