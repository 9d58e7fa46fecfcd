package caspianwatch.ingest.parse;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/** The charset of bytes that no label fits: by detection, and where that knows little, by the language they claim to be in. */
final class GuessedCharset {
    private static final Pattern LANGUAGE = Pattern.compile(
            "(?:<(?:dc:)?language>\\s*|\\blang\\s*=\\s*[\"'])([a-z]{2})\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 4_096;
    private static final int MOST = 200_000;

    /** Code pages of languages, for detection tells one page of eight bits from another only by letter frequencies. */
    private static final Map<String, String> PAGES = Map.ofEntries(Map.entry("ru", "windows-1251"),
            Map.entry("uk", "windows-1251"), Map.entry("be", "windows-1251"), Map.entry("bg", "windows-1251"),
            Map.entry("sr", "windows-1251"), Map.entry("kk", "windows-1251"), Map.entry("ky", "windows-1251"),
            Map.entry("tr", "windows-1254"), Map.entry("az", "windows-1254"), Map.entry("tk", "windows-1254"),
            Map.entry("fa", "windows-1256"), Map.entry("ar", "windows-1256"), Map.entry("ur", "windows-1256"),
            Map.entry("he", "windows-1255"), Map.entry("el", "windows-1253"), Map.entry("pl", "windows-1250"),
            Map.entry("cs", "windows-1250"), Map.entry("hu", "windows-1250"), Map.entry("ro", "windows-1250"));
    /** What the detector is sure of when it says so; its other answers are no better than the language. */
    private static final Set<String> SURE = Set.of("BIG5", "EUC-TW", "EUC-JP", "EUC-KR", "SHIFT_JIS", "GB18030",
            "ISO-2022-JP", "ISO-2022-KR", "ISO-2022-CN", "HZ-GB-2312", "TIS620");
    private static final Set<String> CYRILLIC = Set.of("KOI8-R", "ISO-8859-5", "IBM866", "X-MACCYRILLIC");

    private GuessedCharset() {}

    /** Never fails: the Latin code page of Windows reads anything. */
    static Charset of(byte[] bytes) {
        String detected = detected(bytes);
        String page = page(bytes);
        boolean otherScript = page != null && !page.equals("windows-1251");
        if (detected != null && (SURE.contains(detected) || (CYRILLIC.contains(detected) && !otherScript))
                && Charset.isSupported(detected)) {
            return Charset.forName(detected);
        }
        String name = page == null ? detected : page;
        if (name != null && Charset.isSupported(name) && !name.startsWith("UTF") && !name.startsWith("US-")) {
            return Charset.forName(name);
        }
        return Charset.forName(looksCyrillic(bytes) ? "windows-1251" : "windows-1252");
    }

    private static @Nullable String detected(byte[] bytes) {
        var detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, MOST));
        detector.dataEnd();
        String name = detector.getDetectedCharset();
        return name == null ? null : name.toUpperCase(Locale.ROOT).replace("WINDOWS-", "windows-");
    }

    private static @Nullable String page(byte[] bytes) {
        var claimed = LANGUAGE
                .matcher(new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1));
        return claimed.find() ? PAGES.get(claimed.group(1).toLowerCase(Locale.ROOT)) : null;
    }

    /** Cyrillic letters are bytes from 0xC0 on and stand in runs; in Latin text such a byte stands alone. */
    private static boolean looksCyrillic(byte[] bytes) {
        int inRuns = 0;
        int alone = 0;
        for (int i = 1; i + 1 < bytes.length; i++) {
            if (letter(bytes[i])) {
                if (letter(bytes[i - 1]) || letter(bytes[i + 1])) {
                    inRuns++;
                } else {
                    alone++;
                }
            }
        }
        return inRuns > 2 * alone;
    }

    private static boolean letter(byte b) {
        return (b & 0xFF) >= 0xC0;
    }
}
