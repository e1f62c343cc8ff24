package se.tambur.signup;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.tambur.course.Course;
import se.tambur.signup.SignUp.Standing;

/** A course's list as cards: those with a place, the line, those to ask, and how many came. */
class RollCards {

    private final RollWords say;
    private final Doings doings;
    private final Select<LocalDate> meeting = new Select<>();
    private final Paragraph came = new Paragraph();
    private final Paragraph later = new Paragraph();
    private final UnorderedList placed = lines();
    private final Paragraph nobody;
    private final Paragraph lineHelp = new Paragraph();
    private final Section lineCard;
    private final UnorderedList line = lines();
    private final Paragraph lineNobody;
    private final Section leftCard;
    private final UnorderedList left = lines();
    private final Paragraph cancelled = new Paragraph();
    private final Section sumsCard;
    private final UnorderedList sums = lines();
    private final Map<UUID, Checkbox> boxes = new HashMap<>();
    private final Map<String, Button> buttons = new HashMap<>();
    private @Nullable String pressed;
    private @Nullable Roll shown;

    RollCards(RollWords say, Doings doings) {
        this.say = say;
        this.doings = doings;
        nobody = paragraph("nobody");
        lineNobody = paragraph("line.nobody");
        meeting.setLabel(say.say("meeting"));
        meeting.setItemLabelGenerator(say::day);
        meeting.addValueChangeListener(chosen -> {
            if (shown != null) {
                showMarks(shown);
            }
        });
        came.getElement().setAttribute("role", "status");
        later.setText(say.say("present.later"));
        later.addClassName("muted");
        cancelled.addClassName("muted");
        lineHelp.addClassName("muted");
        lineCard = card("line", lineHelp, line, lineNobody);
        leftCard = card("left", paragraph("left.help"), left);
        leftCard.addClassName("attention");
        sumsCard = card("attendance", paragraph("attendance.help"), sums);
    }

    Component[] parts() {
        var picker = new Div(meeting, came);
        picker.addClassName("picker");
        return new Component[] {card("placed", picker, later, placed, nobody), leftCard, lineCard, cancelled, sumsCard};
    }

    /** Draws anew only what has changed, so that who ticks boxes keeps her place. */
    void show(Roll roll) {
        Roll before = shown;
        shown = roll;
        showMeetings(roll, before);
        if (before == null || !withoutMarks(before).equals(withoutMarks(roll))) {
            showRows(roll);
        }
        showMarks(roll);
        lineHelp.setText(say.say(roll.begun() ? "line.help.begun" : "line.help"));
        cancelled.setText(say.say("cancelled", roll.cancelled()));
        cancelled.setVisible(roll.cancelled() > 0);
        sums.removeAll();
        roll.sums().forEach(sum -> {
            var day = new Span(say.day(sum.day()));
            day.addClassName("strong");
            sums.add(new ListItem(day, new Span(say.sum(sum))));
        });
        sumsCard.setVisible(!roll.sums().isEmpty());
    }

    private void showMeetings(Roll roll, @Nullable Roll before) {
        List<LocalDate> days = roll.course().meetings().stream()
                .map(Course.Meeting::day)
                .distinct()
                .toList();
        if (before == null || !before.course().meetings().equals(roll.course().meetings())) {
            LocalDate chosen = meeting.getValue();
            meeting.setItems(days);
            meeting.setValue(chosen != null && days.contains(chosen) ? chosen : roll.nearestMeeting());
        } else if (!before.day().equals(roll.day())) {
            meeting.setValue(roll.nearestMeeting());
        }
    }

    private static Object withoutMarks(Roll roll) {
        return List.of(
                roll.course(),
                roll.rows().stream()
                        .map(row -> new Roll.Row(
                                row.id(),
                                row.standing(),
                                row.place(),
                                row.family(),
                                row.madeAt(),
                                row.offerUntil(),
                                Set.of(),
                                row.again(),
                                row.wantsOut()))
                        .toList());
    }

    private void showRows(Roll roll) {
        boxes.clear();
        buttons.clear();
        fill(placed, roll.seated());
        fill(line, roll.line());
        fill(left, roll.left());
        nobody.setVisible(roll.seated().isEmpty());
        meeting.setVisible(!roll.seated().isEmpty());
        lineNobody.setVisible(roll.line().isEmpty());
        lineCard.setVisible(roll.course().waitingList() || !roll.line().isEmpty());
        leftCard.setVisible(!roll.left().isEmpty());
        focusAgain();
    }

    /** Who moves a family with the keyboard keeps her place, and at an end of the line turns round. */
    private void focusAgain() {
        String key = pressed;
        pressed = null;
        if (key == null) {
            return;
        }
        Stream.of(key, key.replace("up ", "down "), key.replace("down ", "up "))
                .map(buttons::get)
                .filter(button -> button != null && button.isEnabled())
                .findFirst()
                .ifPresent(Button::focus);
    }

    private void fill(UnorderedList list, List<Roll.Row> rows) {
        list.removeAll();
        rows.forEach(row -> list.add(item(row, row.place() == rows.size())));
        list.setVisible(!rows.isEmpty());
    }

    private void showMarks(Roll roll) {
        LocalDate day = meeting.getValue();
        boolean can = day != null && roll.canMark(day);
        boxes.forEach((id, box) -> {
            Set<LocalDate> present = roll.row(id).map(Roll.Row::present).orElse(Set.of());
            box.setValue(day != null && present.contains(day));
            box.setEnabled(can);
            box.setAriaLabel(say.say("present", say.name(roll.row(id).orElse(null)), day == null ? "" : say.day(day)));
        });
        boolean some = !roll.seated().isEmpty();
        later.setVisible(some && !can);
        came.setVisible(some && can);
        came.setText(roll.sums().stream()
                .filter(sum -> sum.day().equals(day))
                .findFirst()
                .map(say::sum)
                .orElse(say.say("came.nobody")));
    }

    private ListItem item(Roll.Row row, boolean last) {
        var item = new ListItem();
        item.getElement().setAttribute("data-family", row.id().toString());
        if (row.standing().seated()) {
            item.add(box(row));
        } else if (row.place() > 0) {
            var place = new Span(String.valueOf(row.place()));
            place.addClassName("place");
            place.getElement().setAttribute("aria-label", say.say("place", row.place()));
            place.getElement().setAttribute("role", "img");
            item.add(place);
        }
        item.add(who(row), reach(row), more(row), deeds(row, last));
        return item;
    }

    private Checkbox box(Roll.Row row) {
        var box = new Checkbox();
        box.addValueChangeListener(ticked -> {
            LocalDate day = meeting.getValue();
            if (ticked.isFromClient() && day != null) {
                doings.mark(row.id(), day, ticked.getValue());
            }
        });
        boxes.put(row.id(), box);
        return box;
    }

    private Div who(Roll.Row row) {
        var name = new Span(say.name(row));
        name.addClassName(row.family() == null ? "muted" : "strong");
        name.getElement().setAttribute("dir", "auto");
        var who = new Div(name);
        who.addClassName("who");
        Family family = row.family();
        if (family != null) {
            var heads = new Span(say.heads(family));
            heads.addClassName("muted");
            who.add(heads);
        }
        return who;
    }

    private Div reach(Roll.Row row) {
        var reach = new Div();
        reach.addClassName("reach");
        Family family = row.family();
        if (family != null) {
            if (family.phone() != null) {
                reach.add(new Anchor("tel:" + family.plainPhone(), family.phone()));
            }
            if (family.email() != null) {
                reach.add(new Anchor("mailto:" + family.email(), family.email()));
            }
        }
        return reach;
    }

    private Div more(Roll.Row row) {
        var more = new Div();
        more.addClassName("more");
        Family family = row.family();
        if (family != null && !say.speaks(family).isEmpty()) {
            more.add(new Span(say.speaks(family)));
        }
        var made = new Span(say.say("made", say.moment(row.madeAt())));
        made.addClassName("muted");
        more.add(made);
        if (row.standing() == Standing.OFFERED) {
            more.add(hint(
                    row.offerUntil() == null
                            ? say.say("offered")
                            : say.say("offered.until", say.moment(row.offerUntil()))));
        }
        if (row.again()) {
            more.add(hint(say.say("again")));
        }
        if (row.wantsOut()) {
            more.add(hint(say.say("wants-out")), button("asked", row, () -> doings.asked(row.id())));
        }
        return more;
    }

    private static Span hint(String words) {
        var hint = new Span(words);
        hint.addClassName("hint");
        return hint;
    }

    private Div deeds(Roll.Row row, boolean last) {
        var deeds = new Div();
        deeds.addClassName("deeds");
        if (row.standing() == Standing.WAITING) {
            var up = button("up", row, () -> doings.move(row.id(), true));
            up.setEnabled(row.place() > 1);
            var down = button("down", row, () -> doings.move(row.id(), false));
            down.setEnabled(!last);
            deeds.add(up, down);
        }
        if (row.standing() != Standing.PLACED) {
            deeds.add(button("give", row, () -> doings.give(row.id())));
        }
        if (row.standing().seated()) {
            deeds.add(button("back", row, () -> doings.back(row.id())));
        }
        deeds.add(button("cancel", row, () -> doings.cancel(row.id())));
        return deeds;
    }

    private Button button(String deed, Roll.Row row, Runnable what) {
        String key = deed + " " + row.id();
        var button = new Button(say.say(deed), click -> {
            pressed = key;
            what.run();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(say.say(deed + ".name", say.name(row)));
        buttons.put(key, button);
        return button;
    }

    private Section card(String title, Component... parts) {
        var card = new Section(new H2(say.say(title)));
        card.add(parts);
        card.addClassNames("card", title);
        return card;
    }

    private Paragraph paragraph(String key) {
        var paragraph = new Paragraph(say.say(key));
        paragraph.addClassName("muted");
        return paragraph;
    }

    private static UnorderedList lines() {
        var list = new UnorderedList();
        list.addClassName("lines");
        return list;
    }

    /** What can be done to a family on the list. */
    interface Doings {
        void give(UUID id);

        void back(UUID id);

        void move(UUID id, boolean up);

        void cancel(UUID id);

        void asked(UUID id);

        void mark(UUID id, LocalDate meeting, boolean present);
    }
}
