package se.tambur.kiosk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.ActivityId;
import se.tambur.centre.AgeId;
import se.tambur.feedback.Answers;
import se.tambur.feedback.Goal;
import se.tambur.visit.Party;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what tablets send, by hand and with strict types: a number is not a string, 1.0 is not a count. Fields it does
 * not know are passed over, so that a tablet may be newer than the server.
 */
final class EnvelopeReader {

    private static final Pattern UUID_SHAPE =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern ID_SHAPE = Pattern.compile("[!-~]{1,64}");
    private static final Pattern VERSION_SHAPE = Pattern.compile("[0-9A-Za-z.+_-]{1,40}");
    private static final Pattern SCREEN_SHAPE = Pattern.compile("[a-z-]{1,20}");
    /** No tablet runs for longer than ten years. */
    private static final double MOST_UPTIME = 10 * 366 * 86_400_000.0;

    private static final int MOST_PIXELS = 100_000;
    /** Clocks go wrong, but what lies outside these is no clock, and would not fit our arithmetic. */
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(12)
                            .maxStringLength(2000)
                            .maxNameLength(200)
                            .maxNumberLength(40)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final int mostEvents;

    EnvelopeReader(int mostEvents) {
        this.mostEvents = mostEvents;
    }

    /** @throws Refusal when the whole is not an envelope */
    Envelope read(byte[] body) {
        JsonNode root = object(body);
        List<Envelope.Span> awake = new ArrayList<>();
        if (present(root, "awake")) {
            List<JsonNode> spans = list(root, "awake");
            for (int i = 0; i < spans.size(); i++) {
                awake.add(span(spans.get(i), "awake[" + i + "]"));
            }
        }
        String version = text(root, "version");
        if (!VERSION_SHAPE.matcher(version).matches()) {
            throw new Refusal("version", "a version has 1 to 40 letters, digits, dots, + and -");
        }
        UUID boot = uuid(root, "bootId");
        Instant sentAt = instant(root, "sentAt");
        long uptime = uptime(root);
        int queue = present(root, "queue") ? count(root, "queue", Integer.MAX_VALUE) : 0;
        List<JsonNode> nodes = list(root, "events");
        if (nodes.size() > mostEvents) {
            throw new Refusal("events", "at most " + mostEvents + " events at once");
        }
        List<Envelope.Entry> events = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            events.add(entry(nodes.get(i), "events[" + i + "]"));
        }
        return new Envelope(
                version, boot, sentAt, uptime, queue, screen(root), hardware(root), List.copyOf(awake), events);
    }

    /**
     * The code of a pairing, in capitals; small letters and spaces between are forgiven.
     *
     * @throws Refusal when there is none of that shape
     */
    String code(byte[] body) {
        String code = text(object(body), "code").replaceAll("[ -]", "");
        if (!code.matches("[A-Za-z]{8}")) {
            throw new Refusal("code", "a code has eight letters");
        }
        return code.toUpperCase(Locale.ROOT);
    }

    private JsonNode object(byte[] body) {
        try {
            JsonNode root = json.readTree(body);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JacksonException e) {
            throw new Refusal("body", "this is not JSON, or it is nested too deeply or says a field twice");
        }
        throw new Refusal("body", "a JSON object is expected");
    }

    private static Envelope.Entry entry(JsonNode node, String where) {
        if (!node.isObject()) {
            throw new Refusal(where, "an event is a JSON object");
        }
        JsonNode id = node.get("id");
        if (id == null || !id.isString() || !ID_SHAPE.matcher(id.stringValue()).matches()) {
            throw new Refusal(where + ".id", "an event without a readable id cannot be answered");
        }
        try {
            return new Envelope.Event(id.stringValue(), uuid(node, "id"), stamp(node), deed(node));
        } catch (Refusal flaw) {
            return new Envelope.Poison(id.stringValue(), flaw.where() + ": " + flaw.what());
        } catch (IllegalArgumentException flaw) {
            // a value with a rule of its own said no: a party, an id or a face
            return new Envelope.Poison(id.stringValue(), reason(flaw));
        }
    }

    /** What the rule says, without repeating at length what was sent. */
    private static String reason(IllegalArgumentException flaw) {
        String message = String.valueOf(flaw.getMessage());
        return message.length() <= 120 ? message : message.substring(0, 120);
    }

    private static Envelope.Stamp stamp(JsonNode node) {
        return new Envelope.Stamp(uuid(node, "bootId"), instant(node, "at"), uptime(node));
    }

    private static Envelope.Deed deed(JsonNode node) {
        return switch (text(node, "type")) {
            case "check-in" -> new Envelope.CheckIn(activity(node), party(node));
            case "undo" -> new Envelope.Undo(uuid(node, "of"));
            case "leave" -> leave(node);
            case "feedback" -> feedback(node);
            default -> throw new Refusal("type", "check-in, undo, leave or feedback is expected");
        };
    }

    private static @Nullable ActivityId activity(JsonNode node) {
        if (!present(node, "activity")) {
            return null;
        }
        try {
            return new ActivityId(text(node, "activity"));
        } catch (IllegalArgumentException e) {
            throw new Refusal("activity", "the id of an activity is expected");
        }
    }

    private static Party party(JsonNode node) {
        Map<AgeId, Integer> children = new TreeMap<>();
        JsonNode ages = node.get("children");
        if (ages == null || !ages.isObject()) {
            throw new Refusal("children", "an object of age groups and numbers is expected");
        }
        for (Map.Entry<String, JsonNode> age : ages.properties()) {
            int number = number(age.getValue(), "children", Party.MOST_CHILDREN);
            if (number > 0) {
                try {
                    children.put(new AgeId(age.getKey()), number);
                } catch (IllegalArgumentException e) {
                    throw new Refusal("children", "the ids of age groups are expected");
                }
            }
        }
        JsonNode expecting = node.get("expecting");
        if (expecting == null || !expecting.isBoolean()) {
            throw new Refusal("expecting", "true or false is expected");
        }
        return new Party(count(node, "adults", Party.MOST_ADULTS), children, expecting.booleanValue());
    }

    private static Envelope.Leave leave(JsonNode node) {
        int adults = count(node, "adults", Party.MOST_ADULTS);
        int children = count(node, "children", Party.MOST_CHILDREN);
        if (adults + children == 0) {
            throw new Refusal("adults", "somebody has to leave");
        }
        return new Envelope.Leave(adults, children);
    }

    private static Envelope.Feedback feedback(JsonNode node) {
        Goal goal = Goal.of(text(node, "question"))
                .orElseThrow(() -> new Refusal("question", "there is no question of that id"));
        Answers.By by = switch (text(node, "by")) {
            case "adult" -> Answers.By.ADULT;
            case "child" -> Answers.By.CHILD;
            default -> throw new Refusal("by", "adult or child is expected");
        };
        int face = count(node, "answer", by == Answers.By.ADULT ? 4 : 3);
        if (face == 0) {
            throw new Refusal("answer", "faces are counted from 1");
        }
        return new Envelope.Feedback(goal, by, face);
    }

    private static Envelope.Span span(JsonNode node, String where) {
        if (!node.isArray() || node.size() != 2) {
            throw new Refusal(where, "two moments are expected");
        }
        return new Envelope.Span(moment(node.get(0), where), moment(node.get(1), where));
    }

    private static @Nullable String screen(JsonNode root) {
        JsonNode screen = root.get("screen");
        return screen != null
                        && screen.isString()
                        && SCREEN_SHAPE.matcher(screen.stringValue()).matches()
                ? screen.stringValue()
                : null;
    }

    /** Something to look at, not to count by: what cannot be read is passed over. */
    private static Hardware hardware(JsonNode root) {
        JsonNode display = root.path("display");
        JsonNode battery = root.path("battery");
        Integer width = whole(display.path("width"), 1, MOST_PIXELS);
        Integer height = whole(display.path("height"), 1, MOST_PIXELS);
        Integer percent = whole(battery.path("percent"), 0, 100);
        JsonNode charging = battery.path("charging");
        return new Hardware(
                height == null ? null : width,
                width == null ? null : height,
                percent,
                percent != null && charging.isBoolean() ? charging.booleanValue() : null);
    }

    private static @Nullable Integer whole(JsonNode value, int least, int most) {
        return value.isIntegralNumber()
                        && value.canConvertToInt()
                        && value.intValue() >= least
                        && value.intValue() <= most
                ? value.intValue()
                : null;
    }

    private static boolean present(JsonNode node, String field) {
        JsonNode value = node.get(field);
        return value != null && !value.isNull();
    }

    private static List<JsonNode> list(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isArray()) {
            throw new Refusal(field, "a list is expected");
        }
        return List.copyOf(value.values());
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isString()) {
            throw new Refusal(field, "a string is expected");
        }
        return value.stringValue();
    }

    private static UUID uuid(JsonNode node, String field) {
        String text = text(node, field);
        // UUID.fromString takes shorter ones too
        if (!UUID_SHAPE.matcher(text).matches()) {
            throw new Refusal(field, "a UUID is expected");
        }
        return UUID.fromString(text);
    }

    private static Instant instant(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null) {
            throw new Refusal(field, "a moment as 2026-11-24T09:12:05.120Z is expected");
        }
        return moment(value, field);
    }

    private static Instant moment(JsonNode value, String where) {
        try {
            if (value.isString()) {
                Instant moment = Instant.parse(value.stringValue());
                return moment.isBefore(FIRST) ? FIRST : moment.isAfter(LAST) ? LAST : moment;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new Refusal(where, "a moment as 2026-11-24T09:12:05.120Z is expected");
    }

    private static long uptime(JsonNode node) {
        JsonNode value = node.get("uptimeMs");
        // browsers count in fractions of a millisecond
        double ms = value != null && value.isNumber() ? value.doubleValue() : -1;
        if (!(ms >= 0 && ms <= MOST_UPTIME)) {
            throw new Refusal("uptimeMs", "milliseconds since the boot are expected");
        }
        return (long) ms;
    }

    private static int count(JsonNode node, String field, int most) {
        JsonNode value = node.get(field);
        if (value == null) {
            throw new Refusal(field, "a whole number is expected");
        }
        return number(value, field, most);
    }

    private static int number(JsonNode value, String where, int most) {
        if (!value.isIntegralNumber() || !value.canConvertToInt() || value.intValue() < 0 || value.intValue() > most) {
            throw new Refusal(where, "a whole number from 0 to " + most + " is expected");
        }
        return value.intValue();
    }
}
