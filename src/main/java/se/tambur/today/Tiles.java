package se.tambur.today;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import se.tambur.presence.Presence.Estimate;

/** The big numbers on top. */
class Tiles extends Div implements TodayView.Part {

    private final List<Card> tiles;

    Tiles(Say say) {
        addClassName("tiles");
        tiles = List.of(new Here(say), new Children(say), new Adults(say), new Latest(say));
        tiles.forEach(this::add);
    }

    @Override
    public void show(HouseNow now) {
        tiles.forEach(tile -> tile.show(now));
    }

    private static Span big() {
        var number = new Span();
        number.addClassName("big");
        return number;
    }

    private abstract static class Tile extends Card {
        final Say say;
        final Span number = big();
        final Paragraph beside = new Paragraph();

        Tile(Say say, String key, Component... more) {
            super(say.word(key));
            this.say = say;
            addClassName("tile");
            add(number);
            add(more);
            add(beside);
        }
    }

    private static class Here extends Tile {
        private final Span interval = new Span();
        private final Div bar = new Div();
        private final Div filled = new Div();

        Here(Say say) {
            super(say, "today.here");
            addClassName("here");
            number.getElement().setAttribute("data-here-now", true);
            interval.addClassName("interval");
            var numbers = new Div(number, interval);
            numbers.addClassName("numbers");
            bar.add(filled);
            bar.addClassName("bar");
            bar.getElement()
                    .setAttribute("role", "meter")
                    .setAttribute("aria-valuemin", "0")
                    .setAttribute("aria-label", say.word("today.here.meter"));
            addComponentAtIndex(1, numbers);
            addComponentAtIndex(2, bar);
        }

        @Override
        public void show(HouseNow now) {
            Estimate here = now.estimate();
            boolean certain = here.low() == here.high();
            number.setText((certain ? "" : "≈ ") + here.likely());
            interval.setText(
                    certain
                            ? say.word("today.here.persons", here.likely())
                            : say.word("today.here.interval", here.low(), here.high()));
            beside.setText(say.word(
                    here.likely() > here.capacity() ? "today.here.over" : "today.here.capacity", here.capacity()));
            int shown = Math.clamp(here.likely(), 0, here.capacity());
            bar.getElement()
                    .setAttribute("aria-valuemax", String.valueOf(here.capacity()))
                    .setAttribute("aria-valuenow", String.valueOf(shown));
            bar.setClassName("over", here.likely() > here.capacity());
            filled.setWidth(here.capacity() == 0 ? "0" : 100.0 * shown / here.capacity() + "%");
        }
    }

    private static class Children extends Tile {
        Children(Say say) {
            super(say, "today.children");
            number.getElement().setAttribute("data-children-today", true);
        }

        @Override
        public void show(HouseNow now) {
            number.setText(String.valueOf(now.sums().children()));
            beside.setText(
                    now.lastWeek().isPresent()
                            ? say.word(
                                    "today.last-week",
                                    say.weekday(now.day()),
                                    now.lastWeek().getAsInt())
                            : "");
        }
    }

    private static class Adults extends Tile {
        Adults(Say say) {
            super(say, "today.adults");
            number.getElement().setAttribute("data-adults-today", true);
        }

        @Override
        public void show(HouseNow now) {
            number.setText(String.valueOf(now.sums().adults()));
            beside.setText(say.word("today.expecting", now.sums().expecting()));
        }
    }

    private static class Latest extends Tile {
        Latest(Say say) {
            super(say, "today.latest");
        }

        @Override
        public void show(HouseNow now) {
            number.setText(now.last().map(visit -> say.time(visit.arrived())).orElse("–"));
            beside.setText(
                    now.last().map(visit -> say.party(visit.party())).orElseGet(() -> say.word("today.latest.none")));
        }
    }
}
