package se.tambur.security;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeader;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.security.AuditTrail.Question;
import se.tambur.shared.Roles;
import se.tambur.shared.Words;

/** Who did what: an administrator of the whole house sees all of it, everyone else what concerns the centre. */
@Route("office/audit")
@Menu(title = "audit.title", order = 95)
@RolesAllowed(Roles.MANAGER)
class AuditView extends Main implements HasDynamicTitle {

    private static final int A_PAGE = 50;
    private static final int MOST_IN_A_SHEET = 100_000;

    private final transient AuditTrail trail;
    private final transient Centres centres;
    private final transient Words words;
    private final transient Clock clock;
    private final @Nullable CentreId only;
    private final ZoneId zone;
    private final Select<Span> span = new Select<>();
    private final Select<Area> area = new Select<>();
    private final Select<String> who = new Select<>();
    private final Div found = new Div();
    private int shown = A_PAGE;

    AuditView(AuditTrail trail, Centres centres, CurrentCentre current, Reach reach, Words words, Clock clock) {
        this.trail = trail;
        this.centres = centres;
        this.words = words;
        this.clock = clock;
        this.only = reach.wholeHouse() ? null : current.id();
        this.zone = centres.plan(current.id()).zone();
        addClassName("audit");

        filter(span, "audit.span", Span.values());
        span.setItemLabelGenerator(each -> getTranslation("audit.span." + lower(each)));
        span.setValue(Span.MONTH);
        filter(area, "audit.area", Area.values());
        area.setItemLabelGenerator(each -> getTranslation("audit.area." + lower(each)));
        area.setValue(Area.ALL);
        String anyone = "";
        filter(
                who,
                "audit.who",
                Stream.concat(Stream.of(anyone), trail.actors(only).stream()).toArray(String[]::new));
        who.setItemLabelGenerator(each -> each.isEmpty() ? getTranslation("audit.who.anyone") : name(each));
        who.setValue(anyone);

        var sheet = new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] csv = AuditSheet.write(heads(), trail.entries(question(), MOST_IN_A_SHEET), zone);
                    return new DownloadResponse(
                            new ByteArrayInputStream(csv), "logg.csv", "text/csv; charset=UTF-8", csv.length);
                }),
                getTranslation("audit.csv"));
        sheet.addClassName("download");
        var filters = new Div(span, area, who, sheet);
        filters.addClassName("filters");
        var card = new Div(found);
        card.addClassName("card");
        add(new H1(getTranslation("audit.title")), new Paragraph(getTranslation("audit.what")), filters, card);
        show();
    }

    private <T> void filter(Select<T> select, String key, T[] choices) {
        select.setLabel(getTranslation(key));
        select.setItems(choices);
        select.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                shown = A_PAGE;
                show();
            }
        });
    }

    private void show() {
        List<AuditEntry> entries = trail.entries(question(), shown + 1);
        found.removeAll();
        if (entries.isEmpty()) {
            var none = new Paragraph(getTranslation("audit.none"));
            none.addClassName("muted");
            found.add(none);
            return;
        }
        found.add(table(entries.stream().limit(shown).toList()));
        if (entries.size() > shown) {
            found.add(new Button(getTranslation("audit.older"), click -> {
                shown += A_PAGE;
                show();
            }));
        }
    }

    private Question question() {
        Instant since = span.getValue().days == 0 ? null : clock.instant().minus(Duration.ofDays(span.getValue().days));
        String actor = who.getValue();
        return new Question(only, since, actor == null || actor.isEmpty() ? null : actor, area.getValue().deeds);
    }

    private Component table(List<AuditEntry> entries) {
        boolean several = only == null && centres.all().size() > 1;
        var heads = new NativeTableRow();
        Stream.of("time", "actor", "centre", "deed", "detail")
                .filter(column -> several || !column.equals("centre"))
                .forEach(column -> {
                    var head = new NativeTableHeaderCell(getTranslation("audit.column." + column));
                    head.getElement().setAttribute("scope", "col");
                    heads.add(head);
                });
        var body = new NativeTableBody();
        var time = DateTimeFormatter.ofPattern(getTranslation("audit.time-pattern"), getLocale());
        for (AuditEntry entry : entries) {
            var row = new NativeTableRow(
                    new NativeTableCell(time.format(entry.at().atZone(zone))),
                    new NativeTableCell(name(entry.actor())));
            if (several) {
                row.add(new NativeTableCell(centre(entry.centre())));
            }
            row.add(new NativeTableCell(deed(entry.deed())), new NativeTableCell(entry.detail()));
            body.add(row);
        }
        var table = new NativeTable(new NativeTableHeader(heads), body);
        table.addClassName("log");
        table.getElement().setAttribute("aria-label", getTranslation("audit.title"));
        var frame = new Div(table);
        frame.addClassName("log-frame");
        // what may have to be moved sideways must be reachable by keyboard
        frame.getElement().setAttribute("tabindex", "0");
        frame.getElement().setAttribute("role", "region");
        frame.getElement().setAttribute("aria-label", getTranslation("audit.title"));
        return frame;
    }

    private List<String> heads() {
        return Stream.of("time", "actor", "centre", "deed", "detail")
                .map(column -> getTranslation("audit.column." + column))
                .toList();
    }

    private String name(String actor) {
        return actor.equals("system") ? getTranslation("audit.who.house") : actor;
    }

    private String centre(String id) {
        return centres.all().stream()
                .filter(each -> each.value().equals(id))
                .findFirst()
                .map(each -> centres.plan(each).name())
                .orElse(id);
    }

    /** In words; a deed that has none yet stands as it is kept. */
    private String deed(String deed) {
        String key = "audit.deed." + deed;
        return Objects.requireNonNullElse(
                words.messages(getLocale().getLanguage(), key).get(key), deed);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("audit.title") + " – " + getTranslation("shell.name");
    }

    /** How far back. */
    private enum Span {
        WEEK(7),
        MONTH(30),
        YEAR(365),
        ALL(0);

        private final int days;

        Span(int days) {
            this.days = days;
        }
    }

    /** What it is about, by the first words of deeds. */
    private enum Area {
        ALL,
        DAY("visit", "correction", "visits", "burst", "room", "session", "count", "full", "import"),
        COURSES("course", "signups"),
        KIOSKS("kiosk", "wall"),
        PLAN("plan"),
        REPORTS("report"),
        ACCOUNTS("account");

        private final List<String> deeds;

        Area(String... deeds) {
            this.deeds = List.of(deeds);
        }
    }
}
