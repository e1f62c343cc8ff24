package se.tambur.planning;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.AgeId;
import se.tambur.centre.Plan.Age;
import se.tambur.centre.Text;

/** One age group: its picture, its name, and what tells more of it. */
class AgeRow extends Rows.Row {

    private static final int NAME = 0;
    private static final int SPAN = 1;
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_SPAN = 40;

    private final transient PlanWords say;
    private final transient @Nullable Age known;
    private final String language;
    private final PictureButton picture;
    private final TextsPart texts;

    /** @param known null: a new one */
    AgeRow(PlanDesk desk, PlanWords say, List<String> languages, @Nullable Age known, Runnable changed) {
        this.say = say;
        this.known = known;
        this.language = languages.getFirst();
        addClassName("card");
        picture = new PictureButton(say, desk.pictures(), known == null ? "child" : known.picture(), changed);
        texts = new TextsPart(
                say,
                languages,
                List.of(
                        new TextsPart.Line(
                                say.word("plan.ages.name"),
                                known == null ? Text.NONE : known.name(),
                                LONGEST_NAME,
                                true),
                        new TextsPart.Line(
                                say.word("plan.ages.span"),
                                known == null ? Text.NONE : known.span(),
                                LONGEST_SPAN,
                                false)),
                () -> {
                    call(say);
                    changed.run();
                });
        var row = new Div(picture, texts, deeds);
        row.addClassName("row");
        add(row);
    }

    Optional<Age> known() {
        return Optional.ofNullable(known);
    }

    @Override
    String called() {
        String name = texts.text(NAME).in(language, language);
        return name.isEmpty() ? say.word("plan.ages.nameless") : name;
    }

    void focusName() {
        texts.focus();
    }

    /** @param naming makes the id of a new one; a known one keeps its own for ever */
    Age age(AgesView.Naming naming) {
        Text name = texts.text(NAME);
        AgeId id = known == null ? naming.id(name) : known.id();
        return new Age(id, picture.picture(), name, texts.text(SPAN));
    }

    boolean isSound() {
        return texts.isSound();
    }

    void object(boolean name) {
        texts.object(name ? NAME : SPAN, say.word("plan.form.refused"));
    }
}
