package caspianwatch.ingest.parse;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds write them: ISO 8601 and its cousins, RFC 822 and its breakages, month names of many languages. A date
 * that is not understood is null, never a guess: the time of first sight rules then.
 */
final class FeedDates {
    /** As nearly all of RSS has it; the rest of this class would say the same, at ten times the cost. */
    private static final Pattern RFC_822 = Pattern.compile("(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), )?(\\d{1,2}) "
            + "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\\d{4}) (\\d{2}):(\\d{2}):(\\d{2}) (GMT|[+-]\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-?(\\d{2})?-?(\\d{2})?"
            + "(?:[T\\s]+(\\d{1,2})(?::?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?)?)?\\s*(.*)");
    private static final Pattern ORDINAL = Pattern.compile("(\\d{4})-?(\\d{3})");
    private static final Pattern EPOCH = Pattern.compile("(\\d{10})(\\d{3})?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:.](\\d{1,2})(?:[:.](\\d{1,2})(?:[.,]\\d+)?)?");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,4})([/.-])(\\d{1,2})[/.-](\\d{1,4})\\.?");
    private static final Pattern NUMBER = Pattern
            .compile("(\\d{1,4})(?:st|nd|rd|th|er|º|ª|-?(?:г|ж|ý|р|го|й|е|cı|ci|cu|cü|nji|njy))?\\.?");
    /** ISO 8601 with the century left out: 03-12-31, -03-12, -0312, 031231. */
    private static final Pattern SHORT_ISO = Pattern
            .compile("(?:-(?=\\d{4}$)|-?(?!\\d{4}$))(\\d{2})(?:-(\\d{2})(?:-(\\d{2}))?|(\\d{2})(\\d{2})?)(T.*|\\s.*)?");
    private static final Pattern EAST_ASIAN = Pattern
            .compile("(\\d{4})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(\\d{1,2})\\s*[日일]");
    private static final Pattern REMARK = Pattern.compile("\\s*(?:\\(([^()]*)\\)|\\[([^\\[\\]]*)\\])$");
    private static final Pattern WEEKDAY = Pattern.compile("^([\\p{L}\\p{M}]+)\\.?\\s*,[\\s,]*(?=.*\\p{L})");
    private static final int LONGEST = 100;
    /** Two digits of a year above this belong to the last century. */
    private static final int PIVOT = 69;
    /** Clocks that were never set say 1970, empty fields 0001: no date at all. */
    private static final Instant EARLIEST = Instant.parse("1970-01-03T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private FeedDates() {}

    static @Nullable Instant parse(@Nullable String written) {
        if (written == null || written.length() > LONGEST) {
            return null;
        }
        String text = tidy(written);
        if (text.isEmpty()) {
            return null;
        }
        Instant instant = read(text);
        Matcher remark = REMARK.matcher(text);
        if (instant == null && remark.find()) {
            // as JavaScript and java.time write it: the zone once more in words
            String bare = text.substring(0, remark.start());
            String zone = remark.group(1) == null ? remark.group(2) : remark.group(1);
            instant = FeedZones.zone(zone) == null ? null : read(bare + " " + zone);
            instant = instant == null ? read(bare) : instant;
        }
        return instant == null || instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ? null : instant;
    }

    private static @Nullable Instant read(String text) {
        try {
            Instant instant = rfc822(text);
            instant = instant == null ? epoch(text) : instant;
            instant = instant == null ? iso(text) : instant;
            Matcher weekday = WEEKDAY.matcher(text);
            if (instant == null && weekday.find() && MonthNames.filler(MonthNames.word(weekday.group(1)))) {
                instant = loose(text.substring(weekday.end())); // "mar." is a Tuesday in France, and no March
            }
            return instant == null ? loose(text) : instant;
        } catch (DateTimeException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Instant rfc822(String text) {
        Matcher match = RFC_822.matcher(text);
        ZoneId zone = match.matches() ? FeedZones.zone(match.group(7)) : null;
        return zone == null
                ? null
                : at(date(number(match, 3, 0), MonthNames.month(MonthNames.word(match.group(2))),
                        number(match, 1, 0)), number(match, 4, 0), number(match, 5, 0), number(match, 6, 0), zone);
    }

    private static @Nullable Instant epoch(String text) {
        Matcher match = EPOCH.matcher(text);
        return match.matches()
                ? Instant.ofEpochMilli(Long.parseLong(match.group(1)) * 1000
                        + (match.group(2) == null ? 0 : Long.parseLong(match.group(2))))
                : null;
    }

    private static @Nullable Instant iso(String text) {
        Matcher ordinal = ORDINAL.matcher(text);
        if (ordinal.matches()) {
            return LocalDate.ofYearDay(Integer.parseInt(ordinal.group(1)), Integer.parseInt(ordinal.group(2)))
                    .atStartOfDay().toInstant(ZoneOffset.UTC);
        }
        Matcher brief = SHORT_ISO.matcher(text);
        if (brief.matches() && (brief.group(3) != null || brief.group(6) == null)) {
            String rest = brief.group(6) == null ? "" : brief.group(6);
            String month = brief.group(2) == null ? brief.group(4) : brief.group(2);
            String day = brief.group(3) == null ? brief.group(5) : brief.group(3);
            return iso(century(Integer.parseInt(brief.group(1))) + "-" + month + (day == null ? "" : "-" + day) + rest);
        }
        Matcher match = ISO.matcher(text);
        if (!match.matches()) {
            return null;
        }
        ZoneId zone = match.group(7).isEmpty() ? ZoneOffset.UTC : FeedZones.zone(match.group(7));
        if (zone == null) {
            return null;
        }
        LocalDate date = date(number(match, 1, 1), number(match, 2, 1), number(match, 3, 1));
        return at(date, number(match, 4, 0), number(match, 5, 0), number(match, 6, 0), zone);
    }

    /** Words and numbers in any order: whatever cannot be placed makes the whole unreadable. */
    private static @Nullable Instant loose(String text) {
        var found = new Found();
        String[] tokens = text.replaceAll("[,،]", " ").replaceAll("(?<=\\d)T(?=\\d)", " ")
                .replaceAll("(?i)(\\d)([ap]\\.?m\\.?)(?=\\s|$)", "$1 $2")
                .replaceAll("(?<=\\p{L})-(?=\\d)|(?<=\\d)-(?=\\p{L})", " ")
                .strip().split("[\\s]+", -1);
        for (int i = 0; i < tokens.length; i++) {
            if (!found.take(tokens[i])) {
                String rest = String.join(" ", Arrays.copyOfRange(tokens, i, tokens.length));
                found.zone = found.zone == null && found.hour >= 0 ? FeedZones.zone(rest) : null;
                if (found.zone == null) {
                    return null;
                }
                break;
            }
        }
        return found.instant();
    }

    private static final class Found {
        int year = -1;
        int month = -1;
        int day = -1;
        int hour = -1;
        int minute;
        int second;
        @Nullable
        ZoneId zone;

        boolean take(String token) {
            Matcher time = TIME.matcher(token);
            if (hour >= 0 && day >= 0 && year >= 0 && zone == null && token.matches("\\d{2}:?\\d{2}")) {
                zone = FeedZones.zone("+" + token); // the plus sign of a form field has become a blank
                return zone != null;
            }
            if (hour < 0 && token.indexOf(':') > 0 && zoneSplit(token)) {
                return true;
            }
            if (hour < 0 && time.matches() && (token.indexOf(':') > 0 || (day > 0 && month > 0 && year >= 0))) {
                hour = Integer.parseInt(time.group(1));
                minute = FeedDates.number(time, 2, 0);
                second = FeedDates.number(time, 3, 0);
                return true;
            }
            Matcher slashed = SLASHED.matcher(token);
            if (day < 0 && month < 0 && slashed.matches()) {
                return numeric(slashed);
            }
            Matcher number = NUMBER.matcher(token);
            if (number.matches() && (day < 0 || year < 0)) {
                return number(number.group(1));
            }
            String word = MonthNames.word(token);
            if (month < 0 && MonthNames.month(word) + PersianCalendar.month(word) > 0) {
                month = MonthNames.month(word) + PersianCalendar.month(word);
                return true;
            }
            if (hour >= 0 && (word.equals("pm") || word.equals("am") || word.equals("p.m") || word.equals("a.m"))) {
                hour = hour % 12 + (word.charAt(0) == 'p' ? 12 : 0);
                return true;
            }
            if (MonthNames.filler(word)) {
                return true;
            }
            ZoneId named = hour < 0 ? null : FeedZones.zone(token);
            zone = zone == null ? named : zone;
            return named != null;
        }

        /** {@code 10:00:00+0100}: a zone without the blank. */
        private boolean zoneSplit(String token) {
            int sign = Math.max(token.indexOf('+'), token.indexOf('-'));
            int letter = token.matches(".*\\d[A-Za-z]+") ? token.replaceAll("[A-Za-z]+$", "").length() : -1;
            int split = sign > 0 ? sign : letter;
            if (split <= 0) {
                return false;
            }
            return take(token.substring(0, split)) && take(token.substring(split));
        }

        private boolean number(String digits) {
            int value = Integer.parseInt(digits);
            if (digits.length() >= 3 && year < 0) {
                year = digits.length() == 3 ? 1900 + value : value;
            } else if (day < 0 && value <= 31) {
                day = value;
            } else if (year < 0 && digits.length() == 2) {
                year = century(value);
            } else {
                return false;
            }
            return true;
        }

        private boolean numeric(Matcher match) {
            int first = Integer.parseInt(match.group(1));
            int middle = Integer.parseInt(match.group(3));
            int last = Integer.parseInt(match.group(4));
            if (match.group(1).length() == 4 || (match.group(2).equals("-") && match.group(4).length() <= 2)) {
                first = match.group(1).length() == 4 ? first : century(first);
                year = first;
                month = middle;
                day = last;
                return true;
            }
            // a slash is the American order, unless its first number can be no month; dots and dashes put the day first
            boolean monthFirst = match.group(2).equals("/") ? first <= 12 : middle > 12;
            month = monthFirst ? first : middle;
            day = monthFirst ? middle : first;
            year = match.group(4).length() == 2 ? century(last) : last;
            return true;
        }

        @Nullable
        Instant instant() {
            return year < 0 || month < 0
                    ? null
                    : at(date(year, month, day < 0 ? 1 : day), Math.max(hour, 0), minute, second,
                            zone == null ? ZoneOffset.UTC : zone);
        }
    }

    private static LocalDate date(int year, int month, int day) {
        return PersianCalendar.hasYear(year) ? PersianCalendar.date(year, month, day) : LocalDate.of(year, month, day);
    }

    private static int century(int twoDigits) {
        return twoDigits < PIVOT ? 2000 + twoDigits : 1900 + twoDigits;
    }

    /** Midnight as 24:00 and the leap second as :60 are the next day and the next minute. */
    private static Instant at(LocalDate date, int hour, int minute, int second, ZoneId zone) {
        boolean midnight = hour == 24 && minute == 0 && second == 0;
        boolean leap = second == 60;
        var time = LocalTime.of(midnight ? 0 : hour, minute, leap ? 59 : second);
        var local = LocalDateTime.of(date, time).plusDays(midnight ? 1 : 0).plusSeconds(leap ? 1 : 0);
        return local.atZone(zone).toInstant();
    }

    private static int number(Matcher match, int group, int instead) {
        return match.group(group) == null ? instead : Integer.parseInt(match.group(group));
    }

    /** Persian and Arabic digits as ours, and what only looks different made the same. */
    private static String tidy(String text) {
        var out = new StringBuilder(text.length());
        text.chars().filter(c -> c != 0x200C && c != 0x200E && c != 0x200F).map(
                c -> Character.isDigit(c) && c > '9' ? '0' + Character.digit(c, 10) : c == 0xA0 ? ' ' : c)
                .forEach(c -> out.append((char) c));
        return EAST_ASIAN.matcher(out).replaceAll("$1-$2-$3 ").replace("كانون الثاني", "يناير")
                .replace("كانون الأول", "ديسمبر").replace("تشرين الأول", "أكتوبر").replace("تشرين الثاني", "نوفمبر")
                .strip();
    }
}
