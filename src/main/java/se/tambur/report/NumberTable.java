package se.tambur.report;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import se.tambur.report.SummaryPage.Column;
import se.tambur.report.SummaryPage.Row;
import se.tambur.report.SummaryPage.Table;

/** A table of a report as a page shows it; a narrow page scrolls it sideways. */
class NumberTable extends Div {

    NumberTable(Table content) {
        addClassName("numbers");
        // what scrolls must be reachable by keyboard
        getElement().setAttribute("tabindex", "0");
        getElement().setAttribute("role", "group");
        getElement().setAttribute("aria-label", content.caption());
        var table = new NativeTable();
        table.getElement().setAttribute("aria-label", content.caption());
        fillHead(table.getHead().addRow(), content.head());
        content.rows().forEach(row -> fill(table.getBody().addRow(), row, content.head()));
        if (content.foot() != null) {
            fill(table.getFoot().addRow(), content.foot(), content.head());
        }
        add(table);
    }

    private static void fillHead(NativeTableRow row, List<Column> columns) {
        columns.forEach(column -> {
            NativeTableHeaderCell cell = row.addHeaderCell();
            cell.setText(column.title());
            cell.getElement().setAttribute("scope", "col");
            cell.setClassName("n", column.number());
        });
    }

    private static void fill(NativeTableRow row, Row content, List<Column> columns) {
        NativeTableHeaderCell label = row.addHeaderCell();
        if (content.day() == null) {
            label.setText(content.label());
        } else {
            label.add(new Anchor("office/day?date=" + content.day(), content.label()));
        }
        label.getElement().setAttribute("scope", "row");
        if (content.language() != null) {
            label.getElement().setAttribute("lang", content.language());
        }
        for (int i = 0; i < content.cells().size(); i++) {
            NativeTableCell cell = row.addDataCell();
            cell.setText(content.cells().get(i).shown());
            cell.setClassName("n", columns.get(i + 1).number());
        }
    }
}
