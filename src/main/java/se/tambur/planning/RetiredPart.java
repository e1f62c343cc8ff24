package se.tambur.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import se.tambur.course.Pictures;

/** What the plan uses no longer: it stays in older reports, and can be taken back. */
class RetiredPart<T> extends Section {

    private final transient PlanWords say;
    private final transient Pictures pictures;
    private final transient Reading<T> reading;
    private final transient Consumer<T> back;
    private final UnorderedList list = new UnorderedList();

    /**
     * How to read one of them.
     *
     * @param counted whether anything has been counted on it
     */
    record Reading<T>(Function<T, String> picture, Function<T, String> name, Predicate<T> counted) {}

    RetiredPart(PlanWords say, Pictures pictures, Reading<T> reading, Consumer<T> back) {
        this.say = say;
        this.pictures = pictures;
        this.reading = reading;
        this.back = back;
        addClassNames("card", "retired");
        list.addClassName("lines");
        add(new H2(say.word("plan.retired")), new Paragraph(say.word("plan.retired.what")), list);
    }

    void show(List<T> retired) {
        list.removeAll();
        retired.forEach(each -> list.add(line(each)));
        setVisible(!retired.isEmpty());
    }

    private Component line(T each) {
        String name = reading.name().apply(each);
        var said = new Span(name);
        said.addClassName("strong");
        var state = new Span(say.word(reading.counted().test(each) ? "plan.retired.counted" : "plan.retired.never"));
        state.addClassName("muted");
        var take = new Button(say.word("plan.retired.back"), click -> back.accept(each));
        take.setAriaLabel(say.word("plan.retired.back.name", name));
        var line = new ListItem(said, state, take);
        pictures.svg(reading.picture().apply(each)).map(Svg::new).ifPresent(drawing -> {
            drawing.getElement().setAttribute("aria-hidden", "true");
            line.addComponentAsFirst(drawing);
        });
        return line;
    }
}
