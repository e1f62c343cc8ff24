package se.tambur.firsthour;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import se.tambur.kiosk.NewTablet;

/** The first tablet is paired, or left for later. */
class TabletStep extends Div {

    TabletStep(NewTablet tablet, Runnable onward) {
        addClassName("tablet");
        var on = new Button(getTranslation("firsthour.tablet.later"), click -> onward.run());
        tablet.whenPaired(() -> {
            on.setText(getTranslation("firsthour.onward"));
            on.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        });
        var deeds = new Div(on);
        deeds.addClassName("deeds");
        add(tablet, deeds);
    }
}
