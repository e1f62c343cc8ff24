package se.tambur.planning;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Closure;
import se.tambur.centre.Plan.Opening;
import se.tambur.centre.Text;
import se.tambur.shared.OfficeShell.Notice;

/** The languages of the house, the first of which every name must stand in. */
class LanguagesPart extends Section {

    private static final int MOST = 12;

    private final transient PlanWords say;
    private final transient Set<String> known;
    private final Rows<LanguageRow> rows;
    private final Select<String> more = new Select<>();
    private final Paragraph flaw = new Paragraph();

    /** @param known those the tablet has words in */
    LanguagesPart(PlanWords say, List<String> languages, Collection<String> known, Runnable changed) {
        this.say = say;
        this.known = new LinkedHashSet<>(known);
        addClassNames("card", "form");
        rows = new Rows<>(
                say,
                () -> {
                    settle();
                    changed.run();
                },
                this::remove);
        more.setLabel(say.word("plan.languages.add"));
        more.setPlaceholder(say.word("plan.languages.choose"));
        more.setItemLabelGenerator(code -> code == null ? "" : say.language(code));
        more.addValueChangeListener(change -> {
            if (change.getValue() != null) {
                rows.put(new LanguageRow(say, change.getValue()));
            }
        });
        flaw.addClassName("flaw");
        flaw.getElement().setAttribute("role", "alert");
        add(new H2(say.word("plan.languages")), new Paragraph(say.word("plan.languages.what")), rows, more, flaw);
        List<LanguageRow> all = new ArrayList<>();
        languages.forEach(code -> all.add(new LanguageRow(say, code)));
        rows.fill(all);
        settle();
    }

    /** The first is the default. */
    List<String> spoken() {
        return rows.rows().stream().map(row -> row.code).toList();
    }

    private void settle() {
        flaw.setText("");
        List<String> spoken = spoken();
        rows.rows().forEach(row -> row.mark(say, row.code.equals(spoken.getFirst())));
        List<String> left =
                known.stream().filter(code -> !spoken.contains(code)).toList();
        more.setItems(left);
        more.setVisible(!left.isEmpty() && spoken.size() < MOST);
    }

    private void remove(LanguageRow row) {
        if (rows.getComponentCount() == 1) {
            Notice.say(say.word("plan.languages.last"));
            return;
        }
        int place = rows.indexOf(row);
        rows.take(row);
        Notice.say(say.word("plan.languages.removed", row.called()), () -> rows.put(row, place));
    }

    /** Whether every name that the plan has stands in the first language; says which do not. */
    boolean isSound(Plan plan) {
        String first = spoken().getFirst();
        String missing = texts(plan)
                .filter(text -> !text.isEmpty() && !text.byLanguage().containsKey(first))
                .map(text -> say.text(text, plan))
                .distinct()
                .collect(Collectors.joining(", "));
        flaw.setText(missing.isEmpty() ? "" : say.word("plan.languages.missing", say.language(first), missing));
        return missing.isEmpty();
    }

    private static Stream<Text> texts(Plan plan) {
        Stream<Opening> openings = Stream.concat(
                plan.week().values().stream().flatMap(List::stream),
                plan.extra().stream().flatMap(day -> day.openings().stream()));
        return Stream.of(
                        plan.ages().stream().flatMap(age -> Stream.of(age.name(), age.span())),
                        plan.activities().stream().flatMap(each -> Stream.of(each.name(), each.note())),
                        openings.map(Opening::name),
                        plan.extra().stream().map(Plan.ExtraDay::name),
                        plan.closed().stream()
                                .filter(Closure.Period.class::isInstance)
                                .map(closure -> ((Closure.Period) closure).why()))
                .flatMap(each -> each);
    }

    /** One language. */
    private static class LanguageRow extends Rows.Row {

        private final String code;
        private final transient PlanWords say;
        private final Span first = new Span();

        LanguageRow(PlanWords say, String code) {
            this.say = say;
            this.code = code;
            first.addClassNames("badge", "holds");
            var row = new Div(new Span(called()), first, deeds);
            row.addClassName("row");
            add(row);
        }

        private void mark(PlanWords say, boolean isFirst) {
            first.setText(say.word("plan.languages.first"));
            first.setVisible(isFirst);
        }

        @Override
        String called() {
            String name = say.language(code);
            return name.substring(0, 1).toUpperCase(say.locale()) + name.substring(1);
        }
    }
}
