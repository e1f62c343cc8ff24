package se.tambur.centre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.shared.Durability;
import se.tambur.shared.Settings;

@DatabaseTest
@RecordApplicationEvents
@ExtendWith(OutputCaptureExtension.class)
class CentresTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Autowired
    Centres centres;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEventPublisher publisher;

    @Autowired
    ApplicationEvents events;

    @Autowired
    PlanVersionRepository repository;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    ObjectProvider<Durability> durability;

    @Test
    void theFirstStartMakesTheCentreThatCameWithTheHouse() {
        CentreId lekladan = new CentreId("lekladan");
        assertThat(centres.all()).contains(lekladan);
        assertThat(centres.plan(lekladan).name()).isEqualTo("Öppna förskolan Lekladan");
        assertThat(centres.timetable(lekladan).sessions(LocalDate.parse("1999-11-22")))
                .hasSize(1);
    }

    @Test
    void aNewPlanHoldsFromItsDayAndTheOldOneBeforeIt() {
        CentreId centre = new CentreId("byt-plan");
        assertThat(centres.adopt("a.yaml", yaml(centre, "09:00-12:00", "Öppen lek"), TODAY, "anna"))
                .isEqualTo(1);
        assertThat(centres.adopt("b.yaml", yaml(centre, "10:00-13:00", "Fri lek"), TODAY.plusDays(8), "anna"))
                .isEqualTo(2);

        Timetable timetable = centres.timetable(centre);
        assertThat(timetable.sessions(LocalDate.parse("1950-01-02")).getFirst().opens())
                .hasHour(9);
        assertThat(timetable.sessions(LocalDate.parse("2026-11-30")).getFirst().opens())
                .hasHour(9);
        assertThat(timetable.sessions(LocalDate.parse("2026-12-07")).getFirst().opens())
                .hasHour(10);
        assertThat(centres.plan(centre).activities().getFirst().name().in("sv", "sv"))
                .isEqualTo("Öppen lek");
    }

    @Test
    void aMendedPlanForTodayLeavesThePlannedSummerAlone() {
        CentreId centre = new CentreId("sommarplan");
        centres.adopt("a.yaml", yaml(centre, "09:00-12:00", "Öppen lek"), null, "anna");
        centres.adopt("sommar.yaml", yaml(centre, "10:00-13:00", "Öppen lek"), LocalDate.parse("2027-06-01"), "anna");
        assertThat(centres.adopt("mend.yaml", yaml(centre, "08:00-12:00", "Öppen lek"), null, "anna"))
                .isEqualTo(3);

        Timetable timetable = centres.timetable(centre);
        assertThat(timetable.sessions(LocalDate.parse("2026-11-23")).getFirst().opens())
                .hasHour(9);
        assertThat(timetable.sessions(LocalDate.parse("2026-11-30")).getFirst().opens())
                .hasHour(8);
        assertThat(timetable.sessions(LocalDate.parse("2027-06-07")).getFirst().opens())
                .hasHour(10);
    }

    @Test
    void aNameComesFromTheNewestPlanThatKnowsIt() {
        CentreId centre = new CentreId("nya-namn");
        centres.adopt("a.yaml", yaml(centre, "09:00-12:00", "Öppen lek"), null, "anna");
        String renamed = yaml(centre, "09:00-12:00", "Fri lek")
                .replace("id: 1y", "id: 1-2y")
                .replace("name: {sv: 1 år}", "name: {sv: 1–2 år}");
        centres.adopt("b.yaml", renamed, null, "anna");

        assertThat(centres.activity(centre, new ActivityId("oppen-lek"))
                        .orElseThrow()
                        .name()
                        .in("sv", "sv"))
                .isEqualTo("Fri lek");
        assertThat(centres.ages(centre)).extracting(age -> age.id().value()).containsExactly("1-2y", "1y");
        assertThat(centres.age(centre, new AgeId("1y")).orElseThrow().name().in("sv", "sv"))
                .isEqualTo("1 år");
        assertThat(centres.age(centre, new AgeId("2y"))).isEmpty();
    }

    @Test
    void aWrongPlanIsRefusedWholeAndTheLastGoodOneStays() {
        CentreId centre = new CentreId("fel-plan");
        centres.adopt("a.yaml", yaml(centre, "09:00-12:00", "Öppen lek"), null, "anna");
        events.clear();
        assertThatThrownBy(() -> centres.adopt("b.yaml", yaml(centre, "12:00-09:00", "Öppen lek"), null, "anna"))
                .isInstanceOf(PlanRefused.class)
                .hasMessage("b.yaml:8: week.monday[0].open: Expected an end after 12:00, found 09:00.");
        assertThat(versions(centre)).hasSize(1);
        assertThat(events.stream(PlanChanged.class)).isEmpty();
        assertThat(centres.timetable(centre).sessions(LocalDate.parse("2026-11-30")))
                .hasSize(1);
    }

    @Test
    void theTextIsKeptAsItWasWritten() {
        CentreId centre = new CentreId("som-skrivet");
        String text = "# Skriven på en måndag 🙂\r\n" + yaml(centre, "09:00-12:00", "Öppen lek") + "\n\n# slut";
        centres.adopt("a.yaml", text, null, "anna");
        assertThat(versions(centre)).containsExactly(text);
    }

    @Test
    void theSamePlanTwiceIsOneVersion() {
        CentreId centre = new CentreId("samma-plan");
        String text = yaml(centre, "09:00-12:00", "Öppen lek");
        centres.adopt("a.yaml", text, null, "anna");
        events.clear();
        assertThat(centres.adopt("a.yaml", text, null, "anna")).isEqualTo(1);
        assertThat(versions(centre)).hasSize(1);
        assertThat(events.stream(PlanChanged.class)).isEmpty();
    }

    @Test
    void whoHearsOfANewPlanFindsItAlready() {
        CentreId centre = new CentreId("hor-av-sig");
        centres.adopt("a.yaml", yaml(centre, "09:00-12:00", "Öppen lek"), null, "anna");
        assertThat(events.stream(PlanChanged.class)).containsExactly(new PlanChanged(centre));
        assertThat(versions(centre)).hasSize(1);
    }

    @Test
    void aPlanTakenInByAnotherNodeIsFoundOnItsWakeUp() {
        CentreId centre = new CentreId("annan-nod");
        centres.adopt("a.yaml", yaml(centre, "09:00-12:00", "Öppen lek"), null, "anna");
        assertThat(centres.plan(centre).capacity()).isEqualTo(40);
        jdbc.sql("insert into plan_version (centre, version, valid_from, text, author, taken_at)"
                        + " values (?, 2, ?, ?, 'bo', ?)")
                .params(
                        centre.value(),
                        TODAY,
                        yaml(centre, "09:00-12:00", "Öppen lek").replace("capacity: 40", "capacity: 50"),
                        TODAY.atStartOfDay().atOffset(java.time.ZoneOffset.UTC))
                .update();
        publisher.publishEvent(new PlanChanged(centre));
        assertThat(centres.plan(centre).capacity()).isEqualTo(50);
    }

    @Test
    void twentyWhoMendThePlanAtOnceMakeTwentyVersions() throws Exception {
        CentreId centre = new CentreId("alla-pa-en-gang");
        centres.adopt("a.yaml", yaml(centre, "09:00-12:00", "Öppen lek"), null, "anna");
        Set<Integer> numbers = new ConcurrentSkipListSet<>();
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = IntStream.range(0, 20)
                    .<Future<?>>mapToObj(i -> pool.submit(() -> numbers.add(
                            centres.adopt("b.yaml", yaml(centre, "09:00-12:00", "Lek " + i), null, "anna"))))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(numbers)
                .containsExactlyElementsOf(IntStream.rangeClosed(2, 21).boxed().toList());
    }

    @Test
    void aCentreNeverMovesToAnotherTimeZone() {
        CentreId centre = new CentreId("flyttar-inte");
        String text = yaml(centre, "09:00-12:00", "Öppen lek");
        centres.adopt("a.yaml", text, null, "anna");
        assertThatThrownBy(() ->
                        centres.adopt("b.yaml", text.replace("Europe/Stockholm", "Europe/Helsinki"), null, "anna"))
                .hasMessageContaining("b.yaml:4: centre.timezone: Expected Europe/Stockholm");
    }

    @Test
    void aCentreThatIsNotHereIsSaidToBeMissing() {
        assertThatThrownBy(() -> centres.plan(new CentreId("ingenstans")))
                .isInstanceOf(NoSuchCentre.class)
                .hasMessageContaining("ingenstans");
        assertThat(centres.exists(new CentreId("ingenstans"))).isFalse();
    }

    @Test
    void aBrokenFileIsToldInTheLogAndTheGoodOnesAreTakenIn(@TempDir Path config, CapturedOutput output)
            throws IOException {
        Path folder = Files.createDirectory(config.resolve("centres"));
        Files.writeString(folder.resolve("a-trasig.yaml"), yaml(new CentreId("trasig"), "12:00-09:00", "Lek"));
        Files.write(folder.resolve("b-latin1.yaml"), "centre: {name: Öppna}".getBytes(StandardCharsets.ISO_8859_1));
        Files.writeString(folder.resolve("c-hel.yaml"), yaml(new CentreId("hel"), "09:00-12:00", "Lek"));
        Files.writeString(folder.resolve("d-hel-igen.yaml"), yaml(new CentreId("hel"), "08:00-12:00", "Lek"));
        Files.writeString(folder.resolve("LÄSMIG.txt"), "ingen plan");

        start(config);

        assertThat(versions(new CentreId("hel"))).hasSize(1);
        assertThat(centres.exists(new CentreId("trasig"))).isFalse();
        assertThat(output)
                .contains("a-trasig.yaml:8: week.monday[0].open: Expected an end after 12:00, found 09:00.")
                .contains("b-latin1.yaml:1: file: Expected a text in UTF-8, found other bytes.")
                .contains("d-hel-igen.yaml not taken in: c-hel.yaml is the centre hel too");

        // somebody mends the file; what the office has changed meanwhile stays
        centres.adopt("kontoret.yaml", yaml(new CentreId("hel"), "10:00-12:00", "Lek"), null, "anna");
        Files.writeString(folder.resolve("a-trasig.yaml"), yaml(new CentreId("trasig"), "09:00-12:00", "Lek"));
        start(config);

        assertThat(versions(new CentreId("trasig"))).hasSize(1);
        assertThat(versions(new CentreId("hel"))).hasSize(2);
    }

    @Test
    void aHouseWithoutPlansStartsAllTheSame(@TempDir Path config, CapturedOutput output) {
        start(config);
        assertThat(output).contains("there is no folder " + config.resolve("centres"));
    }

    private void start(Path config) {
        new Centres(
                        repository,
                        new PlanFolder(new Settings(config, config, null, false)),
                        transactions,
                        publisher,
                        durability,
                        new TestClock())
                .takeInFolder();
    }

    private List<@Nullable String> versions(CentreId centre) {
        return jdbc.sql("select text from plan_version where centre = ? order by version")
                .param(centre.value())
                .query(String.class)
                .list();
    }

    static String yaml(CentreId centre, String open, String lek) {
        return """
                centre:
                  id: %s
                  name: Huset
                  timezone: Europe/Stockholm
                  languages: [sv]
                  capacity: 40
                ages: [{id: 1y, name: {sv: 1 år}}]
                week: {monday: [{open: "%s", activities: [oppen-lek]}]}
                activities: [{id: oppen-lek, name: {sv: %s}}]
                """.formatted(centre, open, lek);
    }
}
