package se.tambur.shared;

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
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;
import javax.xml.parsers.SAXParserFactory;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Makes a tagged PDF of a template: PDF/A-2a for the archive and PDF/UA-1 for everyone. The template is a Thymeleaf page
 * of well-formed XHTML with {@code lang}, a {@code title} and a description, pictures as {@code img} with {@code alt},
 * tables with {@code th}, and the font family {@value #FAMILY} in the weights 400 and 700.
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
        String page = templates.process(template, new Context(language, words));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(200_000);
        try (BatikSVGDrawer drawer = new BatikSVGDrawer()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.withHtmlContent(page, null);
            builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
            builder.usePdfUaAccessibility(true);
            builder.useColorProfile(Parts.COLOURS);
            builder.useCacheStore(CacheStore.PDF_FONT_METRICS, Parts.METRICS);
            useFont(builder, Parts.REGULAR, 400);
            useFont(builder, Parts.BOLD, 700);
            builder.useSVGDrawer(drawer);
            builder.withProducer("Tambur");
            builder.toStream(bytes);
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void useFont(PdfRendererBuilder builder, byte[] font, int weight) {
        builder.useFont(
                () -> new ByteArrayInputStream(font),
                FAMILY,
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
