package se.tambur.security;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The second step of a log-in: a code of six digits that an app makes for half a minute (RFC 6238), or one of ten recovery
 * codes of twelve digits, each good for once.
 */
@Component
class SecondSteps {

    private static final Logger log = LoggerFactory.getLogger(SecondSteps.class);

    private static final int RECOVERY_CODES = 10;

    /** What apps expect: 160 bits and SHA-1, as in RFC 4226. */
    private static final int SECRET_BYTES = 20;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** Guesses at a code go slower than those at a password: it is short, and only who knows the password comes so far. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final AccountKey key;
    private final Patience patience;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();

    SecondSteps(JdbcClient jdbc, AccountKey key, Patience patience, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.patience = patience;
        this.events = events;
        this.clock = clock;
    }

    /** How a code was taken. */
    sealed interface Answer {

        record Right() implements Answer {}

        record Wrong() implements Answer {}

        /** There have been so many wrong ones that this one was not even looked at. */
        record Wait(Duration time) implements Answer {}
    }

    /** A second step as it lies in the database, to be put back when its removal is regretted. */
    record Kept(String secret, long lastTaken, OffsetDateTime since, List<String> codes) {}

    boolean on(UUID account) {
        return kept(account).isPresent();
    }

    int recoveryCodesLeft(UUID account) {
        return jdbc.sql("select count(*) from recovery_code where account = ?")
                .param(account)
                .query(Integer.class)
                .single();
    }

    /** A secret for an app to learn, in Base32 (RFC 4648); kept nowhere until a code of it has been shown. */
    String freshSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return base32(secret);
    }

    /** What the QR code says: the key URI format that authenticator apps read. */
    static String address(String issuer, String name, String secret) {
        return "otpauth://totp/" + encode(issuer) + ":" + encode(name) + "?secret=" + secret + "&issuer="
                + encode(issuer);
    }

    /** Turns the second step on when the code is one of the secret's; its recovery codes, or empty for a wrong code. */
    @Transactional
    public Optional<List<String>> turnOn(Account account, String secret, String code) {
        OptionalLong step = step(secret, code, Long.MIN_VALUE);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        jdbc.sql("delete from second_step where account = ?")
                .param(account.id())
                .update();
        jdbc.sql("insert into second_step (account, secret, last_taken, since) values (?, ?, ?, ?)")
                .params(account.id(), key.seal(account.id(), secret), step.getAsLong(), at(clock.instant()))
                .update();
        events.publishEvent(account.did("account.step-on"));
        return Optional.of(freshCodes(account.id()));
    }

    /** Ten new recovery codes, which end the old ones. */
    @Transactional
    public List<String> renewCodes(Account account) {
        events.publishEvent(account.did("account.codes-made"));
        return freshCodes(account.id());
    }

    /** One's own second step. */
    @Transactional
    public void turnOff(Account account) {
        if (remove(account.id()).isPresent()) {
            events.publishEvent(account.did("account.step-off"));
        }
    }

    /** Somebody else's, who has lost the telephone. */
    @Transactional
    public Optional<Kept> takeOff(Account account, String author) {
        Optional<Kept> gone = remove(account.id());
        gone.ifPresent(kept -> events.publishEvent(account.had("account.step-taken-off", author)));
        return gone;
    }

    @Transactional
    public void putBack(Account account, Kept kept, String author) {
        keep(account.id(), kept);
        events.publishEvent(account.had("account.step-put-back", author));
    }

    /** Looks at a code and uses it up. */
    @Transactional
    public Answer take(Account account, String code) {
        String who = "code " + account.id();
        Duration wait = patience.take(who, LONGEST_WAIT);
        if (wait.isPositive()) {
            return new Answer.Wait(wait);
        }
        String digits = code.replaceAll("[\\s-]", "");
        boolean right = digits.length() == codes.getPasswordLength()
                ? takeTimed(account, digits)
                : takeRecovery(account, digits);
        if (right) {
            patience.right(who);
        }
        return right ? new Answer.Right() : new Answer.Wrong();
    }

    Optional<Kept> kept(UUID account) {
        return jdbc.sql("select * from second_step where account = ?")
                .param(account)
                .query((row, number) -> new Kept(
                        row.getString("secret"),
                        row.getLong("last_taken"),
                        row.getObject("since", OffsetDateTime.class),
                        hashes(account)))
                .optional();
    }

    void keep(UUID account, Kept kept) {
        jdbc.sql("insert into second_step (account, secret, last_taken, since) values (?, ?, ?, ?)")
                .params(account, kept.secret(), kept.lastTaken(), kept.since())
                .update();
        kept.codes().forEach(hash -> keepCode(account, hash));
    }

    private Optional<Kept> remove(UUID account) {
        Optional<Kept> gone = kept(account);
        jdbc.sql("delete from second_step where account = ?").param(account).update();
        return gone;
    }

    private boolean takeTimed(Account account, String digits) {
        Optional<Kept> kept = kept(account.id());
        if (kept.isEmpty()) {
            return false;
        }
        String secret;
        try {
            secret = key.open(account.id(), kept.get().secret());
        } catch (AccountKey.KeyLost e) {
            log.warn("A second step cannot be read: {}", e.getMessage());
            return false;
        }
        OptionalLong step = step(secret, digits, kept.get().lastTaken());
        // of two who show the same code at once only one moves the row
        return step.isPresent()
                && jdbc.sql("update second_step set last_taken = ? where account = ? and last_taken < ?")
                                .params(step.getAsLong(), account.id(), step.getAsLong())
                                .update()
                        == 1;
    }

    private boolean takeRecovery(Account account, String digits) {
        boolean used = jdbc.sql("delete from recovery_code where account = ? and code_hash = ?")
                        .params(account.id(), key.mark(account.id(), digits))
                        .update()
                == 1;
        if (used) {
            events.publishEvent(account.did("account.code-used"));
        }
        return used;
    }

    /** The half minute that the code belongs to: now, the one before or the one after, and none up to {@code taken}. */
    private OptionalLong step(String secret, String code, long taken) {
        var sha1 = new SecretKeySpec(bytes(secret), codes.getAlgorithm());
        long length = codes.getTimeStep().toSeconds();
        long now = clock.instant().getEpochSecond() / length;
        byte[] shown = code.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        return LongStream.of(now, now - 1, now + 1)
                .filter(step -> step > taken)
                .filter(step -> MessageDigest.isEqual(
                        shown, made(sha1, Instant.ofEpochSecond(step * length)).getBytes(StandardCharsets.UTF_8)))
                .findFirst();
    }

    private String made(SecretKeySpec secret, Instant moment) {
        try {
            return codes.generateOneTimePasswordString(secret, moment);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Any key will do for HMAC", e);
        }
    }

    private List<String> freshCodes(UUID account) {
        jdbc.sql("delete from recovery_code where account = ?").param(account).update();
        List<String> fresh = Stream.generate(() -> "%012d".formatted(random.nextLong(1_000_000_000_000L)))
                .distinct()
                .limit(RECOVERY_CODES)
                .toList();
        fresh.forEach(code -> keepCode(account, key.mark(account, code)));
        return fresh.stream()
                .map(code -> code.substring(0, 4) + " " + code.substring(4, 8) + " " + code.substring(8))
                .toList();
    }

    private void keepCode(UUID account, String hash) {
        jdbc.sql("insert into recovery_code (account, code_hash) values (?, ?)")
                .params(account, hash)
                .update();
    }

    private List<String> hashes(UUID account) {
        return jdbc.sql("select code_hash from recovery_code where account = ? order by code_hash")
                .param(account)
                .query((row, number) -> row.getString("code_hash"))
                .list();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String base32(byte[] bytes) {
        var text = new StringBuilder();
        for (int bit = 0; bit < bytes.length * 8; bit += 5) {
            int five = 0;
            for (int i = bit; i < bit + 5; i++) {
                five = five << 1 | (bytes[i / 8] >> (7 - i % 8) & 1);
            }
            text.append(BASE32.charAt(five));
        }
        return text.toString();
    }

    private static byte[] bytes(String base32) {
        var bytes = new byte[base32.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int five = BASE32.indexOf(base32.charAt(bit / 5));
            bytes[bit / 8] |= (byte) ((five >> (4 - bit % 5) & 1) << (7 - bit % 8));
        }
        return bytes;
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
