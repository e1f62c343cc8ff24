package se.tambur.centre;

import java.io.StringWriter;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import se.tambur.centre.Plan.Closure;
import se.tambur.centre.Plan.Opening;
import se.tambur.centre.Plan.Slot;
import se.tambur.centre.Plan.Weeks;

/** Writes a plan in its canonical form: every field in one order, one line for each thing, nothing left to defaults. */
final class PlanWriter {

    private final Plan plan;

    PlanWriter(Plan plan) {
        this.plan = plan;
    }

    String text() {
        DumperOptions options = new DumperOptions();
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        options.setWidth(Integer.MAX_VALUE);
        options.setIndent(4);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(false);
        StringWriter text = new StringWriter();
        new Yaml(options).serialize(root(), text);
        return text.toString();
    }

    private Node root() {
        Fields root = new Fields();
        root.put("centre", centre());
        root.put("ages", block(plan.ages().stream().map(PlanWriter::age).toList()));
        root.put(
                "activities",
                block(plan.activities().stream().map(PlanWriter::activity).toList()));
        Fields week = new Fields();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Opening> openings = plan.week().getOrDefault(day, List.of());
            if (!openings.isEmpty()) {
                week.put(
                        lower(day),
                        block(openings.stream().map(PlanWriter::opening).toList()));
            }
        }
        root.put("week", week.node(FlowStyle.BLOCK));
        if (!plan.closed().isEmpty()) {
            root.put(
                    "closed",
                    block(plan.closed().stream().map(PlanWriter::closure).toList()));
        }
        if (!plan.extra().isEmpty()) {
            root.put(
                    "extra",
                    block(plan.extra().stream().map(PlanWriter::extraDay).toList()));
        }
        root.put("kiosk", kiosk());
        return root.node(FlowStyle.BLOCK);
    }

    private Node centre() {
        Fields centre = new Fields();
        centre.put("id", words(plan.id().value()));
        centre.put("name", words(plan.name()));
        centre.put("timezone", words(plan.zone().getId()));
        centre.put(
                "languages",
                flow(plan.languages().stream().map(PlanWriter::words).toList()));
        centre.put("capacity", number(plan.capacity()));
        Fields contact = new Fields();
        contact.put("phone", optional(plan.contact().phone()));
        contact.put("address", optional(plan.contact().address()));
        contact.put("web", optional(plan.contact().web()));
        if (!contact.isEmpty()) {
            centre.put("contact", contact.node(FlowStyle.FLOW));
        }
        return centre.node(FlowStyle.BLOCK);
    }

    private static Node age(Plan.Age age) {
        Fields fields = new Fields();
        fields.put("id", words(age.id().value()));
        fields.put("picture", words(age.picture()));
        fields.put("name", text(age.name()));
        fields.put("span", text(age.span()));
        return fields.node(FlowStyle.FLOW);
    }

    private static Node activity(Plan.Activity activity) {
        Fields fields = new Fields();
        fields.put("id", words(activity.id().value()));
        fields.put("picture", words(activity.picture()));
        fields.put("level", words(lower(activity.level())));
        fields.put("host", words(activity.host()));
        fields.put("stay", number((int) activity.stay().toMinutes()));
        fields.put("kiosk", flag(activity.kiosk()));
        fields.put("name", text(activity.name()));
        fields.put("note", text(activity.note()));
        if (!activity.ages().isEmpty()) {
            fields.put(
                    "ages",
                    flow(activity.ages().stream().map(age -> words(age.value())).toList()));
        }
        return fields.node(FlowStyle.FLOW);
    }

    private static Node opening(Opening opening) {
        Fields fields = new Fields();
        fillIn(fields, opening);
        return fields.node(FlowStyle.FLOW);
    }

    private static void fillIn(Fields fields, Opening opening) {
        fields.put("open", quoted(opening.opens() + "-" + opening.closes()));
        fields.put("name", text(opening.name()));
        fields.put(
                "activities",
                flow(opening.activities().stream().map(PlanWriter::slot).toList()));
    }

    private static Node slot(Slot slot) {
        if (!slot.timed() && slot.weeks() == Weeks.ALL) {
            return words(slot.activity().value());
        }
        Fields fields = new Fields();
        fields.put("id", words(slot.activity().value()));
        if (slot.timed()) {
            fields.put("at", quoted(slot.from() + "-" + slot.to()));
        }
        if (slot.weeks() != Weeks.ALL) {
            fields.put("weeks", words(lower(slot.weeks())));
        }
        return fields.node(FlowStyle.FLOW);
    }

    private static Node closure(Closure closure) {
        return switch (closure) {
            case Closure.PublicHolidays holidays -> words(PlanYaml.PUBLIC_HOLIDAYS);
            case Closure.Period period -> {
                Fields fields = new Fields();
                fields.put("from", bare(period.from().toString()));
                fields.put("to", bare(period.to().toString()));
                fields.put("why", text(period.why()));
                yield fields.node(FlowStyle.FLOW);
            }
        };
    }

    private static Node extraDay(Plan.ExtraDay day) {
        Fields fields = new Fields();
        fields.put("date", bare(day.date().toString()));
        if (day.openings().size() == 1 && day.openings().getFirst().name().isEmpty()) {
            fillIn(fields, day.openings().getFirst());
        } else {
            fields.put(
                    "openings",
                    flow(day.openings().stream().map(PlanWriter::opening).toList()));
        }
        fields.put("name", text(day.name()));
        return fields.node(FlowStyle.FLOW);
    }

    private Node kiosk() {
        Fields ask = new Fields();
        ask.put("adult-role", flag(plan.kiosk().askAdultRole()));
        ask.put("first-visit", flag(plan.kiosk().askFirstVisit()));
        Fields kiosk = new Fields();
        kiosk.put("ask", ask.node(FlowStyle.FLOW));
        kiosk.put("idle-seconds", number(plan.kiosk().idleSeconds()));
        kiosk.put("welcome", text(plan.kiosk().welcome()));
        return kiosk.node(FlowStyle.BLOCK);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable Node text(Text text) {
        Fields fields = new Fields();
        text.byLanguage().forEach((language, words) -> fields.put(language, words(words)));
        return fields.isEmpty() ? null : fields.node(FlowStyle.FLOW);
    }

    private static @Nullable Node optional(@Nullable String words) {
        return words == null ? null : words(words);
    }

    /** Words; quoted where bare ones would be read as something else. */
    private static Node words(String words) {
        return new ScalarNode(Tag.STR, words, null, null, ScalarStyle.PLAIN);
    }

    private static Node quoted(String words) {
        return new ScalarNode(Tag.STR, words, null, null, ScalarStyle.DOUBLE_QUOTED);
    }

    private static Node bare(String date) {
        return new ScalarNode(Tag.TIMESTAMP, date, null, null, ScalarStyle.PLAIN);
    }

    private static Node number(int number) {
        return new ScalarNode(Tag.INT, Integer.toString(number), null, null, ScalarStyle.PLAIN);
    }

    private static Node flag(boolean flag) {
        return new ScalarNode(Tag.BOOL, Boolean.toString(flag), null, null, ScalarStyle.PLAIN);
    }

    private static Node flow(List<Node> items) {
        return new SequenceNode(Tag.SEQ, items, FlowStyle.FLOW);
    }

    private static Node block(List<Node> items) {
        return new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
    }

    /** Fields in the order they were put, without those that have nothing to say. */
    private static final class Fields {

        private final List<NodeTuple> tuples = new ArrayList<>();

        void put(String name, @Nullable Node value) {
            if (value != null) {
                tuples.add(new NodeTuple(words(name), value));
            }
        }

        boolean isEmpty() {
            return tuples.isEmpty();
        }

        Node node(FlowStyle style) {
            return new MappingNode(Tag.MAP, tuples, style);
        }
    }
}
