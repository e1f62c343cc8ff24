package se.tambur.shared;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** Draws QR codes (ISO/IEC 18004) that a phone reads off a screen or off paper. */
public final class QrCode {

    /** Modules of white that the standard asks for around a code. */
    private static final int QUIET = 4;

    private QrCode() {}

    /**
     * A code of error level Q as an SVG element on white, one unit a module, quiet zone included; it fills the room it
     * is given. It has no words of its own: who shows it says in the page's language where it leads.
     *
     * @throws IllegalArgumentException when the text is empty or too long for any code
     */
    public static String svg(String text) {
        ByteMatrix modules = modules(text);
        int side = modules.getWidth() + 2 * QUIET;
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side
                + "\" shape-rendering=\"crispEdges\" aria-hidden=\"true\"><rect width=\"" + side + "\" height=\"" + side
                + "\" fill=\"#FFFFFF\"/><path fill=\"#1C2B29\" d=\"" + dark(modules) + "\"/></svg>";
    }

    private static ByteMatrix modules(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A QR code needs something to say");
        }
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.Q).getMatrix();
        } catch (WriterException e) {
            throw new IllegalArgumentException("No QR code holds " + text.length() + " characters", e);
        }
    }

    /** Each run of dark modules in a row is one rectangle of the path. */
    private static String dark(ByteMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int from = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                int run = x - from;
                if (run == 0) {
                    x++;
                } else {
                    path.append('M').append(from + QUIET).append(' ').append(y + QUIET);
                    path.append('h').append(run).append("v1h-").append(run).append('z');
                }
            }
        }
        return path.toString();
    }
}
