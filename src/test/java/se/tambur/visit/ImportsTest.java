package se.tambur.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

@DatabaseTest
class ImportsTest {

    private static final String HEADER = "arrived_at,activity,0-11m,1y,2y,3-5y,6y+,adults,expecting\n";
    private static final LocalDate MONDAY = LocalDate.of(2025, 3, 3);

    private final Imports imports;
    private final CheckIns checkIns;
    private final Tallies tallies;
    private final Centres centres;
    private final TestClock clock;
    private CentreId centre = new CentreId("none");

    @Autowired
    ImportsTest(Imports imports, CheckIns checkIns, Tallies tallies, Centres centres, TestClock clock) {
        this.imports = imports;
        this.checkIns = checkIns;
        this.tallies = tallies;
        this.centres = centres;
        this.clock = clock;
    }

    @BeforeEach
    void aHouse() {
        clock.set("2026-11-24T10:12");
        centre = Doors.open(centres);
    }

    @Test
    void rowsAlikeToTheLetterAreBothVisits() {
        Imports.Outcome outcome = take("2025-03-03T09:30,sang,0,1,1,0,0,1,1", "2025-03-03T09:30,sang,0,1,1,0,0,1,1");

        assertThat(outcome.visits()).isEqualTo(2);
        assertThat(outcome.children()).isEqualTo(4);
        assertThat(outcome.again()).isFalse();
        LocalTime nine = LocalTime.of(9, 0);
        assertThat(tallies.of(centre, MONDAY, MONDAY, Tallies.Axis.ACTIVITY))
                .containsExactly(
                        new Tallies.Tally(MONDAY, nine, "sang", "1y", 2),
                        new Tallies.Tally(MONDAY, nine, "sang", "2y", 2),
                        new Tallies.Tally(MONDAY, nine, "sang", "adults", 2),
                        new Tallies.Tally(MONDAY, nine, "sang", "expecting", 2),
                        new Tallies.Tally(MONDAY, nine, "sang", "visits", 2));
        assertThat(checkIns.visits(centre, MONDAY)).isEmpty();
    }

    @Test
    void theSameFileAgainChangesNothingAndSaysSo() {
        Imports.Outcome first = take("2025-03-03T09:30,sang,0,1,1,0,0,1,0");
        Imports.Outcome second = take("2025-03-03T09:30,sang,0,1,1,0,0,1,0");

        assertThat(second.again()).isTrue();
        assertThat(second.run()).isEqualTo(first.run());
        assertThat(second.visits()).isEqualTo(1);
        assertThat(visits()).isEqualTo(1);
        assertThat(imports.runs(centre)).hasSize(1);
    }

    @Test
    void aFileOverDaysAlreadyCountedIsRefusedWithTheDaysNamed() {
        checkIns.add(centre, LocalDateTime.parse("2025-03-06T10:00"), null, Doors.party(1), "Asta");

        ImportRefused refused =
                refused(HEADER + "2025-03-03T09:30,sang,0,1,1,0,0,1,0\n2025-03-10T09:30,sang,0,1,1,0,0,1,0\n");

        assertThat(refused.alreadyCounted()).isTrue();
        assertThat(refused.flaws()).extracting(ImportRefused.Flaw::what).containsExactly("2025-03-06");
        assertThat(visits()).isEqualTo(1);
        assertThat(imports.runs(centre)).isEmpty();
    }

    @Test
    void anEmptyDayThatAnImportCoversIsCountedToo() {
        take("2025-03-03T09:30,sang,0,1,1,0,0,1,0", "2025-03-10T09:30,sang,0,1,1,0,0,1,0");

        ImportRefused refused = refused(HEADER + "2025-03-06T09:30,sang,0,1,1,0,0,1,0\n");

        assertThat(refused.flaws()).extracting(ImportRefused.Flaw::what).containsExactly("2025-03-03 – 2025-03-10");
    }

    @Test
    void aWholeImportCanBeTakenOutAgainAndTakenInAnew() {
        Imports.Outcome outcome = take("2025-03-03T09:30,sang,0,1,1,0,0,1,0");
        checkIns.add(centre, LocalDateTime.parse("2025-03-03T09:30"), null, Doors.party(2), "Asta");

        imports.undo(centre, outcome.run(), "Asta");

        assertThat(visits()).isEqualTo(1);
        assertThat(imports.runs(centre)).isEmpty();
        assertThatThrownBy(() -> imports.undo(centre, outcome.run(), "Asta"))
                .isInstanceOf(IllegalArgumentException.class);
        checkIns.undoLast(centre, "Asta");
    }

    @Test
    void anotherHouseCannotTakeOutAnImportHere() {
        Imports.Outcome outcome = take("2025-03-03T09:30,sang,0,1,1,0,0,1,0");

        assertThatThrownBy(() -> imports.undo(Doors.open(centres), outcome.run(), "Asta"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(visits()).isEqualTo(1);
    }

    @Test
    void everyFlawIsToldWithItsLineAndNothingIsTakenIn() {
        ImportRefused refused = refused(HEADER
                + "2025-03-03T09:30,sang,0,1,1,0,0,1,0\n"
                + "2025-03-03 09:30,sang,0,1,1,0,0,1,0\n"
                + "2025-02-30T09:30,sang,0,1,1,0,0,1,0\n"
                + "2025-03-03T09:30,yoga,0,1,1,0,0,1,0\n"
                + "2025-03-03T09:30,sang,0,-1,1,0,0,1,0\n"
                + "2025-03-03T09:30,sang,0,0,0,0,0,0,0\n"
                + "2025-03-03T09:30,sang,0,1,1,0,0,1\n"
                + "2025-03-03T09:30,sang,0,1,1,0,0,7,0\n"
                + "2025-03-03T09:30,sang,6,5,0,0,0,1,0\n"
                + "2027-03-03T09:30,sang,0,1,1,0,0,1,0\n"
                + "2025-03-03T09:30,sang,0,1,1,0,0,1,2\n");

        assertThat(refused.alreadyCounted()).isFalse();
        assertThat(refused.flaws())
                .extracting(ImportRefused.Flaw::line, ImportRefused.Flaw::key)
                .map(Object::toString)
                .containsExactly(
                        "(3, \"visit.import.time\")",
                        "(4, \"visit.import.time\")",
                        "(5, \"visit.import.activity\")",
                        "(6, \"visit.import.number\")",
                        "(7, \"visit.import.party\")",
                        "(8, \"visit.import.columns\")",
                        "(9, \"visit.import.number\")",
                        "(10, \"visit.import.children\")",
                        "(11, \"visit.import.future\")",
                        "(12, \"visit.import.number\")");
        assertThat(visits()).isZero();
    }

    @Test
    void aWrongHeaderIsToldOnItsLine() {
        assertThat(keys("tid;aktivitet\n")).containsExactly("visit.import.header");
        assertThat(keys("arrived_at,activity,1y,7y,adults,expecting\n")).containsExactly("visit.import.age");
        assertThat(keys("arrived_at,activity,1y,1y,adults,expecting\n")).containsExactly("visit.import.column-twice");
        assertThat(keys("")).containsExactly("visit.import.empty");
        assertThat(keys(HEADER)).containsExactly("visit.import.empty");
    }

    @Test
    void aFileThatIsNotUtf8IsToldWhere() {
        byte[] latin = (HEADER + "2025-03-03T09:30,sång,0,1,1,0,0,1,0\n").getBytes(StandardCharsets.ISO_8859_1);

        ImportRefused refused = catchThrowableOfType(
                ImportRefused.class, () -> imports.take(centre, "latin.csv", latin, "Asta", percent -> {}));

        assertThat(refused.flaws()).containsExactly(new ImportRefused.Flaw("latin.csv", 2, "visit.import.utf8", ""));
    }

    @Test
    void excelsMarkAndLineEndsAndAnEmptyLastLineDoNotDisturb() {
        String csv = "\uFEFF" + HEADER.replace("\n", "\r\n") + "2025-03-03T09:30,,0,1,1,0,0,1,0\r\n\r\n";

        assertThat(imports.take(centre, "excel.csv", csv.getBytes(StandardCharsets.UTF_8), "Asta", percent -> {})
                        .visits())
                .isEqualTo(1);
        assertThat(tallies.of(centre, MONDAY, MONDAY, Tallies.Axis.ACTIVITY)
                        .getFirst()
                        .key())
                .isEqualTo("oppen-lek");
    }

    @Test
    void aHundredThousandRowsAreTakenInWithTheirProgressTold() {
        var csv = new StringBuilder(HEADER);
        LocalDate day = LocalDate.of(2024, 1, 1);
        for (int i = 0; i < 100_000; i++) {
            csv.append(day.plusDays(i / 200))
                    .append("T%02d:%02d".formatted(9 + i % 4, i % 60))
                    .append(i % 3 == 0 ? ",sang" : ",oppen-lek")
                    .append(",1,0,1,0,0,1,0\n");
        }
        List<Integer> progress = new ArrayList<>();

        Imports.Outcome outcome = imports.take(
                centre, "long.csv", csv.toString().getBytes(StandardCharsets.UTF_8), "Asta", progress::add);

        assertThat(outcome.visits()).isEqualTo(100_000);
        assertThat(outcome.children()).isEqualTo(200_000);
        assertThat(progress).hasSizeGreaterThan(20).isSorted().startsWith(0).endsWith(100);
        LocalDate last = day.plusDays(499);
        assertThat(Doors.sum(tallies.of(centre, day, last, Tallies.Axis.HOUR), Tallies.VISITS))
                .isEqualTo(100_000);
    }

    private Imports.Outcome take(String... rows) {
        String csv = HEADER + String.join("\n", rows) + "\n";
        return imports.take(centre, "test.csv", csv.getBytes(StandardCharsets.UTF_8), "Asta", percent -> {});
    }

    private ImportRefused refused(String csv) {
        return catchThrowableOfType(
                ImportRefused.class,
                () -> imports.take(centre, "bad.csv", csv.getBytes(StandardCharsets.UTF_8), "Asta", percent -> {}));
    }

    private List<String> keys(String csv) {
        return refused(csv).flaws().stream().map(ImportRefused.Flaw::key).toList();
    }

    private int visits() {
        return Doors.sum(
                tallies.of(centre, MONDAY.minusYears(2), MONDAY.plusYears(1), Tallies.Axis.ACTIVITY), Tallies.VISITS);
    }
}
