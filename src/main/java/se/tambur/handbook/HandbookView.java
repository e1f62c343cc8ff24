package se.tambur.handbook;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import se.tambur.shared.Roles;
import se.tambur.shared.Words;

/** The hand-book: one page of plain text, so that the browser can search and print it. */
@Route("office/handbook")
@Menu(title = "handbook.title", order = 90)
@RolesAllowed(Roles.STAFF)
@StyleSheet("context://handbook.css")
class HandbookView extends Main implements HasDynamicTitle {

    private final transient Words words;
    private final UnorderedList contents = new UnorderedList();

    HandbookView(
            Words words,
            @Value("${tambur.visits.burst-visits:12}") int burstVisits,
            @Value("${tambur.visits.burst-window:2m}") Duration burstWindow,
            @Value("${tambur.visits.suspects-kept:7d}") Duration suspectsKept) {
        this.words = words;
        addClassName("handbook");
        var print = new Button(getTranslation("handbook.print"));
        print.addClickListener(click -> print.getElement().executeJs("window.print()"));
        var head = new Div(new H1(getTranslation("handbook.title")), print);
        head.addClassName("handbook-head");
        var nav = new Nav(contents);
        nav.getElement().setAttribute("aria-label", getTranslation("handbook.contents"));
        add(head, new Paragraph(getTranslation("handbook.lead")), nav);
        add(
                section("count", filled(new OrderedList(), "handbook.count.step.")),
                section("mend", terms("handbook.mend.case.")),
                section("dark", filled(new OrderedList(), "handbook.dark.step.")),
                section("numbers", terms("handbook.numbers.term.")),
                section(
                        "rules",
                        filled(
                                new OrderedList(),
                                "report.rule.",
                                Map.of(
                                        "visits", burstVisits,
                                        "minutes", burstWindow.toMinutes(),
                                        "days", suspectsKept.toDays()))),
                section("courses", filled(new UnorderedList(), "handbook.courses.point.")),
                section("plan", filled(new UnorderedList(), "handbook.plan.point.")),
                section("keys", terms("handbook.keys.key.")));
    }

    private Section section(String id, Component inside) {
        String title = getTranslation("handbook." + id);
        var link = new Anchor("office/handbook#" + id, title);
        link.getElement().setAttribute("router-ignore", true);
        contents.add(new ListItem(link));
        var section = new Section(new H2(title), new Paragraph(getTranslation("handbook." + id + ".lead")), inside);
        section.setId(id);
        section.addClassName("card");
        return section;
    }

    /** The keys below a prefix, in order; they end with one letter or digit. */
    private Stream<String> keys(String prefix) {
        return words.messages(getLocale().getLanguage(), prefix).keySet().stream();
    }

    private Component filled(HtmlContainer list, String prefix, Object... params) {
        keys(prefix).forEach(key -> list.add(new ListItem(getTranslation(key, params))));
        return list;
    }

    /** Each word is {@code term: what it means}: one key, so that the two are never parted. */
    private Component terms(String prefix) {
        var list = new DescriptionList();
        keys(prefix).forEach(key -> {
            String[] both = getTranslation(key).split(" \\| ", 2);
            list.add(new DescriptionList.Term(both[0]), new DescriptionList.Description(both[1]));
        });
        return list;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("handbook.title") + " – " + getTranslation("shell.name");
    }
}
