package se.tambur;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;

/** The clock of the tests: stands still until moved. Starts on Tuesday 24 November 2026 at 10.12 in Stockholm. */
@TestComponent
@Primary
public class TestClock extends Clock {

    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    private static final Instant START = Instant.parse("2026-11-24T09:12:00Z");

    private volatile Instant now = START;

    void restart() {
        now = START;
    }

    public void set(Instant moment) {
        now = moment;
    }

    /** Local time in Stockholm, such as {@code 2026-11-24T10:12}. */
    public void set(String local) {
        set(LocalDateTime.parse(local).atZone(STOCKHOLM).toInstant());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
