package se.tambur.daybook;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tambur.centre.CentreId;
import se.tambur.centre.Centres;
import se.tambur.centre.Plan;
import se.tambur.centre.Session;
import se.tambur.centre.Timetable;
import se.tambur.shared.Pdf;
import se.tambur.shared.Words;

/** The list to count on paper, one page for each session: tagged PDF/A-2a and PDF/UA-1, with the lines of the screen. */
@Component
class CountPaper {

    /** Boxes for five strokes each. */
    private static final int BOXES = 8;

    private static final int STROKES = 5;

    /** With more lines than this they stand closer, so that a session is one page. */
    private static final int WIDE = 10;

    private final Centres centres;
    private final Words words;
    private final Pdf pdf;

    CountPaper(Centres centres, Words words, Pdf pdf) {
        this.centres = centres;
        this.words = words;
        this.pdf = pdf;
    }

    /**
     * The list of a day, or one that is good for any.
     *
     * @param day null: day and session are filled in by hand
     * @param language English, or else Swedish
     */
    byte[] of(CentreId centre, @Nullable LocalDate day, Locale language) {
        Timetable timetable = centres.timetable(centre);
        Plan plan = day == null ? centres.plan(centre) : timetable.planOn(day);
        var say = new DayWords(words, language.getLanguage().equals("en") ? Locale.UK : Locale.of("sv", "SE"));
        List<CountSheet.Line> lines = CountSheet.of(plan, say).lines();
        List<Session> sessions = day == null ? List.of() : timetable.sessions(day);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("language", say.locale().getLanguage());
        model.put("say", say);
        model.put("house", plan.name());
        model.put("day", day == null ? "" : say.date(day));
        model.put("lines", lines);
        model.put("close", lines.size() > WIDE);
        model.put(
                "boxes",
                IntStream.rangeClosed(1, BOXES)
                        .map(box -> box * STROKES)
                        .boxed()
                        .toList());
        model.put(
                "pages",
                sessions.isEmpty()
                        ? List.of(new Page("", activities(plan.activities(), plan, say)))
                        : sessions.stream()
                                .map(session -> page(session, plan, say))
                                .toList());
        return pdf.of("count-paper", model, say.locale());
    }

    /** What the file is called. */
    static String fileName(@Nullable LocalDate day) {
        return day == null ? "rakna.pdf" : "rakna-" + day + ".pdf";
    }

    private static Page page(Session session, Plan plan, DayWords say) {
        return new Page(
                say.session(session, plan),
                activities(
                        session.activities().stream()
                                .map(Session.Held::activity)
                                .distinct()
                                .toList(),
                        plan,
                        say));
    }

    /** The paper may lie in the hall, where a selective or indicated group is never named. */
    private static List<String> activities(List<Plan.Activity> some, Plan plan, DayWords say) {
        return some.stream()
                .filter(Plan.Activity::kiosk)
                .map(activity -> activity.name().in(say.locale().getLanguage(), plan.language()))
                .toList();
    }

    /** @param session its times and name; empty: to be filled in */
    record Page(String session, List<String> activities) {}
}
