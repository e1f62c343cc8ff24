package se.tambur.house;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The Chromium of this machine with a profile of its own, which outlives the browser when it is killed. */
public final class Chromium implements AutoCloseable {

    private static final List<String> QUIET = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage");

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final BrowserContext context;

    private Chromium(Path profile, int width, int height, boolean touch, String language) {
        context = playwright
                .chromium()
                .launchPersistentContext(
                        profile,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(Path.of(Optional.ofNullable(System.getenv("TAMBUR_CHROMIUM"))
                                        .orElse("/usr/bin/chromium")))
                                .setArgs(QUIET)
                                .setHeadless(true)
                                .setViewportSize(width, height)
                                .setHasTouch(touch)
                                .setLocale(language)
                                .setTimezoneId("Europe/Stockholm")
                                .setReducedMotion(ReducedMotion.NO_PREFERENCE)
                                .setAcceptDownloads(true));
        context.setDefaultTimeout(20_000);
    }

    public static Path freshProfile() {
        try {
            return Files.createTempDirectory("tambur-profile");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A touch tablet by the door. */
    public static Chromium tablet(Path profile, int width, int height) {
        return new Chromium(profile, width, height, true, "sv-SE");
    }

    /** A PC in the office. */
    public static Chromium office(String language) {
        return new Chromium(freshProfile(), 1440, 900, false, language);
    }

    /** A telephone. */
    public static Chromium phone(String language) {
        return new Chromium(freshProfile(), 360, 740, true, language);
    }

    public BrowserContext context() {
        return context;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
