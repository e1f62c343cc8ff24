package se.tambur.security;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/** Ten codes for the day the telephone is lost, shown this once. */
class RecoveryCodes extends Div {

    RecoveryCodes(String whose, List<String> codes, Runnable kept) {
        addClassName("recovery");
        var list = new OrderedList();
        codes.forEach(code -> list.add(new ListItem(code)));
        var whoAndWhat = new Span(getTranslation("security.recovery.whose", whose));
        whoAndWhat.addClassName("for-paper");
        var copy = new Button(getTranslation("security.recovery.copy"));
        copy.getElement()
                .executeJs(
                        "this.addEventListener('click', () => navigator.clipboard.writeText($0)"
                                + ".then(() => { this.textContent = $1; }))",
                        String.join("\n", codes),
                        getTranslation("security.accounts.copied"));
        var print = new Button(getTranslation("security.recovery.print"));
        print.addClickListener(click -> print.getElement().executeJs("window.print()"));
        var done = new Button(getTranslation("security.recovery.kept"), click -> kept.run());
        done.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var deeds = new Div(done, copy, print);
        deeds.addClassName("deeds");
        add(
                new H3(getTranslation("security.recovery")),
                new Paragraph(getTranslation("security.recovery.what")),
                whoAndWhat,
                list,
                deeds);
    }
}
