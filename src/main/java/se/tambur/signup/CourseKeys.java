package se.tambur.signup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import se.tambur.shared.Settings;

/**
 * The key of each course, in a file of its own outside the database and its backups: AES-256-GCM (NIST SP 800-38D) for
 * what could tell who somebody is, HMAC-SHA-256 for recognising a way to reach somebody. When a key is destroyed, what it
 * sealed can never be read again, not even in an old backup.
 */
@Component
class CourseKeys {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    CourseKeys(Settings house, SignUpSettings settings) {
        Path set = settings.keys();
        this.folder = set != null ? set : house.home().resolve("course-keys");
    }

    /** Seals words so that only this course's key opens them, and only in the place they were sealed for. */
    String seal(String code, UUID place, String words) {
        Map.Entry<Integer, byte[]> newest = newest(code);
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed =
                cipher(Cipher.ENCRYPT_MODE, newest.getValue(), nonce, place, words.getBytes(StandardCharsets.UTF_8), 0);
        byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
        System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
        return newest.getKey() + ":" + Base64.getEncoder().encodeToString(both);
    }

    /** @throws KeyLost when the key is gone or the words were sealed for another place */
    String open(String code, UUID place, String sealed) {
        int colon = sealed.indexOf(':');
        byte[] key = read(code).get(number(sealed));
        if (key == null) {
            throw new KeyLost(code);
        }
        byte[] both = Base64.getDecoder().decode(sealed.substring(colon + 1));
        byte[] nonce = Arrays.copyOf(both, NONCE_BYTES);
        return new String(cipher(Cipher.DECRYPT_MODE, key, nonce, place, both, NONCE_BYTES), StandardCharsets.UTF_8);
    }

    /** The same for the same contact within a course, and nothing to anyone without its key. */
    String mark(String code, String contact) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(newest(code).getValue(), "HmacSHA256"));
            mac.update("contact:".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(contact.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC-SHA-256", e);
        }
    }

    /** Adds a new key to a course's; from now on it seals, and the old ones still open. */
    synchronized void renew(String code) {
        TreeMap<Integer, byte[]> keys = read(code);
        if (!keys.isEmpty()) {
            keys.put(keys.lastKey() + 1, fresh());
            write(code, keys);
        }
    }

    /**
     * Destroys the old keys that seal none of these any more.
     *
     * @param sealed everything that is on disk sealed for the course; whoever reads it must hold the course's lock
     */
    synchronized void dropOld(String code, Collection<String> sealed) {
        TreeMap<Integer, byte[]> keys = read(code);
        if (keys.size() > 1) {
            Set<Integer> used = sealed.stream().map(CourseKeys::number).collect(Collectors.toSet());
            used.add(keys.lastKey());
            if (keys.keySet().retainAll(used)) {
                write(code, keys);
            }
        }
    }

    /** Whether a renewal has begun that is not over: there are old keys still. */
    boolean several(String code) {
        return read(code).size() > 1;
    }

    private static Integer number(String sealed) {
        return Integer.valueOf(sealed.substring(0, sealed.indexOf(':')));
    }

    /** Destroys a course's keys for ever. */
    synchronized void destroy(String code) {
        try {
            Files.deleteIfExists(file(code));
            settle();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean has(String code) {
        return Files.exists(file(code));
    }

    private synchronized Map.Entry<Integer, byte[]> newest(String code) {
        TreeMap<Integer, byte[]> keys = read(code);
        if (keys.isEmpty()) {
            keys.put(1, fresh());
            write(code, keys);
        }
        return keys.lastEntry();
    }

    private byte[] fresh() {
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        return key;
    }

    private TreeMap<Integer, byte[]> read(String code) {
        TreeMap<Integer, byte[]> keys = new TreeMap<>();
        try {
            for (String line : Files.readAllLines(file(code), StandardCharsets.US_ASCII)) {
                String[] parts = line.split(" ", 2);
                keys.put(Integer.valueOf(parts[0]), Base64.getDecoder().decode(parts[1]));
            }
        } catch (NoSuchFileException e) {
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return keys;
    }

    /** Whole or not at all, and on disk before anything is sealed with it. */
    private void write(String code, TreeMap<Integer, byte[]> keys) {
        var lines = new StringBuilder();
        keys.forEach((number, key) -> lines.append(number)
                .append(' ')
                .append(Base64.getEncoder().encodeToString(key))
                .append('\n'));
        try {
            boolean posix =
                    FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            if (posix) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectories(folder);
            }
            Path fresh = posix
                    ? Files.createTempFile(
                            folder,
                            code,
                            null,
                            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                    : Files.createTempFile(folder, code, null);
            Files.writeString(fresh, lines);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file(code), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            settle();
        } catch (IOException e) {
            throw new UncheckedIOException("The key of a course could not be written to " + folder, e);
        }
    }

    /** The folder's own entry too, where the system has it on disk as a file. */
    private void settle() {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // not every system opens a folder
        }
    }

    private Path file(String code) {
        return folder.resolve(code + ".key");
    }

    private static byte[] cipher(int mode, byte[] key, byte[] nonce, UUID place, byte[] words, int from) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.toString().getBytes(StandardCharsets.US_ASCII));
            return cipher.doFinal(words, from, words.length - from);
        } catch (GeneralSecurityException e) {
            if (mode == Cipher.DECRYPT_MODE) {
                throw new KeyLost("a key that fits");
            }
            throw new IllegalStateException("Every Java has AES-GCM", e);
        }
    }

    /** What was sealed cannot be read any more. */
    static final class KeyLost extends RuntimeException {
        KeyLost(String what) {
            super("There is no key for " + what);
        }
    }
}
