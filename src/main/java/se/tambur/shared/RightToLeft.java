package se.tambur.shared;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/**
 * Arabic and its kin in a PDF: the runs of a paragraph by the Unicode Bidirectional Algorithm (UAX #9), letters in the
 * forms they have beside each other. The PDF library's own part for it is not published for its present version.
 */
final class RightToLeft {

    private RightToLeft() {}

    /** Whether a page has any such letter; most have none and need no work. */
    static boolean isIn(String page) {
        return page.codePoints()
                .anyMatch(letter -> letter >= 0x590
                        && switch (UCharacter.getDirection(letter)) {
                            case UCharacter.RIGHT_TO_LEFT, UCharacter.RIGHT_TO_LEFT_ARABIC -> true;
                            default -> false;
                        });
    }

    /** A paragraph in runs of one direction, as the eye meets them. */
    static final class Runs implements BidiSplitter {

        private final Bidi bidi = new Bidi();

        @Override
        public void setParagraph(String paragraph, byte direction) {
            bidi.setPara(
                    paragraph,
                    direction == RTL ? Bidi.RTL : direction == LTR ? Bidi.LTR : Bidi.LEVEL_DEFAULT_LTR,
                    null);
        }

        @Override
        public int countTextRuns() {
            return bidi.countRuns();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            BidiRun run = bidi.getVisualRun(index);
            return new BidiTextRun(run.getStart(), run.getLength(), run.isOddRun() ? RTL : LTR);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return switch (Bidi.getBaseDirection(paragraph)) {
                case Bidi.RTL -> RTL;
                case Bidi.LTR -> LTR;
                default -> NEUTRAL;
            };
        }
    }

    /** Letters in their forms, and a run turned round for a printer that writes from left to right. */
    static final class Order implements BidiReorderer {

        /** Arabic Presentation Forms-B: each sign alone, then stretched; Unicode left the stretched second and third out. */
        private static final char FIRST_SIGN = '\ufe70';

        private static final char LAST_SIGN = '\ufe7f';
        private static final String SIGNS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652";

        private final ArabicShaping shaping =
                new ArabicShaping(ArabicShaping.LETTERS_SHAPE | ArabicShaping.LENGTH_GROW_SHRINK);
        private final ArabicShaping unshaping =
                new ArabicShaping(ArabicShaping.LETTERS_UNSHAPE | ArabicShaping.LENGTH_GROW_SHRINK);

        @Override
        public String reorderRTLTextToLTR(String text) {
            return Bidi.writeReverse(text, Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS);
        }

        @Override
        public String shapeText(String text) {
            return unstretched(with(shaping, text));
        }

        /** Vowel signs stand over their letters; the shaper would give them strokes of their own. */
        private static String unstretched(String shaped) {
            StringBuilder marks = new StringBuilder(shaped);
            for (int i = 0; i < marks.length(); i++) {
                char form = marks.charAt(i);
                if (form >= FIRST_SIGN && form <= LAST_SIGN) {
                    marks.setCharAt(i, SIGNS.charAt((form - FIRST_SIGN) / 2));
                }
            }
            return marks.toString();
        }

        @Override
        public String deshapeText(String text) {
            return with(unshaping, text);
        }

        @Override
        public boolean isLiveImplementation() {
            return true;
        }

        private static String with(ArabicShaping form, String text) {
            try {
                return form.shape(text);
            } catch (ArabicShapingException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }
}
