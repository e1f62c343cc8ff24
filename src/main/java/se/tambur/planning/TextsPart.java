package se.tambur.planning;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.tambur.centre.Text;

/** Words in every language of the house: the first language in full view, the others folded under it. */
class TextsPart extends Div {

    /** How long typing is waited for before the tablet beside follows, in milliseconds. */
    private static final int PAUSE = 300;

    /**
     * One thing to write.
     *
     * @param needed whether it must stand in the first language
     */
    record Line(String label, Text text, int longest, boolean needed) {}

    private final transient PlanWords say;
    private final transient List<Line> lines;
    private final String first;
    private final transient Runnable changed;
    private final Map<String, List<TextField>> byLanguage = new LinkedHashMap<>();
    private final Span written = new Span();
    private final Details fold = new Details();

    /** @param changed told while somebody types */
    TextsPart(PlanWords say, List<String> languages, List<Line> lines, Runnable changed) {
        this.say = say;
        this.lines = lines;
        this.first = languages.getFirst();
        this.changed = changed;
        addClassName("texts");
        // what was written in a language that the house has dropped since is not thrown away
        Set<String> all = new LinkedHashSet<>(languages);
        lines.forEach(line -> all.addAll(line.text().byLanguage().keySet()));
        var others = new Div();
        for (String language : all) {
            Div row = row(language);
            if (language.equals(first)) {
                add(row);
            } else {
                others.add(row);
            }
        }
        if (all.size() > 1) {
            written.addClassName("muted");
            fold.setSummary(new Div(new Span(say.word("plan.texts.others") + " "), written));
            fold.add(others);
            add(fold);
        }
        tell();
    }

    private Div row(String language) {
        List<TextField> fields = new ArrayList<>();
        for (Line line : lines) {
            fields.add(field(line, language));
        }
        byLanguage.put(language, fields);
        var row = new Div();
        row.addClassName("language");
        fields.forEach(row::add);
        return row;
    }

    private TextField field(Line line, String language) {
        boolean isFirst = language.equals(first);
        var field =
                new TextField(isFirst ? line.label() : say.word("plan.texts.in", line.label(), say.language(language)));
        field.setMaxLength(line.longest());
        field.setManualValidation(true);
        field.setRequiredIndicatorVisible(isFirst && line.needed());
        field.setValue(line.text().byLanguage().getOrDefault(language, ""));
        field.setValueChangeMode(ValueChangeMode.TIMEOUT);
        field.setValueChangeTimeout(PAUSE);
        field.addValueChangeListener(change -> {
            field.setInvalid(false);
            tell();
            changed.run();
        });
        field.getElement()
                .setAttribute("data-language", language)
                .executeJs(
                        "const i = this.inputElement; if (i) { i.lang = $0; i.dir = $1; }",
                        language,
                        say.direction(language));
        return field;
    }

    /** Says beside the fold which languages are written in it. */
    private void tell() {
        String names = byLanguage.entrySet().stream()
                .filter(each -> !each.getKey().equals(first))
                .filter(each -> each.getValue().stream().anyMatch(field -> !field.isEmpty()))
                .map(each -> say.language(each.getKey()))
                .collect(Collectors.joining(", "));
        written.setText(names.isEmpty() ? say.word("plan.texts.none", say.language(first)) : names);
    }

    /** What is written in one line, without blanks around it. */
    Text text(int line) {
        Map<String, String> words = new LinkedHashMap<>();
        byLanguage.forEach((language, fields) -> {
            String typed = fields.get(line).getValue().strip().replaceAll("\\s+", " ");
            if (!typed.isEmpty()) {
                words.put(language, typed);
            }
        });
        return new Text(words);
    }

    void focus() {
        fields().getFirst().focus();
    }

    private List<TextField> fields() {
        return Objects.requireNonNull(byLanguage.get(first));
    }

    /** Says at a line what the house itself refuses. */
    void object(int line, String words) {
        PlanFields.mark(fields().get(line), false, words);
    }

    boolean isSound() {
        boolean sound = true;
        for (int i = 0; i < lines.size(); i++) {
            Text text = text(i);
            boolean here = text.byLanguage().containsKey(first);
            boolean needed = lines.get(i).needed();
            sound &= PlanFields.mark(
                    fields().get(i),
                    here || text.isEmpty() && !needed,
                    say.word(
                            needed && text.isEmpty() ? "plan.texts.flaw" : "plan.texts.flaw.first",
                            say.language(first)));
        }
        return sound;
    }
}
