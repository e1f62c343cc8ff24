package se.tambur.security;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** The head of the pages one meets before one is logged in. */
@JsModule("./fonts.ts")
class Front extends Div {

    Front(String title, String what) {
        addClassName("front-head");
        add(new H1(title), new Paragraph(what));
    }
}
