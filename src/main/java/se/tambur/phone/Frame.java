package se.tambur.phone;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tambur.course.Tongue.Said;

/**
 * What every page of the phone has around its own words.
 *
 * @param home the centre's name; null on pages of no single centre
 * @param homeHref where the name leads; null: the page is the centre's own
 * @param about where it is told what is counted and what is never kept
 * @param description one sentence for those who share the page
 * @param address the page's own, whole
 * @param query keeps a chosen language on every link; empty when none was chosen
 */
record Frame(
        String title,
        @Nullable Said home,
        @Nullable String homeHref,
        String about,
        String description,
        String address,
        String style,
        String query,
        List<Choice> languages,
        boolean demo) {

    /** The page's own address within the house. */
    public String path() {
        return URI.create(address).getPath();
    }

    /** Where a calendar on the phone subscribes to what the page shows. */
    public String webcal() {
        return address.replaceFirst("^https?:", "webcal:") + ".ics" + query;
    }

    /** A language to change to. */
    record Choice(String code, String name, String dir, boolean chosen) {}
}
