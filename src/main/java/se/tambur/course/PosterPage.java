package se.tambur.course;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.tambur.course.Tongue.Said;

/**
 * Courses in words, ready to hang on a wall.
 *
 * @param centre the house's name in its first language
 * @param contact how else to reach it, such as {@code Storgatan 1 · 0513-000 00}; may be empty
 * @param scale 1: as designed; less when there is much to say
 * @param made the day it was made in words, for a sheet that grows old; empty on a poster
 */
record PosterPage(
        String language,
        String title,
        String subject,
        Said centre,
        String contact,
        String made,
        boolean demo,
        double scale,
        Posters.Size size,
        List<Heading> headings,
        List<Offer> offers) {

    PosterPage at(double other) {
        return new PosterPage(language, title, subject, centre, contact, made, demo, other, size, headings, offers);
    }

    /** Pixels of the library's 96 to an inch, whole ones. */
    public int px(double designed) {
        return (int) Math.round(designed * scale * size.factor());
    }

    /** As {@link #px}, but no larger than lets the longest word stand on one line of a width. */
    public int px(double designed, String words, int width) {
        return Math.min(px(designed), px(PosterPage.fits(words, width / size.factor()) / scale));
    }

    /** A bold letter is seldom wider than 0.62 of its height. */
    private static double fits(String words, double width) {
        int longest = 1;
        for (String word : words.split("[\\s–-]+")) {
            longest = Math.max(longest, word.length());
        }
        return width / (0.62 * longest);
    }

    /** A sheet's title in one language. */
    record Heading(String language, String dir, String words) {}

    /**
     * One course.
     *
     * @param picture its drawing as an address that holds it; null: none
     * @param pictured what the drawing is of, for those who do not see it
     * @param code the QR code as an address that holds it
     * @param alternative where the code leads, for those who do not see it
     * @param address where its code leads, whole
     * @param typed the same as people type it
     */
    record Offer(
            @Nullable String picture,
            String pictured,
            String code,
            String alternative,
            String address,
            String typed,
            List<Part> parts) {

        /** The letters of a long address must be small to stand on one line of a width. */
        public int px(double most, int width) {
            return (int) Math.floor(Math.min(most, width / (0.6 * typed.length())));
        }
    }

    /**
     * What is said of a course in one language.
     *
     * @param lead its text's first sentence; null: none, or a long one
     * @param facts one line for lists
     * @param rows label and words
     * @param scan what to do with the code
     */
    record Part(
            String language,
            String dir,
            Said name,
            @Nullable Said lead,
            String facts,
            List<Row> rows,
            String scan,
            String how) {

        public boolean rightToLeft() {
            return dir.equals("rtl");
        }
    }

    /**
     * Something to know.
     *
     * @param listed whether a list says it in its line of facts, or leaves it to the page behind the code
     */
    record Row(String label, List<Said> lines, boolean listed) {}
}
