package se.tambur.phone;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.text.AttributedString;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.ImageTranscoder;
import org.jspecify.annotations.Nullable;
import se.tambur.course.Course;
import se.tambur.course.Tongue;

/** A course as a picture of 1200 by 630, for those who send its address on: drawing, name, when, and whose it is. */
final class SharePicture {

    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final Color PAPER = new Color(0xFAF5EA);
    private static final Color PALE_GREEN = new Color(0xDDEEE3);
    private static final Color GREEN = new Color(0x115E4C);
    private static final Color INK = new Color(0x1C2B29);
    private static final int MARGIN = 40;
    private static final int DRAWING = 330;
    private static final int MOST_LINES = 3;
    private static final int GAP = 16;

    private SharePicture() {}

    /**
     * What a page says of its picture (Open Graph).
     *
     * @param address the picture's, whole
     */
    record Share(String address, String alternative) {

        static Share of(Course course, Tongue tongue, String page) {
            return new Share(
                    page + ".png?lang=" + tongue.language(),
                    tongue.said(course.name()).words() + ". " + tongue.facts(course.meetings()));
        }

        public int width() {
            return WIDTH;
        }

        public int height() {
            return HEIGHT;
        }
    }

    /**
     * Draws it, as PNG.
     *
     * @param drawing the house's own SVG; null: none
     */
    static byte[] png(String name, String facts, String house, @Nullable String drawing, boolean rightToLeft) {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            pen.setColor(PAPER);
            pen.fillRect(0, 0, WIDTH, HEIGHT);
            int tall = HEIGHT - 2 * MARGIN - 70;
            pen.setColor(PALE_GREEN);
            pen.fill(new RoundRectangle2D.Float(MARGIN, MARGIN, WIDTH - 2 * MARGIN, tall, 80, 80));
            int left = MARGIN + 50;
            int wide = WIDTH - 2 * left;
            if (drawing != null) {
                int x = rightToLeft ? WIDTH - MARGIN - 40 - DRAWING : MARGIN + 40;
                pen.drawImage(drawn(drawing), x, MARGIN + (tall - DRAWING) / 2, null);
                left = rightToLeft ? left : MARGIN + 40 + DRAWING + 40;
                wide = WIDTH - 2 * MARGIN - DRAWING - 130;
            }
            text(pen, name, facts, left, wide, tall, rightToLeft);
            pen.setColor(GREEN);
            Block footer = block(pen, house, Fonts.bold(32), WIDTH - 2f * MARGIN - 20, rightToLeft);
            draw(
                    pen,
                    new Block(footer.lines().subList(0, 1), 32, false),
                    MARGIN + 10,
                    WIDTH - 2 * MARGIN - 20,
                    MARGIN + tall + 24,
                    rightToLeft);
        } finally {
            pen.dispose();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(40_000);
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The name as large as three lines let it be, and below it the facts, both in the middle. */
    private static void text(
            Graphics2D pen, String name, String facts, int left, int wide, int tall, boolean rightToLeft) {
        Block below = block(pen, facts, Fonts.regular(36), wide, rightToLeft);
        Block names = block(pen, name, Fonts.bold(40), wide, rightToLeft);
        for (int size = 92; size > 40; size -= 4) {
            Block larger = block(pen, name, Fonts.bold(size), wide, rightToLeft);
            if (larger.lines().size() <= (size > 76 ? 2 : MOST_LINES)
                    && larger.widest() <= wide
                    && larger.height() + below.height() <= tall - 2 * GAP) {
                names = larger;
                break;
            }
        }
        float top = MARGIN + (tall - names.height() - GAP - below.height()) / 2;
        pen.setColor(INK);
        draw(pen, names, left, wide, top, rightToLeft);
        draw(pen, below, left, wide, top + names.height() + GAP, rightToLeft);
    }

    /** Lines of one size. */
    private record Block(List<TextLayout> lines, float size, boolean rightToLeft) {

        /** Arabic letters reach further down. */
        float step() {
            return size * (rightToLeft ? 1.55f : 1.25f);
        }

        float height() {
            return lines.size() * step();
        }

        float widest() {
            return (float)
                    lines.stream().mapToDouble(TextLayout::getAdvance).max().orElse(0);
        }
    }

    /** Broken between words only, never within a time; at a dot between two facts first. */
    private static Block block(Graphics2D pen, String words, Fonts.Pair fonts, float wide, boolean rightToLeft) {
        List<TextLayout> lines = new ArrayList<>();
        TextLayout whole = line(pen, words.isBlank() ? "–" : words, fonts, rightToLeft);
        if (whole.getAdvance() <= wide) {
            lines.add(whole);
        } else {
            for (String fact : words.split(" · ")) {
                String begun = "";
                for (String word : fact.strip().split("\\s+")) {
                    String longer = begun.isEmpty() ? word : begun + " " + word;
                    if (!begun.isEmpty()
                            && line(pen, longer, fonts, rightToLeft).getAdvance() > wide) {
                        lines.add(line(pen, begun, fonts, rightToLeft));
                        begun = word;
                    } else {
                        begun = longer;
                    }
                }
                lines.add(line(pen, begun.isEmpty() ? "–" : begun, fonts, rightToLeft));
            }
        }
        return new Block(lines, fonts.latin().getSize2D(), rightToLeft);
    }

    private static TextLayout line(Graphics2D pen, String words, Fonts.Pair fonts, boolean rightToLeft) {
        return new TextLayout(in(words, fonts, rightToLeft).getIterator(), pen.getFontRenderContext());
    }

    /** Each letter in the font that has it. */
    private static AttributedString in(String words, Fonts.Pair fonts, boolean rightToLeft) {
        AttributedString text = new AttributedString(words);
        text.addAttribute(TextAttribute.FONT, fonts.latin());
        text.addAttribute(
                TextAttribute.RUN_DIRECTION,
                rightToLeft ? TextAttribute.RUN_DIRECTION_RTL : TextAttribute.RUN_DIRECTION_LTR);
        for (int i = 0; i < words.length(); i++) {
            if (!fonts.latin().canDisplay(words.charAt(i))) {
                text.addAttribute(TextAttribute.FONT, fonts.arabic(), i, i + 1);
            }
        }
        return text;
    }

    private static void draw(Graphics2D pen, Block block, int left, int wide, float top, boolean rightToLeft) {
        float y = top + block.step() * 0.78f;
        for (TextLayout line : block.lines()) {
            line.draw(pen, rightToLeft ? left + wide - line.getAdvance() : left, y);
            y += block.step();
        }
    }

    private static BufferedImage drawn(String svg) {
        var painter = new Painter();
        painter.addTranscodingHint(ImageTranscoder.KEY_WIDTH, (float) DRAWING);
        painter.addTranscodingHint(ImageTranscoder.KEY_HEIGHT, (float) DRAWING);
        try {
            painter.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput());
        } catch (TranscoderException e) {
            throw new IllegalStateException("A drawing of the house is broken", e);
        }
        return painter.image;
    }

    /** Keeps the image instead of writing a file. */
    private static final class Painter extends ImageTranscoder {

        private BufferedImage image = createImage(1, 1);

        @Override
        public BufferedImage createImage(int width, int height) {
            return new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        }

        @Override
        public void writeImage(BufferedImage painted, @Nullable TranscoderOutput output) {
            image = painted;
        }
    }

    /** Read when the first picture is drawn. */
    private static final class Fonts {

        private static final Pair REGULAR = new Pair(font("NotoSans_400Regular"), font("NotoSansArabic_400Regular"));
        private static final Pair BOLD = new Pair(font("NotoSans_700Bold"), font("NotoSansArabic_700Bold"));

        private Fonts() {}

        record Pair(Font latin, Font arabic) {

            Pair of(float size) {
                return new Pair(latin.deriveFont(size), arabic.deriveFont(size));
            }
        }

        static Pair regular(float size) {
            return REGULAR.of(size);
        }

        static Pair bold(float size) {
            return BOLD.of(size);
        }

        private static Font font(String name) {
            try (InputStream file = SharePicture.class.getResourceAsStream("/fonts/" + name + ".ttf")) {
                if (file == null) {
                    throw new IllegalStateException("The font " + name + " is missing from the build");
                }
                return Font.createFont(Font.TRUETYPE_FONT, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (FontFormatException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
