package se.tambur.course;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import se.tambur.centre.AgeId;

/** Writes a course so that {@link CourseYaml} reads the same course again. */
final class CourseWriter {

    private CourseWriter() {}

    static String text(Course course) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", course.id());
        fields.put("centre", course.centre().value());
        put(fields, "name", course.name().byLanguage());
        put(fields, "text", course.text().byLanguage());
        put(fields, "practical", course.practical().byLanguage());
        fields.put("picture", course.picture());
        put(fields, "ages", course.ages().stream().map(AgeId::value).sorted().toList());
        fields.put("expecting", course.expecting());
        fields.put("host", course.host());
        fields.put("level", course.level().name().toLowerCase(Locale.ROOT));
        put(fields, "place", course.place());
        put(fields, "web", course.web());
        fields.put(
                "meetings",
                course.meetings().stream()
                        .map(meeting ->
                                Map.of("day", meeting.day().toString(), "time", meeting.from() + "-" + meeting.to()))
                        .toList());
        put(fields, "seats", course.seats());
        fields.put("waiting-list", course.waitingList());
        put(fields, "opens", course.opens() == null ? null : course.opens().toString());
        put(fields, "closes", course.closes() == null ? null : course.closes().toString());
        fields.put("sign-up", way(course.signUp()));
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        return new Yaml(options).dump(Map.of("course", fields));
    }

    private static Object way(Course.SignUpWay way) {
        return switch (way) {
            case Course.SignUpWay.Here() -> "here";
            case Course.SignUpWay.Call() -> "call";
            case Course.SignUpWay.DropIn() -> "drop-in";
            case Course.SignUpWay.Link(String address) -> Map.of("link", address);
        };
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        boolean nothing = value == null
                || value instanceof Map<?, ?> m && m.isEmpty()
                || value instanceof List<?> l && l.isEmpty();
        if (!nothing) {
            fields.put(name, value);
        }
    }
}
