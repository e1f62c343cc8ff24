package se.tambur.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.tambur.centre.CentreId;
import se.tambur.course.Tongue;
import se.tambur.visit.OpenBook;

/**
 * What is stored of visits, column by column, for people to read.
 *
 * @param some whether values of today stand there; else only what the columns mean
 * @param sums what remains of an earlier day
 */
record StoredPage(boolean some, List<Column> columns, List<OpenBook.Sum> sums) {

    /**
     * A column of the database.
     *
     * @param meaning in plain words
     * @param value as it is stored; null: not shown
     */
    record Column(String name, String meaning, @Nullable String value) {}

    static StoredPage of(CentreId centre, OpenBook book, Tongue tongue) {
        Optional<OpenBook.Pieces> today = book.today(centre);
        OpenBook.Pieces pieces = today.orElse(null);
        var columns = new ArrayList<Column>();
        columns.add(column("id", null, tongue));
        columns.add(column("centre", centre, tongue));
        columns.add(column("kiosk", null, tongue));
        columns.add(column("received_on", pieces == null ? null : pieces.day(), tongue));
        columns.add(column("arrived_at", pieces == null ? null : pieces.arrived(), tongue));
        columns.add(column("day", pieces == null ? null : pieces.day(), tongue));
        columns.add(column("session", pieces == null ? null : pieces.session(), tongue));
        columns.add(column("activity", pieces == null ? null : pieces.activity(), tongue));
        columns.add(column("adults", pieces == null ? null : pieces.adults(), tongue));
        columns.add(column("expecting", null, tongue));
        columns.add(column("source", pieces == null ? null : "kiosk", tongue));
        columns.add(column("state", pieces == null ? null : "counted", tongue));
        columns.add(column("burst", null, tongue));
        columns.add(column("decided_on", null, tongue));
        columns.add(column("age", pieces == null ? null : pieces.age(), tongue));
        columns.add(column("number", pieces == null ? null : pieces.children(), tongue));
        return new StoredPage(today.isPresent(), columns, book.sums(centre));
    }

    private static Column column(String name, @Nullable Object value, Tongue tongue) {
        return new Column(name, tongue.say("about.column." + name), value == null ? null : String.valueOf(value));
    }
}
