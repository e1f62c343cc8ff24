package se.tambur.kiosk;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits and timers of the tablets and of what they may send, {@code tambur.kiosk.*}.
 *
 * @param codeMinutes how long a pairing code is good
 * @param triesPerAddress codes tried from one address in a minute
 * @param triesInAll codes tried from everywhere in a minute
 * @param mostEvents in one envelope
 * @param mostBytes of one body
 * @param tokenRenewal how old a device's token may get before it is handed a new one
 * @param tokenOverlap how long the old one is still good once the new one has been used
 * @param silentAfter a tablet not heard of for so long has lost contact
 * @param missedAfter one that is silent for so long while the house is open is missed, and staff are told
 * @param stateFor how long the tablet's world is kept before it is put together again without a reason
 * @param reviewedLanguages those that a person who speaks them has read
 * @param timers what the tablet itself goes by
 */
@ConfigurationProperties("tambur.kiosk")
record KioskSettings(
        @DefaultValue("10") int codeMinutes,
        @DefaultValue("10") int triesPerAddress,
        @DefaultValue("100") int triesInAll,
        @DefaultValue("100") int mostEvents,
        @DefaultValue("262144") int mostBytes,
        @DefaultValue("1d") Duration tokenRenewal,
        @DefaultValue("1d") Duration tokenOverlap,
        @DefaultValue("90s") Duration silentAfter,
        @DefaultValue("5m") Duration missedAfter,
        @DefaultValue("60s") Duration stateFor,
        @DefaultValue("sv") List<String> reviewedLanguages,
        @DefaultValue Timers timers) {

    /** What the tablet itself goes by; the names say the unit, {@code undo} of a visit among them. */
    record Timers(
            @DefaultValue("20") int warningSeconds,
            @DefaultValue("10") int thanksSeconds,
            @DefaultValue("10") int undoSeconds,
            @DefaultValue("20") int touchExtraSeconds,
            @DefaultValue("60") int coursesIdleSeconds,
            @DefaultValue("300") int repeatMs,
            @DefaultValue("500") int repeatLargeMs,
            @DefaultValue("12") int playTaps,
            @DefaultValue("3000") int playWindowMs,
            @DefaultValue("8") int playSeconds,
            @DefaultValue("15") int stateSeconds,
            @DefaultValue("30") int cleaningSeconds,
            @DefaultValue("24") int maxVisitsPerMinute,
            @DefaultValue("10") int takeOverIdleMinutes) {}
}
