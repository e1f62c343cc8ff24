package se.tambur.planning;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.function.Consumer;

/** A list in the order that staff give it: each row goes a step up or down, or is taken away. */
class Rows<R extends Rows.Row> extends OrderedList {

    private final transient PlanWords say;
    private final transient Runnable changed;
    private final transient Consumer<R> removing;

    /**
     * @param changed told when the order or the number of rows is another
     * @param removing asked to take a row away
     */
    Rows(PlanWords say, Runnable changed, Consumer<R> removing) {
        this.say = say;
        this.changed = changed;
        this.removing = removing;
        addClassName("rows");
    }

    @SuppressWarnings("unchecked")
    List<R> rows() {
        return getChildren().map(row -> (R) row).toList();
    }

    /** Puts down what there is from the start, which is no change. */
    void fill(List<R> all) {
        all.forEach(row -> {
            dress(row);
            add(row);
        });
        place();
    }

    /** Puts a row at the end. */
    void put(R row) {
        put(row, getComponentCount());
    }

    /** Puts a row where it was, or as near to it as there are rows. */
    void put(R row, int place) {
        dress(row);
        addComponentAtIndex(Math.min(place, getComponentCount()), row);
        settle();
    }

    private void dress(R row) {
        if (!row.isDressed()) {
            row.dress(say, step -> move(row, step), () -> removing.accept(row));
        }
    }

    void take(R row) {
        remove(row);
        settle();
    }

    private void move(R row, int step) {
        int place = indexOf(row) + step;
        remove(row);
        addComponentAtIndex(place, row);
        settle();
        row.focus(step);
    }

    private void settle() {
        place();
        changed.run();
    }

    private void place() {
        List<R> all = rows();
        for (R row : all) {
            row.place(row == all.getFirst(), row == all.getLast());
        }
    }

    /** One row, with the buttons that move it and take it away. */
    abstract static class Row extends ListItem {

        private final Button up = new Button(VaadinIcon.ARROW_UP.create());
        private final Button down = new Button(VaadinIcon.ARROW_DOWN.create());
        private final Button remove = new Button(VaadinIcon.CLOSE_SMALL.create());
        final Div deeds = new Div(up, down, remove);
        private boolean isDressed;

        /** What it is called, for whoever does not see the buttons' place. */
        abstract String called();

        boolean isDressed() {
            return isDressed;
        }

        void place(boolean first, boolean last) {
            up.setEnabled(!first);
            down.setEnabled(!last);
        }

        void dress(PlanWords say, Consumer<Integer> move, Runnable removeIt) {
            isDressed = true;
            deeds.addClassName("row-deeds");
            up.addClickListener(click -> move.accept(-1));
            down.addClickListener(click -> move.accept(1));
            remove.addClickListener(click -> removeIt.run());
            deeds.getChildren()
                    .map(Button.class::cast)
                    .forEach(button -> button.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_ICON));
            call(say);
        }

        /** Says the row's name at its buttons. */
        void call(PlanWords say) {
            name(up, say.word("plan.rows.up", called()));
            name(down, say.word("plan.rows.down", called()));
            name(remove, say.word("plan.rows.remove", called()));
        }

        private static void name(Button button, String words) {
            button.setAriaLabel(words);
            button.setTooltipText(words);
        }

        /** So that the same key can be pressed again after a step. */
        void focus(int step) {
            Button pressed = step < 0 ? up : down;
            Button other = step < 0 ? down : up;
            (pressed.isEnabled() ? pressed : other).focus();
        }
    }
}
