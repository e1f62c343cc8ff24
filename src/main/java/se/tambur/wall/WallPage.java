package se.tambur.wall;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import se.tambur.centre.Session;
import se.tambur.presence.Presence.Estimate;
import se.tambur.shared.Words;
import se.tambur.today.HouseNow;
import se.tambur.today.Say;

/**
 * How the house is, in words for a screen on the wall: sums and times, never a party.
 *
 * @param here such as "≈ 23"
 * @param within such as "mellan 19 och 27"; empty when it is certain
 * @param share of the room's limit, 0 to 100
 * @param open what the day's opening says: until when, or when next
 */
record WallPage(
        String language,
        String name,
        String moment,
        boolean full,
        String here,
        String within,
        String limit,
        int share,
        int children,
        int adults,
        String latest,
        String open,
        List<On> on,
        Say say) {

    /** What is on: its name in its language and its times. */
    record On(String name, String language, String times) {}

    static WallPage of(HouseNow now, Words words) {
        Locale language = now.plan().language().equals("en") ? Locale.UK : Locale.of("sv", "SE");
        var say = new Say(words, language);
        Estimate here = now.estimate();
        boolean certain = here.low() == here.high();
        return new WallPage(
                language.getLanguage(),
                now.plan().name(),
                say.day(now.day()) + " " + say.time(now.at().toLocalTime()),
                now.full(),
                (certain ? "" : "≈ ") + here.likely(),
                certain ? "" : say.word("today.here.interval", here.low(), here.high()),
                say.word(here.likely() > here.capacity() ? "today.here.over" : "today.here.capacity", here.capacity()),
                here.capacity() == 0 ? 0 : Math.clamp(100L * here.likely() / here.capacity(), 0, 100),
                now.sums().children(),
                now.sums().adults(),
                now.last().map(visit -> say.time(visit.arrived())).orElse("–"),
                open(now, say),
                on(now, say),
                say);
    }

    private static String open(HouseNow now, Say say) {
        LocalTime at = now.at().toLocalTime();
        return now.sessions().stream()
                .filter(session -> !at.isBefore(session.opens()) && at.isBefore(session.closes()))
                .findFirst()
                .map(session -> say.word("wall.until", say.time(session.closes())))
                .or(() -> now.next().map(session -> next(now, session, say)))
                .orElseGet(() -> say.word("wall.closed"));
    }

    private static String next(HouseNow now, Session session, Say say) {
        String time = say.time(session.opens());
        return session.day().equals(now.day())
                ? say.word("wall.opens", time)
                : say.word("wall.opens.day", say.day(session.day()), time);
    }

    private static List<On> on(HouseNow now, Say say) {
        LocalTime at = now.at().toLocalTime();
        return now.activities().stream()
                .flatMap(row -> row.held().stream()
                        .filter(span -> at.isBefore(span.to()))
                        .limit(1)
                        .map(span -> new On(
                                say.name(row.activity().name(), now.plan()),
                                row.activity()
                                        .name()
                                        .languageFor(
                                                say.locale().getLanguage(),
                                                now.plan().language()),
                                say.times(span.from(), span.to()))))
                .toList();
    }

    /** For the template. */
    public String word(String key) {
        return say.word("wall." + key);
    }
}
