package se.tambur.kiosk;

import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import se.tambur.centre.CentreId;
import se.tambur.visit.SessionStates;

/**
 * Gathers when the counting screens were up and hands it on once a minute: tablets tell it in small pieces and more than
 * once. A server that is killed forgets a minute of it at most, which no session's state hangs on.
 */
@Component
class AwakeTimes {

    /** What a piece may lack to the next and still be one with it. */
    private static final Duration GAP = Duration.ofSeconds(20);

    /** Whoever says more had a clock that jumped. */
    private static final Duration LONGEST = Duration.ofDays(31);

    private final SessionStates sessions;
    private final Map<String, Awake> gathered = new ConcurrentHashMap<>();

    AwakeTimes(SessionStates sessions) {
        this.sessions = sessions;
    }

    private record Awake(CentreId centre, List<Envelope.Span> spans) {}

    /** Spans by the tablet's present clock; those that cannot be are passed over. */
    void heard(Device device, Envelope envelope, TrueTime time) {
        List<Envelope.Span> spans = new ArrayList<>();
        for (Envelope.Span span : envelope.awake()) {
            Instant from = time.ofPresentClock(span.from());
            Instant to = time.ofPresentClock(span.to());
            if (from != null
                    && to != null
                    && from.isBefore(to)
                    && !from.plus(LONGEST).isBefore(to)) {
                spans.add(new Envelope.Span(from, to));
            }
        }
        if (!spans.isEmpty()) {
            gathered.compute(device.id(), (id, before) -> {
                if (before != null && before.centre().equals(device.centre())) {
                    spans.addAll(before.spans());
                }
                return new Awake(device.centre(), joined(spans));
            });
        }
    }

    static List<Envelope.Span> joined(List<Envelope.Span> spans) {
        List<Envelope.Span> joined = new ArrayList<>();
        for (Envelope.Span span :
                spans.stream().sorted(Comparator.comparing(Envelope.Span::from)).toList()) {
            if (joined.isEmpty() || span.from().isAfter(joined.getLast().to().plus(GAP))) {
                joined.add(span);
            } else {
                Envelope.Span last = joined.removeLast();
                Instant to = span.to().isAfter(last.to()) ? span.to() : last.to();
                joined.add(new Envelope.Span(last.from(), to));
            }
        }
        return joined;
    }

    @Scheduled(fixedDelay = 60_000)
    @PreDestroy
    void handOn() {
        for (String kiosk : gathered.keySet()) {
            Awake awake = gathered.remove(kiosk);
            if (awake != null) {
                awake.spans().forEach(span -> sessions.awake(awake.centre(), kiosk, span.from(), span.to()));
            }
        }
    }
}
