package se.tambur.house;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A telephone's camera: a reader of QR codes that is not the one that drew them. */
final class Zbar {

    private Zbar() {}

    /** What the codes on a screen say, as they can be seen now. */
    static List<String> scan(Page page) throws IOException {
        Path picture = Files.createTempFile("tambur-qr", ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(picture));
        Process zbar = new ProcessBuilder(
                        "zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", picture.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said.lines().filter(line -> !line.isBlank()).toList();
    }
}
