package se.tambur.visit;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadHandler;
import com.vaadin.flow.spring.security.AuthenticationContext;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.CurrentCentre;
import se.tambur.centre.Plan;
import se.tambur.shared.OfficeShell.Notice;
import se.tambur.shared.Roles;

/** History from a file: taken in whole or not at all, and taken out again whole. */
@Route("office/import")
@Menu(title = "import.menu", order = 70)
@RolesAllowed(Roles.MANAGER)
class ImportView extends Main implements HasDynamicTitle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportView.class);

    private static final int LARGEST = 50 * 1024 * 1024;
    private static final int FLAWS_SHOWN = 100;

    private final transient Imports imports;
    private final CentreId centre;
    private final String me;
    private final Upload upload = new Upload();
    private final ProgressBar progress = new ProgressBar(0, 100);
    private final Paragraph working = new Paragraph();
    private final Div outcome = new Div();
    private final UnorderedList runs = new UnorderedList();
    private final Paragraph none = new Paragraph();

    ImportView(Imports imports, Centres centres, CurrentCentre currentCentre, AuthenticationContext somebody) {
        this.imports = imports;
        this.centre = currentCentre.id();
        this.me = somebody.getPrincipalName().orElse("");
        add(new H1(getTranslation("import.title")), file(centres.plan(centre)), history());
        showRuns();
    }

    private Section file(Plan plan) {
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LARGEST);
        upload.setAcceptedFileExtensions(".csv");
        upload.setUploadButton(new Button(getTranslation("import.choose")));
        upload.setDropLabel(new Span(getTranslation("import.drop")));
        upload.setI18n(words());
        upload.setUploadHandler(UploadHandler.inMemory((about, bytes) -> take(about.fileName(), bytes)));
        upload.addFileRejectedListener(rejected -> Notice.warn(rejected.getErrorMessage()));
        progress.setVisible(false);
        progress.getElement().setAttribute("aria-label", getTranslation("import.progress"));
        working.setVisible(false);
        outcome.addClassName("outcome");
        outcome.getElement().setAttribute("role", "status");

        var example = new Pre(example(plan));
        example.addClassName("example");
        example.getElement()
                .setAttribute("tabindex", "0")
                .setAttribute("role", "region")
                .setAttribute("aria-label", getTranslation("import.example"));
        var card = new Section(
                new H2(getTranslation("import.file", plan.name())),
                new Paragraph(getTranslation("import.what")),
                example,
                upload,
                working,
                progress,
                outcome);
        card.addClassNames("card", "form");
        return card;
    }

    /** The header this very plan asks for, and a line of one adult with one child. */
    private static String example(Plan plan) {
        var header = new StringBuilder("arrived_at,activity");
        var line = new StringBuilder("2025-01-13T09:22,")
                .append(plan.activities().getFirst().id());
        for (int i = 0; i < plan.ages().size(); i++) {
            header.append(',').append(plan.ages().get(i).id());
            line.append(i == 0 ? ",1" : ",0");
        }
        return header + ",adults,expecting\n" + line + ",1,0";
    }

    private Section history() {
        runs.addClassName("lines");
        none.setText(getTranslation("import.none"));
        none.addClassName("muted");
        var card = new Section(new H2(getTranslation("import.runs")), runs, none);
        card.addClassName("card");
        return card;
    }

    /** Reads on a thread of its own, so that the page lives while a long file is read. */
    private void take(String file, byte[] csv) {
        UI ui = UI.getCurrent();
        upload.setVisible(false);
        upload.clearFileList();
        outcome.removeAll();
        working.setText(getTranslation("import.working", file));
        working.setVisible(true);
        progress.setValue(0);
        progress.setVisible(true);
        var shown = new AtomicInteger();
        Thread.startVirtualThread(() -> {
            Runnable show;
            try {
                Imports.Outcome done = imports.take(centre, file, csv, me, percent -> {
                    if (shown.getAndSet(percent) != percent) {
                        ui.access(() -> progress.setValue(Math.clamp(percent, 0, 100)));
                    }
                });
                show = () -> show(done);
            } catch (ImportRefused e) {
                show = () -> show(file, e.flaws());
            } catch (RuntimeException e) {
                LOG.error("An import broke off", e);
                show = () -> outcome.add(strong(getTranslation("import.broke")));
            }
            Runnable end = show;
            ui.access(() -> {
                end.run();
                working.setVisible(false);
                progress.setVisible(false);
                upload.setVisible(true);
                showRuns();
            });
        });
    }

    private void show(Imports.Outcome done) {
        outcome.add(strong(getTranslation(
                done.again() ? "visit.import.again" : "visit.import.done",
                done.visits(),
                done.children(),
                done.first().toString(),
                done.last().toString(),
                String.valueOf(done.run()))));
    }

    private void show(String file, List<ImportRefused.Flaw> flaws) {
        var list = new UnorderedList();
        flaws.stream().limit(FLAWS_SHOWN).forEach(flaw -> list.add(new ListItem(say(flaw))));
        if (flaws.size() > FLAWS_SHOWN) {
            list.add(new ListItem(getTranslation("import.more", flaws.size() - FLAWS_SHOWN)));
        }
        outcome.add(strong(getTranslation("import.refused", file, flaws.size())), list);
    }

    private String say(ImportRefused.Flaw flaw) {
        String what = getTranslation(flaw.key(), flaw.what());
        return flaw.line() > 0 ? getTranslation("import.line", String.valueOf(flaw.line()), what) : what;
    }

    private static Paragraph strong(String words) {
        var said = new Paragraph(words);
        said.addClassName("strong");
        return said;
    }

    private void showRuns() {
        runs.removeAll();
        List<Imports.Run> all = imports.runs(centre);
        all.forEach(run -> runs.add(line(run)));
        runs.setVisible(!all.isEmpty());
        none.setVisible(all.isEmpty());
    }

    private ListItem line(Imports.Run run) {
        String number = String.valueOf(run.id());
        var days = new Span(run.first() + " – " + run.last());
        days.addClassName("strong");
        var more = new Span(getTranslation("import.run", number, run.visits(), run.author()));
        more.addClassName("muted");
        var out = new Button(getTranslation("import.undo"), click -> ask(run));
        out.setAriaLabel(getTranslation("import.undo.name", number));
        return new ListItem(days, more, out);
    }

    /** The file is not kept, so this is the one thing here that cannot be undone. */
    private void ask(Imports.Run run) {
        var ask = new ConfirmDialog(
                getTranslation("import.undo.name", String.valueOf(run.id())),
                getTranslation("import.undo.sure", run.visits()),
                getTranslation("import.undo"),
                sure -> undo(run));
        ask.setCancelable(true);
        ask.setCancelText(getTranslation("import.cancel"));
        ask.open();
    }

    private void undo(Imports.Run run) {
        try {
            imports.undo(centre, run.id(), me);
        } catch (ImportRefused e) {
            Notice.warn(say(e.flaws().getFirst()));
            return;
        }
        outcome.removeAll();
        showRuns();
        Notice.say(getTranslation("visit.import.undone", String.valueOf(run.id())));
    }

    private UploadI18N words() {
        return new UploadI18N()
                .setDropFiles(new UploadI18N.DropFiles()
                        .setOne(getTranslation("import.drop"))
                        .setMany(getTranslation("import.drop")))
                .setAddFiles(new UploadI18N.AddFiles()
                        .setOne(getTranslation("import.choose"))
                        .setMany(getTranslation("import.choose")))
                .setError(new UploadI18N.Error()
                        .setTooManyFiles(getTranslation("import.one-file"))
                        .setFileIsTooBig(getTranslation("import.too-large", LARGEST / 1024 / 1024))
                        .setIncorrectFileType(getTranslation("import.not-csv")));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("import.menu") + " – " + getTranslation("shell.name");
    }
}
