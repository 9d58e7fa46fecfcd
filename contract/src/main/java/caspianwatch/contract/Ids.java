package caspianwatch.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids derived from what they name: the same parts give the same id, on every instance and in every year. */
public final class Ids {
    private Ids() {}

    /** SHA-256 of the parts, each ended by a NUL, cut to 24 hex digits (96 bits). */
    public static String of(String... parts) {
        return digest(parts).substring(0, 24);
    }

    /** SHA-256 of the parts as 64 hex digits; the hash that tells one revision of an article from another. */
    public static String digest(String... parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                sha.update(part.getBytes(StandardCharsets.UTF_8));
                sha.update((byte) 0);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
