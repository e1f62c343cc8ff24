package se.tambur.course;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The drawing that stands for a course on the tablet, the phone and the poster. */
class PicturePicker extends RadioButtonGroup<String> {

    /** Those that say something of a course; each has its word in {@code course.picture.*}. */
    static final List<String> ALL = List.of(
            "baby",
            "toddler",
            "child",
            "family",
            "people",
            "pregnant",
            "bottle",
            "teddy",
            "music",
            "book",
            "puzzle",
            "paint",
            "scissors",
            "yarn",
            "ball",
            "slide",
            "outdoors",
            "sun",
            "snowman",
            "moon",
            "coffee",
            "food",
            "apple",
            "hands",
            "hug",
            "heart",
            "hello",
            "globe",
            "ear",
            "tooth",
            "stethoscope",
            "hospital",
            "house",
            "school",
            "church",
            "bus",
            "gift",
            "star");

    PicturePicker(Pictures pictures, String chosen) {
        setLabel(getTranslation("course.picture"));
        addClassName("pictures");
        // a file may name another one
        Set<String> all = new LinkedHashSet<>(ALL);
        all.add(chosen);
        setItems(all);
        setRenderer(new ComponentRenderer<>(name -> choice(pictures, name)));
        setValue(chosen);
    }

    private Div choice(Pictures pictures, String name) {
        String words = ALL.contains(name) ? getTranslation("course.picture." + name) : name;
        var said = new Span(words);
        var choice = new Div();
        choice.setTitle(words);
        pictures.svg(name)
                .ifPresentOrElse(
                        drawing -> {
                            var picture = new Svg(drawing);
                            picture.getElement().setAttribute("aria-hidden", "true");
                            said.addClassName("unseen");
                            choice.add(picture);
                        },
                        () -> said.addClassName("strong"));
        choice.add(said);
        return choice;
    }
}
