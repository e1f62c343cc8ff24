package se.tambur.course;

import com.ibm.icu.util.ULocale;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import se.tambur.centre.Text;

/** A course's name and texts: the house's first language in full view, the others folded under it. */
class WordsPart extends Div {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 1000;

    private final Map<String, Fields> byLanguage = new LinkedHashMap<>();
    private final String first;

    /** @param languages the house's, the first of which must be written */
    WordsPart(List<String> languages, Course course) {
        this.first = languages.getFirst();
        addClassName("words");
        // what was written in a language that the house has dropped since is not thrown away
        Set<String> all = new LinkedHashSet<>(languages);
        all.addAll(course.name().byLanguage().keySet());
        all.addAll(course.text().byLanguage().keySet());
        all.addAll(course.practical().byLanguage().keySet());
        for (String language : all) {
            Fields fields = new Fields(language, course);
            byLanguage.put(language, fields);
            var row = new Div(fields.name, fields.text, fields.practical);
            row.addClassName("language");
            add(language.equals(first) ? row : folded(language, fields, row));
        }
    }

    private Component folded(String language, Fields fields, Div row) {
        String own = ULocale.getDisplayName(language, language);
        own = own.substring(0, 1).toUpperCase(Locale.of(language)) + own.substring(1);
        var name = new Span(own);
        name.getElement().setAttribute("lang", language).setAttribute("dir", Tongue.direction(language));
        var summary = new Div(name);
        summary.addClassName("summary");
        if (!fields.isEmpty()) {
            summary.add(new Span(getTranslation("course.words.written")));
        }
        return new Details(summary, row);
    }

    TextField firstName() {
        return fields().name;
    }

    TextArea firstText() {
        return fields().text;
    }

    TextArea firstPractical() {
        return fields().practical;
    }

    private Fields fields() {
        return Objects.requireNonNull(byLanguage.get(first));
    }

    Text name() {
        return text(fields -> fields.name);
    }

    Text text() {
        return text(fields -> fields.text);
    }

    Text practical() {
        return text(fields -> fields.practical);
    }

    private Text text(Function<Fields, HasValue<?, String>> field) {
        Map<String, String> words = new LinkedHashMap<>();
        byLanguage.forEach((language, fields) -> {
            // a text is one line wherever it is shown
            String typed = field.apply(fields).getValue().strip().replaceAll("\\s+", " ");
            if (!typed.isEmpty()) {
                words.put(language, typed);
            }
        });
        return new Text(words);
    }

    /** Whether what must be in the first language is missing there. */
    boolean lacksFirst(Text text) {
        return !text.isEmpty() && !text.byLanguage().containsKey(first);
    }

    private class Fields {

        private final TextField name = new TextField(getTranslation("course.name"));
        private final TextArea text = new TextArea(getTranslation("course.text"));
        private final TextArea practical = new TextArea(getTranslation("course.practical"));

        Fields(String language, Course course) {
            name.setMaxLength(LONGEST_NAME);
            name.setManualValidation(true);
            name.addValueChangeListener(change -> name.setInvalid(false));
            for (TextArea area : List.of(text, practical)) {
                area.setMaxLength(LONGEST_TEXT);
                area.setManualValidation(true);
                area.addValueChangeListener(change -> area.setInvalid(false));
            }
            practical.setHelperText(getTranslation("course.practical.help"));
            name.setRequiredIndicatorVisible(language.equals(first));
            name.setValue(course.name().byLanguage().getOrDefault(language, ""));
            text.setValue(course.text().byLanguage().getOrDefault(language, ""));
            practical.setValue(course.practical().byLanguage().getOrDefault(language, ""));
            for (Component field : List.of(name, text, practical)) {
                field.getElement()
                        .setAttribute("data-language", language)
                        .executeJs(
                                "const i = this.inputElement; if (i) { i.lang = $0; i.dir = $1; }",
                                language,
                                Tongue.direction(language));
            }
        }

        boolean isEmpty() {
            return name.isEmpty() && text.isEmpty() && practical.isEmpty();
        }
    }
}
