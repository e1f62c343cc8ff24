package se.tambur.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.tambur.centre.Text;
import se.tambur.report.Summary.ByActivity;
import se.tambur.report.SummaryPage.Row;
import se.tambur.report.SummaryPage.Section;
import se.tambur.shared.SvgChart.Bar;

/** Who came and to what: ages, activities, levels. */
final class WhoSections {

    private final Pen pen;
    private final Summary summary;

    WhoSections(Pen pen, Summary summary) {
        this.pen = pen;
        this.summary = summary;
    }

    Section ages() {
        List<Bar> bars = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        summary.childrenByAge().forEach((id, children) -> {
            var age = pen.age(id);
            Text name = age.map(known -> known.name()).orElse(Text.NONE);
            String span = age.map(known -> pen.in(known.span())).orElse("");
            String label = name.isEmpty() ? id.value() : pen.in(name);
            bars.add(new Bar(label, children, pen.number(children)));
            rows.add(new Row(
                    span.isEmpty() ? label : label + " (" + span + ")",
                    pen.foreign(name),
                    List.of(pen.count(children))));
        });
        return pen.section(
                "ages",
                List.of(),
                pen.bars("ages", bars),
                true,
                pen.table("ages", List.of("age"), List.of("children"), rows, pen.sum(pen.count(summary.children()))));
    }

    Section activities() {
        List<Row> rows = new ArrayList<>();
        List<Bar> bars = new ArrayList<>();
        for (ByActivity one : summary.activities()) {
            Text name = pen.activity(one.activity())
                    .map(activity -> activity.name())
                    .orElse(Text.NONE);
            String label = name.isEmpty() ? one.activity().value() : pen.in(name);
            bars.add(new Bar(label, one.sums().children(), pen.number(one.sums().children())));
            rows.add(new Row(
                    label,
                    pen.foreign(name),
                    List.of(
                            pen.count(one.occasions()),
                            pen.count(one.sums().visits()),
                            pen.count(one.sums().children()),
                            pen.ratio(one.childrenPerOccasion()))));
        }
        return pen.section(
                "activities",
                List.of(),
                pen.bars("activities", bars),
                true,
                pen.table(
                        "activities",
                        List.of("activity"),
                        List.of("occasions", "visits", "children", "per-occasion"),
                        rows,
                        pen.sum(
                                pen.words(""),
                                pen.count(summary.visits()),
                                pen.count(summary.children()),
                                pen.words(""))));
    }

    Section levels() {
        List<Row> rows = new ArrayList<>();
        summary.levels()
                .forEach((level, sums) -> rows.add(pen.row(
                        pen.say("level." + level.name().toLowerCase(Locale.ROOT)),
                        pen.count(sums.visits()),
                        pen.count(sums.children()),
                        pen.count(sums.adults()))));
        return pen.section(
                "levels",
                List.of(),
                null,
                false,
                pen.table(
                        "levels",
                        List.of("level"),
                        List.of("visits", "children", "adults"),
                        rows,
                        pen.sum(
                                pen.count(summary.visits()),
                                pen.count(summary.children()),
                                pen.count(summary.adults()))));
    }
}
