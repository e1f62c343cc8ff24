package se.tambur.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.Plan;
import se.tambur.report.Summary.Sums;
import se.tambur.report.SummaryPage.Figure;
import se.tambur.report.SummaryPage.Section;

/** Puts one period of one centre into words, in one language. */
final class SummaryWriter {

    private static final int RULES = 8;

    /** More than a busy month has; a year is read by its months. */
    private static final int MOST_SESSIONS = 62;

    private final Pen pen;
    private final Summary summary;

    SummaryWriter(Pen pen, Summary summary) {
        this.pen = pen;
        this.summary = summary;
    }

    /**
     * The whole page.
     *
     * @param today the day it is made, at the centre
     * @param status how far it has come
     * @param approval who stands for it; null: nobody yet
     */
    SummaryPage page(LocalDate today, boolean demo, PlayRule play, String status, @Nullable Section approval) {
        boolean running = !today.isAfter(summary.period().last());
        String name = pen.centre();
        return new SummaryPage(
                pen.language(),
                name,
                pen.periods().title(summary.period()),
                name + " · " + pen.periods().name(summary.period()),
                pen.say("document", Map.of("period", pen.periods().title(summary.period()), "centre", name)),
                status,
                pen.say("created", Map.of("date", today.toString())),
                demo,
                running
                        ? pen.say(pen.isMonth() ? "lede.running" : "lede.running.period") + " " + lede(true)
                        : lede(false),
                figures(),
                sections(running, approval),
                IntStream.rangeClosed(1, RULES)
                        .mapToObj(rule -> pen.say(
                                "rule." + rule,
                                Map.of("visits", play.visits(), "minutes", play.minutes(), "days", play.days())))
                        .toList(),
                pen.say("privacy"));
    }

    /** Counting rule 7 as it is set here: more than so many visits in so many minutes, decided on within so many days. */
    record PlayRule(int visits, long minutes, long days) {}

    private String lede(boolean running) {
        Mean perSession = summary.childrenPerSession();
        String children = perSession == null
                ? pen.say("lede.children", Map.of("children", summary.children()))
                : pen.say("lede.children-mean", Map.of("children", summary.children(), "mean", pen.mean(perSession)));
        if (summary.held() == 0) {
            return pen.say("lede.none") + (summary.visits() + summary.children() > 0 ? " " + children : "");
        }
        boolean all = summary.known() == summary.held();
        return pen.say(
                        (running ? "lede.so-far." : "lede.") + (all ? "all" : "some"),
                        Map.of(
                                "held",
                                summary.held(),
                                "known",
                                summary.known(),
                                "coverage",
                                pen.percent(summary.coverage().orElse(null))))
                + " " + children;
    }

    private List<Figure> figures() {
        return List.of(
                figure("visits", summary.visits(), Sums::visits),
                figure("children", summary.children(), Sums::children),
                figure("adults", summary.adults(), Sums::adults),
                figure("expecting", summary.expecting(), Sums::expecting));
    }

    private Figure figure(String unit, int number, ToIntFunction<Sums> last) {
        Sums then = summary.lastYear();
        return new Figure(
                pen.number(number),
                pen.say("figure." + unit, Map.of("n", number)),
                then == null
                        ? ""
                        : pen.say(
                                "figure.then",
                                Map.of("period", pen.lastYear(), "number", pen.number(last.applyAsInt(then)))));
    }

    private List<Section> sections(boolean running, @Nullable Section approval) {
        List<Section> sections = new ArrayList<>();
        var who = new WhoSections(pen, summary);
        var when = new WhenSections(pen, summary);
        var house = new HouseSections(pen, summary);
        sections.add(who.ages());
        sections.add(when.weekdays());
        sections.add(who.activities());
        if (summary.levels().keySet().stream().anyMatch(level -> level != Plan.Level.UNIVERSAL)) {
            sections.add(who.levels());
        }
        sections.add(when.slots());
        if (summary.months().size() > 1) {
            sections.add(when.months());
        }
        sections.add(house.coverage());
        if (summary.lastYear() != null) {
            sections.add(house.lastYear(summary.lastYear(), running));
        }
        if (!summary.closed().isEmpty()) {
            sections.add(house.closed());
        }
        if (!summary.sessions().isEmpty() && summary.sessions().size() <= MOST_SESSIONS) {
            sections.add(when.sessions());
        }
        if (approval != null) {
            sections.add(approval);
        }
        return sections;
    }
}
