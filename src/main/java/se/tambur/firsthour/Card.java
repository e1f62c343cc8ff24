package se.tambur.firsthour;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** One step's card. */
class Card extends Section {

    Card(String title) {
        addClassNames("card", "form");
        add(new H2(title));
    }
}
