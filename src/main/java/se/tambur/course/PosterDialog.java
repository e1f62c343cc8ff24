package se.tambur.course;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.orderedlayout.FlexComponent;
import com.vaadin.flow.component.orderedlayout.VerticalLayout;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;
import se.tambur.course.Posters.Size;

/** Asks how large a poster shall be and in which languages, and has it ready to download. */
@StyleSheet("context://posters.css")
class PosterDialog extends Dialog {

    private final RadioButtonGroup<Size> size = new RadioButtonGroup<>();
    private final Select<String> first = new Select<>();
    private final Select<String> second = new Select<>();
    private final Anchor download = new Anchor();
    private transient Paper offered = new Paper("", () -> new byte[0]);

    /**
     * For one course.
     *
     * @param languages the centre's, its first one first
     */
    PosterDialog(Posters posters, Course course, List<String> languages) {
        this(languages);
        setHeaderTitle(getTranslation("posteroffice.course", name(course, languages)));
        size.setLabel(getTranslation("posteroffice.size"));
        size.setItems(Size.values());
        size.setItemLabelGenerator(
                each -> getTranslation("posteroffice.size." + each.name().toLowerCase(Locale.ROOT)));
        size.setValue(Size.A4);
        size.addValueChangeListener(changed -> offer(posters, course));
        List<Component> parts = new ArrayList<>(List.of(size, first, second));
        if (course.state() == Course.State.DRAFT) {
            parts.add(new Paragraph(getTranslation("posteroffice.draft")));
        }
        show(parts, () -> offer(posters, course));
    }

    /**
     * For a sheet of every course of a centre.
     *
     * @param languages the centre's, its first one first
     */
    PosterDialog(Posters posters, CentreId centre, List<String> languages) {
        this(languages);
        setHeaderTitle(getTranslation("posteroffice.sheet"));
        show(
                List.of(new Paragraph(getTranslation("posteroffice.sheet.help")), first, second),
                () -> offer(posters, centre));
    }

    private PosterDialog(List<String> languages) {
        List<String> spoken = languages.stream().filter(Tongue.SPOKEN::contains).toList();
        List<String> offered = spoken.isEmpty() ? Tongue.SPOKEN : spoken;
        first.setLabel(getTranslation("posteroffice.first"));
        first.setItems(offered);
        first.setItemLabelGenerator(this::ownName);
        first.setValue(offered.getFirst());
        second.setLabel(getTranslation("posteroffice.second"));
        second.setItems(offered);
        second.setEmptySelectionAllowed(true);
        second.setEmptySelectionCaption(getTranslation("posteroffice.second.none"));
        second.setItemLabelGenerator(this::ownName);
        second.setItemEnabledProvider(language -> language == null || !language.equals(first.getValue()));
        download.setText(getTranslation("posteroffice.download"));
        download.addClassName("poster-download");
        setWidth("26rem");
    }

    private void show(List<Component> parts, Runnable offer) {
        var form = new VerticalLayout();
        form.setPadding(false);
        form.setAlignItems(FlexComponent.Alignment.STRETCH);
        parts.forEach(form::add);
        add(form);
        getFooter().add(new Button(getTranslation("posteroffice.close"), click -> close()), download);
        first.addValueChangeListener(changed -> {
            if (changed.getValue().equals(second.getValue())) {
                second.clear();
            }
            second.getDataProvider().refreshAll();
            offer.run();
        });
        second.addValueChangeListener(changed -> offer.run());
        offer.run();
    }

    private void offer(Posters posters, Course course) {
        Size paper = size.getValue();
        List<String> languages = languages();
        offer(Posters.fileName(course, paper), () -> posters.poster(course, paper, languages));
    }

    private void offer(Posters posters, CentreId centre) {
        List<String> languages = languages();
        offer(posters.fileName(centre), () -> posters.sheet(centre, languages));
    }

    /** What was chosen is fixed here: the download runs outside the view's lock. */
    private void offer(String name, Supplier<byte[]> pdf) {
        Paper paper = new Paper(name, pdf);
        offered = paper;
        download.setHref(DownloadHandler.fromInputStream(event -> {
            byte[] bytes = paper.pdf().get();
            return new DownloadResponse(new ByteArrayInputStream(bytes), paper.name(), "application/pdf", bytes.length);
        }));
    }

    /** What the link downloads now. */
    Paper offered() {
        return offered;
    }

    /** A file that is made when it is asked for. */
    record Paper(String name, Supplier<byte[]> pdf) {}

    private List<String> languages() {
        @Nullable String other = second.getValue();
        return other == null || other.isEmpty() ? List.of(first.getValue()) : List.of(first.getValue(), other);
    }

    private String ownName(@Nullable String language) {
        return language == null || language.isEmpty()
                ? getTranslation("posteroffice.second.none")
                : getTranslation(Locale.of(language), "phone.language");
    }

    private String name(Course course, List<String> languages) {
        String fallback = languages.isEmpty() ? Tongue.SPOKEN.getFirst() : languages.getFirst();
        return course.name().in(getLocale().getLanguage(), fallback);
    }
}
