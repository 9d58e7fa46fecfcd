package caspianwatch.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Text in UTF-8 that somebody read as Latin and wrote again: its letters, as bytes, are UTF-8 once more. */
final class Mojibake {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Mojibake() {}

    /** What was meant; null where the text is what it seems. Text that is really Latin is never valid UTF-8 by chance. */
    static @Nullable String undone(String text) {
        if (text.chars().noneMatch(c -> c >= 0xC2 && c <= 0xF4)) {
            return null;
        }
        byte[] bytes = bytes(text);
        if (bytes == null) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static byte @Nullable [] bytes(String text) {
        CharsetEncoder windows = WINDOWS.newEncoder();
        var bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x100) {
                bytes.put((byte) c);
            } else if (windows.canEncode(c)) {
                bytes.put(WINDOWS.encode(CharBuffer.wrap(new char[]{c})).get());
            } else {
                return null;
            }
        }
        return bytes.array();
    }
}
