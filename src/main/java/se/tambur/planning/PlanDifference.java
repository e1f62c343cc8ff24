package se.tambur.planning;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Opening;

/** What has become otherwise from one plan to the next, in plain words, in the order of the plan. */
final class PlanDifference {

    private final Plan before;
    private final Plan after;
    private final PlanWords say;
    private final List<String> lines = new ArrayList<>();

    private PlanDifference(Plan before, Plan after, PlanWords say) {
        this.before = before;
        this.after = after;
        this.say = say;
    }

    /** One sentence for each difference; none when the plans mean the same. */
    static List<String> between(Plan before, Plan after, PlanWords say) {
        var difference = new PlanDifference(before, after, say);
        difference.house();
        difference.ages();
        difference.activities();
        difference.week();
        difference.days();
        difference.kiosk();
        return List.copyOf(difference.lines);
    }

    private void house() {
        changed("plan.diff.name", before.name(), after.name());
        changed("plan.diff.capacity", before.capacity(), after.capacity());
        changed("plan.diff.languages", languages(before), languages(after));
        changed("plan.diff.phone", before.contact().phone(), after.contact().phone());
        changed("plan.diff.address", before.contact().address(), after.contact().address());
        changed("plan.diff.web", before.contact().web(), after.contact().web());
    }

    private String languages(Plan plan) {
        return plan.languages().stream().map(say::language).collect(Collectors.joining(", "));
    }

    private void changed(String key, @Nullable Object from, @Nullable Object to) {
        if (!Objects.equals(from, to)) {
            lines.add(say.word(key, from == null ? "–" : from, to == null ? "–" : to));
        }
    }

    private void ages() {
        compare(
                by(before.ages(), Plan.Age::id),
                by(after.ages(), Plan.Age::id),
                age -> say.text(age.name(), after),
                age -> say.all(age.name()) + (age.span().isEmpty() ? "" : " " + say.all(age.span())) + " "
                        + age.picture(),
                "plan.diff.age");
    }

    private void activities() {
        compare(
                by(before.activities(), Plan.Activity::id),
                by(after.activities(), Plan.Activity::id),
                activity -> say.text(activity.name(), after),
                activity -> say.activity(activity, after),
                "plan.diff.activity");
    }

    private void week() {
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Opening> from = before.week().getOrDefault(day, List.of());
            List<Opening> to = after.week().getOrDefault(day, List.of());
            if (!from.equals(to)) {
                lines.add(say.word(
                        "plan.diff.weekday", say.weekday(day), say.openings(from, before), say.openings(to, after)));
            }
        }
    }

    private void days() {
        compare(
                by(before.closed(), Function.identity()),
                by(after.closed(), Function.identity()),
                closure -> say.closure(closure, after),
                closure -> "",
                "plan.diff.closure");
        compare(
                by(before.extra(), Plan.ExtraDay::date),
                by(after.extra(), Plan.ExtraDay::date),
                extra -> say.extra(extra, after),
                extra -> say.extra(extra, after),
                "plan.diff.extra");
    }

    private void kiosk() {
        changed("plan.diff.idle", before.kiosk().idleSeconds(), after.kiosk().idleSeconds());
        changed("plan.diff.welcome", welcome(before), welcome(after));
        asked(
                "plan.diff.adult-role",
                before.kiosk().askAdultRole(),
                after.kiosk().askAdultRole());
        asked(
                "plan.diff.first-visit",
                before.kiosk().askFirstVisit(),
                after.kiosk().askFirstVisit());
    }

    private @Nullable String welcome(Plan plan) {
        return plan.kiosk().welcome().isEmpty() ? null : say.all(plan.kiosk().welcome());
    }

    private void asked(String key, boolean from, boolean to) {
        if (from != to) {
            lines.add(say.word(key + (to ? ".on" : ".off")));
        }
    }

    private static <K, V> Map<K, V> by(List<V> all, Function<V, K> key) {
        var map = new LinkedHashMap<K, V>();
        all.forEach(each -> map.put(key.apply(each), each));
        return map;
    }

    private <K, V> void compare(
            Map<K, V> from, Map<K, V> to, Function<V, String> name, Function<V, String> whole, String key) {
        to.forEach((id, now) -> {
            V then = from.get(id);
            if (then == null) {
                lines.add(say.word(key + ".new", name.apply(now)));
            } else if (!then.equals(now)) {
                lines.add(say.word(key + ".changed", name.apply(now), whole.apply(then), whole.apply(now)));
            }
        });
        from.forEach((id, then) -> {
            if (!to.containsKey(id)) {
                lines.add(say.word(key + ".gone", name.apply(then)));
            }
        });
        List<K> kept = from.keySet().stream().filter(to::containsKey).toList();
        List<K> order = to.keySet().stream().filter(from::containsKey).toList();
        if (!kept.equals(order)) {
            lines.add(say.word(key + ".order"));
        }
    }
}
