package se.tambur.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ResultMetadataType;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String ADDRESS = "https://tambur.example.se/k/AB2C3D";

    @Test
    void aPhoneReadsTheAddressOfACourse() throws Exception {
        Result read = read(QrCode.svg(ADDRESS));

        assertThat(read.getText()).isEqualTo(ADDRESS);
        assertThat(read.getResultMetadata()).containsEntry(ResultMetadataType.ERROR_CORRECTION_LEVEL, "Q");
    }

    @Test
    void swedishLettersInAnAddressAreReadBack() throws Exception {
        assertThat(read(QrCode.svg("https://förskolan.example/åäö")).getText())
                .isEqualTo("https://förskolan.example/åäö");
    }

    @Test
    void fourModulesAroundTheCodeAreWhite() {
        boolean[][] dark = modules(QrCode.svg(ADDRESS));
        int last = dark.length - 1;

        for (int edge = 0; edge < 4; edge++) {
            assertThat(dark[edge]).containsOnly(false);
            assertThat(dark[last - edge]).containsOnly(false);
            for (boolean[] row : dark) {
                assertThat(row[edge]).isFalse();
                assertThat(row[last - edge]).isFalse();
            }
        }
        assertThat(dark[4][4]).as("the finder's corner follows at once").isTrue();
    }

    @Test
    void onePathDrawsTheWholeCode() {
        assertThat(QrCode.svg(ADDRESS)).containsOnlyOnce("<path").hasSizeLessThan(8_000);
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> QrCode.svg(""));
        assertThatIllegalArgumentException().isThrownBy(() -> QrCode.svg("x".repeat(3_000)));
    }

    private static Result read(String svg) throws Exception {
        boolean[][] dark = modules(svg);
        int scale = 4;
        int side = dark.length * scale;
        int[] pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFFFF);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                if (dark[y / scale][x / scale]) {
                    pixels[y * side + x] = 0xFF1C2B29;
                }
            }
        }
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels))));
    }

    private static boolean[][] modules(String svg) {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) \\1\"").matcher(svg);
        assertThat(box.find()).isTrue();
        int side = Integer.parseInt(box.group(1));
        boolean[][] dark = new boolean[side][side];
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\3z").matcher(svg);
        while (run.find()) {
            int from = Integer.parseInt(run.group(1));
            Arrays.fill(dark[Integer.parseInt(run.group(2))], from, from + Integer.parseInt(run.group(3)), true);
        }
        return dark;
    }
}
