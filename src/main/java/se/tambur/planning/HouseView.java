package se.tambur.planning;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.centre.Plan.Contact;
import se.tambur.centre.Plan.KioskOptions;
import se.tambur.centre.PlanRefused;
import se.tambur.centre.Text;
import se.tambur.shared.Roles;

/** The house itself: its name, how to reach it, its room, its languages and what its tablets say. */
@Route("office/plan/house")
@RolesAllowed(Roles.MANAGER)
class HouseView extends PlanForm {

    private static final int LONGEST = 200;
    private static final int MOST_PERSONS = 10_000;
    private static final int LEAST_IDLE = 10;
    private static final int MOST_IDLE = 600;
    private static final int PAUSE = 300;

    private final TextField name = new TextField();
    private final TextField phone = new TextField();
    private final TextField address = new TextField();
    private final TextField web = new TextField();
    private final IntegerField capacity = new IntegerField();
    private final IntegerField idle = new IntegerField();
    private final Div welcomePlace = new Div();
    private final LanguagesPart languages;
    private TextsPart welcome;

    HouseView(PlanDesk desk) {
        super(desk, "plan.house", "plan.house-changed");
        Plan plan = plan();
        fill(name, "plan.house.name", plan.name());
        name.setRequiredIndicatorVisible(true);
        fill(phone, "plan.house.phone", plan.contact().phone());
        fill(address, "plan.house.address", plan.contact().address());
        fill(web, "plan.house.web", plan.contact().web());
        fill(capacity, "plan.house.capacity", plan.capacity());
        capacity.setHelperText(say.word("plan.house.capacity.help"));
        fill(idle, "plan.house.idle", plan.kiosk().idleSeconds());
        idle.setHelperText(say.word("plan.house.idle.help"));
        languages = new LanguagesPart(say, plan.languages(), desk.words().languagesOf("kiosk."), this::respeak);
        welcome = welcome(plan.languages(), plan.kiosk().welcome());
        welcomePlace.add(welcome);
        open(
                card("plan.house.house", name, phone, address, web, capacity),
                languages,
                card("plan.house.tablet", new Paragraph(say.word("plan.house.welcome.what")), welcomePlace, idle));
    }

    private void fill(TextField field, String key, @Nullable String value) {
        field.setLabel(say.word(key));
        field.setMaxLength(LONGEST);
        field.setManualValidation(true);
        field.setValue(value == null ? "" : value);
        field.setValueChangeMode(ValueChangeMode.TIMEOUT);
        field.setValueChangeTimeout(PAUSE);
        field.addValueChangeListener(change -> {
            field.setInvalid(false);
            changed();
        });
    }

    private void fill(IntegerField field, String key, int value) {
        field.setLabel(say.word(key));
        field.setManualValidation(true);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        field.addValueChangeListener(change -> {
            field.setInvalid(false);
            changed();
        });
    }

    private Section card(String key, Component... parts) {
        var card = new Section(new H2(say.word(key)));
        card.addClassNames("card", "form");
        card.add(parts);
        return card;
    }

    private TextsPart welcome(List<String> spoken, Text text) {
        return new TextsPart(
                say,
                spoken,
                List.of(new TextsPart.Line(say.word("plan.house.welcome"), text, KioskOptions.LONGEST_WELCOME, false)),
                this::changed);
    }

    /** Another language is first, or one more is spoken: the welcome is written in those. */
    private void respeak() {
        if (!languages.spoken().isEmpty()) {
            Text text = welcome.text(0);
            welcome = welcome(languages.spoken(), text);
            welcomePlace.removeAll();
            welcomePlace.add(welcome);
        }
        changed();
    }

    @Override
    Plan draft(Plan plan) {
        List<String> spoken = languages.spoken();
        return plan.withHouse(
                name.getValue().strip(),
                spoken.isEmpty() ? plan.languages() : spoken,
                or(capacity, plan.capacity()),
                new Contact(written(phone), written(address), written(web)),
                new KioskOptions(
                        plan.kiosk().askAdultRole(),
                        plan.kiosk().askFirstVisit(),
                        or(idle, plan.kiosk().idleSeconds()),
                        welcome.text(0)));
    }

    private static int or(IntegerField field, int before) {
        Integer value = field.getValue();
        return value == null ? before : value;
    }

    private static @Nullable String written(TextField field) {
        String words = field.getValue().strip();
        return words.isEmpty() ? null : words;
    }

    @Override
    boolean isSound(Plan plan) {
        boolean sound = PlanFields.mark(name, !name.getValue().isBlank(), say.word("plan.house.name.flaw"));
        sound &= PlanFields.mark(web, isWeb(web.getValue().strip()), say.word("plan.house.web.flaw"));
        sound &= PlanFields.mark(
                capacity, isWithin(capacity, 1, MOST_PERSONS), say.word("plan.house.flaw.number", 1, MOST_PERSONS));
        sound &= PlanFields.mark(
                idle, isWithin(idle, LEAST_IDLE, MOST_IDLE), say.word("plan.house.flaw.number", LEAST_IDLE, MOST_IDLE));
        sound &= languages.isSound(plan);
        return sound & welcome.isSound();
    }

    private static boolean isWithin(IntegerField field, int least, int most) {
        Integer value = field.getValue();
        return value != null && value >= least && value <= most;
    }

    private static boolean isWeb(String address) {
        if (address.isEmpty()) {
            return true;
        }
        try {
            var uri = new URI(address);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    boolean object(PlanRefused.Flaw refused) {
        TextField field = Map.of(
                        "centre.name", name,
                        "centre.contact.phone", phone,
                        "centre.contact.address", address,
                        "centre.contact.web", web)
                .get(refused.field());
        if (field == null) {
            return false;
        }
        PlanFields.mark(field, false, say.word("plan.form.refused"));
        return true;
    }
}
