package se.tambur.planning;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.tambur.centre.Almanac;
import se.tambur.centre.Almanac.Break;
import se.tambur.centre.Plan.Closure;

/** The schools' breaks of a year, to tick; the days are suggested, as each municipality has its own. */
class BreaksPart extends Div {

    private static final int YEARS = 3;
    private static final int USUAL_SPORT_WEEK = 9;

    private final transient PlanWords say;
    private final transient Almanac almanac;
    private final LocalDate today;
    private final transient Supplier<DaysDraft> draft;
    private final transient Runnable changed;
    private final Select<Integer> year = new Select<>();
    private final Select<Integer> sportWeek = new Select<>();
    private final Div rows = new Div();

    BreaksPart(PlanWords say, Almanac almanac, LocalDate today, Supplier<DaysDraft> draft, Runnable changed) {
        this.say = say;
        this.almanac = almanac;
        this.today = today;
        this.draft = draft;
        this.changed = changed;
        addClassName("breaks");
        int current = today.getMonthValue() >= Month.AUGUST.getValue() ? today.getYear() : today.getYear() - 1;
        year.setLabel(say.word("plan.breaks.year"));
        year.setItems(IntStream.range(current, current + YEARS).boxed().toList());
        year.setItemLabelGenerator(
                each -> say.word("plan.breaks.years", String.valueOf(each), String.valueOf(each + 1)));
        year.setValue(current);
        sportWeek.setLabel(say.word("plan.breaks.sport-week"));
        sportWeek.setItems(IntStream.rangeClosed(Almanac.FIRST_SPORT_WEEK, Almanac.LAST_SPORT_WEEK)
                .boxed()
                .toList());
        sportWeek.setItemLabelGenerator(each -> say.word("plan.breaks.week", each));
        sportWeek.setValue(USUAL_SPORT_WEEK);
        year.addValueChangeListener(change -> fill());
        sportWeek.addValueChangeListener(change -> parts().forEach(row -> row.suggest(suggest(row.which()))));
        var choices = new Div(year, sportWeek);
        choices.addClassName("hours");
        add(new Paragraph(say.word("plan.breaks.what")), choices, rows);
        fill();
    }

    private Closure.Period suggest(Break which) {
        return almanac.suggest(which, year.getValue(), sportWeek.getValue());
    }

    private void fill() {
        rows.removeAll();
        Stream.of(Break.values())
                .map(which -> new BreakRow(say, which, suggest(which), today, draft, changed))
                .filter(row -> !row.isOver())
                .forEach(rows::add);
    }

    private List<BreakRow> parts() {
        return rows.getChildren().map(BreakRow.class::cast).toList();
    }

    void show() {
        parts().forEach(BreakRow::show);
    }
}
