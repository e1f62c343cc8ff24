package se.tambur.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.tambur.DatabaseTest;
import se.tambur.TestClock;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;

@DatabaseTest
class OpenBookTest {

    @Autowired
    private OpenBook book;

    @Autowired
    private CheckIns checkIns;

    @Autowired
    private Centres centres;

    @Autowired
    private TestClock clock;

    private CentreId centre = new CentreId("none");

    @BeforeEach
    void aTuesdayMorning() {
        clock.set("2026-11-24T11:30");
        centre = Doors.open(centres);
    }

    private void comes(String time, Party party) {
        checkIns.take(centre, "door", List.of(Doors.arrived(Doors.at("2026-11-24T" + time), "oppen-lek", party)));
    }

    @Test
    void fourFamiliesAreTooFewToShowAnything() {
        for (int family = 0; family < 4; family++) {
            comes("10:0" + family + ":00", Doors.party(1, "2y", 1));
        }
        assertThat(book.today(centre)).isEmpty();

        comes("10:04:00", Doors.party(1, "2y", 1));
        assertThat(book.today(centre)).isPresent();
        assertThat(book.today(Doors.open(centres))).isEmpty();
    }

    @Test
    void noTwoValuesAreOfTheSameFamily() {
        for (int family = 1; family <= 5; family++) {
            comes("10:0" + family + ":00", Doors.party(family, "2y", family));
        }

        OpenBook.Pieces pieces = book.today(centre).orElseThrow();

        assertThat(pieces.arrived().getMinute()).isBetween(1, 5);
        assertThat(pieces.adults()).isBetween(1, 5);
        assertThat(List.of(pieces.arrived().getMinute(), pieces.adults(), pieces.children()))
                .doesNotHaveDuplicates();
        assertThat(book.today(centre)).contains(pieces);
    }

    @Test
    void whoHasJustComeIsNotShownYet() {
        for (int family = 0; family < 5; family++) {
            comes("11:16:00", Doors.party(1, "2y", 1));
        }
        assertThat(book.today(centre)).isEmpty();

        clock.set("2026-11-24T11:31");
        assertThat(book.today(centre)).isPresent();
    }

    @Test
    void ofEarlierDaysOnlySumsThatAreNotSmallAreShown() {
        for (int family = 0; family < 5; family++) {
            comes("10:0" + family + ":00", Doors.party(2, "2y", family == 0 ? 2 : 1));
        }
        comes("10:30:00", Doors.party(1, "1y", 4));
        assertThat(book.sums(centre)).isEmpty();

        clock.set("2026-11-25T09:00");

        assertThat(book.sums(centre))
                .allMatch(sum -> sum.day().equals(LocalDate.of(2026, 11, 24)))
                .extracting(OpenBook.Sum::category, OpenBook.Sum::number)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2y", 6), org.assertj.core.groups.Tuple.tuple("visits", 6));
    }
}
