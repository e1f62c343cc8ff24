package se.tambur.daybook;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;

/** From counting to the day as a whole, and to the paper that matches the screen. */
class CountWays extends Div {

    CountWays(DayWords say, LocalDate day, CentreId centre, CountPaper paper) {
        addClassName("ways");
        add(
                new Anchor("office/day?date=" + day, say.word("count.day")),
                paper(say.word("count.paper"), centre, day, say.locale(), paper),
                paper(say.word("count.paper.empty"), centre, null, say.locale(), paper));
    }

    private static Anchor paper(
            String words, CentreId centre, @Nullable LocalDate day, Locale language, CountPaper paper) {
        return new Anchor(
                DownloadHandler.fromInputStream(event -> {
                    byte[] pdf = paper.of(centre, day, language);
                    return new DownloadResponse(
                            new ByteArrayInputStream(pdf), CountPaper.fileName(day), "application/pdf", pdf.length);
                }),
                words);
    }
}
