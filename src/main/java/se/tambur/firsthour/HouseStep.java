package se.tambur.firsthour;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;
import se.tambur.centre.CentreTaken;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Opening;
import se.tambur.course.Tongue;

/** The house gets a name, languages, a room and a first timetable. */
class HouseStep extends Card {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_ID = 40;
    private static final int MOST_PERSONS = 10_000;

    private final transient Centres centres;
    private final String me;
    private final transient Consumer<CentreId> settled;
    private final TextField name = new TextField(getTranslation("firsthour.house.name"));
    private final TextField id = new TextField(getTranslation("firsthour.house.id"));
    private final CheckboxGroup<String> languages = new CheckboxGroup<>(getTranslation("firsthour.house.languages"));
    private final IntegerField capacity = new IntegerField(getTranslation("firsthour.house.capacity"));
    private final TextField phone = new TextField(getTranslation("firsthour.house.phone"));
    private final TextField address = new TextField(getTranslation("firsthour.house.address"));
    private final RadioButtonGroup<Plan> timetable = new RadioButtonGroup<>();

    HouseStep(List<Plan> choices, Centres centres, String me, Consumer<CentreId> settled) {
        super(UI.getCurrent().getTranslation("firsthour.house"));
        this.centres = centres;
        this.me = me;
        this.settled = settled;
        describe();
        timetable.setLabel(getTranslation("firsthour.house.timetable"));
        timetable.setHelperText(getTranslation("firsthour.house.timetable.help"));
        timetable.addClassName("stacked");
        timetable.setItems(choices);
        timetable.setItemLabelGenerator(this::week);
        timetable.setValue(choices.getFirst());
        var make = new Button(getTranslation("firsthour.house.make"), click -> make());
        make.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Paragraph(getTranslation("firsthour.house.what")));
        add(name, id, languages, capacity, phone, address, timetable, make);
    }

    private void describe() {
        name.setMaxLength(LONGEST_NAME);
        name.setPlaceholder(getTranslation("firsthour.house.name.example"));
        name.setRequiredIndicatorVisible(true);
        name.setManualValidation(true);
        name.setValueChangeMode(ValueChangeMode.EAGER);
        name.addValueChangeListener(typed -> follow(typed.getOldValue(), typed.getValue()));
        id.setMaxLength(LONGEST_ID);
        id.setManualValidation(true);
        id.setHelperText(getTranslation("firsthour.house.id.help"));
        languages.setItems(Tongue.SPOKEN);
        languages.setItemLabelGenerator(each -> capital(Locale.of(each).getDisplayLanguage(getLocale())));
        languages.setValue(Set.of(Tongue.SPOKEN.getFirst(), "en"));
        languages.setManualValidation(true);
        languages.setHelperText(getTranslation("firsthour.house.languages.help"));
        capacity.setMin(1);
        capacity.setMax(MOST_PERSONS);
        capacity.setValue(40);
        capacity.setStepButtonsVisible(true);
        capacity.setManualValidation(true);
        capacity.setHelperText(getTranslation("firsthour.house.capacity.help"));
        phone.setMaxLength(LONGEST_ID);
        address.setMaxLength(LONGEST_NAME);
    }

    private String capital(String word) {
        return word.substring(0, 1).toUpperCase(getLocale()) + word.substring(1);
    }

    /** The short name goes with the long one until somebody writes another. */
    private void follow(String before, String after) {
        if (id.isEmpty() || id.getValue().equals(shortName(before))) {
            id.setValue(shortName(after));
        }
    }

    /** Such as "lekladan" for "Öppna förskolan Lekladan". */
    static String shortName(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceFirst("^\\s*oppna\\s+forskolan\\s+(?=\\S)", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), LONGEST_ID));
        return cut.replaceAll("^-+|-+$", "");
    }

    private String week(Plan plan) {
        if (plan.week().isEmpty()) {
            return getTranslation("firsthour.house.empty");
        }
        return plan.week().entrySet().stream()
                .map(day -> day(day.getKey(), day.getValue()))
                .collect(Collectors.joining(", "));
    }

    private String day(DayOfWeek day, List<Opening> openings) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, getLocale()) + " "
                + openings.stream()
                        .map(opening -> time(opening.opens()) + "–" + time(opening.closes()))
                        .collect(Collectors.joining(" " + getTranslation("firsthour.and") + " "));
    }

    private String time(LocalTime time) {
        return DateTimeFormatter.ofPattern(getTranslation("firsthour.time"), getLocale())
                .format(time);
    }

    private void make() {
        boolean named = !name.getValue().isBlank();
        name.setErrorMessage(getTranslation("firsthour.house.name.flaw"));
        name.setInvalid(!named);
        boolean called = id.getValue().matches("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");
        id.setErrorMessage(getTranslation("firsthour.house.id.flaw"));
        id.setInvalid(!called);
        boolean spoken = !languages.isEmpty();
        languages.setErrorMessage(getTranslation("firsthour.house.languages.flaw"));
        languages.setInvalid(!spoken);
        Integer persons = capacity.getValue();
        boolean room = persons != null && persons >= 1 && persons <= MOST_PERSONS;
        capacity.setErrorMessage(getTranslation("firsthour.house.capacity.flaw"));
        capacity.setInvalid(!room);
        if (named && called && spoken && persons != null && room) {
            found(timetable
                    .getValue()
                    .forHouse(
                            new CentreId(id.getValue()),
                            name.getValue().strip(),
                            Tongue.SPOKEN.stream()
                                    .filter(languages.getValue()::contains)
                                    .toList(),
                            persons,
                            new Plan.Contact(written(phone), written(address), null)));
        }
    }

    private static @Nullable String written(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    private void found(Plan plan) {
        try {
            centres.found(plan, me);
            settled.accept(plan.id());
        } catch (CentreTaken e) {
            id.setErrorMessage(getTranslation("firsthour.house.id.taken"));
            id.setInvalid(true);
            id.focus();
        }
    }
}
