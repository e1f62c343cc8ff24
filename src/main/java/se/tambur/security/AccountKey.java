package se.tambur.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import se.tambur.shared.Settings;

/**
 * The key of the accounts' secrets, in a file outside the database: AES-256-GCM (NIST SP 800-38D) for what must be read
 * again, HMAC-SHA-256 for what need only be recognised. A copy of the database alone gives no second step away.
 */
@Component
class AccountKey {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    AccountKey(Settings house, SecuritySettings settings) {
        Path set = settings.keyFile();
        this.file = set != null ? set : house.home().resolve("account-key");
    }

    /** Seals words so that they open for this account only. */
    String seal(UUID account, String words) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed;
        try {
            sealed = cipher(Cipher.ENCRYPT_MODE, nonce, account).doFinal(words.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
        byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
        return Base64.getEncoder().encodeToString(both);
    }

    /** @throws KeyLost when they were sealed with another key or for another account */
    String open(UUID account, String sealed) {
        byte[] both = Base64.getDecoder().decode(sealed);
        try {
            byte[] words = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(both, NONCE_BYTES), account)
                    .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
            return new String(words, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new KeyLost(file, e);
        }
    }

    /** The same for the same words of an account, and nothing to anyone without the key. */
    String mark(UUID account, String words) {
        try {
            return HexFormat.of().formatHex(hmac(key(), "mark:" + account + ":" + words));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID account) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(hmac(key(), "seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(account.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    /** A key of its own for each use. */
    private static byte[] hmac(byte[] key, String words) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(words.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized byte[] key() {
        try {
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (NoSuchFileException e) {
            return make();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all, for its owner's eyes, and on disk before anything is sealed with it. */
    private byte[] make() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path fresh = Files.createTempFile(folder, "account-key", null);
            Files.writeString(fresh, Base64.getEncoder().encodeToString(key) + "\n");
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The accounts' key could not be written to " + file, e);
        }
        return key;
    }

    /** What was sealed cannot be read any more. */
    static final class KeyLost extends RuntimeException {
        KeyLost(Path file, Exception cause) {
            super("The key in " + file + " is not the one that sealed this", cause);
        }
    }
}
