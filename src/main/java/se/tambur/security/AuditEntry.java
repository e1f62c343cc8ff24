package se.tambur.security;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * One line of the audit log.
 *
 * @param centre empty where it concerns the whole house
 * @param hash 64 hexadecimal digits; null: not yet in the chain
 */
record AuditEntry(
        long id,
        Instant at,
        String actor,
        String centre,
        String deed,
        String detail,
        @Nullable String hash) {

    /** What the hash must be when the entry before has this one: SHA-256 of both, each word with its length before it. */
    String chained(String before) {
        var bytes = new ByteArrayOutputStream();
        try (var words = new DataOutputStream(bytes)) {
            words.write(before.getBytes(StandardCharsets.US_ASCII));
            words.writeLong(at.getEpochSecond());
            words.writeInt(at.getNano());
            for (String word : new String[] {actor, centre, deed, detail}) {
                byte[] letters = word.getBytes(StandardCharsets.UTF_8);
                words.writeInt(letters.length);
                words.write(letters);
            }
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
