package caspianwatch.ingest.parse;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bytes as text. Labels are wrong so often that the bytes are asked first: a byte order mark, then the pattern of UTF-16
 * and UTF-32, then UTF-8 that is valid and not mere ASCII; only then the HTTP header and the XML declaration.
 */
record DecodedText(String text, List<String> problems) {
    private static final Pattern DECLARED = Pattern
            .compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']\\s*([A-Za-z0-9._:\\-]+)\\s*[\"']");
    private static final Pattern LABELLED = Pattern.compile("charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9._:\\-]+)",
            Pattern.CASE_INSENSITIVE);
    private static final int DECLARATION_BYTES = 512;
    private static final int FEW = 20;

    /** Labels that the web reads otherwise than the standards they name (WHATWG Encoding, section 4.2). */
    private static final Map<String, String> ALIASES = Map.ofEntries(Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"), Map.entry("latin-1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"), Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"), Map.entry("gb2312", "GB18030"), Map.entry("gbk", "GB18030"),
            Map.entry("euc-kr", "MS949"), Map.entry("ks_c_5601-1987", "MS949"), Map.entry("shift_jis", "windows-31j"),
            Map.entry("x-sjis", "windows-31j"), Map.entry("cp-1251", "windows-1251"), Map.entry("win-1251",
                    "windows-1251"),
            Map.entry("windows1251", "windows-1251"), Map.entry("utf8", "UTF-8"));

    static DecodedText of(byte[] bytes, @Nullable String contentType) {
        DecodedText marked = byMark(bytes);
        if (marked != null) {
            return marked;
        }
        String utf8 = strictly(bytes, StandardCharsets.UTF_8);
        List<String> labels = labels(bytes, contentType);
        if (utf8 != null && utf8.length() < bytes.length) {
            return new DecodedText(utf8, labels.stream().filter(label -> !StandardCharsets.UTF_8.equals(charset(label)))
                    .limit(1).map(label -> "labelled " + label + ", but it is UTF-8").toList());
        }
        for (String label : labels) {
            Charset charset = charset(label);
            String text = charset == null || isWide(charset) ? null : strictly(bytes, charset);
            if (text != null) {
                return new DecodedText(text, List.of());
            }
        }
        return utf8 == null ? guessed(bytes) : new DecodedText(utf8, List.of());
    }

    /** The text in UTF-8 that the bytes are; null where they are something else, such as a picture. */
    static @Nullable String words(byte[] bytes) {
        String text = strictly(bytes, StandardCharsets.UTF_8);
        return text == null || text.isBlank() || text.indexOf(0) >= 0 ? null : text.strip();
    }

    private static @Nullable DecodedText byMark(byte[] b) {
        if (startsWith(b, 0xEF, 0xBB, 0xBF)) {
            byte[] rest = Arrays.copyOfRange(b, 3, b.length);
            String text = strictly(rest, StandardCharsets.UTF_8);
            return text == null ? null : new DecodedText(text, List.of());
        }
        if (startsWith(b, 0xFF, 0xFE, 0, 0)) {
            return wide(b, 4, "UTF-32LE");
        }
        if (startsWith(b, 0, 0, 0xFE, 0xFF)) {
            return wide(b, 4, "UTF-32BE");
        }
        if (startsWith(b, 0xFF, 0xFE)) {
            return wide(b, 2, "UTF-16LE");
        }
        if (startsWith(b, 0xFE, 0xFF)) {
            return wide(b, 2, "UTF-16BE");
        }
        if (startsWith(b, '<', 0, 0, 0)) {
            return wide(b, 0, "UTF-32LE");
        }
        if (startsWith(b, 0, 0, 0, '<')) {
            return wide(b, 0, "UTF-32BE");
        }
        if (startsWith(b, '<', 0)) {
            return wide(b, 0, "UTF-16LE");
        }
        if (startsWith(b, 0, '<')) {
            return wide(b, 0, "UTF-16BE");
        }
        return startsWith(b, 0x4C, 0x6F, 0xA7, 0x94) ? wide(b, 0, "IBM037") : null;
    }

    private static DecodedText wide(byte[] bytes, int mark, String charset) {
        return new DecodedText(new String(bytes, mark, bytes.length - mark, Charset.forName(charset)), List.of());
    }

    private static List<String> labels(byte[] bytes, @Nullable String contentType) {
        String head = new String(bytes, 0, Math.min(bytes.length, DECLARATION_BYTES), StandardCharsets.ISO_8859_1);
        var declared = DECLARED.matcher(head);
        var labelled = LABELLED.matcher(contentType == null ? "" : contentType);
        return Stream.of(labelled, declared).filter(Matcher::find)
                .map(match -> match.group(1)).toList();
    }

    /** Nothing fits: UTF-8 with some broken sequences, else by detection. */
    private static DecodedText guessed(byte[] bytes) {
        String loose = new String(bytes, StandardCharsets.UTF_8);
        long broken = loose.chars().filter(c -> c == 0xFFFD).count();
        long sound = loose.chars().filter(c -> c > 0x7F && c != 0xFFFD).count();
        // other charsets fall into valid sequences of UTF-8 by chance only, so a few good ones outweigh a bad one
        if (broken * 5 <= sound || (sound > broken && sound - broken < FEW)) {
            return new DecodedText(loose, List.of("broken UTF-8 sequences: " + broken));
        }
        Charset charset = GuessedCharset.of(bytes);
        return new DecodedText(new String(bytes, charset), List.of("charset guessed: " + charset.name()));
    }

    private static boolean isWide(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
    }

    private static @Nullable Charset charset(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        String name = ALIASES.getOrDefault(lower, lower);
        try {
            return Charset.isSupported(name) ? Charset.forName(name) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable String strictly(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException | UnsupportedOperationException e) {
            return null;
        }
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }
}
