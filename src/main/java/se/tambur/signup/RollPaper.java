package se.tambur.signup;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.course.Course;
import se.tambur.shared.Pdf;
import se.tambur.shared.Words;
import se.tambur.signup.SignUp.Standing;

/** A course's list to take along on paper: tagged PDF/A-2a and PDF/UA-1, with a box to tick for each meeting. */
@Component
class RollPaper {

    /** As many boxes as a page is wide enough for. */
    private static final int BOXES = 10;

    private final Desk desk;
    private final Centres centres;
    private final Words words;
    private final Pdf pdf;

    RollPaper(Desk desk, Centres centres, Words words, Pdf pdf) {
        this.desk = desk;
        this.centres = centres;
        this.words = words;
        this.pdf = pdf;
    }

    /**
     * The list as it is now; it is a look of its own.
     *
     * @param language English, or else Swedish
     */
    byte[] of(Course course, Locale language, String actor) {
        Roll roll = desk.print(course, actor);
        Plan plan = centres.plan(course.centre());
        RollWords say = RollWords.of(words, language, plan);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("language", say.locale().getLanguage());
        model.put("say", say);
        model.put("house", plan.name());
        model.put("title", say.name(roll.course()));
        model.put("facts", say.facts(roll.course()));
        model.put("seats", say.seats(roll));
        model.put("day", say.day(roll.day()));
        model.put("tables", tables(roll, say));
        model.put(
                "line",
                roll.line().stream()
                        .map(row -> line(row, row.place(), List.of(), say))
                        .toList());
        return pdf.of("signup-list", model, say.locale());
    }

    /** What the file is called: plain letters, and never a name. */
    static String fileName(Course course) {
        return Normalizer.normalize(course.id(), Normalizer.Form.NFC) + ".pdf";
    }

    /** One table for as many meetings as fit beside each other. */
    private static List<Table> tables(Roll roll, RollWords say) {
        List<LocalDate> meetings =
                roll.course().meetings().stream().map(Course.Meeting::day).toList();
        List<Table> tables = new ArrayList<>();
        for (int from = 0; from < meetings.size(); from += BOXES) {
            List<LocalDate> some = meetings.subList(from, Math.min(from + BOXES, meetings.size()));
            List<Line> lines = new ArrayList<>();
            for (Roll.Row row : roll.seated()) {
                lines.add(line(row, lines.size() + 1, some, say));
            }
            tables.add(new Table(some.stream().map(say::shortDay).toList(), lines));
        }
        return tables;
    }

    private static Line line(Roll.Row row, int number, List<LocalDate> meetings, RollWords say) {
        Family family = row.family();
        List<String> hints = Stream.of(
                        row.standing() == Standing.OFFERED ? say.say("offered") : "",
                        row.wantsOut() ? say.say("wants-out") : "")
                .filter(hint -> !hint.isEmpty())
                .toList();
        return new Line(
                number,
                say.name(row),
                String.join(" · ", hints),
                family == null
                        ? List.of()
                        : Stream.of(family.phone(), family.email())
                                .filter(way -> way != null)
                                .map(String::valueOf)
                                .toList(),
                family == null ? "" : say.heads(family),
                family == null ? "" : say.speaks(family),
                meetings.stream()
                        .map(day -> row.present().contains(day) ? "X" : "")
                        .toList());
    }

    /** @param days the heads of the boxes */
    record Table(List<String> days, List<Line> lines) {}

    /**
     * A family.
     *
     * @param number on the list, or in the line
     * @param present a mark for each meeting, or empty
     */
    record Line(
            int number,
            String name,
            String hint,
            List<String> contact,
            String heads,
            String speaks,
            List<String> present) {}
}
