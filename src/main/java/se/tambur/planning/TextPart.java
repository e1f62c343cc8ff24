package se.tambur.planning;

import com.ibm.icu.util.ULocale;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import se.tambur.centre.Text;

/** A few words in the languages of the house: the first in full view, the others folded under it. */
class TextPart extends Div {

    private static final int LONGEST = 100;

    private final transient PlanWords say;
    private final Map<String, TextField> byLanguage = new LinkedHashMap<>();
    private final String first;

    /** @param languages the house's */
    TextPart(PlanWords say, String label, List<String> languages, Text before) {
        this.say = say;
        this.first = languages.getFirst();
        addClassName("words-part");
        // what was written in a language that the house has dropped since is not thrown away
        Set<String> all = new LinkedHashSet<>(languages);
        all.addAll(before.byLanguage().keySet());
        all.forEach(language -> byLanguage.put(language, field(label, language, before)));
        add(first());
        if (all.size() > 1) {
            add(others());
        }
    }

    private TextField field(String label, String language, Text before) {
        var field =
                new TextField(language.equals(first) ? label : say.word("plan.text.in", label, say.language(language)));
        field.setMaxLength(LONGEST);
        field.setManualValidation(true);
        field.setValue(before.byLanguage().getOrDefault(language, ""));
        field.getElement()
                .setAttribute("data-language", language)
                .executeJs(
                        "const i = this.inputElement; if (i) { i.lang = $0; i.dir = $1; }",
                        language,
                        ULocale.forLanguageTag(language).isRightToLeft() ? "rtl" : "ltr");
        return field;
    }

    private Details others() {
        List<TextField> fields = byLanguage.values().stream().skip(1).toList();
        long written = fields.stream().filter(field -> !field.isEmpty()).count();
        var box = new Div();
        box.addClassName("languages-part");
        fields.forEach(box::add);
        return new Details(say.word("plan.text.others", written, fields.size()), box);
    }

    TextField first() {
        return Objects.requireNonNull(byLanguage.get(first));
    }

    void show(Text text) {
        byLanguage.forEach((language, field) -> field.setValue(text.byLanguage().getOrDefault(language, "")));
    }

    /** What has been written; none at all where every field is empty. */
    Text text() {
        Map<String, String> words = new LinkedHashMap<>();
        byLanguage.forEach((language, field) -> {
            String typed = field.getValue().strip().replaceAll("\\s+", " ");
            if (!typed.isEmpty()) {
                words.put(language, typed);
            }
        });
        return new Text(words);
    }

    /** Other languages fall back on the first, so it may not be the one that is missing. */
    boolean isSound() {
        Text text = text();
        return PlanFields.mark(
                first(),
                text.isEmpty() || text.byLanguage().containsKey(first),
                say.word("plan.text.flaw", say.language(first)));
    }
}
