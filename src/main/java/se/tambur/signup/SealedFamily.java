package se.tambur.signup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import se.tambur.centre.AgeId;
import tools.jackson.databind.json.JsonMapper;

/** Turns a family and the secret of its link into what may be stored, and back. */
@Component
class SealedFamily {

    private final CourseKeys keys;
    private final JsonMapper json = JsonMapper.builder().build();

    SealedFamily(CourseKeys keys) {
        this.keys = keys;
    }

    SignUp.Secret seal(String code, UUID signUp, Opened opened) {
        Family family = opened.family();
        Map<String, Integer> children = new LinkedHashMap<>();
        family.children().forEach((age, number) -> children.put(age.value(), number));
        var words = new Stored(
                family.name(),
                family.email(),
                family.phone(),
                family.adults(),
                children,
                family.language(),
                family.interpreter(),
                opened.token());
        return new SignUp.Secret(
                keys.seal(code, signUp, json.writeValueAsString(words)),
                mark(code, family.plainEmail()),
                mark(code, family.plainPhone()),
                hash(opened.token()));
    }

    @Nullable
    String mark(String code, @Nullable String contact) {
        return contact == null ? null : keys.mark(code, contact);
    }

    /** @throws CourseKeys.KeyLost when it cannot be read any more */
    Opened open(String code, SignUp signUp) {
        Stored stored = json.readValue(keys.open(code, signUp.getId(), signUp.sealed()), Stored.class);
        Map<AgeId, Integer> children = new LinkedHashMap<>();
        stored.children().forEach((age, number) -> children.put(new AgeId(age), number));
        var family = new Family(
                stored.name(),
                stored.email(),
                stored.phone(),
                stored.adults(),
                children,
                stored.language(),
                stored.interpreter());
        return new Opened(family, stored.token());
    }

    /** What is kept of a link's secret where anyone with the database could read it. */
    static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** A family and the secret that its link carries. */
    record Opened(Family family, String token) {}

    private record Stored(
            String name,
            @Nullable String email,
            @Nullable String phone,
            int adults,
            Map<String, Integer> children,
            String language,
            boolean interpreter,
            String token) {}
}
