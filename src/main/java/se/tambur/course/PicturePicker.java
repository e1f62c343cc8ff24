package se.tambur.course;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import se.tambur.shared.Words;

/** The drawing that stands for something on the tablet, the phone and the poster. */
public class PicturePicker extends RadioButtonGroup<String> {

    /** Those that say something; each has its word in {@code course.picture.*}. */
    static final List<String> ALL = List.of(
            "baby",
            "chick",
            "toddler",
            "child",
            "family",
            "people",
            "pregnant",
            "bottle",
            "backpack",
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

    /** Other names of the same drawings. */
    private static final Map<String, String> ALIKE =
            Map.of("notes", "music", "park", "outdoors", "tree", "outdoors", "scale", "stethoscope", "balloon", "ball");

    public PicturePicker(Pictures pictures, String chosen) {
        setLabel(getTranslation("course.picture"));
        addClassName("pictures");
        // a file may name another one
        Set<String> all = new LinkedHashSet<>();
        String like = ALIKE.getOrDefault(chosen, chosen);
        ALL.forEach(each -> all.add(each.equals(like) ? chosen : each));
        all.add(chosen);
        setItems(all);
        setRenderer(new ComponentRenderer<>(name -> choice(pictures, name)));
        setValue(chosen);
    }

    /** What a drawing shows, in words; the name itself of one that a file made up. */
    public static String named(String name, Words words, Locale locale) {
        String known = ALIKE.getOrDefault(name, name);
        return ALL.contains(known) ? words.say(locale.getLanguage(), "course.picture." + known) : name;
    }

    private Div choice(Pictures pictures, String name) {
        String known = ALIKE.getOrDefault(name, name);
        String words = ALL.contains(known) ? getTranslation("course.picture." + known) : name;
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
