package se.tambur.kiosk;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tambur.centre.Centres;
import se.tambur.feedback.Answers;
import se.tambur.shared.Durability;
import se.tambur.visit.CheckIns;
import se.tambur.visit.DoorEvent;
import se.tambur.visit.Taken;

/** Takes over what a tablet holds. What is answered for is on disk. */
@Component
class HandOver {

    private final CheckIns checkIns;
    private final Answers answers;
    private final Centres centres;
    private final TabletClocks clocks;
    private final Heartbeats heartbeats;
    private final AwakeTimes awakeTimes;
    private final Durability durability;

    HandOver(
            CheckIns checkIns,
            Answers answers,
            Centres centres,
            TabletClocks clocks,
            Heartbeats heartbeats,
            AwakeTimes awakeTimes,
            Durability durability) {
        this.checkIns = checkIns;
        this.answers = answers;
        this.centres = centres;
        this.clocks = clocks;
        this.heartbeats = heartbeats;
        this.awakeTimes = awakeTimes;
        this.durability = durability;
    }

    /** @return one result per event, in order */
    List<Answer.Result> take(Device device, Envelope envelope, Instant received) {
        clocks.learn(device.id(), envelope, received);
        TrueTime time = clocks.reader(device, envelope, received);
        heartbeats.heard(device, envelope, received);
        awakeTimes.heard(device, envelope, time);

        var results = new Answer.@Nullable Result[envelope.events().size()];
        var door = new Pile<DoorEvent>();
        var said = new Pile<Answers.Answer>();
        for (int i = 0; i < results.length; i++) {
            switch (envelope.events().get(i)) {
                case Envelope.Poison poison -> results[i] = new Answer.Result(poison.id(), "refused", poison.reason());
                case Envelope.Event event
                when event.deed() instanceof Envelope.Feedback feedback ->
                    said.add(i, answer(device, event, feedback, time.of(event.stamp()), received));
                case Envelope.Event event -> door.add(i, doorEvent(event, time));
            }
        }
        if (!door.things.isEmpty()) {
            List<Taken> taken = checkIns.take(device.centre(), device.id(), door.things);
            for (int i = 0; i < taken.size(); i++) {
                results[door.places.get(i)] = result(envelope, door.places.get(i), taken.get(i));
            }
        }
        if (!said.things.isEmpty()) {
            List<Boolean> stored = answers.take(device.centre(), said.things);
            durability.settle();
            for (int i = 0; i < stored.size(); i++) {
                int place = said.places.get(i);
                String id = envelope.events().get(place).id();
                results[place] = new Answer.Result(id, stored.get(i) ? "stored" : "already", null);
            }
        }
        return Arrays.stream(results).map(Objects::requireNonNull).toList();
    }

    private static DoorEvent doorEvent(Envelope.Event event, TrueTime time) {
        return switch (event.deed()) {
            case Envelope.CheckIn came ->
                new DoorEvent.Arrived(event.uuid(), time.of(event.stamp()), came.activity(), came.party());
            case Envelope.Undo undo -> new DoorEvent.Undone(event.uuid(), undo.of());
            case Envelope.Leave left ->
                new DoorEvent.Left(event.uuid(), time.of(event.stamp()), left.adults(), left.children());
            case Envelope.Feedback f -> throw new IllegalArgumentException("an answer is no event of the door");
        };
    }

    /** An answer whose time nobody knows counts for the day it came. */
    private Answers.Answer answer(
            Device device, Envelope.Event event, Envelope.Feedback feedback, @Nullable Instant at, Instant received) {
        ZoneId zone = centres.timetable(device.centre()).zone();
        LocalDate day = LocalDate.ofInstant(at != null ? at : received, zone);
        return new Answers.Answer(event.uuid(), day, feedback.goal(), feedback.by(), feedback.face());
    }

    private static Answer.Result result(Envelope envelope, int place, Taken taken) {
        String word = taken.result().name().toLowerCase(Locale.ROOT);
        return new Answer.Result(envelope.events().get(place).id(), word, taken.reason());
    }

    /** Things of one kind and where they stood in the envelope. */
    private static final class Pile<T> {
        private final List<T> things = new ArrayList<>();
        private final List<Integer> places = new ArrayList<>();

        void add(int place, T thing) {
            things.add(thing);
            places.add(place);
        }
    }
}
