package se.tambur.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import jakarta.annotation.security.RolesAllowed;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.PlanFile;
import se.tambur.centre.PlanHistory;
import se.tambur.centre.PlanMoved;
import se.tambur.centre.PlanRefused;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;

/** The plan as it holds, its versions and what each changed; any of them can be restored, saved as a file and read from one. */
@Route("office/plan")
@Menu(title = "plan.menu", order = 30)
@RolesAllowed(Roles.MANAGER)
class PlanView extends Main implements HasDynamicTitle {

    private static final int LINES_SHOWN = 12;

    private final transient Centres centres;
    private final transient PlanWords say;
    private final CentreId centre;
    private final String me;
    private final Div outcome = new Div();
    private final Section week = new Section();
    private final OrderedList versions = new OrderedList();
    private final TabletPart tablet;
    private transient PlanHistory seen;

    PlanView(PlanDesk desk) {
        this.centres = desk.centres();
        this.say = new PlanWords(desk.words(), getLocale());
        this.centre = desk.current().id();
        this.me = desk.somebody().getPrincipalName().orElse("");
        this.seen = centres.history(centre);
        addClassName("plan");
        week.addClassName("card");
        versions.addClassName("versions");
        var history = new Section(new H2(say.word("plan.history")), versions);
        history.addClassNames("card", "history");
        var head = new Header(new H1(say.word("plan.title")), new Paragraph(say.word("plan.what")));
        tablet = new TabletPart(desk, say, day -> new TabletPart.Shown(seen.planOn(day), ""));
        var beside = new Div(week, tablet);
        beside.addClassName("beside");
        add(new PlanTabs(say, PlanView.class), head, beside, file(), history);
        show();
    }

    private void show() {
        seen = centres.history(centre);
        PlanHistory.Version now = seen.versionOn(today());
        Plan plan = now.plan();
        var lines = new UnorderedList();
        lines.addClassName("lines");
        for (DayOfWeek day : DayOfWeek.values()) {
            var name = new Span(say.weekday(day));
            name.addClassNames("strong", "weekday");
            lines.add(new ListItem(name, new Span(say.openings(plan.week().getOrDefault(day, List.of()), plan))));
        }
        var change =
                new Button(say.word("plan.week.change"), click -> getUI().ifPresent(ui -> ui.navigate(WeekView.class)));
        change.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        week.removeAll();
        week.add(new H2(say.word("plan.now", plan.name(), String.valueOf(now.number()))), lines, change);
        tablet.show(day -> new TabletPart.Shown(seen.planOn(day), ""), null);
        versions.removeAll();
        seen.versions().reversed().forEach(version -> versions.add(version(version)));
    }

    private LocalDate today() {
        return centres.today(centre);
    }

    private ListItem version(PlanHistory.Version version) {
        String number = String.valueOf(version.number());
        var title = new H3(say.word("plan.version", number));
        var head = new Div(title, state(version), new Span(begins(version)));
        head.addClassName("version-head");
        LocalDateTime taken = version.takenAt().atZone(seen.zone()).toLocalDateTime();
        var who = new Paragraph(
                say.word("plan.by", author(version), say.day(taken.toLocalDate()), say.time(taken.toLocalTime())));
        who.addClassName("muted");
        var deeds = new Div(download(version));
        deeds.addClassName("deeds");
        if (version != seen.versionOn(today())) {
            var restore = new Button(say.word("plan.restore"), click -> restore(version));
            restore.setAriaLabel(say.word("plan.restore.name", number));
            deeds.addComponentAsFirst(restore);
        }
        var item = new ListItem(head, who, differences(version), deeds);
        item.getElement().setAttribute("data-version", number);
        return item;
    }

    private Component state(PlanHistory.Version version) {
        LocalDate from = version.from();
        boolean coming = from != null && from.isAfter(today()) && seen.versionOn(from) == version;
        boolean holds = version == seen.versionOn(today());
        var state = new Span(say.word(holds ? "plan.holds" : coming ? "plan.coming" : "plan.past"));
        state.addClassNames("badge", holds ? "holds" : coming ? "coming" : "past");
        return state;
    }

    private String begins(PlanHistory.Version version) {
        LocalDate from = version.from();
        return from == null ? say.word("plan.from-start") : say.word("plan.from", say.day(from));
    }

    private String author(PlanHistory.Version version) {
        return version.author().equals(Centres.INSTALLATION) ? say.word("plan.installation") : version.author();
    }

    private Component differences(PlanHistory.Version version) {
        return seen.before(version)
                .map(before -> list(PlanDifference.between(before.plan(), version.plan(), say)))
                .orElseGet(() -> new Paragraph(say.word("plan.first")));
    }

    private Component list(List<String> lines) {
        if (lines.isEmpty()) {
            return new Paragraph(say.word("plan.same"));
        }
        var list = new UnorderedList();
        list.addClassName("differences");
        lines.stream().limit(LINES_SHOWN).forEach(line -> list.add(new ListItem(line)));
        if (lines.size() > LINES_SHOWN) {
            list.add(new ListItem(say.word("plan.more", lines.size() - LINES_SHOWN)));
        }
        return list;
    }

    private Component download(PlanHistory.Version version) {
        String number = String.valueOf(version.number());
        byte[] text = version.text().getBytes(StandardCharsets.UTF_8);
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(text),
                        centre + "-" + number + ".yaml",
                        "application/yaml",
                        text.length)),
                say.word("plan.save-file"));
        link.getElement().setAttribute("aria-label", say.word("plan.save-file.name", number));
        link.addClassName("download");
        return link;
    }

    private void restore(PlanHistory.Version version) {
        take(() -> centres.adopt(
                centre,
                "version " + version.number(),
                version.text(),
                today(),
                seen.newest().number(),
                "plan.restored",
                me));
    }

    private Section file() {
        var upload = new Upload(UploadHandler.inMemory((about, bytes) -> read(about.fileName(), bytes)));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(PlanFile.LONGEST);
        upload.setAcceptedFileExtensions(".yaml", ".yml");
        upload.setUploadButton(new Button(say.word("plan.file.choose")));
        upload.setDropLabel(new Span(say.word("plan.file.drop")));
        upload.setI18n(new UploadI18N()
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(say.word("plan.file.one"))
                        .setFileIsTooBig(say.word("plan.file.too-large", PlanFile.LONGEST / 1024))
                        .setIncorrectFileType(say.word("plan.file.not-yaml"))));
        upload.addFileRejectedListener(rejected -> Notice.warn(rejected.getErrorMessage()));
        upload.addAllFinishedListener(finished -> upload.clearFileList());
        outcome.addClassName("outcome");
        outcome.getElement().setAttribute("role", "status");
        var card =
                new Section(new H2(say.word("plan.file")), new Paragraph(say.word("plan.file.what")), upload, outcome);
        card.addClassNames("card", "form");
        return card;
    }

    /** Shows what the file would change; nothing is saved yet. */
    private void read(String file, byte[] bytes) {
        outcome.removeAll();
        try {
            ask(centres.read(centre, file, bytes));
        } catch (PlanRefused e) {
            refuse(file, e);
        }
    }

    private void ask(PlanFile file) {
        List<String> lines = PlanDifference.between(seen.planOn(today()), file.plan(), say);
        DatePicker from = new PlanFields(say).day(say.word("plan.file.from"));
        from.setValue(today());
        from.setMin(today());
        var save = new Button(say.word("plan.file.save"), click -> {
            LocalDate day = from.getValue();
            if (day == null || day.isBefore(today())) {
                from.setErrorMessage(say.word("plan.file.from.flaw"));
                from.setInvalid(true);
                return;
            }
            take(() -> centres.adopt(
                    centre, file.name(), file.yaml(), day, seen.newest().number(), "plan.adopted", me));
        });
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var deeds = new Div(from, save);
        deeds.addClassNames("deeds", "save");
        outcome.add(strong(say.word("plan.file.changes", file.name())), list(lines), deeds);
    }

    private void refuse(String file, PlanRefused refused) {
        var list = new UnorderedList();
        refused.flaws().forEach(flaw -> {
            var expected = new Span(flaw.expected());
            expected.getElement().setAttribute("lang", "en");
            var item =
                    new ListItem(new Span(say.word("plan.file.flaw", String.valueOf(flaw.line()), flaw.field()) + " "));
            item.add(expected);
            list.add(item);
        });
        outcome.add(strong(say.word("plan.file.refused", file)), list);
    }

    private static Paragraph strong(String words) {
        var said = new Paragraph(words);
        said.addClassName("strong");
        return said;
    }

    /** What was to be taken in stays on the page when somebody else was quicker. */
    private void take(Taking taking) {
        int newest = seen.newest().number();
        try {
            PlanHistory.Version taken = taking.take();
            boolean isNew = taken.number() > newest;
            outcome.removeAll();
            show();
            Notice.say(say.word(isNew ? "plan.saved" : "plan.same-already", String.valueOf(taken.number())));
        } catch (PlanMoved e) {
            show();
            Notice.warn(say.word(
                    "plan.moved",
                    author(seen.newest()),
                    String.valueOf(seen.newest().number())));
        } catch (PlanRefused e) {
            outcome.removeAll();
            refuse(say.word("plan.title"), e);
        }
    }

    private interface Taking {
        PlanHistory.Version take();
    }

    @Override
    public String getPageTitle() {
        return say.word("plan.menu") + " – " + say.word("shell.name");
    }
}
