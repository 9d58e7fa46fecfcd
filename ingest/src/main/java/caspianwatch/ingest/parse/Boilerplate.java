package caspianwatch.ingest.parse;

import java.util.regex.Pattern;

/** Last paragraphs that a publishing system writes under every entry: no news, and words that would match all the same. */
final class Boilerplate {
    private static final int MOST = 4;
    /** WordPress, in the languages of its own translations. */
    private static final Pattern APPEARED_FIRST = Pattern.compile(
            "(?:The post|This article|Сообщение|Запись|Запис|Der Beitrag"
                    + "|L.article|La entrada|نوشته|نوشتهٔ|ظهرت المقالة)\\b[^\\n]{1,400}?(?:appeared first on|first appeared on"
                    + "|появил\\p{L}* сначала|впервые появил|з.явил\\p{L}* спочатку|спочатку з.яви|erschien zuerst|est apparu en premier"
                    + "|se publicó primero|اولین بار|أولاً على)[^\\n]{0,200}",
            Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);
    /** What its Turkish and Azerbaijani have in their middle; looked for first, for the whole of them begins with anything. */
    private static final Pattern FIRST_THERE = Pattern.compile(" ilk (?:önce|olarak|öncə|olaraq) ",
            Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);
    private static final Pattern FIRST_THERE_WHOLE = Pattern.compile(
            "[^\\n]{1,400} yazısı (?:ilk önce|ilk olarak) [^\\n]{1,200}|[^\\n]{1,400} ilk (?:öncə|olaraq) [^\\n]{1,200} (?:göründü|dərc olundu)\\.?",
            Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);
    private static final Pattern READ_ON = Pattern.compile(
            "[\\[(]?(?:Continue reading|Read more|Read the full (?:story|article)|Читать далее|Читать полностью|Подробнее|Читати далі"
                    + "|Devamını oku|Davamını oxu|Ətraflı oxu|Ətraflı|Толығырақ|Dowamy|ادامه مطلب|ادامه خبر|اقرأ المزيد|Weiterlesen)"
                    + "[^\\n]{0,120}",
            Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE);

    private Boilerplate() {}

    /** The text without such paragraphs at its end; a text that is nothing else stays as it is. */
    static String cutFrom(String text) {
        String rest = text;
        for (int i = 0; i < MOST; i++) {
            int start = rest.lastIndexOf('\n') + 1;
            String last = rest.substring(start);
            boolean said = APPEARED_FIRST.matcher(last).matches()
                    || (FIRST_THERE.matcher(last).find() && FIRST_THERE_WHOLE.matcher(last).matches());
            if (!said && (start == 0 || !READ_ON.matcher(last).matches())) {
                return rest;
            }
            rest = rest.substring(0, start).strip();
        }
        return rest;
    }
}
