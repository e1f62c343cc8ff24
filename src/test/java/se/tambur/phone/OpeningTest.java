package se.tambur.phone;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class OpeningTest {

    private static final String IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
            + " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";

    @ParameterizedTest
    @ValueSource(
            strings = {
                IPHONE,
                "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
                "Mozilla/5.0 (Linux; Android 11; CUBOT NOTE 20) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/91.0 Mobile Safari/537.36",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/FBIOS;FBAV/520]",
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Snapchat/13.40"
            })
    void aParentWhoseCameraOpensThePageIsCounted(String phone) {
        var request = request(phone);
        assertThat(Opening.is(request)).isTrue();

        request.addHeader("Sec-Fetch-Dest", "document");
        request.addHeader("Sec-Fetch-Site", "none");
        assertThat(Opening.is(request)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-Purpose, prefetch;prerender",
        "Sec-Purpose, prefetch",
        "Purpose, prefetch",
        "X-Purpose, preview",
        "X-Moz, prefetch",
        "Sec-Fetch-Dest, empty",
        "Sec-Fetch-Dest, iframe",
        "Sec-Fetch-Dest, image"
    })
    void aPhoneThatLoadsAheadOfItsOwnerIsNot(String header, String value) {
        var request = request(IPHONE);
        request.addHeader(header, value);

        assertThat(Opening.is(request)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"same-origin, false", "none, true", "cross-site, true", "same-site, true"})
    void whoComesFromAnotherPageOfOursHasOpenedItAlready(String from, boolean counted) {
        var request = request(IPHONE);
        request.addHeader("Sec-Fetch-Site", from);

        assertThat(Opening.is(request)).isEqualTo(counted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                "WhatsApp/2.23.20.0",
                "TelegramBot (like TwitterBot)",
                "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
                "Mozilla/5.0 (Windows NT 6.1) SkypeUriPreview Preview/0.5",
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/142.0.0.0 Safari/537.36",
                "curl/8.14.1",
                "Java-http-client/25.0.1",
                "python-requests/2.32.3"
            })
    void previewsSearchersAndProgramsAreNot(String program) {
        assertThat(Opening.is(request(program))).isFalse();
    }

    @Test
    void askingForTheHeadOnlyOrWithoutANameIsNot() {
        var head = request(IPHONE);
        head.setMethod("HEAD");

        assertThat(Opening.is(head)).isFalse();
        assertThat(Opening.is(new MockHttpServletRequest("GET", "/k/ABCDEF"))).isFalse();
    }

    private static MockHttpServletRequest request(String program) {
        var request = new MockHttpServletRequest("GET", "/k/ABCDEF");
        request.addHeader("User-Agent", program);
        return request;
    }
}
