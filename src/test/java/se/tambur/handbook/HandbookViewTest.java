package se.tambur.handbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.server.VaadinSession;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.test.context.support.WithMockUser;
import se.tambur.DatabaseTest;

@DatabaseTest
@ViewPackages(packages = "se.tambur")
@WithMockUser(username = "Kim", roles = "STAFF")
class HandbookViewTest extends SpringBrowserlessTest {

    private void read(String language) {
        VaadinSession.getCurrent().setLocale(Locale.of(language));
        UI.getCurrent().setLocale(Locale.of(language));
        navigate(HandbookView.class);
    }

    @Test
    void aNewTeacherReadsTheRulesInTheReportsOwnWords() {
        read("sv");

        assertThat(items())
                .anyMatch(text -> text.startsWith("Ett besök är ett sällskap som checkar in en gång: 0–6 vuxna"))
                .anyMatch(text -> text.contains("fler än 12 på 2 minuter vid samma surfplatta"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void everyLinkOfTheContentsLeadsToASectionAndEveryTermIsExplained(String language) {
        read(language);

        List<String> sections = $(Section.class).all().stream()
                .flatMap(section -> section.getId().stream())
                .toList();
        assertThat(sections).containsExactly("count", "mend", "dark", "numbers", "rules", "courses", "plan", "keys");
        assertThat($(Anchor.class).all())
                .extracting(Anchor::getHref)
                .containsAll(
                        sections.stream().map(id -> "office/handbook#" + id).toList());
        assertThat($(DescriptionList.Description.class).all())
                .hasSizeGreaterThan(20)
                .allSatisfy(what -> assertThat(what.getText()).isNotBlank());
        assertThat(items()).noneMatch(text -> text.contains("!") && text.startsWith("!"));
    }

    private List<String> items() {
        return $(ListItem.class).all().stream().map(ListItem::getText).toList();
    }
}
