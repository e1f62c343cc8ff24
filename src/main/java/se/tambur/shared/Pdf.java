package se.tambur.shared;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import com.openhtmltopdf.extend.FSCacheEx;
import com.openhtmltopdf.extend.FSCacheValue;
import com.openhtmltopdf.extend.impl.FSDefaultCacheStore;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.CacheStore;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import javax.xml.parsers.SAXParserFactory;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Makes a tagged PDF of a template: PDF/A-2a for the archive and PDF/UA-1 for everyone. The template is a Thymeleaf page
 * of well-formed XHTML with {@code lang}, a {@code title} and a description, pictures as {@code img} with {@code alt},
 * tables with {@code th}, and the font family {@value #FAMILY} in the weights 400 and 700. Where people's own names may
 * stand, it names the other families of {@link Scripts} after it; words from right to left stand in an element with
 * {@code dir}. What turns them is ours, for the PDF library's own part for it is not published for its present version.
 */
@Component
public class Pdf {

    private static final String FAMILY = "Noto Sans";

    private final ITemplateEngine templates;

    Pdf(ITemplateEngine templates) {
        this.templates = templates;
    }

    /**
     * The document, whole.
     *
     * @param template its name under {@code templates/}, without ending
     * @param words what the template writes
     */
    public byte[] of(String template, Map<String, Object> words, Locale language) {
        String page = Scripts.printable(templates.process(template, new Context(language, words)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(200_000);
        try (BatikSVGDrawer drawer = new BatikSVGDrawer()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.withHtmlContent(page, null);
            builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
            builder.usePdfUaAccessibility(true);
            builder.useColorProfile(Parts.COLOURS);
            builder.useCacheStore(CacheStore.PDF_FONT_METRICS, Parts.METRICS);
            useFont(builder, FAMILY, () -> Parts.REGULAR, 400);
            useFont(builder, FAMILY, () -> Parts.BOLD, 700);
            Scripts.FILES.forEach((family, file) -> useFont(builder, family, () -> Scripts.font(file), 400));
            useFont(builder, Scripts.ARABIC, () -> Scripts.font("NotoSansArabic_700Bold.ttf"), 700);
            if (Bidi.requiresBidi(page.toCharArray(), 0, page.length())) {
                builder.useUnicodeBidiSplitter(Runs::new);
                builder.useUnicodeBidiReorderer(new Order());
            }
            builder.useSVGDrawer(drawer);
            builder.withProducer("Tambur");
            builder.toStream(bytes);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void useFont(PdfRendererBuilder builder, String family, Supplier<byte[]> font, int weight) {
        builder.useFont(
                () -> new ByteArrayInputStream(font.get()),
                family,
                weight,
                FontStyle.NORMAL,
                true,
                EnumSet.of(FSFontUseCase.DOCUMENT, FSFontUseCase.SVG));
    }

    /** A font without its table of substitutions: a ligature is one glyph, and copied text would lose letters. */
    private static byte[] font(String name) {
        byte[] font;
        try (InputStream stream = Pdf.class.getResourceAsStream("/fonts/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("The font /fonts/" + name + " is missing from the build");
            }
            font = stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteBuffer tables = ByteBuffer.wrap(font);
        int count = tables.getShort(4);
        for (int i = 0; i < count; i++) {
            int entry = 12 + 16 * i;
            if (new String(font, entry, 4, StandardCharsets.US_ASCII).equals("GSUB")) {
                // a tag nobody knows, in the same place of the order
                font[entry + 3] = 'X';
            }
        }
        return font;
    }

    /**
     * What people's names are written in where Noto Sans has no letters for it: a letter without a shape is a flaw of the
     * whole document. Each font is read when the first such name is printed; one that no font has is shown as {@code �}.
     */
    private static final class Scripts {

        static final String ARABIC = "Noto Sans Arabic";

        static final Map<String, String> FILES = Map.of(
                ARABIC,
                "NotoSansArabic_400Regular.ttf",
                "Noto Sans Ethiopic",
                "NotoSansEthiopic_400Regular.ttf",
                "Noto Sans Thai",
                "NotoSansThai_400Regular.ttf",
                "Noto Emoji",
                "NotoEmoji_400Regular.ttf");

        private static final int UNKNOWN = 0xFFFD;
        private static final int LATIN_ENDS = 0x250;
        private static final Map<String, byte[]> READ = new ConcurrentHashMap<>();

        private Scripts() {}

        static byte[] font(String file) {
            return READ.computeIfAbsent(file, Pdf::font);
        }

        static String printable(String page) {
            if (page.codePoints().allMatch(Scripts::isOrdinary)) {
                return page;
            }
            StringBuilder printable = new StringBuilder(page.length());
            page.codePoints()
                    .filter(letter -> !joins(letter))
                    .map(letter -> isOrdinary(letter) || Shapes.has(letter) ? letter : UNKNOWN)
                    .forEach(printable::appendCodePoint);
            return printable.toString();
        }

        /** Latin letters, the dashes, quotes and spaces of print, minus: Noto Sans has every one. */
        private static boolean isOrdinary(int letter) {
            return letter < LATIN_ENDS || letter >= 0x2000 && letter <= 0x206F || letter == 0x2212;
        }

        /** Without it two pictures stand beside each other instead of as one; with it something unseen would. */
        private static boolean joins(int letter) {
            return letter == 0x200D || letter >= 0xFE00 && letter <= 0xFE0F || letter >= 0x1F3FB && letter <= 0x1F3FF;
        }
    }

    /** A paragraph in runs of one direction, as the eye meets them. */
    private static final class Runs implements BidiSplitter {

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
    private static final class Order implements BidiReorderer {

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

    /** The letters that our fonts have. */
    private static final class Shapes {

        private static final List<CmapLookup> ALL = Stream.concat(
                        Stream.of(Parts.REGULAR),
                        Scripts.FILES.values().stream().map(Scripts::font))
                .map(Shapes::letters)
                .toList();

        private Shapes() {}

        static boolean has(int letter) {
            return ALL.stream().anyMatch(font -> font.getGlyphId(letter) != 0);
        }

        private static CmapLookup letters(byte[] font) {
            try {
                return new TTFParser().parse(new RandomAccessReadBuffer(font)).getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Read when the first PDF is made, not when the house starts. */
    private static final class Parts {

        static final byte[] REGULAR = font("NotoSans_400Regular.ttf");
        static final byte[] BOLD = font("NotoSans_700Bold.ttf");
        static final byte[] COLOURS =
                ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        static final FSCacheEx<String, FSCacheValue> METRICS = new FSDefaultCacheStore();

        static {
            // else each picture's reader looks through every jar for a parser that none of them has
            System.setProperty(
                    SAXParserFactory.class.getName(),
                    SAXParserFactory.newDefaultInstance().getClass().getName());
            XRLog.listRegisteredLoggers().forEach(logger -> XRLog.setLevel(logger, Level.WARNING));
        }

        private Parts() {}
    }
}
