package se.tambur.phone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import se.tambur.TestClock;
import se.tambur.TestDatabase;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.course.Course;
import se.tambur.course.Courses;
import se.tambur.course.Groups;
import se.tambur.course.Seats;
import se.tambur.signup.SignUps;
import se.tambur.visit.Doors;

/** Everybody at once, and those who mean no good. Each comes from a network of its own, so that no limit does the work. */
@Tag("database")
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "vaadin.productionMode=true")
@ContextConfiguration(initializers = TestDatabase.class)
@Import(TestClock.class)
@ExtendWith(OutputCaptureExtension.class)
class SignUpStormTest {

    private static final int FORGED = 10_000;
    private static final int SEATS = 8;

    /** For an answer that is none of the server's: the same place once more. */
    private static final int REPEATED = 0;

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private Courses courses;

    @Autowired
    private SignUps signUps;

    @Autowired
    private Centres centres;

    @Autowired
    private JdbcClient jdbc;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aHouseInNovember() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
    }

    @Test
    void aHundredPhonesAtOnceGetTheTenPlacesAndTheRestStandInLine() throws Exception {
        Course course = courses.save(Groups.massage(centre, "massage", 10), "test");
        List<Map<String, String>> forms = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            forms.add(Phone.filled(phone(i).stamp(course.code()), "Familj " + i, "familj" + i + "@example.se"));
        }
        clock.set("2026-11-24T10:13");

        List<String> told = new ArrayList<>();
        try (var door = Executors.newFixedThreadPool(100)) {
            List<Callable<HttpResponse<String>>> all = IntStream.range(0, 100)
                    .<Callable<HttpResponse<String>>>mapToObj(
                            i -> () -> phone(i).post("/k/" + course.code() + "/plats", forms.get(i)))
                    .toList();
            for (Future<HttpResponse<String>> answer : door.invokeAll(all)) {
                assertThat(answer.get().statusCode()).isEqualTo(303);
                told.add(Phone.words(phone(0).get(
                                answer.get().headers().firstValue("Location").orElseThrow())));
            }
        }

        assertThat(told).filteredOn(words -> words.contains("Du har en plats")).hasSize(10);
        Pattern inLine = Pattern.compile("Du har plats (\\d+) i kön");
        assertThat(told.stream()
                        .map(inLine::matcher)
                        .filter(Matcher::find)
                        .map(found -> Integer.parseInt(found.group(1)))
                        .sorted()
                        .toList())
                .isEqualTo(IntStream.rangeClosed(1, 90).boxed().toList());
    }

    @Test
    void tenThousandForgedPostsTakeNoSeatBreakNothingAndKeepNoFamilyOut(CapturedOutput output) throws Exception {
        Course course = courses.save(Groups.massage(centre, "massage", SEATS), "test");
        Course other = courses.save(Groups.massage(centre, "other", 8), "test");
        String mine = "/k/" + course.code() + "/plats";
        String sound = phone(0).stamp(course.code());
        String foreign = phone(0).stamp(other.code());
        List<Map<String, String>> forms = new ArrayList<>();
        for (int i = 0; i < SEATS; i++) {
            forms.add(Phone.filled(family(i).stamp(course.code()), "Familj " + i, "familj" + i + "@example.se"));
        }
        clock.set("2026-11-24T10:13");
        String first = takesAPlace(family(0), mine, forms.getFirst());
        long rows = rows();

        TreeMap<Integer, Integer> answers = new TreeMap<>();
        List<String> places = new ArrayList<>(List.of(first));
        AtomicInteger sent = new AtomicInteger();
        try (var storm = Executors.newFixedThreadPool(16);
                var families = Executors.newSingleThreadExecutor()) {
            Future<List<String>> come = families.submit(() -> {
                List<String> taken = new ArrayList<>();
                for (int i = 1; i < SEATS; i++) {
                    while (sent.get() < i * (FORGED / SEATS)) {
                        Thread.sleep(5);
                    }
                    taken.add(takesAPlace(family(i), mine, forms.get(i)));
                    assertThat(sent).as("in the midst of it").hasValueLessThan(FORGED);
                }
                return taken;
            });
            List<Callable<Integer>> all = IntStream.range(0, FORGED)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        try {
                            return forged(phone(i), mine, sound, foreign, forms.getFirst(), first, new Random(i));
                        } finally {
                            sent.incrementAndGet();
                        }
                    })
                    .toList();
            for (Future<Integer> answer : storm.invokeAll(all)) {
                answers.merge(answer.get(), 1, Integer::sum);
            }
            places.addAll(come.get());
        }

        assertThat(answers.lastKey()).as(answers.toString()).isLessThan(500);
        assertThat(answers).containsKeys(404, 413, 415, 422);
        assertThat(answers).doesNotContainKeys(200, 303);
        for (int i = 0; i < SEATS; i++) {
            assertThat(Phone.words(family(i).get(places.get(i))))
                    .contains("Du har en plats", "familj" + i + "@example.se");
        }
        assertThat(signUps.seats(course)).isEqualTo(new Seats(SEATS, SEATS, 0));
        // a row and a letter for each of the families, and for nobody else
        assertThat(rows()).isEqualTo(rows + 2 * (SEATS - 1));
        assertThat(output).doesNotContain("Exception");
    }

    /** The address of her own page, after she has looked at the course. */
    private static String takesAPlace(Phone phone, String form, Map<String, String> filled) throws Exception {
        assertThat(phone.get(form.replace("/plats", "")).statusCode()).isEqualTo(200);
        HttpResponse<String> answer = phone.post(form, filled);
        assertThat(answer.statusCode()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    /** @param taken the form of a family that has a place, word for word; whoever has it is that family to us */
    private static int forged(
            Phone phone,
            String form,
            String sound,
            String foreign,
            Map<String, String> taken,
            String place,
            Random random)
            throws Exception {
        String token = "/p/" + letters(random, 32);
        return switch (random.nextInt(13)) {
            case 0 ->
                phone.post(form, Phone.filled(letters(random, 120), "Amina", "amina@example.se"))
                        .statusCode();
            case 1 ->
                phone.post(form, Phone.filled(foreign, "Amina", "amina@example.se"))
                        .statusCode();
            case 2 ->
                phone.post(form, Phone.filled(turned(sound, random), "Amina", "amina@example.se"))
                        .statusCode();
            case 3 -> send(phone, form, "application/x-www-form-urlencoded", bytes(random, 2_000));
            case 4 ->
                send(phone, form, "application/x-www-form-urlencoded", bytes(random, 9_000 + random.nextInt(90_000)));
            case 5 ->
                send(
                        phone,
                        form,
                        List.of(
                                        "application/json",
                                        "text/plain",
                                        "multipart/form-data",
                                        "multipart/form-data; boundary=x",
                                        "garbage",
                                        "application/x-www-form-urlencoded; charset=nowhere;;")
                                .get(random.nextInt(6)),
                        bytes(random, 500));
            case 6 -> {
                Map<String, String> trapped = Phone.filled(sound, "Amina", "amina@example.se");
                trapped.put("homepage", letters(random, 20));
                yield phone.post(form, trapped).statusCode();
            }
            case 7 -> {
                Map<String, String> wrong = Phone.filled(sound, noise(random), noise(random));
                wrong.put("phone", noise(random));
                wrong.put("adults", String.valueOf(random.nextInt()));
                wrong.put("child-" + noise(random), noise(random));
                wrong.put("language", noise(random));
                yield phone.post(form, wrong).statusCode();
            }
            case 8 ->
                phone.post(
                                token
                                        + List.of("/ja", "/andra", "/avboka", "/radera")
                                                .get(random.nextInt(4)),
                                Phone.filled("", "Amina", "amina@example.se"))
                        .statusCode();
            case 9 ->
                phone.post("/k/" + letters(random, 6) + "/plats", Phone.filled(sound, "Amina", "a@example.se"))
                        .statusCode();
            case 10 ->
                phone.raw(form
                        + List.of("?lang=%zz", "?%", "?lang=%C0%80", "?&&==", "?lang=ar&lang=%", "?lang=<>\"|^")
                                .get(random.nextInt(6)));
            case 11 -> {
                HttpResponse<String> again = phone.post(form, taken);
                assertThat(again.statusCode()).isEqualTo(303);
                assertThat(again.headers().firstValue("Location")).contains(place);
                yield REPEATED;
            }
            default ->
                send(
                        phone,
                        List.of(
                                        "/k/" + letters(random, 6),
                                        "/p/",
                                        "/p",
                                        token,
                                        token + "/a/b",
                                        "/c/lekladan",
                                        "/om",
                                        "/")
                                .get(random.nextInt(8)),
                        "application/x-www-form-urlencoded",
                        bytes(random, 200));
        };
    }

    /** With its length told or in chunks. */
    private static int send(Phone phone, String path, String type, byte[] body) throws Exception {
        HttpRequest.BodyPublisher whole = HttpRequest.BodyPublishers.ofByteArray(body);
        return phone.send(phone.request(path)
                        .header("Content-Type", type)
                        .POST(body[0] % 2 == 0 ? whole : HttpRequest.BodyPublishers.fromPublisher(whole)))
                .statusCode();
    }

    private static String letters(Random random, int length) {
        String from = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return random.ints(length, 0, from.length())
                .collect(StringBuilder::new, (made, i) -> made.append(from.charAt(i)), StringBuilder::append)
                .toString();
    }

    private static String noise(Random random) {
        return new String(bytes(random, random.nextInt(80)), StandardCharsets.UTF_8) + "<>";
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** With one of its characters changed. */
    private static String turned(String stamp, Random random) {
        int at = random.nextInt(stamp.length());
        char other = stamp.charAt(at) == '7' ? '8' : '7';
        return stamp.substring(0, at) + other + stamp.substring(at + 1);
    }

    /** From a network of its own, none of those of the storm. */
    private Phone family(int n) {
        return new Phone(port, "192.0.2." + (1 + n), "sv");
    }

    private Phone phone(int n) {
        return new Phone(port, "10.%d.%d.%d".formatted(n / 62_500, n / 250 % 250, 1 + n % 250), "sv");
    }

    private long rows() {
        return jdbc.sql("select count(*) from sign_up").query(Long.class).single()
                + jdbc.sql("select count(*) from letter").query(Long.class).single();
    }
}
