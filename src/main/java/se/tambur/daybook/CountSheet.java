package se.tambur.daybook;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import se.tambur.centre.Plan;
import se.tambur.centre.Text;
import se.tambur.visit.Tallies;

/** What is counted by hand, in the order of the screen and of the paper, in the words of both. */
record CountSheet(List<Line> lines) {

    static CountSheet of(Plan plan, DayWords say) {
        Locale locale = say.locale();
        List<Line> lines = new ArrayList<>();
        for (Plan.Age age : plan.ages()) {
            lines.add(new Line(
                    age.id().value(),
                    Sort.CHILDREN,
                    in(age.name(), plan, locale),
                    age.span().isEmpty() ? "" : in(age.span(), plan, locale)));
        }
        lines.add(new Line(Tallies.ADULTS, Sort.ADULTS, say.word("kind.adults"), ""));
        lines.add(new Line(Tallies.EXPECTING, Sort.EXPECTING, say.word("kind.expecting"), ""));
        lines.add(new Line(Tallies.VISITS, Sort.PARTIES, say.word("count.parties"), say.word("count.parties.hint")));
        return new CountSheet(List.copyOf(lines));
    }

    private static String in(Text text, Plan plan, Locale locale) {
        return text.in(locale.getLanguage(), plan.language());
    }

    /** Who is counted in a line. */
    enum Sort {
        CHILDREN,
        ADULTS,
        EXPECTING,
        /** How many parties they were; may stay empty. */
        PARTIES
    }

    /** @param kind as in {@link Tallies} */
    record Line(String kind, Sort sort, String label, String hint) {}
}
