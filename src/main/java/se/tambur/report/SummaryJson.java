package se.tambur.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.report.Summary.BySession;
import se.tambur.report.Summary.Sums;
import se.tambur.visit.Corrections.Balance;
import se.tambur.visit.HandCounts;
import se.tambur.visit.Tallies.State;

/** The exact, internal numbers as JSON objects. The names are a contract with those who count against them. */
final class SummaryJson {

    private SummaryJson() {}

    /** One period; every age with its zero, activities and weekdays without visits left out. */
    static Map<String, @Nullable Object> of(Summary month) {
        Map<String, Object> ages = new LinkedHashMap<>();
        month.childrenByAge().forEach((age, children) -> ages.put(age.value(), children));
        Map<String, Object> childrenByActivity = new TreeMap<>();
        Map<String, Object> visitsByActivity = new TreeMap<>();
        Map<String, Object> occasionsByActivity = new TreeMap<>();
        month.activities().stream().filter(one -> one.sums().any()).forEach(one -> {
            childrenByActivity.put(one.activity().value(), one.sums().children());
            visitsByActivity.put(one.activity().value(), one.sums().visits());
            occasionsByActivity.put(one.activity().value(), one.occasions());
        });
        Map<String, Object> weekdays = new TreeMap<>();
        month.weekdays().stream()
                .filter(one -> one.sums().any())
                .forEach(one -> weekdays.put(
                        Integer.toString(one.day().getValue()), one.sums().children()));

        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("visits", month.visits());
        json.put("children", month.children());
        json.put("adults", month.adults());
        json.put("expecting", month.expecting());
        json.put("childrenByAge", ages);
        json.put("childrenByActivity", childrenByActivity);
        json.put("visitsByActivity", visitsByActivity);
        json.put("childrenByWeekday", weekdays);
        json.put("sessionsHeld", month.held());
        json.put("sessionsWithVisits", month.withVisits());
        json.put("childrenPerSessionHeld", mean(month.childrenPerSession()));
        json.put("busiestSession", session(month.busiest()));
        json.put("outsideHours", outside(month.outsideHours()));
        json.put("suspect", month.suspect());
        json.put("droppedUndecided", month.droppedUndecided());
        json.put("corrections", corrections(month.corrections()));
        json.put("byHand", byHand(month.byHand()));
        json.put("byLevel", levels(month.levels()));
        json.put("occasionsByActivity", occasionsByActivity);
        json.put("sessionsCounted", month.in(State.COUNTED));
        json.put("sessionsEmpty", month.in(State.EMPTY));
        json.put("sessionsNotCounted", month.in(State.NOT_COUNTED));
        json.put(
                "coveragePercent",
                mean(month.coverage()
                        .map(share -> new Mean(share.sum() * 100, share.parts()))
                        .orElse(null)));
        json.put("childrenPerOpenHour", mean(month.childrenPerHour()));
        json.put("quietestSession", session(month.quietest()));
        return json;
    }

    /** A year and its twelve months. */
    static Map<String, Object> year(Map<String, Summary> months) {
        Map<String, Object> year = new LinkedHashMap<>();
        year.put("visits", sum(months, Summary::visits));
        year.put("children", sum(months, Summary::children));
        year.put("adults", sum(months, Summary::adults));
        year.put("expecting", sum(months, Summary::expecting));
        year.put("sessionsHeld", sum(months, Summary::held));
        year.put("suspect", sum(months, Summary::suspect));
        Map<String, Object> each = new LinkedHashMap<>();
        months.forEach((name, month) -> each.put(name, of(month)));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("year", year);
        json.put("months", each);
        return json;
    }

    private static int sum(Map<String, Summary> months, ToIntFunction<Summary> number) {
        return months.values().stream().mapToInt(number).sum();
    }

    private static @Nullable Object mean(@Nullable Mean mean) {
        return mean == null ? null : mean.rounded(2).doubleValue();
    }

    private static @Nullable Object session(@Nullable BySession session) {
        if (session == null) {
            return null;
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("session", session.day() + " " + session.opens());
        json.put("children", session.sums().children());
        return json;
    }

    private static Map<String, Object> byHand(HandCounts.Sum sum) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", sum.counts());
        json.put("visits", sum.visits());
        json.put("children", sum.children());
        json.put("adults", sum.adults());
        json.put("expecting", sum.expecting());
        json.put("withoutParties", sum.withoutParties());
        return json;
    }

    private static Map<String, Object> corrections(Balance balance) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", balance.corrections());
        json.put("visits", balance.visits());
        json.put("children", balance.children());
        json.put("adults", balance.adults());
        json.put("expecting", balance.expecting());
        return json;
    }

    private static Map<String, Object> levels(Map<Plan.Level, Sums> levels) {
        Map<String, Object> json = new LinkedHashMap<>();
        levels.forEach((level, sums) -> json.put(level.name().toLowerCase(Locale.ROOT), outside(sums)));
        return json;
    }

    private static Map<String, Object> outside(Sums sums) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("visits", sums.visits());
        json.put("children", sums.children());
        json.put("adults", sums.adults());
        return json;
    }
}
