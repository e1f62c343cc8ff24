package se.tambur.report;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.tambur.centre.CentreId;
import se.tambur.centre.CurrentCentre;
import se.tambur.report.Approvals.Standing;
import se.tambur.report.Approvals.State;
import se.tambur.report.ReportPeriod.Kind;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;
import se.tambur.shared.Words;

/** A period on a page, the same as in its PDF; {@code ?period=2025-03} leads to one, and so do the ids of other periods. */
@Route("office/reports")
@Menu(title = "report.title", order = 30)
@RolesAllowed(Roles.MANAGER)
@StyleSheet("report.css")
class ReportsView extends Main implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Reports reports;
    private final transient Approvals approvals;
    private final transient OpenMonths openMonths;
    private final transient CurrentCentre current;
    private final String me;
    private final transient Words words;
    private String title = "";

    ReportsView(
            Reports reports,
            Approvals approvals,
            OpenMonths openMonths,
            CurrentCentre current,
            Words words,
            AuthenticationContext somebody) {
        this.reports = reports;
        this.approvals = approvals;
        this.openMonths = openMonths;
        this.me = somebody.getPrincipalName().orElse("");
        this.current = current;
        this.words = words;
        addClassName("report");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent entering) {
        QueryParameters asked = entering.getLocation().getQueryParameters();
        CentreId centre = current.id();
        show(
                centre,
                asked.getSingleParameter("period")
                        .or(() -> asked.getSingleParameter("month"))
                        .flatMap(ReportPeriod::parse)
                        .orElseGet(() -> reports.latest(centre)));
    }

    private void show(CentreId centre, ReportPeriod period) {
        Summary summary = reports.summary(centre, period);
        SummaryPage page = reports.page(centre, summary, getLocale());
        title = page.document();
        removeAll();
        var periods = new PeriodWords(words, getLocale());
        var picker = new PeriodPicker(period, kind -> reports.periods(centre, kind), periods, reports.today(centre));
        add(new Head(page, picker, downloads(centre, period)), new Paragraph(page.lede()), figures(page.figures()));
        page.sections().forEach(section -> add(new SectionCard(section)));
        if (period.kind() == Kind.MONTH) {
            Standing standing = reports.standing(centre, summary);
            if (standing.state() == State.PRELIMINARY || standing.state() == State.CHANGED) {
                add(new ApprovalCard(
                        summary,
                        standing,
                        periods.name(period),
                        words,
                        () -> approve(centre, period, standing.hash())));
            }
        }
        add(new OpenMonthsCard(openMonths.of(centre), periods, words, reports.today(centre)), rules(page));
    }

    private void approve(CentreId centre, ReportPeriod period, String seen) {
        YearMonth month = YearMonth.from(period.first());
        try {
            var approved = reports.approve(centre, month, seen, me);
            Notice.say(
                    words.say(
                            getLocale().getLanguage(), "report.approve.done", Map.of("revision", approved.revision())),
                    () -> {
                        approvals.withdraw(centre, month, me);
                        Notice.say(getTranslation("report.approve.withdrawn"));
                        show(centre, period);
                    });
        } catch (ApprovalRefused refused) {
            Notice.warn(getTranslation(
                    "report.approve.refused." + refused.why().name().toLowerCase(Locale.ROOT)));
        }
        show(centre, period);
    }

    private List<Component> downloads(CentreId centre, ReportPeriod period) {
        String here = getLocale().getLanguage();
        return List.of(
                download(centre, period, "pdf", "sv"),
                download(centre, period, "pdf", "en"),
                download(centre, period, "xlsx", here),
                download(centre, period, "csv", here));
    }

    private Component download(CentreId centre, ReportPeriod period, String ending, String spoken) {
        Locale language = Locale.of(spoken);
        var handler = DownloadHandler.fromInputStream(event -> {
            byte[] file = reports.file(centre, period, ending, language);
            return new DownloadResponse(
                    new ByteArrayInputStream(file),
                    Reports.fileName(centre, period, ending),
                    Reports.mediaType(ending),
                    file.length);
        });
        boolean pdf = ending.equals("pdf");
        var link = new Anchor(handler, getTranslation("report.download." + (pdf ? spoken : ending)));
        link.getElement().setAttribute("data-" + ending, spoken);
        link.addClassName("download");
        return link;
    }

    private static Component figures(List<SummaryPage.Figure> figures) {
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

    private Component rules(SummaryPage page) {
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

    /** The period's name, what state it is in, and what can be done with it. */
    private static class Head extends Div {
        Head(SummaryPage page, Component picker, List<Component> downloads) {
            addClassName("report-head");
            var state = new Paragraph(page.centre() + " · " + page.status() + " · " + page.created());
            state.addClassName("muted");
            var doings = new Div(picker);
            doings.addClassName("doings");
            doings.add(downloads);
            add(new Div(new H1(page.title()), state), doings);
        }
    }

    /** A heading, its sentences, its chart and the table beside it. */
    private static class SectionCard extends Div {
        SectionCard(SummaryPage.Section section) {
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
