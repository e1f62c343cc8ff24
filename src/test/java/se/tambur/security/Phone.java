package se.tambur.security;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.time.Clock;
import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;

/** The app in somebody's telephone: knows a secret in Base32, and what the standard says. */
record Phone(String secret, Clock clock) {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    String code() {
        return code(0);
    }

    /** As a clock shows it that goes wrong by so many seconds. */
    String code(int wrong) {
        BigInteger bits = BigInteger.ONE;
        for (char letter : secret.toCharArray()) {
            bits = bits.shiftLeft(5).or(BigInteger.valueOf(BASE32.indexOf(letter)));
        }
        byte[] all = bits.toByteArray();
        byte[] key = Arrays.copyOfRange(all, 1, all.length);
        try {
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(
                            new SecretKeySpec(key, "HmacSHA1"), clock.instant().plusSeconds(wrong));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }
}
