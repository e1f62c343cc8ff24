package se.tambur.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One-time links by which accounts are made: 256 random bits, kept as a hash, good for a day. */
@Component
class Invitations {

    private static final Duration GOOD_FOR = Duration.ofHours(24);
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._@'-]{0,38}[\\p{L}\\p{M}\\p{N}]");

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final Passwords passwords;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Invitations(JdbcClient jdbc, Accounts accounts, Passwords passwords, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** What a link is for. The links of a first account end together. */
    enum Purpose {
        FIRST,
        RESET,
        INVITE
    }

    /** What a link gives. */
    record Invitation(
            Purpose purpose, String role, @Nullable String centre) {}

    /** What stands in the way of an account; a word key of {@code security.setup.*}. */
    enum Flaw {
        LINK,
        NAME,
        NAME_TAKEN,
        PASSWORD_SHORT,
        PASSWORD_LONG
    }

    /** @return the path of a fresh link, such as {@code /setup/abc...} */
    @Transactional
    public String make(Invitation invitation) {
        if (invitation.purpose() == Purpose.FIRST) {
            endFirst();
        }
        jdbc.sql("delete from account_link where valid_until <= ?")
                .param(at(clock.instant()))
                .update();
        byte[] bits = new byte[32];
        random.nextBytes(bits);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
        jdbc.sql("insert into account_link (token_hash, purpose, role, centre, valid_until) values (?, ?, ?, ?, ?)")
                .param(hash(token))
                .param(invitation.purpose().name())
                .param(invitation.role())
                .param(invitation.centre())
                .param(at(clock.instant().plus(GOOD_FOR)))
                .update();
        return "/setup/" + token;
    }

    /** What a link gives; empty when it has been used, is too old or never was. */
    Optional<Invitation> of(String token) {
        return jdbc.sql("select * from account_link where token_hash = ? and valid_until > ?")
                .params(hash(token), at(clock.instant()))
                .query((row, number) -> new Invitation(
                        Purpose.valueOf(row.getString("purpose")), row.getString("role"), row.getString("centre")))
                .optional();
    }

    /** Makes the account and ends the link; or says what is wrong, and the link can be tried again. */
    @Transactional
    public Optional<Flaw> accept(String token, String name, String password) {
        String called = name.strip();
        if (!NAME.matcher(called).matches()) {
            return Optional.of(Flaw.NAME);
        }
        Passwords.Flaw weak = Passwords.flaw(password);
        if (weak != null) {
            return Optional.of(weak == Passwords.Flaw.SHORT ? Flaw.PASSWORD_SHORT : Flaw.PASSWORD_LONG);
        }
        Optional<Invitation> invitation = of(token);
        if (invitation.isEmpty()) {
            return Optional.of(Flaw.LINK);
        }
        if (accounts.named(called).isPresent()) {
            return Optional.of(Flaw.NAME_TAKEN);
        }
        String hash = passwords.hash(password);
        // Only one of two who use the same link at once deletes the row
        if (jdbc.sql("delete from account_link where token_hash = ?")
                        .param(hash(token))
                        .update()
                == 0) {
            return Optional.of(Flaw.LINK);
        }
        if (invitation.get().purpose() == Purpose.FIRST) {
            endFirst();
        }
        accounts.add(
                new Account(
                        UUID.randomUUID(),
                        called,
                        hash,
                        List.of(new Held(
                                invitation.get().role(), invitation.get().centre())),
                        clock.instant()),
                called);
        return Optional.empty();
    }

    private void endFirst() {
        jdbc.sql("delete from account_link where purpose = ?")
                .param(Purpose.FIRST.name())
                .update();
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }

    static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
