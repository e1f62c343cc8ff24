package se.tambur.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.ActivityId;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Activity;
import se.tambur.centre.Text;

/** One activity: its picture and name in view, the rest folded under it. */
class ActivityRow extends Rows.Row {

    private static final int NAME = 0;
    private static final int NOTE = 1;
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_NOTE = 120;

    private final transient PlanWords say;
    private final transient @Nullable Activity known;
    private final String language;
    private final PictureButton picture;
    private final TextsPart texts;
    private final ActivityFields fields;
    private final Span title = new Span();
    private final Span about = new Span();
    private final Details fold;
    private final Div asked = new Div();

    /** @param known null: a new one */
    ActivityRow(PlanDesk desk, PlanWords say, Plan plan, @Nullable Activity known, Runnable changed) {
        this.say = say;
        this.known = known;
        this.language = plan.language();
        addClassName("card");
        Runnable told = () -> {
            tell();
            changed.run();
        };
        picture = new PictureButton(say, desk.pictures(), known == null ? "star" : known.picture(), changed);
        texts = new TextsPart(
                say,
                plan.languages(),
                List.of(
                        new TextsPart.Line(
                                say.word("plan.activities.name"),
                                known == null ? Text.NONE : known.name(),
                                LONGEST_NAME,
                                true),
                        new TextsPart.Line(
                                say.word("plan.activities.note"),
                                known == null ? Text.NONE : known.note(),
                                LONGEST_NOTE,
                                false)),
                told);
        fields = new ActivityFields(say, plan, known, told);
        title.addClassName("strong");
        about.addClassName("muted");
        var summary = new Div(title, about);
        summary.addClassName("summary");
        fold = new Details(summary, texts, fields);
        asked.addClassName("asked");
        asked.getElement().setAttribute("role", "status");
        var row = new Div(picture, fold, deeds);
        row.addClassName("row");
        add(row, asked);
        tell();
    }

    private void tell() {
        title.setText(called());
        about.setText(fields.inShort());
        call(say);
    }

    /** Opens a new one, ready to be named. */
    void begin() {
        fold.setOpened(true);
        texts.focus();
    }

    Optional<Activity> known() {
        return Optional.ofNullable(known);
    }

    @Override
    String called() {
        String name = texts.text(NAME).in(language, language);
        return name.isEmpty() ? say.word("plan.activities.nameless") : name;
    }

    boolean isAtTheDoor() {
        return fields.isAtTheDoor();
    }

    /** Says where it stands, and takes it away only when told to. */
    void ask(List<String> places, Runnable takeAway) {
        var list = new UnorderedList();
        places.forEach(place -> list.add(new ListItem(place)));
        var away = new Button(say.word("plan.activities.everywhere"), click -> takeAway.run());
        var keep = new Button(say.word("plan.activities.keep"), click -> asked.removeAll());
        keep.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        var choice = new Div(away, keep);
        choice.addClassName("deeds");
        asked.removeAll();
        asked.add(new Paragraph(say.word("plan.activities.stands", called())), list, choice);
        away.focus();
    }

    /** @param naming makes the id of a new one; a known one keeps its own for ever */
    Activity activity(Function<Text, ActivityId> naming) {
        Text name = texts.text(NAME);
        return fields.activity(
                known == null ? naming.apply(name) : known.id(), picture.picture(), name, texts.text(NOTE));
    }

    boolean isSound() {
        boolean sound = texts.isSound() & fields.isSound();
        if (!sound) {
            fold.setOpened(true);
        }
        return sound;
    }

    void object(boolean name) {
        fold.setOpened(true);
        texts.object(name ? NAME : NOTE, say.word("plan.form.refused"));
    }
}
