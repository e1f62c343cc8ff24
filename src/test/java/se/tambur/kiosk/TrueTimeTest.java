package se.tambur.kiosk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.tambur.kiosk.TrueTime.Stretch;

class TrueTimeTest {

    private static final UUID PRESENT = UUID.randomUUID();
    private static final UUID EARLIER = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-11-24T09:12:00Z");
    private static final Instant PAIRED = Instant.parse("2026-08-17T08:00:00Z");
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    /** The tablet was heard from one moment to another, its clock off by as much all the time. */
    private static TrueTime.Stretch heard(String from, String to, long uptimeFrom, long offset) {
        Instant begun = Instant.parse(from);
        Instant ended = Instant.parse(to);
        long length = Duration.between(begun, ended).toMillis();
        return new Stretch(uptimeFrom, uptimeFrom + length, begun, ended, offset);
    }

    private static TrueTime time(Instant received, long wrongBy, OptionalLong before, Stretch... earlier) {
        var envelope = new Envelope(
                "1", PRESENT, received.plusMillis(wrongBy), HOUR, 0, null, Hardware.UNKNOWN, List.of(), List.of());
        return new TrueTime(envelope, received, PAIRED, stamp -> List.of(earlier), before);
    }

    private static @Nullable Instant earlier(TrueTime time, String wall, long uptime) {
        return time.of(new Envelope.Stamp(EARLIER, Instant.parse(wall), uptime));
    }

    @ParameterizedTest
    @CsvSource({"1970-01-01T00:05:00Z", "2027-11-24T09:02:00Z", "2026-11-23T09:02:00Z", "1900-01-01T00:00:00Z"})
    void withinABootTheWallClockIsNotAsked(String wall) {
        var tenMinutesAgo = new Envelope.Stamp(PRESENT, Instant.parse(wall), HOUR - 600_000);

        assertThat(time(NOW, 5 * DAY, OptionalLong.empty()).of(tenMinutesAgo)).isEqualTo("2026-11-24T09:02:00Z");
    }

    @Test
    void nothingHappensInTheFuture() {
        var later = new Envelope.Stamp(PRESENT, NOW, 2 * HOUR);

        assertThat(time(NOW, 0, OptionalLong.empty()).of(later)).isEqualTo(NOW);
    }

    @ParameterizedTest
    @CsvSource({
        // the night the clock is put back: 2.30 comes twice
        "2026-10-25T00:30:00Z, 2026-10-25T09:00:00Z",
        "2026-10-25T01:30:00Z, 2026-10-25T09:00:00Z",
        // the night it is put forward: 2.30 never comes
        "2027-03-28T00:59:00Z, 2027-03-28T09:00:00Z",
        "2027-03-28T01:00:00Z, 2027-03-28T09:00:00Z"
    })
    void theNightsTheClockChangesAreLikeOthers(String happened, String received) {
        Instant now = Instant.parse(received);
        long ago = Duration.between(Instant.parse(happened), now).toMillis();
        var envelope = new Envelope("1", PRESENT, now, DAY, 0, null, Hardware.UNKNOWN, List.of(), List.of());
        var time = new TrueTime(envelope, now, PAIRED, stamp -> List.of(), OptionalLong.empty());

        assertThat(time.of(new Envelope.Stamp(PRESENT, now, DAY - ago))).isEqualTo(happened);
        assertThat(time.of(new Envelope.Stamp(EARLIER, Instant.parse(happened), 5)))
                .isEqualTo(happened);
    }

    @Test
    void anEarlierBootIsReadByWhatWasLearntInIt() {
        // a day fast: what it calls Wednesday was Tuesday
        Stretch tuesday = heard("2026-11-24T07:00:00Z", "2026-11-24T08:00:00Z", 1000, -DAY);

        assertThat(earlier(time(NOW, 0, OptionalLong.empty(), tuesday), "2026-11-25T08:30:00Z", 1000 + HOUR * 3 / 2))
                .isEqualTo("2026-11-24T08:30:00Z");
    }

    @Test
    void eachStretchOfABootHasAnOffsetOfItsOwn() {
        Stretch wrong = heard("2026-11-24T06:00:00Z", "2026-11-24T06:30:00Z", 0, -DAY);
        Stretch right = heard("2026-11-24T07:00:00Z", "2026-11-24T08:00:00Z", HOUR, 0);
        TrueTime time = time(NOW, 0, OptionalLong.empty(), wrong, right);

        assertThat(earlier(time, "2026-11-25T06:10:00Z", 600_000)).isEqualTo("2026-11-24T06:10:00Z");
        assertThat(earlier(time, "2026-11-24T07:10:00Z", HOUR + 600_000)).isEqualTo("2026-11-24T07:10:00Z");
    }

    @Test
    void aClockSetBackAfterTheLastContactIsFoundOutByTheUptime() {
        Stretch heard = heard("2026-11-24T06:00:00Z", "2026-11-24T07:00:00Z", 0, 0);

        assertThat(earlier(time(NOW, 0, OptionalLong.empty(), heard), "2026-11-20T07:30:00Z", HOUR * 3 / 2))
                .isEqualTo("2026-11-24T07:30:00Z");
    }

    @Test
    void aClockSetForwardAfterTheLastContactIsFoundOutWhenItLeadsIntoTheFuture() {
        Stretch heard = heard("2026-11-24T06:00:00Z", "2026-11-24T07:00:00Z", 0, 0);

        assertThat(earlier(time(NOW, 0, OptionalLong.empty(), heard), "2026-11-25T07:30:00Z", HOUR * 3 / 2))
                .isEqualTo("2026-11-24T07:30:00Z");
    }

    @Test
    void aTabletThatSleptIsReadByItsWallClock() {
        // uptime stood still from 07.00 to 08.30
        Stretch heard = heard("2026-11-24T06:00:00Z", "2026-11-24T07:00:00Z", 0, 0);

        assertThat(earlier(time(NOW, 0, OptionalLong.empty(), heard), "2026-11-24T08:40:00Z", HOUR + 600_000))
                .isEqualTo("2026-11-24T08:40:00Z");
    }

    @Test
    void aColdStartIn1970IsMendedWhenTheTabletWasHeardInTheSameBoot() {
        // the visit came before the network, the network set the clock
        Stretch heard = heard("2026-11-24T07:00:00Z", "2026-11-24T08:00:00Z", HOUR, 0);

        assertThat(earlier(time(NOW, 0, OptionalLong.empty(), heard), "1970-01-01T00:30:00Z", HOUR / 2))
                .isEqualTo("2026-11-24T06:30:00Z");
    }

    @Test
    void aBootThatWasNeverHeardIsReadByThePresentClock() {
        // a day slow all the time
        assertThat(earlier(time(NOW, -DAY, OptionalLong.of(DAY)), "2026-11-22T10:00:00Z", 5))
                .isEqualTo("2026-11-23T10:00:00Z");
        assertThat(earlier(time(NOW, -365 * DAY, OptionalLong.empty()), "2025-11-23T10:00:00Z", 5))
                .isEqualTo("2026-11-23T10:00:00Z");
    }

    @Test
    void whenTheClockWasSetInBetweenNobodyKnows() {
        assertThat(earlier(time(NOW, 0, OptionalLong.of(DAY)), "2026-11-22T10:00:00Z", 5))
                .isNull();
    }

    @Test
    void whatThePresentClockMakesImpossibleTheLastOneMayExplain() {
        // now in 1970, waiting for its network; yesterday it was right
        long lost = -Duration.between(Instant.EPOCH, NOW).toMillis();

        assertThat(earlier(time(NOW, lost, OptionalLong.of(0)), "2026-11-23T10:00:00Z", 5))
                .isEqualTo("2026-11-23T10:00:00Z");
        assertThat(earlier(time(NOW, lost, OptionalLong.empty()), "2026-11-23T10:00:00Z", 5))
                .isEqualTo("2026-11-23T10:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"1970-01-01T00:05:00Z", "2026-11-25T09:12:00Z", "2027-11-24T09:12:00Z", "2026-05-01T09:12:00Z"})
    void anImpossibleTimeIsNoTime(String wall) {
        assertThat(earlier(time(NOW, 0, OptionalLong.empty()), wall, 5)).isNull();
    }

    @Test
    void aMinuteAheadIsTheNetworksDoing() {
        assertThat(earlier(time(NOW, 0, OptionalLong.empty()), "2026-11-24T09:13:00Z", 5))
                .isEqualTo(NOW);
    }

    @Test
    void anUptimeThatContradictsItselfIsNotAsked() {
        Stretch heard = heard("2026-11-24T08:00:00Z", "2026-11-24T09:00:00Z", 0, 0);

        assertThat(earlier(time(NOW, 0, OptionalLong.empty(), heard), "2026-11-24T09:05:00Z", 30 * DAY))
                .isEqualTo("2026-11-24T09:05:00Z");
    }
}
