package se.tambur.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That the eye which looks at the phone pages sees what it is there for. */
@Tag("browser")
class ReflowTest {

    @Test
    void whatIsCutHiddenOrLiesOnSomethingElseIsSeen() {
        try (Chromium phone = Chromium.phone("sv-SE")) {
            Page page = phone.context().pages().getFirst();

            assertThat(seen(page, "<p>Babymassage</p><p>Sagostund</p>")).isEmpty();
            assertThat(seen(page, "<p style='width: 700px'>Babymassage</p>"))
                    .contains("320 px: scrolls sideways", "640 px: scrolls sideways");
            assertThat(seen(page, "<p style='width: 5.5em; overflow: hidden; white-space: nowrap'>Öppna förskolan</p>"))
                    .contains("320 px: cut: Öppna förskolan");
            // stands well until its text is spaced out
            assertThat(seen(page, "<p style='height: 1.3em; line-height: 1.3; overflow: hidden'>Ta en plats</p>"))
                    .anyMatch(flaw -> flaw.contains("spaced out: cut"))
                    .noneMatch(flaw -> flaw.startsWith("320 px: "));
            assertThat(seen(page, "<p>Babymassage</p><p style='margin-top: -2em'>Sagostund</p>"))
                    .contains("320 px: \"Babymassage\" lies on \"Sagostund\"");
            assertThat(seen(page, "<select style='width: 4em'><option>somaliska och svenska</select>"))
                    .contains("320 px: cut in its field: somaliska och svenska");
        }
    }

    private static List<String> seen(Page page, String body) {
        page.setContent("<!DOCTYPE html><meta name=viewport content='width=device-width'><body style='font-size: 1rem'>"
                + body);
        return Reflow.flaws(page);
    }
}
