package se.tambur.signup;

import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import se.tambur.shared.Words;

/** What {@code scripts/admin} asks for about sign-ups; answers are text for people. */
@RestController
@RequestMapping(path = "/api/control/v1/sign-ups", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
class SignUpControl {

    private static final String ACTOR = "scripts/admin";
    private static final String LANGUAGE = "en";

    private final KeyRotation rotation;
    private final Words words;

    SignUpControl(KeyRotation rotation, Words words) {
        this.rotation = rotation;
        this.words = words;
    }

    /** How much has been sealed with new keys, and whether something could not be read. */
    @PostMapping("/rotate-keys")
    String rotateKeys() throws InterruptedException {
        KeyRotation.Outcome outcome = rotation.run(ACTOR);
        String done = words.say(
                LANGUAGE,
                "keys.rotated",
                Map.of(
                        "signUps", outcome.signUps(),
                        "messages", outcome.messages(),
                        "courses", outcome.courses()));
        return outcome.lost() == 0 ? done : done + "\n" + words.say(LANGUAGE, "keys.lost", Map.of("n", outcome.lost()));
    }
}
