package se.tambur.today;

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
    private @Nullable String drawn;

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
        add(picture, numbers, nothing);
    }

    @Override
    public void show(HouseNow now) {
        boolean any = !now.halfHours().isEmpty();
        picture.setVisible(any);
        numbers.setVisible(any);
        nothing.setVisible(!any);
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
                say.word("today.arrivals.description", now.sums().children()),
                labels,
                series);
        if (!svg.equals(drawn)) {
            drawn = svg;
            picture.removeAll();
            picture.add(new Svg(svg));
            numbers.removeAll();
            numbers.add(table(labels, series));
        }
    }

    private NativeTable table(List<String> labels, List<Series> series) {
        var table = new NativeTable();
        table.setCaptionText(say.word("today.arrivals.table"));
        var head = row("th", say.word("today.arrivals.age"), labels, say.word("today.arrivals.sum"));
        table.getHead().add(head);
        var sums = new ArrayList<>(java.util.Collections.nCopies(labels.size(), 0));
        for (Series each : series) {
            for (int column = 0; column < labels.size(); column++) {
                sums.set(column, sums.get(column) + each.values().get(column));
            }
            table.getBody().add(row("td", each.name(), shown(each.values()), sum(each.values())));
        }
        var foot = row("td", say.word("today.arrivals.sum"), shown(sums), sum(sums));
        table.getFoot().add(foot);
        return table;
    }

    private static List<String> shown(List<Integer> values) {
        return values.stream().map(String::valueOf).toList();
    }

    private static String sum(List<Integer> values) {
        return String.valueOf(values.stream().mapToInt(Integer::intValue).sum());
    }

    private static NativeTableRow row(String kind, String first, List<String> rest, String last) {
        var row = new NativeTableRow();
        var name = new NativeTableHeaderCell(first);
        name.getElement().setAttribute("scope", kind.equals("th") ? "col" : "row");
        row.add(name);
        for (String each : rest) {
            row.add(kind.equals("th") ? columnHead(each) : new NativeTableCell(each));
        }
        row.add(kind.equals("th") ? columnHead(last) : new NativeTableCell(last));
        return row;
    }

    private static NativeTableHeaderCell columnHead(String words) {
        var cell = new NativeTableHeaderCell(words);
        cell.getElement().setAttribute("scope", "col");
        return cell;
    }
}
