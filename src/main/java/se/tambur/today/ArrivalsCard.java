package se.tambur.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.tambur.shared.SvgChart;
import se.tambur.shared.SvgChart.Series;

/** Children by half hour and age, as a picture and as a table. */
class ArrivalsCard extends Card {

    private final transient Say say;
    private final Div picture = new Div();
    private final Div numbers = new Div();
    private final Paragraph nothing = new Paragraph();
    private final Paragraph beside = new Paragraph();
    private @Nullable String drawn;
    private @Nullable Table table;

    ArrivalsCard(Say say) {
        super(say.word("today.arrivals"));
        this.say = say;
        addClassName("arrivals");
        picture.addClassName("picture");
        numbers.addClassName("numbers");
        // A wide table scrolls, and who has no mouse must reach it
        numbers.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", say.word("today.arrivals.table"));
        nothing.setText(say.word("today.arrivals.none"));
        nothing.addClassName("muted");
        beside.addClassName("muted");
        add(picture, numbers, beside, nothing);
    }

    @Override
    public void show(HouseNow now) {
        boolean any = !now.halfHours().isEmpty();
        picture.setVisible(any);
        numbers.setVisible(any);
        nothing.setVisible(!any);
        int shown = now.ages().stream().mapToInt(HouseNow.AgeRow::sum).sum();
        beside.setText(say.word("today.arrivals.beside", now.sums().children()));
        beside.setVisible(now.sums().children() != shown);
        if (any) {
            draw(now);
        }
    }

    private void draw(HouseNow now) {
        List<String> labels = now.halfHours().stream().map(say::time).toList();
        List<Series> series = IntStream.range(0, now.ages().size())
                .mapToObj(n -> new Series(
                        say.name(now.ages().get(n).age().name(), now.plan()),
                        SvgChart.colour(n),
                        now.ages().get(n).children()))
                .toList();
        String svg = SvgChart.columns(
                say.word("today.arrivals"),
                say.word(
                        "today.arrivals.description",
                        now.ages().stream().mapToInt(HouseNow.AgeRow::sum).sum()),
                labels,
                series);
        if (svg.equals(drawn)) {
            return;
        }
        drawn = svg;
        picture.removeAll();
        picture.add(new Svg(svg));
        List<List<String>> rows = rows(labels, series);
        if (table == null || !table.fits(rows)) {
            table = new Table(say.word("today.arrivals.table"), rows);
            numbers.removeAll();
            numbers.add(table);
        }
        table.fill(rows);
    }

    /** The head, a row for each age and the sums, each with its name first and its own sum last. */
    private List<List<String>> rows(List<String> labels, List<Series> series) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(row(say.word("today.arrivals.age"), labels, say.word("today.arrivals.sum")));
        series.forEach(each -> rows.add(row(each.name(), shown(each.values()), sum(each.values()))));
        List<Integer> sums = IntStream.range(0, labels.size())
                .mapToObj(column -> series.stream()
                        .mapToInt(each -> each.values().get(column))
                        .sum())
                .toList();
        rows.add(row(say.word("today.arrivals.sum"), shown(sums), sum(sums)));
        return rows;
    }

    private static List<String> row(String first, List<String> rest, String last) {
        List<String> row = new ArrayList<>(List.of(first));
        row.addAll(rest);
        row.add(last);
        return row;
    }

    private static List<String> shown(List<Integer> values) {
        return values.stream().map(String::valueOf).toList();
    }

    private static String sum(List<Integer> values) {
        return String.valueOf(values.stream().mapToInt(Integer::intValue).sum());
    }

    /** A table whose cells stay and change their words, so that a family that comes moves a few bytes and not a page. */
    private static final class Table extends NativeTable {

        private final List<List<Component>> cells = new ArrayList<>();

        Table(String caption, List<List<String>> rows) {
            setCaptionText(caption);
            for (int n = 0; n < rows.size(); n++) {
                var row = new NativeTableRow();
                List<Component> inRow = new ArrayList<>();
                for (int column = 0; column < rows.get(n).size(); column++) {
                    inRow.add(n == 0 || column == 0 ? head(n == 0 ? "col" : "row") : new NativeTableCell());
                }
                row.add(inRow);
                cells.add(inRow);
                if (n == 0) {
                    getHead().add(row);
                } else if (n == rows.size() - 1) {
                    getFoot().add(row);
                } else {
                    getBody().add(row);
                }
            }
        }

        private static NativeTableHeaderCell head(String scope) {
            var head = new NativeTableHeaderCell();
            head.getElement().setAttribute("scope", scope);
            return head;
        }

        boolean fits(List<List<String>> rows) {
            return rows.size() == cells.size()
                    && rows.getFirst().size() == cells.getFirst().size();
        }

        void fill(List<List<String>> rows) {
            for (int n = 0; n < rows.size(); n++) {
                for (int column = 0; column < rows.get(n).size(); column++) {
                    Component cell = cells.get(n).get(column);
                    String words = rows.get(n).get(column);
                    if (!cell.getElement().getText().equals(words)) {
                        cell.getElement().setText(words);
                    }
                }
            }
        }
    }
}
