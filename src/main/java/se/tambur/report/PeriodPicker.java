package se.tambur.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.function.Function;
import se.tambur.report.ReportPeriod.Kind;
import se.tambur.shared.OfficeShell.DayPicker;

/** One period back, any of its kind, one on; or another kind, or days of one's own. */
class PeriodPicker extends Div {

    private static final String RANGE = "report.kind.range";

    /** @param periods those of a kind that there is reason to look at, oldest first */
    PeriodPicker(ReportPeriod shown, Function<Kind, List<ReportPeriod>> periods, PeriodWords words, LocalDate today) {
        addClassName("period-picker");
        var kind = new Select<Kind>();
        kind.setLabel(getTranslation("report.kind"));
        kind.setItems(Kind.values());
        kind.setItemLabelGenerator(
                each -> getTranslation("report.kind." + each.name().toLowerCase(Locale.ROOT)));
        kind.setValue(shown.kind());
        kind.addValueChangeListener(chosen -> go(other(shown, chosen.getValue(), today)));
        kind.addClassName("kind");
        add(kind);
        if (shown.kind() == Kind.RANGE) {
            add(days(shown));
        } else {
            add(leaf(shown, periods.apply(shown.kind()), words));
        }
    }

    /** The period of another kind that is most like the one that was shown. */
    private static ReportPeriod other(ReportPeriod shown, Kind kind, LocalDate today) {
        if (kind == Kind.RANGE) {
            return ReportPeriod.of(shown.first(), shown.last());
        }
        return kind.around(shown.last().isAfter(today) && !shown.first().isAfter(today) ? today : shown.last());
    }

    private Component leaf(ReportPeriod shown, List<ReportPeriod> periods, PeriodWords words) {
        var all = new TreeSet<>(Comparator.comparing(ReportPeriod::first));
        all.addAll(periods);
        all.add(shown);
        var select = new Select<ReportPeriod>();
        String label = getTranslation("report.period");
        select.setLabel(label);
        select.setItemLabelGenerator(words::name);
        select.setItems(all.descendingSet());
        select.setValue(shown);
        select.addValueChangeListener(chosen -> go(chosen.getValue()));
        var row = new Div(
                step(VaadinIcon.ANGLE_LEFT, "previous", shown, !shown.equals(all.first())),
                select,
                step(VaadinIcon.ANGLE_RIGHT, "next", shown, !shown.equals(all.last())));
        row.addClassName("leaf");
        return row;
    }

    private Button step(VaadinIcon icon, String where, ReportPeriod shown, boolean any) {
        String name =
                getTranslation("report." + where + "." + shown.kind().name().toLowerCase(Locale.ROOT));
        var button = new Button(icon.create(), click -> go(where.equals("next") ? shown.after() : shown.before()));
        button.setAriaLabel(name);
        button.setTooltipText(name);
        button.setEnabled(any);
        return button;
    }

    private Component days(ReportPeriod shown) {
        DatePicker from = new DayPicker(getTranslation(RANGE + ".from"));
        from.setValue(shown.first());
        DatePicker to = new DayPicker(getTranslation(RANGE + ".to"));
        to.setValue(shown.last());
        var show = new Button(getTranslation(RANGE + ".show"), click -> {
            LocalDate first = from.getValue();
            LocalDate last = to.getValue();
            if (first == null || last == null) {
                return;
            }
            ReportPeriod.parse(first + ".." + last).ifPresentOrElse(PeriodPicker::go, () -> {
                to.setErrorMessage(getTranslation(RANGE + ".flaw"));
                to.setInvalid(true);
            });
        });
        var row = new Div(from, to, show);
        row.addClassName("leaf");
        return row;
    }

    private static void go(ReportPeriod period) {
        UI.getCurrent().navigate(ReportsView.class, QueryParameters.of("period", period.id()));
    }
}
