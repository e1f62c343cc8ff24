package se.tambur.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A white card with a heading. */
abstract class Card extends Section implements TodayView.Part {

    private final H2 heading;

    Card(String heading, Component... inside) {
        this.heading = new H2(heading);
        addClassName("card");
        add(this.heading);
        add(inside);
    }

    void head(String words) {
        heading.setText(words);
    }
}
