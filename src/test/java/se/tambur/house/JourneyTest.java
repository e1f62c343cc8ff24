package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import se.tambur.signup.MailCatcher;
import se.tambur.signup.MailCatcher.Caught;

/** From the code on the tablet to a place in the group, with a real tablet, real telephones and a real mail server. */
@Tag("browser")
class JourneyTest {

    private static final String AMINA = "أمينة";

    /** A human being needs longer for the form than the time that only machines come below. */
    private static final Duration TYPING = Duration.ofMillis(3_200);

    @Test
    void aParentScansTheTabletTakesTheLastPlaceGivesItBackAndTheNextIsWrittenToInArabic() throws Exception {
        try (var mail = new MailCatcher();
                House house = House.fresh(
                        Config.with("babyyoga.yaml", babyYoga()),
                        "--spring.mail.host=127.0.0.1",
                        "--spring.mail.port=" + mail.port(),
                        "--tambur.mail.from=kurs@example.se",
                        "--tambur.mail.every=PT1S");
                Chromium atTheDoor = Chromium.tablet(Chromium.freshProfile(), 1280, 800);
                Chromium zorasPhone = Chromium.phone("sv-SE");
                Chromium aminasPhone = Chromium.phone("ar");
                Chromium ainosPhone = Chromium.phone("fi-FI")) {
            Door door =
                    new Door(atTheDoor.context().pages().getFirst()).open(house).pair(house.kioskCode());
            door.tap("0-11m").done();
            Page zora = zorasPhone.context().pages().getFirst();
            List<String> asked = new ArrayList<>();
            zora.onRequest(request -> asked.add(request.url()));

            String scanned = page(zora, Zbar.scan(door.page()), "Babyyoga");
            assertThat(scanned).matches(Pattern.quote(house.address()) + "/k/[A-Z2-9]{6}");
            assertThat(zora.locator("main").innerText())
                    .contains("För: Bebis (0–11 mån)", "Stora rummet", "1 av 1 kvar", "Du lär dig böja på ett ben.");

            takeAPlace(zora, "Ta en plats", "Zora Plughsson", "zora@plugh.example");
            assertThat(zora.locator("h1").innerText()).isEqualTo("Du har en plats");
            assertThat(zora.locator("main").innerText()).contains("Zora Plughsson", "zora@plugh.example");
            String zorasPlace = zora.url();
            // the code on it is for another of her own devices
            zora.locator(".qr").scrollIntoViewIfNeeded();
            assertThat(Zbar.scan(zora)).containsExactly(zorasPlace);
            assertThat(letters(mail, "zora@plugh.example", 1).getFirst()).satisfies(letter -> {
                assertThat(letter.subject()).isEqualTo("Du har en plats: Babyyoga");
                assertThat(link(letter)).isEqualTo(zorasPlace);
            });

            Page amina = aminasPhone.context().pages().getFirst();
            amina.navigate(scanned);
            assertThat(amina.evaluate("() => document.documentElement.dir")).isEqualTo("rtl");
            takeAPlace(amina, "انضم إلى قائمة الانتظار", AMINA, "amina@plugh.example");
            assertThat(amina.locator("h1").innerText()).isEqualTo("رقمك في قائمة الانتظار: 1");
            Page aino = ainosPhone.context().pages().getFirst();
            aino.navigate(scanned);
            takeAPlace(aino, "Mene jonoon", "Aino", "aino@plugh.example");
            assertThat(aino.locator("h1").innerText()).isEqualTo("Olet jonossa sijalla 2");
            assertThat(letters(mail, "amina@plugh.example", 1).getFirst().subject())
                    .isEqualTo("أنت في قائمة الانتظار: يوغا الرضّع");
            assertNobodyIsNamedIn(
                    house.home(),
                    "plughsson",
                    "plugh.example",
                    AMINA,
                    zorasPlace.split("/p/")[1]);

            zora.waitForNavigation(() -> zora.getByText("Avanmäl dig").tap());
            zora.waitForNavigation(() -> zora.getByText("Ja, avanmäl mig").tap());
            assertThat(zora.locator("h1").innerText()).isEqualTo("Du är inte längre anmäld");
            assertThat(letters(mail, "zora@plugh.example", 2).getLast().subject())
                    .isEqualTo("Du är avanmäld: Babyyoga");

            Caught offer = letters(mail, "amina@plugh.example", 2).getLast();
            assertThat(offer.language()).isEqualTo("ar");
            assertThat(offer.subject()).isEqualTo("يوجد مكان متاح: يوغا الرضّع");
            assertThat(offer.text())
                    .startsWith("مرحبًا " + AMINA + "،\n")
                    .contains("أصبح هناك مكان متاح في يوغا الرضّع وقد حان دورك.")
                    .doesNotContain("plats", "Babyyoga", "{", "!letter");

            // in the mail program of her telephone, which has no cookie and no memory of the form
            amina.navigate(link(offer));
            assertThat(amina.locator("h1").innerText()).isEqualTo("يوجد مكان لك");
            assertThat(Reflow.flaws(amina)).isEmpty();
            amina.waitForNavigation(() -> amina.getByText("نعم، آخذ المكان").tap());
            assertThat(amina.locator("h1").innerText()).isEqualTo("لديك مكان");
            assertThat(letters(mail, "amina@plugh.example", 3).getLast().subject())
                    .isEqualTo("لديك مكان: يوغا الرضّع");

            aino.reload();
            assertThat(aino.locator("h1").innerText()).isEqualTo("Olet jonossa sijalla 1");
            assertThat(mail.to("aino@plugh.example"))
                    .extracting(Caught::subject)
                    .containsExactly("Olet jonossa: Vauvajooga");
            assertThat(zorasPhone.context().cookies()).isEmpty();
            assertThat(asked).allMatch(url -> url.startsWith(house.address()));
        }
    }

    /** One place, and a line for it. */
    private static String babyYoga() {
        LocalDate first = LocalDate.now(ZoneId.of("Europe/Stockholm")).plusWeeks(2);
        return """
                course:
                  id: babyyoga
                  centre: lekladan
                  name: {sv: Babyyoga, en: Baby yoga, fi: Vauvajooga, ar: يوغا الرضّع}
                  text: {sv: "Du lär dig böja på ett ben."}
                  picture: baby
                  ages: [0-11m]
                  host: preschool
                  place: Stora rummet
                  meetings: {first: %s, time: "13:00-14:00", every: week, count: 5}
                  seats: 1
                  sign-up: here
                """.formatted(first);
    }

    /** Opens what was scanned, one after the other, until it is the course that is looked for. */
    private static String page(Page phone, List<String> addresses, String course) {
        for (String address : addresses) {
            phone.navigate(address);
            if (phone.locator("h1").innerText().equals(course)) {
                return address;
            }
        }
        throw new AssertionError(course + " is not among " + addresses);
    }

    private static void takeAPlace(Page phone, String button, String name, String email) {
        phone.waitForNavigation(() -> phone.getByText(button).tap());
        phone.locator("#name").fill(name);
        phone.locator("#email").fill(email);
        phone.waitForTimeout(TYPING.toMillis());
        phone.waitForNavigation(() -> phone.locator("button.big").tap());
        assertThat(phone.url()).contains("/p/");
    }

    /** Her letters when there are so many. */
    private static List<Caught> letters(MailCatcher mail, String address, int number) throws InterruptedException {
        Instant patience = Instant.now().plusSeconds(20);
        while (mail.to(address).size() < number && Instant.now().isBefore(patience)) {
            Thread.sleep(100);
        }
        assertThat(mail.to(address)).as(address).hasSize(number);
        return mail.to(address);
    }

    private static String link(Caught letter) {
        Matcher link = Pattern.compile("https?://\\S+/p/\\S+").matcher(letter.text());
        assertThat(link.find()).as(letter.text()).isTrue();
        return link.group();
    }

    /** No file of the house has it, in one byte a letter or two: not the database, not the log. */
    private static void assertNobodyIsNamedIn(Path home, String... secrets) throws IOException {
        boolean readable = false;
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                List<String> readings = List.of(
                        new String(bytes, StandardCharsets.UTF_8),
                        new String(bytes, StandardCharsets.UTF_16LE),
                        new String(bytes, StandardCharsets.UTF_16BE));
                readable |= readings.stream().anyMatch(text -> text.contains("Babyyoga"));
                for (String secret : secrets) {
                    assertThat(readings)
                            .as("%s in %s", secret, home.relativize(file))
                            .noneMatch(text -> text.toLowerCase(Locale.ROOT).contains(secret.toLowerCase(Locale.ROOT)));
                }
            }
        }
        assertThat(readable).as("the course itself stands there in clear").isTrue();
    }
}
