package se.tambur.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Span;
import se.tambur.course.PicturePicker;
import se.tambur.course.Pictures;

/** The picture of an age group or an activity; pressed, it lets another be chosen. */
class PictureButton extends Button {

    private final transient PlanWords say;
    private final transient Pictures pictures;
    private final transient Runnable changed;
    private String picture;

    PictureButton(PlanWords say, Pictures pictures, String picture, Runnable changed) {
        this.say = say;
        this.pictures = pictures;
        this.changed = changed;
        this.picture = picture;
        addClassName("picture");
        addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON);
        setTooltipText(say.word("plan.picture.change"));
        addClickListener(click -> choose());
        show();
    }

    String picture() {
        return picture;
    }

    private void show() {
        setIcon(pictures.svg(picture).map(Svg::new).map(Component.class::cast).orElseGet(() -> new Span(picture)));
        setAriaLabel(say.word("plan.picture.now", PicturePicker.named(picture, say.words(), say.locale())));
    }

    private void choose() {
        var dialog = new Dialog();
        dialog.setHeaderTitle(say.word("plan.picture.choose"));
        dialog.setWidth("min(34rem, 92vw)");
        var picker = new PicturePicker(pictures, picture);
        picker.setLabel("");
        picker.addClassName("named");
        picker.setAriaLabel(say.word("plan.picture.choose"));
        picker.addValueChangeListener(change -> {
            picture = change.getValue();
            show();
            changed.run();
        });
        dialog.add(picker);
        dialog.getFooter().add(new Button(say.word("plan.picture.done"), click -> dialog.close()));
        dialog.addOpenedChangeListener(opened -> {
            if (!opened.isOpened()) {
                focus();
            }
        });
        dialog.open();
    }
}
