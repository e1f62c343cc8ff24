package se.tambur.daybook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import se.tambur.centre.CentreId;
import se.tambur.visit.Corrections;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Counts by taps on the device itself, where what was tapped outlives a lost connection and a reload; tells when it is to
 * be saved, and forgets it when it was.
 */
@Tag("hand-count")
@JsModule("./office/hand-count.ts")
class Counter extends Component {

    private static final JsonMapper JSON = new JsonMapper();

    Counter(CentreId house, DayWords say) {
        getElement().setProperty("house", house.value());
        getElement().setProperty("most", Corrections.MOST);
        getElement()
                .setPropertyJson(
                        "words",
                        JSON.valueToTree(Map.of(
                                "children", say.word("count.children"),
                                "adults", say.word("kind.adults"),
                                "unsaved", say.word("count.unsaved"),
                                "saving", say.word("count.saving"),
                                "waits", say.word("count.waits"),
                                "undo", say.word("count.undo"),
                                "save", say.word("count.save"))));
    }

    /** @param what names the draft, such as {@code 2026-11-24/10:00} */
    void count(String what, List<CountSheet.Line> lines) {
        getElement()
                .setPropertyList(
                        "kinds",
                        lines.stream()
                                .map(line -> Map.of(
                                        "id", line.kind(),
                                        "label", line.label(),
                                        "hint", line.hint(),
                                        "sort", line.sort().name().toLowerCase(Locale.ROOT)))
                                .toList());
        getElement().setProperty("what", what);
    }

    /** It is on disk, with these numbers. */
    void saved(UUID id, Map<String, Integer> numbers) {
        getElement().callJsFunction("saved", id.toString(), JSON.valueToTree(numbers));
    }

    /** It was not saved, and stays. */
    void refused() {
        getElement().callJsFunction("answered");
    }

    void whenToBeSaved(ComponentEventListener<Pressed> listener) {
        addListener(Pressed.class, listener);
    }

    void whenOthersWait(ComponentEventListener<Waiting> listener) {
        addListener(Waiting.class, listener);
    }

    /** Somebody pressed save; what comes from a device is read with care. Public, as the library makes it. */
    @DomEvent("count-save")
    public static class Pressed extends ComponentEvent<Counter> {

        private final UUID id;
        private final transient Map<String, Integer> numbers = new HashMap<>();

        public Pressed(
                Counter counter,
                boolean fromClient,
                @EventData("event.detail.id") String id,
                @EventData("event.detail.numbers") JsonNode numbers) {
            super(counter, fromClient);
            this.id = UUID.fromString(id);
            numbers.properties()
                    .forEach(each ->
                            this.numbers.put(each.getKey(), each.getValue().asInt(0)));
        }

        UUID id() {
            return id;
        }

        /** Those of the kinds asked for, without zeros. */
        Map<String, Integer> numbers(List<CountSheet.Line> lines) {
            Set<String> kinds = lines.stream().map(CountSheet.Line::kind).collect(Collectors.toSet());
            return numbers.entrySet().stream()
                    .filter(each -> kinds.contains(each.getKey()) && each.getValue() > 0)
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    /** What else was tapped on this device and is not saved yet. */
    @DomEvent("count-waiting")
    public static class Waiting extends ComponentEvent<Counter> {

        private final transient Set<String> others = new TreeSet<>();

        public Waiting(Counter counter, boolean fromClient, @EventData("event.detail.others") JsonNode others) {
            super(counter, fromClient);
            others.forEach(each -> this.others.add(each.asString("")));
        }

        Set<String> others() {
            return others;
        }
    }
}
