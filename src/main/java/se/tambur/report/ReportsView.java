package se.tambur.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import se.tambur.centre.CentreId;
import se.tambur.centre.CurrentCentre;
import se.tambur.shared.Roles;

/** A month on a page, the same as in its PDF; {@code ?month=2025-03} leads to one. */
@Route("office/reports")
@Menu(title = "report.title", order = 30)
@RolesAllowed(Roles.MANAGER)
@StyleSheet("report.css")
class ReportsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Reports reports;
    private final transient CurrentCentre current;
    private String title = "";

    ReportsView(Reports reports, CurrentCentre current) {
        this.reports = reports;
        this.current = current;
        addClassName("report");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        QueryParameters asked = entering.getLocation().getQueryParameters();
        CentreId centre = current.id();
        show(
                centre,
                asked.getSingleParameter("month").flatMap(ReportsView::month).orElse(reports.latest(centre)));
    }

    private static Optional<YearMonth> month(String words) {
        try {
            YearMonth month = YearMonth.parse(words);
            return Reports.isThinkable(month) ? Optional.of(month) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private void show(CentreId centre, YearMonth month) {
        MonthPage page = reports.page(centre, reports.month(centre, month), getLocale());
        title = page.document();
        removeAll();
        add(
                new Head(page, new MonthPicker(reports.months(centre), month), downloads(centre, month)),
                new Paragraph(page.lede()),
                figures(page.figures()));
        page.sections().forEach(section -> add(new SectionCard(section)));
        add(rules(page));
    }

    private List<Component> downloads(CentreId centre, YearMonth month) {
        return List.of(download(centre, month, "sv"), download(centre, month, "en"));
    }

    private Component download(CentreId centre, YearMonth month, String language) {
        var handler = DownloadHandler.fromInputStream(event -> {
            byte[] pdf = reports.pdf(centre, month, Locale.of(language));
            return new DownloadResponse(
                    new ByteArrayInputStream(pdf), Reports.fileName(centre, month), "application/pdf", pdf.length);
        });
        var link = new Anchor(handler, getTranslation("report.download." + language));
        link.getElement().setAttribute("data-pdf", language);
        link.addClassName("download");
        return link;
    }

    private static Component figures(List<MonthPage.Figure> figures) {
        var row = new Div();
        row.addClassName("figures");
        figures.forEach(figure -> {
            var number = new Paragraph(figure.number());
            number.addClassName("number");
            var unit = new Paragraph(figure.unit());
            unit.addClassName("muted");
            var card = new Div(number, unit);
            card.addClassName("card");
            if (!figure.then().isEmpty()) {
                var then = new Paragraph(figure.then());
                then.addClassNames("muted", "then");
                card.add(then);
            }
            row.add(card);
        });
        return row;
    }

    private Component rules(MonthPage page) {
        var list = new OrderedList();
        page.rules().forEach(rule -> list.add(new ListItem(rule)));
        var card = new Div(new H2(getTranslation("report.rules")), new Paragraph(page.privacy()), list);
        card.addClassNames("card", "rules");
        return card;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    /** The month's name, what state it is in, and what can be done with it. */
    private static class Head extends Div {
        Head(MonthPage page, Component picker, List<Component> downloads) {
            addClassName("report-head");
            var state = new Paragraph(page.centre() + " · " + page.status() + " · " + page.created());
            state.addClassName("muted");
            var doings = new Div(picker);
            doings.addClassName("doings");
            doings.add(downloads);
            add(new Div(new H1(page.month()), state), doings);
        }
    }

    /** One month back, any month, one month on. */
    private static class MonthPicker extends Div {
        MonthPicker(List<YearMonth> months, YearMonth shown) {
            addClassName("month-picker");
            var all = new TreeSet<>(months);
            all.add(shown);
            var select = new Select<YearMonth>();
            select.setLabel(getTranslation("report.month"));
            var named = DateTimeFormatter.ofPattern("LLLL uuuu", getLocale());
            select.setItemLabelGenerator(month -> month.format(named));
            select.setItems(all.descendingSet());
            select.setValue(shown);
            select.addValueChangeListener(chosen -> go(chosen.getValue()));
            add(
                    step(VaadinIcon.ANGLE_LEFT, "report.previous", shown.minusMonths(1), all.first()),
                    select,
                    step(VaadinIcon.ANGLE_RIGHT, "report.next", shown.plusMonths(1), all.first()));
            getChildren()
                    .filter(Button.class::isInstance)
                    .map(Button.class::cast)
                    .reduce((before, next) -> next)
                    .ifPresent(next -> next.setEnabled(shown.isBefore(all.last())));
        }

        private Button step(VaadinIcon icon, String name, YearMonth to, YearMonth first) {
            var button = new Button(icon.create(), click -> go(to));
            button.setAriaLabel(getTranslation(name));
            button.setTooltipText(getTranslation(name));
            button.setEnabled(!to.isBefore(first));
            return button;
        }

        private static void go(YearMonth month) {
            UI.getCurrent().navigate(ReportsView.class, QueryParameters.of("month", month.toString()));
        }
    }

    /** A heading, its sentences, its chart and the table beside it. */
    private static class SectionCard extends Div {
        SectionCard(MonthPage.Section section) {
            addClassName("card");
            setId(section.id());
            add(new H2(section.title()));
            section.lines().forEach(line -> add(new Paragraph(line)));
            var both = new Div();
            both.addClassName(section.beside() ? "beside" : "above");
            if (section.chart() != null) {
                var picture = new Div(new Svg(section.chart().svg()));
                picture.addClassName("picture");
                both.add(picture);
            }
            if (section.table() != null) {
                both.add(new NumberTable(section.table()));
            }
            add(both);
        }
    }
}
