package se.tambur.signup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Groups;
import se.tambur.signup.MailCatcher.Caught;
import se.tambur.signup.SignUps.Answer;
import se.tambur.visit.Doors;

@DatabaseTest
@TestPropertySource(
        properties = {
            "tambur.mail.from=kurs@example.se",
            "tambur.mail.every=PT24H",
            "tambur.public-url=https://tambur.example.se"
        })
@ExtendWith(OutputCaptureExtension.class)
class PostmanTest {

    private static final MailCatcher MAIL = new MailCatcher();

    @DynamicPropertySource
    static void mail(DynamicPropertyRegistry properties) {
        MAIL.register(properties);
    }

    @AfterAll
    static void stop() {
        MAIL.close();
    }

    @Autowired
    private Postman postman;

    @Autowired
    private WaitingLine line;

    @Autowired
    private SignUps signUps;

    @Autowired
    private Courses courses;

    @Autowired
    private CourseKeys keys;

    @Autowired
    private Letters letters;

    @Autowired
    private Centres centres;

    @Autowired
    private TestClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private AutowireCapableBeanFactory house;

    private CentreId centre = new CentreId("none");
    private String mark = "";

    @BeforeEach
    void aHouseInNovember() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
        mark = "x" + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    void aFamilyWithAPlaceIsToldWhenAndWhereAndHowToGiveItBack() {
        Course course = course(8);
        Answer answer = signUp(course, "Åsa", "asa", "sv");

        postman.deliver();

        assertThat(MAIL.to(address("asa"))).singleElement().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Du har en plats: Babymassage");
            assertThat(letter.from()).isEqualTo("\"Öppna förskolan Lekladan\" <kurs@example.se>");
            assertThat(letter.language()).isEqualTo("sv");
            assertThat(letter.type()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
            assertThat(letter.text()).isEqualTo("""
                            Hej Åsa!

                            Du har en plats på Babymassage. Välkommen!

                            Babymassage
                            Start 11 januari · 5 måndagar 13.00–14.00
                            Plats: Stora rummet, Öppna förskolan Lekladan, Storgatan 1
                            Ta med en handduk.

                            Här ser du din anmälan. Du kan också ändra den eller lämna tillbaka platsen:
                            https://tambur.example.se/p/%s
                            Länken är din egen. Den som har den kan ändra din anmälan.

                            Kan du inte komma? Lämna gärna tillbaka platsen så snart du kan, så får någon annan den.

                            Undrar du något? Ring oss på 0513-000 00.

                            Varma hälsningar
                            Öppna förskolan Lekladan""".formatted(answer.token()));
        });
    }

    @Test
    void aFreePlaceIsOfferedInArabicToWhoSpeaksItWithItsDeadlineAndThenGoesOn() {
        Course course = course(1);
        Answer first = signUp(course, "Asa", "asa", "sv");
        signUp(course, "أمينة", "amina", "ar");
        signUp(course, "Cia", "cia", "fi");
        postman.deliver();
        assertThat(MAIL.to(address("amina")))
                .extracting(Caught::subject)
                .containsExactly("أنت في قائمة الانتظار: Babymassage");

        signUps.cancel(link(first));
        postman.deliver();

        assertThat(MAIL.to(address("amina"))).last().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("يوجد مكان متاح: Babymassage");
            assertThat(letter.language()).isEqualTo("ar");
            assertThat(letter.text())
                    .startsWith("مرحبًا أمينة،\n")
                    .contains("نحجزه لك حتى الخميس 26 نوفمبر الساعة 10:12.")
                    .contains("\nhttps://tambur.example.se/p/");
        });

        clock.set("2026-11-26T10:12");
        line.look(centre);
        postman.deliver();

        assertThat(MAIL.to(address("amina")))
                .last()
                .extracting(Caught::subject)
                .isEqualTo("انتقل المكان إلى عائلة أخرى: Babymassage");
        assertThat(MAIL.to(address("cia")))
                .extracting(Caught::subject)
                .containsExactly("Olet jonossa: Babymassage", "Paikka on vapaana: Babymassage");
        assertThat(MAIL.to(address("cia")).getLast().text()).contains("lauantai 28. marraskuuta klo 10.12");
        assertThat(MAIL.to(address("asa"))).last().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Du är avanmäld: Babymassage");
            assertThat(letter.text()).contains(courses.address(course));
        });
    }

    @Test
    void whoIsComingIsRemindedOnceAndCalledOffOnce() {
        Course course = course(8);
        signUp(course, "Asa", "asa", "sv");
        signUp(course, "Bo", "bo", "so");
        postman.deliver();
        clock.set("2027-01-09T13:00");
        line.look(centre);
        line.look(centre);
        postman.deliver();
        assertThat(MAIL.to(address("asa"))).last().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Snart börjar det: Babymassage");
            assertThat(letter.text()).contains("Babymassage börjar måndag 11 januari kl. 13.00.");
        });

        for (int i = 0; i < 2; i++) {
            courses.become(centre, course.id(), Course.State.CANCELLED, "test");
            line.look(centre);
            postman.deliver();
            courses.become(centre, course.id(), Course.State.PUBLISHED, "test");
            line.look(centre);
            postman.deliver();
        }

        assertThat(MAIL.to(address("asa")))
                .extracting(Caught::subject)
                .containsExactly(
                        "Du har en plats: Babymassage", "Snart börjar det: Babymassage", "Inställt: Babymassage");
        assertThat(MAIL.to(address("bo")))
                .extracting(Caught::subject)
                .containsExactly(
                        "Boos ayaad haysataa: Babymassage",
                        "Dhowaan ayuu bilaabmayaa: Babymassage",
                        "Waa la baajiyey: Babymassage");
    }

    @Test
    void whoIsInAlreadyIsToldSoOnceADayHoweverOftenAStrangerTries() {
        Course course = course(8);
        Answer first = signUp(course, "Asa", "asa", "en");
        for (int i = 0; i < 5; i++) {
            signUp(course, "Elak", "asa", "en");
            postman.deliver();
        }

        assertThat(MAIL.to(address("asa")))
                .extracting(Caught::subject)
                .containsExactly("You have a place: Baby massage", "You are already signed up: Baby massage");
        assertThat(MAIL.to(address("asa")).getLast().text())
                .contains("Hello Asa,", "Was it not you? Then you do not need to do anything.", link(first))
                .doesNotContain("Elak");

        clock.set("2026-11-25T10:13");
        signUp(course, "Elak", "asa", "en");
        postman.deliver();
        assertThat(MAIL.to(address("asa"))).hasSize(3);
    }

    @Test
    void whatStaffWroteComesWithHerOwnGreeting() {
        Course course = course(8);
        signUp(course, "Asa", "asa", "fi");
        postman.deliver();
        UUID message = UUID.randomUUID();
        signUps.changing(course, () -> {
            jdbc.sql("insert into course_message (id, centre, course, sealed, made_at) values (?, ?, ?, ?, ?)")
                    .params(
                            message,
                            centre.value(),
                            course.id(),
                            keys.seal(course.code(), message, "Vi ses i parken i stället!\n"),
                            Letters.at(clock.instant()))
                    .update();
            signUps.all(course).forEach(each -> letters.post(each.getId(), Letters.Kind.MESSAGE, message));
            return course;
        });

        postman.deliver();

        assertThat(MAIL.to(address("asa"))).last().satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Viesti kurssista Babymassage");
            assertThat(letter.text()).contains("Hei Asa!", "\n\nVi ses i parken i stället!\n\n");
        });
    }

    @Test
    void aMailServerThatIsAwayForAWhileGetsEachLetterOnceWhenItIsBackAndTheLogNamesNobody(CapturedOutput output) {
        Course course = course(8);
        MAIL.stop();
        try {
            signUp(course, "Xyzzyna", "asa", "sv");
            signUp(course, "Xyzzyna", "bo", "sv");
            postman.deliver();
            clock.set("2026-11-24T10:13");
            postman.deliver();
            postman.deliver();
        } finally {
            MAIL.startAgain();
        }
        clock.set("2026-11-24T11:00");
        postman.deliver();
        postman.deliver();

        assertThat(MAIL.to(address("asa"))).hasSize(1);
        assertThat(MAIL.to(address("bo"))).hasSize(1);
        assertThat(output.getAll()).contains("A letter (PLACED) could not be sent at try 1: ConnectException");
        assertThat(output.getAll().toLowerCase(Locale.ROOT))
                .doesNotContain(address("asa"))
                .doesNotContain(address("bo"))
                .doesNotContain("xyzzyna")
                .doesNotContain("/p/");
    }

    @Test
    void aMailServerThatRefusesAnAddressIsNotRepeatedInTheLog(CapturedOutput output) throws Exception {
        Course course = course(8);
        signUp(course, "Xyzzyna", "asa", "sv");
        MAIL.stop();
        try (var refusing = new ServerSocket(MAIL.port(), 1, InetAddress.getLoopbackAddress())) {
            Thread server = Thread.ofVirtual().start(() -> refuse(refusing));
            postman.deliver();
            server.join();
        } finally {
            MAIL.startAgain();
        }

        assertThat(output.getAll())
                .contains("A letter (PLACED) could not be sent at try 1: SMTPAddressFailedException")
                .doesNotContain(mark);
    }

    /** Speaks SMTP (RFC 5321) with one client, and knows nobody. */
    private static void refuse(ServerSocket door) {
        try (var client = door.accept();
                var in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                var out = new PrintStream(client.getOutputStream(), true, StandardCharsets.US_ASCII)) {
            out.print("220 refusing\r\n");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                boolean recipient = line.startsWith("RCPT TO:");
                out.print(recipient ? "550 5.1.1 " + line.substring(8) + ": no such user\r\n" : "250 ok\r\n");
                if (line.startsWith("QUIT")) {
                    return;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void ofTwoServersOneSendsALetter() throws Exception {
        Course course = course(30);
        for (int i = 0; i < 20; i++) {
            signUp(course, "Familj", "f" + i, "sv");
        }
        Postman other = house.createBean(Postman.class);
        var together = new CyclicBarrier(2);
        List<Callable<Boolean>> both = List.of(() -> go(together, postman), () -> go(together, other));
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<Boolean> done : threads.invokeAll(both)) {
                assertThat(done.get()).isTrue();
            }
        }
        // and after a restart
        house.createBean(Postman.class).deliver();

        for (int i = 0; i < 20; i++) {
            assertThat(MAIL.to(address("f" + i))).hasSize(1);
        }
    }

    private static boolean go(CyclicBarrier together, Postman postman) throws Exception {
        together.await();
        postman.deliver();
        return true;
    }

    @Test
    void aLetterThatAServerTookIntoItsHandsAndDiedWithIsSentByAnother() {
        Course course = course(8);
        UUID form = UUID.randomUUID();
        signUps.signUp(course, form, Families.family("Asa", address("asa")));
        // as claimed, and never heard of again
        jdbc.sql("update letter set due_at = ?, tries = 1 where sign_up = ?")
                .params(Letters.at(clock.instant().plusSeconds(300)), form)
                .update();
        postman.deliver();
        assertThat(MAIL.to(address("asa"))).isEmpty();

        clock.set("2026-11-24T10:17");
        postman.deliver();

        assertThat(MAIL.to(address("asa")))
                .singleElement()
                .satisfies(letter -> assertThat(letter.id()).matches("<[0-9a-f]{32}@example\\.se>"));
    }

    @Test
    void whatIsNoLongerTrueIsNotSent() {
        Course course = course(1);
        Answer first = signUp(course, "Asa", "asa", "sv");
        signUp(course, "Bo", "bo", "sv");
        signUps.cancel(link(first));

        postman.deliver();

        assertThat(MAIL.to(address("asa"))).extracting(Caught::subject).containsExactly("Du är avanmäld: Babymassage");
        assertThat(MAIL.to(address("bo")))
                .extracting(Caught::subject)
                .containsExactly("En plats är ledig: Babymassage");
    }

    @Test
    void afterFourDaysALetterIsGivenUp(CapturedOutput output) {
        Course course = course(8);
        MAIL.stop();
        try {
            signUp(course, "Asa", "asa", "sv");
            postman.deliver();
        } finally {
            MAIL.startAgain();
        }
        clock.set("2026-11-28T10:13");

        postman.deliver();

        assertThat(MAIL.to(address("asa"))).isEmpty();
        assertThat(output.getAll()).contains("A letter (PLACED) was given up after 1 tries");
    }

    @Test
    void aFamilyWithATelephoneOnlyIsWrittenToByNobody() {
        Course course = course(8);
        UUID form = UUID.randomUUID();
        signUps.signUp(course, form, new Family("Asa", null, "070-123 45 67", 1, Map.of(), "sv", false));

        postman.deliver();

        assertThat(jdbc.sql("select sent_at from letter where sign_up = ?")
                        .param(form)
                        .query(OffsetDateTime.class)
                        .list())
                .containsExactly(Letters.at(clock.instant()));
    }

    private Course course(int seats) {
        return courses.save(
                Groups.massage(centre, courses.newId(centre, "Babymassage", LocalDate.of(2027, 1, 11)), seats), "test");
    }

    private Answer signUp(Course course, String name, String mailbox, String language) {
        return signUps.signUp(course, UUID.randomUUID(), Families.family(name, address(mailbox), language));
    }

    private String address(String mailbox) {
        return mark + "-" + mailbox + "@example.se";
    }

    private static String link(Answer answer) {
        return Objects.requireNonNull(answer.token());
    }
}
